import { z } from 'zod';
import { listed, moneyIn, optionalText } from '../tmf';

const Value = z.object({
  ...{ value: z.union([z.string(), z.number(), z.boolean()]).nullish(), unitOfMeasure: optionalText },
  ...{ days: z.number().nullish(), times: z.number().nullish(), words: optionalText },
});
export type Value = z.infer<typeof Value>;

const Price = z.object({
  ...{ priceType: optionalText, recurringChargePeriodType: optionalText },
  price: moneyIn.nullish(),
});

/** A TMF620 v4 offering with its prices in it (`ProductOfferingPriceRefOrValue`). Of characteristics it is read what we know. */
export const Offering = z.object({
  ...{ id: z.string(), name: optionalText, description: optionalText, lifecycleStatus: optionalText, isSellable: z.boolean().nullish() },
  category: listed(z.object({ id: z.string() })).nullish(),
  productOfferingPrice: listed(Price).nullish(),
  productOfferingTerm: listed(z.object({ duration: z.object({ amount: z.number(), units: z.string() }).nullish() })).nullish(),
  prodSpecCharValueUse: listed(z.object({ name: z.string(), productSpecCharacteristicValue: listed(Value).nullish() })).nullish(),
});
export type Offering = z.infer<typeof Offering>;

/** All values of a characteristic. */
export const valuesOf = ({ prodSpecCharValueUse }: Offering, wanted: string): readonly Value[] =>
  (prodSpecCharValueUse ?? []).flatMap(({ name, productSpecCharacteristicValue }) => (name === wanted ? (productSpecCharacteristicValue ?? []) : []));

/** The first one, as text. */
export function textOf(offering: Offering, name: string): string | undefined {
  const value = valuesOf(offering, name)[0]?.value;
  return value === undefined || value === null ? undefined : String(value);
}
