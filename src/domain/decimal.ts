/** An exact decimal number: `digits / 10 ** scale`, without superfluous zeros. */
export interface Decimal {
  readonly digits: bigint;
  readonly scale: number;
}

const WRITTEN = /^(-?)(\d{1,30})(?:\.(\d{1,30}))?$/;

/**
 * Reads "37.50" or 37.5 exactly. A float is first turned into its shortest decimal string, which is what a backend wrote when it
 * serialised it: 19.99 is 19.99, and never 1998.9999999999998 hundredths. Undefined for anything that is not a plain decimal.
 */
export function decimalOf(value: number | string): Decimal | undefined {
  const [, sign = '', whole, fraction = ''] = WRITTEN.exec(String(value)) ?? [];
  if (whole === undefined) return undefined;
  const used = fraction.replace(/0+$/, '');
  return { digits: BigInt(sign + whole + used), scale: used.length };
}
