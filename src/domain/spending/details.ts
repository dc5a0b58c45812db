import { z } from 'zod';

/** What each kind of order needs to be sent, as the ledger keeps it, sealed. Amounts in minor units, lines in E.164 without `+`. */

/** A means of payment: a card is known by its brand and last four digits alone; `page` is a gateway's hosted page. */
export const ChosenMeans = z.object({ id: z.string(), kind: z.enum(['balance', 'wallet', 'card', 'bill', 'page']), name: z.string() });
export type ChosenMeans = z.infer<typeof ChosenMeans>;

/** Details of the order `top-up`: `to` is credited; the payer's line is the order's own. */
export const TopUpDetails = z.object({ to: z.string(), means: ChosenMeans, channel: z.string() });
export type TopUpDetails = z.infer<typeof TopUpDetails>;

/** Details of the order `voucher`. Its PIN is a secret of the order: given once, never kept. Its worth is known only afterwards. */
export const VoucherDetails = z.object({ to: z.string(), channel: z.string() });
export type VoucherDetails = z.infer<typeof VoucherDetails>;

/** Details of the order `pack`: what is bought and for whom. `price` (minor units) is what was agreed to; another one is refused as `price-changed`. */
export const PackDetails = z.object({ to: z.string(), offer: z.string(), name: z.string(), price: z.int(), means: ChosenMeans, channel: z.string() });
export type PackDetails = z.infer<typeof PackDetails>;

/** Details of the order `advance`: an offer with what it costs, as agreed to (minor units). */
export const AdvanceDetails = z.object({ offer: z.string(), name: z.string(), lent: z.int(), fee: z.int() });
export type AdvanceDetails = z.infer<typeof AdvanceDetails>;

/** Details of the order `repay`: debts are paid from the main balance or the wallet. */
export const RepayDetails = z.object({ means: z.enum(['balance', 'wallet']) });
export type RepayDetails = z.infer<typeof RepayDetails>;

/** Details of the order `subscribe`. `price` (minor units) as agreed to. */
export const SubscribeDetails = z.object({ offer: z.string(), name: z.string(), price: z.int(), means: z.enum(['balance', 'wallet', 'bill']) });
export type SubscribeDetails = z.infer<typeof SubscribeDetails>;

/** Details of the order `unsubscribe`, whose amount is 0. */
export const UnsubscribeDetails = z.object({ product: z.string(), name: z.string() });
export type UnsubscribeDetails = z.infer<typeof UnsubscribeDetails>;
