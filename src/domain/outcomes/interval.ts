import { isDetractor, SCORES } from '../nps';

/** A 95 % interval. */
export type Interval = readonly [low: number, high: number];

/** Of the normal distribution, for 95 %. */
const Z = 1.959963984540054;

/** Wilson's interval of a share; undefined of nothing. It holds at small n, and at shares of 0 and 1. */
export function wilson(numerator: number, denominator: number): Interval | undefined {
  if (denominator === 0) return undefined;
  const share = numerator / denominator;
  const spread = Z ** 2 / denominator;
  const middle = (share + spread / 2) / (1 + spread);
  const half = (Z * Math.sqrt((share * (1 - share)) / denominator + spread / (4 * denominator))) / (1 + spread);
  return [Math.max(0, middle - half), Math.min(1, middle + half)];
}

/** Answers that are thought of beside those that came: three quarters of a promoter, as much of a detractor, and the rest between them. */
const THOUGHT_OF = 3;
const THOUGHT_OF_EACH = THOUGHT_OF / 4;

/**
 * Net promoter score of marks from 0 to 10, −100 to 100; undefined of nothing. The interval is the adjusted Wald one: the plain one would be sure of
 * everything after one answer. It reaches the score itself, which the adjustment alone draws it away from after a single answer.
 */
export function netPromoters(scores: readonly number[]):
  | {
      readonly score: number;
      readonly interval: Interval;
      readonly n: number;
      readonly promoters: number;
      readonly passives: number;
      readonly detractors: number;
    }
  | undefined {
  const n = scores.length;
  if (n === 0) return undefined;
  const promoters = scores.filter((score) => score > SCORES.passive).length;
  const detractors = scores.filter(isDetractor).length;
  const net = (promoters - detractors) / n;
  const around = (promoters - detractors) / (n + THOUGHT_OF);
  const apart = (promoters + detractors + 2 * THOUGHT_OF_EACH) / (n + THOUGHT_OF);
  const half = Z * Math.sqrt((apart - around ** 2) / (n + THOUGHT_OF));
  const interval: Interval = [100 * Math.max(-1, Math.min(net, around - half)), 100 * Math.min(1, Math.max(net, around + half))];
  return { score: 100 * net, interval, n, promoters, passives: n - promoters - detractors, detractors };
}
