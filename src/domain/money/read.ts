import { decimalOf } from '../decimal';
import { plainDigits } from '../digits';
import { isOurMoney, onlyMoney } from './marks';
import type { MoneyCountry } from './format';
import { MINOR_DIGITS, money, type Money } from './value';
import { spelledNumbers } from './words';

/** What can be meant, in minor units, both ends included. */
export interface AmountRange {
  readonly min: number;
  readonly max: number;
}

/** What was written, by the country's marks, and how somebody used to other marks may have meant it. Minor units. */
interface Readings {
  readonly meant?: number | undefined;
  readonly else?: number | undefined;
}

const LITERAL = /\d+(?:[.,]\d+)*(?:k\b|\s*(?:mil|thousand)\b(?! gracias))?/g;
/** Words after which a number is not the amount that is wanted. */
const UNSURE = /\b(?:medi[oa]|half|entre|between|menos|minus|less)\b/;
const MAX_WHOLE_DIGITS = 12;

/**
 * Reads an amount as people type it: "Q20.00", "20,5", "20 mil", "veinte quetzales". By the country's marks 1.500 is fifteen hundred in
 * Colombia and one and a half in Guatemala; where that is outside `range` and the other reading is inside, or where only the
 * other reading is possible, it is `ambiguous` and worth a question. Undefined when there is no amount, or no single one: "-20",
 * "entre 5 y 50", "20 al 5555-1234", "5 GB", "20 dólares" where money is not dollars.
 */
export function readAmount(text: string, country: MoneyCountry, range?: AmountRange): Money | 'ambiguous' | undefined {
  const readings = readingsOf(text, country);
  if (!readings) return undefined;
  const { meant, else: other } = readings;
  if (meant === undefined) return other === undefined ? undefined : 'ambiguous';
  const doubtful = range && !within(meant, range) && other !== undefined && within(other, range);
  return doubtful ? 'ambiguous' : money(meant, country.currency);
}

const within = (minor: number, { min, max }: AmountRange): boolean => minor >= min && minor <= max;

/** The one number of a text, in digits or in words, and what stands around it; small letters, without accents. */
interface OnlyNumber {
  readonly number: string | number;
  readonly before: string;
  readonly after: string;
}

/** "2O", "5oo": on a phone the letter stands beside the digit. "El 2o" is the second, and "2º" has a sign of its own. */
const WITH_OS =
  /(?<=^|[\s$₡¢])(?<!\b(?:el|la|lo|del|al) )(?:(?:[ql]|c\$|bs\.?|gs\.?|b\/\.?) ?)?[1-9]\d*o[\do]*(?![\p{L}\d]|\s+(?:de|del|piso)(?!\p{L}))/giu;
const zeros = (number: string): string => number.replace(/o/gi, '0');

/** Undefined where there is none or more than one, or where a number is not the amount that is wanted ("entre 5 y 50"). */
export function onlyNumber(typed: string, country: MoneyCountry): OnlyNumber | undefined {
  const text = plainDigits(typed.replace(WITH_OS, zeros)).toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
  const literals = [...text.matchAll(LITERAL)];
  const rest = text.replace(LITERAL, (literal) => ' '.repeat(literal.length));
  const words = spelledNumbers(rest).filter(
    ({ article, start, end }) => !article || (literals.length === 0 && onlyMoney(text.slice(0, start), text.slice(end), country)),
  );
  const [literal, word] = [literals[0], words[0]];
  if (literals.length + words.length !== 1 || UNSURE.test(text)) return undefined;
  const start = literal?.index ?? word?.start ?? 0;
  const end = literal ? start + literal[0].length : (word?.end ?? 0);
  return { number: literal?.[0] ?? word?.value ?? 0, before: text.slice(0, start), after: text.slice(end) };
}

function readingsOf(typed: string, country: MoneyCountry): Readings | undefined {
  const one = onlyNumber(typed, country);
  if (!one || !isOurMoney(one.before, one.after, country)) return undefined;
  return typeof one.number === 'string' ? literalReadings(one.number, country) : { meant: minorOf(String(one.number), country) };
}

function literalReadings(literal: string, country: MoneyCountry): Readings {
  const digits = literal.replace(/[^\d.,]+$/, '');
  const times = digits === literal ? 1 : 1000;
  if (/^0\d/.test(digits)) return {}; // "0102": the end of a number, a code
  const { meant, else: other } = numberReadings(digits, country);
  return { meant: meant === undefined ? undefined : meant * times, else: other === undefined ? undefined : other * times };
}

function numberReadings(number: string, country: MoneyCountry): Readings {
  const parts = number.split(/[.,]/);
  const marks = number.replace(/\d/g, '');
  const last = parts.at(-1) ?? '';
  const head = parts.slice(0, -1);
  if (parts[0] && parts[0].length > MAX_WHOLE_DIGITS) return {};
  if (marks.length === 0) return { meant: minorOf(number, country) };
  if (marks.length === 1) return oneMark(head.join(''), marks, last, country);
  const same = new Set(marks.slice(0, -1)).size === 1;
  if (!same) return {};
  if (marks.at(-1) === marks[0]) return grouped(parts) ? { meant: minorOf(parts.join(''), country) } : {};
  return grouped(head) && last.length <= 2 ? { meant: minorOf(`${head.join('')}.${last}`, country) } : {};
}

/** The one mark may part thousands or decimals: where three digits follow, both are possible. */
function oneMark(head: string, mark: string, tail: string, country: MoneyCountry): Readings {
  const { decimal, decimals } = country.money;
  const parted = tail.length <= 3 ? minorOf(`${head}.${tail}`, country) : undefined;
  if (!grouped([head, tail])) return { meant: mark === decimal || decimals > 0 ? parted : undefined };
  const joined = minorOf(head + tail, country);
  if (mark !== decimal) return { meant: joined, else: parted };
  return decimals === 0 ? { meant: joined } : { meant: parted, else: joined };
}

const grouped = ([first = '', ...more]: readonly string[]): boolean => /^[1-9]\d{0,2}$/.test(first) && more.every(({ length }) => length === 3);

/** Minor units of a plain decimal; undefined when the currency has fewer decimals. */
function minorOf(plain: string, { currency }: MoneyCountry): number | undefined {
  const read = decimalOf(plain);
  const minorDigits = MINOR_DIGITS[currency];
  if (!read || read.scale > minorDigits) return undefined;
  const minor = Number(read.digits * 10n ** BigInt(minorDigits - read.scale));
  return Number.isSafeInteger(minor) && minor <= Number.MAX_SAFE_INTEGER / 1000 ? minor : undefined;
}
