import fc from 'fast-check';
import { COUNTRY_CODES, countryOf, type CountryCode } from '../../src/domain/countries';
import { amountsAmong, formatMoney, oddAmount, readAmount, twoAmounts, type Odd } from '../../src/domain/money';

test.each<readonly [CountryCode, string, Odd | undefined]>([
  ['GT', '-20', 'below-zero'],
  ['GT', '−Q20', 'below-zero'],
  ['GT', 'Q-20', 'below-zero'],
  ['GT', 'menos veinte', 'below-zero'],
  ['GT', 'minus 20', 'below-zero'],
  ['GT', '5-10', undefined],
  ['GT', 'mas o menos 20', undefined],
  ['GT', 'al menos 20', undefined],
  ['GT', '20 dólares', 'other-money'],
  ['GT', 'veinte dolares', 'other-money'],
  ['GT', 'US$ 20', 'other-money'],
  ['GT', '20 euros', 'other-money'],
  ['GT', '€20', 'other-money'],
  ['GT', '20 Bs', 'other-money'],
  ['SV', '20 dólares', undefined],
  ['HN', '50 pesos', undefined],
  ['PA', '$5', undefined],
  ['PY', '20 mil pesos', 'other-money'],
  ['GT', '99999999999', 'too-much'],
  ['GT', '99999999999999999999', 'too-much'],
  ['GT', '20', undefined],
  ['GT', '5 GB', undefined],
  ['GT', '20%', undefined],
  ['GT', 'hola', undefined],
])('%s "%s": %s', (code, text, odd) => {
  expect(oddAmount(text, countryOf(code))).toBe(odd);
});

test.each([
  ['20 y 50', [2_000, 5_000]],
  ['Q20 o Q50', [2_000, 5_000]],
  ['veinte or cincuenta', [2_000, 5_000]],
  ['5, 10 y 20', undefined],
  ['5 y 10 y 20', undefined],
  ['2 hijos y 1 perro', undefined],
  ['treinta y cinco', [3_000, 500]], // whoever reads one amount first never comes here
  ['20', undefined],
])('"%s" says %j', (text, minors) => {
  expect(twoAmounts(text, countryOf('GT'))?.map(({ minor }) => minor)).toEqual(minors);
});

test.each([
  ['20 50', [2_000, 5_000]],
  ['20, no, mejor 50', [2_000, 5_000]],
  ['entre 20 y 50', [2_000, 5_000]],
  ['Q20 o 50 no sé', [2_000, 5_000]],
  ['20, sí, 20', [2_000]],
  ['una o dos', [200]],
  ['termina en 0102', []],
])('"%s" names %j among other words', (text, minors) => {
  expect(amountsAmong(text, countryOf('GT')).map(({ minor }) => minor)).toEqual(minors);
});

test('what is taken is never odd, and a minus before it always is, in every currency', () => {
  fc.assert(
    fc.property(fc.constantFrom(...COUNTRY_CODES), fc.integer({ min: 1, max: 50_000_000 }), (code, minor) => {
      const country = countryOf(code);
      const shown = formatMoney({ minor, currency: country.currency }, country);
      expect([readAmount(shown, country) === undefined, oddAmount(shown, country)]).toEqual([false, undefined]);
      expect([readAmount(`-${shown}`, country), oddAmount(`-${shown}`, country)]).toEqual([undefined, 'below-zero']);
    }),
  );
});
