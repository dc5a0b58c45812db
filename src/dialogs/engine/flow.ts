import type { TurnContext } from 'botbuilder-core';
import type { DialogContext, DialogInstance, DialogTurnResult } from 'botbuilder-dialogs';
import { Dialog } from 'botbuilder-dialogs/lib/dialog';
import { textsFor } from '../../domain/texts';
import { afterNews, agree, sentBefore } from './agree';
import { isAgain, isControl, type Control } from './control';
import type { Desk } from './desk';
import type { Erased } from './erased';
import { begunWith, chooseNamed, freshLogin, isLapsed, isLogin, isOther, standing } from './identity';
import { isFresh } from './money';
import { carryOut, known, lastShown, toolsOf, wordsOf, type Secrets } from './knowing';
import { asked, openIn } from './open';
import { replyOf } from './question';
import { happened } from './settled';
import { amongOthers, filled, namedIn, without } from './slots';
import type { Skill, Step } from './skill';
import { engineTexts } from './texts';
import { amended, BrokenFlow, forgetFrom, forgetKinds, lastAnswered, nextStep, Preset, remember, Stored } from './steps';

/** Where a turn's {@link Desk} lies in `TurnContext.turnState`. */
export const DESK = Symbol('desk');
/** What a flow that a customer left answers to the one that waited for it. */
const LEFT = 'left';

/** Runs one skill as a Bot Framework dialog: ask, read or do what is missing, then act. One long file, because all of these lead to each other. */
export class FlowDialog extends Dialog {
  constructor(readonly skill: Skill) {
    super(skill.id);
  }

  /** `options.answers` presets what is known already, `options.slots` what was said; what does not fit is asked. */
  override async beginDialog(dc: DialogContext, options?: unknown): Promise<DialogTurnResult> {
    const { answers = {}, slots } = Preset.parse(options) ?? {};
    return this.go(dc, { begun: deskOf(dc.context).number, answers, ...(slots && { slots }) });
  }

  override async continueDialog(dc: DialogContext): Promise<DialogTurnResult> {
    const desk = deskOf(dc.context);
    const stored = this.restore(dc.activeDialog);
    const knows = known(this.skill, desk, stored);
    const step = openIn(this.skill, desk, stored, knows);
    const sent = step?.kind === 'consent' && (await sentBefore(desk, step, stored, knows));
    if (sent) return this.advance(dc, sent);
    if (!step || isLapsed(desk, this.skill, stored)) return this.go(dc, stored);
    const reply = replyOf(desk.said, lastShown(desk, stored) ?? wordsOf(step, knows));
    const answer = step.kind === 'consent' ? await agree(this.skill, desk, step, stored) : await step.question.read(reply, knows);
    const others = step.kind === 'ask' && !desk.said.tap ? amongOthers(step, reply.text, stored, { answer, knows }) : undefined;
    const among = others && (await others);
    if (among) return this.go(dc, remember(among.stored, step.name, among.answer));
    // What was read before a consent may be old by the time somebody goes back from it.
    if (isControl(answer))
      return this.obey(dc, answer, step.kind === 'consent' && answer.control === 'redo' ? forgetKinds(this.skill, stored, 'load') : stored);
    if (step.kind === 'consent' && (step.consent.stepUp?.(knows) ?? false) && !isFresh(desk, stored)) return this.stepUp(dc, stored);
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
    const step = openIn(this.skill, desk, stored);
    if (step) instance.state = asked(this.skill, desk, step, stored, desk.record.misses);
  }

  /** Asks again, as `repromptDialog`, unless who somebody is must be proved again first, or what was read must be read again. `isNews`: something happened since. */
  async again(dc: DialogContext, instance: DialogInstance, isNews = false): Promise<void> {
    const desk = deskOf(dc.context);
    if (isNews && !isLapsed(desk, this.skill, this.restore(instance))) instance.state = await afterNews(this.skill, desk, this.restore(instance));
    const stored = this.restore(instance);
    if (isLapsed(desk, this.skill, stored) || !openIn(this.skill, desk, stored)) await this.go(dc, stored);
    else await this.repromptDialog(dc.context, instance);
  }

  /** Whether leaving now loses something: money in flight, or something already done for it (a code was sent). */
  guards(instance: DialogInstance): boolean {
    const { asked, answers } = this.restore(instance);
    const done = this.skill.steps.some(({ kind, name }) => (kind === 'act' || kind === 'consent') && (name in answers || name === asked?.name));
    return done || (this.skill.needs?.money === true && this.skill.steps.some(({ kind, name }) => kind === 'ask' && name in answers));
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
    await this.go(dc, { ...forgetFrom(this.skill, stored, last), asks: last });
    return true;
  }

  /** Lets the skill handle one of its events, outside any flow. */
  async hear(desk: Desk, name: string, value: unknown): Promise<void> {
    await happened(this.skill, desk, name, value);
  }

  /** Logs in first if need be. What was read or agreed to before a new proof, or for somebody else, is read and shown again. */
  private go(dc: DialogContext, stored: Stored): Promise<DialogTurnResult> {
    const desk = deskOf(dc.context);
    const { needs } = this.skill;
    if (!needs) return this.advance(dc, stored);
    const named = namedIn(this.skill, stored, desk.country);
    chooseNamed(desk, needs, named);
    const left = { ...without(stored, needs.from, 'contract'), ...(desk.speaks && needs.login === 'account' && { speaks: desk.speaks }) };
    const who = standing(desk, needs, left, named);
    if (isLogin(who)) {
      keep(dc, forgetKinds(this.skill, left, 'load', 'consent'));
      return dc.beginDialog(who.login, begunWith(who, named.said, desk.named));
    }
    const { line: _, home: __, ...rest } = isOther(stored, who) ? forgetKinds(this.skill, left, 'load', 'consent', 'act') : left;
    return this.advance(dc, { ...rest, ...who });
  }

  private async advance(dc: DialogContext, stored: Stored, secrets: Secrets = {}): Promise<DialogTurnResult> {
    const desk = deskOf(dc.context);
    const knows = known(this.skill, desk, stored, secrets);
    const step = nextStep(this.skill, { ...stored, answers: { ...stored.answers, ...secrets } }, knows);
    if (!step) return this.finish(dc, stored, knows);
    if (step.kind === 'ask') return this.find(dc, step, stored, secrets);
    if (step.kind === 'consent') {
      keep(dc, asked(this.skill, desk, step, stored, 0));
      return Dialog.EndOfTurn;
    }
    const value = await carryOut(step, knows, toolsOf(desk, this.skill, stored));
    return isControl(value) ? this.obey(dc, value, stored) : this.advance(dc, remember(stored, step.name, value), secrets);
  }

  /** The answer as it was said before its question, else as it may be assumed, else asked for. */
  private async find(dc: DialogContext, step: Extract<Step, { kind: 'ask' }>, stored: Stored, secrets: Secrets): Promise<DialogTurnResult> {
    const desk = deskOf(dc.context);
    const knows = known(this.skill, desk, stored, secrets);
    const filling = filled(step, stored, knows); // most often there is nothing to wait for
    const said = filling && (await filling);
    const left = said?.stored ?? stored;
    if (said && isControl(said.answer) && said.answer.control !== 'again') return this.obey(dc, said.answer, left);
    const because = said && isAgain(said.answer) ? said.answer.because : stored.asks === step.name ? desk.insists : undefined;
    const assumed = because === undefined && stored.asks !== step.name ? step.question.assumes?.(knows) : undefined;
    const answer = said && !isControl(said.answer) ? said.answer : assumed;
    if (answer !== undefined) return this.advance(dc, remember(left, step.name, answer), secrets);
    keep(dc, asked(this.skill, desk, step, left, 0, because));
    return Dialog.EndOfTurn;
  }

  private async finish(dc: DialogContext, stored: Stored, knows: Erased): Promise<DialogTurnResult> {
    const left = await this.skill.run(Object.assign(knows, toolsOf(deskOf(dc.context), this.skill, stored)));
    if (left) return this.obey(dc, left, stored);
    deskOf(dc.context).finished = this.skill.id;
    return dc.endDialog();
  }

  /** The code is too old for what was agreed to: a new one, then the same consent again. */
  private async stepUp(dc: DialogContext, stored: Stored): Promise<DialogTurnResult> {
    const desk = deskOf(dc.context);
    keep(dc, forgetKinds(this.skill, stored, 'load', 'consent'));
    desk.say(textsFor(engineTexts, desk.record.language, desk.record.form).freshCode);
    const { login, answers } = freshLogin(stored);
    return dc.beginDialog(login, { answers });
  }

  private async obey(dc: DialogContext, control: Control, stored: Stored): Promise<DialogTurnResult> {
    const desk = deskOf(dc.context);
    switch (control.control) {
      case 'again':
        keep(dc, stored);
        desk.unheard = unheardBy(control, stored);
        return Dialog.EndOfTurn;
      case 'redo':
        if (control.because) desk.say(control.because);
        return this.go(dc, { ...forgetFrom(this.skill, stored, control.from), asks: control.from });
      case 'amend':
        return this.go(dc, amended(this.skill, stored, { ...control.also, [control.name]: control.value }));
      case 'reread':
        if (control.because) desk.say(control.because);
        return this.go(dc, forgetKinds(this.skill, stored, 'load', 'consent'));
      case 'page': {
        const step = openIn(this.skill, desk, stored);
        if (step && stored.asked) keep(dc, asked(this.skill, desk, step, { ...stored, asked: { ...stored.asked, page: control.page } }, 0));
        return Dialog.EndOfTurn;
      }
      case 'leave':
        if (control.say !== undefined) desk.say(control.say);
        if (control.then !== undefined) desk.next = { skill: control.then, ...(control.said && { slots: control.said }) };
        return dc.endDialog(LEFT);
      case 'detour':
        keep(dc, forgetKinds(this.skill, stored, 'load', 'consent'));
        desk.detour = control;
        return Dialog.EndOfTurn;
    }
  }

  private restore(instance: DialogInstance | undefined): Stored {
    const stored = Stored.safeParse(instance?.state);
    if (!stored.success) throw new BrokenFlow(this.skill.id, { cause: stored.error });
    return stored.data;
  }
}

/** What a question that was not answered says when it is asked again: why, or that only if no other skill hears the reply. */
function unheardBy({ because, understood }: Extract<Control, { control: 'again' }>, { asked: open }: Stored): NonNullable<Desk['unheard']> {
  if (because === undefined) return {};
  return understood || !open ? { because } : { orElse: { question: open.id, words: because } };
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
