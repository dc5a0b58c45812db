import { z } from 'zod';
import { readQuantity } from '../../domain/quantity';
import { exactMoney, instant, listed, optionalText } from '../tmf';
import type { Allowance, Balance } from './port';

const Quantity = z.object({ amount: z.union([z.number(), z.string()]).nullish(), units: z.string() });

const Raw = z.object({
  usageType: z.string(),
  status: optionalText,
  name: optionalText,
  description: optionalText,
  '@type': optionalText,
  remainingValue: Quantity.nullish(),
  /** An extension: what an allowance was when it was bought. The standard only knows what is left. */
  initialValue: Quantity.nullish(),
  validFor: z.object({ endDateTime: instant.nullish() }).nullish(),
  logicalResource: listed(z.object({ id: z.string() })).nullish(),
});
type Raw = z.infer<typeof Raw>;

/** What one bucket is to a customer; undefined for one that cannot be used now, or of a kind we do not know. */
export type Held =
  | { readonly kind: 'balance'; readonly type: 'main' | 'bonus' | undefined; readonly balance: Omit<Balance, 'main'> }
  | { readonly kind: 'allowance'; readonly allowance: Allowance }
  | undefined;

/** A TMF654 v4 bucket of this line. One of somebody else's line is an issue: a filter that was ignored must not show their money. */
export const bucketOf = (msisdn: string) =>
  Raw.refine(({ logicalResource }) => !logicalResource || logicalResource.some(({ id }) => id.replace(/\D/g, '') === msisdn)).transform(held);

function held(raw: Raw, context: z.RefinementCtx): Held {
  if (raw.status !== undefined && raw.status.toLowerCase() !== 'active') return undefined;
  const usage = raw.usageType.toLowerCase();
  if (usage === 'monetary') return balance(raw, context);
  if (usage === 'other') return social(raw);
  return usage === 'data' || usage === 'voice' || usage === 'sms' ? counted(usage, raw, context) : undefined;
}

const until = ({ validFor }: Raw): { until?: number } => (typeof validFor?.endDateTime === 'number' ? { until: validFor.endDateTime } : {});
const UNCOUNTED = 'unlimited';

function balance(raw: Raw, context: z.RefinementCtx): Held {
  const bonus = raw['@type'] === 'Bonus';
  const amount = exactMoney(raw.remainingValue?.amount ?? '', raw.remainingValue?.units ?? '', context);
  const only = bonus && raw.description !== undefined && { only: raw.description };
  const type = bonus ? 'bonus' : raw['@type'] === 'MainBalance' ? 'main' : undefined;
  return { kind: 'balance', type, balance: { name: raw.name ?? raw.description ?? 'Saldo', amount, ...until(raw), ...only } };
}

/** "Other" is social networks when nobody counts it. Other others (points, roaming days) are not ours to explain. */
function social(raw: Raw): Held {
  if (raw.remainingValue?.units.trim().toLowerCase() !== UNCOUNTED) return undefined;
  return { kind: 'allowance', allowance: { kind: 'social', name: nameOf(raw), ...until(raw) } };
}

function counted(kind: 'data' | 'voice' | 'sms', raw: Raw, context: z.RefinementCtx): Held {
  const named = { kind, name: nameOf(raw), ...until(raw) };
  if (raw.remainingValue?.units.trim().toLowerCase() === UNCOUNTED) return { kind: 'allowance', allowance: named };
  const left = countOf(kind, raw.remainingValue);
  if (left === undefined) {
    context.addIssue('not a quantity of its usage type');
    return z.NEVER;
  }
  const of = countOf(kind, raw.initialValue);
  return { kind: 'allowance', allowance: { ...named, left, ...(of !== undefined && { of }) } };
}

const nameOf = ({ name, description, usageType }: Raw): string => name ?? description ?? usageType;

function countOf(kind: 'data' | 'voice' | 'sms', value: Raw['remainingValue']): number | undefined {
  if (value?.amount === null || value?.amount === undefined) return undefined;
  const quantity = readQuantity({ amount: value.amount, units: value.units });
  return quantity?.kind === kind ? quantity.count : undefined;
}
