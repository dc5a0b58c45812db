import type { TurnContext } from 'botbuilder';
import { DialogContext, DialogContextError, DialogSet } from 'botbuilder-dialogs';
import { BackendFailure } from '../domain/failure';
import type { Arrival } from '../domain/message';
import type { Recogniser } from '../understanding/port';
import { commandIn } from './commands';
import { BrokenFlow, deskOf, FlowDialog } from './engine/flow';
import { replyOf } from './engine/question';
import type { Skill } from './engine/skill';
import { guess, type Guesser } from './guess';
import { answersRoot, asksBeforeLeaving, offerReturn } from './interruptions';
import { smallTalk, speaksFormally } from './manners';
import { obey } from './obey';
import type { Round } from './round';
import { flowsOn } from './stack';
import { MENU, START, voice } from './voice';

const MISSES_BEFORE_PERSON = 2; // answers in a row that were none

/** The conversation's ear. */
export interface Root {
  /** Hears one arrival; what is said is collected on the desk. @throws what is a bug of ours, never a backend's failure. */
  hear(context: TurnContext, arrival: Arrival): Promise<void>;
}

export interface RootParts {
  readonly skills: readonly Skill[];
  /** Ids of the skills that the greeting offers, in that order. */
  readonly menu: readonly string[];
  /** Id of the skill that leads to a human being. */
  readonly person: string;
  /** What is certain, word for word. */
  readonly recogniser: Recogniser;
  /** What is probable; asked only when nothing is under way and nothing is certain. */
  readonly guesser?: Guesser;
  readonly report: (event: string, detail: object) => void;
}

/** Who hears a message: a command, the open question, a skill, and at last a person. The only place that decides it. */
export function root({ skills, menu, person, recogniser, guesser, report }: RootParts): Root {
  const flows = new Map(skills.map((skill) => [skill.id, new FlowDialog(skill)]));
  const dialogs = new DialogSet();
  for (const flow of flows.values()) dialogs.add(flow);
  const speaking = voice(new Map(skills.map((skill) => [skill.id, skill])), menu, person);

  const roundOf = (context: TurnContext): Turned => {
    const desk = deskOf(context);
    const dc = new DialogContext(dialogs, context, { dialogStack: desk.record.stack });
    return { dc, desk, voice: speaking, flows: flowsOn(flows, dc) };
  };

  /** A skill is started on an empty stack; one that ends may name the next, and what was parked is offered again. */
  const begin = async (round: Turned, skill: string): Promise<void> => {
    const { dc, desk } = round;
    desk.record.misses = 0;
    dc.stack.length = 0;
    await dc.beginDialog(skill);
    await settle(round);
  };
  const settle = async (round: Turned): Promise<void> => {
    const { dc, desk } = round;
    if (dc.stack.length > 0) return;
    const { next } = desk;
    delete desk.next;
    if (next !== undefined) return begin(round, next);
    offerReturn(round);
  };
  const start = async (round: Turned, skill: string): Promise<void> => {
    const { dc, desk } = round;
    if (!flows.has(skill)) return desk.say(speaking.menu(desk, speaking.t(desk).menu));
    if (dc.stack.length > 0 && asksBeforeLeaving(round, skill)) return;
    return begin(round, skill);
  };

  const unheard = async (round: Turned, text: string): Promise<void> => {
    const { desk, dc } = round;
    const isRefused = desk.unheard?.because !== undefined;
    const wanted = isRefused ? undefined : clearly(round, text);
    if (wanted !== undefined && !dc.stack.some(({ id }) => id === wanted)) return start(round, wanted);
    const isHarmless = isRefused || (dc.stack.length > 0 && (wanted !== undefined || smallTalk(text) !== undefined)); // a second tap, a thank-you
    if (isHarmless && !isRefused) return round.flows.reprompt();
    if (!isHarmless) desk.record.misses++;
    const { misses } = desk.record;
    if (dc.stack.length > 0) {
      await round.flows.reprompt();
      if (misses > MISSES_BEFORE_PERSON) desk.say(speaking.stuck(desk));
      desk.record.misses %= MISSES_BEFORE_PERSON + 1;
    } else if (misses > MISSES_BEFORE_PERSON) await begin(round, person);
    else desk.say(speaking.menu(desk, misses > 1 ? speaking.t(desk).unheardAgain : speaking.t(desk).unheard));
  };
  /** The skill that a text clearly is; whoever writes in the other language is answered in it from then on. */
  const clearly = ({ desk }: Turned, text: string): string | undefined => {
    const [intent] = recogniser.rank(text, desk.record.language);
    if (intent?.language) desk.record.language = intent.language;
    return intent?.skill;
  };

  const hearOpen = async (round: Turned, text: string): Promise<void> => {
    const { dc, desk } = round;
    await dc.continueDialog();
    if (desk.unheard) return unheard(round, text);
    desk.record.misses = 0;
    return settle(round);
  };

  /** A button of another question: nothing is done for it. */
  const over = async ({ desk, flows: open }: Turned): Promise<void> => {
    if (open.ids().length === 0) return desk.say(speaking.menu(desk, speaking.t(desk).over));
    desk.say(speaking.t(desk).over);
    return open.reprompt();
  };

  /** A card was written: what else that message said is not acted on. The question stays open, also one of the root's own. */
  const warn = async ({ dc, desk, flows: open }: Turned): Promise<void> => {
    const { asking, last } = desk.record;
    const own = asking && last.findLast(({ question }) => question === asking.id);
    if (!own && dc.stack.length === 0) return desk.say(speaking.menu(desk, speaking.t(desk).cards));
    desk.say(speaking.t(desk).cards);
    return own ? desk.say(own) : open.reprompt();
  };

  const hearSaid = async (round: Turned, said: Extract<Arrival, { kind: 'said' }>): Promise<void> => {
    const { dc, desk } = round;
    const { text, tap } = said;
    if (said.cards) return warn(round);
    if (desk.record.form !== 'usted' && speaksFormally(text)) desk.record.form = 'usted';
    if (tap?.choice === MENU) return obey(round, 'menu');
    if (tap?.choice.startsWith(START)) return start(round, tap.choice.slice(START.length));
    const command = tap ? undefined : commandIn(text);
    if (command === 'person') return start(round, person);
    if (command) return obey(round, command);
    if (await answersRoot(round, (skill) => begin(round, skill))) return;
    if (tap && tap.question !== round.flows.question()) return over(round);
    if (dc.stack.length > 0) return hearOpen(round, text);
    const offered = offeredTo(round);
    if (offered !== undefined) return start(round, offered);
    const polite = smallTalk(text);
    if (polite === 'hello') return desk.say(speaking.hello(desk));
    if (polite) return desk.say(speaking.t(desk)[polite]);
    if (text.trim() === '' && desk.said.files.length > 0) return desk.say(speaking.menu(desk, speaking.t(desk).files));
    const wanted = clearly(round, text);
    if (wanted !== undefined) return begin(round, wanted);
    const guessed = guesser && guess(round, text, guesser, (skill) => flows.has(skill));
    if (guessed === undefined) return unheard(round, text);
    if (guessed !== 'told') return begin(round, guessed.begin);
  };

  const hearEvent = async (round: Turned, name: string, value: unknown): Promise<void> => {
    const [skill = '', event = ''] = name.split(':');
    try {
      await flows.get(skill)?.hear(round.desk, event, value);
    } catch (error) {
      // The customer asked for nothing just now, and what failed may be what must not be told (which numbers get an SMS).
      if (!(error instanceof BackendFailure)) throw error;
      report('event.failed', { skill, kind: error.kind, backend: error.backend });
    }
    if (round.desk.replies.length > 0) await round.flows.reprompt();
  };

  const dispatch = async (round: Turned, arrival: Arrival): Promise<void> => {
    const { dc, desk } = round;
    switch (arrival.kind) {
      case 'said':
        return hearSaid(round, arrival);
      case 'event':
        return hearEvent(round, arrival.name, arrival.value);
      case 'joined':
        if (arrival.language) desk.record.language = arrival.language;
        return dc.stack.length > 0 ? round.flows.reprompt() : desk.say(speaking.hello(desk));
      case 'language':
        return obey(round, arrival.language === 'es' ? 'spanish' : 'english');
    }
  };

  return {
    async hear(context, arrival) {
      const round = roundOf(context);
      const { desk, dc } = round;
      try {
        const gone = dc.stack.find(({ id }) => !flows.has(id));
        if (gone) throw new BrokenFlow(gone.id);
        await dispatch(round, arrival);
      } catch (thrown) {
        const error = thrown instanceof DialogContextError ? thrown.error : thrown;
        const begun = dc.stack[0]?.id;
        if (!(error instanceof BackendFailure || error instanceof BrokenFlow)) throw error;
        report(error.name, { message: error.message, skill: begun });
        dc.stack.length = 0;
        desk.say(error instanceof BrokenFlow ? speaking.menu(desk, speaking.t(desk).broken) : speaking.down(desk, begun));
      }
    },
  };
}

/** The skill that was offered last under the number or the label that was typed: many phones show no buttons. */
function offeredTo({ desk }: Round): string | undefined {
  const last = desk.record.last.at(-1);
  if (!last) return undefined;
  const { choice, numbered } = replyOf(desk.said, last);
  const picked = choice ?? numbered;
  return picked?.startsWith(START) ? picked.slice(START.length) : undefined;
}

/** A round, and the dialogs' own context for it. */
interface Turned extends Round {
  readonly dc: DialogContext;
}
