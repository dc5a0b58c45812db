import { createHash } from 'node:crypto';
import { z } from 'zod';
import { AdvanceDetails } from '../../../src/domain/spending/details';
import { paymentIdOf } from '../../../src/integrations/wallet/client';
import type { Entry } from '../../../src/state/ledger';
import { ledger } from '../../../src/state/ledger';
import { ordersIn } from '../../../src/state/ledger-scan';
import type { RedisConnection } from '../../../src/state/redis';
import { vault } from '../../../src/state/seal';
import { PACE } from '../../../src/state/spending';
import type { Consent, Customer } from './customer';
import { twice } from './reading';

const Books = z.object({
  ...{ total: z.number(), balanced: z.boolean() },
  entries: z.array(
    z.object({ ref: z.string(), postings: z.array(z.object({ account: z.string(), currency: z.string(), debit: z.number(), credit: z.number() })) }),
  ),
  trial: z.array(z.object({ account: z.string(), debit: z.number(), credit: z.number() })),
});
const NEWEST = 1_000;

/** What the operator's books say was taken for one order, in minor units: less what was given back. */
export type Charges = ReadonlyMap<string, number>;

/** What both sides know. */
export interface Evidence {
  readonly orders: readonly Entry[];
  readonly charges: Charges;
  readonly balanced: boolean;
  /** What lines, wallets and loans have, by the operator's sums, less the sum of all entries of theirs. */
  readonly drift: readonly string[];
  /** Money that was taken on a page, or from a wallet, and is neither used nor given back: accounts with what stands on them. */
  readonly waiting: readonly string[];
}

/** Reads ledger and books. The books only tell their newest entries: `readOn` remembers those, so that none is missed until somebody looks. */
export function evidence({
  redis,
  environment,
  sandbox,
}: {
  redis: RedisConnection;
  environment: Readonly<Record<string, string>>;
  sandbox: string;
}) {
  const charges = new Map<string, number>();
  const sums = new Map<string, number>();
  let known = 0;
  const masters = [Buffer.from(environment['STATE_SECRET'] ?? '', 'base64url')];
  const journal = ledger({ redis, vault: vault(masters), pepper: environment['OTP_PEPPER'] ?? '' });
  const read = async (): Promise<z.infer<typeof Books>> => {
    const books = Books.parse(await twice(async () => (await fetch(`${sandbox}/sandbox/books?limit=${NEWEST}`)).json()));
    const fresh = books.entries.slice(0, books.total - known);
    if (books.total - known > books.entries.length) throw new Error('the books have more entries than they show: judge sooner');
    known = books.total;
    for (const { ref, postings } of fresh) {
      const [kind, key = ''] = ref.split(/:(.*)/s);
      const sum = postings.reduce((all, { debit }) => all + debit, 0);
      if (TAKES.has(kind ?? '')) charges.set(key, (charges.get(key) ?? 0) + sum);
      if (kind === 'refund') charges.set(key, (charges.get(key) ?? 0) - sum);
      for (const { account, credit, debit } of postings) sums.set(account, (sums.get(account) ?? 0) + credit - debit);
    }
    return books;
  };
  const look = async (): Promise<Evidence> => {
    const books = await read();
    const orders: Entry[] = [];
    for await (const entry of ordersIn(redis, journal, { from: 0, to: Infinity, unreadable: () => undefined })) orders.push(entry);
    const drift = books.trial.filter(({ account, debit, credit }) => sums.get(account) !== credit - debit).map(({ account }) => account);
    const waiting = books.trial
      .filter(({ account, debit, credit }) => /^(gateway|transit):/.test(account) && debit !== credit)
      .map(({ account }) => account);
    return { orders, charges, balanced: books.balanced, drift, waiting };
  };
  return { look, readOn: async (): Promise<void> => void (await read()) };
}

/** Entries that take money, or lend it, for one order. */
const TAKES: ReadonlySet<string> = new Set(['top-up', 'payment', 'order-paid', 'advance', 'repayment']);

/** What the books must show for an order that is done: of an advance its fee too; what a scratch card is worth only the operator knows. */
function due({ operation: { kind, amount, details } }: Entry): number | undefined {
  if (kind === 'voucher') return undefined;
  return kind === 'advance' ? amount.minor + AdvanceDetails.parse(details).fee : amount.minor;
}

/** Every order is over, and whoever ordered it has read so. */
export const isQuiet = ({ orders, waiting, charges }: Evidence, customers: readonly Customer[]): boolean =>
  waiting.length === 0 && orders.every((order) => (isOver(order) && isTold(order, customers, orders)) || mayStillCome(order, charges));

/**
 * Nothing was taken, and nobody can know yet whether it will be; the customer was told by when. A PIN is kept nowhere, so it cannot be sent again: that it
 * never arrived is only certain when it no longer can. A page that nobody has a link to, because the gateway was cut while it made it, may be paid until it ends.
 */
const mayStillCome = (entry: Entry, charges: Charges): boolean =>
  !isOver(entry) && !charges.has(entry.operation.order) && isSlow(entry) && Date.now() - entry.operation.at < PACE.promise;
const OnPage = z.object({ means: z.object({ kind: z.literal('page') }) });
const isSlow = ({ operation: { kind, details } }: Entry): boolean => kind === 'voucher' || (kind === 'top-up' && OnPage.safeParse(details).success);

const isOver = ({ operation: { state } }: Entry): boolean => state === 'done' || state === 'refused';
const DONE = /^Listo|sí entró|sí se activó|^Recibimos tu pago/;
const NOT_DONE = /^No se hizo|no entró|no se activó|no se hizo|no se cobró|No cobré|precio cambió|ya estaba pagada|No se cobró nada/;
const amountOf = ({ operation: { amount } }: Entry): string => `Q${(amount.minor / 100).toFixed(2)}`;

/** By its reference; a no says the amount instead. */
function isTold(entry: Entry, customers: readonly Customer[], orders: readonly Entry[]): boolean {
  const { state, reference, kind } = entry.operation;
  if (kind === 'voucher' && state === 'refused') return entry.told || hasHeardOfPins(entry, customers, orders);
  return customers.some(({ heard }) =>
    heard.some((text) =>
      state === 'done' ? DONE.test(text) && text.includes(reference) : NOT_DONE.test(text) && (text.includes(amountOf(entry)) || entry.told),
    ),
  );
}

/** A no to a PIN has neither reference nor amount: who owns the line must have read as many as the line had. */
function hasHeardOfPins({ operation: { line } }: Entry, customers: readonly Customer[], orders: readonly Entry[]): boolean {
  const refused = orders.filter(({ operation: o }) => o.kind === 'voucher' && o.state === 'refused' && o.line === line);
  const heard = customers.filter((each) => line.endsWith(each.line.replace(/\D/g, ''))).flatMap((each) => each.heard);
  return heard.filter((text) => NOT_DONE.test(text) && text.includes('PIN')).length >= refused.length;
}

/** @param isLost the ledger was emptied on purpose: then only this is asked, that nobody was charged twice */
export function verdict({ orders, charges, balanced, drift, waiting }: Evidence, customers: readonly Customer[], isLost = false): string[] {
  const wrong: string[] = [];
  const byId = new Map(orders.map((entry) => [entry.operation.order, entry]));
  if (!balanced) wrong.push('the books do not balance');
  for (const account of drift) wrong.push(`the sum of ${account} is not the sum of its entries`);
  wrong.push(...chargedMoreThanAgreed(customers, charges));
  if (isLost) return wrong;
  for (const account of waiting) wrong.push(`taken, and neither used nor given back: ${account}, ${ownerOf(account, orders)}`);
  for (const [key, minor] of charges) {
    const entry = byId.get(key);
    if (minor !== 0 && entry === undefined) wrong.push(`charged without an order: ${key}`);
    if (minor !== 0 && entry !== undefined && (due(entry) ?? minor) !== minor) wrong.push(`another amount: ${entry.operation.reference}`);
  }
  for (const entry of orders) {
    const { order, reference, state } = entry.operation;
    const charged = charges.get(order) ?? 0;
    if (state === 'done' && charged === 0) wrong.push(`done and not charged: ${reference}`);
    if (state === 'refused' && charged !== 0) wrong.push(`refused and charged: ${reference}`);
    if (mayStillCome(entry, charges)) continue;
    if (!isOver(entry)) wrong.push(`still ${state}: ${reference} ${entry.operation.kind} ${amountOf(entry)}`);
    else if (!isTold(entry, customers, orders)) wrong.push(`never told: ${reference} ${state} ${amountOf(entry)}`);
    const lied = customers.some(({ heard }) => heard.some((text) => DONE.test(text) && text.includes(reference)));
    if (lied && state !== 'done') wrong.push(`told "listo" and ${state}: ${reference}`);
  }
  return wrong;
}

/** For whoever wonders how it came. The operator names a wallet's money in transit by its payment. */
function ownerOf(account: string, orders: readonly Entry[]): string {
  const isOf = ({ operation }: Entry): boolean => {
    const digest = createHash('sha256').update(paymentIdOf(operation.order)).digest('hex');
    return account === `transit:MM${digest.slice(0, 10).toUpperCase()}`;
  };
  const entry = orders.find(isOf);
  if (entry === undefined) return 'of no order in the ledger';
  const { reference, kind, state, outcome } = entry.operation;
  return `of ${reference} ${kind} ${state} ${JSON.stringify(outcome)} after ${entry.tries} tries${entry.told ? ', told' : ''}`;
}

/** By line and amount: charges that the books show, and yeses that customers gave. */
function chargedMoreThanAgreed(customers: readonly Customer[], charges: Charges): string[] {
  const agreed = new Map<number, number>();
  const all: Consent[] = customers.flatMap(({ consents }) => [...consents.values()]);
  for (const { minor } of all) agreed.set(minor, (agreed.get(minor) ?? 0) + 1);
  const taken = new Map<number, number>();
  for (const minor of charges.values()) if (minor !== 0) taken.set(minor, (taken.get(minor) ?? 0) + 1);
  return [...taken].filter(([minor, times]) => times > (agreed.get(minor) ?? 0)).map(([minor, times]) => `Q${minor / 100} was charged ${times} times, agreed to ${agreed.get(minor) ?? 0} times`); // prettier-ignore
}
