import { z } from 'zod';
import type { Message } from '../../domain/message';
import type { Money } from '../../domain/money';
import type { Limit, Operation, Order, Spent } from '../../domain/spending';

/** What the customer agreed to: the order, and the words it was shown with. Times in epoch ms. */
export const Agreed = z.object({ order: z.string(), words: z.string(), shownAt: z.number() });
export type Agreed = z.infer<typeof Agreed>;

/** The ledger, as a turn sees it. */
export interface LedgerDesk {
  readonly spend: (order: Order) => Promise<Spent>;
  /** Newest first. */
  readonly operations: (line: string, most: number) => Promise<readonly Operation[]>;
  readonly operation: (line: string, order: string) => Promise<Operation | undefined>;
  /** How a reply names the order whose end it tells. */
  readonly nameOf: (line: string, order: string) => string;
}

/** What is spent, as a skill says it. */
export interface Spend {
  readonly kind: string;
  readonly amount: Money;
  readonly details: unknown;
  /** Never kept; see `domain/spending`. */
  readonly secret?: string;
  readonly limits?: readonly Limit[];
}

/** Money, as a step sees it that only reads. */
export type MoneyView = Pick<MoneyDesk, 'operations' | 'proposed'>;

/** Money, as a skill moves it. */
export interface MoneyDesk {
  /**
   * Sends what was agreed to, once. `done` and `refused` are to be told now; `unknown` is told with "do not repeat it", and its end comes by
   * itself in the words of `settles`. @throws while the ledger is away: then nothing was sent
   */
  readonly spend: (agreed: Agreed, what: Spend) => Promise<Spent>;
  /** The last operations of the line that the flow speaks of, newest first. */
  readonly operations: (most: number) => Promise<readonly Operation[]>;
  /** The order that the open consent was shown for: if the ledger knows it already, this turn was run before. */
  readonly proposed?: string;
  /** Says how an order ended: the ledger learns that the customer was told. */
  readonly tell: (operation: Operation, message: Message) => void;
}
