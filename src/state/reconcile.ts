import type { ABSENT, PENDING, Sent, Settled, SpendKind } from '../domain/spending';
import type { Book, BookRow } from '../domain/spending/book';
import type { Entry, Ledger } from './ledger';

/** What two books say differently about one order. `what` is a stable word. */
export interface Difference {
  readonly what: 'missing-there' | 'missing-here' | 'other-amount' | 'other-state' | 'unsettled' | 'untold' | 'unreadable' | 'not-asked';
  /** Whose book differs from the ledger: `backend`; `ledger` when it says something about itself. */
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
/** Clocks differ, and the other side writes later: a row this near to the end of the period may still find its order, ms. */
const SLACK_MS = 60_000;

export interface ReconcileParts {
  readonly orders: AsyncIterable<Entry>;
  readonly unreadable: () => readonly string[];
  readonly ledger: Pick<Ledger, 'keyOf'>;
  readonly kinds: readonly SpendKind[];
  readonly books: readonly Book[];
  readonly period: { readonly from: number; readonly to: number };
  readonly now: number;
}

/**
 * Compares the ledger with what everybody else wrote down, order by order and row by row. Changes nothing.
 * @throws BackendFailure when a book cannot be read at all: half a comparison would be a lie
 */
export async function reconcile(parts: ReconcileParts): Promise<Reconciliation> {
  const { books, period } = parts;
  const rows = await Promise.all(books.map(async (book) => ({ book, rows: await book.rows(period.from - SLACK_MS, period.to + SLACK_MS) })));
  const known = new Set<string>();
  const differences: Difference[] = [];
  for await (const entry of parts.orders) {
    known.add(entry.operation.order);
    differences.push(...ofLedger(entry, parts.now), ...(await ofOtherSide(entry, parts)));
    for (const each of rows) differences.push(...ofBook(entry, each));
  }
  for (const order of parts.unreadable()) differences.push({ what: 'unreadable', book: 'ledger', order: order.split(':').at(-1) ?? order });
  const unreadable = new Set(parts.unreadable().map((member) => member.split(':').at(-1)));
  for (const { book, rows: own } of rows) {
    for (const row of own) {
      const isInside = row.at >= period.from + SLACK_MS && row.at <= period.to - SLACK_MS;
      if (known.has(row.key) || unreadable.has(row.key) || row.state === 'refused' || !isInside) continue;
      differences.push({ what: 'missing-here', book: book.name, order: row.key, there: `${row.list} ${row.state}${amountIn(row)}` });
    }
  }
  return { orders: known.size, rows: Object.fromEntries(rows.map(({ book, rows: own }) => [book.name, own.length])), differences };
}

const amountIn = ({ amount }: BookRow): string => (amount ? ` ${amount.minor} ${amount.currency}` : '');
const named = ({ operation: { order, reference, kind } }: Entry) => ({ order, reference, kind });

function ofLedger(entry: Entry, now: number): Difference[] {
  const { state, at, settledAt } = entry.operation;
  const isOpen = state === 'sent' || state === 'unknown';
  if (isOpen) return now - at > UNSETTLED_MS ? [{ what: 'unsettled', book: 'ledger', ...named(entry), here: state }] : [];
  const isLate = !entry.said && !entry.told && now - (settledAt ?? at) > UNTOLD_MS;
  return isLate ? [{ what: 'untold', book: 'ledger', ...named(entry), here: state }] : [];
}

/** Asks for one order by its key, where that can be done. */
async function ofOtherSide(entry: Entry, { kinds, ledger }: ReconcileParts): Promise<Difference[]> {
  const { state, kind: name, line, amount, details } = entry.operation;
  const kind = kinds.find((each) => each.kind === name);
  if (state !== 'done' && state !== 'refused') return [];
  const book = 'backend';
  if (kind?.find === undefined) return [];
  const sent: Sent = { line, amount };
  const found = await kind.find(ledger.keyOf(entry), kind.details.parse(details), sent).catch((error: unknown) => String(error));
  if (typeof found === 'string') return [{ what: 'not-asked', book, ...named(entry), there: found }];
  const there = wordOf(found);
  if (there === state || (state === 'refused' && there === 'absent')) return [];
  return [{ what: there === 'absent' ? 'missing-there' : 'other-state', book, ...named(entry), here: state, there }];
}
const wordOf = (found: Settled | typeof PENDING | typeof ABSENT): string => found.status;

/** Everything that a book says about one order must be what was agreed to; a payment may have been given back. */
function ofBook(entry: Entry, { book, rows }: { readonly book: Book; readonly rows: readonly BookRow[] }): Difference[] {
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
