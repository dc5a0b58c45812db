import { z } from 'zod';
import { CLEARING } from '../dlocal/clearing';
import { chargeSaved } from '../dlocal/payments';
import type { DeedOf } from '../deeds';
import { json, type Call, type Reply, type Route } from '../http/reply';
import { LINES, SEEDS } from '../seed';
import { isoOf } from '../seed/time';
import { BILLS, billsIn, openOf, type SeededBill } from './bill-ledger';
import { collection, tmfError, type Draft } from './collection';
import { methodsOf, type Core, type Method } from './customers';
import { jsonIn, keyOf, printOf, refuse } from './keyed';
import { account } from './openings';
import { transfer } from './transfers';

const BASE = '/tmf-api/accountManagement/v4';
const Body = z.object({
  ...{ billingAccount: z.object({ id: z.string() }), planType: z.literal('recurring'), status: z.enum(['active', 'cancelled']) },
  ...{ paymentMethod: z.object({ id: z.string() }), callback: z.url() },
  consent: z.object({ id: z.string(), words: z.string().min(1), version: z.string(), agreedAt: z.iso.datetime({ offset: true }) }),
});
type Plan = Pick<DeedOf<'autopay'>, 'key' | 'status' | 'method' | 'mandate' | 'at'> & Partial<DeedOf<'autopay'>>;

/** TMF666 payment plans: which billing accounts are charged by themselves, to which card, and what was agreed to. */
export const autopay = (core: Core): Route[] => [
  ...collection(BASE, 'paymentPlan', 'accounts', () => plansIn(core).map((plan) => draftOf(core, plan))),
  { method: 'POST', path: `${BASE}/paymentPlan`, counterpart: 'accounts', handle: (call) => set(core, call) },
];

/** What was set since the seeds, and what the seeds say of all others. */
function plansIn({ deeds }: Core): Plan[] {
  const since = deeds.all('autopay');
  const before = SEEDED.filter(({ key }) => !since.some((deed) => deed.key === key));
  return [...before, ...since];
}

const SEEDED: readonly Plan[] = SEEDS.flatMap(({ personas }) =>
  personas.flatMap(({ id, cards = [], lines, homes = [] }) => {
    const at = cards.findIndex((card) => card.autopay !== undefined);
    const accounts = [...lines.flatMap(({ account: number }) => number ?? []), ...homes.map(({ contract }) => contract)];
    return at < 0 ? [] : accounts.map((key) => ({ key, status: 'on' as const, method: `card-${id}-${at + 1}`, mandate: '', at: 0 }));
  }),
);

/** The plan that charges this card, if any does. */
export const planOfMethod = (core: Core, method: string): Plan | undefined =>
  plansIn(core).find((plan) => plan.method === method && plan.status === 'on' && (plan.mandate !== '' || isUsable(core, plan)));

function set({ deeds, clock }: Core, call: Call): Reply {
  const body = Body.safeParse(jsonIn(call));
  if (keyOf(call) === undefined || !body.success) return tmfError(400, 'A payment plan under an Idempotency-Key is needed.');
  const { billingAccount, status, paymentMethod, consent, callback } = body.data;
  if (!BILLS.some((bill) => bill.account === billingAccount.id)) return refuse(404, 'not-found', 'There is no such billing account.');
  const known = deeds.get('autopay', billingAccount.id);
  if (known?.mandate === consent.id && known.print !== printOf(call)) return refuse(422, 'key-reused', 'This key was used for another plan.');
  const frame = { kind: 'autopay', key: billingAccount.id, print: printOf(call), at: clock.now(), line: '' } as const;
  const words = { words: consent.words, version: consent.version, agreedAt: consent.agreedAt, notify: callback };
  deeds.put({ ...frame, ...words, status: status === 'active' ? 'on' : 'off', method: paymentMethod.id, mandate: consent.id });
  return json(201, { id: billingAccount.id, status, billingAccount, paymentMethod });
}

function draftOf(core: Core, plan: Plan): Draft {
  const { key, status, method, at, words, version, agreedAt, mandate } = plan;
  const last = lastCharge(core, key) ?? (at === 0 && !isUsable(core, plan) ? { status: 'failed', date: isoOf(core.clock.today()) } : undefined);
  return {
    ...{
      id: key,
      planType: 'recurring',
      status: status === 'on' ? 'active' : 'cancelled',
      billingAccount: { id: key },
      paymentMethod: { id: method },
    },
    ...(at > 0 && { validFor: { startDateTime: isoOf(at) }, consent: { id: mandate, words, version, agreedAt } }),
    ...(last && { lastCharge: last }),
  };
}

function lastCharge({ deeds }: Core, billing: string): object | undefined {
  const charges = deeds.all('card-payment').filter(({ description }) => description.endsWith(`· ${billing}`));
  const last = charges.at(-1);
  return last && { status: last.status === 'PAID' ? 'paid' : 'failed', date: isoOf(last.at) };
}

const cardOf = (core: Core, id: string): Method | undefined =>
  LINES.flatMap((line) => methodsOf(core, line)).find((method) => method.id === id && method.kind === 'card');
const isUsable = (core: Core, { method }: Plan): boolean => {
  const card = cardOf(core, method);
  return card !== undefined && card.barred === undefined;
};

/** The biller's run: every open bill of an account with a plan is charged to its card, once; a card that cannot be used is declined. */
export function runBiller(core: Core, billing?: string): object[] {
  const plans = plansIn(core).filter(({ key, status }) => status === 'on' && (billing === undefined || key === billing));
  return plans.flatMap((plan) =>
    billsIn(core)
      .filter((bill) => bill.account === plan.key && openOf(core, bill) > 0)
      .map((bill) => charged(core, plan, bill)),
  );
}

function charged(core: Core, plan: Plan, bill: SeededBill): object {
  const { mandate, notify, method } = plan;
  const minor = openOf(core, bill);
  const known = cardOf(core, method)?.card;
  const expires = new Date(known?.expires ?? 0);
  const card = {
    ...{ id: method, brand: known?.brand ?? 'Tarjeta', last4: known?.last4 ?? '0000' },
    ...{ month: expires.getUTCMonth() + 1, year: expires.getUTCFullYear() },
  };
  const payment = chargeSaved(core, {
    ...{
      key: `${mandate || 'biller'}.${bill.id}.${core.clock.now()}`,
      minor,
      country: bill.country,
      description: `Factura ${bill.id} · ${bill.account}`,
      card,
    },
    ...{ isGood: isUsable(core, plan), ...(notify !== undefined && { notify }) },
  });
  if (payment.status === 'PAID') {
    const legs = { from: [{ account: CLEARING(bill.country), minor }], to: [{ account: account.bills(bill.account), minor }] };
    transfer(core.books, { ref: `payment:${payment.key}`, what: 'Pago automático de factura', country: bill.country, ...legs });
    core.deeds.put({ ...payment, spent: true });
    const frame = { key: payment.key, print: '', at: core.clock.now(), line: bill.msisdn ?? '', minor, account: bill.account };
    core.deeds.put({ ...frame, kind: 'bill-payment', bill: bill.id, payment: payment.key });
    core.deeds.put({ ...frame, kind: 'payment', means: 'card', method, status: 'done', bill: bill.id, country: bill.country });
  }
  return { account: bill.account, bill: bill.id, status: payment.status };
}
