import fc from 'fast-check';
import { COUNTRY_CODES, countryOf } from '../../src/domain/countries';
import { add, compare, CURRENCIES, formatMoney, fromDecimal, MINOR_DIGITS, money, subtract } from '../../src/domain/money';

const plain = (text: string) => text.replaceAll('\u00a0', ' ');

describe('exact amounts', () => {
  test.each([
    [19.99, 'GTQ', 1999],
    ['19.99', 'GTQ', 1999],
    [37.5, 'GTQ', 3750],
    [0.1 + 0.7, 'USD', undefined], // 0.7999999999999999: a backend that computes with floats is not believed
    [900.89, 'HNL', 90_089],
    ['20.500', 'NIO', 2050],
    [-8.3, 'GTQ', -830],
    [337_280, 'PYG', 337_280],
    ['337280.00', 'PYG', 337_280],
    [337_280.5, 'PYG', undefined],
    [86_800, 'COP', 8_680_000],
    [1.005, 'USD', undefined],
    [Number.NaN, 'USD', undefined],
    [1e21, 'USD', undefined],
    [1e-7, 'USD', undefined],
    ['', 'USD', undefined],
    ['1,5', 'USD', undefined],
    ['0x10', 'USD', undefined],
    ['90071992547409.92', 'USD', undefined],
  ] as const)('%p %s', (value, currency, minor) => {
    if (minor === undefined) expect(() => fromDecimal(value, currency)).toThrow(RangeError);
    else expect(fromDecimal(value, currency)).toEqual({ minor, currency });
  });

  test('every amount of a backend comes through, as a number and as a string', () => {
    fc.assert(
      fc.property(fc.constantFrom(...CURRENCIES), fc.integer({ min: -1e12, max: 1e12 }), (currency, minor) => {
        const written = decimal(minor, MINOR_DIGITS[currency]);
        expect(fromDecimal(written, currency).minor).toBe(minor);
        expect(fromDecimal(Number(written), currency).minor).toBe(minor);
      }),
    );
  });

  test('sums are exact and never mix currencies', () => {
    expect(add(money(10, 'GTQ'), money(20, 'GTQ'))).toEqual(money(30, 'GTQ'));
    expect(subtract(money(10, 'GTQ'), money(20, 'GTQ'))).toEqual(money(-10, 'GTQ'));
    expect(compare(money(10, 'GTQ'), money(20, 'GTQ'))).toBeLessThan(0);
    expect(compare(money(10, 'GTQ'), money(10, 'GTQ'))).toBe(0);
    for (const mix of [add, subtract, compare]) expect(() => mix(money(1, 'GTQ'), money(1, 'HNL'))).toThrow(RangeError);
    expect(() => money(0.5, 'GTQ')).toThrow(RangeError);
    expect(() => add(money(Number.MAX_SAFE_INTEGER, 'GTQ'), money(1, 'GTQ'))).toThrow(RangeError);
  });
});

describe('amounts as each country prints them', () => {
  test.each([
    ['GT', 3750, 'Q37.50'],
    ['GT', 348_600, 'Q3,486.00'],
    ['GT', -830, '−Q8.30'],
    ['GT', 5, 'Q0.05'],
    ['HN', 120_043, 'L 1,200.43'],
    ['SV', 2596, '$25.96'],
    ['NI', 6000, 'C$60.00'],
    ['CR', 150_000, '₡1.500'],
    ['CR', 150_050, '₡1.500,50'],
    ['PA', 500, '$5.00'],
    ['CO', 8_680_000, '$86.800'],
    ['CO', -473_200, '−$4.732'],
    ['BO', 1050, 'Bs 10,50'],
    ['BO', 123_450, 'Bs 1.234,50'],
    ['PY', 337_280, 'Gs. 337.280'],
    ['PY', 0, 'Gs. 0'],
  ] as const)('%s %d: %s', (code, minor, shown) => {
    const country = countryOf(code);
    const text = formatMoney(money(minor, country.currency), country);
    expect(plain(text)).toBe(shown);
    expect(text).not.toContain(' '); // no line ends inside an amount
  });

  test('another currency says which one it is', () => {
    expect(formatMoney(money(2990, 'USD'), countryOf('HN'))).toBe('US$29.90');
    expect(plain(formatMoney(money(2990, 'GTQ'), countryOf('CO')))).toBe('GTQ 29,90');
    expect(formatMoney(money(500, 'USD'), countryOf('PA'))).toBe('$5.00'); // at par
  });

  test('the minor units are those of ISO 4217, not those that Intl shows', () => {
    expect(MINOR_DIGITS).toEqual({ GTQ: 2, USD: 2, HNL: 2, NIO: 2, CRC: 2, PAB: 2, COP: 2, BOB: 2, PYG: 0 });
    expect(COUNTRY_CODES.map((code) => countryOf(code).currency)).toEqual(['GTQ', 'USD', 'HNL', 'NIO', 'CRC', 'PAB', 'COP', 'BOB', 'PYG']);
  });
});

function decimal(minor: number, digits: number): string {
  const text = String(Math.abs(minor)).padStart(digits + 1, '0');
  const whole = text.slice(0, text.length - digits);
  return (minor < 0 ? '-' : '') + whole + (digits === 0 ? '' : `.${text.slice(-digits)}`);
}
