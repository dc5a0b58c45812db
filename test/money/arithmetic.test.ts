import fc from 'fast-check';
import { COUNTRY_CODES, countryOf } from '../../src/domain/countries';
import { add, CURRENCIES, formatMoney, fromDecimal, MINOR_DIGITS, money, readAmount, subtract } from '../../src/domain/money';

describe('money arithmetic in every currency', () => {
  const ROUNDS = 100_000;
  test('an amount goes to the wire and back, as a number and as a string', () => {
    fc.assert(
      fc.property(fc.constantFrom(...CURRENCIES), fc.integer({ min: -1e12, max: 1e12 }), (currency, minor) => {
        const wire = minor / 10 ** MINOR_DIGITS[currency];
        if (fromDecimal(JSON.parse(JSON.stringify(wire)) as number, currency).minor !== minor) throw new Error(`${wire} ${currency}`);
        if (fromDecimal(wire.toFixed(MINOR_DIGITS[currency]), currency).minor !== minor) throw new Error(`"${wire}" ${currency}`);
      }),
      { numRuns: ROUNDS },
    );
  });

  test('what is taken and given back is what there was', () => {
    fc.assert(
      fc.property(fc.constantFrom(...CURRENCIES), fc.integer({ min: 0, max: 1e14 }), fc.integer({ min: 0, max: 1e14 }), (currency, a, b) => {
        const there = subtract(add(money(a, currency), money(b, currency)), money(b, currency));
        if (there.minor !== a || there.currency !== currency) throw new Error(`${a} ${b} ${currency}`);
      }),
      { numRuns: ROUNDS },
    );
  });

  test('an amount as a country writes it is read as that amount: guaraníes have no decimals', () => {
    fc.assert(
      fc.property(fc.constantFrom(...COUNTRY_CODES), fc.integer({ min: 1, max: 99_999_999 }), (code, minor) => {
        const country = countryOf(code);
        const written = formatMoney(money(minor, country.currency), country);
        const read = readAmount(written, country, { min: minor, max: minor });
        if (read === undefined || read === 'ambiguous' || read.minor !== minor) throw new Error(`${written} in ${code}: ${JSON.stringify(read)}`);
      }),
      { numRuns: 20_000 },
    );
    expect(MINOR_DIGITS.PYG).toBe(0);
  });
});
