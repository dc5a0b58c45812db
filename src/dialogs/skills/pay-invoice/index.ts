import { z } from 'zod';
import { compare } from '../../../domain/money';
import type { Spent } from '../../../domain/spending';
import type { InvoiceDetails } from '../../../domain/spending/details';
import type { Accounts } from '../../../integrations/accounts/port';
import type { Bills } from '../../../integrations/bills/port';
import type { OpenLinks } from '../../../integrations/gateway/port';
import type { PaymentMethods } from '../../../integrations/payments/port';
import type { Receipts } from '../../../integrations/receipts/port';
import type { SimSwap } from '../../../integrations/sim-swap/port';
import { leave, redo } from '../../engine/control';
import { Billing } from '../../engine/billing';
import { StoredMeans } from '../../engine/means';
import { skill } from '../../engine/skill';
import { utterancesIn } from '../../engine/utterances';
import { goingOn, Going } from './going';
import { billedOr, dueOf, Held, heldOf, meansFor, StoredBill } from './loads';
import { ALL, howMuch, howPaid, whichBill } from './questions';
import { texts } from './texts';
import { consentWords, outcomeWords, settledWords, yesLabel } from './words';

export interface PayInvoicePorts {
  readonly accounts: Pick<Accounts, 'ofLine' | 'phoneOnFile'>;
  readonly bills: Bills;
  readonly means: PaymentMethods;
  readonly receipts?: Pick<Receipts, 'ofAccount'>;
  readonly simSwap?: SimSwap;
  /** Where cards are not typed there are no links. */
  readonly openLinks?: OpenLinks;
}

/** So long a link is good that somebody else is to pay, ms: whoever it is sent to reads it tomorrow. */
const SHARED_MS = 24 * 3_600_000;

/** The wish once more, in place of a yes: nothing is paid on that, and the same words alone would tell nobody why. */
const PAYS =
  /^(?:(?:si|ok|yes|quiero|voy a|i want to) )*(?:pag(?:ar|ar?l[oa]|o|ar (?:mi |la )?factura)|pay(?: it| (?:my |the )?bill)?)(?: (?:ya|ahora|now|please|por favor))?$/;

/** A turn that was run before opened the page then: the ledger knows the order, and the gateway's desk its link. */
async function withLink(links: OpenLinks | undefined, spent: Spent): Promise<Spent> {
  if (spent.status !== 'unknown' || spent.page) return spent;
  const page = await links?.of(spent.operation.line, spent.operation.order);
  return page ? { ...spent, page } : spent;
}

/** A bill, or a part of it where that is allowed: on the gateway's page, by a link for somebody else, by saved card or wallet. */
export const payInvoice = ({ accounts, bills, means: payments, receipts, simSwap, openLinks }: PayInvoicePorts) =>
  skill('pay-invoice', texts)
    .hears(utterancesIn(__dirname))
    .needs('account', { level: 1, money: true })
    .loads('billing', Billing, billedOr(accounts))
    .loads('due', z.array(StoredBill), dueOf(bills))
    .loads('held', Held, heldOf(receipts))
    .asks('which', whichBill)
    .loads('bill', StoredBill, async ({ due, which }) => (which === ALL ? due[0] : due.find(({ id }) => id === which)) ?? redo('which'))
    .loads('going', Going, goingOn(openLinks))
    .loads('means', z.array(StoredMeans), meansFor({ payments, simSwap, hasPage: openLinks !== undefined }))
    .asks('part', howMuch, { from: 'amount' })
    .loads('fits', z.literal('fits'), async ({ bill, part }) =>
      // What is owed changed since: all of it is proposed again.
      compare(part, bill.remaining) <= 0 && compare(part, bill.least ?? bill.remaining) >= 0
        ? 'fits'
        : { control: 'amend', name: 'part', value: bill.remaining },
    )
    .asks('pay', howPaid)
    .loads('usable', z.literal('usable'), async ({ means, pay }) => (means.some(({ id }) => id === pay.id) ? 'usable' : redo('pay')))
    .confirms('agreed', {
      words: consentWords,
      yes: yesLabel,
      notYet: ({ t }, { folded }) => (PAYS.test(folded) ? t.sayYes : undefined),
      stepUp: ({ pay }) => pay.kind === 'wallet',
      edits: ({ t, bill, means }) => ({
        ...(means.length > 1 && { pay: t.otherMeans }),
        ...(bill.least !== undefined && compare(bill.least, bill.remaining) < 0 && { part: t.otherAmount }),
      }),
    })
    .settles(settledWords)
    .does(async (paying) => {
      const { agreed, bill, billing, due, part, pay, money, say, t } = paying;
      const details: InvoiceDetails = {
        ...{ bill: bill.id, account: billing.account, what: t.bill({ month: bill.month }), whole: compare(part, bill.remaining) === 0 },
        ...{ means: { ...pay, name: pay.name }, ...(billing.payer !== undefined && { payer: billing.payer }) },
        ...(pay.id === 'share' && { validMs: SHARED_MS }),
        ...(due.length > 1 && { others: true }),
      };
      const spent = await withLink(openLinks, await money.spend(agreed, { kind: 'invoice', amount: part, details }));
      const words = outcomeWords(spent, paying);
      if (spent.status === 'done' || spent.status === 'refused') money.tell(spent.operation, words);
      else say(words);
      return spent.status === 'done' ? undefined : leave();
    });
