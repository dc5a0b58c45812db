import { z } from 'zod';
import type { Caller } from '../http/caller';
import { instant, listed, moneyIn, optionalText } from '../tmf';
import type { Receipt, Receipts } from './port';

const Raw = z.object({
  ...{ id: z.string(), correlatorId: optionalText, description: optionalText, paymentDate: instant, statusDate: instant.nullish() },
  ...{ status: z.string(), totalAmount: moneyIn, payer: z.object({ id: z.string() }) },
  paymentItem: listed(z.object({ item: z.object({ '@referredType': optionalText }) })).nullish(),
});
type Raw = z.infer<typeof Raw>;

const STATES: Readonly<Record<string, Receipt['state']>> = {
  ...({ received: 'received', pending: 'received', applied: 'applied', done: 'applied' } as const),
  ...({ reversed: 'reversed', refunded: 'reversed' } as const),
};
const WHAT: Readonly<Record<string, Receipt['what']>> = { CustomerBill: 'invoice', TopupBalance: 'top-up' };

/** Payments of a line (TMF676) for a top-up or an invoice, wherever they were made. @param path of TMF676, which has two names in public */
export function receiptsClient(caller: Caller, path: string): Receipts {
  return {
    async of(msisdn, since) {
      const all = await caller.list({ operation: 'receipts', path: `${path}/payment`, query: { 'payer.id': msisdn }, schema: receiptOf(msisdn) });
      return all.flatMap((each) => (each && each.at >= since ? [each] : [])).sort((a, b) => b.at - a.at);
    },
  };
}

const receiptOf = (msisdn: string) => Raw.refine(({ payer }) => payer.id === msisdn).transform(shown);

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
