import { meantBy, seated, seatsFor, sketchOf, type Seats, type Sketch } from '../features';
import { OUT_OF_SCOPE } from '../labels';
import { wordsOf } from '../normalise';
import { spelling } from '../spelling';
import { chance } from './chance';
import type { Utterance } from './corpus';
import { mistyped } from './noise';

/** An utterance as it stands and mistyped, ready to be learnt. */
export interface Lesson extends Utterance {
  readonly plain: Sketch;
  readonly mistyped: readonly Sketch[];
}

/** Each utterance is learnt as it stands, and beside it mistyped: in so many ways, one way a round. */
export const COPIES = 3;

/** What is learnt together, and the features that are looked at. */
export interface Lessons {
  readonly seats: Seats;
  readonly all: readonly Lesson[];
}

/** @param words of the utterances, as {@link vocabulary} lists them */
export function lessons(utterances: readonly Utterance[], words: string, seed: number): Lessons {
  const spelt = spelling(words.split(' '));
  const random = chance(seed + 1);
  const sketched = utterances.map((utterance) => {
    const meant = meantBy(utterance.text, spelt);
    const plain = sketchOf(meant);
    const copies = Array.from({ length: COPIES }, () => meantBy(mistyped(utterance.text, random), spelt));
    // Many slips are mended, or were none: what reads the same is the same.
    return { ...utterance, plain, mistyped: copies.map((copy) => (copy.join(' ') === meant.join(' ') ? plain : sketchOf(copy))) };
  });
  // What slips leave of words is common, too: one copy of each text has a say in which features there are.
  const seats = seatsFor(sketched.flatMap(({ plain, mistyped: [copy = plain] }) => [plain, copy]));
  const all = sketched.map((lesson) => {
    const plain = seated(lesson.plain, seats);
    return { ...lesson, plain, mistyped: lesson.mistyped.map((copy) => (copy === lesson.plain ? plain : seated(copy, seats))) };
  });
  return { seats, all };
}

/** Words of utterances, the commonest first; of equally common ones the first in the alphabet. */
export function vocabulary(utterances: readonly Utterance[]): string {
  const counts = new Map<string, number>();
  for (const { text } of utterances) for (const word of wordsOf(text)) counts.set(word, (counts.get(word) ?? 0) + 1);
  const sorted = [...counts].sort(([a, many], [b, few]) => few - many || (a < b ? -1 : 1));
  return sorted.map(([word]) => word).join(' ');
}

/** Stems in at least two utterances that are in scope: while it learns, a stem that only one has is as strange as it will be elsewhere. */
export function stemsInScope(lessons: readonly Lesson[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const { plain, label } of lessons) {
    if (label === OUT_OF_SCOPE) continue;
    for (const stem of new Set(plain.stems)) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  }
  return [...counts].filter(([, count]) => count > 1).map(([stem]) => stem);
}
