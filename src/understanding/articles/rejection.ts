import type { Language } from '../../domain/texts';
import type { Bayes, Example } from './bayes';
import { featuresOf } from './features';
import { STRANGERS } from './strangers';

/** So many of the articles' own phrasings are tried, spread over all of them. */
const TRIED = 200;
/** At most this share of real questions is sent away, */
const LOST = 0.1;
/** and no more is asked of an answer than what keeps out this share of what is no question for a help center. */
const KEPT_OUT = 0.8;

/**
 * From which lift on the best article of this index is an answer. Every index has a figure of its own, because it depends on how many articles there
 * are and how alike: its own phrasings, each left out in turn, show what real questions get; texts that no help center answers show the rest.
 */
export function rejection(by: Bayes, classes: readonly (readonly Example[])[], language: Language): number {
  const own = classes.flatMap((examples, column) => examples.filter(({ weight }) => weight >= 1).map((example) => ({ column, example })));
  const step = Math.max(1, Math.ceil(own.length / TRIED));
  const kept = own.filter((_, at) => at % step === 0).map(({ column, example }) => by.leftOut(column, example));
  const strange = STRANGERS[language].map((text) => Math.max(...by.lifts(featuresOf(text, language)), 0));
  return Math.max(0, Math.min(quantile(kept, LOST), quantile(strange, KEPT_OUT)));
}

function quantile(lifts: readonly number[], share: number): number {
  return lifts.toSorted((a, b) => a - b)[Math.floor(share * lifts.length)] ?? 0;
}
