import type { TurnContext } from 'botbuilder-core';
// By its parts: as a whole it loads recognisers of numbers and dates too, which takes a third of the start.
import { DialogContext } from 'botbuilder-dialogs/lib/dialogContext';
import { DialogContextError } from 'botbuilder-dialogs/lib/dialogContextError';
import { DialogSet } from 'botbuilder-dialogs/lib/dialogSet';
import { BackendFailure } from '../domain/failure';
import type { Arrival } from '../domain/message';
import type { Recogniser } from '../understanding/port';
import { graveIn } from '../understanding/safety';
import type { HelpLines } from './care/safety';
import type { Attending } from './attending';
import { isTaken, TAKEN, taken, type Elsewhere } from './elsewhere';
import { beginCall, endCall, handBack } from './calls';
import { commandIn, isStop } from './commands';
import { isAttended } from './engine/attended';
import { BrokenFlow, deskOf, FlowDialog } from './engine/flow';
import type { Skill } from './engine/skill';
import type { Said } from './engine/slots';
import { offeredTo, type Guesser } from './guess';
import { answersRoot } from './interruptions';
import { complains, speaksFormally } from './manners';
import { learn } from './matter';
import { hearPlace } from './near';
import { moving, type Turned } from './moves';
import { obey } from './obey';
import { processed } from './processed';
import { remarked } from './remarks';
import type { Review } from './round';
import { shelter } from './shelter';
import { contexts, flowsOn } from './stack';
import { survey, travelled, type Survey } from './survey';
import { unheard, unheardIn } from './unheard';
import { MENU, START, voice } from './voice';
import { act, piecesFor } from './wishes';

/** The conversation's ear. */
export interface Root {
  /** Hears one arrival; what is said is collected on the desk. @throws what is a bug of ours, never a backend's failure. */
  hear(context: TurnContext, arrival: Arrival): Promise<void>;
}

export interface RootParts {
  readonly skills: readonly Skill[];
  /** Ids of the skills that the greeting offers, in that order. */
  readonly menu: readonly string[];
  /** Id of the skill that leads to a human being. It may know `quietly`: then it shows no menu. */
  readonly person: string;
  /** What is certain, word for word. */
  readonly recogniser: Recogniser;
  /** What is probable. */
  readonly guesser?: Guesser;
  /** Where texts go that nobody understood. */
  readonly review?: Review;
  /** What is for a person, where people can be reached. */
  readonly attending?: Attending;
  /** Absent where nobody is asked how it was. */
  readonly surveys?: Survey;
  /** The customer's other chats. */
  readonly elsewhere?: Elsewhere;
  /** Numbers to call in danger, as the operator confirmed them. */
  readonly helpLines?: HelpLines;
  readonly report: (event: string, detail: object) => void;
}

/** Who hears a message: what is grave, a command, the open question, a skill, the help center, and at last a person. The only place that decides it. */
export function root({ skills, menu, person, recogniser, guesser, attending, elsewhere, surveys, helpLines = {}, review, report }: RootParts): Root {
  const flows = new Map(skills.map((skill) => [skill.id, new FlowDialog(skill)]));
  const dialogs = new DialogSet();
  for (const flow of flows.values()) dialogs.add(flow);
  const skillsById = new Map(skills.map((skill) => [skill.id, skill]));
  const speaking = voice(skillsById, menu, person);
  const ears = { recogniser, ...(guesser && { guesser }), isBuilt: (skill: string) => flows.has(skill) };

  const contextOf = contexts((context) => new DialogContext(dialogs, context, { dialogStack: [] }));
  const roundOf = (context: TurnContext): Turned => {
    const desk = deskOf(context);
    const dc = contextOf(context, desk.record.stack);
    return { dc, desk, voice: speaking, flows: flowsOn(flows, dc) };
  };

  const { settle, start, movesOf } = moving({ flows, skills: skillsById, speaking, ears, person, review, elsewhere, lines: helpLines });

  const hearOpen = async (round: Turned, text: string): Promise<void> => {
    const { desk, flows: open } = round;
    await open.hear();
    if (desk.unheard && attending?.meant(round, { text })) return;
    if (desk.unheard) return unheardIn(round, movesOf(round), text);
    desk.record.misses = 0;
    return settle(round);
  };

  /** A button of another question: nothing is done for it. */
  const over = async ({ desk, flows: open }: Turned): Promise<void> => {
    const known = await processed(desk);
    if (known) {
      desk.say(known);
      return open.reprompt();
    }
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

  /** Before any menu, and before any command. */
  const sheltered = async (round: Turned, { text, tap, cards }: Saying): Promise<boolean> => {
    const grave = tap ? undefined : graveIn(text);
    if (!grave) return false;
    const moves = movesOf(round);
    const block = () => moves.begin(BLOCK, piecesFor([BLOCK], round, text));
    await shelter(round, grave, { lines: helpLines, person: moves.person, ...(flows.has(BLOCK) && { block }) });
    if (cards) round.desk.say(speaking.t(round.desk).cards);
    return true;
  };

  const hearTap = async (round: Turned, { tap }: Saying, slots?: Said): Promise<boolean> => {
    if (tap?.choice === MENU || tap?.choice.startsWith(WITH_PERSON)) await obey(round, 'menu');
    else if (tap?.choice.startsWith(START)) await start(round, tap.choice.slice(START.length), slots);
    else return false;
    return true;
  };

  const hearSaid = async (round: Turned, said: Saying): Promise<void> => {
    const { dc, desk } = round;
    const { text, tap } = said;
    const { slots } = desk.record;
    delete desk.record.slots;
    if (await sheltered(round, said)) return;
    if (said.cards) return warn(round);
    if (desk.record.form !== 'usted' && (speaksFormally(text) || complains(text))) desk.record.form = 'usted';
    if (await attending?.heard(round, said, tap ? undefined : commandIn(text))) return;
    if (tap?.choice !== START + person && (await hearTap(round, said, slots))) return;
    if (said.place) return hearPlace(round, said.place, { start, settle });
    const isIdle = dc.stack.length === 0 && !desk.record.asking;
    const command = tap || (isIdle && isStop(text)) ? undefined : commandIn(text);
    const moves = movesOf(round);
    if (command === 'person' || tap?.choice === START + person) return moves.person();
    if (command) return obey(round, command);
    if (await answersRoot(round, moves)) return desk.record.parked ? undefined : taken(round, dc.stack[0]?.id ?? '', elsewhere);
    if (tap && tap.question !== round.flows.question()) return over(round);
    if (!tap && !isAttended(desk.record) && (await remarked(round, moves, said))) return;
    if (dc.stack.length > 0) return hearOpen(round, text);
    const offered = offeredTo(round);
    if (offered === 'menu') return obey(round, 'menu');
    if (offered !== undefined) return offered === 'other' ? moves.person() : start(round, offered, slots);
    if (!(await act(round, moves, text))) return unheard(round, moves, text);
  };

  const hearEvent = async (round: Turned, name: string, value: unknown): Promise<void> => {
    if (name === TAKEN && isTaken(round.desk.record, value)) {
      round.flows.drop();
      return round.desk.say(speaking.t(round.desk).wentOn);
    }
    const [skill = '', event = ''] = name.split(':');
    try {
      await flows.get(skill)?.hear(round.desk, event, value);
    } catch (error) {
      // The customer asked for nothing just now, and what failed may be what must not be told (which numbers get an SMS).
      if (!(error instanceof BackendFailure)) throw error;
      report('event.failed', { skill, kind: error.kind, backend: error.backend });
    }
    if (round.desk.replies.length > 0) await round.flows.reprompt(true);
  };

  const dispatch = async (round: Turned, arrival: Arrival): Promise<void> => {
    const { dc, desk } = round;
    switch (arrival.kind) {
      case 'said':
        if (arrival.called && !desk.record.called) beginCall(desk);
        return hearSaid(round, arrival);
      case 'called':
        beginCall(desk, arrival.skill);
        dc.stack.length = 0;
        return start(round, arrival.skill, arrival.said);
      case 'ended':
        return endCall(desk, round.flows);
      case 'event':
        if (await attending?.happened(round, movesOf(round), arrival.name, arrival.value)) return;
        return hearEvent(round, arrival.name, arrival.value);
      case 'joined':
        if (arrival.language) desk.record.language = arrival.language;
        if (attending?.joined(round)) return;
        return dc.stack.length > 0 ? round.flows.reprompt() : desk.say(speaking.hello(desk));
      case 'language':
        return obey(round, arrival.language === 'es' ? 'spanish' : 'english');
    }
  };

  return {
    async hear(context, arrival) {
      const round = roundOf(context);
      const { desk, dc } = round;
      const began = dc.stack.length > 0;
      let failed = arrival.kind === 'called' && !flows.has(arrival.skill);
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
        failed = true;
        desk.say(error instanceof BrokenFlow ? speaking.menu(desk, speaking.t(desk).broken) : speaking.down(desk, begun));
      }
      if (arrival.kind === 'said' && desk.replies.length === 0 && dc.stack.length === 0 && !isAttended(desk.record))
        desk.say(speaking.menu(desk, speaking.t(desk).menu)); // nobody is left without an answer
      travelled(round, began || desk.began === true, failed);
      if (surveys) await survey(round, arrival, surveys);
      await attending?.after(round, arrival);
      learn(desk, arrival, review);
      handBack(desk, round.flows, failed);
    },
  };
}

/** Buttons of a talk with a person, which is over when they come here. */
const WITH_PERSON = 'attended:';
/** The skill that blocks a stolen line, where there is one. */
const BLOCK = 'block-line';

type Saying = Extract<Arrival, { kind: 'said' }>;
