import { plainDigits } from '../digits';
import { isForeignMoney, onlyMoney } from './marks';
import type { MoneyCountry } from './format';
import { onlyNumber, readAmount } from './read';
import type { Money } from './value';
import { spelledNumbers } from './words';

/** Why a text that says an amount says none that can be paid: below zero, another country's money, or more than anybody has. */
export type Odd = 'below-zero' | 'other-money' | 'too-much';

const MINUS = /(?<!\d\s?)[-\u2212\u2013]\s*(?=\D{0,5}\d)|(?<!\b(?:o|or|al|lo)\s)\b(?:menos|minus)\s+(?=\S)/i;
/** No price is written so: ten digits and more, and nothing much besides. */
const HUGE = /^\D{0,4}\d{10,}(?:[.,]\d+)?\D{0,12}$/;

/** What is odd about an amount that {@link readAmount} does not take; undefined where the text says none, or one that it takes. */
export function oddAmount(text: string, country: MoneyCountry): Odd | undefined {
  if (readAmount(text, country) !== undefined) return undefined;
  const bare = text.replace(MINUS, '');
  if (bare !== text && readAmount(bare, country) !== undefined) return 'below-zero';
  if (HUGE.test(plainDigits(text).trim())) return 'too-much';
  const one = onlyNumber(text, country);
  return one && isForeignMoney(one.before, one.after, country) ? 'other-money' : undefined;
}

const EITHER = / (?:y|e|o|u|and|or) /;

/** The two amounts of "20 y 50", "Q20 o Q50": nobody knows which is meant. Undefined where they are not two, and nothing else. */
export function twoAmounts(text: string, country: MoneyCountry): readonly [Money, Money] | undefined {
  const [first, second, ...more] = text
    .toLowerCase()
    .split(EITHER)
    .map((part) => bareAmount(part.trim(), country));
  return first && second && more.length === 0 ? [first, second] : undefined;
}

/** The amounts among other words ("20, no, mejor 50", "20 50"), each once, for whoever asked for one. */
export function amountsAmong(text: string, country: MoneyCountry): readonly Money[] {
  const found = text
    .toLowerCase()
    .split(/[\s;:?!]+|[,.](?=\s|$)/)
    .filter((word) => /\d/.test(word) || spelledNumbers(word).some(({ article }) => !article))
    .flatMap((word) => bareAmount(word, country) ?? []);
  return found.filter(({ minor }, at) => found.findIndex((each) => each.minor === minor) === at);
}

/** An amount and its currency, without another word. */
function bareAmount(text: string, country: MoneyCountry): Money | undefined {
  const read = readAmount(text, country);
  const one = onlyNumber(text, country);
  return typeof read === 'object' && one && onlyMoney(one.before, one.after, country) ? read : undefined;
}
