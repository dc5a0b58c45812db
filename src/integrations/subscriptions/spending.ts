import { ABSENT, type SpendKind } from '../../domain/spending';
import { anyDetails } from '../kinds';
import type { Ordering } from '../orders/client';
import { bought, unbought, type Funds } from '../payments/funds';
import type { PaymentMethods } from '../payments/port';
import { ALL_LEGS_MS, before, ONE_LEG_MS, refusedBy } from '../refusals';
import { SubscribeDetails, UnsubscribeDetails } from '../../domain/spending/details';

interface SpendingParts {
  readonly funds: Funds;
  readonly ordering: Ordering;
  /** To know what the operator calls what is paid from. */
  readonly means: PaymentMethods;
}

/** Subscriptions begun and ended. */
export const subscriptionKinds = (parts: SpendingParts): readonly SpendKind[] => [
  anyDetails(subscribeKind(parts)),
  anyDetails(unsubscribeKind(parts)),
];

/** An order of nothing is a free first month: nothing is paid, and the operator refuses it when it is not free. */
function subscribeKind({ funds, ordering, means }: SpendingParts): SpendKind<SubscribeDetails> {
  /** A wallet needs no id; the others are known by the operator's. */
  const methodOf = async (kind: SubscribeDetails['means'], line: string) =>
    kind === 'wallet' ? { id: 'wallet', kind } : (await means.of(line)).find((each) => each.kind === kind);
  return {
    ...{ kind: 'subscribe', details: SubscribeDetails, label: 'keyed', deadlineMs: ALL_LEGS_MS },
    async send(key, { offer, price, means: kind }, order) {
      const what = { action: 'add', offer, price: { minor: price, currency: order.amount.currency }, to: order.line, paidFrom: kind } as const;
      if (order.amount.minor === 0) return ordering.order(key, what, order);
      const method = await before(order, () => methodOf(kind, order.line));
      if (method === undefined) return refusedBy('payments', { ok: false, status: 404, code: order.first ? 'not-eligible' : '', reason: '' }, order);
      return bought(funds, key, { means: method, order, buy: (payment) => ordering.order(key, { ...what, payment }, order) });
    },
    find: async (key, { means: kind }, order) => {
      const found = await ordering.find(key);
      return found === ABSENT && order.amount.minor > 0 ? unbought(funds, key, { id: kind, kind }, order) : found;
    },
  };
}

function unsubscribeKind({ ordering }: SpendingParts): SpendKind<UnsubscribeDetails> {
  return {
    ...{ kind: 'unsubscribe', details: UnsubscribeDetails, label: 'keyed', deadlineMs: ONE_LEG_MS },
    send: (key, { product }, order) => ordering.order(key, { action: 'delete', product, to: order.line }, order),
    find: (key) => ordering.find(key),
  };
}
