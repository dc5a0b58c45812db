import type { Money } from '../../domain/money';

/** A subscription that a line has (TMF637). */
export interface Subscription {
  readonly id: string;
  readonly offer: string;
  readonly name: string;
  readonly price: Money;
  readonly every: 'day' | 'month';
  /** When it is charged next, and until when it can be used after it is cancelled (epoch ms). */
  readonly renews: number;
  readonly freeUntil?: number;
  readonly paidFrom: 'balance' | 'wallet' | 'bill';
  readonly since: number;
}

export interface Subscriptions {
  /** @throws BackendFailure */
  of(msisdn: string): Promise<readonly Subscription[]>;
}
