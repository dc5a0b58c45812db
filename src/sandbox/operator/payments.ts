import { z } from 'zod';
import type { DeedOf } from '../deeds';
import { json, type Call, type Reply, type Route } from '../http/reply';
import { LINES, type SeededLine } from '../seed';
import { COUNTRIES, decimalOf, minorOf, priced, type CountryCode } from '../seed/countries';
import { isoOf, momentOf } from '../seed/time';
import { pastPayments } from './bill-history';
import { collection, tmfError, type Draft } from './collection';
import { BillPayment, payBill } from './bill-payments';
import { lineOf, methodsOf, type Core, type Method } from './customers';
import { isApplied } from './held-payments';
import { jsonIn, printOf, refuse } from './keyed';
import { transfer } from './transfers';

const BASE = '/tmf-api/paymentManagement/v4';
const METHODS = '/tmf-api/paymentMethod/v4';
const CLEARING = (country: CountryCode): string => `sales:${country}`;

const Body = z.object({
  account: z.object({ id: z.string() }),
  payer: z.object({ id: z.string() }),
  paymentMethod: z.object({ id: z.string() }),
  totalAmount: z.object({ unit: z.string(), value: z.number() }),
  correlatorId: z.string().min(8).max(100),
});
const Refund = z.object({ correlatorId: z.string(), payment: z.object({ id: z.string() }) });
type Payment = DeedOf<'payment'>;

/** TMF676 payments and refunds, and TMF670 means of payment. The key of a payment is its `correlatorId`. */
export function payments(core: Core): Route[] {
  return [
    { method: 'POST', path: `${BASE}/payment`, counterpart: 'payments', handle: (call) => pay(core, call) },
    { method: 'POST', path: `${BASE}/refund`, counterpart: 'payments', handle: (call) => refund(core, call) },
    ...collection(BASE, 'payment', 'payments', () => [
      ...core.deeds.all('payment').map(draftOf),
      ...core.deeds.all('top-up').map(topUpPayment),
      ...LINES.flatMap((line) => remembered(core, line)),
      ...pastPayments(core),
    ]),
    ...collection(METHODS, 'paymentMethod', 'payments', () =>
      LINES.flatMap((line) => methodsOf(core, line).map((method) => methodDraft(line, method))),
    ),
  ];
}

function pay(core: Core, call: Call): Reply {
  const bill = BillPayment.safeParse(jsonIn(call));
  if (bill.success) return billPaid(core, call, bill.data);
  const body = Body.safeParse(jsonIn(call));
  if (!body.success) return tmfError(400, `Wrong at ${body.error.issues.map(({ path }) => path.join('.')).join(', ')}.`);
  const { correlatorId: key, payer, paymentMethod, totalAmount } = body.data;
  const known = core.deeds.get('payment', key);
  if (known)
    return known.print === printOf(call) ? json(201, draftOf(known)) : refuse(422, 'key-reused', 'This correlatorId was used for another payment.');
  const line = lineOf(payer.id);
  if (!line) return refuse(404, 'not-found', 'There is no such line.');
  const minor = minorIn(totalAmount, line.country);
  if (minor === undefined) return tmfError(400, 'An amount in the currency of the line is needed.');
  const method = methodsOf(core, line).find(({ id }) => id === paymentMethod.id);
  return refusalOf(method, minor) ?? (method ? taken(core, { call, key, line, minor, method }) : tmfError(404, 'There is no such means of payment.'));
}

function billPaid(core: Core, call: Call, body: z.infer<typeof BillPayment>): Reply {
  const known = core.deeds.get('payment', body.correlatorId);
  if (known && known.print !== printOf(call)) return refuse(422, 'key-reused', 'This correlatorId was used for another payment.');
  const payment = known ?? payBill(core, call, body, (country) => minorIn(body.totalAmount, country));
  return 'kind' in payment ? json(201, draftOf(payment)) : payment;
}

function refusalOf(method: Method | undefined, minor: number): Reply | undefined {
  if (method === undefined) return refuse(404, 'not-found', 'There is no such means of payment.');
  if (method.barred !== undefined)
    return refuse(409, method.barred === 'expired' ? 'card-expired' : 'blocked', 'This means of payment cannot be used.');
  if (method.kind === 'wallet') return refuse(409, 'not-eligible', 'A wallet pays for itself.');
  if (method.available !== undefined && method.available < minor)
    return refuse(409, method.kind === 'bill' ? 'limit' : 'insufficient', 'There is not enough.');
  return undefined;
}

function taken(core: Core, { call, key, line, minor, method }: { call: Call; key: string; line: SeededLine; minor: number; method: Method }): Reply {
  const { msisdn, country } = line;
  const legs = { from: [{ account: method.account, minor }], to: [{ account: CLEARING(country), minor }] };
  transfer(core.books, { ref: `payment:${key}`, what: 'Compra', country, ...legs });
  const left = method.kind === 'balance' ? { after: core.books.balance(method.account) } : {};
  const frame = { kind: 'payment', key, print: printOf(call), at: core.clock.now(), line: msisdn } as const;
  const deed: Payment = { ...frame, minor, means: method.kind, method: method.id, account: method.account, status: 'done', ...left };
  core.deeds.put(deed);
  return json(201, draftOf(deed));
}

/** Gives a whole payment back, once. */
function refund({ books, deeds }: Core, call: Call): Reply {
  const body = Refund.safeParse(jsonIn(call));
  if (!body.success) return tmfError(400, 'A correlatorId and a payment are needed.');
  const payment = deeds.get('payment', body.data.payment.id);
  const line = payment && lineOf(payment.line);
  if (!payment || !line) return refuse(404, 'not-found', 'There is no such payment.');
  const { key, minor, account } = payment;
  const hasBought = deeds.all('order').some((order) => order.payment === key && order.status === 'completed');
  if (hasBought) return refuse(409, 'not-eligible', 'This payment has bought something.');
  const legs = { from: [{ account: CLEARING(line.country), minor }], to: [{ account, minor }] };
  transfer(books, { ref: `refund:${key}`, what: 'Devolución', country: line.country, ...legs });
  deeds.put({ ...payment, status: 'refunded' });
  return json(201, { id: `refund-${key}`, href: `${BASE}/refund/refund-${key}`, status: 'done', payment: { id: key } });
}

export function minorIn({ unit, value }: { unit: string; value: number }, country: CountryCode): number | undefined {
  const minor = Math.round(value * 10 ** COUNTRIES[country].decimals);
  const isWhole = Number.isSafeInteger(minor) && minor > 0 && decimalOf(minor, country) === value;
  return unit === COUNTRIES[country].currency && isWhole ? minor : undefined;
}

function draftOf(deed: Payment): Draft {
  const country = deed.country ?? lineOf(deed.line)?.country ?? 'GT';
  return {
    ...{ id: deed.key, correlatorId: deed.key, status: deed.status === 'done' ? 'applied' : 'reversed', paymentDate: isoOf(deed.at) },
    ...{ account: { id: deed.account }, payer: { id: deed.line }, description: 'chat' },
    totalAmount: priced(deed.minor, country),
    ...(deed.after !== undefined && { balanceAfter: priced(deed.after, country) }),
    paymentMethod: { id: deed.method, '@type': TYPES[deed.means] },
    ...(deed.bill !== undefined && { paymentItem: [{ item: { id: deed.bill, '@referredType': 'CustomerBill' } }] }),
    '@type': 'Payment',
  };
}

/** What paid for a top-up, as a payment that somebody may ask for. */
function topUpPayment(deed: DeedOf<'top-up'>): Draft {
  const country = lineOf(deed.line)?.country ?? 'GT';
  return {
    ...{ id: `top-up-${deed.key}`, correlatorId: `top-up-${deed.key}`, status: 'applied', paymentDate: isoOf(deed.at), statusDate: isoOf(deed.at) },
    ...{ account: { id: `prepaid-${deed.line}` }, payer: { id: deed.line }, description: 'chat' },
    totalAmount: priced(deed.minor, country),
    paymentItem: [{ item: { id: deed.line, '@referredType': 'TopupBalance' } }],
    paymentMethod: { id: deed.means, '@type': TYPES[deed.means] },
    '@type': 'Payment',
  };
}

const TYPES = {
  ...{ balance: 'bucketPaymentMethod', wallet: 'digitalWallet', card: 'tokenizedCard', bill: 'accountPaymentMethod' },
  ...{ voucher: 'voucher', external: 'cash' },
} as const;

/** Payments from before: what the seeds say was bought in shops and paid in banks. */
function remembered(core: Core, { msisdn, country, line }: SeededLine): Draft[] {
  return (line.movements ?? []).flatMap((movement, index) => {
    const minor = minorOf(movement.amount, country);
    if (minor <= 0 || movement.state === 'failed') return [];
    const at = momentOf(movement.at, country, core.clock.today());
    const id = `payment-before-P-${msisdn.slice(-4)}-${index}`; // agents read it, so it names nobody
    return [
      {
        ...{ id, correlatorId: movement.ref ?? id, paymentDate: isoOf(at) },
        status: movement.state === 'charged-not-applied' && !isApplied(core, movement.ref) ? 'received' : 'applied',
        ...{ account: { id: line.account ?? `prepaid-${msisdn}` }, payer: { id: msisdn }, description: placeOf(movement.what) },
        totalAmount: priced(minor, country),
        paymentItem: [{ item: { id: msisdn, '@referredType': /factura|pago/i.test(movement.what) ? 'CustomerBill' : 'TopupBalance' } }],
        paymentMethod: { id: 'cash', '@type': 'cash' },
        '@type': 'Payment',
      },
    ];
  });
}

const placeOf = (what: string): string => /\ben (una |un )?(tienda|banco|agente)/i.exec(what)?.[2]?.toLowerCase() ?? 'chat';

function methodDraft({ msisdn, country }: SeededLine, { id, kind, name, available, barred, card }: Method): Draft {
  const unit = COUNTRIES[country].currency;
  return {
    ...{ id, name, '@type': TYPES[kind], status: barred === undefined ? 'active' : 'inactive', relatedParty: [{ id: msisdn, role: 'customer' }] },
    ...(barred !== undefined && { statusReason: barred }),
    ...(available !== undefined && kind !== 'wallet' && { availableAmount: { unit, value: decimalOf(available, country) } }),
    ...(card && { brand: card.brand, lastFourDigits: card.last4, expirationDate: isoOf(card.expires) }),
  };
}
