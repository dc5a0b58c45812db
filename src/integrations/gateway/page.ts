import { ABSENT, PENDING, type Pending, type Sent, type SpendKey } from '../../domain/spending';
import { failed } from '../http/exchange';
import type { PaymentGateway } from './port';

type Answer = { readonly status: 'paid'; readonly id: string } | { readonly status: 'refused'; readonly reason: string } | Pending;

/** A gateway's hosted page as something to pay with: the customer pays there, and only what the gateway itself says counts. */
export interface Page {
  take(key: SpendKey, order: Sent): Promise<Answer>;
  find(key: SpendKey): Promise<Answer | typeof ABSENT>;
  /** @throws BackendFailure when it is not certain that it is back */
  giveBack(key: SpendKey): Promise<void>;
}

/** @param description what the page says it is for */
export function pageOf(gateway: PaymentGateway, country: string, description: string): Page {
  const find = async (key: SpendKey): Promise<Answer | typeof ABSENT> => {
    const state = await gateway.payment(key);
    if (state === 'absent') return ABSENT;
    if (state === 'paid') return { status: 'paid', id: key.id };
    return state === 'pending' ? PENDING : { status: 'refused', reason: state === 'expired' ? 'not-paid' : 'card-declined' };
  };
  return {
    find,
    async take(key, { amount }) {
      const known = await find(key);
      if (known.status !== 'absent' && known.status !== 'pending') return known;
      return { ...PENDING, page: await gateway.checkout(key, { amount, description, country }) };
    },
    async giveBack(key) {
      if ((await gateway.refund(key)) === 'refused') throw failed('gateway', 'contract', 'it was not given back');
    },
  };
}
