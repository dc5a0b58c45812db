import type { FlowDialog } from './engine/flow';
import type { Skill } from './engine/skill';
import type { Said } from './engine/slots';
import { bring, type Elsewhere } from './elsewhere';
import { wanted, type Ears } from './guess';
import { asksBeforeLeaving, goesOn, offerReturn, offerSecond } from './interruptions';
import type { Moves, Review, Round } from './round';
import { isSheltered } from './shelter';
import type { Voice } from './voice';

/** A round, and the dialogs' own context for it. */
export interface Turned extends Round {
  readonly dc: Parameters<FlowDialog['back']>[0];
}

interface MovingParts {
  readonly flows: ReadonlyMap<string, FlowDialog>;
  readonly skills: ReadonlyMap<string, Skill>;
  readonly speaking: Voice;
  readonly ears: Ears;
  /** Id of the skill that leads to a human being. */
  readonly person: string;
  readonly review: Review | undefined;
  readonly elsewhere: Elsewhere | undefined;
}

/** How one skill follows another. */
export function moving({ flows, skills, speaking, ears, person, review, elsewhere }: MovingParts) {
  /** A skill is started on an empty stack; one that ends may name the next, and what waits is offered then. */
  const begin = async (round: Turned, skill: string, slots?: Said, answers?: object): Promise<void> => {
    const { dc, desk } = round;
    desk.record.misses = 0;
    desk.began = true;
    dc.stack.length = 0;
    await dc.beginDialog(skill, { ...(slots && { slots }), ...(answers && { answers }) });
    await settle(round);
  };
  const settle = async (round: Turned): Promise<void> => {
    const { dc, desk, flows: open } = round;
    const { next, detour } = desk;
    delete desk.detour;
    if (detour && flows.has(detour.skill)) {
      open.park(detour.skill);
      return begin(round, detour.skill, undefined, detour.answers);
    }
    if (dc.stack.length > 0) return;
    delete desk.next;
    if (next !== undefined) return begin(round, next.skill, next.slots);
    if (await goesOn(round)) return;
    if (offerSecond(round)) return;
    if (elsewhere) await bring(round, skills, elsewhere);
    offerReturn(round);
  };
  const start = async (round: Turned, skill: string, slots?: Said): Promise<void> => {
    const { dc, desk } = round;
    if (!flows.has(skill))
      return desk.say(speaking.menu(desk, speaking.knows(skill) || !speaking.names(skill) ? speaking.t(desk).menu : speaking.t(desk).notYet));
    if (dc.stack.length > 0 && asksBeforeLeaving(round, skill, slots)) return;
    return begin(round, skill, slots);
  };
  const movesOf = (round: Turned): Moves => ({
    begin: (skill, slots, answers) => begin(round, skill, slots, answers),
    start: (skill, slots) => start(round, skill, slots),
    person: () => begin(round, person, undefined, isSheltered(round.desk) ? { quietly: true } : undefined),
    wanted: (text) => wanted(text, round.desk.record.language, ears),
    note: (why, text) => review?.({ why, text, language: round.desk.record.language }),
  });
  return { begin, settle, start, movesOf };
}
