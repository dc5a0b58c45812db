import { z } from 'zod';
import { spokenDay, theHour } from '../../../domain/dates';
import type { Choice, Message } from '../../../domain/message';
import { formatMoney, money, type Money } from '../../../domain/money';
import { lastFour, showMsisdn } from '../../../domain/msisdn';
import type { Operation, Spent } from '../../../domain/spending';
import type { TopUpRules } from '../../../integrations/catalogue/port';
import type { Recovery } from '../../../integrations/lending/port';
import type { ChosenMeans } from '../../../domain/spending/details';
import { nameOf } from '../../engine/means-name';
import { moneyTexts } from '../../engine/money-texts';
import { celebrated, factsOf, receipt } from '../../engine/receipt';
import type { Known, Mobile, Settlement } from '../../engine/skill';
import { textsFor } from '../../../domain/texts';
import type { texts } from './texts';

const DAY_MS = 24 * 3_600_000;

export type Wish = Known<
  typeof texts.es,
  {
    readonly mobile: Mobile;
    readonly rules: TopUpRules;
    readonly to: string;
    readonly amount: Money;
    readonly pay: ChosenMeans;
    readonly debt: Recovery | null;
  }
>;

/** "tu línea 5555-0101", "la línea 5555-0102". */
export function whose({ t, mobile, to, country }: Pick<Wish, 't' | 'mobile' | 'to' | 'country'>): string {
  const line = showMsisdn(to, country);
  return to === mobile.msisdn ? t.own({ line }) : t.other({ line });
}

/** All that decides the charge, what comes on top, and what a debt keeps of it. */
export function consentWords(wish: Wish): Message {
  const { t, debt } = wish;
  const shown = (each: Money): string => formatMoney(each, wish.country);
  const means = wish.pay.kind === 'page' ? t.withPage : t.withCard({ name: nameOf(wish.pay, wish.language) });
  const plain = t.plain({ amount: shown(wish.amount), who: whose(wish), means });
  if (debt === null) {
    const others = wish.to === wish.mobile.msisdn ? [] : [t.debtOther];
    return { text: [plain, ...promised(wish), ...others, t.sure].join(' ') };
  }
  const { kept, left, stillOwed } = debt;
  const owed = shown(money(kept.minor + stillOwed.minor, kept.currency));
  const more = stillOwed.minor > 0 ? [t.debtLeft({ owed: shown(stillOwed) })] : [];
  return {
    text: [t.debt({ owed, amount: shown(wish.amount), kept: shown(kept), left: shown(left) }), ...more, plain, ...promised(wish), t.goOn].join(' '),
  };
}

/** What the operator promises today for this amount, and how long it is good for. */
function promised({ t, rules, amount, now, country, language }: Wish): string[] {
  const gift = rules.promotions.findLast(({ from }) => amount.minor >= from.minor);
  const days = rules.validity.findLast(({ from }) => amount.minor >= from.minor)?.days;
  const bonus = gift?.times === undefined ? undefined : formatMoney(money(amount.minor * (gift.times - 1), amount.currency), country);
  return [
    ...(gift === undefined ? [] : [bonus === undefined ? t.gift({ words: gift.words }) : t.bonus({ bonus, words: gift.words })]),
    ...(days === undefined ? [] : [t.valid({ day: spokenDay(now + days * DAY_MS, now, country, language) })]),
  ];
}

/** What came of it. */
export function outcomeWords(spent: Spent, wish: Wish): Message {
  const { t, country, language, rules } = wish;
  const amount = formatMoney(wish.amount, country);
  const choices = [{ id: 'go:operations', label: t.seeOperations }];
  if (spent.status === 'limit') {
    const { limit } = spent;
    const words = limit.name === OTHERS_AMOUNT ? t.limitAmount({ most: formatMoney(rules.max, country) }) : t.limitCount({ count: limit.count ?? 0 });
    return { text: words, choices: [{ id: 'go:balances', label: t.balance }] };
  }
  if (spent.status === 'unknown' && spent.page) {
    const { url, validUntil } = spent.page;
    const text = t.payThere({ amount, until: theHour(validUntil, country, language), reference: spent.operation.reference });
    return { text, link: { label: t.payIt({ amount }), url }, choices };
  }
  // Nobody has the link, so nobody can pay: nothing is in doubt for the customer.
  if (spent.status === 'unknown' && wish.pay.kind === 'page') return { text: t.noPage, choices: [again(wish), person(wish)] };
  if (spent.status === 'unknown') {
    const words = wish.pay.kind === 'wallet' ? t.approve : t.unknown;
    return { text: words({ amount, when: theHour(spent.until, country, language), reference: spent.operation.reference }), choices };
  }
  return spent.status === 'done' ? doneWords(spent.operation, wish) : refusedWords(spent.operation, wish);
}
export const OTHERS_COUNT = 'top-up-other';
export const OTHERS_AMOUNT = 'top-up-other-amount';

function doneWords(operation: Operation, wish: Wish): Message {
  const { t, to, mobile, country, now, language, amount } = wish;
  const own = to === mobile.msisdn;
  const { balanceAfter: balance, bonus = 0, kept = 0, until } = factsOf(operation.outcome);
  const shown = (minor: number): string => formatMoney(money(minor, amount.currency), country);
  const day = until === undefined ? '' : t.until({ day: spokenDay(until, now, country, language) });
  const text = [
    `${t.done({ amount: shown(amount.minor), who: whose(wish) })}${bonus > 0 ? t.doneBonus({ bonus: shown(bonus) }) : ''}.`,
    ...(own && kept > 0 ? [t.doneKept({ kept: shown(kept) })] : []),
    ...(own && balance !== undefined ? [t.doneBalance({ balance: shown(balance), until: day })] : []),
    t.reference({ reference: operation.reference }),
  ].join(' ');
  return {
    text: celebrated(text),
    cards: [receipt(operation, t.receipt, to, wish)],
    choices: [
      { id: 'go:buy-pack', label: t.packs },
      { id: 'go:operations', label: t.seeReceipt },
    ],
  };
}

function refusedWords({ outcome }: Operation, wish: Wish): Message {
  const { t, language, form } = wish;
  const reason = outcome?.status === 'refused' ? outcome.reason : '';
  return {
    text: t.refused({ why: textsFor(moneyTexts, language, form).refused({ reason }) }),
    choices: [again(wish), person(wish)],
  };
}

const again = ({ t }: Wish): Choice => ({ id: 'go:top-up', label: t.topUp });
const person = ({ language, form }: Wish): Choice => ({ id: 'go:agent', label: textsFor(moneyTexts, language, form).person });

/** Whose line it was for. */
const To = z.object({ to: z.string() });

/** The end of a top-up that was in doubt, for a chat that may be anybody's by now. */
export function settledWords({ t, country, language }: Known<typeof texts.es, object>, operation: Operation, what: Settlement): Message {
  const { reference, amount: moved, details, line, settledAt, at } = operation;
  const last = lastFour(To.safeParse(details).data?.to ?? line);
  const amount = formatMoney(moved, country);
  if (what === 'stuck') return { text: t.stuck({ reference, amount, last }), choices: [{ id: 'go:operations', label: t.seeOperations }] };
  if (what === 'refused') return { text: t.settledNot({ amount, last }), choices: [{ id: 'go:top-up', label: t.topUp }] };
  const when = theHour(settledAt ?? at, country, language);
  return { text: t.settledDone({ amount, last, when, reference }), choices: [{ id: 'go:operations', label: t.seeReceipt }] };
}
