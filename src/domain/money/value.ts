import { decimalOf } from '../decimal';

/** ISO 4217 codes of the nine countries' currencies. */
export const CURRENCIES = ['GTQ', 'USD', 'HNL', 'NIO', 'CRC', 'PAB', 'COP', 'BOB', 'PYG'] as const;
export type Currency = (typeof CURRENCIES)[number];

/**
 * Digits of the minor unit, from ISO 4217 (list one). Frozen here because `Intl` answers another question, how many digits are
 * usually shown (CLDR): it says 0 for COP, whose minor unit has 2. How many are shown is the country's business.
 */
export const MINOR_DIGITS: Readonly<Record<Currency, 0 | 2>> = Object.freeze({
  GTQ: 2,
  USD: 2,
  HNL: 2,
  NIO: 2,
  CRC: 2,
  PAB: 2,
  COP: 2,
  BOB: 2,
  PYG: 0,
});

/** An amount in integer minor units (centavos; whole guaraníes). Never a float, never `Intl`'s idea of a minor unit. */
export interface Money {
  readonly minor: number;
  readonly currency: Currency;
}

/** @throws RangeError when `minor` is not a safe integer. */
export function money(minor: number, currency: Currency): Money {
  if (!Number.isSafeInteger(minor)) throw new RangeError('money is a safe integer of minor units');
  return { minor: minor === 0 ? 0 : minor, currency }; // -0 is 0
}

/**
 * What a backend says, 19.99 or "19.99", as exactly 1999 minor units.
 *
 * @throws RangeError for what is no plain decimal number, or has more decimals than the currency (zeros at the end do not count).
 */
export function fromDecimal(value: number | string, currency: Currency): Money {
  const read = decimalOf(value);
  const minorDigits = MINOR_DIGITS[currency];
  if (!read || read.scale > minorDigits) throw new RangeError(`not an amount in ${currency}`);
  return money(Number(read.digits * 10n ** BigInt(minorDigits - read.scale)), currency);
}

/** @throws RangeError when the currencies differ, or the sum is beyond safe integers. */
export function add(a: Money, b: Money): Money {
  return money(a.minor + sameCurrency(a, b).minor, a.currency);
}

/** @throws RangeError when the currencies differ, or the difference is beyond safe integers. */
export function subtract(a: Money, b: Money): Money {
  return money(a.minor - sameCurrency(a, b).minor, a.currency);
}

/** Negative when `a` is less than `b`, 0 when equal; for `sort`. @throws RangeError when the currencies differ. */
export function compare(a: Money, b: Money): number {
  return Math.sign(a.minor - sameCurrency(a, b).minor);
}

function sameCurrency(a: Money, b: Money): Money {
  if (a.currency !== b.currency) throw new RangeError(`${a.currency} and ${b.currency} do not mix`);
  return b;
}
