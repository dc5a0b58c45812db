import { z } from 'zod';
import type { Caller } from '../http/caller';
import { instant, listed, moneyIn, optionalText } from '../tmf';
import type { Subscription, Subscriptions } from './port';

const PATH = '/tmf-api/productInventory/v4/product';

const Raw = z.object({
  ...{ id: z.string(), status: z.string(), name: optionalText, startDate: instant.nullish() },
  productOffering: z.object({ id: z.string(), name: optionalText }).nullish(),
  productPrice: listed(z.object({ priceType: optionalText, recurringChargePeriod: optionalText, price: z.unknown() })).nullish(),
  productCharacteristic: listed(z.object({ name: z.string(), value: z.unknown() })).nullish(),
});
type Raw = z.infer<typeof Raw>;

const Charged = z.object({ taxIncludedAmount: moneyIn });
const PERIOD = /^(?:1\s*)?(day|month)s?$/i;
const PaidFrom = z.enum(['balance', 'wallet', 'bill']);

/** Subscriptions of a line: its active products (TMF637) that renew and are not its plan. */
export function subscriptionsClient(caller: Caller): Subscriptions {
  return {
    async of(msisdn) {
      const query = { 'productCharacteristic.value': msisdn, status: 'active' };
      const all = await caller.list({ operation: 'subscriptions', path: PATH, query, schema: subscriptionOf(msisdn) });
      return all.filter((each) => each !== undefined);
    },
  };
}

const subscriptionOf = (msisdn: string) =>
  Raw.transform((raw, context): Subscription | undefined => {
    const value = (name: string): unknown => raw.productCharacteristic?.find((each) => each.name === name)?.value;
    if (raw.status.trim().toLowerCase() !== 'active' || value('lineType') !== undefined || String(value('msisdn')).replace(/\D/g, '') !== msisdn)
      return undefined;
    const price = priceOf(raw);
    const renews = instant.safeParse(value('nextRenewalDate')).data;
    if (price === undefined || renews === undefined || !raw.productOffering) {
      context.addIssue('a subscription without an offer, a price or a day of renewal');
      return z.NEVER;
    }
    const freeUntil = instant.safeParse(value('freeUntil')).data;
    return {
      ...{ id: raw.id, offer: raw.productOffering.id, name: raw.name ?? raw.productOffering.name ?? '', ...price, renews },
      ...{ since: raw.startDate ?? 0, paidFrom: PaidFrom.catch('balance').parse(value('paidFrom')) },
      ...(freeUntil !== undefined && { freeUntil }),
    };
  });

function priceOf({ productPrice }: Raw): Pick<Subscription, 'price' | 'every'> | undefined {
  for (const { priceType, recurringChargePeriod = '', price } of productPrice ?? []) {
    const every = PERIOD.exec(recurringChargePeriod)?.[1]?.toLowerCase();
    const charged = Charged.safeParse(price);
    if (priceType === 'recurring' && (every === 'day' || every === 'month') && charged.success)
      return { price: charged.data.taxIncludedAmount, every };
  }
  return undefined;
}
