import { z } from 'zod';
import type { Book, BookRow } from '../../domain/spending/book';
import type { Caller } from '../http/caller';
import { instant, moneyIn, quantityIn } from '../tmf';

/** What an order's id looks like; rows with other keys were made by somebody else. */
const OURS = /^[\w-]{22}$/;
const PAGE_ITEMS = 100;

const TopUp = z
  .object({ externalId: z.string().nullish(), status: z.string(), amount: quantityIn.nullish(), confirmationDate: instant })
  .transform(({ externalId, status, amount, confirmationDate }) => ({
    ...{ key: externalId, state: status, at: confirmationDate },
    ...(amount && { amount }),
  }));
const Payment = z
  .object({ correlatorId: z.string().nullish(), status: z.string().default('done'), totalAmount: moneyIn, paymentDate: instant })
  .transform(({ correlatorId, status, totalAmount, paymentDate }) => ({ key: correlatorId, state: status, at: paymentDate, amount: totalAmount }));
const Order = z
  .object({ externalId: z.string().nullish(), state: z.string(), orderDate: instant })
  .transform(({ externalId, state, orderDate }) => ({ key: externalId, state, at: orderDate }));

const NO = ['failed', 'rejected', 'cancelled', 'reversed', 'refunded', 'partial'];
const YES = ['completed', 'applied', 'done', 'success', 'accepted'];
const stateOf = (said: string): BookRow['state'] =>
  YES.includes(said.toLowerCase()) ? 'done' : NO.includes(said.toLowerCase()) ? 'refused' : 'pending';

/**
 * The operator's lists of top-ups (TMF654), payments (TMF676) and product orders (TMF622), as far as they were made for orders of ours.
 *
 * @param path of TMF676
 */
export function operatorBook({ caller, path }: { readonly caller: Caller; readonly path: string }): Book {
  const lists = [
    { list: 'top-up', path: '/tmf-api/prepayBalanceManagement/v4/topupBalance', schema: TopUp, dated: 'confirmationDate' },
    { list: 'payment', path: `${path}/payment`, schema: Payment, dated: 'paymentDate' },
    { list: 'order', path: '/tmf-api/productOrderingManagement/v4/productOrder', schema: Order, dated: 'orderDate' },
  ] as const;
  return {
    name: 'backend',
    kinds: ['top-up', 'voucher', 'pack', 'subscribe', 'unsubscribe', 'invoice'],
    async rows(from) {
      const all: BookRow[] = [];
      for (const { list, path: at, schema, dated } of lists) {
        const since = { [`${dated}.gte`]: new Date(Math.max(0, from)).toISOString() };
        for await (const { key, state, ...row } of itemsOf<Raw>(caller, { path: at, since }, schema)) {
          if (key && OURS.test(key) && row.at >= from) all.push({ ...row, key, list, state: stateOf(state) });
        }
      }
      return all;
    },
  };
}
interface Raw extends Pick<BookRow, 'amount' | 'at'> {
  readonly key?: string | null | undefined;
  readonly state: string;
}

/** However long the list is: a report may take its time, a customer may not. */
async function* itemsOf<T>(
  caller: Caller,
  { path, since }: { readonly path: string; readonly since: Readonly<Record<string, string>> },
  schema: z.ZodType<T>,
): AsyncGenerator<T> {
  for (let offset = 0; ;) {
    const query = { ...since, limit: String(PAGE_ITEMS), offset: String(offset) };
    const page = await caller.get({ operation: 'reconcile', path, query, schema: schema.array() });
    yield* page;
    offset += page.length;
    if (page.length === 0 || page.length > PAGE_ITEMS) return; // a server may give fewer at once than it is asked for, or know no pages
  }
}
