import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Verdict } from '../control/switches';
import type { DeedOf } from '../deeds';
import { json, type Call, type Family, type Guarded, type Reply, type Route } from '../http/reply';
import { SEEDS, type SeededLine } from '../seed';
import { COUNTRIES, decimalOf, type CountryCode } from '../seed/countries';
import { isoOf } from '../seed/time';
import { lineOf, methodsOf, type Core } from './customers';
import { account } from './openings';
import { minorIn } from './payments';
import { jsonIn, printOf } from './keyed';
import { transfer } from './transfers';

/** So long the customer takes to approve, ms of the sandbox clock. */
const DECIDES_MS = 1_500;
const CALLBACK_TIMEOUT_MS = 2_000;

/** GSMA's amounts: no trailing zeros after the point. */
const AMOUNT = /^([0]|([1-9][0-9]{0,17}))([.][0-9]{0,3}[1-9])?$/;
const Party = z.array(z.object({ key: z.literal('msisdn'), value: z.string().regex(/^\+\d{8,15}$/) })).length(1);
const Body = z.object({
  amount: z.string().regex(AMOUNT),
  currency: z.string(),
  debitParty: Party,
  requestingOrganisationTransactionReference: z.string().optional(),
});
type Wallet = DeedOf<'wallet'>;

/** GSMA Mobile Money 1.2.0, as far as a merchant needs it. Requests are known by `X-CorrelationID`; who approves answers on the phone. */
export function wallets(core: Core, { verdictOf, guard }: { verdictOf: (msisdn: string) => Verdict; guard: Guarded }): Family {
  const route = (method: Route['method'], path: string, handle: Route['handle']): Route => ({
    method,
    path: `/mm/${path}`,
    counterpart: 'wallet',
    handle,
  });
  return {
    prefix: '/mm/',
    guard: guard(failure),
    failure,
    routes: [
      route('POST', 'transactions/type/merchantpay', (call) => pay(core, call, verdictOf)),
      route('GET', 'requeststates/:id', ({ params }) => state(core, params['id'] ?? '')),
      route('GET', 'responses/:id', ({ params }) => link(core, params['id'] ?? '')),
      route('GET', 'transactions/:id', ({ params }) => transaction(core, params['id'] ?? '')),
      route('POST', 'transactions/:id/reversals', ({ params }) => reverse(core, params['id'] ?? '')),
      route('GET', 'accounts/msisdn/:id/balance', ({ params }) => balance(core, params['id'] ?? '')),
      route('GET', 'heartbeat', () => json(200, { serviceStatus: 'available' })),
    ],
  };
}

const failure = (status: number, message: string): Reply =>
  problem(status, status < 500 ? 'validation' : 'serviceUnavailable', 'genericError', message);

/** An error in GSMA's shape. */
const problem = (status: number, errorCategory: string, errorCode: string, errorDescription: string): Reply =>
  json(status, { errorCategory, errorCode, errorDescription, errorDateTime: new Date().toISOString() });

function pay(core: Core, call: Call, verdictOf: (msisdn: string) => Verdict): Reply {
  const key = call.headers['x-correlationid'];
  if (typeof key !== 'string' || !/^[\da-f-]{36}$/i.test(key))
    return problem(400, 'validation', 'mandatoryValueNotSupplied', 'X-CorrelationID must be a UUID.');
  const known = core.deeds.get('wallet', key);
  if (known && known.print !== printOf(call)) return problem(409, 'businessRule', 'duplicateRequest', 'This correlation id was used before.');
  if (known) return accepted(known);
  const body = Body.safeParse(jsonIn(call));
  if (!body.success) return problem(400, 'validation', 'formatError', `Wrong at ${body.error.issues.map(({ path }) => path.join('.')).join(', ')}.`);
  const line = lineOf(body.data.debitParty[0]?.value.slice(1) ?? '');
  const method = line && methodsOf(core, line).find(({ kind }) => kind === 'wallet');
  if (!line || !method || method.barred !== undefined) return problem(404, 'identification', 'identifierError', 'There is no such wallet.');
  const minor = minorIn({ unit: body.data.currency, value: Number(body.data.amount) }, line.country);
  if (minor === undefined) return problem(400, 'validation', 'formatError', 'An amount in the currency of the wallet is needed.');
  if ((method.available ?? 0) < minor) return problem(409, 'businessRule', 'insufficientFunds', 'The wallet holds less.');
  return begun(core, { key, call, line, minor, verdict: verdictOf(line.msisdn) });
}

function begun({ deeds, clock }: Core, asked: { key: string; call: Call; line: SeededLine; minor: number; verdict: Verdict }): Reply {
  const { key, call, line, minor, verdict } = asked;
  const callback = call.headers['x-callback-url'];
  const deed: Wallet = {
    ...{ kind: 'wallet', key, print: printOf(call), at: clock.now(), line: line.msisdn, minor, verdict, status: 'pending', spent: false },
    ...{ reference: `MM${createHash('sha256').update(key).digest('hex').slice(0, 10).toUpperCase()}`, decidesAt: clock.now() + DECIDES_MS },
    ...(typeof callback === 'string' && { callback }),
  };
  deeds.put(deed);
  return accepted(deed);
}

const accepted = (deed: Wallet): Reply =>
  json(202, {
    serverCorrelationId: deed.key,
    status: 'pending',
    notificationMethod: deed.callback === undefined ? 'polling' : 'callback',
    pollLimit: 100,
    objectReference: deed.reference,
  });

/** Lets every customer answer whose time has come, and tells who asked to be told. */
export function decide(core: Core): void {
  for (const deed of core.deeds.all('wallet')) {
    if (deed.status !== 'pending' || deed.verdict === 'silent' || deed.decidesAt > core.clock.now()) continue;
    const status = settle(core, deed);
    const next: Wallet = { ...deed, status };
    core.deeds.put(next);
    if (next.callback !== undefined) notify(next);
  }
}

/** Money leaves the wallet when it is approved and still there; what it paid for takes it from transit. */
function settle({ books }: Core, deed: Wallet): Wallet['status'] {
  const line = lineOf(deed.line);
  if (!line || deed.verdict === 'decline' || books.balance(account.wallet(line.persona.id)) < deed.minor) return 'failed';
  const legs = {
    from: [{ account: account.wallet(line.persona.id), minor: deed.minor }],
    to: [{ account: `transit:${deed.reference}`, minor: deed.minor }],
  };
  transfer(books, { ref: `wallet:${deed.key}`, what: 'Pago con billetera', country: line.country, ...legs });
  return 'completed';
}

/** Once, unsigned, and nobody knows whether it arrived: who asked must read again anyway. */
function notify(deed: Wallet): void {
  const body = JSON.stringify(shown(deed));
  const request = { method: 'PUT', headers: { 'content-type': 'application/json' }, body, signal: AbortSignal.timeout(CALLBACK_TIMEOUT_MS) };
  void fetch(deed.callback ?? '', request).catch(() => undefined);
}

function shown(deed: Wallet): object {
  const country: CountryCode = lineOf(deed.line)?.country ?? 'GT';
  return {
    ...{ transactionReference: deed.reference, transactionStatus: deed.status, type: 'merchantpay', creationDate: isoOf(deed.at) },
    ...{ amount: String(decimalOf(deed.minor, country)), currency: COUNTRIES[country].currency },
    debitParty: [{ key: 'msisdn', value: `+${deed.line}` }],
  };
}

const unknown = (): Reply => problem(404, 'identification', 'identifierError', 'There is no such request.');

function state(core: Core, key: string): Reply {
  decide(core);
  const deed = core.deeds.get('wallet', key);
  if (!deed) return unknown();
  const status = deed.status === 'pending' ? 'pending' : deed.status === 'failed' ? 'failed' : 'completed';
  const error =
    deed.status === 'failed' ? { errorCategory: 'businessRule', errorCode: 'requestDeclined', errorDescription: 'The customer said no.' } : undefined;
  return json(200, { serverCorrelationId: key, status, notificationMethod: 'polling', objectReference: deed.reference, ...(error && { error }) });
}

function link({ deeds }: Core, key: string): Reply {
  const deed = deeds.get('wallet', key);
  return deed ? json(200, { link: `/transactions/${deed.reference}` }) : unknown();
}

function transaction(core: Core, reference: string): Reply {
  decide(core);
  const deed = core.deeds.all('wallet').find((each) => each.reference === reference);
  return deed ? json(200, shown(deed)) : unknown();
}

/** Gives back what was paid, unless it bought something or was given back before. */
function reverse({ books, deeds }: Core, reference: string): Reply {
  const deed = deeds.all('wallet').find((each) => each.reference === reference);
  const line = deed && lineOf(deed.line);
  if (!deed || !line) return unknown();
  if (deed.status === 'reversed') return json(202, { serverCorrelationId: deed.key, status: 'completed', objectReference: reference });
  if (deed.status !== 'completed' || deed.spent) return problem(409, 'businessRule', 'requestDeclined', 'There is nothing to give back.');
  const legs = {
    from: [{ account: `transit:${reference}`, minor: deed.minor }],
    to: [{ account: account.wallet(line.persona.id), minor: deed.minor }],
  };
  transfer(books, { ref: `wallet-back:${deed.key}`, what: 'Devolución a la billetera', country: line.country, ...legs });
  deeds.put({ ...deed, status: 'reversed' });
  return json(202, { serverCorrelationId: deed.key, status: 'completed', objectReference: reference });
}

function balance({ books }: Core, id: string): Reply {
  const line = lineOf(id.replace(/^\+/, ''));
  const hasOne = line && SEEDS.some(({ personas }) => personas.some((each) => each.id === line.persona.id && each.wallet !== undefined));
  if (!line || !hasOne) return unknown();
  const left = String(decimalOf(books.balance(account.wallet(line.persona.id)), line.country));
  return json(200, { accountStatus: 'available', currentBalance: left, availableBalance: left, currency: COUNTRIES[line.country].currency });
}
