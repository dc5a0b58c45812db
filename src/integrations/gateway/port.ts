import type { Money } from '../../domain/money';
import type { SpendKey } from '../../domain/spending';

/** What a customer pays on the gateway's hosted page. Card numbers are typed there, never here. */
export interface Checkout {
  readonly amount: Money;
  /** What it is for, as the page shows it. */
  readonly description: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
}

/** A card gateway with a hosted page. */
export interface PaymentGateway {
  /** The page for one order; the same key gives the same page. `validUntil` in epoch ms. @throws BackendFailure */
  checkout(key: SpendKey, what: Checkout): Promise<{ readonly url: string; readonly validUntil: number }>;
  /** What became of it, read from the gateway itself. @throws BackendFailure */
  payment(key: SpendKey): Promise<'absent' | 'pending' | 'paid' | 'rejected' | 'expired'>;
  /** Gives a paid one back, whole; the same key does it once. @throws BackendFailure */
  refund(key: SpendKey): Promise<'done' | 'refused'>;
}
