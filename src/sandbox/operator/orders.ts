import { z } from 'zod';
import type { DeedOf } from '../deeds';
import { json, type Call, type Reply, type Route } from '../http/reply';
import type { SeededLine } from '../seed';
import { OFFERS, type Offer } from '../seed/catalogue';
import { COUNTRIES } from '../seed/countries';
import { isoOf, momentOf } from '../seed/time';
import { collection, tmfError, type Draft } from './collection';
import { lineOf, type Core } from './customers';
import { jsonIn, printOf, refuse } from './keyed';
import { minorIn } from './payments';
import { barOf, idOf, payableFrom, priceOf, type Prices } from './sale';
import { hadBefore, subscriptionsOf } from './subscriptions';
import { transfer } from './transfers';

const BASE = '/tmf-api/productOrderingManagement/v4';
const Item = z.object({
  id: z.string(),
  action: z.enum(['add', 'delete']),
  productOffering: z.object({ id: z.string() }).optional(),
  product: z
    .object({ id: z.string().optional(), productCharacteristic: z.array(z.object({ name: z.string(), value: z.string() })).optional() })
    .optional(),
  itemPrice: z.array(z.object({ price: z.object({ taxIncludedAmount: z.object({ unit: z.string(), value: z.number() }) }) })).optional(),
});
const Body = z.object({
  externalId: z.string().min(8).max(100),
  productOrderItem: z.array(Item).length(1),
  /** Who gets it, and who pays for it when that is another line. */
  relatedParty: z.array(z.object({ id: z.string(), role: z.string().optional() })).min(1),
  payment: z.array(z.object({ id: z.string() })).optional(),
});
type Body = z.infer<typeof Body>;
type Order = DeedOf<'order'>;

/** TMF622: packs bought, subscriptions begun and ended. The key of an order is its `externalId`. */
export function orders(core: Core, prices: Prices): Route[] {
  return [
    { method: 'POST', path: `${BASE}/productOrder`, counterpart: 'orders', handle: (call) => create(core, prices, call) },
    ...collection(BASE, 'productOrder', 'orders', () => core.deeds.all('order').map(draftOf)),
  ];
}

function create(core: Core, prices: Prices, call: Call): Reply {
  const body = Body.safeParse(jsonIn(call));
  if (!body.success) return tmfError(400, `Wrong at ${body.error.issues.map(({ path }) => path.join('.')).join(', ')}.`);
  const { externalId: key, relatedParty } = body.data;
  const known = core.deeds.get('order', key);
  if (known)
    return known.print === printOf(call) ? json(201, addressed(known)) : refuse(422, 'key-reused', 'This externalId was used for another order.');
  const line = lineOf((relatedParty.find(({ role }) => role === 'customer') ?? relatedParty[0])?.id ?? '');
  if (!line) return refuse(404, 'not-found', 'There is no such line.');
  const frame: Frame = { kind: 'order', key, print: printOf(call), at: core.clock.now(), line: line.msisdn };
  return body.data.productOrderItem[0]?.action === 'delete' ? end(core, line, frame, body.data) : add(core, prices, line, frame, body.data);
}
type Frame = Pick<Order, 'kind' | 'key' | 'print' | 'at' | 'line'>;

function add(core: Core, prices: Prices, line: SeededLine, frame: Frame, body: Body): Reply {
  const item = body.productOrderItem[0];
  const offer = OFFERS.find((each) => idOf(each, line) === item?.productOffering?.id);
  const price = offer && priceOf(offer, line, prices);
  if (offer === undefined || price === undefined) return refuse(404, 'not-found', 'There is no such offer.');
  const barred = barOf(offer, line);
  if (barred !== undefined) return refuse(409, barred === 'sold-out' ? 'sold-out' : 'not-eligible', 'Not for this line now.');
  const asked = item?.itemPrice?.[0] && minorIn(item.itemPrice[0].price.taxIncludedAmount, line.country);
  if (asked !== price) return refuse(409, 'price-changed', 'The price is another one now.');
  if (offer.every !== undefined) return begin(core, line, frame, { offer, price, body });
  const from = paidFrom(core, line, body, price);
  if (!from) return refuse(409, 'insufficient', 'It has not been paid.');
  const until = momentOf({ day: offer.days ?? 1 }, line.country, core.clock.now());
  return written(core, { ...frame, action: 'add', offer: offer.code, price, status: 'completed', until, ...paymentIn(body) });
}

/** A subscription begins: paid now, or free in its first month. */
function begin(core: Core, line: SeededLine, frame: Frame, { offer, price, body }: { offer: Offer; price: number; body: Body }): Reply {
  if (subscriptionsOf(core, line).some((held) => held.offer.code === offer.code)) return refuse(409, 'not-eligible', 'This line has it already.');
  const said = body.productOrderItem[0]?.product?.productCharacteristic?.find(({ name }) => name === 'paidFrom')?.value;
  const payable = payableFrom(core, line, offer);
  const wanted = payable.find((kind) => kind === said);
  if (wanted === undefined) return refuse(409, 'not-eligible', 'It cannot be paid like that.');
  const isPaid = paidFrom(core, line, body, price) !== undefined;
  const isFree = offer.firstMonthFree === true && !hadBefore(core, line, offer);
  if (!isPaid && !isFree) return refuse(409, offer.firstMonthFree === true ? 'price-changed' : 'insufficient', 'It has not been paid.');
  return written(core, { ...frame, action: 'add', offer: offer.code, price, status: 'completed', paidFrom: wanted, ...paymentIn(body) });
}

const paymentIn = ({ payment }: Body): Pick<Order, 'payment'> => (payment?.[0] ? { payment: payment[0].id } : {});

function written({ deeds }: Core, deed: Order): Reply {
  deeds.put(deed);
  return json(201, addressed(deed));
}

/** What paid for it: a payment of this price that bought nothing yet, or the wallet's own transaction. */
function paidFrom(
  { books, deeds }: Core,
  { msisdn, country }: SeededLine,
  { externalId, payment, relatedParty }: Body,
  price: number,
): Order['paidFrom'] {
  const id = payment?.[0]?.id;
  if (id === undefined || deeds.all('order').some((order) => order.payment === id && order.status === 'completed')) return undefined;
  const payer = relatedParty.find(({ role }) => role === 'payer')?.id ?? msisdn;
  const paid = deeds.get('payment', id);
  if (paid?.status === 'done' && paid.line === payer && paid.minor === price) return paid.means;
  const wallet = deeds.all('wallet').find(({ reference }) => reference === id);
  if (wallet?.status !== 'completed' || wallet.spent || wallet.line !== payer || wallet.minor !== price) return undefined;
  const legs = { from: [{ account: `transit:${id}`, minor: price }], to: [{ account: `sales:${country}`, minor: price }] };
  transfer(books, { ref: `order-paid:${externalId}`, what: 'Compra con billetera', country, ...legs });
  deeds.put({ ...wallet, spent: true });
  return 'wallet';
}

function end(core: Core, line: SeededLine, frame: Frame, { productOrderItem: [item] }: Body): Reply {
  const held = subscriptionsOf(core, line).find(({ id }) => id === item?.product?.id);
  if (!held) return refuse(404, 'not-found', 'There is no such subscription.');
  return written(core, { ...frame, action: 'delete', offer: held.offer.code, price: 0, status: 'completed', until: held.renews });
}

const addressed = (deed: Order): object => ({ ...draftOf(deed), href: `${BASE}/productOrder/${deed.key}` });

function draftOf(deed: Order): Draft {
  const country = lineOf(deed.line)?.country ?? 'GT';
  return {
    ...{ id: deed.key, externalId: deed.key, state: deed.status, orderDate: isoOf(deed.at), completionDate: isoOf(deed.at) },
    productOrderItem: [{ id: '1', action: deed.action, state: deed.status, productOffering: { id: `${country}-${deed.offer}` } }],
    ...(deed.until !== undefined && { validFor: { endDateTime: isoOf(deed.until) } }),
    ...(deed.payment !== undefined && { payment: [{ id: deed.payment }] }),
    relatedParty: [{ id: deed.line, role: 'customer', '@referredType': 'Individual' }],
    currency: COUNTRIES[country].currency,
    '@type': 'ProductOrder',
  };
}
