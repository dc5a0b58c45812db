import { completed, SEATS, type Seats, type Sketch, type Vector } from '../features';
import { OUT_OF_SCOPE } from '../labels';
import { familiarIn, knownStems } from '../model';
import { learn, SCHOOLING, type Sample, type Schooling } from './learn';
import { COPIES, stemsInScope, type Lessons } from './lessons';

/** What is learnt before it is calibrated. */
export interface Learnt {
  readonly labels: readonly string[];
  readonly seats: Seats;
  readonly known: Uint8Array;
  /** By seat, then by column; the last column tells English from Spanish. */
  readonly weights: Int8Array;
  readonly scales: readonly number[];
}

/** What a mistyped copy counts. */
const COPY_WEIGHT = 0.7;
/** A label with few utterances counts more, by the root of how few they are, but no more than this. */
const HEAVIEST = 2;
/** The world is larger than its utterances: what is out of scope is not balanced away, though it has the most of them. */
const STRANGE_WEIGHT = 1.5;

/** Learns which label an utterance means, and which language it is in. */
export function school({ seats, all: lessons }: Lessons, schooling: Schooling = SCHOOLING): Learnt {
  const labels = [...new Set(lessons.map(({ label }) => label))].sort();
  const known = knownStems(stemsInScope(lessons));
  const familiar = familiarIn(known);
  const weightOf = balance(lessons.map(({ label }) => label));
  const columns = new Map(labels.map((label, column) => [label, column] as const));
  const vectorOf = (sketch: Sketch): Vector => completed(sketch, familiar, seats);
  const sampled = (vector: Vector, label: string, weight: number): Sample => ({
    vector,
    column: columns.get(label) ?? 0,
    weight: weight * weightOf(label),
  });
  const plain = lessons.map((lesson) => sampled(vectorOf(lesson.plain), lesson.label, 1));
  const copies = lessons.flatMap(({ mistyped, plain: read, label }) => {
    // A copy that reads the same teaches nothing new.
    return mistyped.flatMap((sketch, round): Sample[] =>
      sketch === read ? [] : [{ ...sampled(vectorOf(sketch), label, COPY_WEIGHT), turn: { round, of: COPIES } }],
    );
  });
  const languages = plain.map(({ vector }, at): Sample => ({ vector, column: lessons[at]?.language === 'en' ? 1 : 0, weight: 1 }));
  const english = languages.filter((_, at) => at % LANGUAGE_ONE_IN === 0);
  const weights = learn([...plain, ...copies], labels.length, schooling);
  return { labels, seats, known, ...quantised(weights, learn(english, 2, { ...schooling, rounds: LANGUAGE_ROUNDS }), labels.length) };
}

/** Two languages are told apart easily: a part of the utterances teaches it as well as all. */
const LANGUAGE_ROUNDS = 2;
const LANGUAGE_ONE_IN = 4;

function balance(labels: readonly string[]): (label: string) => number {
  const counts = new Map<string, number>();
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
  const mean = labels.length / counts.size;
  return (label) => (label === OUT_OF_SCOPE ? STRANGE_WEIGHT : Math.min(HEAVIEST, Math.sqrt(mean / (counts.get(label) ?? mean))));
}

/** One byte for each weight; the difference of the two languages becomes the last column. */
function quantised(weights: Float32Array, languages: Float32Array, labels: number): { weights: Int8Array; scales: number[] } {
  const columns = labels + 1;
  const at = (seat: number, column: number): number =>
    column < labels ? (weights[seat * labels + column] ?? 0) : (languages[2 * seat + 1] ?? 0) - (languages[2 * seat] ?? 0);
  const scales = Array.from({ length: columns }, (_, column) => {
    let largest = 1e-6;
    for (let seat = 0; seat < SEATS; seat++) largest = Math.max(largest, Math.abs(at(seat, column)));
    return largest / 127;
  });
  const bytes = new Int8Array(SEATS * columns);
  for (let place = 0; place < bytes.length; place++) {
    const column = place % columns;
    bytes[place] = Math.round(at((place - column) / columns, column) / (scales[column] ?? 1));
  }
  return { weights: bytes, scales };
}
