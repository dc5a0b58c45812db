import { withoutCards } from '../../src/domain/cards';
import { countryOf } from '../../src/domain/countries';
import { COUNTRY_CODES } from '../../src/domain/countries/codes';
import { AROUND, cardNumber, chance, DIGITS, figure, grouped, inScript, isDpi, luhn, MOBILES, parted, phone, type Chance } from './card-writing';

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
    ['4242#4242#4242#4242', '[tarjeta]'],
    ['(4242) (4242) (4242) (4242)', '([tarjeta])'],
    ['4242 -> 4242 -> 4242 -> 4242 08/29', '[tarjeta]'],
    [`4242${' '.repeat(9)}4242${' '.repeat(9)}4242${' '.repeat(9)}4242`, '[tarjeta]'],
    ['4242424242 424242', '[tarjeta]'],
    ['3782-822463-10005', '[tarjeta]'],
    ['4 2 4 2 4 2 4 2 4 2 4 2 4 2 4 2  0 8 2 9  1 2 3', '[tarjeta]'],
    ['mi línea 5555-0101, tarjeta 4242 4242 4242 4242 08/29 123', 'mi línea 5555-0101, tarjeta [tarjeta]'],
    ['paga con 4242424242424242 o 5555555555554444', 'paga con [tarjeta] o [tarjeta]'],
    ['4242424242424242 55550101', '[tarjeta] 55550101'],
  ])('%j', (written, expected) => expect(withoutCards(written)).toEqual({ text: expected, found: true }));

  test('two thousand characters of digits take no time', () => {
    const begun = process.cpuUsage().user;
    for (const text of [
      '4 '.repeat(1_000),
      '4'.repeat(2_000),
      '4242 '.repeat(400),
      '42-'.repeat(660),
      '4,'.repeat(1_000),
      '4#'.repeat(1_000),
      '4242##'.repeat(330),
      `${'#'.repeat(19)}4`.repeat(100),
    ])
      withoutCards(text);
    expect((process.cpuUsage().user - begun) / 1_000).toBeLessThan(10_000); // of the processor's own time: it takes a hundredth of that
  });
});

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

  test('two phone numbers side by side: words for phones make them phones; without any, those that pass as a card are taken for one', () => {
    const luck = chance(83);
    const plain = { pairs: 0, taken: 0 };
    const told = { pairs: 0, taken: 0 };
    const EIGHT = COUNTRY_CODES.filter((code) => MOBILES[code](luck).length === 8);
    for (let count = 0; count < 20_000; count++) {
      const code = luck.one(EIGHT);
      const separator = luck.one(['', ' ', '-']);
      const pair = [0, 1].map(() => grouped(MOBILES[code](luck), separator === '' ? [8] : [4, 4], separator)).join(' ');
      plain.pairs++;
      told.pairs++;
      if (found(pair)) plain.taken++;
      if (found(luck.one(['mis líneas son ', 'recarga a los números ', 'tengo dos teléfonos: ', 'my lines are ']) + pair)) told.taken++;
      const card = luck.one(['recarga la línea con ', 'mi número es ', 'la línea y la tarjeta ']) + '4242 4242 4242 4242';
      if (!found(card)) told.taken += told.pairs; // a word for one phone hides no card
    }
    const share = ({ taken, pairs }: typeof plain): number => Math.round((1_000 * taken) / pairs) / 10;
    figure('two phone numbers side by side taken for a card, %', { bare: share(plain), 'with a word for phones': share(told) });
    expect(share(told)).toBeLessThanOrEqual(0.1);
    expect(share(plain)).toBeLessThan(10);
  });

  test('a number that fails the check digit is none', () => expect(found('4242 4242 4242 4243')).toBe(false));
});

test("a thousand numbers in a row are put together only where their digits are a card's", () => {
  const put = jest.spyOn(Array.prototype, 'slice');
  try {
    for (const row of ['1 '.repeat(1_000), '1,'.repeat(1_000), '10 '.repeat(660)]) expect(withoutCards(row).found).toBe(false);
    expect(put.mock.calls.length).toBeLessThan(100);
  } finally {
    put.mockRestore();
  }
});
