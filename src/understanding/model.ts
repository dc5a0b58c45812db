import { z } from 'zod';
import { hashOf, SEATS, seatsOf, SPACE, type Familiar, type Seats, type Vector } from './features';

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
  space: z.literal(SPACE),
  /** Length of the list of seats, in bytes. */
  seating: z.number().int(),
  /** What utterances are made of, the commonest words first, with spaces between: mistyped words are read as these. */
  words: z.string(),
  /** What one step of a column's bytes is worth; one more than labels: the last column tells English from Spanish. */
  scales: z.array(z.number()).readonly(),
  temperature: z.number().positive(),
  thresholds: Thresholds,
});

/** What `npm run train` made of the utterances. */
export interface Model extends Omit<z.infer<typeof Header>, 'seating' | 'space'> {
  readonly seats: Seats;
  /** A bit for each stem that customers of a telco use. */
  readonly known: Uint8Array;
  /** By seat, then by column. */
  readonly weights: Int8Array;
}

/** So many that few stems meet; a power of two. */
const KNOWN_BITS = 1 << 18;
const KNOWN_BYTES = KNOWN_BITS / 8;
const LENGTH_BYTES = 4;

/** Layout: length of the header (32 bits, little-endian), the header as JSON, the known stems, the features that have seats, the weights. */
export function encoded({ known, weights, seats, ...header }: Model): Buffer {
  const gaps = gapsOf(seats);
  const json = Buffer.from(JSON.stringify({ ...header, space: SPACE, seating: gaps.length } satisfies z.infer<typeof Header>));
  const length = Buffer.alloc(LENGTH_BYTES);
  length.writeUInt32LE(json.length);
  return Buffer.concat([length, json, known, gaps, new Uint8Array(weights.buffer, weights.byteOffset, weights.length)]);
}

/** How far it is from each feature with a seat to the next: seven bits a byte, the lowest first, and a bit for "more". */
function gapsOf(seats: Seats): Buffer {
  const bytes: number[] = [];
  let last = 0;
  for (const [hash, seat] of seats.entries()) {
    if (seat === 0) continue;
    let gap = hash - last;
    for (; gap > 127; gap >>= 7) bytes.push((gap & 127) | 128);
    bytes.push(gap);
    last = hash;
  }
  return Buffer.from(bytes);
}

function hashesIn(gaps: Uint8Array): Int32Array {
  const hashes = new Int32Array(gaps.length);
  let [count, last, gap, shift] = [0, 0, 0, 0];
  for (const byte of gaps) {
    gap |= (byte & 127) << shift;
    shift += 7;
    if (byte > 127) continue;
    hashes[count++] = last += gap;
    gap = shift = 0;
  }
  return hashes.subarray(0, count);
}

/** @throws when the bytes are not a model of this version */
export function decoded(bytes: Buffer): Model {
  const end = LENGTH_BYTES + bytes.readUInt32LE();
  const { seating, space: _, ...header } = Header.parse(JSON.parse(bytes.toString('utf8', LENGTH_BYTES, end)));
  const known = bytes.subarray(end, end + KNOWN_BYTES);
  const seats = seatsOf(hashesIn(bytes.subarray(end + KNOWN_BYTES, end + KNOWN_BYTES + seating)));
  const rest = bytes.subarray(end + KNOWN_BYTES + seating);
  const weights = new Int8Array(rest.buffer, rest.byteOffset, rest.length);
  if (weights.length !== SEATS * (header.labels.length + 1) || header.scales.length !== header.labels.length + 1) {
    throw new Error('the model of the recogniser is cut off: npm run train');
  }
  return { ...header, known, seats, weights };
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
    const at = hashOf(stem, KNOWN_SEED) & (KNOWN_BITS - 1);
    bits[at >> 3] = (bits[at >> 3] ?? 0) | (1 << (at & 7));
  }
  return bits;
}

export function familiarIn(known: Uint8Array): Familiar {
  return (stem) => {
    const at = hashOf(stem, KNOWN_SEED) & (KNOWN_BITS - 1);
    return ((known[at >> 3] ?? 0) & (1 << (at & 7))) !== 0;
  };
}
const KNOWN_SEED = 77;
