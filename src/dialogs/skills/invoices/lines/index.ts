import { z } from 'zod';
import type { Message } from '../../../../domain/message';
import { formatMoney } from '../../../../domain/money';
import { Billing } from '../../../engine/billing';
import { again, isControl, leave, type Control } from '../../../engine/control';
import { yesOrNo, type Question } from '../../../engine/question';
import { skill, type Known, type Signed } from '../../../engine/skill';
import { billed, billIn, chosenBill, KeptBill, KeptLine, lastBills, monthOf, sayDay, type InvoicePorts } from '../bill';
import { texts } from './texts';

type Listed = Known<typeof texts.es, { readonly account: Signed; readonly billing: Billing; readonly all: readonly KeptBill[] }>;
type Told = Listed & { readonly which: string; readonly lines: readonly KeptLine[] };

/** A bill line by line, of the month that was said or the newest; and the months before it. */
export const billLines = (ports: InvoicePorts) =>
  skill('invoice-lines', texts)
    .needs('account', { level: 2 })
    .loads('billing', Billing, billed(ports))
    .loads('all', z.array(KeptBill), lastBills(ports))
    .asks('which', whichBill, { from: 'month' })
    .loads('lines', z.array(KeptLine), async ({ which }) => [...(await ports.billDetails.lines(which))])
    .asks('next', whatNext)
    .does(async () => undefined);

/** Never asked: the month of the sentence, or the newest. */
const whichBill: Question<Listed, string> = {
  ask: ({ t }) => t.which,
  keeps: z.string(),
  assumes: ({ all }) => all[0]?.id,
  read: ({ text }, told) => {
    const bill = chosenBill({ ...told, said: { ...told.said, month: text } });
    return isControl(bill) ? bill : bill.id;
  },
};

const whatNext: Question<Told, 'done'> = {
  ask: (told) => detail(told),
  keeps: z.literal('done'),
  read: (reply, told): 'done' | Control => {
    const picked = reply.choice ?? reply.numbered;
    const bill = told.all.find(({ id }) => id === picked) ?? monthIn(reply.text, told);
    if (bill) return { control: 'amend', name: 'which', value: bill.id };
    return yesOrNo(reply) === false || /\b(?:gracias|listo|ok|thanks|thank you)\b/.test(reply.folded) ? leave(told.t.fine) : again();
  },
};

/** A bill that was named by its month, and not merely "this one". */
function monthIn(text: string, told: Told): KeptBill | undefined {
  const bill = billIn(told.all, text, told);
  return bill?.id === told.all[0]?.id && !new RegExp(monthOf(told.all[0] ?? { issued: 0 }, told), 'i').test(text) ? undefined : bill;
}

function detail(told: Told): Message {
  const { t, all, which, lines, billing, country } = told;
  const bill = all.find(({ id }) => id === which);
  if (!bill) return { text: t.which };
  const shown = (amount: KeptBill['total']): string => formatMoney(amount, country);
  const month = monthOf(bill, told);
  const others = all.filter(({ id }) => id !== which).slice(0, 3);
  const isOpen = bill.remaining.minor > 0;
  return {
    text: [head(bill, told), ...reviewed(told)].join(' '),
    cards: [
      {
        ...{ speak: t.speak({ month, total: shown(bill.total) }), head: { icon: 'invoice', title: t.head({ month }) }, line: billing.whose },
        facts: lines.map(({ name, amount }) => ({ name, value: shown(amount) })),
        total: { name: t.total, value: shown(bill.total) },
      },
    ],
    choices: [
      ...(isOpen ? [{ id: 'go:pay-invoice', label: t.pay }] : []),
      ...(isOpen ? [{ id: 'go:invoice-dispute', label: t.notMine }] : []),
      { id: 'go:invoice-pdf', label: t.pdf },
      ...others.map((other) => ({ id: other.id, label: monthOf(other, told) })),
    ],
  };
}

function head(bill: KeptBill, told: Told): string {
  const { t, billing, country, now } = told;
  const one = { month: monthOf(bill, told), whose: billing.whose, total: formatMoney(bill.total, country) };
  if (bill.remaining.minor === 0) return t.paid(one);
  const due = { ...one, day: sayDay(bill.due, told) };
  const left = bill.state === 'partial' ? ` ${t.left({ amount: formatMoney(bill.remaining, country) })}` : '';
  return (bill.due < now ? t.late(due) : t.due(due)) + left;
}

/** What is in dispute, and only where the operator says so, that it is not collected meanwhile. */
const reviewed = ({ t, lines, country }: Told): string[] =>
  lines.flatMap(({ name, disputed, waits }) => {
    if (!disputed) return [];
    const part = { name, amount: formatMoney(disputed, country) };
    return [waits ? t.waits(part) : t.inReview(part)];
  });
