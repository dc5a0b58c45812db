import { spokenMoment, theHour, until } from '../../../domain/dates';
import type { Choice, Message } from '../../../domain/message';
import { add, compare, formatMoney, subtract, type Money } from '../../../domain/money';
import type { HostedPage, Operation, Spent } from '../../../domain/spending';
import { InvoiceDetails, type ChosenMeans } from '../../../domain/spending/details';
import { textsFor } from '../../../domain/texts';
import { nameOf } from '../../engine/means-name';
import { moneyTexts } from '../../engine/money-texts';
import { placeOf } from '../../engine/identity';
import { celebrated, receipt } from '../../engine/receipt';
import type { Known, Settlement, Signed } from '../../engine/skill';
import type { Billing } from '../../engine/billing';
import type { StoredBill } from './loads';
import { ALL } from './questions';
import type { texts } from './texts';

export type Paying = Known<
  typeof texts.es,
  {
    readonly account: Signed;
    readonly billing: Billing;
    readonly due: readonly StoredBill[];
    readonly held: { readonly amount: Money; readonly at: number } | null;
    readonly which: string;
    readonly bill: StoredBill;
    readonly part: Money;
    readonly pay: ChosenMeans;
  }
>;

/** Amount, what for, whose, with what, and what then remains: all that decides the payment. */
export function consentWords(paying: Paying): Message {
  const { t, country, bill, billing, part, pay } = paying;
  const said = { amount: formatMoney(part, country), what: t.bill({ month: bill.month }), whose: billing.whose };
  const rest = compare(part, bill.remaining) < 0 ? [t.rest({ rest: formatMoney(subtract(bill.remaining, part), country) })] : [];
  const words =
    pay.id === 'share' ? t.forOther(said) : pay.kind === 'page' ? t.onPage(said) : t.withMeans({ ...said, means: nameOf(pay, paying.language) });
  return { text: [...alreadyHere(paying), [...inTurn(paying), words, ...rest].join(' ')].join('\n') };
}

/** Said first of all: what was paid elsewhere is not to be paid again. */
function alreadyHere({ t, held, now, country, language }: Paying): string[] {
  return held === null ? [] : [t.held({ amount: formatMoney(held.amount, country), when: spokenMoment(held.at, now, country, language) })];
}

/** Who wants to pay all hears first that it goes one by one, or that there is only this one, and of which account: they may have more. */
function inTurn({ t, which, due, billing: { whose }, country }: Paying): string[] {
  const [first, ...more] = due.map(({ remaining }) => remaining);
  if (which !== ALL || first === undefined) return [];
  const all = more.length === 0 ? t.onlyOne({ whose }) : t.inTurn({ count: due.length, total: formatMoney(more.reduce(add, first), country), whose });
  return [all, t.elsewhere];
}

export const yesLabel = ({ t, part, pay, country }: Paying): string =>
  pay.id === 'share' ? t.yesShare : pay.kind === 'page' ? t.yesLink : t.pay({ amount: formatMoney(part, country) });

/** What came of it. */
export function outcomeWords(spent: Spent, paying: Paying): Message {
  const { t, country, language, pay, part } = paying;
  const amount = formatMoney(part, country);
  if (spent.status === 'limit') return { text: t.noPage };
  const { operation } = spent;
  const { reference } = operation;
  if (spent.status === 'unknown' && spent.page) return linkWords(spent.page, paying, reference);
  if (spent.status === 'unknown' && pay.kind === 'page') return { text: t.noPage, choices: [{ id: 'go:agent', label: t.person }] };
  if (spent.status === 'unknown') {
    const words = pay.kind === 'wallet' ? t.approve : t.unknown;
    return {
      text: words({ amount, when: theHour(spent.until, country, language), reference }),
      choices: [seeIt(operation, t)],
    };
  }
  return spent.status === 'done' ? doneWords(operation, paying, othersOf(paying)) : refusedWords(operation, paying);
}

/** What the other bills come to; undefined where this was the only one. */
function othersOf({ due, bill }: Paying): Money | undefined {
  const [first, ...more] = due.filter(({ id }) => id !== bill.id).map(({ remaining }) => remaining);
  return first && more.reduce(add, first);
}

/** The link, by the name of the place where it opens: nobody should follow one that looks otherwise. */
export function linkWords(
  { url, validUntil }: HostedPage,
  { t, country, now, language, pay, part }: Told & Pick<Paying, 'pay' | 'part'>,
  reference: string,
): Message {
  const said = { host: new URL(url).host, until: until(validUntil, now, country, language) };
  if (pay.id === 'share') return { text: t.sharedLink({ ...said, url }) };
  return { text: t.link({ ...said, reference }), link: { label: t.pay({ amount: formatMoney(part, country) }), url } };
}

type Told = Known<typeof texts.es, object>;

/** `others`: what is still to be paid on other bills, where that is known; some were due when it was agreed to, as the order says. */
function doneWords(operation: Operation, told: Told, others?: Money): Message {
  const { t, country } = told;
  const { whole: isWhole = true, others: wereOthers = false } = InvoiceDetails.safeParse(operation.details).data ?? {};
  const amount = formatMoney(operation.amount, country);
  const text = [t.done({ amount }), isWhole ? t.paidWhole : t.paidPart, t.receiptNo({ reference: operation.reference })];
  const left = others ? [t.stillDue({ amount: formatMoney(others, country) })] : wereOthers ? [t.moreDue] : [];
  return {
    text: celebrated([...text, ...left].join(' ')),
    cards: [receipt(operation, t.receipt, accountOf(operation), told)],
    choices: [...(left.length === 0 ? [] : [{ id: 'go:pay-invoice', label: t.next }]), seeIt(operation, t)],
  };
}

/** A home has no list of operations: its bill says what was paid. */
export function seeIt({ line }: Pick<Operation, 'line'>, t: Told['t']): Choice {
  const id = placeOf(line);
  return { id, label: id === 'go:invoices' ? t.seeBill : t.seeReceipt };
}

const accountOf = ({ details, line }: Operation): string => InvoiceDetails.safeParse(details).data?.account ?? line;

function refusedWords({ line, outcome, amount: due }: Operation, { t, country, language, form }: Told): Message {
  const reason = outcome?.status === 'refused' ? outcome.reason : '';
  const amount = formatMoney(due, country);
  if (reason === 'already-paid') return { text: t.alreadyPaid({ amount }), choices: [seeIt({ line }, t)] };
  const text = reason === 'not-paid' ? t.notPaid({ amount }) : t.refused({ why: textsFor(moneyTexts, language, form).refused({ reason }) });
  return {
    text,
    choices: [
      { id: 'go:pay-invoice', label: reason === 'not-paid' ? t.again : t.retry },
      { id: 'go:agent', label: t.person },
    ],
  };
}

/** The end of a payment that was waited for, for a chat that may be anybody's by now. */
export function settledWords(told: Told, operation: Operation, what: Settlement): Message {
  const { t, country } = told;
  const { reference } = operation;
  if (what === 'stuck') return { text: t.stuck({ amount: formatMoney(operation.amount, country), reference }) };
  return what === 'done' ? doneWords(operation, told) : refusedWords(operation, told);
}
