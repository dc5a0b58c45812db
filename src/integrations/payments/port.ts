import type { Money } from '../../domain/money';

/**
 * Something to pay with. A card is known by its brand and last four digits alone. `page`: the gateway's hosted page, where any card may be
 * typed; it is there when a gateway is configured.
 */
export interface Means {
  readonly id: string;
  readonly kind: 'balance' | 'wallet' | 'card' | 'bill' | 'page';
  /** "Visa ••4242", "Saldo", "Tigo Money": as the customer knows it. */
  readonly name: string;
  /** What can be spent from it now, where the operator says so. */
  readonly available?: Money;
  /** Why it cannot be used now. */
  readonly barred?: 'expired' | 'blocked' | 'over-limit' | 'open-invoice' | 'minor';
}

/** What a line can pay with: TMF670 methods, the wallet's balance, the main balance, the bill. Throws BackendFailure. */
export interface PaymentMethods {
  of(msisdn: string): Promise<readonly Means[]>;
}

/** Cards that are kept for a line. They are added on the gateway's page, by an order of the kind `save-card`. */
export interface SavedCards {
  /** `in-use`: bills are charged to it by themselves. `gone`: it was removed before. @throws BackendFailure */
  remove(id: string): Promise<'removed' | 'gone' | 'in-use'>;
}
