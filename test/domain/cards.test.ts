import { withoutCards } from '../../src/domain/cards';
import { countryOf } from '../../src/domain/countries';
import { COUNTRY_CODES } from '../../src/domain/countries/codes';

/** The same numbers in every run (mulberry32). */
function chance(seed: number) {
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
type Chance = ReturnType<typeof chance>;

/** The digit that makes the Luhn sum right. */
function luhn(body: string): string {
  const sum = [...body].reverse().reduce((total, digit, at) => {
    const value = Number(digit) * (at % 2 === 0 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return body + String((10 - (sum % 10)) % 10);
}

/** [what a number may begin with, how long it may be] */
const SCHEMES: readonly (readonly [readonly string[], readonly number[]])[] = [
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
const SEPARATORS = [' ', '-', '.', '/', '\n', '  ', ' - ', '\u00a0', '\u2013', '_', '\r\n', '\u2212', '\t', '\u3000', '\\'];

function cardNumber({ one, digits }: Chance): string {
  const [prefixes, lengths] = one(SCHEMES);
  const prefix = one(prefixes);
  return luhn(prefix + digits(one(lengths) - prefix.length - 1));
}

/** How people part a number: not at all, in fours, as printed, digit by digit, in other equal groups; now and then with mixed signs. */
function parted(number: string, { below, one }: Chance): string {
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

function printed(number: string): readonly number[] {
  if (number.length === 15) return [4, 6, 5];
  if (number.length === 14) return [4, 6, 4];
  return number.length === 19 ? [6, 13] : [4, 4, 4, 4, 3];
}

const DIGITS = ['0', '\u0660', '\u06f0', '\uff10', '\u0966', '\u{1d7ce}'];
const inScript = (text: string, zero: string): string =>
  text.replace(/\d/g, (digit) => String.fromCodePoint((zero.codePointAt(0) ?? 0) + Number(digit)));
/** A DPI is a DPI, also where an old 13-digit Visa number looks the same: one in three hundred of those. */
const isDpi = (number: string): boolean => {
  const remainder = [...number.slice(0, 8)].reduce((sum, digit, at) => sum + Number(digit) * (at + 2), 0) % 11;
  return /^\d{9}(?:0[1-9]|1\d|2[0-2])(?!00)\d\d$/.test(number) && (remainder === 10 || remainder === Number(number[8]));
};

const AROUND: readonly (readonly [string, string])[] = [
  ['', ''],
  ['mi tarjeta es ', ' gracias'],
  ['quiero pagar con ', ', mi línea es 5555-0101'],
  ['VISA', ''],
  ['5555-0101\n', '\n'],
  ['cobra Q100.00 a la ', '.'],
  ['(', ')'],
  ['mi dpi es 2451 80370 0101 y la tarjeta ', ' de Juan'],
];

const found = (text: string): boolean => withoutCards(text).found;
const leftDigits = (text: string): string =>
  withoutCards(text)
    .text.normalize('NFKC')
    .replace(/\P{Nd}/gu, '');

describe('a card number', () => {
  test('is found in each of 100,000 ways to write one, and nothing of it is left', () => {
    const luck = chance(20261120);
    const missed: string[] = [];
    for (let count = 0; count < 100_000;) {
      const number = cardNumber(luck);
      if (isDpi(number)) continue;
      count++;
      const [before, after] = luck.one(AROUND);
      const written = before + inScript(parted(number, luck), luck.below(6) === 0 ? luck.one(DIGITS) : '0') + after;
      const { text, found: isFound } = withoutCards(written);
      const left = text.replace(/\P{Nd}/gu, '').length;
      if (!isFound || left > (before + after).replace(/\D/g, '').length || !text.includes('[tarjeta]'))
        missed.push(JSON.stringify([number, written, text]));
    }
    expect(missed.slice(0, 5)).toEqual([]);
  });

  test('takes its expiry and code with it, wherever they stand', () => {
    const luck = chance(7);
    const kept: string[] = [];
    for (let count = 0; count < 20_000; count++) {
      const number = cardNumber(luck);
      if (isDpi(number)) continue;
      const card = parted(number, luck).replace(/[\r\n]/g, ' ');
      const month = String(1 + luck.below(12)).padStart(2, '0');
      const expiry = luck.one([`${month}/29`, `${month}/2031`, `${month} / 30`, `${month}-28`, `${month}29`, `${month} 30`]);
      const code = luck.digits(luck.one([3, 3, 4]));
      const written = luck.one([
        `${card} ${expiry} ${code}`,
        `${card}\n${expiry}\n${code}`,
        `${card}, vence ${expiry}, cvv ${code}`,
        `tarjeta ${card} código de seguridad: ${code}, expira ${expiry}`,
        `cvv ${code} vence ${expiry} numero ${card}`,
        `Visa ${card} Juan Pérez ${expiry} CVC2 ${code}`,
        `${card} exp:${expiry} cvv:${code}`,
      ]);
      if (leftDigits(written).replace(/2$/, '') !== '') kept.push(JSON.stringify([written, withoutCards(written).text]));
    }
    expect(kept.slice(0, 5)).toEqual([]);
  });

  test.each([
    ['4242424242424242 08/29 123', '[tarjeta]'],
    ['42424242424242420829123', '[tarjeta]'],
    ['4242 4242 4242 424208/29 123', '[tarjeta]'],
    ['%B4242424242424242^LOPEZ/MARIA^29081010000000000000?', '%B[tarjeta]^LOPEZ/MARIA^[tarjeta]?'],
    [';4242424242424242=29081010000012300000?', ';[tarjeta]=[tarjeta]?'],
    ['4\ufe0f\u20e32\ufe0f\u20e34\ufe0f\u20e32\ufe0f\u20e3 4242 4242 4242', '[tarjeta]'],
    ['4242\u200b4242\u200b4242\u200b4242', '[tarjeta]'],
    ['4242,4242,4242,4242', '[tarjeta]'],
    ['4242 | 4242 | 4242 | 4242', '[tarjeta]'],
    ['4242424242 424242', '[tarjeta]'],
    ['3782-822463-10005', '[tarjeta]'],
    ['4 2 4 2 4 2 4 2 4 2 4 2 4 2 4 2  0 8 2 9  1 2 3', '[tarjeta]'],
    ['mi línea 5555-0101, tarjeta 4242 4242 4242 4242 08/29 123', 'mi línea 5555-0101, tarjeta [tarjeta]'],
    ['paga con 4242424242424242 o 5555555555554444', 'paga con [tarjeta] o [tarjeta]'],
    ['4242424242424242 55550101', '[tarjeta] 55550101'],
  ])('%j', (written, expected) => expect(withoutCards(written)).toEqual({ text: expected, found: true }));

  test('two thousand characters of digits take no time', () => {
    const begun = performance.now();
    for (const text of ['4 '.repeat(1_000), '4'.repeat(2_000), '4242 '.repeat(400), '42-'.repeat(660), '4,'.repeat(1_000)]) withoutCards(text);
    expect(performance.now() - begun).toBeLessThan(1_500);
  });
});

/** National mobile numbers as the numbering plans have them. */
const MOBILES: Readonly<Record<(typeof COUNTRY_CODES)[number], (luck: Chance) => string>> = {
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
const grouped = (text: string, sizes: readonly number[], separator: string): string => {
  let at = 0;
  return sizes.map((size) => text.slice(at, (at += size))).join(separator);
};

function phone(luck: Chance): string {
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

const imei = (luck: Chance): string => luhn(luck.one(['01', '35', '35', '35', '86', '86', '99', '45', '50', '52', '30', '33']) + luck.digits(12));
const iccid = (luck: Chance): string => {
  const body = `89${luck.one(COUNTRY_CODES.map((code) => countryOf(code).callingCode))}`;
  const full = body.endsWith('57') ? `${body}${luck.one(['101', '103', '123', '732'])}` : `${body}0${luck.below(9)}`;
  return luhn(full + luck.digits(18 - full.length)) + luck.one(['', luck.digits(1)]);
};
const dpi = ({ digits, below }: Chance): string => {
  const serial = digits(8);
  const remainder = [...serial].reduce((sum, digit, at) => sum + Number(digit) * (at + 2), 0) % 11;
  const place = (most: number): string => String(1 + below(most)).padStart(2, '0');
  return `${serial}${remainder === 10 ? 0 : remainder}${place(22)}${place(17)}`;
};
const day = ({ below }: Chance): string => [1 + below(28), 1 + below(12), 40 + below(60)].map((part) => String(part).padStart(2, '0')).join('');

const OTHERS: Readonly<Record<string, (luck: Chance) => string>> = {
  'phone numbers': phone,
  'a phone number and an amount': (luck) => `${phone(luck)} ${luck.one(['5', '20', '100', '500', '2000', '5000'])}`,
  IMEIs: (luck) => {
    const number = imei(luck);
    return luck.one([
      number,
      grouped(number, [2, 6, 6, 1], '-'),
      grouped(number, [6, 2, 6, 1], ' '),
      grouped(number, [4, 4, 4, 3], ' '),
      `${number} ${luck.digits(2)}`,
    ]);
  },
  ICCIDs: (luck) => {
    const number = iccid(luck);
    return luck.one([number, `${number}F`, grouped(number, [4, 4, 4, 4, 4], luck.one([' ', '-'])), `${number} ${phone(luck)}`]);
  },
  DPIs: (luck) => {
    const number = dpi(luck);
    return luck.one([number, grouped(number, [4, 5, 4], luck.one([' ', '-']))]);
  },
  'other documents': (luck) =>
    luck.one([
      () => `${luck.digits(8)}-${luck.digits(1)}`,
      () => `${luck.digits(7)}-K`,
      () => `0${luck.digits(3)}-${day(luck)}-${luck.digits(3)}-${luck.digits(1)}`,
      () => `${luck.one(['01', '08', '18'])}${luck.digits(2)}-${luck.one(['1968', '1995'])}-${luck.digits(5)}`,
      () => `${luck.one(['01', '08', '18'])}${luck.digits(12)}`,
      () => {
        const number = luck.one(['001', '441', '401', '281', '616']) + day(luck) + luck.digits(4);
        const cedula = number + ('ABCDEFGHJKLMNPQRSTUVWXY'[Number(number) % 23] ?? '');
        return luck.one([cedula, grouped(cedula, [3, 6, 5], '-')]);
      },
      () => luck.digits(luck.one([6, 8, 10, 11, 12])),
    ])(),
  'contracts and references': (luck) =>
    luck.one([
      () => luck.digits(luck.one([6, 7, 8, 9, 10])),
      () => `${luck.digits(4)}-26-${luck.digits(luck.one([7, 10]))}`,
      () => grouped(luck.digits(12), [4, 4, 4], ' '),
      () => `5959${luck.digits(8)}`,
      () => String(1_763_000_000_000 + luck.below(1e11)),
    ])(),
  'dates and amounts': (luck) =>
    luck.one([
      () => `${1 + luck.below(28)}/${1 + luck.below(12)}/2026 ${luck.digits(luck.one([3, 4, 5, 6]))}`,
      () => `del 01/11/2026 al 30/11/2026 Q${luck.digits(3)}.00`,
      () => `2026-11-${10 + luck.below(19)} 10:${luck.digits(2)}:${luck.digits(2)}.${luck.digits(3)}`,
      () => `Gs. ${1 + luck.below(9)}.${luck.digits(3)}.${luck.digits(3)} ${1 + luck.below(9)}.${luck.digits(3)}.${luck.digits(3)}`,
    ])(),
};
const WORDS = ['', '', 'mi número es ', 'contrato: ', 'hola, ', 'el imei es '];

describe('what is no card', () => {
  test.each(Object.keys(OTHERS))('%s stay: at most one in a thousand is touched', (kind) => {
    const luck = chance(41);
    const touched: string[] = [];
    const most = 12_000;
    for (let count = 0; count < most; count++) {
      const text = luck.one(WORDS) + (OTHERS[kind]?.(luck) ?? '');
      if (found(text)) touched.push(text);
    }
    expect([touched.length / most <= 0.001, touched.length > most / 1_000 ? touched.slice(0, 8) : []]).toEqual([true, []]);
  });

  test.each([
    '5012 7781 0042',
    '501277810042',
    '35-693803-564380-9, 86-812404-117325-2',
    '356938035643809',
    'DPI 2451 80370 0101, NIT 2451803-4',
    '1000000700101',
    '0614-120588-101-2',
    '4433-26-0001182',
    '+595 981 000 101',
    '595981000101',
    'PV-55120, 4410023971, 20881734',
    'recarga 20 al 5555-0101 y 10 al 5555-0102',
    'Q1,234.50 y Q1,500.00',
    'hola',
    '',
  ])('%j', (text) => expect(withoutCards(text)).toEqual({ text, found: false }));

  test('a number that fails the check digit is none', () => expect(found('4242 4242 4242 4243')).toBe(false));
});
