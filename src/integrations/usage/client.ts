import { z } from 'zod';
import { readQuantity } from '../../domain/quantity';
import type { Caller } from '../http/caller';
import { instant, listed } from '../tmf';
import type { UsageEvent, UsageHistory } from './port';

const PATH = '/tmf-api/usageManagement/v4/usage';
/** TMF635 names kinds freely; these are the words of its examples. */
const TYPES: Readonly<Record<UsageEvent['kind'], string>> = { calls: 'voice', sms: 'sms', data: 'data' };

const Used = z.object({
  ...{ id: z.string(), usageType: z.string(), usageDate: instant },
  usageCharacteristic: listed(z.object({ name: z.string(), value: z.unknown(), unitOfMeasure: z.string().nullish() })).nullish(),
  relatedParty: listed(z.object({ id: z.string() })),
});
type Used = z.infer<typeof Used>;

/** Calls, messages and data by TMF635 v4. Of the other number only the last four digits leave this client. */
export function usageClient(caller: Caller): UsageHistory {
  return {
    async of(msisdn, { kind, since, until }) {
      const query = {
        ...{ 'relatedParty.id': msisdn, usageType: TYPES[kind] },
        ...{ 'usageDate.gte': new Date(since).toISOString(), 'usageDate.lt': new Date(until).toISOString() },
      };
      const events = await caller.list({ operation: 'usage-history', path: PATH, query, schema: eventOf(msisdn, kind) });
      // A filter that was ignored must not show another day, nor another kind.
      return events.flatMap((each) => (each !== undefined && each.at >= since && each.at < until ? each : [])).sort((a, b) => b.at - a.at);
    },
  };
}

const eventOf = (msisdn: string, kind: UsageEvent['kind']) =>
  Used.refine(({ relatedParty }) => relatedParty.some(({ id }) => id === msisdn)).transform((raw, context): UsageEvent | undefined => {
    if (raw.usageType.toLowerCase() !== TYPES[kind]) return undefined;
    const quantity = quantityIn(raw);
    if (quantity === undefined) {
      context.addIssue('usage without a quantity');
      return z.NEVER;
    }
    const other = (textIn(raw, 'otherNumber') ?? '').replace(/\D/g, '');
    const direction = textIn(raw, 'direction');
    return {
      ...{ id: raw.id, at: raw.usageDate, kind, count: quantity.count },
      ...((direction === 'in' || direction === 'out') && { direction }),
      ...(other.length > 0 && { other: other.slice(-4) }),
    };
  });

const valueIn = ({ usageCharacteristic }: Used, wanted: string) => (usageCharacteristic ?? []).find(({ name }) => name === wanted);

function textIn(raw: Used, wanted: string): string | undefined {
  const value = valueIn(raw, wanted)?.value;
  return typeof value === 'string' ? value : undefined;
}

function quantityIn(raw: Used) {
  const { value, unitOfMeasure } = valueIn(raw, 'quantity') ?? {};
  if (typeof value !== 'number' && typeof value !== 'string') return undefined;
  return readQuantity({ amount: value, units: unitOfMeasure ?? '' });
}
