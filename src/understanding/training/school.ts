import { BUCKETS, featuresOf } from '../features';
import { OUT_OF_SCOPE } from '../labels';
import { familiarIn, knownStems } from '../model';
import { stemOf, wordsOf } from '../normalise';
import type { Utterance } from './corpus';
import { chance } from './chance';
import { learn, SCHOOLING, type Sample, type Schooling } from './learn';
import { mistyped } from './noise';

/** What is learnt before it is calibrated. */
export interface Learnt {
  readonly labels: readonly string[];
  readonly known: Uint8Array;
  /** By bucket, then by column; the last column tells English from Spanish. */
  readonly weights: Int8Array;
  readonly scales: readonly number[];
}

/** Each utterance is learnt as it stands, and beside it mistyped: in so many ways, one way a round. */
const COPIES = 3;
/** What a mistyped copy counts. */
const COPY_WEIGHT = 0.7;
/** A label with few utterances counts more, by the root of how few they are, but no more than this. */
const HEAVIEST = 2;
/** The world is larger than its utterances: what is out of scope is not balanced away, though it has the most of them. */
const STRANGE_WEIGHT = 1.5;

/** Learns which label an utterance means, and which language it is in. */
export function school(utterances: readonly Utterance[], schooling: Schooling = SCHOOLING): Learnt {
  const labels = [...new Set(utterances.map(({ label }) => label))].sort();
  const known = knownStems(stemsInScope(utterances));
  const familiar = familiarIn(known);
  const weightOf = balance(utterances.map(({ label }) => label));
  const sampled = ({ text, label }: Utterance, weight: number): Sample => ({
    vector: featuresOf(text, familiar),
    column: labels.indexOf(label),
    weight: weight * weightOf(label),
  });
  const plain = utterances.map((utterance) => sampled(utterance, 1));
  const copies = mistypedCopies(utterances, schooling.seed).map(({ round, ...copy }): Sample => ({
    ...sampled(copy, COPY_WEIGHT),
    turn: { round, of: COPIES },
  }));
  const english = plain.map(({ vector }, at): Sample => ({ vector, column: utterances[at]?.language === 'en' ? 1 : 0, weight: 1 }));
  const weights = learn([...plain, ...copies], labels.length, schooling);
  return { labels, known, ...quantised(weights, learn(english, 2, { ...schooling, rounds: LANGUAGE_ROUNDS }), labels.length) };
}

/** Two languages are told apart easily. */
const LANGUAGE_ROUNDS = 2;

function mistypedCopies(utterances: readonly Utterance[], seed: number): readonly (Utterance & { readonly round: number })[] {
  const random = chance(seed + 1);
  return utterances.flatMap((utterance) =>
    Array.from({ length: COPIES }, (_, round) => ({ ...utterance, text: mistyped(utterance.text, random), round })),
  );
}

/** Stems in at least two utterances that are in scope: while it learns, a stem that only one has is as strange as it will be elsewhere. */
function stemsInScope(utterances: readonly Utterance[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const { text, label } of utterances) {
    if (label === OUT_OF_SCOPE) continue;
    for (const stem of new Set(wordsOf(text).map(stemOf))) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  }
  return [...counts].filter(([, count]) => count > 1).map(([stem]) => stem);
}

function balance(labels: readonly string[]): (label: string) => number {
  const counts = new Map<string, number>();
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
  const mean = labels.length / counts.size;
  return (label) => (label === OUT_OF_SCOPE ? STRANGE_WEIGHT : Math.min(HEAVIEST, Math.sqrt(mean / (counts.get(label) ?? mean))));
}

/** One byte for each weight; the difference of the two languages becomes the last column. */
function quantised(weights: Float32Array, languages: Float32Array, labels: number): { weights: Int8Array; scales: number[] } {
  const columns = labels + 1;
  const at = (bucket: number, column: number): number =>
    column < labels ? (weights[bucket * labels + column] ?? 0) : (languages[2 * bucket + 1] ?? 0) - (languages[2 * bucket] ?? 0);
  const scales = Array.from({ length: columns }, (_, column) => {
    let largest = 1e-6;
    for (let bucket = 0; bucket < BUCKETS; bucket++) largest = Math.max(largest, Math.abs(at(bucket, column)));
    return largest / 127;
  });
  const bytes = new Int8Array(BUCKETS * columns);
  for (let place = 0; place < bytes.length; place++) {
    const column = place % columns;
    bytes[place] = Math.round(at((place - column) / columns, column) / (scales[column] ?? 1));
  }
  return { weights: bytes, scales };
}
