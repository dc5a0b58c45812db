import { z } from 'zod';
import type { Currency } from '../../../domain/money';
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
