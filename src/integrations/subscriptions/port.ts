import { z } from 'zod';
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

/** Details of the order `subscribe`. `price` (minor units) as agreed to. */
export const SubscribeDetails = z.object({ offer: z.string(), name: z.string(), price: z.int(), means: z.enum(['balance', 'wallet', 'bill']) });
export type SubscribeDetails = z.infer<typeof SubscribeDetails>;
/** Details of the order `unsubscribe`, whose amount is 0. */
export const UnsubscribeDetails = z.object({ product: z.string(), name: z.string() });
export type UnsubscribeDetails = z.infer<typeof UnsubscribeDetails>;
