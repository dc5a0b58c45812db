import { z } from 'zod';
import type { SpendKey } from '../../domain/spending';
import type { GatewayPayment, KeptCard, PaymentGateway } from '../gateway/port';
import type { Caller } from '../http/caller';
import { failed } from '../http/exchange';
import { decimalOf, exactMoney } from '../tmf';

const STATES = {
  ...({ PENDING: 'open', AUTHORIZED: 'pending', PAID: 'paid', VERIFIED: 'paid' } as const),
  ...({ REJECTED: 'rejected', CANCELLED: 'expired', EXPIRED: 'expired' } as const),
};
const Card = z.object({
  ...{ card_id: z.string().nullish(), brand: z.string().nullish(), last4: z.string().regex(/^\d{4}$/).nullish() }, // prettier-ignore
  ...{ expiration_month: z.int().min(1).max(12).nullish(), expiration_year: z.int().min(2000).max(2100).nullish() },
});
const Payment = z
  .object({
    ...{ id: z.string(), order_id: z.string(), status: z.enum(['PENDING', 'AUTHORIZED', 'PAID', 'VERIFIED', 'REJECTED', 'CANCELLED', 'EXPIRED']) },
    ...{ amount: z.number(), currency: z.string(), redirect_url: z.url().nullish(), payment_method_id: z.string().nullish(), card: Card.nullish() },
  })
  .transform(({ amount, currency, ...payment }, context) => ({ ...payment, amount: exactMoney(amount, currency, context) }));
type Payment = z.infer<typeof Payment>;
const Refund = z.object({ status: z.enum(['PENDING', 'SUCCESS', 'FAILED', 'CANCELLED', 'REJECTED']) });
const isBack = ({ status }: z.infer<typeof Refund>): boolean => status === 'SUCCESS' || status === 'PENDING';

interface DlocalParts {
  /** Signs what it sends; of `https://api.dlocal.com`. */
  readonly caller: Caller;
  /** Where dLocal says that something happened to an order of a line. */
  readonly notifyAt: (key: SpendKey, line: string) => string;
  /** Where the page sends the customer back to. */
  readonly returnTo: (key: SpendKey, line: string) => string;
}

/**
 * dLocal Payins v2.1, REDIRECT: the customer types the card on dLocal's page. Our order's id is `order_id`, by which a payment is looked up before
 * anything is opened: dLocal documents no idempotency key.
 */
export function dlocalGateway({ caller, notifyAt, returnTo }: DlocalParts): PaymentGateway {
  const read = async (order: string): Promise<Payment | undefined> => {
    const path = `/payments/merchant_order_id/${encodeURIComponent(order)}`;
    const payment = await caller.find({ operation: 'gateway-payment', path, schema: Payment });
    if (payment !== undefined && payment.order_id !== order) throw failed('gateway', 'contract', 'the payment is of another order');
    return payment;
  };
  const byOrder = async (order: string): Promise<GatewayPayment | undefined> => {
    const payment = await read(order);
    return payment && told(payment);
  };
  return {
    async checkout(key, { amount, description, country, line }) {
      const body = {
        ...{ amount: decimalOf(amount), currency: amount.currency, country, payment_method_flow: 'REDIRECT' },
        // Who pays tells dLocal itself, on its page: we know no more of them than the order.
        ...{ payer: { user_reference: key.reference }, order_id: key.id, description: description.slice(0, 100) },
        ...{ notification_url: notifyAt(key, line), callback_url: returnTo(key, line) },
        ...(amount.minor === 0 && { card: { save: true } }),
      };
      const answer = await caller.write({ operation: 'gateway-checkout', path: '/payments', body, schema: Payment });
      const payment = answer.ok ? answer.value : await read(key.id); // refused as known: another process was faster
      if (payment?.order_id !== key.id || !payment.redirect_url) throw failed('gateway', 'contract', 'there is no page');
      return { url: payment.redirect_url };
    },
    byOrder,
    payment: ({ id }) => byOrder(id),
    async refund(key) {
      const payment = await read(key.id);
      if (payment === undefined) return 'refused';
      const body = { payment_id: payment.id, order_refund_id: key.id };
      const answer = await caller.write({ operation: 'gateway-refund', path: '/refunds', body, schema: Refund });
      return answer.ok && isBack(answer.value) ? 'done' : 'refused';
    },
    async isGivenBack(key) {
      const payment = await read(key.id);
      if (payment === undefined) return false;
      const path = `/payments/${encodeURIComponent(payment.id)}/refunds`;
      const refunds = await caller.find({ operation: 'gateway-refunds', path, schema: Refund.array() });
      return refunds?.some(isBack) ?? false;
    },
  };
}

/** PENDING says two things; a payment that has a means was begun by somebody. */
function told({ status, amount, redirect_url: url, payment_method_id: method, card }: Payment): GatewayPayment {
  const state = STATES[status];
  const isBegun = state === 'open' && (Boolean(method) || Boolean(card));
  const kept = card ? keptOf(card) : undefined;
  return { state: isBegun ? 'pending' : state, amount, ...(state === 'open' && !isBegun && url && { url }), ...(kept && { card: kept }) };
}

function keptOf({ card_id: token, brand, last4, expiration_month: month, expiration_year: year }: z.infer<typeof Card>): KeptCard | undefined {
  if (!token || !last4 || !month || !year) return undefined;
  return { token, brand: brand ?? '', last4, expires: Date.UTC(year, month, 1) };
}

const Notice = z.object({ id: z.string(), order_id: z.string() });
/** What a notification is about; undefined when it is about nothing. What it says of the payment is not believed: it is read again. */
export const noticeOf = (body: unknown): { readonly order: string } | undefined => {
  const read = Notice.safeParse(body);
  return read.success ? { order: read.data.order_id } : undefined;
};
