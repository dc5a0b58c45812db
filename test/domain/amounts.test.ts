import fc from 'fast-check';
import { COUNTRY_CODES, countryOf, type CountryCode } from '../../src/domain/countries';
import { formatMoney, MINOR_DIGITS, money, readAmount, type AmountRange } from '../../src/domain/money';

const minorOf = (text: string, code: CountryCode, range?: AmountRange) => {
  const read = readAmount(text, countryOf(code), range);
  return typeof read === 'object' ? read.minor : read;
};

test.each([
  ['GT', 'Q20.00', 2000],
  ['GT', 'q20', 2000],
  ['GT', 'Q 20', 2000],
  ['GT', 'Q.20', 2000],
  ['GT', '20', 2000],
  ['GT', '２０', 2000],
  ['GT', '2O', 2000],
  ['GT', 'q5o', 5000],
  ['GT', '1oo porfa', 10_000],
  ['PY', 'Gs. 5ooo', 5000],
  ['GT', '٢٠', 2000],
  ['GT', '20,5', 2050],
  ['GT', '20.50', 2050],
  ['GT', '20.', 2000],
  ['GT', 'ponme 20 porfa', 2000],
  ['GT', '20 x fa', 2000],
  ['GT', 'una recarga de 20 quetzales', 2000],
  ['GT', '20Q', 2000],
  ['GT', '0.500', 50],
  ['GT', '1,500', 150_000],
  ['GT', '1.500', 150],
  ['GT', '1,234.50', 123_450],
  ['GT', '1.234,50', 123_450],
  ['GT', '1,234,567', 123_456_700],
  ['GT', 'veinte quetzales', 2000],
  ['GT', 'treinta y cinco', 3500],
  ['GT', 'cien', 10_000],
  ['GT', 'ciento veinte', 12_000],
  ['GT', 'un quetzal', 100],
  ['GT', 'uno', 100],
  ['GT', 'VEINTIDÓS', 2200],
  ['GT', 'twenty five', 2500],
  ['GT', 'one hundred and five quetzals', 10_500],
  ['GT', 'a hundred', 10_000],
  ['HN', 'L. 50', 5000],
  ['HN', '50 pesos', 5000],
  ['HN', 'cincuenta lempiras', 5000],
  ['SV', '$2.25', 225],
  ['SV', '2 dólares', 200],
  ['NI', 'C$60', 6000],
  ['PA', 'B/. 5.00', 500],
  ['PA', '$5', 500],
  ['CR', '₡1.500', 150_000],
  ['CR', '1500 colones', 150_000],
  ['CR', '¢2,000', 200_000],
  ['CO', '1.500', 150_000],
  ['CO', '$20.000', 2_000_000],
  ['CO', '20 mil', 2_000_000],
  ['CO', '20k', 2_000_000],
  ['CO', 'veinte mil pesos', 2_000_000],
  ['CO', 'mil quinientos', 150_000],
  ['CO', '2,000', 200_000],
  ['BO', 'Bs 10,50', 1050],
  ['BO', 'bs.20', 2000],
  ['BO', '10.5', 1050],
  ['BO', '1.500', 150_000],
  ['BO', '20.-', 2000],
  ['PY', 'Gs. 337.280', 337_280],
  ['PY', '₲5.000', 5000],
  ['PY', '5 mil guaraníes', 5000],
  ['PY', '10,000', 10_000],
] as const)('%s "%s" is %d minor units', (code, text, minor) => {
  expect(readAmount(text, countryOf(code))).toEqual(money(minor, countryOf(code).currency));
});

test.each([
  ['GT', '-20'],
  ['GT', '−20'],
  ['GT', '-Q20'],
  ['GT', 'Q-20'],
  ['GT', 'menos veinte'],
  ['GT', '0102'],
  ['GT', 'entre 5 y 50'],
  ['GT', 'entre veinte y cinco'],
  ['GT', '20 al 5555-1234'],
  ['GT', '20 o 30'],
  ['GT', 'h2o'],
  ['GT', 'el 2o piso'],
  ['GT', 'veinte o treinta'],
  ['GT', '5-10'],
  ['GT', '20 con 50'],
  ['GT', 'veinte y medio'],
  ['GT', '$20'],
  ['GT', '20 dólares'],
  ['GT', '20 usd'],
  ['GT', 'US$ 20'],
  ['GT', '5 GB'],
  ['GT', '5gb'],
  ['GT', 'M3'],
  ['GT', '20%'],
  ['GT', '7 días'],
  ['GT', '50 centavos'],
  ['GT', '.5'],
  ['GT', '1.2.3'],
  ['GT', '1,23,456'],
  ['GT', '20.555.5'],
  ['GT', '1/2'],
  ['GT', '20 mil gracias'],
  ['GT', '2 millones'],
  ['GT', 'quiero un paquete'],
  ['GT', 'the other one'],
  ['GT', 'no sé'],
  ['GT', ''],
  ['GT', '99999999999999999999'],
  ['CO', '20.5'],
  ['CO', '20.00'],
  ['PY', '20,5'],
  ['PY', '20,5 mil'],
  ['CO', '20 quetzales'],
] as const)('%s "%s" is no amount', (code, text) => {
  expect(readAmount(text, countryOf(code))).toBeUndefined();
});

test('three digits after the one mark: what the country means, unless only the other reading can be meant', () => {
  const range = { min: 500, max: 200_000 };
  expect(minorOf('1.500', 'GT', range)).toBe('ambiguous');
  expect(minorOf('1.500', 'GT', { min: 100, max: 500 })).toBe(150);
  expect(minorOf('1,500', 'GT', range)).toBe(150_000);
  expect(minorOf('1,500', 'GT', { min: 100, max: 500 })).toBe('ambiguous');
  expect(minorOf('1.234', 'GT')).toBe('ambiguous');
  expect(minorOf('1.500', 'BO', { min: 100, max: 500 })).toBe('ambiguous');
  expect(minorOf('9.999', 'CO', { min: 100, max: 500 })).toBe(999_900); // nothing else it could be: the range refuses it
});

test('what a country prints, it reads back', () => {
  fc.assert(
    fc.property(fc.constantFrom(...COUNTRY_CODES), fc.integer({ min: 0, max: 1e12 }), (code, minor) => {
      const country = countryOf(code);
      const amount = money(minor, country.currency);
      expect(readAmount(formatMoney(amount, country), country)).toEqual(amount);
    }),
    { numRuns: 500 },
  );
});

test('an amount in anybody’s style is read right, or not at all: never ten, a hundred or a thousand times', () => {
  const style = fc.constantFrom([',', '.'], ['.', ','], ['', '.'], ['', ',']);
  fc.assert(
    fc.property(fc.constantFrom(...COUNTRY_CODES), style, fc.nat(9_999_999), fc.nat(99), (code, [thousands, decimal], whole, cents) => {
      const country = countryOf(code);
      const minorDigits = MINOR_DIGITS[country.currency];
      const text = String(whole).replace(/\B(?=(\d{3})+$)/g, thousands ?? '') + decimal + String(cents).padStart(2, '0');
      const read = readAmount(text, country);
      if (typeof read === 'object') expect(read.minor * 100).toBe((whole * 100 + cents) * 10 ** minorDigits);
    }),
    { numRuns: 1000 },
  );
});

test('whatever is typed, it answers', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...COUNTRY_CODES),
      fc.string({ unit: fc.constantFrom(...'0123456789 -.,Qq$₡%k٠５mil'), maxLength: 40 }),
      (code, text) => void readAmount(text, countryOf(code)),
    ),
  );
});
