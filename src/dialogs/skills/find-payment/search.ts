import { z } from 'zod';
import { dayOf } from '../../../domain/dates';
import type { Country } from '../../../domain/countries';
import { fold } from '../../../domain/fold';
import { Operation, StoredAmount } from '../../../domain/spending';
import { isOnPage } from '../../../domain/spending/details';
import type { Receipt } from '../../../integrations/receipts/port';

/** Two payments of one amount so close together were perhaps meant to be one, in ms. */
const DOUBLE_MS = 15 * 60_000;
const DAY_MS = 86_400_000;
/** How long ago a payment is still the one that is meant when nothing is said of it. */
const RECENT_MS = 3 * DAY_MS;
/** What is longer was not printed for people: a name that machines give each other. */
const PAPER_LENGTH = 16;

export const Payment = z.object({
  ...{ id: z.string(), amount: StoredAmount, at: z.number(), place: z.string() },
  /** As it stands on paper, if it can be read from there. */
  reference: z.exactOptional(z.string()),
  ...{ what: z.enum(['top-up', 'invoice']), state: z.enum(['received', 'applied', 'reversed']) },
});
export type Payment = z.infer<typeof Payment>;

/** An order of this bot's own. */
export const Own = Operation.pick({ order: true, reference: true, kind: true, amount: true, state: true, at: true }).extend({
  /** It waits for its customer to pay on the gateway's page. */
  onPage: z.exactOptional(z.literal(true)),
});
export type Own = z.infer<typeof Own>;

/** What is kept of an order while it is looked for. */
export const ownOf = (operation: Operation): Own => ({
  ...Own.parse(operation),
  ...(isOnPage(operation.details) && { onPage: true as const }),
});

/** What the customer knows of the payment: minor units, a day as `2026-11-20`, and what the paper says. */
export const Clues = z.object({ minor: z.exactOptional(z.int()), day: z.exactOptional(z.string()), reference: z.exactOptional(z.string()) });
export type Clues = z.infer<typeof Clues>;
/** `arrival`: it is not seen; `double`: it was charged twice; `any`: nothing was said. */
export const About = z.enum(['arrival', 'double', 'any']);
export type About = z.infer<typeof About>;

/** A payment as it is told: one that was made in this chat has the reference that the chat gave it. */
export function paymentOf({ id, reference, amount, at, place, what, state }: Receipt, own: readonly Own[]): Payment {
  const mine = own.find(({ order }) => id.endsWith(order) || reference.endsWith(order));
  const paper = mine?.reference ?? (reference.length <= PAPER_LENGTH ? reference : undefined);
  return { id, amount: { ...amount }, at, place, what, state, ...(paper !== undefined && { reference: paper }) };
}

/** What can be told before anything is asked. */
export type Lead =
  /** An order of this chat that nobody knows the end of yet. */
  | { readonly kind: 'waits'; readonly own: Own }
  /** The money is with us and not yet where it belongs. */
  | { readonly kind: 'held'; readonly payment: Payment }
  | { readonly kind: 'double'; readonly first: Payment; readonly second: Payment }
  /** Probably this one, and it is where it belongs or was given back. */
  | { readonly kind: 'settled'; readonly payment: Payment; readonly isLast: boolean };

export interface Books {
  /** Newest first, both. */
  readonly payments: readonly Payment[];
  readonly own: readonly Own[];
}

/** What fits all that was said, the most urgent first. A reference alone is enough. Pure. */
export function leadIn({ payments, own }: Books, clues: Clues, about: About, now: number, country: Country): Lead | undefined {
  const { minor, day, reference } = clues;
  const fits = (each: { readonly amount: { readonly minor: number }; readonly at: number; readonly reference?: string }): boolean =>
    reference === undefined
      ? (minor === undefined || each.amount.minor === minor || each.amount.minor === 0) && (day === undefined || dayOf(each.at, country) === day)
      : each.reference !== undefined && plain(each.reference) === plain(reference);
  const waiting = own.filter((each) => PAYS.has(each.kind) && (each.state === 'sent' || each.state === 'unknown') && fits(each));
  const sent = waiting.find(({ onPage }) => onPage === undefined);
  if (sent) return { kind: 'waits', own: sent };
  const fitting = payments.filter(fits);
  const isOpen = Object.keys(clues).length === 0;
  const pair = about === 'double' || (about === 'any' && isOpen) ? pairIn(fitting, about === 'double' ? Infinity : RECENT_MS, now) : undefined;
  if (pair && about === 'double') return pair;
  const held = fitting.find(({ state }) => state === 'received');
  if (held) return { kind: 'held', payment: held };
  const [unpaid] = waiting; // perhaps nobody paid there: what is known to be paid comes first
  if (unpaid) return { kind: 'waits', own: unpaid };
  if (pair) return pair;
  const [payment] = fitting;
  return payment && (!isOpen || now - payment.at < RECENT_MS) ? { kind: 'settled', payment, isLast: payment === payments[0] } : undefined;
}
/** Orders that take money for something that arrives. */
const PAYS: ReadonlySet<string> = new Set(['top-up', 'voucher', 'pack', 'repay', 'subscribe', 'invoice']);

function pairIn(payments: readonly Payment[], withinMs: number, now: number): Extract<Lead, { kind: 'double' }> | undefined {
  const taken = payments.filter(({ at, state }) => now - at < withinMs && state !== 'reversed');
  for (const [index, second] of taken.entries()) {
    const first = taken.slice(index + 1).find((each) => each.amount.minor === second.amount.minor && each.what === second.what);
    if (first && second.at - first.at <= DOUBLE_MS) return { kind: 'double', first, second };
  }
  return undefined;
}

/** The payment that fits all that is known: a reference alone is enough; an amount may be a day off, because nobody remembers midnight. */
export function search(payments: readonly Payment[], { minor, day, reference }: Clues, country: Country): Payment | undefined {
  const named = reference === undefined ? undefined : payments.find((each) => each.reference && plain(each.reference) === plain(reference));
  if (named) return named;
  const near = (at: number): boolean => day === undefined || [-DAY_MS, 0, DAY_MS].some((shift) => dayOf(at + shift, country) === day);
  const fitting = payments.filter(({ amount, at }) => (minor === undefined || amount.minor === minor) && near(at));
  const exact = fitting.find(({ at }) => dayOf(at, country) === day);
  return minor === undefined && day === undefined ? undefined : (exact ?? (minor === undefined ? undefined : fitting[0]));
}

/** "pv 55120" and "PV-55120" are the same paper. */
const plain = (reference: string): string => fold(reference).replace(/[^a-z\d]/g, '');

const DOUBLE = /\b(?:doble|dos veces|2 veces|duplicad[oa]|repetid[oa]|double|twice|duplicate)\b/;
/** What a sentence that begins a search is about. */
export const aboutIn = (text: string | undefined): About => (text === undefined ? 'any' : DOUBLE.test(fold(text)) ? 'double' : 'arrival');
