import type { ABSENT, PENDING, Sent, Settled, SpendKind } from '../domain/spending';
import type { Book, BookRow, Witness } from '../domain/spending/book';
import type { Entry, Ledger } from './ledger';

/** What two books say differently about one order. `what` is a stable word. */
export interface Difference {
  readonly what: 'missing-there' | 'missing-here' | 'other-amount' | 'other-state' | 'unsettled' | 'untold' | 'unreadable' | 'not-asked';
  /** Whose book differs from the ledger: `backend`, `gateway`, `wallet`; `ledger` when it says something about itself. */
  readonly book: string;
  /** The order's id; its reference where the ledger knows it. */
  readonly order: string;
  readonly reference?: string;
  readonly kind?: string;
  /** What each of them says: `done`, `refused`, an amount in minor units. */
  readonly here?: string;
  readonly there?: string;
}

/** How the sums of a period compare, and each difference. */
export interface Reconciliation {
  readonly orders: number;
  /** Rows of each book that were made for an order of ours. */
  readonly rows: Readonly<Record<string, number>>;
  readonly differences: readonly Difference[];
}

/** An end that is not told within so long of being known is a difference, ms. */
const UNTOLD_MS = 2 * 60_000;
/** An order that is not settled within so long is one, ms. */
const UNSETTLED_MS = 5 * 60_000;
/** Nobody has paid it yet, and need not, ms. */
const UNPAID_MS = 30 * 60_000;
/** Clocks differ, and the other side writes later: a row this near to the end of the period may still find its order, ms. */
const SLACK_MS = 60_000;

export interface ReconcileParts {
  /** All that the ledger has: a link that was made before the period may be paid within it. */
  readonly orders: AsyncIterable<Entry>;
  readonly unreadable: () => readonly string[];
  readonly ledger: Pick<Ledger, 'keyOf'>;
  readonly kinds: readonly SpendKind[];
  readonly books: readonly Book[];
  /** Asked about each order that concerns them, by its key. */
  readonly witnesses?: readonly Witness[];
  readonly period: { readonly from: number; readonly to: number };
  readonly now: number;
}

/**
 * Compares the ledger with what everybody else wrote down, order by order and row by row. Changes nothing.
 * @throws BackendFailure when a book cannot be read at all: half a comparison would be a lie
 */
export async function reconcile(parts: ReconcileParts): Promise<Reconciliation> {
  const { books, period, witnesses = [] } = parts;
  const asked = new Map(witnesses.map(({ name }) => [name, 0]));
  const rows = await Promise.all(books.map(async (book) => ({ book, rows: await book.rows(period.from - SLACK_MS) })));
  const known = new Set<string>();
  const differences: Difference[] = [];
  let orders = 0;
  for await (const entry of parts.orders) {
    known.add(entry.operation.order);
    if (entry.operation.at < period.from || entry.operation.at > period.to) continue;
    orders++;
    differences.push(...ofLedger(entry, parts.now), ...(await ofDoubt(entry, parts)), ...(await ofOtherSide(entry, parts)));
    for (const each of rows) differences.push(...ofBook(entry, each));
    for (const witness of witnesses) {
      const heard = await ofWitness(entry, witness, parts);
      asked.set(witness.name, (asked.get(witness.name) ?? 0) + heard.rows);
      differences.push(...heard.differences);
    }
  }
  differences.push(...strangers(rows, known, parts));
  const counted = Object.fromEntries([...rows.map(({ book, rows: own }) => [book.name, own.length] as const), ...asked]);
  return { orders, rows: counted, differences };
}

/** Orders that nobody can open, and rows for keys of ours that the ledger does not know. */
function strangers(
  rows: readonly { readonly book: Book; readonly rows: readonly BookRow[] }[],
  known: ReadonlySet<string>,
  { unreadable, period }: Pick<ReconcileParts, 'unreadable' | 'period'>,
): Difference[] {
  const sealed = unreadable().map((member) => member.split(':').at(-1) ?? member);
  const isOurs = ({ key, state, at }: BookRow): boolean =>
    !known.has(key) && !sealed.includes(key) && state !== 'refused' && at >= period.from + SLACK_MS && at <= period.to - SLACK_MS;
  return [
    ...sealed.map((order): Difference => ({ what: 'unreadable', book: 'ledger', order })),
    ...rows.flatMap(({ book, rows: own }) =>
      own.filter(isOurs).map((row): Difference => ({
        ...{ what: 'missing-here', book: book.name, order: row.key, there: `${row.list} ${row.state}${amountIn(row)}` },
      })),
    ),
  ];
}

const amountIn = ({ amount }: BookRow): string => (amount ? ` ${amount.minor} ${amount.currency}` : '');
const named = ({ operation: { order, reference, kind } }: Entry) => ({ order, reference, kind });

function ofLedger(entry: Entry, now: number): Difference[] {
  const { state, at, settledAt } = entry.operation;
  if (isOpen(entry)) return [];
  const isLate = !entry.said && !entry.told && now - (settledAt ?? at) > UNTOLD_MS;
  return isLate ? [{ what: 'untold', book: 'ledger', ...named(entry), here: state }] : [];
}

const isOpen = ({ operation: { state } }: Entry): boolean => state === 'sent' || state === 'unknown';

/** In doubt for longer than it should be. Somebody who has a link, or a question on the phone, has more time. */
async function ofDoubt(entry: Entry, { kinds, ledger, witnesses = [], now }: ReconcileParts): Promise<Difference[]> {
  const { state, at, kind: name, details } = entry.operation;
  if (!isOpen(entry) || now - at <= UNSETTLED_MS) return [];
  const witness = witnesses.find((each) => each.concerns(entry.operation));
  const row = await witness?.row(ledger.keyOf(entry)).catch(() => undefined);
  const kind = kinds.find((each) => each.kind === name);
  const wait = row?.state === 'pending' ? UNPAID_MS + (kind?.waitsMs?.(kind.details.parse(details)) ?? 0) : UNSETTLED_MS;
  return now - at > wait ? [{ what: 'unsettled', book: 'ledger', ...named(entry), here: state }] : [];
}

/** Asks for one order by its key, where that can be done. */
async function ofOtherSide(entry: Entry, { kinds, ledger, witnesses = [] }: ReconcileParts): Promise<Difference[]> {
  const { state, kind: name, line, amount, details, at } = entry.operation;
  const kind = kinds.find((each) => each.kind === name);
  if (state !== 'done' && state !== 'refused') return [];
  const book = 'backend';
  if (kind?.find === undefined) return [];
  const sent: Sent = { line, amount, at };
  const found = await kind.find(ledger.keyOf(entry), kind.details.parse(details), sent).catch((error: unknown) => String(error));
  if (typeof found === 'string') return [{ what: 'not-asked', book, ...named(entry), there: found }];
  const there = wordOf(found);
  if (there === state || (state === 'refused' && there === 'absent')) return [];
  // Paid, and it bought nothing: whether it went back, only who was paid can say.
  if (state === 'refused' && there === 'pending' && witnesses.some((witness) => witness.concerns(entry.operation))) return [];
  return [{ what: there === 'absent' ? 'missing-there' : 'other-state', book, ...named(entry), here: state, there }];
}
const wordOf = (found: Settled | typeof PENDING | typeof ABSENT): string => found.status;

/** What a gateway or a wallet says of an order that was to be paid there, and that is over. */
async function ofWitness(
  entry: Entry,
  witness: Witness,
  { ledger }: Pick<ReconcileParts, 'ledger'>,
): Promise<{ readonly rows: number; readonly differences: readonly Difference[] }> {
  const { order, state, kind, at } = entry.operation;
  if ((state !== 'done' && state !== 'refused') || !witness.concerns(entry.operation)) return { rows: 0, differences: [] };
  const found = await witness.row(ledger.keyOf(entry)).catch((error: unknown) => String(error));
  if (typeof found === 'string') return { rows: 0, differences: [{ what: 'not-asked', book: witness.name, ...named(entry), there: found }] };
  const rows = found === undefined ? [] : [{ ...found, key: order, at }];
  return { rows: rows.length, differences: ofBook(entry, { book: { name: witness.name, kinds: [kind] }, rows }) };
}

/** Everything that a book says about one order must be what was agreed to; a payment may have been given back. */
function ofBook(entry: Entry, { book, rows }: { readonly book: Pick<Book, 'name' | 'kinds'>; readonly rows: readonly BookRow[] }): Difference[] {
  const { order, state, amount, kind } = entry.operation;
  const own = rows.filter(({ key }) => key === order);
  const moved = own.filter((row) => row.state === 'done');
  const other = moved.filter(
    (row) => kind !== 'voucher' && row.amount && (row.amount.minor !== amount.minor || row.amount.currency !== amount.currency),
  );
  const differences = other.map((row): Difference => ({
    ...{ what: 'other-amount', book: book.name, ...named(entry), here: `${amount.minor} ${amount.currency}`, there: `${row.list}${amountIn(row)}` },
  }));
  if (state === 'done' && book.kinds.includes(kind) && moved.length === 0)
    differences.push({ what: 'missing-there', book: book.name, ...named(entry), here: state });
  if (state === 'refused' && moved.length > 0)
    differences.push({
      what: 'other-state',
      book: book.name,
      ...named(entry),
      here: state,
      there: moved.map(({ list }) => `${list} done`).join(', '),
    });
  return differences;
}
