import { z } from 'zod';
import { dayOf } from '../../../domain/dates';
import type { Country } from '../../../domain/countries';
import { fold } from '../../../domain/fold';
import { StoredAmount } from '../../../domain/spending';

/** Two payments of one amount so close together were perhaps meant to be one, in ms. */
const DOUBLE_MS = 15 * 60_000;
const DAY_MS = 86_400_000;
/** How long ago a double payment is still brought up unasked. */
const RECENT_MS = 3 * DAY_MS;

export const Payment = z.object({
  ...{ id: z.string(), reference: z.string(), amount: StoredAmount, at: z.number(), place: z.string() },
  ...{ what: z.enum(['top-up', 'invoice']), state: z.enum(['received', 'applied', 'reversed']), settledAt: z.exactOptional(z.number()) },
});
export type Payment = z.infer<typeof Payment>;

/** What needs no question: money that is with us and not yet where it belongs, or two payments that look like one. */
export type Obvious =
  { readonly kind: 'held'; readonly payment: Payment } | { readonly kind: 'double'; readonly first: Payment; readonly second: Payment };

export function obvious(payments: readonly Payment[], now: number): Obvious | undefined {
  const held = payments.find(({ state }) => state === 'received');
  if (held) return { kind: 'held', payment: held };
  const recent = payments.filter(({ at, state }) => now - at < RECENT_MS && state === 'applied').toSorted((a, b) => a.at - b.at);
  for (const [index, second] of recent.entries()) {
    const first = recent[index - 1];
    if (first && first.amount.minor === second.amount.minor && second.at - first.at <= DOUBLE_MS) return { kind: 'double', first, second };
  }
  return undefined;
}

/** What the customer knows of the payment. `day` as `2026-11-20`. */
export interface Clues {
  readonly minor?: number | undefined;
  readonly day?: string | undefined;
  readonly reference?: string | undefined;
}

/** The payment that fits all that is known: a reference alone is enough; an amount may be a day off, because nobody remembers midnight. */
export function search(payments: readonly Payment[], { minor, day, reference }: Clues, country: Country): Payment | undefined {
  const wanted = reference === undefined ? undefined : plain(reference);
  const named = wanted === undefined ? undefined : payments.find((each) => plain(each.reference) === wanted);
  if (named) return named;
  const near = (at: number): boolean => day === undefined || [-DAY_MS, 0, DAY_MS].some((shift) => dayOf(at + shift, country) === day);
  const fitting = payments.filter(({ amount, at }) => (minor === undefined || amount.minor === minor) && near(at));
  const exact = fitting.find(({ at }) => dayOf(at, country) === day);
  return minor === undefined && day === undefined ? undefined : (exact ?? fitting[0]);
}

/** "pv 55120" and "PV-55120" are the same paper. */
const plain = (reference: string): string => fold(reference).replace(/[^a-z\d]/g, '');
