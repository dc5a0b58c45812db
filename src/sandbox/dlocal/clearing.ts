import type { DeedOf, Deeds } from '../deeds';

export type CardPayment = DeedOf<'card-payment'>;

/** The account of what was charged on pages, and is not used yet. */
export const CLEARING = (country: string): string => `gateway:${country}`;

/** What somebody paid on the page and has not used yet, if it is of this amount: whoever sells for it takes it from the clearing account. */
export function paidOnPage({ deeds }: { readonly deeds: Deeds }, key: string | undefined, minor: number): CardPayment | undefined {
  const payment = key === undefined ? undefined : deeds.get('card-payment', key);
  const isThere = payment?.status === 'PAID' && payment.spent !== true && payment.refunded === undefined && payment.minor === minor;
  return isThere ? payment : undefined;
}
