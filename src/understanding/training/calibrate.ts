import { banded } from '../bands';
import { OUT_OF_SCOPE } from '../labels';
import type { Thresholds } from '../model';
import type { Intent } from '../port';
import { ln, softmax } from '../probability';

/** A text that was not learnt from: what each label scored, and what is right. */
export interface Trial {
  readonly logits: Float64Array;
  readonly label: string;
}

export interface Calibration {
  readonly temperature: number;
  readonly thresholds: Thresholds;
}

/** Right this often when sure. Higher than what is promised (.95): other people's texts are stranger than those held out. */
const SURE_PRECISION = 0.963;
/**
 * At most this share of what skills answer may fall below each of the two thresholds of "none"; what is lost elsewhere is several times as much,
 * and what is out of scope is asked about rather than done in any case.
 */
const LOST = 0.008;

/** Temperature and thresholds that fit the trials. */
export function calibrated(labels: readonly string[], trials: readonly Trial[]): Calibration {
  const temperature = fittest(labels, trials);
  const rankings = trials.map(({ logits, label }) => ({ label, ranking: rankingOf(labels, logits, temperature) }));
  const inScope = rankings.filter(({ label }) => label !== OUT_OF_SCOPE);
  const strange = inScope.map(({ ranking }) => scoreOf(ranking, OUT_OF_SCOPE)).sort((a, b) => b - a);
  const best = inScope.map(({ ranking }) => ranking.find(({ skill }) => skill !== OUT_OF_SCOPE)?.score ?? 0).sort((a, b) => a - b);
  const foreign = rounded(Math.max(0.5, strange[Math.floor(LOST * strange.length)] ?? 1));
  const asked = rounded(Math.min(0.3, best[Math.floor(LOST * best.length)] ?? 0));
  return { temperature, thresholds: { sure: surest(rankings, { asked, foreign }), asked, foreign } };
}

/** The lowest threshold from which on enough is right. */
function surest(rankings: readonly { label: string; ranking: readonly Intent[] }[], none: Pick<Thresholds, 'asked' | 'foreign'>): number {
  const best = rankings.flatMap(({ label, ranking }) =>
    banded(ranking, { ...none, sure: 0 }).intents.map(({ skill, score }) => ({ score, right: skill === label })),
  );
  for (let sure = 0.3; sure < 0.99; sure += 0.01) {
    const said = best.filter(({ score }) => score >= sure);
    if (said.filter(({ right }) => right).length >= SURE_PRECISION * said.length) return rounded(sure);
  }
  return 0.99;
}

/** The temperature at which the right labels are likeliest, by golden section. */
function fittest(labels: readonly string[], trials: readonly Trial[]): number {
  const surprise = (temperature: number): number =>
    trials.reduce((sum, { logits, label }) => sum - ln(softmax(logits, temperature)[labels.indexOf(label)] ?? 0), 0);
  const golden = (Math.sqrt(5) - 1) / 2;
  let [low, high] = [0.2, 20];
  const between = (share: number): { at: number; surprise: number } => {
    const at = low + share * (high - low);
    return { at, surprise: surprise(at) };
  };
  let [left, right] = [between(1 - golden), between(golden)];
  while (high - low > 0.01) {
    // One of the two is where the narrower span needs one: each step measures once.
    if (left.surprise < right.surprise) [high, right, left] = [right.at, left, between((1 - golden) * golden)];
    else [low, left, right] = [left.at, right, between(1 - (1 - golden) * golden)];
  }
  return rounded((low + high) / 2);
}

function rankingOf(labels: readonly string[], logits: Float64Array, temperature: number): readonly Intent[] {
  const scores = softmax(logits, temperature);
  return labels.map((skill, at): Intent => ({ skill, score: scores[at] ?? 0 })).sort((a, b) => b.score - a.score);
}

const scoreOf = (ranking: readonly Intent[], wanted: string): number => ranking.find(({ skill }) => skill === wanted)?.score ?? 0;
const rounded = (value: number): number => Math.round(value * 1000) / 1000;
