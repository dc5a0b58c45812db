import { fold } from '../fold';
import { money, type Currency, type Money } from '../money';
import type { BillLine, LineKind } from './line';

/**
 * Why two bills differ, as far as one item of them goes. `price`: the same costs more or less; `plan`: another plan in its place; `ended` and
 * `promotion-ended`: not charged, not given any more; `new`: every month from now on; `exchange`: the same in a foreign currency, at another
 * rate; `rest`: what no line of the two bills says.
 */
export type CauseKind = 'price' | 'plan' | 'new' | 'ended' | 'promotion-ended' | 'exchange' | 'rest' | Exclude<LineKind, 'recurring'>;

export interface Cause {
  readonly kind: CauseKind;
  /** The operator's words: of the new bill, or of the old one where it is no longer there. Empty for `rest`. */
  readonly name: string;
  /** The operator's words on the bill before, where they were others. */
  readonly before?: string;
  /** Positive: the bill rose by it. Never zero. */
  readonly amount: Money;
}

export interface BillLines {
  /** What the bill says it is, whatever its lines add up to. */
  readonly total: Money;
  readonly lines: readonly BillLine[];
}

export interface Change {
  readonly from: Money;
  readonly to: Money;
  /** `to` less `from`; the causes add up to it exactly. */
  readonly difference: Money;
  /** The largest first. */
  readonly causes: readonly Cause[];
}

/** One item of a bill: a line, or several of one name. */
interface Item {
  readonly name: string;
  readonly kind: LineKind;
  readonly minor: number;
}

/**
 * Compares two bills item by item. Nothing is hidden: what the lines do not explain is a cause of its own. Undefined for bills in two currencies.
 */
export function changeOf(before: BillLines, after: BillLines): Change | undefined {
  const { currency } = after.total;
  const lines = [...before.lines, ...after.lines];
  if (before.total.currency !== currency || lines.some(({ amount }) => amount.currency !== currency)) return undefined;
  const difference = after.total.minor - before.total.minor;
  const found = causesOf(before.lines, after.lines, currency);
  const rest = difference - found.reduce((sum, { amount }) => sum + amount.minor, 0);
  const causes = rest === 0 ? found : [...found, { kind: 'rest' as const, name: '', amount: money(rest, currency) }];
  const size = ({ amount }: Cause): number => Math.abs(amount.minor);
  return { from: before.total, to: after.total, difference: money(difference, currency), causes: causes.toSorted((a, b) => size(b) - size(a)) };
}

function causesOf(before: readonly BillLine[], after: readonly BillLine[], currency: Currency): Cause[] {
  const [old, now] = [itemsOf(before), itemsOf(after)];
  const changed = [...now].flatMap(([key, item]) => {
    const was = old.get(key);
    old.delete(key);
    const minor = item.minor - (was?.minor ?? 0);
    if (minor === 0) return [];
    const isRenamed = was !== undefined && was.name !== item.name;
    const cause = { kind: was ? kindOfChange(was, item) : kindOfNew(item), name: item.name, amount: money(minor, currency) };
    return [{ ...cause, ...(isRenamed && { before: was.name }) }];
  });
  const gone = [...old.values()].filter(({ minor }) => minor !== 0);
  return [...changed, ...gone.map((item) => ({ kind: kindOfGone(item), name: item.name, amount: money(-item.minor, currency) }))];
}

function itemsOf(lines: readonly BillLine[]): Map<string, Item> {
  const items = new Map<string, Item>();
  for (const line of lines) {
    const key = keyOf(line);
    const known = items.get(key);
    items.set(key, { name: line.name, kind: line.kind, minor: line.amount.minor + (known?.minor ?? 0) });
  }
  return items;
}

/** What makes two lines one item: the product it is of, else its name without what changes from month to month. */
function keyOf({ item, name, kind }: BillLine): string {
  return item === undefined ? `${kind} ${stemOf(name)}` : `${kind} #${item}`;
}

/** "Internet 60 Mbps: US$29.90 × L 26.2000" and "Plan 20 GB" without figures, and without what stands behind a colon or in brackets. */
const stemOf = (name: string): string =>
  fold(name.replace(/:.*$|\([^)]*\)/g, ''))
    .replace(/\d[\d.,]*/g, '')
    .replace(/\s+/g, ' ')
    .trim();

/** "US$29.90 × L 26.5500": a price in one currency and its rate. */
const RATED = /([^\s:]{1,4}\$?)\s?([\d.,]+)\s*[×x*]\s*\S+\s?([\d.,]+)/;

/** The price and the rate that a line names, as printed. */
export function rateIn(name: string): { readonly price: string; readonly rate: string } | undefined {
  const [, sign = '', price = '', rate = ''] = RATED.exec(name) ?? [];
  return /\$|usd|eur/i.test(sign) && rate !== '' ? { price: sign + price, rate } : undefined;
}

function kindOfChange(was: Item, now: Item): CauseKind {
  const [before, after] = [rateIn(was.name), rateIn(now.name)];
  if (before && after && before.price === after.price && before.rate !== after.rate) return 'exchange';
  if (now.kind === 'recurring') return stemName(was) === stemName(now) ? 'price' : 'plan';
  return now.kind;
}
/** What a plan is called, figures and all: another figure is another plan. */
const stemName = ({ name }: Item): string => fold(name.replace(/:.*$|\([^)]*\)/g, '')).trim();

const kindOfNew = ({ kind }: Item): CauseKind => (kind === 'recurring' ? 'new' : kind);

/** A tax, or a fee of once, that is gone stays what it is: it is told with its sign. */
function kindOfGone({ kind }: Item): CauseKind {
  if (kind === 'discount') return 'promotion-ended';
  return kind === 'tax' ? 'tax' : 'ended';
}
