import { z } from 'zod';
import { until } from '../../../../domain/dates';
import type { BillDelivery, BillLinks } from '../../../../integrations/bills/port';
import { Billing } from '../../../engine/billing';
import { skill } from '../../../engine/skill';
import { billed, chosenBill, KeptBill, lastBills, monthOf, type InvoicePorts } from '../bill';
import { mailTexts, pdfTexts } from './texts';

type PdfPorts = InvoicePorts & { readonly billLinks: BillLinks };
type MailPorts = InvoicePorts & { readonly billDelivery: BillDelivery };

/** A link to the bill as it is printed: for minutes, and for this chat's own browser. */
export const printedBill = (ports: PdfPorts) =>
  skill('invoice-pdf', pdfTexts)
    .needs('account', { level: 2 })
    .loads('billing', Billing, billed(ports))
    .loads('all', z.array(KeptBill), lastBills(ports))
    .loads('bill', KeptBill, async (told) => chosenBill(told))
    .does(async (told) => {
      const { t, bill, visitor, attempt, now, country, language, say } = told;
      const month = monthOf(bill, told);
      const link = await ports.billLinks.make({ visitor, attempt, bill: bill.id, month, now });
      say({
        text: (link.bound ? t.ready : t.readyFree)({ month, until: until(link.until, now, country, language) }),
        link: { label: t.open, url: link.url },
        choices: [
          { id: 'go:invoice-mail', label: t.byMail },
          { id: 'go:invoice-lines', label: t.lines },
        ],
      });
    });

const Sent = z.enum(['sent', 'refused']);

/** The bill to the e-mail on file, and to no other. */
export const mailedBill = (ports: MailPorts) =>
  skill('invoice-mail', mailTexts)
    .needs('account', { level: 2 })
    .loads('billing', Billing, billed(ports))
    .loads('all', z.array(KeptBill), lastBills(ports))
    .loads('bill', KeptBill, async (told) => chosenBill(told))
    .loads('email', z.string().nullable(), async ({ billing }) => (await ports.billDelivery.of(billing.account)).email ?? null)
    .does(async (told) => {
      const { t, bill, email, effect, id, say } = told;
      const pdf = { id: 'go:invoice-pdf', label: t.pdf };
      if (email === null) return say({ text: t.noEmail, choices: [pdf, { id: 'go:agent', label: t.person }] });
      const month = monthOf(bill, told);
      const done = await effect('mail', Sent, () => ports.billDelivery.send(id('mail'), bill), 'repeat');
      if (done.status === 'unknown') return say({ text: t.unknown({ month, email }), choices: [pdf] });
      return say(done.value === 'sent' ? t.sent({ month, email }) : { text: t.refused({ month }), choices: [pdf] });
    });
