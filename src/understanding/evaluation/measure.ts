import { z } from 'zod';
import { LANGUAGES } from '../../domain/texts';
import { OUT_OF_SCOPE } from '../labels';
import type { Understanding } from '../recogniser';
import { chance } from '../training/chance';
import { mistyped } from '../training/noise';
import type { Meaning } from './labels';

/** One text of an evaluation file (JSONL). */
export const Text = z.object({ text: z.string(), label: z.string(), lang: z.enum(LANGUAGES).default('es') });
export type Text = z.infer<typeof Text>;

/** What became of one text. */
export interface Outcome extends Text {
  /** The likeliest label, in the file's words. */
  readonly said: string;
  readonly score: number;
  readonly right: boolean;
  readonly exact: boolean;
  readonly inTopThree: boolean;
  readonly band: 'sure' | 'unsure' | 'none';
  /** Whether what would be done, if sure, is right. */
  readonly doneRight: boolean;
}

/** Shares from 0 to 1; null when the file has no such text. */
export interface Figures {
  readonly accuracy: number | null;
  readonly macroF1: number | null;
  readonly top3: number | null;
  /** Of the texts in scope, how many are done at once; of all that are done at once, how many are right. */
  readonly sure: { readonly coverage: number | null; readonly precision: number | null };
  /** Out of scope and not done at once; in scope and not even asked about. */
  readonly oos: { readonly rejected: number | null; readonly inScopeLost: number | null };
  /** What accuracy loses when the same texts are mistyped. */
  readonly noise: { readonly loss: number | null };
  /** Accuracy when only the first skill of a label counts. */
  readonly exact: number | null;
}

const NOISE_SEEDS = [1, 2, 3];

/** Hears every text whose label is known. */
export function heard(texts: readonly Text[], by: Understanding, { accepted, named }: Meaning): readonly Outcome[] {
  return texts.flatMap((row) => {
    const right = accepted(row.label);
    if (right === undefined) return [];
    const ranking = by.rank(row.text, row.lang);
    const { band, intents } = by.hear(row.text, row.lang);
    const best = ranking[0] ?? { skill: OUT_OF_SCOPE, score: 1 };
    const isRight = right.includes(best.skill);
    const skills = ranking.length === 0 ? [OUT_OF_SCOPE] : ranking.slice(0, 3).map(({ skill }) => skill);
    return {
      ...row,
      said: isRight ? row.label : named(best.skill),
      score: best.score,
      right: isRight,
      exact: best.skill === right[0],
      inTopThree: skills.some((skill) => right.includes(skill)),
      band,
      doneRight: band === 'sure' && intents.some(({ skill }) => right.includes(skill)),
    };
  });
}

/** The figures of a file. */
export function figures(texts: readonly Text[], by: Understanding, meaning: Meaning): Figures {
  const all = heard(texts, by, meaning);
  const inScope = all.filter(({ label }) => label !== OUT_OF_SCOPE);
  const strange = all.filter(({ label }) => label === OUT_OF_SCOPE);
  const sure = all.filter(({ band }) => band === 'sure');
  const accuracy = share(all, ({ right }) => right);
  const noisy = NOISE_SEEDS.map((seed) => share(heard(typed(texts, seed), by, meaning), ({ right }) => right) ?? 0);
  return {
    accuracy,
    macroF1: macroF1(all),
    top3: share(all, ({ inTopThree }) => inTopThree),
    sure: { coverage: share(inScope, ({ band }) => band === 'sure'), precision: share(sure, ({ doneRight }) => doneRight) },
    oos: { rejected: share(strange, ({ band }) => band !== 'sure'), inScopeLost: share(inScope, ({ band }) => band === 'none') },
    noise: { loss: accuracy === null ? null : accuracy - noisy.reduce((a, b) => a + b, 0) / noisy.length },
    exact: share(all, ({ exact }) => exact),
  };
}

function typed(texts: readonly Text[], seed: number): readonly Text[] {
  const random = chance(seed);
  return texts.map((row) => ({ ...row, text: mistyped(row.text, random) }));
}

function share<T>(all: readonly T[], holds: (one: T) => boolean): number | null {
  return all.length === 0 ? null : all.filter(holds).length / all.length;
}

/** The mean over the file's labels of the harmonic mean of precision and recall. */
function macroF1(all: readonly Outcome[]): number | null {
  const labels = [...new Set(all.map(({ label }) => label))];
  if (labels.length === 0) return null;
  const scores = labels.map((label) => {
    const hits = all.filter((one) => one.label === label && one.said === label).length;
    const wrong = all.filter((one) => (one.label === label) !== (one.said === label)).length;
    return (2 * hits) / (2 * hits + wrong);
  });
  return scores.reduce((a, b) => a + b, 0) / labels.length;
}
