import { whoHelps, type HelpLines } from './care/safety';
import type { FlowDialog } from './engine/flow';
import type { Skill } from './engine/skill';
import type { Said } from './engine/slots';
import { bring, type Elsewhere } from './elsewhere';
import { isNamed, wanted, type Ears } from './guess';
import { asksBeforeLeaving, goesOn, offerReturn, offerSecond } from './interruptions';
import type { Moves, Review, Round } from './round';
import { isSheltered } from './shelter';
import type { Voice } from './voice';
import { forMinors, isKeptFrom } from './wishes';

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
  readonly lines: HelpLines;
}

/** What is spoken of in *usted*, to the end of the conversation. */
const GRAVE: ReadonlySet<string> = new Set(['block-line']);

/** How one skill follows another. */
export function moving({ flows, skills, speaking, ears, person, review, elsewhere, lines }: MovingParts) {
  /** A skill is started on an empty stack; one that ends may name the next, and what waits is offered then. */
  const begin = async (round: Turned, skill: string, slots?: Said, answers?: object): Promise<void> => {
    const { dc, desk } = round;
    if (isKeptFrom(round, skill)) return desk.say(forMinors(round));
    desk.record.misses = 0;
    desk.began = true;
    desk.begun = skill;
    if (GRAVE.has(skill)) desk.record.form = 'usted';
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
    if (isKeptFrom(round, skill)) return desk.say(forMinors(round));
    if (dc.stack.length > 0 && asksBeforeLeaving(round, skill, slots)) return;
    return begin(round, skill, slots);
  };
  const movesOf = (round: Turned): Moves => ({
    begin: (skill, slots, answers) => begin(round, skill, slots, answers),
    start: (skill, slots) => start(round, skill, slots),
    person: async (text) => {
      const { desk, flows: open } = round;
      if (open.guarded()) open.park(); // nobody is asked whether to leave it, on the way to a person
      await begin(round, person, text === undefined ? undefined : { words: text }, isSheltered(desk) ? { quietly: true } : undefined);
      if (desk.record.marks?.includes('crisis')) desk.say(whoHelps({ ...desk.record, lines })); // whoever waits for us need not wait for help
    },
    wanted: (text) => wanted(text, round.desk.record.language, ears),
    languageOf: (text) => ears.guesser?.languageOf(text),
    names: (text) => isNamed(text, round.desk.record.language, ears),
    note: (why, text) => {
      round.desk.noted = why;
      review?.({ why, text, language: round.desk.record.language });
    },
  });
  return { begin, settle, start, movesOf };
}
