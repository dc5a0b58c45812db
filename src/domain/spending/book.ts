import type { Money } from '../money';

/** One row in somebody else's book, made for an order of ours. */
export interface BookRow {
  /** The order's id, as the other side was given it. */
  readonly key: string;
  /** Which of its lists it stands in: `top-up`, `payment`, `order`. */
  readonly list: string;
  readonly state: 'done' | 'refused' | 'pending';
  /** What was taken or credited; absent where the list does not say. */
  readonly amount?: Money;
  /** Epoch ms by the other side's clock. */
  readonly at: number;
}

/** What another party wrote down about our orders: the backend, a gateway. */
export interface Book {
  /** How differences name it. */
  readonly name: string;
  /** Kinds of orders that leave a row here when they are done. */
  readonly kinds: readonly string[];
  /** Every row that was made for an order of ours in a period (epoch ms). @throws BackendFailure */
  rows(from: number, to: number): Promise<readonly BookRow[]>;
}
