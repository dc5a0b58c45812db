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
const SURE_PRECISION = 0.955;
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
  for (let sure = 0.3; sure < 0.99; sure += 0.01) {
    const said = rankings.flatMap(({ label, ranking }) => {
      const { band, intents } = banded(ranking, { ...none, sure });
      return band === 'sure' ? [intents[0]?.skill === label] : [];
    });
    if (said.filter(Boolean).length >= SURE_PRECISION * said.length) return rounded(sure);
  }
  return 0.99;
}

/** The temperature at which the right labels are likeliest, by golden section. */
function fittest(labels: readonly string[], trials: readonly Trial[]): number {
  const surprise = (temperature: number): number =>
    trials.reduce((sum, { logits, label }) => sum - ln(softmax(logits, temperature)[labels.indexOf(label)] ?? 0), 0);
  const golden = (Math.sqrt(5) - 1) / 2;
  let [low, high] = [0.2, 20];
  while (high - low > 0.01) {
    const [left, right] = [high - golden * (high - low), low + golden * (high - low)];
    if (surprise(left) < surprise(right)) high = right;
    else low = left;
  }
  return rounded((low + high) / 2);
}

function rankingOf(labels: readonly string[], logits: Float64Array, temperature: number): readonly Intent[] {
  const scores = softmax(logits, temperature);
  return labels.map((skill, at): Intent => ({ skill, score: scores[at] ?? 0 })).sort((a, b) => b.score - a.score);
}

const scoreOf = (ranking: readonly Intent[], wanted: string): number => ranking.find(({ skill }) => skill === wanted)?.score ?? 0;
const rounded = (value: number): number => Math.round(value * 1000) / 1000;
