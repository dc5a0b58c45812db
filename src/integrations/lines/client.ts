import { z } from 'zod';
import type { Caller } from '../http/caller';
import { withLastKnown, type Remembering } from '../last-known';
import { StoredMoney } from '../tmf';
import { lineOf } from './product';
import type { Line, Lines } from './port';

interface LinesParts extends Remembering {
  /** Of the operator's TM Forum base URL: paths begin with `/tmf-api`. */
  readonly caller: Caller;
}

const PATH = '/tmf-api/productInventory/v4/product';

const StoredLine = z.object({
  msisdn: z.string(),
  status: z.enum(['active', 'suspended', 'terminated']),
  stolen: z.exactOptional(z.literal(true)),
  holder: z.exactOptional(z.string()),
  plan: z.object({
    name: z.string(),
    kind: z.enum(['prepaid', 'postpaid']),
    price: z.exactOptional(z.object({ amount: StoredMoney, every: z.enum(['day', 'week', 'month']) })),
    includes: z.array(z.string()),
    since: z.exactOptional(z.number()),
    renews: z.exactOptional(z.number()),
  }),
});

/** Lines by TMF637 v4. `find` always asks: who somebody is is never decided by what was true before. */
export function linesClient({ caller, ...remembering }: LinesParts): Lines {
  const find = async (msisdn: string): Promise<Line | undefined> => {
    const query = { 'productCharacteristic.value': msisdn };
    return current(await caller.list({ operation: 'line', path: PATH, query, schema: lineOf(msisdn) }));
  };
  return { find, read: withLastKnown('line', StoredLine.optional(), find, remembering) };
}

const BY_STATUS: readonly Line['status'][] = ['active', 'suspended', 'terminated'];

/** A number is given out again after a while: its line is the one in use, and of two the newer. */
function current(products: readonly (Line | undefined)[]): Line | undefined {
  const lines = products.filter((line) => line !== undefined);
  const rank = ({ status }: Line): number => BY_STATUS.indexOf(status);
  return lines.sort((a, b) => rank(a) - rank(b) || (b.plan.since ?? 0) - (a.plan.since ?? 0))[0];
}
