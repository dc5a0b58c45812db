import { z } from 'zod';
import { ABSENT, PENDING, type Sent, type Settled, type SpendKey } from '../../domain/spending';
import type { Money } from '../../domain/money';
import type { Caller } from '../http/caller';
import { refusedBy } from '../refusals';
import { instant, moneyOut } from '../tmf';

/** What is ordered: an offer for a line, or the end of something that the line has. */
export type Ordered =
  | {
      readonly action: 'add';
      readonly offer: string;
      readonly price: Money;
      readonly to: string;
      readonly payment?: string;
      /** What a subscription is charged to from now on. */
      readonly paidFrom?: string;
    }
  | { readonly action: 'delete'; readonly product: string; readonly to: string };

/** Product orders (TMF622), known by the order's key. */
export interface Ordering {
  /** The same key orders once. @throws BackendFailure */
  order(key: SpendKey, what: Ordered, sent: Sent): Promise<Settled | typeof PENDING>;
  /** @throws BackendFailure */
  find(key: SpendKey): Promise<Settled | typeof PENDING | typeof ABSENT>;
}

const PATH = '/tmf-api/productOrderingManagement/v4/productOrder';
const Order = z.object({ state: z.string(), externalId: z.string().nullish(), validFor: z.object({ endDateTime: instant.nullish() }).nullish() });
const OVER = ['failed', 'rejected', 'cancelled', 'partial'];

export function orderingClient(caller: Caller): Ordering {
  return {
    async order(key, what, sent) {
      const answer = await caller.write({ operation: 'order', path: PATH, body: bodyOf(key, what, sent), schema: Order });
      return answer.ok ? outcomeOf(answer.value) : refusedBy('orders', answer, sent);
    },
    async find(key) {
      const all = await caller.list({ operation: 'find-order', path: PATH, query: { externalId: key.id }, schema: Order });
      const order = all.find(({ externalId }) => externalId === key.id);
      return order === undefined ? ABSENT : outcomeOf(order);
    },
  };
}

function bodyOf(key: SpendKey, what: Ordered, { line }: Sent): object {
  const parties = [{ id: what.to, role: 'customer' }, ...(what.to === line ? [] : [{ id: line, role: 'payer' }])];
  return {
    externalId: key.id,
    productOrderItem: [{ id: '1', action: what.action, ...(what.action === 'add' ? added(what) : { product: { id: what.product } }) }],
    ...(what.action === 'add' && what.payment !== undefined && { payment: [{ id: what.payment }] }),
    relatedParty: parties.map((party) => ({ ...party, '@referredType': 'Individual' })),
  };
}

const added = ({ offer, price, paidFrom }: Extract<Ordered, { action: 'add' }>): object => ({
  productOffering: { id: offer },
  itemPrice: [{ priceType: 'oneTime', price: { taxIncludedAmount: moneyOut(price) } }],
  ...(paidFrom !== undefined && { product: { productCharacteristic: [{ name: 'paidFrom', value: paidFrom }] } }),
});

function outcomeOf({ state, validFor }: z.infer<typeof Order>): Settled | typeof PENDING {
  const said = state.toLowerCase();
  if (OVER.includes(said)) return { status: 'refused', reason: 'other' };
  if (said !== 'completed') return PENDING;
  return { status: 'done', facts: typeof validFor?.endDateTime === 'number' ? { until: validFor.endDateTime } : {} };
}
