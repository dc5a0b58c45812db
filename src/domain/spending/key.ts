const minted: unique symbol = Symbol('minted');

/**
 * The right to send one order once: every method of a port that moves money takes one, and only the ledger makes one, after the order
 * is in its journal. `id` is the idempotency key that the other side sees, the same however often the order is sent.
 */
export interface SpendKey {
  readonly [minted]: true;
  /** Order id: 22 characters of base64url. */
  readonly id: string;
  /** What customer and agent call it: `R-7K2M9`. An alias, never a key. */
  readonly reference: string;
}

/** For the ledger alone. */
export const mint = (id: string, reference: string): SpendKey => ({ [minted]: true, id, reference });
