import { z } from 'zod';
import type { DeedOf } from '../deeds';
import { json, type Call, type Family, type Guarded, type Reply, type Route } from '../http/reply';
import type { SeededLine } from '../seed';
import { OFFERS } from '../seed/catalogue';
import { COUNTRIES, minorOf, priced } from '../seed/countries';
import { isoOf, momentOf } from '../seed/time';
import { LENDING } from '../seed/top-ups';
import { keptOf, lineOf, methodsOf, owedBy, type Core } from './customers';
import { offered, type Offered } from './loan-offers';
import { account } from './openings';
import { minorIn } from './payments';
import { jsonIn, keyOf, printOf, refuse } from './keyed';
import { transfer } from './transfers';

const BASE = '/lending/v2/customers/:msisdn/loans';
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** No loan so soon after the SIM was changed. */
const SIM_HOURS = 72;
/** A line younger than this borrows nothing. */
const YOUNG_DAYS = 60;
const DUE_DAYS = 15;

const Amount = z.object({ unit: z.string(), value: z.number() });
const Advance = z.object({ offerId: z.string(), total: Amount });
const Repay = z.object({ means: z.enum(['balance', 'wallet']), amount: Amount });
type Loan = DeedOf<'advance'>;

/**
 * Airtime lending, on the paths of a public loan API; the fields of its bodies are ours, because they are not public. Fees and limits are the
 * seeds'. A debt is collected from top-ups by the country's rule.
 */
export function lending(core: Core, guard: Guarded): Family {
  const route = (method: Route['method'], path: string, handle: (line: SeededLine, call: Call) => Reply): Route => ({
    ...{ method, path: `${BASE}${path}`, counterpart: 'lending' },
    handle: (call) => {
      const line = lineOf(call.params['msisdn'] ?? '');
      return line && LENDING[line.country] ? handle(line, call) : refuse(404, 'not-found', 'Nothing is lent to this line.');
    },
  });
  return {
    prefix: '/lending/',
    guard: guard(failure),
    failure,
    routes: [
      route('GET', '', (line) => json(200, profile(core, line))),
      route('GET', '/eligibleBundle', (line) => json(200, offers(line))),
      route('GET', '/recovery', (line, { query }) => recovery(core, line, query.get('amount') ?? '')),
      route('POST', '/advance', (line, call) => advance(core, line, call)),
      route('GET', '/advance/status', (_, call) => status(core, call)),
      route('GET', '/repayment/status', (line, call) => repaid(core, line, call)),
      route('POST', '/repayment', (line, call) => repay(core, line, call)),
    ],
  };
}

const failure = (status: number, message: string): Reply => refuse(status, String(status), message);

function profile(core: Core, line: SeededLine): object {
  const money = (minor: number): object => amount(line, minor);
  const owed = owedBy(core, line.msisdn);
  const limit = minorOf(line.line.loan?.limit ?? '0', line.country);
  const rules = LENDING[line.country];
  const refused = refusalOf(core, line);
  return {
    creditLimit: money(limit),
    availableCredit: money(refused ? 0 : Math.max(0, limit - owed)),
    debts: debtsOf(core, line),
    recovery: { rule: rules?.rule ?? 'all', ...(rules?.keeps !== undefined && { keeps: money(minorOf(rules.keeps, line.country)) }) },
    ...(refused && { refusal: refused }),
  };
}

function debtsOf(core: Core, line: SeededLine): object[] {
  const owed = owedBy(core, line.msisdn);
  if (owed === 0) return [];
  const taken = core.deeds.all('advance').filter((deed) => deed.line === line.msisdn);
  const newest = taken.at(-1);
  const seeded = line.line.loan?.debt;
  if (newest) return [debt(line, { id: newest.key, lent: newest.minor, fee: newest.fee, owed, at: newest.at, due: newest.at + DUE_DAYS * DAY_MS })];
  const due = seeded ? momentOf(seeded.due, line.country, core.clock.today()) : core.clock.now();
  const [lent, fee] = [minorOf(seeded?.principal ?? '0', line.country), minorOf(seeded?.fee ?? '0', line.country)];
  return [debt(line, { id: `before-${line.msisdn}`, lent, fee, owed, at: due - DUE_DAYS * DAY_MS, due })];
}

function debt(line: SeededLine, of: { id: string; lent: number; fee: number; owed: number; at: number; due: number }): object {
  const { id, lent, fee, owed, at, due } = of;
  return { id, principal: amount(line, lent), fee: amount(line, fee), outstanding: amount(line, owed), takenDate: isoOf(at), dueDate: isoOf(due) };
}

/** Why nothing is lent now, by a stable word; the first that holds. */
function refusalOf(core: Core, { msisdn, country, line, plan }: SeededLine): { reason: string; from?: string; missingTopUps?: number } | undefined {
  const { clock } = core;
  if (core.deeds.get('block', msisdn) !== undefined) return { reason: 'down' }; // reported stolen
  if (line.minor === true) return { reason: 'minor' };
  if (plan.kind === 'postpaid') return { reason: 'postpaid' };
  const since = momentOf(line.since, country, clock.today());
  if (clock.now() - since < YOUNG_DAYS * DAY_MS) return { reason: 'line-young', from: isoOf(since + YOUNG_DAYS * DAY_MS) };
  const changed = line.simChanged === undefined || line.simChanged === 'unknown' ? undefined : momentOf(line.simChanged, country, clock.today());
  if (changed !== undefined && clock.now() - changed < SIM_HOURS * HOUR_MS)
    return { reason: 'sim-changed', from: isoOf(changed + SIM_HOURS * HOUR_MS) };
  if (owedBy(core, msisdn) > 0) return { reason: 'debt-open' };
  return line.loan === undefined ? { reason: 'few-top-ups', missingTopUps: 2 } : undefined;
}

const offers = (line: SeededLine): object[] =>
  offered(line).map(({ id, kind, name, lent, fee, content }) => ({
    ...{ id, type: kind, name, amount: amount(line, lent), fee: amount(line, fee), total: amount(line, lent + fee) },
    ...(content !== undefined && { description: content }),
  }));

function recovery(core: Core, line: SeededLine, asked: string): Reply {
  const minor = Math.round(Number(asked) * 10 ** COUNTRIES[line.country].decimals);
  if (!Number.isSafeInteger(minor) || minor <= 0) return refuse(400, 'invalid', 'An amount is needed.');
  const kept = keptOf(core, line, minor);
  return json(200, { kept: amount(line, kept), left: amount(line, minor - kept), stillOwed: amount(line, owedBy(core, line.msisdn) - kept) });
}

function advance(core: Core, line: SeededLine, call: Call): Reply {
  const key = keyOf(call);
  const body = Advance.safeParse(jsonIn(call));
  if (key === undefined || !body.success) return refuse(400, 'invalid', 'An Idempotency-Key and an offerId are needed.');
  const known = core.deeds.get('advance', key);
  if (known)
    return known.print === printOf(call) ? json(201, shown(line, known)) : refuse(422, 'key-reused', 'This key was used for another advance.');
  const offer = offered(line).find(({ id }) => id === body.data.offerId);
  const refused = refusalOf(core, line);
  if (!offer || refused) return refuse(409, refused?.reason === 'sim-changed' ? 'sim-changed' : 'not-eligible', 'This is not lent to this line now.');
  if (minorIn(body.data.total, line.country) !== offer.lent + offer.fee) return refuse(409, 'price-changed', 'It costs something else now.');
  return json(201, shown(line, lend(core, line, { key, print: printOf(call), offer })));
}

function lend({ books, deeds, clock }: Core, line: SeededLine, { key, print, offer }: { key: string; print: string; offer: Offered }): Loan {
  const { msisdn, country } = line;
  const total = offer.lent + offer.fee;
  const lentTo = offer.kind === 'pack' ? `sales:${country}` : account.balance(msisdn);
  const to = [{ account: lentTo, minor: offer.lent }, { account: `fees:${country}`, minor: offer.fee }]; // prettier-ignore
  transfer(books, { ref: `advance:${key}`, what: 'Adelanto de saldo', country, from: [{ account: account.loan(msisdn), minor: total }], to });
  const frame = { key, print, at: clock.now(), line: msisdn };
  if (offer.code !== undefined) {
    const days = OFFERS.find(({ code }) => code === offer.code)?.days ?? 1;
    const until = momentOf({ day: days }, country, clock.now());
    deeds.put({ ...frame, kind: 'order', key: `loan-${key}`, action: 'add', offer: offer.code, price: offer.lent, status: 'completed', until });
  }
  const deed: Loan = {
    ...frame,
    kind: 'advance',
    ...{ offer: offer.id, minor: offer.lent, fee: offer.fee },
    pack: offer.kind === 'pack',
    after: books.balance(account.balance(msisdn)),
  };
  deeds.put(deed);
  return deed;
}

const shown = (line: SeededLine, { key, minor, fee, at, after }: Loan): object => ({
  ...(after !== undefined && { balanceAfter: amount(line, after) }),
  dueDate: isoOf(at + DUE_DAYS * DAY_MS),
  ...{ transactionId: key, status: 'completed', date: isoOf(at) },
  ...{ amount: amount(line, minor), fee: amount(line, fee), total: amount(line, minor + fee) },
});

function status({ deeds }: Core, call: Call): Reply {
  const id = call.headers['transactionid'];
  const deed = typeof id === 'string' ? deeds.get('advance', id) : undefined;
  const line = deed && lineOf(deed.line);
  return deed && line ? json(200, shown(line, deed)) : refuse(404, 'not-found', 'There is no such advance.');
}

/** Pays what is owed, whole, from the balance. */
function repay(core: Core, line: SeededLine, call: Call): Reply {
  const { books, deeds, clock } = core;
  const key = keyOf(call);
  const body = Repay.safeParse(jsonIn(call));
  if (key === undefined || !body.success) return refuse(400, 'invalid', 'An Idempotency-Key and means are needed.');
  const known = deeds.get('repayment', key);
  if (known && known.print !== printOf(call)) return refuse(422, 'key-reused', 'This key was used for another repayment.');
  if (known) return json(201, { transactionId: key, status: 'completed', amount: amount(line, known.minor) });
  const owed = owedBy(core, line.msisdn);
  const method = methodsOf(core, line).find(({ kind }) => kind === body.data.means);
  if (owed === 0) return refuse(409, 'not-found', 'Nothing is owed.');
  if (minorIn(body.data.amount, line.country) !== owed) return refuse(409, 'price-changed', 'Something else is owed now.');
  if (method?.barred !== undefined) return refuse(409, 'blocked', 'This means of payment cannot be used.');
  if (!method || (method.available ?? 0) < owed) return refuse(409, 'insufficient', 'There is not enough.');
  const legs = { from: [{ account: method.account, minor: owed }], to: [{ account: account.loan(line.msisdn), minor: owed }] };
  transfer(books, { ref: `repayment:${key}`, what: 'Pago de adelanto', country: line.country, ...legs });
  deeds.put({ kind: 'repayment', key, print: printOf(call), at: clock.now(), line: line.msisdn, minor: owed, means: method.kind });
  return json(201, { transactionId: key, status: 'completed', amount: amount(line, owed) });
}

function repaid({ deeds }: Core, line: SeededLine, call: Call): Reply {
  const id = call.headers['transactionid'];
  const deed = typeof id === 'string' ? deeds.get('repayment', id) : undefined;
  if (deed?.line !== line.msisdn) return refuse(404, 'not-found', 'There is no such repayment.');
  return json(200, { transactionId: deed.key, status: 'completed', amount: amount(line, deed.minor) });
}

const amount = ({ country }: SeededLine, minor: number): object => priced(minor, country);
