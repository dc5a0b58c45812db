import { z } from 'zod';
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

/** A means as an order keeps it. */
export const ChosenMeans = z.object({ id: z.string(), kind: z.enum(['balance', 'wallet', 'card', 'bill', 'page']), name: z.string() });
export type ChosenMeans = z.infer<typeof ChosenMeans>;

/** What a line can pay with: TMF670 methods, the wallet's balance, the main balance, the bill. Throws BackendFailure. */
export interface PaymentMethods {
  of(msisdn: string): Promise<readonly Means[]>;
}

/** Details of the order `top-up`: `to` is credited; the payer's line is the order's own. */
export const TopUpDetails = z.object({ to: z.string(), means: ChosenMeans, channel: z.string() });
export type TopUpDetails = z.infer<typeof TopUpDetails>;
/** Details of the order `voucher`. Its PIN is a secret of the order: given once, never kept. Its worth is known only afterwards. */
export const VoucherDetails = z.object({ to: z.string(), channel: z.string() });
export type VoucherDetails = z.infer<typeof VoucherDetails>;
/** Details of the order `pack`: what is bought and for whom. `price` (minor units) is what was agreed to; another one is refused as `price-changed`. */
export const PackDetails = z.object({ to: z.string(), offer: z.string(), name: z.string(), price: z.int(), means: ChosenMeans, channel: z.string() });
export type PackDetails = z.infer<typeof PackDetails>;
