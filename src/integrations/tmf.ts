import { z } from 'zod';
import { CURRENCIES, fromDecimal, MINOR_DIGITS, type Currency, type Money } from '../domain/money';

/** Absent, null or blank: TM Forum implementations differ in how they say nothing. */
export const optionalText = z
  .string()
  .nullish()
  .transform((text) => text?.trim() || undefined);

/** ISO 8601 with its offset, as epoch ms; without one it would be anybody's hour. */
export const instant = z.iso.datetime({ offset: true }).transform((text) => Date.parse(text));

/** A reference that some write as a list of one and some as the one. */
export const listed = <S extends z.ZodType>(item: S) => z.union([z.array(item), item.transform((one) => [one])]);

const isCurrency = (units: string): units is Currency => CURRENCIES.some((currency) => currency === units);

/** A decimal amount and its currency in exact minor units; an issue when it is not one of the nine countries' money. */
export function exactMoney(amount: number | string, units: string, context: z.RefinementCtx): Money {
  const currency = units.trim().toUpperCase();
  try {
    if (isCurrency(currency)) return fromDecimal(amount, currency);
  } catch {
    // Not an exact amount: the same issue.
  }
  context.addIssue('not an amount of money');
  return z.NEVER;
}

/** Money as it is kept and read back. */
export const StoredMoney = z.object({ minor: z.int(), currency: z.enum(CURRENCIES) });

const Decimal = z.union([z.number(), z.string()]);
/** TM Forum's `Money`, `{ unit, value }`, in exact minor units. */
export const moneyIn = z.object({ unit: z.string(), value: Decimal }).transform(({ unit, value }, context) => exactMoney(value, unit, context));
/** TMF654's `Quantity`, `{ amount, units }`, of a currency, in exact minor units. */
export const quantityIn = z
  .object({ amount: Decimal, units: z.string() })
  .transform(({ amount, units }, context) => exactMoney(amount, units, context));

/** The decimal number that JSON of TM Forum carries: 1999 centavos as 19.99. */
export const decimalOf = ({ minor, currency }: Money): number => minor / 10 ** MINOR_DIGITS[currency];
export const moneyOut = (money: Money) => ({ unit: money.currency, value: decimalOf(money) });
export const quantityOut = (money: Money) => ({ amount: decimalOf(money), units: money.currency });
