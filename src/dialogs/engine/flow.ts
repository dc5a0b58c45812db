import type { TurnContext } from 'botbuilder';
import { Dialog, type DialogContext, type DialogInstance, type DialogTurnResult } from 'botbuilder-dialogs';
import { z } from 'zod';
import { proves } from '../../state/session';
import { readConsent } from './consent';
import { isControl, type Control } from './control';
import type { Desk } from './desk';
import type { Erased } from './erased';
import { inOtherWords, known, lastShown, toolsOf, wordsOf, type Asking, type Secrets } from './knowing';
import { replyOf } from './question';
import type { Skill, Step } from './skill';
import { amend, digest, forgetFrom, forgetKinds, lastAnswered, nextStep, remember, Stored } from './steps';

/** Where a turn's {@link Desk} lies in `TurnContext.turnState`. */
export const DESK = Symbol('desk');
/** What a flow that a customer left answers to the one that waited for it. */
const LEFT = 'left';
const Preset = z.object({ answers: z.record(z.string(), z.unknown()) }).optional();

/** Runs one skill as a Bot Framework dialog: ask, read or do what is missing, then act. */
export class FlowDialog extends Dialog {
  constructor(private readonly skill: Skill) {
    super(skill.id);
  }

  /** `options.answers` presets what is known already; what does not fit is asked. */
  override async beginDialog(dc: DialogContext, options?: unknown): Promise<DialogTurnResult> {
    return this.go(dc, { begun: deskOf(dc.context).number, answers: Preset.parse(options)?.answers ?? {} });
  }

  override async continueDialog(dc: DialogContext): Promise<DialogTurnResult> {
    const desk = deskOf(dc.context);
    const stored = this.restore(dc.activeDialog);
    const step = this.open(desk, stored);
    if (!step || this.isLapsed(desk, stored)) return this.go(dc, stored);
    const knows = known(this.skill, desk, stored);
    const reply = replyOf(desk.said, lastShown(desk, stored) ?? wordsOf(step, knows));
    const answer = step.kind === 'consent' ? await this.agree(desk, step, stored) : await step.question.read(reply, knows);
    if (isControl(answer)) return this.obey(dc, answer, stored);
    if (step.kind === 'ask' && step.secret) return this.advance(dc, stored, { [step.name]: answer });
    return this.go(dc, remember(stored, step.name, answer));
  }

  /** A flow above this one ended. A login that was left leaves this one too. */
  override async resumeDialog(dc: DialogContext, _reason: unknown, result?: unknown): Promise<DialogTurnResult> {
    return result === LEFT ? dc.endDialog(LEFT) : this.go(dc, this.restore(dc.activeDialog));
  }

  /** Asks the open question again: after an interruption, in another language, or because nobody understood the reply. */
  override async repromptDialog(context: TurnContext, instance: DialogInstance): Promise<void> {
    const desk = deskOf(context);
    const stored = this.restore(instance);
    const step = this.open(desk, stored);
    if (step) instance.state = this.ask(desk, step, stored, desk.record.misses);
  }

  /** Asks again, as `repromptDialog`, unless who somebody is must be proved again before the question may be repeated. */
  async again(dc: DialogContext, instance: DialogInstance): Promise<void> {
    const stored = this.restore(instance);
    if (this.isLapsed(deskOf(dc.context), stored)) await this.go(dc, stored);
    else await this.repromptDialog(dc.context, instance);
  }

  /** Whether leaving now loses something: money in flight, or something already done for it (a code was sent). */
  guards(instance: DialogInstance): boolean {
    const { asked, answers } = this.restore(instance);
    const done = this.skill.steps.some(({ kind, name }) => (kind === 'act' || kind === 'consent') && (name in answers || name === asked?.name));
    return done || (this.skill.needs?.money === true && Object.keys(answers).length > 0);
  }

  /** Id of the open question, which its buttons carry. */
  question(instance: DialogInstance): string | undefined {
    return this.restore(instance).asked?.id;
  }

  /** "Atrás": forgets the last answer and asks for it again. False when there is none. */
  async back(dc: DialogContext): Promise<boolean> {
    const stored = this.restore(dc.activeDialog);
    const last = lastAnswered(this.skill, stored);
    if (last === undefined) return false;
    await this.go(dc, forgetFrom(this.skill, stored, last));
    return true;
  }

  /** Lets the skill handle one of its events, outside any flow. */
  async hear(desk: Desk, name: string, value: unknown): Promise<void> {
    const event = this.skill.events[name];
    if (event) await event.run({ ...known(this.skill, desk, { begun: desk.number, answers: {} }), ...toolsOf(desk) }, event.schema.parse(value));
  }

  /** Whether the line that the flow speaks of is no longer proved, or no longer the one we speak of. */
  private isLapsed({ record, now }: Desk, { line }: Stored): boolean {
    const { needs } = this.skill;
    return needs !== undefined && (line === undefined || line !== record.session.current || !proves(record.session, line, now, needs.money));
  }

  /** Logs in first if need be. What was read or agreed to before a new proof, or for another line, is read and shown again. */
  private async go(dc: DialogContext, stored: Stored): Promise<DialogTurnResult> {
    const desk = deskOf(dc.context);
    const { session } = desk.record;
    const { needs } = this.skill;
    if (!needs) return this.advance(dc, stored);
    if (session.current === undefined || !proves(session, session.current, desk.now, needs.money)) {
      keep(dc, forgetKinds(this.skill, stored, 'load', 'consent'));
      return dc.beginDialog(`login-${needs.login}`, { answers: session.current === undefined ? {} : { known: session.current } });
    }
    const switched = stored.line !== undefined && stored.line !== session.current;
    return this.advance(dc, { ...(switched ? forgetKinds(this.skill, stored, 'load', 'consent', 'act') : stored), line: session.current });
  }

  private async advance(dc: DialogContext, stored: Stored, secrets: Secrets = {}): Promise<DialogTurnResult> {
    const desk = deskOf(dc.context);
    const knows = known(this.skill, desk, stored, secrets);
    const step = nextStep(this.skill, { ...stored, answers: { ...stored.answers, ...secrets } }, knows);
    if (!step) return this.finish(dc, stored, knows);
    if (step.kind === 'ask' || step.kind === 'consent') {
      keep(dc, this.ask(desk, step, stored, 0));
      return Dialog.EndOfTurn;
    }
    const value = await (step.kind === 'load' ? step.load(knows) : step.act({ ...knows, ...toolsOf(desk) }));
    return isControl(value) ? this.obey(dc, value, stored) : this.advance(dc, remember(stored, step.name, value), secrets);
  }

  private async finish(dc: DialogContext, stored: Stored, knows: Erased): Promise<DialogTurnResult> {
    const left = await this.skill.run({ ...knows, ...toolsOf(deskOf(dc.context)) });
    return left ? this.obey(dc, left, stored) : dc.endDialog();
  }

  /** Says the question and gives the flow's state with it open. A consent is shown with an order and the digest of its words. */
  private ask(desk: Desk, step: Asking, stored: Stored, misses: number): Stored {
    const name = step.name;
    const page = stored.asked?.name === name ? stored.asked.page : 0;
    const knows = { ...known(this.skill, desk, stored), page };
    const id = `${desk.number}.${name}.${desk.sign(`${desk.conversation} ${desk.number} ${name}`)}`;
    const words = wordsOf(step, knows);
    const said = inOtherWords(desk, step, knows, misses) ?? words;
    desk.say({ ...words, ...said, question: id });
    const consent = step.kind === 'consent' ? { words: digest(words), order: desk.id(`order ${name}`) } : {};
    return { ...stored, asked: { name, id, page, ...consent } };
  }

  private async agree(desk: Desk, step: Extract<Step, { kind: 'consent' }>, stored: Stored): Promise<unknown> {
    const fresh = await this.readAgain(desk, forgetKinds(this.skill, stored, 'load'), step.name);
    if (isControl(fresh)) return fresh;
    return readConsent({
      desk,
      skill: this.skill,
      step,
      stored,
      shown: wordsOf(step, known(this.skill, desk, stored)),
      fresh: known(this.skill, desk, fresh),
    });
  }

  /** What decides a charge is read again at the moment of acting. */
  private async readAgain(desk: Desk, stored: Stored, until: string): Promise<Stored | Control> {
    const step = nextStep(this.skill, stored, known(this.skill, desk, stored));
    if (!step || step.name === until || step.kind !== 'load') return stored;
    const value = await step.load(known(this.skill, desk, stored));
    if (isControl(value)) return value;
    return this.readAgain(desk, { ...stored, answers: { ...stored.answers, [step.name]: value } }, until);
  }

  private async obey(dc: DialogContext, control: Control, stored: Stored): Promise<DialogTurnResult> {
    const desk = deskOf(dc.context);
    switch (control.control) {
      case 'again':
        keep(dc, stored);
        desk.unheard = control.because === undefined ? {} : { because: control.because };
        return Dialog.EndOfTurn;
      case 'redo':
        if (control.because) desk.say(control.because);
        return this.go(dc, forgetFrom(this.skill, stored, control.from));
      case 'amend':
        return this.go(dc, amend(this.skill, stored, control.name, control.value));
      case 'reread':
        if (control.because) desk.say(control.because);
        return this.go(dc, forgetKinds(this.skill, stored, 'load', 'consent'));
      case 'page': {
        const step = this.open(desk, stored);
        if (step && stored.asked) keep(dc, this.ask(desk, step, { ...stored, asked: { ...stored.asked, page: control.page } }, 0));
        return Dialog.EndOfTurn;
      }
      case 'leave':
        if (control.say !== undefined) desk.say(control.say);
        if (control.then !== undefined) desk.next = control.then;
        return dc.endDialog(LEFT);
    }
  }

  /** The step whose question is open, if it still is the next thing to know. */
  private open(desk: Desk, stored: Stored): Asking | undefined {
    const step = nextStep(this.skill, stored, known(this.skill, desk, stored));
    if (!step || step.name !== stored.asked?.name) return undefined;
    return step.kind === 'ask' || step.kind === 'consent' ? step : undefined;
  }

  private restore(instance: DialogInstance | undefined): Stored {
    const stored = Stored.safeParse(instance?.state);
    if (!stored.success) throw new BrokenFlow(this.skill.id, { cause: stored.error });
    return stored.data;
  }
}

/** What is stored of a flow cannot be read: it is forgotten, and the customer gets the menu. */
export class BrokenFlow extends Error {
  override readonly name = 'BrokenFlow';
}

function keep(dc: DialogContext, stored: Stored): void {
  if (dc.activeDialog) dc.activeDialog.state = stored;
}

/** The desk of this turn. @throws TypeError outside a turn of ours. */
export function deskOf(context: TurnContext): Desk {
  const desk: Desk | undefined = context.turnState.get(DESK);
  if (!desk) throw new TypeError('a flow runs on a desk');
  return desk;
}
