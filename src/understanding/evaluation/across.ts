import { recogniser } from '../recogniser';
import type { Utterance } from '../training/corpus';
import { SCHOOLING, type Schooling } from '../training/learn';
import { train } from '../training/train';
import { meaning } from './labels';
import { figures, type Figures } from './measure';

/** What is left out together: single lines, or runs of lines, which are often a whole subject that no other line mentions. */
export type LeftOut = 'lines' | 'runs';
const LINES: Readonly<Record<LeftOut, number>> = { lines: 1, runs: 8 };
const FOLDS = 5;

/** Cross-validation: each fifth of every label and language is heard by a model of the other four fifths, thresholds and all. The mean over the folds. */
export function across(utterances: readonly Utterance[], leftOut: LeftOut, schooling: Schooling = SCHOOLING): Figures {
  const fold = foldsOf(utterances, LINES[leftOut]);
  const labels = [...new Set(utterances.map(({ label }) => label))];
  const means = meaning(labels, labels);
  const each = Array.from({ length: FOLDS }, (_, at) => {
    const by = recogniser(
      train(
        utterances.filter((__, line) => fold[line] !== at),
        schooling,
      ),
    );
    const held = utterances.filter((__, line) => fold[line] === at);
    return figures(
      held.map(({ text, label, language }) => ({ text, label, lang: language })),
      by,
      means,
    );
  });
  const mean = (of: (one: Figures) => number | null): number => each.reduce((sum, one) => sum + (of(one) ?? 0), 0) / FOLDS;
  return {
    accuracy: mean(({ accuracy }) => accuracy),
    macroF1: mean(({ macroF1 }) => macroF1),
    top3: mean(({ top3 }) => top3),
    sure: { coverage: mean(({ sure }) => sure.coverage), precision: mean(({ sure }) => sure.precision) },
    oos: { rejected: mean(({ oos }) => oos.rejected), inScopeLost: mean(({ oos }) => oos.inScopeLost) },
    noise: { loss: mean(({ noise }) => noise.loss) },
    exact: mean(({ exact }) => exact),
  };
}

/** Which fifth each line belongs to; where the runs lie changes from label to label, since authors begin with the shortest. */
function foldsOf(utterances: readonly Utterance[], lines: number): readonly number[] {
  const groups = new Map<string, { readonly turn: number; lines: number }>();
  return utterances.map(({ label, language }) => {
    const key = `${label} ${language}`;
    const group = groups.get(key) ?? { turn: groups.size, lines: 0 };
    groups.set(key, group);
    return (Math.floor(group.lines++ / lines) + group.turn) % FOLDS;
  });
}
