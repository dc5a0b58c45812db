import { exp } from '../probability';
import { SEATS, type Vector } from '../features';
import { chance, shuffled } from './chance';

/** A text to learn from. */
export interface Sample {
  readonly vector: Vector;
  /** Its class. */
  readonly column: number;
  /** How much it counts. */
  readonly weight: number;
  /** It is learnt in one round out of so many, and sits out the others; absent: in every round. */
  readonly turn?: { readonly round: number; readonly of: number };
}

export interface Schooling {
  readonly rounds: number;
  readonly rate: number;
  /** Pull towards zero. */
  readonly pull: number;
  readonly seed: number;
}

/** Chosen by cross-validation: `docs/understanding.md`. */
export const SCHOOLING: Schooling = { rounds: 3, rate: 0.3, pull: 3e-4, seed: 20_260_101 };

/**
 * Multinomial logistic regression, by AdaGrad over the samples in a seeded order. The same samples give the same weights, bit for bit.
 * @returns weights by seat, then by column; their scale is arbitrary, calibration finds the temperature
 */
export function learn(samples: readonly Sample[], columns: number, { rounds, rate, pull, seed }: Schooling = SCHOOLING): Float32Array {
  const weights = new Float32Array(SEATS * columns);
  const squares = new Float32Array(SEATS * columns).fill(1e-2);
  const random = chance(seed);
  // What the later rounds end with is averaged: one order of the samples sways the last round more than it should.
  const sum = new Float32Array(SEATS * columns);
  const slopes = new Float64Array(columns);
  const rests = new Set<Sample>();
  for (let round = 0; round < rounds; round++) {
    for (const sample of shuffled(samples, random)) {
      const { turn } = sample;
      if ((turn !== undefined && round % turn.of !== turn.round) || rests.delete(sample)) continue;
      slope(weights, sample, slopes);
      if (Math.abs(slopes[sample.column] ?? 0) < WELL_KNOWN * sample.weight) rests.add(sample);
      step(weights, squares, sample.vector, slopes, rate, pull);
    }
    if (round >= (rounds - 1) / 2) add(weights, sum);
  }
  return sum;
}

function add(weights: Float32Array, into: Float32Array): void {
  for (let place = 0; place < weights.length; place++) into[place] = (into[place] ?? 0) + (weights[place] ?? 0);
}

/** A sample that is this close to certain is left out of the next round. */
const WELL_KNOWN = 0.1;

/** Writes how far each class is from the truth: probability minus one for the right class, probability for the others. */
function slope(weights: Float32Array, { vector, column, weight }: Sample, into: Float64Array): void {
  into.fill(0);
  addLogits(weights, vector, into);
  const highest = into.reduce((a, b) => Math.max(a, b), -Infinity);
  let sum = 0;
  for (let at = 0; at < into.length; at++) sum += into[at] = exp((into[at] ?? 0) - highest);
  for (let at = 0; at < into.length; at++) into[at] = weight * ((into[at] ?? 0) / sum - (at === column ? 1 : 0));
}

/** Adds to `into` what each class scores. */
export function addLogits(weights: Float32Array, { indices, values }: Vector, into: Float64Array): void {
  const columns = into.length;
  for (let at = 0; at < indices.length; at++) {
    const row = (indices[at] ?? 0) * columns;
    const value = values[at] ?? 0;
    for (let column = 0; column < columns; column++) into[column] = (into[column] ?? 0) + value * (weights[row + column] ?? 0);
  }
}

/** Classes that are right already are left alone: most are, for most texts, and it halves the work. */
const RIGHT_ENOUGH = 3e-3;

function step(weights: Float32Array, squares: Float32Array, { indices, values }: Vector, slopes: Float64Array, rate: number, pull: number): void {
  const columns = slopes.length;
  const wrong = Int32Array.from(slopes.keys()).filter((column) => Math.abs(slopes[column] ?? 0) > RIGHT_ENOUGH);
  for (let at = 0; at < indices.length; at++) {
    const row = (indices[at] ?? 0) * columns;
    const value = values[at] ?? 0;
    for (const column of wrong) {
      const place = row + column;
      const weight = weights[place] ?? 0;
      const gradient = value * (slopes[column] ?? 0) + pull * weight;
      const square = (squares[place] ?? 0) + gradient * gradient;
      squares[place] = square;
      weights[place] = weight - (rate * gradient) / Math.sqrt(square);
    }
  }
}
