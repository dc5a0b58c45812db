import type { Figures, Outcome } from './measure';

const SHOWN = 20;

/** The figures and what stands behind them, for a person to read. */
export function report(figures: Figures, outcomes: readonly Outcome[]): string {
  return [
    `accuracy                    ${percent(figures.accuracy)}   (the first skill of a label alone: ${percent(figures.exact)})`,
    `macro-F1                    ${percent(figures.macroF1)}`,
    `among the top three         ${percent(figures.top3)}`,
    `sure                        ${percent(figures.sure.coverage)} of what is in scope, ${percent(figures.sure.precision)} of it right`,
    `out of scope, not done      ${percent(figures.oos.rejected)}   (not even asked about: ${percent(quietly(outcomes))})`,
    `in scope, lost              ${percent(figures.oos.inScopeLost)}`,
    `lost when mistyped          ${percent(figures.noise.loss)}`,
    '',
    ...section('Taken for another (label → said)', confusions(outcomes)),
    ...section('Worst errors', worst(outcomes)),
  ].join('\n');
}

const percent = (share: number | null): string => (share === null ? '    –' : `${(100 * share).toFixed(1)} %`.padStart(7));

function quietly(outcomes: readonly Outcome[]): number | null {
  const strange = outcomes.filter(({ label }) => label === 'oos');
  return strange.length === 0 ? null : strange.filter(({ band }) => band === 'none').length / strange.length;
}

const section = (title: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : [title, ...lines.map((line) => `  ${line}`), ''];

function confusions(outcomes: readonly Outcome[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const { label, said, right } of outcomes) if (!right) counts.set(`${label} → ${said}`, (counts.get(`${label} → ${said}`) ?? 0) + 1);
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .slice(0, SHOWN)
    .map(([pair, count]) => `${String(count).padStart(4)}  ${pair}`);
}

/** Done at once and wrong comes first, then what was wrong with the highest probability. */
function worst(outcomes: readonly Outcome[]): readonly string[] {
  return outcomes
    .filter(({ right }) => !right)
    .sort((a, b) => Number(b.band === 'sure') - Number(a.band === 'sure') || b.score - a.score)
    .slice(0, SHOWN)
    .map(({ label, said, score, band, text }) => `${band.padEnd(6)} ${score.toFixed(2)}  ${label} → ${said}: ${text}`);
}
