import { createHash, randomUUID } from 'node:crypto';
import { z } from 'zod';
import { json, type Call, type Family, type Reply } from '../http/reply';
import { jsonIn } from '../operator/keyed';
import type { Core } from '../operator/customers';
import { minorIn } from '../operator/payments';
import { transfer } from '../operator/transfers';
import { COUNTRIES, COUNTRY_CODES, decimalOf } from '../seed/countries';
import { isoOf } from '../seed/time';
import { changeTo } from './changes';
import { CLEARING, type CardPayment } from './clearing';
import { isSigned, type DlocalAccess } from './signature';

const Body = z.object({
  ...{ amount: z.number().min(0), currency: z.string(), country: z.enum(COUNTRY_CODES), payment_method_flow: z.literal('REDIRECT') },
  ...{ payer: z.looseObject({}), order_id: z.string().min(1).max(128) },
  ...{ description: z.string().max(100).default(''), notification_url: z.url().optional(), callback_url: z.url() },
  card: z.object({ save: z.boolean() }).optional(),
});
const Refund = z.object({ payment_id: z.string(), order_refund_id: z.string().optional(), amount: z.number().optional() });
const CODES = { PENDING: '100', PAID: '200', VERIFIED: '200', REJECTED: '300', CANCELLED: '400', EXPIRED: '303' } as const;

/** dLocal Payins v2.1, REDIRECT: payments that are paid on a hosted page, looked up and given back. All calls are signed. */
export function dlocal(core: Core, access: DlocalAccess): Family {
  const counterpart = 'gateway' as const;
  return {
    prefix: '/dlocal/',
    guard: (call) => (isSigned(access, call) ? undefined : failure(403, 'Invalid credentials')),
    failure,
    routes: [
      { method: 'POST', path: '/dlocal/payments', counterpart, handle: (call) => create(core, call) },
      { method: 'GET', path: '/dlocal/payments/:id', counterpart, handle: ({ params }) => shownOr404(find(core, params['id'] ?? '')) },
      {
        ...{ method: 'GET', path: '/dlocal/payments/merchant_order_id/:order', counterpart },
        handle: ({ params }) => shownOr404(core.deeds.get('card-payment', params['order'] ?? '')),
      },
      { method: 'POST', path: '/dlocal/refunds', counterpart, handle: (call) => refund(core, call) },
      { method: 'GET', path: '/dlocal/payments/:id/refunds', counterpart, handle: ({ params }) => refundsOf(find(core, params['id'] ?? '')) },
    ],
  };
}

const failure = (status: number, message: string): Reply => json(status, { code: ERRORS[status] ?? 5000, message });
const ERRORS: Readonly<Record<number, number>> = { 400: 5001, 403: 3001, 404: 4000, 405: 5003, 503: 7000 };

export const find = ({ deeds }: Core, id: string): CardPayment | undefined => deeds.all('card-payment').find((each) => each.id === id);

const shownOr404 = (payment: CardPayment | undefined): Reply => (payment ? json(200, shown(payment)) : failure(404, 'Payment not found'));

/** A second payment for one order is refused: who lost an answer looks it up. */
function create(core: Core, call: Call): Reply {
  const body = Body.safeParse(jsonIn(call));
  if (!body.success) return failure(400, `Invalid parameter: ${body.error.issues.map(({ path }) => path.join('.')).join(', ')}`);
  const { amount, currency, country, order_id: key, description, notification_url: notify, callback_url: back, card } = body.data;
  const isNothing = amount === 0 && card?.save === true;
  const minor = isNothing ? 0 : minorIn({ unit: currency, value: amount }, country);
  if (minor === undefined || currency !== COUNTRIES[country].currency) return failure(400, 'Invalid parameter: amount');
  if (core.deeds.get('card-payment', key)) return json(400, { code: 5007, message: 'order_id already exists' });
  const id = `D-4-${randomUUID()}`;
  const page = `http://${call.headers.host ?? 'localhost'}/checkout/${id}`;
  const payment: CardPayment = {
    ...{ kind: 'card-payment', key, print: '', at: core.clock.now(), line: '', id, minor, country, description, back, page, status: 'PENDING' },
    ...{ save: card?.save === true, ...(notify !== undefined && { notify }) },
  };
  core.deeds.put(payment);
  return json(200, shown(payment));
}

/** The payment as the gateway's API and its notifications show it. */
export function shown(payment: CardPayment): object {
  const { id, key, status, country, card } = payment;
  return {
    ...{ id, amount: decimalOf(payment.minor, country), currency: COUNTRIES[country].currency, country },
    ...{ payment_method_flow: payment.page === '' ? 'DIRECT' : 'REDIRECT' },
    ...{ created_date: isoOf(payment.at), status, status_code: CODES[status], status_detail: `The payment is ${status.toLowerCase()}.` },
    ...{ order_id: key, description: payment.description, ...(payment.page !== '' && { redirect_url: payment.page }) },
    ...(payment.notify !== undefined && { notification_url: payment.notify }),
    ...(card && {
      payment_method_id: 'CARD',
      card: {
        ...{ brand: card.brand, last4: card.last4, expiration_month: card.month, expiration_year: card.year },
        ...((status === 'PAID' || status === 'VERIFIED') && payment.save && { card_id: card.id }),
      },
    }),
  };
}

/** Gives a whole payment back, once for each `order_refund_id`; a second one of the same payment is refused. */
function refund(core: Core, call: Call): Reply {
  const body = Refund.safeParse(jsonIn(call));
  if (!body.success) return failure(400, 'Invalid parameter: payment_id');
  const payment = find(core, body.data.payment_id);
  if (!payment) return failure(404, 'Payment not found');
  const { minor, country, refunded } = payment;
  const name = body.data.order_refund_id ?? payment.id;
  const done = (): Reply => json(200, refundOf(payment, name));
  if (refunded !== undefined) return refunded === name ? done() : json(400, { code: 5010, message: 'Already refunded' });
  if (payment.status !== 'PAID' || payment.spent === true) return json(400, { code: 5008, message: 'There is nothing to give back' });
  const legs = { from: [{ account: CLEARING(country), minor }], to: [{ account: `cards:${country}`, minor }] };
  transfer(core.books, { ref: `gateway-back:${payment.key}`, what: 'Devolución a la tarjeta', country, ...legs });
  core.deeds.put({ ...payment, refunded: name });
  return done();
}

const refundOf = ({ id, minor, country }: CardPayment, name: string): object => ({
  ...{ id: `REF-${createHash('sha256').update(name).digest('hex').slice(0, 12)}`, payment_id: id, status: 'SUCCESS' },
  ...{ amount: decimalOf(minor, country), currency: COUNTRIES[country].currency },
});

function refundsOf(payment: CardPayment | undefined): Reply {
  if (!payment) return failure(404, 'Payment not found');
  return json(200, payment.refunded === undefined ? [] : [refundOf(payment, payment.refunded)]);
}

/** A card of the customer's is charged without the customer, as the operator's biller does. Returns the new payment. */
export function chargeSaved(
  core: Core,
  asked: Pick<CardPayment, 'key' | 'minor' | 'country' | 'description' | 'notify'> & {
    readonly card: NonNullable<CardPayment['card']>;
    isGood: boolean;
  },
): CardPayment {
  const { isGood, ...given } = asked;
  const known = core.deeds.get('card-payment', asked.key);
  if (known) return known;
  const payment: CardPayment = {
    ...{ kind: 'card-payment', print: '', at: core.clock.now(), line: '', id: `D-4-${randomUUID()}`, back: '', page: '', save: false },
    ...{ ...given, status: 'PENDING' },
  };
  core.deeds.put(payment);
  return changeTo(core, payment, isGood ? 'PAID' : 'REJECTED');
}
