import { ABSENT, PENDING, type HostedPage, type Pending, type Sent, type SpendKey } from '../../domain/spending';
import { failed } from '../http/exchange';
import type { GatewayPayment, KeptCard, PaymentGateway } from './port';

type Answer =
  { readonly status: 'paid'; readonly id: string; readonly card?: KeptCard } | { readonly status: 'refused'; readonly reason: string } | Pending;

/** What is paid on a page, and for how long it may be. */
export interface OnPage extends Sent {
  /** What it is for: "Factura de noviembre". */
  readonly what?: string;
  /** How long its page is good for, from sending, ms. */
  readonly validMs?: number;
}

/** A gateway's hosted page as something to pay with: the customer pays there, and only what the gateway itself says counts. */
export interface Page {
  take(key: SpendKey, order: OnPage): Promise<Answer>;
  find(key: SpendKey, order: OnPage): Promise<Answer | typeof ABSENT>;
  /** @throws BackendFailure when it is not certain that it is back */
  giveBack(key: SpendKey): Promise<void>;
}

/** A page that is opened for oneself, ms: long enough to fetch a card from another room. */
const VALID_MS = 15 * 60_000;
/** Who began in time may finish, ms. */
const FINISH_MS = 5 * 60_000;

interface PageParts {
  readonly gateway: PaymentGateway;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  readonly brand: string;
  /** Epoch ms. */
  readonly clock: () => number;
  /** The way to the page that a customer gets: on a domain that they know. */
  readonly linkTo?: (key: SpendKey, line: string, page: HostedPage & { readonly what: string }) => Promise<HostedPage>;
}

export function pageOf({ gateway, country, brand, clock, linkTo = async (_key, _line, page) => page }: PageParts): Page {
  const endOf = ({ at, validMs = VALID_MS }: OnPage): number => (at ?? clock()) + validMs;
  const known = (payment: GatewayPayment | undefined, { id }: SpendKey, order: OnPage): Answer | typeof ABSENT => {
    if (payment === undefined) return ABSENT;
    const { state, amount, card } = payment;
    if (amount.minor !== order.amount.minor || amount.currency !== order.amount.currency)
      throw failed('gateway', 'contract', 'the payment is of another amount');
    if (state === 'paid') return { status: 'paid', id, ...(card && { card }) };
    if (state === 'rejected') return { status: 'refused', reason: 'card-declined' };
    const isUnused = state === 'expired' || (state === 'open' && clock() > endOf(order) + FINISH_MS);
    return isUnused ? { status: 'refused', reason: 'not-paid' } : PENDING;
  };
  const offered = async (key: SpendKey, order: OnPage, url: string): Promise<Answer> => {
    const page = await linkTo(key, order.line, { url, validUntil: endOf(order), what: order.what ?? '' });
    return { ...PENDING, page: { url: page.url, validUntil: page.validUntil } };
  };
  return {
    find: async (key, order) => known(await gateway.payment(key), key, order),
    async take(key, order) {
      const payment = await gateway.payment(key);
      const now = known(payment, key, order);
      if (now.status === 'pending' && payment?.url !== undefined) return offered(key, order, payment.url);
      if (now.status !== 'absent') return now;
      if (clock() > endOf(order)) return { status: 'refused', reason: 'not-paid' };
      const description = [brand, order.what ?? '', key.reference].join(' · ');
      const { url } = await gateway.checkout(key, { amount: order.amount, description, country, line: order.line });
      return offered(key, order, url);
    },
    async giveBack(key) {
      if ((await gateway.refund(key)) === 'refused') throw failed('gateway', 'contract', 'it was not given back');
    },
  };
}
