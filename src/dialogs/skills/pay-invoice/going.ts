import { z } from 'zod';
import { until } from '../../../domain/dates';
import { formatMoney } from '../../../domain/money';
import type { Operation } from '../../../domain/spending';
import { InvoiceDetails } from '../../../domain/spending/details';
import type { OpenLinks } from '../../../integrations/gateway/port';
import { leave, type Control } from '../../engine/control';
import type { Known } from '../../engine/skill';
import type { MoneyView } from '../../engine/spend';
import type { StoredBill } from './loads';
import type { texts } from './texts';
import { linkWords, seeIt } from './words';

/** No other payment of this bill is under way. */
export const Going = z.literal('none');

/** So many of the last operations are looked through. */
const LAST = 30;

/** A link that is not made at once is made within this time, ms. Every link is good for longer. */
const MAKING_MS = 5 * 60_000;

type Told = Known<typeof texts.es, { readonly bill: StoredBill; readonly money: MoneyView }>;

/**
 * One payment of a bill at a time, whichever window it was begun in: an open link is shown again, and of one that nobody knows the end of nothing
 * more is paid. A turn that is run again knows its own order, and gives its link.
 */
export const goingOn =
  (links: OpenLinks | undefined) =>
  async (told: Told): Promise<'none' | Control> => {
    const { bill, money, t, country, now, language } = told;
    const under = (await money.operations(LAST)).find((each) => isOpen(each) && billOf(each) === bill.id);
    if (under === undefined) return 'none';
    const details = InvoiceDetails.safeParse(under.details).data;
    const isOnPage = details?.means.kind === 'page';
    const page = isOnPage ? await links?.of(under.line, under.order) : undefined;
    // This very turn was slow or died after its order was sent: what it could not say is said now, and nothing is ordered again.
    if (page && details && under.order === money.proposed)
      return leave(linkWords(page, { ...told, pay: details.means, part: under.amount }, under.reference));
    // The gateway was slow, or the turn died: nobody can have paid on a page whose link was never given.
    if (page === undefined && isOnPage && now - under.at < MAKING_MS)
      return leave({ text: t.linkComes, choices: [{ id: 'go:pay-invoice', label: t.askAgain }] });
    // Nobody may have paid there: who hears "do not pay" would wait for nothing, and be cut.
    if (page === undefined && isOnPage)
      return leave({ text: t.linkOver({ reference: under.reference }), choices: [{ id: 'go:pay-invoice', label: t.askAgain }, seeIt(under, t)] });
    if (page === undefined) return leave({ text: t.goingOn({ reference: under.reference }), choices: [seeIt(under, t)] });
    const amount = formatMoney(under.amount, country);
    const text = t.openLink({ amount, when: until(page.validUntil, now, country, language) });
    return leave({ text, link: { label: t.pay({ amount }), url: page.url } });
  };

const isOpen = ({ kind, state }: Operation): boolean => kind === 'invoice' && (state === 'sent' || state === 'unknown');
const billOf = ({ details }: Operation): string | undefined => InvoiceDetails.safeParse(details).data?.bill;
