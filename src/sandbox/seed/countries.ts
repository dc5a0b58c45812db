import type { Currency } from '../../domain/money';

export const COUNTRY_CODES = ['GT', 'SV', 'HN', 'NI', 'CR', 'PA', 'CO', 'BO', 'PY'] as const;
export type CountryCode = (typeof COUNTRY_CODES)[number];

/** What the operator's systems need to know of a country. */
export interface Country {
  readonly name: string;
  readonly callingCode: string;
  readonly currency: Currency;
  /** Digits after the decimal point in the books. */
  readonly decimals: 0 | 2;
  /** Hours from UTC to local time; none of the nine countries changes its clocks. */
  readonly utcHours: number;
  /** In front of every pack's name. */
  readonly family: string;
}

export const COUNTRIES: Readonly<Record<CountryCode, Country>> = {
  GT: { name: 'Guatemala', callingCode: '502', currency: 'GTQ', decimals: 2, utcHours: -6, family: 'Paquete' },
  SV: { name: 'El Salvador', callingCode: '503', currency: 'USD', decimals: 2, utcHours: -6, family: 'Paquete' },
  HN: { name: 'Honduras', callingCode: '504', currency: 'HNL', decimals: 2, utcHours: -6, family: 'Superrecarga' },
  NI: { name: 'Nicaragua', callingCode: '505', currency: 'NIO', decimals: 2, utcHours: -6, family: 'Megapack' },
  CR: { name: 'Costa Rica', callingCode: '506', currency: 'CRC', decimals: 2, utcHours: -6, family: 'Paquete' },
  PA: { name: 'Panamá', callingCode: '507', currency: 'PAB', decimals: 2, utcHours: -5, family: 'Paquete' },
  CO: { name: 'Colombia', callingCode: '57', currency: 'COP', decimals: 2, utcHours: -5, family: 'Paquete' },
  BO: { name: 'Bolivia', callingCode: '591', currency: 'BOB', decimals: 2, utcHours: -4, family: 'Paquete' },
  PY: { name: 'Paraguay', callingCode: '595', currency: 'PYG', decimals: 0, utcHours: -3, family: 'Pack' },
};

/** Whether "37.50" has no more decimals than the country's currency. */
export const isAmountIn = (amount: string, country: CountryCode): boolean =>
  /^\d+(\.\d+)?$/.test(amount) && (amount.split('.')[1]?.length ?? 0) <= COUNTRIES[country].decimals;

/** "37.50" as integer minor units of the country's currency. */
export function minorOf(amount: string, country: CountryCode): number {
  const [whole = '', cents = ''] = amount.split('.');
  const { decimals } = COUNTRIES[country];
  if (!/^-?\d+$/.test(whole) || !/^\d*$/.test(cents) || cents.length > decimals) throw new Error(`not an amount in ${country}: ${amount}`);
  return Number(whole + cents.padEnd(decimals, '0'));
}

/** Minor units as the decimal number that TM Forum's JSON carries. */
export function decimalOf(minor: number, country: CountryCode): number {
  return COUNTRIES[country].decimals === 0 ? minor : minor / 100;
}

/** An amount as TM Forum's JSON carries it. */
export const priced = (minor: number, country: CountryCode): { readonly unit: string; readonly value: number } => ({
  unit: COUNTRIES[country].currency,
  value: decimalOf(minor, country),
});
