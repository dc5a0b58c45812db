import { z } from 'zod';
import { CURRENCIES, type Money } from '../money';
import { FORMS, LANGUAGES } from '../texts';
import type { SpendKey } from './key';

export type { SpendKey } from './key';

/** What became of an order. `facts` are for the receipt: short values by stable names, never a card or an account in full. */
export const Settled = z.discriminatedUnion('status', [
  z.object({ status: z.literal('done'), facts: z.record(z.string(), z.union([z.string(), z.number()])) }),
  /** The other side said no, or it certainly never heard: nothing was charged. `reason` is a stable word. */
  z.object({ status: z.literal('refused'), reason: z.string(), facts: z.exactOptional(z.record(z.string(), z.union([z.string(), z.number()]))) }),
]);
export type Settled = z.infer<typeof Settled>;

/** The other side knows of the order, and has not decided yet. */
export const PENDING = { status: 'pending' } as const;
/** `page`: the customer must still pay there, until `validUntil` (epoch ms). */
export type Pending = typeof PENDING & { readonly page?: HostedPage };
export interface HostedPage {
  readonly url: string;
  readonly validUntil: number;
}
/** The other side does not know the order. While the first request may still arrive, that is no refusal. */
export const ABSENT = { status: 'absent' } as const;

/** One way of moving money, as the ledger drives it. `D` is all that the request needs; it is kept, sealed, with the order. */
export interface SpendKind<D = unknown> {
  /** A stable word: `top-up`, `pack`. */
  readonly kind: string;
  readonly details: z.ZodType<D>;
  /**
   * How a doubt is settled. `keyed`: the same key may be posted again, and answers as the first time. `queryable`: it is looked up by the key.
   * `neither`: it is sent once and never again, and a doubt ends with a person.
   */
  readonly label: 'keyed' | 'queryable' | 'neither';
  /** Until when after sending the request may still be under way, in ms: longer than the client's own deadline. */
  readonly deadlineMs: number;
  /** How much longer than usual its end may take, because somebody has to do something first, ms: a link that is paid tomorrow. */
  readonly waitsMs?: (details: D) => number;
  /** Sends it. `secret` is there the first time only. @throws BackendFailure when nobody knows what became of it */
  readonly send: (key: SpendKey, details: D, order: Sent) => Promise<Settled | Pending>;
  /** Looks it up; a `queryable` kind has it. @throws BackendFailure when it could not be asked */
  readonly find?: (key: SpendKey, details: D, order: Sent) => Promise<Settled | typeof PENDING | typeof ABSENT>;
}
/** The rest of an order, for whoever sends it. */
export interface Sent {
  /** Whose order it is, E.164 without `+`. */
  readonly line: string;
  readonly amount: Money;
  /** When it was opened in the ledger, epoch ms. */
  readonly at?: number;
  /** Nothing of this order was sent before: a no is a no to all of it. Otherwise only a no with a reason of its own is one. */
  readonly first?: true;
  /** What is never kept: a voucher's PIN. A kind that needs it must be `queryable`. */
  readonly secret?: string;
}

/** At most so much a day for one line, counted when the order is sent. An order that is refused is not counted. */
export interface Limit {
  /** A stable word: `top-up-other`. */
  readonly name: string;
  /** Orders a day. */
  readonly count?: number;
  /** Minor units a day. */
  readonly minor?: number;
}

/** Who is told of the end, and how, though their session may be over by then. A language or form of a newer release costs no order. */
export const Teller = z.object({
  ...{ conversation: z.string(), skill: z.string() },
  ...{ language: z.enum(LANGUAGES).catch('es'), form: z.enum(FORMS).catch('usted') },
});
export type Teller = z.infer<typeof Teller>;

export const StoredAmount = z.object({ minor: z.int(), currency: z.enum(CURRENCIES) });

/** What the customer agreed to, kept with the order as evidence. Times in epoch ms. */
export const Evidence = z.object({ words: z.string(), shownAt: z.number(), agreedAt: z.number(), release: z.string() });
export type Evidence = z.infer<typeof Evidence>;

/** An order as it is sent: what is moved, for which line, and how it is asked for. */
export interface Order {
  /** Made for the consent that was shown, the same at every run. */
  readonly id: string;
  readonly kind: string;
  /** The line whose customer agreed, E.164 without `+`: its ledger, its limits. */
  readonly line: string;
  readonly amount: Money;
  readonly details: unknown;
  /** Given to the first sending, and kept nowhere. */
  readonly secret?: string;
  readonly limits: readonly Limit[];
  /** Day by the country's clock, `2026-11-20`: what limits are counted by. */
  readonly day: string;
  readonly teller: Teller;
  readonly evidence: Evidence;
  /** This may not be the first try: the turn runs again. What can be looked up is looked up before it is sent. */
  readonly again: boolean;
}

/** `sent`: its answer is awaited, or was lost. `unknown`: it is being settled. */
export const STATES = ['sent', 'unknown', 'done', 'refused'] as const;

/** What the ledger knows of an order. Times in epoch ms. */
export const Operation = z.object({
  order: z.string(),
  reference: z.string(),
  kind: z.string(),
  line: z.string(),
  amount: StoredAmount,
  details: z.unknown(),
  state: z.enum(STATES),
  outcome: z.exactOptional(Settled),
  at: z.number(),
  settledAt: z.exactOptional(z.number()),
  teller: Teller,
  evidence: Evidence,
});
export type Operation = z.infer<typeof Operation>;

/** What came of spending. `unknown`: the end is told by itself, by `until` at the latest; with a `page`, after the customer paid there. `limit`: nothing was sent. */
export type Spent =
  | { readonly status: 'done' | 'refused'; readonly operation: Operation; readonly outcome: Settled }
  | { readonly status: 'unknown'; readonly operation: Operation; readonly until: number; readonly page?: HostedPage }
  | { readonly status: 'limit'; readonly limit: Limit };
