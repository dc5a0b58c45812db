import { z } from 'zod';
import { BUCKETS, hashOf, type Familiar, type Vector } from './features';

/** Thresholds between the three bands, on calibrated probabilities; `training/calibrate.ts` chooses them. */
export const Thresholds = z.object({
  /** The best wish is done from here on. */
  sure: z.number(),
  /** Below this the best wish is not even asked about. */
  asked: z.number(),
  /** From here on a text is out of scope, whatever its best wish. */
  foreign: z.number(),
});
export type Thresholds = z.infer<typeof Thresholds>;

const Header = z.object({
  labels: z.array(z.string()).min(1).readonly(),
  buckets: z.literal(BUCKETS),
  /** What utterances are made of, the commonest words first, with spaces between: mistyped words are read as these. */
  words: z.string(),
  /** What one step of a column's bytes is worth; one more than labels: the last column tells English from Spanish. */
  scales: z.array(z.number()).readonly(),
  temperature: z.number().positive(),
  thresholds: Thresholds,
});

/** What `npm run train` made of the utterances. */
export interface Model extends z.infer<typeof Header> {
  /** A bit for each stem that customers of a telco use. */
  readonly known: Uint8Array;
  /** By bucket, then by column. */
  readonly weights: Int8Array;
}

const KNOWN_BYTES = BUCKETS / 8;
const LENGTH_BYTES = 4;

/** Layout: length of the header (32 bits, little-endian), the header as JSON, the known stems, the weights. */
export function encoded({ known, weights, ...header }: Model): Buffer {
  const json = Buffer.from(JSON.stringify(header));
  const length = Buffer.alloc(LENGTH_BYTES);
  length.writeUInt32LE(json.length);
  return Buffer.concat([length, json, known, new Uint8Array(weights.buffer, weights.byteOffset, weights.length)]);
}

/** @throws when the bytes are not a model of this version */
export function decoded(bytes: Buffer): Model {
  const end = LENGTH_BYTES + bytes.readUInt32LE();
  const header = Header.parse(JSON.parse(bytes.toString('utf8', LENGTH_BYTES, end)));
  const known = bytes.subarray(end, end + KNOWN_BYTES);
  const rest = bytes.subarray(end + KNOWN_BYTES);
  const weights = new Int8Array(rest.buffer, rest.byteOffset, rest.length);
  if (weights.length !== BUCKETS * (header.labels.length + 1) || header.scales.length !== header.labels.length + 1) {
    throw new Error('the model of the recogniser is cut off: npm run train');
  }
  return { ...header, known, weights };
}

/** What each column scores for a text: logits of the labels, and at the end that of English. */
export function logits({ weights, scales }: Pick<Model, 'weights' | 'scales'>, { indices, values }: Vector): Float64Array {
  const columns = scales.length;
  const sums = new Float64Array(columns);
  for (let at = 0; at < indices.length; at++) {
    const row = (indices[at] ?? 0) * columns;
    const value = values[at] ?? 0;
    for (let column = 0; column < columns; column++) sums[column] = (sums[column] ?? 0) + value * (weights[row + column] ?? 0);
  }
  return sums.map((sum, column) => sum * (scales[column] ?? 0));
}

/** A set of stems in {@link KNOWN_BYTES}. */
export function knownStems(stems: Iterable<string>): Uint8Array {
  const bits = new Uint8Array(KNOWN_BYTES);
  for (const stem of stems) {
    const at = hashOf(stem, KNOWN_SEED);
    bits[at >> 3] = (bits[at >> 3] ?? 0) | (1 << (at & 7));
  }
  return bits;
}

export function familiarIn(known: Uint8Array): Familiar {
  return (stem) => {
    const at = hashOf(stem, KNOWN_SEED);
    return ((known[at >> 3] ?? 0) & (1 << (at & 7))) !== 0;
  };
}
const KNOWN_SEED = 77;
