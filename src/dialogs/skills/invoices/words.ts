import { formatMoney, money, type Money } from '../../../domain/money';
import type { Card, Message } from '../../../domain/message';
import type { Known, Signed } from '../../engine/skill';
import type { Billing } from '../../engine/billing';
import { monthOf, sayDay, type KeptBill } from './bill';
import type { LastPayment } from './payments';
import type { texts } from './texts';

export type Told = Known<
  typeof texts.es,
  { readonly account: Signed; readonly billing: Billing; readonly all: readonly KeptBill[]; readonly paid: LastPayment }
>;

/** What is owed, until when, and what was paid last: all that contract and document may know. */
export function overview(told: Told): Message {
  const { t, all, paid } = told;
  const open = all.filter(({ remaining }) => remaining.minor > 0);
  const sentences = [paid.held ? t.held(spoken(paid.held, told)) : '', owed(told, open), paid.last ? t.lastPaid(spoken(paid.last, told)) : ''];
  return {
    text: sentences.filter(Boolean).join(' '),
    cards: open.length > 0 ? [card(told, open)] : [],
    choices: [
      ...(paid.held ? [{ id: 'go:reconnect', label: t.reconnect }] : open.length > 0 ? [{ id: 'go:pay-invoice', label: t.pay }] : []),
      ...(all.length > 1 ? [{ id: 'go:invoice-rise', label: t.why }] : []),
      { id: 'go:invoice-lines', label: t.lines },
      { id: 'go:invoice-pdf', label: t.pdf },
    ],
  };
}

const spoken = ({ amount, at }: { readonly amount: Money; readonly at: number }, told: Told) => ({
  ...{ amount: formatMoney(amount, told.country), day: sayDay(at, told) },
});

const sumOf = (open: readonly KeptBill[]): Money =>
  money(
    open.reduce((sum, { remaining }) => sum + remaining.minor, 0),
    open[0]?.remaining.currency ?? 'USD',
  );

function owed(told: Told, open: readonly KeptBill[]): string {
  const { t, all, billing, country, now } = told;
  const { whose } = billing;
  const shown = (amount: Money): string => formatMoney(amount, country);
  const [newest] = all;
  const oldest = open.at(-1);
  if (!oldest) return newest ? t.paid({ month: monthOf(newest, told), whose, amount: shown(newest.total) }) : '';
  const day = sayDay(oldest.due, told);
  const isLate = oldest.due < now;
  if (open.length > 1) {
    const list = open.map((bill) => `${monthOf(bill, told)} ${shown(bill.remaining)}`).join(', ');
    const several = { count: open.length, whose, total: shown(sumOf(open)), list: list.charAt(0).toUpperCase() + list.slice(1), day };
    return isLate ? t.several(several) : t.severalDue(several);
  }
  const one = { month: monthOf(oldest, told), whose, amount: shown(oldest.remaining), day, total: shown(oldest.total) };
  if (oldest.state === 'partial') return isLate ? t.partLate(one) : t.partDue(one);
  return isLate ? t.late(one) : t.due(one);
}

function card(told: Told, open: readonly KeptBill[]): Card {
  const { t, billing, paid, now, country } = told;
  const oldest = open.at(-1);
  const due = oldest?.due ?? now;
  const [day, isLate] = [sayDay(due, told), due < now];
  const amount = formatMoney(sumOf(open), country);
  return {
    speak: isLate ? t.speakLate({ amount, day }) : t.speak({ amount, day }),
    hero: { label: t.toPay, figure: amount, under: isLate ? t.fell({ day }) : t.falls({ day }) },
    line: billing.whose,
    ...(paid.last && { facts: [{ name: t.last, value: t.lastValue(spoken(paid.last, told)) }] }),
  };
}
