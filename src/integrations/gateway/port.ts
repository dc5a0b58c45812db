import type { Money } from '../../domain/money';
import type { HostedPage, SpendKey } from '../../domain/spending';

/** What a customer pays on the gateway's hosted page. Card numbers are typed there, never here. */
export interface Checkout {
  /** Nothing: a card is only kept, and nothing is charged. */
  readonly amount: Money;
  /** What it is for, as the page shows it: parts with ` · ` between them. Nothing of anybody's is in it. */
  readonly description: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** Whose order it is, as the ledger names it: where the gateway says that something happened. */
  readonly line: string;
}

/** A card that the gateway keeps for us: its token, and what a customer knows it by. */
export interface KeptCard {
  readonly token: string;
  readonly brand: string;
  readonly last4: string;
  /** First moment after its printed month, epoch ms. */
  readonly expires: number;
}

/** A payment as the gateway itself tells it. `open`: nobody typed a card yet. `pending`: somebody did, and the bank has not answered. */
export interface GatewayPayment {
  readonly state: 'open' | 'pending' | 'paid' | 'rejected' | 'expired';
  readonly amount: Money;
  /** Its page, while it is open. */
  readonly url?: string;
  readonly card?: KeptCard;
}

/** A card gateway with a hosted page. */
export interface PaymentGateway {
  /** Opens the page of one order. Never twice: whoever is in doubt reads first. @throws BackendFailure */
  checkout(key: SpendKey, what: Checkout): Promise<{ readonly url: string }>;
  /** What became of it, read from the gateway itself. @throws BackendFailure */
  payment(key: SpendKey): Promise<GatewayPayment | undefined>;
  /** The same for what somebody else ordered, such as the operator's biller: by their name for it. @throws BackendFailure */
  byOrder(order: string): Promise<GatewayPayment | undefined>;
  /** Gives a paid one back, whole; the same key does it once. @throws BackendFailure */
  refund(key: SpendKey): Promise<'done' | 'refused'>;
  /** Whether a paid one was given back, or is about to be. @throws BackendFailure */
  isGivenBack(key: SpendKey): Promise<boolean>;
}

/** Links to the gateway's pages that are open, by whose order they are. */
export interface OpenLinks {
  /** Undefined when its time is over, or it never was. */
  of(line: string, order: string): Promise<HostedPage | undefined>;
}
