import { z } from 'zod';
import { isTheft } from '../../domain/theft';
import { exactMoney, instant, listed, optionalText } from '../tmf';
import type { Line, Plan } from './port';

/** Values may be of any JSON type; only those we know are looked at. */
const Characteristic = z.object({ name: z.string(), value: z.unknown() });

const Price = z.object({
  priceType: optionalText,
  recurringChargePeriod: optionalText,
  price: z.object({ taxIncludedAmount: z.object({ unit: z.string(), value: z.union([z.number(), z.string()]) }).nullish() }).nullish(),
});

const Raw = z.object({
  status: z.string(),
  statusReason: optionalText,
  name: optionalText,
  startDate: instant.nullish(),
  productOffering: z.object({ name: optionalText }).nullish(),
  productPrice: listed(Price).nullish(),
  productCharacteristic: listed(Characteristic).nullish(),
  relatedParty: listed(z.object({ name: optionalText, role: optionalText, '@referredType': optionalText })).nullish(),
});
type Raw = z.infer<typeof Raw>;

/** Of TMF637's statuses, those under which there is, or was, a line; created and pendingActive are not one yet. */
const STATUSES: Readonly<Record<string, Line['status']>> = {
  active: 'active',
  pendingterminate: 'active',
  suspended: 'suspended',
  terminated: 'terminated',
  cancelled: 'terminated',
  aborted: 'terminated',
};
const NOT_YET = ['created', 'pendingactive'];

/**
 * A TMF637 v4 product as the line that it is: the one with the characteristics `lineType` and this `msisdn`. Undefined for every other
 * product (subscriptions, homes), and for a line that is not one yet.
 */
export const lineOf = (msisdn: string) => Raw.transform((raw, context) => line(raw, msisdn, context));

function line(raw: Raw, msisdn: string, context: z.RefinementCtx): Line | undefined {
  const [kind] = valuesOf(raw, 'lineType').map((value) => value.toLowerCase());
  if (kind === undefined || !valuesOf(raw, 'msisdn').some((value) => value.replace(/\D/g, '') === msisdn)) return undefined;
  // The published schema says "aborted ", with the blank.
  const said = raw.status.trim().toLowerCase();
  if (NOT_YET.includes(said)) return undefined;
  const status = STATUSES[said];
  if (status === undefined || (kind !== 'prepaid' && kind !== 'postpaid')) {
    context.addIssue('neither a status nor a kind of line that we know');
    return z.NEVER;
  }
  const holder = holderOf(raw);
  const stolen = status === 'suspended' && isTheft(raw.statusReason);
  return { msisdn, status, ...(stolen && { stolen }), ...(holder !== undefined && { holder }), plan: planOf(raw, kind, context) };
}

/** All values of a characteristic: it may come several times, and with a list. */
function valuesOf({ productCharacteristic }: Raw, wanted: string): string[] {
  const values = (productCharacteristic ?? []).flatMap(({ name, value }): unknown[] => (name === wanted ? [value].flat() : []));
  return values.flatMap((value) => (typeof value === 'string' || typeof value === 'number' ? [String(value).trim()] : [])).filter(Boolean);
}

function planOf(raw: Raw, kind: Plan['kind'], context: z.RefinementCtx): Plan {
  const renews = instant.safeParse(valuesOf(raw, 'nextRenewalDate')[0]).data;
  const price = priceOf(raw, context);
  return {
    name: raw.name ?? raw.productOffering?.name ?? '',
    kind,
    ...(price !== undefined && { price }),
    includes: valuesOf(raw, 'included'),
    ...(typeof raw.startDate === 'number' && { since: raw.startDate }),
    ...(renews !== undefined && { renews }),
  };
}

const PERIOD = /^(?:1\s*)?(day|week|month)s?$/i;
const PERIODS: Readonly<Record<string, NonNullable<Plan['price']>['every']>> = { day: 'day', week: 'week', month: 'month' };

/** What the line costs each period, tax included. Prices by use, and periods that we have no word for, are left out. */
function priceOf({ productPrice }: Raw, context: z.RefinementCtx): Plan['price'] {
  for (const { priceType, recurringChargePeriod = '', price } of productPrice ?? []) {
    const every = PERIODS[PERIOD.exec(recurringChargePeriod)?.[1]?.toLowerCase() ?? ''];
    const amount = price?.taxIncludedAmount;
    if (priceType === 'recurring' && every && amount) return { amount: exactMoney(amount.value, amount.unit, context), every };
  }
  return undefined;
}

/** A name with a comma is a company's or begins with the surname; "S. A." is a company's in any case. */
const NOT_A_PERSON = /,|\bS\.?\s?A\.?(?:\s|$)|\bLtda\b|\d/i;
const GIVEN_NAME = /^\p{L}[\p{L}'’-]+$/u;

/** First given name of the holder; undefined for a company, and whenever we are not sure. */
function holderOf({ relatedParty }: Raw): string | undefined {
  const parties = relatedParty ?? [];
  const holder = parties.find(({ role }) => role === 'owner') ?? parties.find(({ role }) => role === 'customer') ?? parties[0];
  if (holder?.name === undefined || holder['@referredType'] === 'Organization' || NOT_A_PERSON.test(holder.name)) return undefined;
  const [first = ''] = holder.name.split(/\s+/);
  return GIVEN_NAME.test(first) ? first.charAt(0).toLocaleUpperCase('es') + first.slice(1).toLocaleLowerCase('es') : undefined;
}
