/** ISO 4217 codes of the nine countries' currencies. */
export const CURRENCIES = ['GTQ', 'USD', 'HNL', 'NIO', 'CRC', 'PAB', 'COP', 'BOB', 'PYG'] as const;
export type Currency = (typeof CURRENCIES)[number];

/** An amount in integer minor units (centavos; whole guaraníes). Never a float, never `Intl`'s idea of a minor unit. */
export interface Money {
  readonly minor: number;
  readonly currency: Currency;
}
