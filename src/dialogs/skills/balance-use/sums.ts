import { z } from 'zod';
import type { Currency, Money } from '../../../domain/money';
import { StoredAmount } from '../../../domain/spending';
import type { Movement } from '../../../integrations/movements/port';

/** Movements of one kind and name, added up. `amount` is negative: it left the balance. */
export const Sum = z.object({
  ...{ key: z.string(), kind: z.string(), name: z.string(), amount: StoredAmount, count: z.int(), last: z.number() },
  /** Charged every day, by a product that can be cancelled. */
  ...{ daily: z.boolean(), product: z.string().optional(), other: z.string().optional() },
});
export type Sum = z.infer<typeof Sum>;

/** What left the balance, by what it was for, the largest first; and all of it together. Pure. */
export function inSums(movements: readonly Movement[], currency: Currency): { readonly sums: Sum[]; readonly spent: Sum['amount'] } {
  const byKey = new Map<string, Sum>();
  for (const { kind, name, amount, at, product, other } of movements) {
    if (amount.minor >= 0) continue;
    const key = [kind, name, other ?? ''].join('|');
    const before = byKey.get(key);
    const minor = (before?.amount.minor ?? 0) + amount.minor;
    const count = (before?.count ?? 0) + 1;
    const last = Math.max(before?.last ?? 0, at);
    const daily = kind === 'subscription' && count > 1;
    byKey.set(key, { key, kind, name, amount: { minor, currency: amount.currency }, count, last, daily, product, other });
  }
  const sums = [...byKey.values()].sort((a, b) => a.amount.minor - b.amount.minor);
  return { sums, spent: { minor: sums.reduce((all, { amount }) => all + amount.minor, 0), currency } };
}

/** What is told first: `each` by its name, all calls, messages and data outside of packs as one, and the rest as one figure. */
export interface Digest {
  readonly each: readonly Sum[];
  readonly used?: { readonly amount: Money; readonly kinds: readonly Used[] };
  readonly rest?: { readonly amount: Money; readonly count: number };
}
const USED = ['calls', 'data', 'sms'] as const;
export type Used = (typeof USED)[number];
const isUsage = ({ kind }: Sum): boolean => USED.some((used) => used === kind);
/** What a balance goes to: of each, the largest is told, however small. */
const FAMILIES = ['pack', 'transfer', 'subscription', 'recovery'] as const;

/** The largest sums, at most `most` of them, and among them one of every family. Nothing is left out of the figures. Pure. */
export function digestOf(sums: readonly Sum[], most: number): Digest {
  const named = sums.filter((sum) => !isUsage(sum));
  const usage = sums.filter(isUsage);
  const firsts = FAMILIES.flatMap((kind) => named.find((sum) => sum.kind === kind) ?? []);
  const chosen = new Set([...new Set([...firsts, ...named])].slice(0, most));
  const rest = named.filter((sum) => !chosen.has(sum));
  return {
    each: named.filter((sum) => chosen.has(sum)),
    ...(usage.length > 0 && { used: { amount: total(usage), kinds: USED.filter((used) => usage.some(({ kind }) => kind === used)) } }),
    ...(rest.length > 0 && { rest: { amount: total(rest), count: rest.length } }),
  };
}

const total = (sums: readonly Sum[]): Money => ({
  minor: sums.reduce((all, { amount }) => all + amount.minor, 0),
  currency: sums[0]?.amount.currency ?? 'GTQ',
});
