import { z } from 'zod';
import type { DeedOf } from '../deeds';
import { json, type Call, type Reply, type Route } from '../http/reply';
import type { SeededLine } from '../seed';
import { CLEARING, paidOnPage, type CardPayment } from '../dlocal/clearing';
import { COUNTRIES, decimalOf, minorOf, type CountryCode } from '../seed/countries';
import { isoOf } from '../seed/time';
import { TOP_UPS, VOUCHERS, type TopUpSeed } from '../seed/top-ups';
import { collection, tmfError, type Draft } from './collection';
import { balanceEnd, keptOf, lineOf, methodsOf, type Core, type Method } from './customers';
import { jsonIn, keyOf, printOf, refuse } from './keyed';
import { account } from './openings';
import { transfer } from './transfers';

const PATH = '/tmf-api/prepayBalanceManagement/v4/topupBalance';
const DAY_MS = 86_400_000;

const Body = z.object({
  amount: z.object({ amount: z.number(), units: z.string() }).optional(),
  usageType: z.string(),
  bucket: z.object({ id: z.string() }),
  partyAccount: z.object({ id: z.string() }),
  logicalResource: z.object({ id: z.string() }),
  requestor: z.object({ id: z.string() }),
  paymentMethod: z.object({ id: z.string() }).optional(),
  payment: z.array(z.object({ id: z.string() })).optional(),
  voucher: z.string().optional(),
});
type Body = z.infer<typeof Body>;
type TopUp = DeedOf<'top-up'>;

/** TMF654 top-ups. The key of the request is its `Idempotency-Key`; the same key with another body is refused with 422. */
export function topUps(core: Core): Route[] {
  return [
    { method: 'POST', path: PATH, counterpart: 'prepaid', handle: (call) => create(core, call) },
    ...collection(PATH.slice(0, PATH.lastIndexOf('/')), 'topupBalance', 'prepaid', () => core.deeds.all('top-up').map(draftOf)),
  ];
}

function create(core: Core, call: Call): Reply {
  const key = keyOf(call);
  if (key === undefined) return tmfError(400, 'An Idempotency-Key of 8 to 100 characters is needed.');
  const known = core.deeds.get('top-up', key);
  if (known) return known.print === printOf(call) ? answer(known) : refuse(422, 'key-reused', 'This key was used for another top-up.');
  const body = Body.safeParse(jsonIn(call));
  if (!body.success) return tmfError(400, `Wrong at ${body.error.issues.map(({ path }) => path.join('.')).join(', ')}.`);
  const to = lineOf(body.data.logicalResource.id);
  const payer = lineOf(body.data.requestor.id);
  if (!to || !payer) return refuse(404, 'not-found', 'There is no such line.');
  if (to.line.status !== undefined && to.line.status !== 'active') return refuse(409, 'not-eligible', 'This line is suspended.');
  if (to.line.balance === undefined) return refuse(409, 'not-eligible', 'This line has no prepaid balance.');
  return body.data.voucher === undefined
    ? paid(core, { key, call, to, payer, body: body.data })
    : scratched(core, { key, call, to, payer, body: body.data });
}

interface Asked {
  readonly key: string;
  readonly call: Call;
  readonly to: SeededLine;
  readonly payer: SeededLine;
  readonly body: Body;
}

function paid(core: Core, asked: Asked): Reply {
  const { to, payer, body } = asked;
  const rules = TOP_UPS[to.country];
  const minor = amountOf(body, to.country);
  if (!rules || minor === undefined) return tmfError(400, 'An amount in the currency of the line is needed.');
  const [min, max, step] = [rules.min, rules.max, rules.step].map((each) => minorOf(each, to.country));
  if (minor < (min ?? 0) || minor > (max ?? 0) || minor % (step ?? 1) !== 0) return refuse(409, 'limit', 'This amount cannot be topped up.');
  const fromPage = body.paymentMethod?.id === 'page' ? paidOnPage(core, body.payment?.[0]?.id, minor) : undefined;
  if (fromPage) return credit(core, asked, minor, { kind: 'external', account: CLEARING(to.country), page: fromPage });
  const method = methodsOf(core, payer).find(({ id }) => id === body.paymentMethod?.id);
  const refusal = refusalOf(core, method, minor, body);
  if (refusal) return refusal;
  return method === undefined ? refuse(404, 'not-found', 'There is no such means of payment.') : credit(core, asked, minor, method);
}

function refusalOf({ deeds }: Core, method: Method | undefined, minor: number, body: Body): Reply | undefined {
  if (method === undefined) return refuse(404, 'not-found', 'There is no such means of payment.');
  if (method.barred !== undefined)
    return refuse(409, method.barred === 'expired' ? 'card-expired' : 'blocked', 'This means of payment cannot be used.');
  if (method.kind === 'card') return undefined;
  if (method.kind !== 'wallet') return refuse(409, 'not-eligible', 'A balance cannot be topped up from here.');
  const transaction = deeds.all('wallet').find(({ reference }) => reference === body.payment?.[0]?.id);
  const fits = transaction?.status === 'completed' && !transaction.spent && transaction.minor === minor;
  return fits ? undefined : refuse(409, 'wallet-declined', 'The wallet has not paid this.');
}

function scratched(core: Core, asked: Asked): Reply {
  const pin = asked.body.voucher?.replace(/\D/g, '') ?? '';
  const voucher = cardOf(core, pin);
  if (voucher?.country !== asked.to.country) return refuse(404, 'voucher-unknown', 'There is no such voucher.');
  if (voucher.state === 'expired') return refuse(409, 'voucher-expired', 'This voucher has expired.');
  const isUsed = voucher.state === 'used' || core.deeds.all('top-up').some((deed) => deed.voucher === pin && deed.status === 'completed');
  if (isUsed) return refuse(409, 'voucher-used', 'This voucher was used before.');
  return credit(core, asked, voucher.minor, { kind: 'voucher', account: `vouchers:${voucher.country}`, pin });
}

/** A scratch card of the seeds, or one that was printed since. Minor units. */
function cardOf({ deeds }: Core, pin: string): { readonly country: CountryCode; readonly minor: number; readonly state: string } | undefined {
  const [seeded, printed] = [VOUCHERS[pin], deeds.get('scratch-card', pin)];
  if (printed) return { ...printed, state: 'good' };
  return seeded && { ...seeded, minor: minorOf(seeded.amount, seeded.country) };
}

type Source =
  | Pick<Method, 'kind' | 'account'>
  | { readonly kind: 'external'; readonly account: string; readonly page: CardPayment }
  | { readonly kind: 'voucher'; readonly account: string; readonly pin: string };

/** Pays what is owed first, credits the rest, and adds what is promised today. */
function credit(core: Core, asked: Asked, minor: number, source: Source): Reply {
  const { books, deeds, clock } = core;
  const { key, call, to, payer } = asked;
  const { msisdn, country } = to;
  const kept = keptOf(core, to, minor);
  const bonus = bonusOf(TOP_UPS[country], minor, country, clock.now());
  move(core, asked, { minor, kept, bonus }, source);
  const deed: TopUp = {
    ...{ kind: 'top-up', key, print: printOf(call), at: clock.now(), line: msisdn, payer: payer.msisdn },
    ...{ minor, bonus, kept, after: books.balance(account.balance(msisdn)), means: source.kind, status: 'completed' },
    until: Math.max(balanceEnd(core, to) ?? 0, clock.now() + validity(TOP_UPS[country], minor, country) * DAY_MS),
    ...('pin' in source && { voucher: source.pin }),
  };
  deeds.put(deed);
  return answer(deed);
}

/** What a wallet paid waits in transit under the wallet's own reference. */
function move(
  { books, deeds }: Core,
  { key, to, body }: Asked,
  { minor, kept, bonus }: Record<'minor' | 'kept' | 'bonus', number>,
  source: Source,
): void {
  const { msisdn, country } = to;
  const paid = source.kind === 'wallet' ? deeds.all('wallet').find(({ reference }) => reference === body.payment?.[0]?.id) : undefined;
  const from = [{ account: paid ? `transit:${paid.reference}` : source.account, minor }];
  const credited = [{ account: account.balance(msisdn), minor: minor - kept }, { account: account.loan(msisdn), minor: kept }]; // prettier-ignore
  const what = source.kind === 'voucher' ? 'Recarga con tarjeta raspable' : 'Recarga';
  transfer(books, { ref: `top-up:${key}`, what, country, from, to: credited });
  if (paid) deeds.put({ ...paid, spent: true });
  if ('page' in source) deeds.put({ ...source.page, spent: true });
  if (bonus === 0) return;
  const legs = { from: [{ account: `promotions:${country}`, minor: bonus }], to: [{ account: account.promotion(msisdn), minor: bonus }] };
  transfer(books, { ref: `bonus:${key}`, what: 'Saldo promocional', country, ...legs });
}

function bonusOf(rules: TopUpSeed | undefined, minor: number, country: CountryCode, now: number): number {
  const promotion = rules?.promotion;
  if (!promotion?.times || minor < minorOf(promotion.from, country) || !isToday(promotion, country, now)) return 0;
  return minor * (promotion.times - 1);
}

/** Whether a promotion is on, by the country's calendar. */
export function isToday({ days }: NonNullable<TopUpSeed['promotion']>, country: CountryCode, now: number): boolean {
  return days?.includes(new Date(now + COUNTRIES[country].utcHours * 3_600_000).getUTCDay()) ?? true;
}

const validity = (rules: TopUpSeed | undefined, minor: number, country: CountryCode): number =>
  rules?.validity.findLast(([from]) => minor >= minorOf(from, country))?.[1] ?? 7;

function amountOf({ amount }: Body, country: CountryCode): number | undefined {
  if (amount?.units !== COUNTRIES[country].currency) return undefined;
  const minor = Math.round(amount.amount * 10 ** COUNTRIES[country].decimals);
  return Number.isSafeInteger(minor) && minor > 0 && decimalOf(minor, country) === amount.amount ? minor : undefined;
}

const answer = (deed: TopUp): Reply => json(201, { ...draftOf(deed), href: `${PATH}/${deed.key}` });

function draftOf(deed: TopUp): Draft {
  return {
    ...{
      id: deed.key,
      externalId: deed.key,
      status: deed.status,
      usageType: 'monetary',
      confirmationDate: isoOf(deed.at),
      requestedDate: isoOf(deed.at),
    },
    amount: quantity(deed, deed.minor),
    balanceAfter: quantity(deed, deed.after),
    ...(deed.bonus > 0 && { bonus: quantity(deed, deed.bonus) }),
    ...(deed.kept > 0 && { recovered: quantity(deed, deed.kept) }),
    ...(deed.until !== undefined && { validFor: { endDateTime: isoOf(deed.until) } }),
    logicalResource: [{ id: deed.line, name: 'msisdn' }],
    requestor: { id: deed.payer },
    '@type': 'TopupBalance',
  };
}

function quantity({ line }: TopUp, minor: number): object {
  const country = lineOf(line)?.country ?? 'GT';
  return { amount: decimalOf(minor, country), units: COUNTRIES[country].currency };
}
