import type { MoneyCountry } from './format';
import { CURRENCIES, type Currency } from './value';

/** What people write beside an amount, folded. */
const MARKS: Readonly<Record<Currency, readonly string[]>> = {
  GTQ: ['q', 'qtz', 'gtq', 'quetzal', 'quetzales', 'quetzals'],
  USD: ['$', 'us$', 'usd', 'dolar', 'dolares', 'dollar', 'dollars'],
  HNL: ['l', 'lps', 'hnl', 'lempira', 'lempiras'],
  NIO: ['c$', 'nio', 'cordoba', 'cordobas'],
  CRC: ['₡', '¢', 'crc', 'colon', 'colones', 'colons'],
  PAB: ['b/.', 'b/', 'pab', 'balboa', 'balboas'],
  COP: ['$', 'cop', 'peso', 'pesos'],
  BOB: ['bs', 'bob', 'boliviano', 'bolivianos'],
  PYG: ['gs', '₲', 'pyg', 'guarani', 'guaranies', 'guaranis'],
};

/** Money of countries that are not ours. */
const ELSEWHERE = ['€', 'eur', 'euro', 'euros', '£', 'gbp', 'libras', 'pounds', 'soles', 'reales', 'reais', 'mxn', 'btc', 'bitcoin', 'bitcoins'];

/** An amount followed by one of these is no money, or not whole units of it. */
const OTHER_UNITS =
  'gb|gigas?|mb|megas?|kb|min|mins|minutos?|minutes?|sms|mensajes?|messages?|segundos?|seconds?|dias?|days?|horas?|hours?|semanas?|weeks?|mes|meses|months?|anos?|years?|' +
  'veces|times|%|millon|millones|million|millions|ctvs?|centavos?|centimos?|cents?';
const BEFORE_OTHER_UNIT = new RegExp(`^\\s*(?:${OTHER_UNITS})(?![a-z])`);

const escaped = (marks: readonly string[]): string =>
  [...marks]
    .sort((a, b) => b.length - a.length)
    .map((mark) => mark.replace(/[$/.]/g, '\\$&'))
    .join('|');

/** How this country's money, and anybody else's, is marked: `before` at the end of what precedes a number, `after` at the start of what follows. */
interface Marked {
  readonly before: RegExp;
  readonly after: RegExp;
}
const marked = (marks: readonly string[]): Marked => ({
  before: new RegExp(`(?<![a-z$])(?:${escaped(marks)})\\.?\\s*$`),
  after: new RegExp(`^\\s*(?:${escaped(marks)})(?![a-z])`),
});

const ownMarks = ({ currency, money: { atPar, alsoCalled = [] } }: MoneyCountry): readonly string[] => [
  ...MARKS[currency],
  ...(atPar ? MARKS[atPar] : []),
  ...alsoCalled,
];

const known = new WeakMap<MoneyCountry, readonly [own: Marked, foreign: Marked]>();

function marksOf(country: MoneyCountry): readonly [own: Marked, foreign: Marked] {
  const made = known.get(country);
  if (made) return made;
  const own = ownMarks(country);
  const foreign = [...CURRENCIES.flatMap((currency) => MARKS[currency]), ...ELSEWHERE].filter((mark) => !own.includes(mark));
  const both = [marked(own), marked(foreign)] as const;
  known.set(country, both);
  return both;
}

/** Whether what stands around a number leaves it an amount of this country's money: not negative, not dollars, not "5 GB", not "M3". */
export function isOurMoney(before: string, after: string, country: MoneyCountry): boolean {
  const [own, foreign] = marksOf(country);
  if (/[-\u2212\u2013]\s*$/.test(before) || foreign.before.test(before)) return false;
  const bare = before.replace(own.before, '');
  if (/[-\u2212\u2013]\s*$/.test(bare) || /[\p{L}\p{N}.,/%#$_*+]$/u.test(bare)) return false;
  return own.after.test(after) || !(foreign.after.test(after) || BEFORE_OTHER_UNIT.test(after) || /^[\p{L}\p{N}/%_*]/u.test(after));
}

/** Whether what stands around a number makes it another country's money. */
export function isForeignMoney(before: string, after: string, country: MoneyCountry): boolean {
  const [own, foreign] = marksOf(country);
  return (foreign.before.test(before) && !own.before.test(before)) || (foreign.after.test(after) && !own.after.test(after));
}

/** Whether nothing but the currency is left of a text. */
export const onlyMoney = (before: string, after: string, country: MoneyCountry): boolean => {
  const [own] = marksOf(country);
  return own.after.test(after) || (before.replace(own.before, '') + after).replace(/[^\p{L}\p{N}]/gu, '') === '';
};
