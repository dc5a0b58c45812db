import { z } from 'zod';

/** What each kind of order needs to be sent, as the ledger keeps it, sealed. Amounts in minor units, lines in E.164 without `+`. */

/** A means of payment: a card is known by its brand and last four digits alone; `page` is a gateway's hosted page. */
export const ChosenMeans = z.object({ id: z.string(), kind: z.enum(['balance', 'wallet', 'card', 'bill', 'page']), name: z.string() });
export type ChosenMeans = z.infer<typeof ChosenMeans>;

const OnPage = z.object({ means: z.object({ kind: z.literal('page') }) });
/** Whether an order waits for its customer to pay on the gateway's page: nobody has paid, or nobody has said so yet. */
export const isOnPage = (details: unknown): boolean => OnPage.safeParse(details).success;

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

/**
 * Details of the order `invoice`: a bill of a billing account, all that was open of it (`whole`) or a part. `payer` is the line whose card or wallet
 * pays; on a hosted page anybody may. `what` as the page says it; `validMs` is how long the page is good for. `others`: more bills were due then.
 */
export const InvoiceDetails = z.object({
  ...{ bill: z.string(), account: z.string(), what: z.string(), whole: z.boolean(), means: ChosenMeans },
  ...{ payer: z.exactOptional(z.string()), validMs: z.exactOptional(z.int()), others: z.exactOptional(z.literal(true)) },
});
export type InvoiceDetails = z.infer<typeof InvoiceDetails>;

/** Details of the order `save-card`, whose amount is 0: a card is typed on a hosted page, and kept for this line. */
export const SaveCardDetails = z.object({ payer: z.string(), what: z.string() });
export type SaveCardDetails = z.infer<typeof SaveCardDetails>;

/** Details of the order `autopay`, whose amount is 0: from now on a billing account is charged by itself, or no longer. `words` is what was agreed to. */
export const AutopayDetails = z.object({
  ...{
    account: z.string(),
    to: z.enum(['on', 'off']),
    method: z.string(),
    name: z.string(),
    words: z.string(),
    version: z.string(),
    agreedAt: z.int(),
  },
});
export type AutopayDetails = z.infer<typeof AutopayDetails>;
