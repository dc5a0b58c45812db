import { MINOR_DIGITS, type Currency, type Money } from './value';

/** Holds a number and its sign, unit or next group together at the end of a line. */
export const NO_BREAK_SPACE = '\u00a0';

/** How a country writes numbers. */
export interface NumberForm {
  readonly thousands: ',' | '.';
  readonly decimal: ',' | '.';
}

/** How a country writes money. All nine put the sign in front. */
export interface MoneyForm extends NumberForm {
  /** "Q", "Bs"… */
  readonly symbol: string;
  /** Whether a (no-break) space follows the sign. */
  readonly space: boolean;
  /** Decimals always shown. With 0, cents are shown only where there are any. */
  readonly decimals: 0 | 2;
  /** What people call it besides its name, folded: "pesos" for lempiras. */
  readonly alsoCalled?: readonly string[];
  /** A second currency at par that is shown alike: the dollar in Panama. */
  readonly atPar?: Currency;
}

/** The part of a country that money needs to know. */
export interface MoneyCountry {
  readonly currency: Currency;
  readonly money: MoneyForm;
}

/** "Q1,234.50", "−Q8.30", "L 900.89" (no-break space), "$86.800", "Gs. 337.280". Other currencies say which: "US$29.90". */
export function formatMoney(amount: Money, { currency, money }: MoneyCountry): string {
  const home = amount.currency === currency || amount.currency === money.atPar;
  const minorDigits = MINOR_DIGITS[amount.currency];
  const digits = String(Math.abs(amount.minor)).padStart(minorDigits + 1, '0');
  const whole = digits.slice(0, digits.length - minorDigits);
  const cents = digits.slice(digits.length - minorDigits);
  const shown = home && money.decimals === 0 && Number(cents) === 0 ? '' : cents;
  const sign = amount.minor < 0 ? '\u2212' : '';
  return sign + (home ? money.symbol + (money.space ? NO_BREAK_SPACE : '') : foreignSign(amount.currency)) + formatNumber(whole, shown, money);
}

/** Whole digits in groups of three, then the decimals, if any. */
export function formatNumber(whole: string, fraction: string, { thousands, decimal }: NumberForm): string {
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, thousands);
  return fraction === '' ? grouped : grouped + decimal + fraction;
}

const foreignSign = (currency: Currency): string => (currency === 'USD' ? 'US$' : currency + NO_BREAK_SPACE);
