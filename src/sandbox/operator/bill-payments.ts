import { z } from 'zod';
import { CLEARING, paidOnPage } from '../dlocal/clearing';
import type { DeedOf } from '../deeds';
import type { Call, Reply } from '../http/reply';
import { billOf, leastOf, openOf, type SeededBill } from './bill-ledger';
import { lineOf, methodsOf, type Core } from './customers';
import { printOf, refuse } from './keyed';
import { account } from './openings';
import { transfer } from './transfers';

/** A payment (TMF676) that settles a bill, or part of one. */
export const BillPayment = z.object({
  account: z.object({ id: z.string() }),
  payer: z.object({ id: z.string() }).optional(),
  paymentMethod: z.object({ id: z.string(), '@type': z.enum(['tokenizedCard', 'digitalWallet', 'bankCard']) }),
  totalAmount: z.object({ unit: z.string(), value: z.number() }),
  correlatorId: z.string().min(8).max(100),
  /** Who took the money before: the gateway's order, or the wallet's reference. */
  authorizationCode: z.string().optional(),
  paymentItem: z.array(z.object({ item: z.object({ id: z.string(), '@referredType': z.literal('CustomerBill') }) })).length(1),
});
type Body = z.infer<typeof BillPayment>;
type Payment = DeedOf<'payment'>;

/** Where the money is taken from, and what must be marked as used. */
interface Source {
  readonly account: string;
  readonly means: Payment['means'];
  readonly use: () => void;
}

/** Settles what it can, once: a bill that is paid already, or is owed otherwise, is refused. `minor` is the amount in the bill's currency. */
export function payBill(core: Core, call: Call, body: Body, minorIn: (country: SeededBill['country']) => number | undefined): Payment | Reply {
  const bill = billOf(core, body.paymentItem[0]?.item.id ?? '');
  if (bill?.account !== body.account.id) return refuse(404, 'not-found', 'There is no such bill of this account.');
  const minor = minorIn(bill.country);
  if (minor === undefined) return refuse(409, 'price-changed', 'An amount in the currency of the bill is needed.');
  const open = openOf(core, bill);
  if (open === 0) return refuse(409, 'already-paid', 'This bill is paid.');
  if (minor > open) return refuse(409, 'price-changed', 'Less is owed.');
  if (minor < leastOf(core, bill)) return refuse(409, 'limit', 'This bill is not paid in such parts.');
  const source = sourceOf(core, body, bill, minor);
  return 'status' in source ? source : settled(core, { call, body, bill, minor, source });
}

function settled(
  core: Core,
  { call, body, bill, minor, source }: { call: Call; body: Body; bill: SeededBill; minor: number; source: Source },
): Payment {
  const key = body.correlatorId;
  const legs = { from: [{ account: source.account, minor }], to: [{ account: account.bills(bill.account), minor }] };
  transfer(core.books, { ref: `payment:${key}`, what: 'Pago de factura', country: bill.country, ...legs });
  source.use();
  const frame = { key, print: printOf(call), at: core.clock.now(), line: body.payer?.id ?? bill.msisdn ?? '', minor, account: bill.account };
  core.deeds.put({ ...frame, kind: 'bill-payment', bill: bill.id, payment: key });
  const payment: Payment = {
    ...frame,
    ...{ kind: 'payment', means: source.means, method: body.paymentMethod.id, status: 'done', bill: bill.id, country: bill.country },
  };
  core.deeds.put(payment);
  return payment;
}

function sourceOf(core: Core, body: Body, { country }: SeededBill, minor: number): Source | Reply {
  const { deeds } = core;
  const { authorizationCode: paid, paymentMethod, payer } = body;
  if (paymentMethod['@type'] === 'bankCard') {
    const page = paidOnPage(core, paid, minor);
    if (!page) return refuse(409, 'card-declined', 'Nothing was paid on the page for this.');
    return { account: CLEARING(country), means: 'external', use: () => deeds.put({ ...page, spent: true }) };
  }
  if (paymentMethod['@type'] === 'digitalWallet') {
    const wallet = deeds.all('wallet').find(({ reference }) => reference === paid);
    if (wallet?.status !== 'completed' || wallet.spent || wallet.minor !== minor)
      return refuse(409, 'wallet-declined', 'The wallet has not paid this.');
    return { account: `transit:${wallet.reference}`, means: 'wallet', use: () => deeds.put({ ...wallet, spent: true }) };
  }
  const line = lineOf(payer?.id ?? '');
  const card = line && methodsOf(core, line).find(({ id, kind }) => id === paymentMethod.id && kind === 'card');
  if (!card) return refuse(404, 'not-found', 'There is no such card.');
  if (card.barred !== undefined) return refuse(409, card.barred === 'expired' ? 'card-expired' : 'blocked', 'This card cannot be used.');
  return { account: card.account, means: 'card', use: () => undefined };
}
