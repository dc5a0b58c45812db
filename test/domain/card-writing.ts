import { countryOf } from '../../src/domain/countries';
import { COUNTRY_CODES } from '../../src/domain/countries/codes';

/** The same numbers in every run (mulberry32). */
export function chance(seed: number) {
  const next = (): number => {
    seed = (seed + 0x6d2b79f5) | 0;
    let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (most: number): number => Math.floor(next() * most);
  const one = <T>(list: readonly T[]): T => list[below(list.length)] as T;
  const digits = (count: number): string => Array.from({ length: count }, () => below(10)).join('');
  return { below, one, digits };
}
export type Chance = ReturnType<typeof chance>;

/** The digit that makes the Luhn sum right. */
export function luhn(body: string): string {
  const sum = [...body].reverse().reduce((total, digit, at) => {
    const value = Number(digit) * (at % 2 === 0 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return body + String((10 - (sum % 10)) % 10);
}

/** [what a number may begin with, how long it may be] */
export const SCHEMES: readonly (readonly [readonly string[], readonly number[]])[] = [
  [['4'], [13, 16, 19]],
  [['51', '52', '53', '54', '55', '2221', '2345', '2699', '2720'], [16]],
  [['34', '37'], [15]],
  [['300', '305', '3095', '36', '38', '39'], [14]],
  [
    ['6011', '644', '649', '65', '622126', '622925'],
    [16, 19],
  ],
  [
    ['3528', '3589', '356600'],
    [16, 19],
  ],
  [
    ['62', '8100'],
    [16, 17, 18, 19],
  ],
  [
    ['5018', '5020', '5038', '5893', '6304', '6759', '6761', '6763'],
    [13, 14, 16, 17, 18, 19],
  ],
];
export const SEPARATORS = [' ', '-', '.', '/', '\n', '  ', ' - ', '\u00a0', '\u2013', '_', '\r\n', '\u2212', '\t', '\u3000', '\\'];

export function cardNumber({ one, digits }: Chance): string {
  const [prefixes, lengths] = one(SCHEMES);
  const prefix = one(prefixes);
  return luhn(prefix + digits(one(lengths) - prefix.length - 1));
}

/** How people part a number: not at all, in fours, as printed, digit by digit, in other equal groups; now and then with mixed signs. */
export function parted(number: string, { below, one }: Chance): string {
  const sizes = one([[number.length], [4], [4], [4], printed(number), [1], [2], [3], [5], number.length < 15 ? [4] : [8]]);
  const separator = one(SEPARATORS);
  const isMixed = below(4) === 0;
  let text = '';
  for (let at = 0, group = 0; at < number.length; group++) {
    const size = sizes[group] ?? sizes.at(-1) ?? 4;
    text += (at ? (isMixed ? one(SEPARATORS) : separator) : '') + number.slice(at, at + size);
    at += size;
  }
  return text;
}

export function printed(number: string): readonly number[] {
  if (number.length === 15) return [4, 6, 5];
  if (number.length === 14) return [4, 6, 4];
  return number.length === 19 ? [6, 13] : [4, 4, 4, 4, 3];
}

export const DIGITS = ['0', '\u0660', '\u06f0', '\uff10', '\u0966', '\u{1d7ce}'];
export const inScript = (text: string, zero: string): string =>
  text.replace(/\d/g, (digit) => String.fromCodePoint((zero.codePointAt(0) ?? 0) + Number(digit)));
/** A DPI is a DPI, also where an old 13-digit Visa number looks the same: one in three hundred of those. */
export const isDpi = (number: string): boolean => {
  const remainder = [...number.slice(0, 8)].reduce((sum, digit, at) => sum + Number(digit) * (at + 2), 0) % 11;
  return /^\d{9}(?:0[1-9]|1\d|2[0-2])(?!00)\d\d$/.test(number) && (remainder === 10 || remainder === Number(number[8]));
};

export const AROUND: readonly (readonly [string, string])[] = [
  ['', ''],
  ['mi tarjeta es ', ' gracias'],
  ['quiero pagar con ', ', mi línea es 5555-0101'],
  ['VISA', ''],
  ['5555-0101\n', '\n'],
  ['cobra Q100.00 a la ', '.'],
  ['(', ')'],
  ['mi dpi es 2451 80370 0101 y la tarjeta ', ' de Juan'],
];

/** What `docs/limits.md` quotes. */
export const figure = (what: string, figures: object): void =>
  void (process.env['FIGURES'] && process.stdout.write(`${what}: ${JSON.stringify(figures)}\n`));
/** National mobile numbers as the numbering plans have them. */
export const MOBILES: Readonly<Record<(typeof COUNTRY_CODES)[number], (luck: Chance) => string>> = {
  GT: ({ one, digits }) => one(['3', '4', '5']) + digits(7),
  SV: ({ one, digits }) => one(['5', '6', '7']) + digits(7),
  HN: ({ one, digits }) => one(['3', '7', '8', '9']) + digits(7),
  NI: ({ one, digits }) => one(['57', '75', '81', '88']) + digits(6),
  CR: ({ one, digits }) => one(['50', '57', '60', '70', '83', '88']) + digits(6),
  PA: ({ digits }) => `6${digits(7)}`,
  CO: ({ one, digits }) => one(['300', '301', '305', '310', '320', '350']) + digits(7),
  BO: ({ one, digits }) => one(['6', '7']) + digits(7),
  PY: ({ one, digits }) => one(['961', '971', '981', '991', '959']) + digits(6),
};
export const grouped = (text: string, sizes: readonly number[], separator: string): string => {
  let at = 0;
  return sizes.map((size) => text.slice(at, (at += size))).join(separator);
};

export function phone(luck: Chance): string {
  const code = luck.one(COUNTRY_CODES);
  const { callingCode, phone: form } = countryOf(code);
  const national = MOBILES[code](luck);
  const sizes = code === 'CO' ? [3, 3, 4] : code === 'PY' ? [3, 3, 3] : [4, 4];
  const shown = luck.one([national, grouped(national, sizes, luck.one([' ', '-', '.'])), [...national].join(' ')]);
  const separator = luck.one(['', ' ', '-']);
  return luck.one([
    shown,
    shown,
    `+${callingCode}${separator}${shown}`,
    `00${callingCode}${separator}${shown}`,
    callingCode + national,
    callingCode + grouped(national, sizes, ' '),
    `(${callingCode}) ${shown}`,
    form.prefix + shown,
  ]);
}
