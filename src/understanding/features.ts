import { conceptsOf } from './concepts';
import { stemOf, wordsOf } from './normalise';
import type { Spelling } from './spelling';

/** What features are hashed to; a power of two, and so many that few of them meet. */
export const SPACE = 1 << 20;
/** Features that a model has weights for, fewer than 65,536. With one byte per feature and class, it decides the size of the model. */
export const SEATS = 60_000;
/** Every text has this feature, and it has this seat. */
export const BIAS = 0;

/** By the hash of a feature: its seat among those with weights; 0 is none. */
export type Seats = Uint16Array;

/** A text as numbers: parallel lists, no feature twice within its kind. */
export interface Vector {
  readonly indices: Int32Array;
  readonly values: Float32Array;
}

/** Kinds of features, each with the length that its part of a vector has. Chosen by cross-validation and by leaving whole sources out. */
export const WEIGHTS = { word: 1, pair: 0.7, stem: 0.8, stemPair: 0.7, gram: 1.8, concept: 1, conceptPair: 1, familiar: 0.5 };
type Kind = Exclude<keyof typeof WEIGHTS, 'familiar'>;
const KINDS: readonly Kind[] = ['word', 'pair', 'stem', 'stemPair', 'gram', 'concept', 'conceptPair'];

const GRAMS = { shortest: 2, longest: 5 };
/** A stem pair may have up to this many words between. */
const STEM_REACH = 3;

/** Words that say little of what is wanted; pairs of stems skip them. */
const STOP = new Set(
  'el la los las un una unos unas de del al a en y o u que me te se le lo mi mis tu tus su sus es son por para con the a an of to in on my your is are i it and or for me you do'.split(
    ' ',
  ),
);

/** Says whether a stem belongs to what customers of a telco talk about. */
export type Familiar = (stem: string) => boolean;

/** What the words of a text give, before it is known which of them are strange. */
export interface Sketch {
  /** By hash, or by seat once it is {@link seated}. */
  readonly vector: Vector;
  /** Stems of the words that matter. */
  readonly stems: readonly string[];
  readonly length: number;
}

/** How a text is read. */
interface Reading {
  /** Tells strange words from known ones. */
  readonly familiar: Familiar;
  /** Mends mistyped words. */
  readonly spelt: Spelling;
  readonly seats: Seats;
}

/** The features of a text, by seat. */
export const featuresOf = (text: string, { familiar, spelt, seats }: Reading): Vector =>
  completed(seated(sketchOf(meantBy(text, spelt)), seats), familiar, seats);

/** The words of a text as they are meant. */
export const meantBy = (text: string, spelt: Spelling): readonly string[] => spelt(wordsOf(text));

/** Everything that does not depend on which words are familiar: the most of the work. @param words as {@link meantBy} gives them */
export function sketchOf(words: readonly string[]): Sketch {
  const stems = words.map(stemOf);
  const content = stems.filter((_, at) => !STOP.has(words[at] ?? ''));
  const concepts = [...new Set(words.flatMap(conceptsOf))].sort((a, b) => a - b);
  const vector = assembled({
    word: words.map((word) => hashOf(word, 1)),
    pair: pairs(['<', ...words, '>'], 1, 2),
    stem: stems.map((stem) => hashOf(stem, 3)),
    stemPair: pairs(content, STEM_REACH, 4),
    gram: grams(` ${words.join(' ')} `),
    concept: concepts.map((concept) => hashOf(`${concept}`, 5)),
    conceptPair: concepts.flatMap((a, at) => concepts.slice(at + 1).map((b) => hashOf(`${a} ${b}`, 6))),
  });
  return { vector, stems: content, length: words.length };
}

/** Gives seats to the commonest features; of equally common ones to those of the lowest hash, so that the same texts always give the same. */
export function seatsFor(sketches: readonly Sketch[]): Seats {
  const counts = new Int32Array(SPACE);
  for (const { vector } of sketches) for (const hash of vector.indices) counts[hash] = (counts[hash] ?? 0) + 1;
  for (const hash of ALWAYS) counts[hash] = sketches.length + 1;
  const commonest = [...counts.keys()]
    .filter((hash) => hash !== BIAS && (counts[hash] ?? 0) > 0)
    .sort((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0) || a - b);
  return seatsOf(commonest.slice(0, SEATS - 1).sort((a, b) => a - b));
}

/** Seats in the order of the hashes. @param hashes of the features, the lowest first */
export function seatsOf(hashes: Iterable<number>): Seats {
  const seats = new Uint16Array(SPACE);
  let taken = BIAS;
  for (const hash of hashes) seats[hash] = ++taken;
  return seats;
}

/** The same without the features that have no seat. */
export function seated({ vector, ...sketch }: Sketch, seats: Seats): Sketch {
  const { indices, values } = vector;
  const kept = { indices: new Int32Array(indices.length), values: new Float32Array(indices.length) };
  let count = 0;
  for (let at = 0; at < indices.length; at++) {
    const hash = indices[at] ?? BIAS;
    const seat = seats[hash] ?? BIAS;
    if (seat === BIAS && hash !== BIAS) continue;
    kept.indices[count] = seat;
    kept.values[count++] = values[at] ?? 0;
  }
  return { ...sketch, vector: { indices: kept.indices.subarray(0, count), values: kept.values.subarray(0, count) } };
}

/** Adds how strange a text is, and how long. */
export function completed({ vector, stems, length }: Sketch, familiar: Familiar, seats: Seats): Vector {
  const indices = new Int32Array(vector.indices.length + 2);
  const values = new Float32Array(indices.length).fill(WEIGHTS.familiar * Math.SQRT1_2);
  indices.set(vector.indices);
  values.set(vector.values);
  indices[indices.length - 2] = seats[hashOf(strangeness(stems, familiar), 7)] ?? BIAS;
  indices[indices.length - 1] = seats[hashOf(`${Math.min(LONG, length)}`, 8)] ?? BIAS;
  return { indices, values };
}
/** Texts of more words are all alike. */
const LONG = 5;
/** Steps of strangeness: shares of a quarter. */
const STRANGEST = 4;

function pairs(words: readonly string[], reach: number, seed: number): number[] {
  return words.flatMap((word, at) => words.slice(at + 1, at + 1 + reach).map((next) => hashOf(`${word} ${next}`, seed)));
}

/** How many of the words that matter are strange, in five steps. */
function strangeness(stems: readonly string[], familiar: Familiar): string {
  if (stems.length === 0) return 'empty';
  return `${Math.ceil((STRANGEST * stems.filter((stem) => !familiar(stem)).length) / stems.length)}`;
}

/** Character n-grams, without a string for each. */
function grams(text: string): number[] {
  const found: number[] = [];
  for (let from = 0; from < text.length - 1; from++) {
    let hash = FNV_OFFSET ^ 9;
    const end = Math.min(text.length, from + GRAMS.longest);
    for (let at = from; at < end; at++) {
      hash = Math.imul(hash ^ text.charCodeAt(at), FNV_PRIME);
      if (at - from + 1 >= GRAMS.shortest) found.push(bucket(hash));
    }
  }
  return found;
}

function assembled(found: Readonly<Record<Kind, readonly number[]>>): Vector {
  const kinds = KINDS.map((kind) => ({ kind, buckets: [...new Set(found[kind])] })).filter(({ buckets }) => buckets.length > 0);
  const size = 1 + kinds.reduce((sum, { buckets }) => sum + buckets.length, 0);
  const indices = new Int32Array(size);
  const values = new Float32Array(size);
  indices[0] = BIAS;
  values[0] = 1;
  let at = 1;
  for (const { kind, buckets } of kinds) {
    indices.set(buckets, at);
    values.fill(WEIGHTS[kind] / Math.sqrt(buckets.length), at, at + buckets.length);
    at += buckets.length;
  }
  return { indices, values };
}

const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/** FNV-1a over UTF-16 units. */
export function hashOf(text: string, seed: number): number {
  let hash = FNV_OFFSET ^ seed;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), FNV_PRIME);
  return bucket(hash);
}

/** Never the one of {@link BIAS}. */
function bucket(hash: number): number {
  let mixed = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  mixed = Math.imul(mixed ^ (mixed >>> 12), 0x297a2d39);
  mixed ^= mixed >>> 15;
  return mixed & (SPACE - 1) || 1;
}

/** What {@link completed} adds has a seat whether a text had it or not. */
const ALWAYS: readonly number[] = [
  ...['empty', ...Array.from({ length: STRANGEST + 1 }, (_, at) => `${at}`)].map((each) => hashOf(each, 7)),
  ...Array.from({ length: LONG + 1 }, (_, at) => hashOf(`${at}`, 8)),
];
