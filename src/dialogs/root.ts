import type { TurnContext } from 'botbuilder-core';
// By its parts: as a whole it loads recognisers of numbers and dates too, which takes a third of the start.
import { DialogContext } from 'botbuilder-dialogs/lib/dialogContext';
import { DialogContextError } from 'botbuilder-dialogs/lib/dialogContextError';
import { DialogSet } from 'botbuilder-dialogs/lib/dialogSet';
import { BackendFailure } from '../domain/failure';
import type { Arrival } from '../domain/message';
import type { Recogniser } from '../understanding/port';
import type { HelpLines } from './care/safety';
import type { Attending } from './attending';
import { isTaken, TAKEN, type Elsewhere } from './elsewhere';
import { beginCall, endCall, handBack } from './calls';
import { isAttended } from './engine/attended';
import { deskOf, FlowDialog } from './engine/flow';
import { BrokenFlow } from './engine/steps';
import type { Skill } from './engine/skill';
import type { Guesser } from './guess';
import { hearing } from './hearing';
import { learn } from './matter';
import { moving, type Turned } from './moves';
import { obey } from './obey';
import type { Review } from './round';
import { contexts, flowsOn } from './stack';
import { survey, travelled, type Survey } from './survey';
import { voice } from './voice';

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

/** Who hears a message: what is grave, a command, the open question, a skill, the help center, and at last a person. Decided only here and in `hearing.ts`. */
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

  const moves = moving({ flows, skills: skillsById, speaking, ears, person, review, elsewhere, lines: helpLines });
  const hearSaid = hearing({ moves, flows, speaking, person, attending, elsewhere, helpLines });

  const hearEvent = async (round: Turned, name: string, value: unknown): Promise<void> => {
    if (await attending?.happened(round, moves.movesOf(round), name, value)) return;
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

  const dispatch = (round: Turned, arrival: Arrival): Promise<void> | void => {
    const { dc, desk } = round;
    switch (arrival.kind) {
      case 'said':
        if (arrival.called && !desk.record.called) beginCall(desk);
        return hearSaid(round, arrival);
      case 'called':
        beginCall(desk, arrival.skill);
        dc.stack.length = 0;
        return moves.start(round, arrival.skill, arrival.said);
      case 'ended':
        return endCall(desk, round.flows);
      case 'event':
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
      const asked = surveys && survey(round, arrival, surveys);
      if (asked) await asked;
      const attended = attending?.after(round, arrival);
      if (attended) await attended;
      learn(desk, arrival, review);
      handBack(desk, round.flows, failed);
    },
  };
}
