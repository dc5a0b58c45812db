import type { Language } from '../../domain/texts';
import { conceptsOf } from '../concepts';
import { wordsOf } from '../normalise';
import { isGroup, isMask, termsOf } from './terms';

/** What a text is made of, and how much each part says. */
export type Features = ReadonlyMap<string, number>;

/** Chosen on `test/understanding/articles.jsonl`; each may be half or twice as much for a point or two. */
const WEIGHTS = { stem: 0.5, group: 0.5, word: 0.5, concept: 0.8, pair: 0.7, gram: 0.25 };
/** A pair of stems may have one word between. */
const PAIR_REACH = 2;
const GRAM_LETTERS = [3, 4];

/** Words and their stems, what they are synonyms and kinds of, pairs of stems, and pieces of words: typing errors spoil few of these. */
export function featuresOf(text: string, language: Language): Features {
  const found = new Map<string, number>();
  const words = wordsOf(text).filter((word) => !isMask(word));
  const terms = termsOf(text, language);
  const stems = terms.filter((term) => !isGroup(term));
  for (const word of words) for (const gram of gramsOf(`_${word}_`)) found.set(`#${gram}`, WEIGHTS.gram);
  for (const word of words) found.set(`w${word}`, WEIGHTS.word);
  for (const concept of words.flatMap(conceptsOf)) found.set(`c${concept}`, WEIGHTS.concept);
  for (const term of terms) found.set(isGroup(term) ? term : stemFeature(term), isGroup(term) ? WEIGHTS.group : WEIGHTS.stem);
  for (const [at, stem] of stems.entries()) for (const next of stems.slice(at + 1, at + 1 + PAIR_REACH)) found.set(`p${stem} ${next}`, WEIGHTS.pair);
  return found;
}

/** The feature of a stem. */
export const stemFeature = (stem: string): string => `s${stem}`;

function gramsOf(word: string): string[] {
  return GRAM_LETTERS.flatMap((letters) => Array.from({ length: Math.max(0, word.length - letters + 1) }, (_, at) => word.slice(at, at + letters)));
}
