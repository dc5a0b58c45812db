import { z } from 'zod';
import type { Caller } from '../http/caller';
import { instant, listed, moneyIn, optionalText } from '../tmf';
import type { Receipt, Receipts } from './port';

const Raw = z.object({
  ...{ id: z.string(), correlatorId: optionalText, description: optionalText, paymentDate: instant, statusDate: instant.nullish() },
  ...{ status: z.string(), totalAmount: moneyIn, account: z.object({ id: z.string() }).nullish(), payer: z.object({ id: z.string() }).nullish() },
  paymentItem: listed(z.object({ item: z.object({ '@referredType': optionalText }) })).nullish(),
});
type Raw = z.infer<typeof Raw>;

const STATES: Readonly<Record<string, Receipt['state']>> = {
  ...({ received: 'received', pending: 'received', applied: 'applied', done: 'applied' } as const),
  ...({ reversed: 'reversed', refunded: 'reversed' } as const),
};
const WHAT: Readonly<Record<string, Receipt['what']>> = { CustomerBill: 'invoice', TopupBalance: 'top-up' };

/** Payments (TMF676) for a top-up or an invoice, wherever they were made. @param path of TMF676, which has two names in public */
export function receiptsClient(caller: Caller, path: string): Receipts {
  const found = async (query: Readonly<Record<string, string>>, since: number, isTheirs: (raw: Raw) => boolean): Promise<readonly Receipt[]> => {
    const schema = Raw.refine(isTheirs).transform(shown);
    const all = await caller.list({ operation: 'receipts', path: `${path}/payment`, query, schema });
    return all.flatMap((each) => (each && each.at >= since ? [each] : [])).sort((a, b) => b.at - a.at);
  };
  return {
    of: (msisdn, since) => found({ 'payer.id': msisdn }, since, ({ payer }) => payer?.id === msisdn),
    ofAccount: (account, since) => found({ 'account.id': account }, since, ({ account: of }) => of?.id === account),
  };
}

/** Purchases of packs are no receipts that somebody looks for, and neither is what never came about. */
function shown(raw: Raw): Receipt | undefined {
  const state = STATES[raw.status.toLowerCase()];
  const what = WHAT[raw.paymentItem?.[0]?.item['@referredType'] ?? ''];
  if (state === undefined || what === undefined) return undefined;
  return {
    ...{ id: raw.id, reference: raw.correlatorId ?? raw.id, amount: raw.totalAmount, at: raw.paymentDate, place: raw.description ?? '', what, state },
    ...(state !== 'received' && typeof raw.statusDate === 'number' && { settledAt: raw.statusDate }),
  };
}
