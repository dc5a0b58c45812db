import { sketchOf, type Sketch } from '../features';
import { OUT_OF_SCOPE } from '../labels';
import { stemOf, wordsOf } from '../normalise';
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

/** @param words of the utterances, as {@link vocabulary} lists them */
export function lessons(utterances: readonly Utterance[], words: string, seed: number): readonly Lesson[] {
  const spelt = spelling(words.split(' '));
  const random = chance(seed + 1);
  return utterances.map((utterance) => ({
    ...utterance,
    plain: sketchOf(utterance.text, spelt),
    mistyped: Array.from({ length: COPIES }, () => sketchOf(mistyped(utterance.text, random), spelt)),
  }));
}

/** Words of utterances, the commonest first; of equally common ones the first in the alphabet. */
export function vocabulary(utterances: readonly Utterance[]): string {
  const counts = new Map<string, number>();
  for (const { text } of utterances) for (const word of wordsOf(text)) counts.set(word, (counts.get(word) ?? 0) + 1);
  const sorted = [...counts].sort(([a, many], [b, few]) => few - many || (a < b ? -1 : 1));
  return sorted.map(([word]) => word).join(' ');
}

/** Stems in at least two utterances that are in scope: while it learns, a stem that only one has is as strange as it will be elsewhere. */
export function stemsInScope(utterances: readonly Utterance[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const { text, label } of utterances) {
    if (label === OUT_OF_SCOPE) continue;
    for (const stem of new Set(wordsOf(text).map(stemOf))) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  }
  return [...counts].filter(([, count]) => count > 1).map(([stem]) => stem);
}
