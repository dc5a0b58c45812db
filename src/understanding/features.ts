import { conceptsOf } from './concepts';
import { stemOf, wordsOf } from './normalise';
import type { Spelling } from './spelling';

/** Hashed features; a power of two. With one byte per feature and class, it decides the size of the model. */
export const BUCKETS = 1 << 16;
/** Every text has this feature. */
export const BIAS = 0;

/** A text as numbers: parallel lists, no bucket twice within a kind of feature. */
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
  readonly vector: Vector;
  /** Stems of the words that matter. */
  readonly stems: readonly string[];
  readonly length: number;
}

/** The features of a text. @param familiar tells strange words from known ones @param spelt mends mistyped ones */
export const featuresOf = (text: string, familiar: Familiar, spelt: Spelling): Vector => completed(sketchOf(text, spelt), familiar);

/** Everything that does not depend on which words are familiar: the most of the work. */
export function sketchOf(text: string, spelt: Spelling): Sketch {
  const typed = wordsOf(text);
  const words = spelt(typed);
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

/** Adds how strange a text is, and how long. */
export function completed({ vector, stems, length }: Sketch, familiar: Familiar): Vector {
  const indices = new Int32Array(vector.indices.length + 2);
  const values = new Float32Array(indices.length).fill(WEIGHTS.familiar * Math.SQRT1_2);
  indices.set(vector.indices);
  values.set(vector.values);
  indices[indices.length - 2] = hashOf(strangeness(stems, familiar), 7);
  indices[indices.length - 1] = hashOf(`${Math.min(LONG, length)}`, 8);
  return { indices, values };
}
/** Texts of more words are all alike. */
const LONG = 5;

function pairs(words: readonly string[], reach: number, seed: number): number[] {
  return words.flatMap((word, at) => words.slice(at + 1, at + 1 + reach).map((next) => hashOf(`${word} ${next}`, seed)));
}

/** How many of the words that matter are strange, in five steps. */
function strangeness(stems: readonly string[], familiar: Familiar): string {
  if (stems.length === 0) return 'empty';
  return `${Math.ceil((4 * stems.filter((stem) => !familiar(stem)).length) / stems.length)}`;
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

/** Never {@link BIAS}. */
function bucket(hash: number): number {
  let mixed = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  mixed = Math.imul(mixed ^ (mixed >>> 12), 0x297a2d39);
  mixed ^= mixed >>> 15;
  return mixed & (BUCKETS - 1) || 1;
}
