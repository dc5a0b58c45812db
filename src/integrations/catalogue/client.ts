import { z } from 'zod';
import { readQuantity } from '../../domain/quantity';
import type { Caller } from '../http/caller';
import { exactMoney, instant } from '../tmf';
import { Offering, textOf, valuesOf, type Value } from './offering';
import { PACK_KINDS, type Catalogue, type Pack, type SubscriptionOffer, type TopUpRules } from './port';

const PATH = '/tmf-api/productCatalogManagement/v4/productOffering';
const PackBar = z.enum(['sold-out', 'roaming-off', 'minor', 'not-for-this-line']);
const SubscriptionBar = z.enum(['minor', 'not-for-this-line', 'already']);
const PayableFrom = z.enum(['balance', 'wallet', 'bill']);

/** What is on sale for a line: the catalogue is asked with the line's number, and says what is barred and what is for it alone. */
export function catalogueClient(caller: Caller): Catalogue {
  const offerings = <T>(operation: string, msisdn: string, categories: readonly string[], schema: z.ZodType<T>): Promise<T[]> =>
    caller.list({
      operation,
      path: PATH,
      query: { 'category.id': categories.join(','), 'relatedParty.id': msisdn, lifecycleStatus: 'Active' },
      schema,
    });
  return {
    topUps: async (msisdn) => (await offerings('top-up-rules', msisdn, ['top-up'], Offering.transform(rulesOf)))[0],
    packs: (msisdn) => offerings('packs', msisdn, PACK_KINDS, Offering.transform(packOf)),
    subscriptions: (msisdn) => offerings('subscription-offers', msisdn, ['subscription'], Offering.transform(subscriptionOf)),
  };
}

function rulesOf(offering: Offering, context: z.RefinementCtx): TopUpRules {
  const amounts = (name: string) => valuesOf(offering, name).map((value) => moneyOf(value, context));
  const [[min], [max], [step]] = [amounts('min'), amounts('max'), amounts('step')];
  if (min === undefined || max === undefined || step === undefined || step.minor <= 0)
    return wrong(context, 'top-up rules without min, max and step');
  return {
    ...{ amounts: amounts('amounts'), min, max, step },
    validity: valuesOf(offering, 'validity').flatMap((value) => (value.days ? [{ from: moneyOf(value, context), days: value.days }] : [])),
    promotions: valuesOf(offering, 'promotion').map((value) => ({
      ...{ from: moneyOf(value, context), words: value.words ?? '' },
      ...(value.times && { times: value.times }),
    })),
  };
}

const moneyOf = ({ value, unitOfMeasure }: Value, context: z.RefinementCtx) =>
  exactMoney(typeof value === 'boolean' ? '' : (value ?? ''), unitOfMeasure ?? '', context);

function packOf(offering: Offering, context: z.RefinementCtx): Pack {
  const kind = PACK_KINDS.find((each) => offering.category?.some(({ id }) => id === each));
  const price = offering.productOfferingPrice?.find(({ priceType, price: asked }) => priceType === 'oneTime' && asked)?.price;
  const days = offering.productOfferingTerm?.find(({ duration }) => duration?.units === 'day')?.duration?.amount;
  if (kind === undefined || !price || days === undefined) return wrong(context, 'a pack without a kind, a price or days');
  const barred = PackBar.safeParse(textOf(offering, 'barred')).data ?? (offering.isSellable === false ? 'sold-out' : undefined);
  const [limits, personal] = [textOf(offering, 'fairUse'), textOf(offering, 'personal')];
  return {
    ...{ id: offering.id, name: offering.name ?? offering.id, kind, price, days, content: offering.description ?? '' },
    ...sizesOf(offering),
    ...(limits !== undefined && { limits }),
    ...(barred !== undefined && { barred }),
    ...(personal !== undefined && { personal }),
  };
}

function sizesOf(offering: Offering): Pick<Pack, 'data' | 'voice' | 'sms'> {
  const size = (kind: 'data' | 'voice' | 'sms'): Record<string, number> => {
    const { value, unitOfMeasure } = valuesOf(offering, kind)[0] ?? {};
    const quantity = typeof value === 'number' || typeof value === 'string' ? readQuantity({ amount: value, units: unitOfMeasure ?? '' }) : undefined;
    return quantity?.kind === kind ? { [kind]: quantity.count } : {};
  };
  return { ...size('data'), ...size('voice'), ...size('sms') };
}

function subscriptionOf(offering: Offering, context: z.RefinementCtx): SubscriptionOffer {
  const charge = offering.productOfferingPrice?.find(({ priceType, price }) => priceType === 'recurring' && price);
  const every = charge?.recurringChargePeriodType;
  if (!charge?.price || (every !== 'day' && every !== 'month')) return wrong(context, 'a subscription without a price for each day or month');
  const freeUntil = instant.safeParse(textOf(offering, 'freeUntil')).data;
  const barred = SubscriptionBar.safeParse(textOf(offering, 'barred')).data ?? (offering.isSellable === false ? 'not-for-this-line' : undefined);
  return {
    ...{ id: offering.id, name: offering.name ?? offering.id, content: offering.description ?? '', price: charge.price, every },
    payable: valuesOf(offering, 'payable').flatMap(({ value }) => PayableFrom.safeParse(value).data ?? []),
    ...(freeUntil !== undefined && { freeUntil }),
    ...(barred !== undefined && { barred }),
  };
}

function wrong(context: z.RefinementCtx, what: string): never {
  context.addIssue(what);
  return z.NEVER;
}
