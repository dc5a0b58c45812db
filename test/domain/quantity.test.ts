import fc from 'fast-check';
import { countryOf } from '../../src/domain/countries';
import { formatData, formatSms, formatVoice, GB, readQuantity } from '../../src/domain/quantity';

const guatemala = countryOf('GT');
const plain = (text: string) => text.replaceAll('\u00a0', ' ');
const MB = GB / 1024;

test.each([
  [3, 'GB', 'data', 3 * 1024 ** 3],
  ['0.5', 'GB', 'data', 512 * 1024 ** 2],
  [500, 'MB', 'data', 500 * 1024 ** 2],
  [1.2, 'GB', 'data', 1_288_490_189],
  [64, 'KB', 'data', 65_536],
  [12, 'B', 'data', 12],
  [12, 'bytes', 'data', 12],
  [45, 'min', 'voice', 2700],
  [0.5, 'Minutes', 'voice', 30],
  [59, 's', 'voice', 59],
  [20, 'SMS', 'sms', 20],
  [0, 'GB', 'data', 0],
] as const)('%p %s', (amount, units, kind, count) => {
  expect(readQuantity({ amount, units })).toEqual({ kind, count });
});

test.each([
  [1, 'GTQ'],
  [1, ''],
  [-1, 'GB'],
  [Number.NaN, 'GB'],
  ['1,5', 'GB'],
  [1e12, 'GB'],
])('%p %s is no quantity', (amount, units) => {
  expect(readQuantity({ amount, units })).toBeUndefined();
});

test.each([
  [3 * GB, '3 GB'],
  [GB, '1 GB'],
  [GB - 1, '1,023.9 MB'],
  [1024 * GB, '1,024 GB'],
  [500 * MB, '500 MB'],
  [120.5 * MB, '120.5 MB'],
  [2.5 * GB, '2.5 GB'],
  [3 * GB - 1, '2.9 GB'], // rounded down: nobody is told to have what they have not
  [0, '0 MB'],
  [1, '0 MB'],
])('%d bytes are %s', (bytes, shown) => {
  expect(plain(formatData(bytes, guatemala))).toBe(shown);
});

test('the mark is the country’s', () => {
  expect(plain(formatData(1.5 * GB, countryOf('BO')))).toBe('1,5 GB');
  expect(plain(formatData(2.5 * GB, countryOf('PY')))).toBe('2,5 GB');
});

test('what the operator says in tenths is what the customer reads', () => {
  fc.assert(
    fc.property(fc.integer({ min: 10, max: 100_000 }), (tenths) => {
      const amount = tenths / 10;
      const read = readQuantity({ amount, units: 'GB' });
      expect(plain(formatData(read?.count ?? -1, guatemala)).replaceAll(',', '')).toBe(`${amount} GB`);
    }),
  );
});

test('minutes and messages', () => {
  expect(plain(formatVoice(45 * 60 + 59, guatemala))).toBe('45 min');
  expect(plain(formatVoice(30, guatemala))).toBe('30 s');
  expect(plain(formatVoice(0, guatemala))).toBe('0 min');
  expect(plain(formatSms(20, guatemala))).toBe('20 SMS');
});
