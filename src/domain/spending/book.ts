import type { Money } from '../money';
import type { Operation } from '.';
import type { SpendKey } from './key';

/** One row in somebody else's book, made for an order of ours. */
export interface BookRow {
  /** The order's id, as the other side was given it. */
  readonly key: string;
  /** Which of its lists it stands in: `top-up`, `payment`, `order`. */
  readonly list: string;
  /** What was given back is `refused`: nothing is left of it. */
  readonly state: 'done' | 'refused' | 'pending';
  /** What was taken or credited; absent where the list does not say. */
  readonly amount?: Money;
  /** Epoch ms by the other side's clock. */
  readonly at: number;
}

/** What another party wrote down about our orders: the backend. */
export interface Book {
  /** How differences name it. */
  readonly name: string;
  /** Kinds of orders that leave a row here when they are done. */
  readonly kinds: readonly string[];
  /** Every row that was made for an order of ours since `from` (epoch ms), until now: what was ordered may be done later. @throws BackendFailure */
  rows(from: number): Promise<readonly BookRow[]>;
}

/** Another party whose book cannot be listed, only asked about one order: a card gateway, a wallet. */
export interface Witness {
  /** How differences name it. */
  readonly name: string;
  /** Whether the order was to be paid there. */
  concerns(operation: Operation): boolean;
  /** What it knows of the order; undefined when nothing. @throws BackendFailure */
  row(key: SpendKey): Promise<Omit<BookRow, 'key' | 'at'> | undefined>;
}
