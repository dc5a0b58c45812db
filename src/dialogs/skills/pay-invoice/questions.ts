import { capital } from '../../../domain/dates';
import { fold } from '../../../domain/fold';
import { compare, formatMoney, type Money } from '../../../domain/money';
import type { Means } from '../../../integrations/payments/port';
import { readMoney, StoredMoney, type AmountRules } from '../../engine/amounts';
import { payWith } from '../../engine/means';
import { oneOf, type Question } from '../../engine/question';
import type { Known } from '../../engine/skill';
import type { Billing } from '../../engine/billing';
import type { StoredBill } from './loads';
import type { texts } from './texts';

type Told = Known<typeof texts.es, { readonly billing: Billing; readonly due: readonly StoredBill[] }>;
type Chosen = Told & { readonly bill: StoredBill };

/** Which bill, where there are several. */
const several = oneOf<Told, { id: string; label: string }>({
  ask: ({ t, billing }) => t.which({ whose: billing.whose }),
  from: ({ due, t, country }) => [
    ...due.map(({ id, month, remaining }) => ({ id, label: t.row({ month: capital(month).slice(0, 3), amount: formatMoney(remaining, country) }) })),
    ...(due.length > 1 ? [{ id: ALL, label: t.all }] : []),
  ],
});

/** Not one of them: all, one after the other. */
export const ALL = 'all';
const ALL_OF_THEM = /\b(?:todas|ambas|las dos|las tres|both|all)\b/;
const EVERYTHING = /\b(?:todo|everything)\b/;
const wantsAll = (folded: string, { due }: Told): boolean => ALL_OF_THEM.test(folded) || (due.length > 1 && EVERYTHING.test(folded));

/** The only one goes without saying; all of them are begun with the oldest. */
export const whichBill: Question<Told, string> = {
  ...several,
  assumes: (known) => (wantsAll(fold(known.said.words ?? ''), known) ? ALL : known.due.length === 1 ? known.due[0]?.id : undefined),
  read: (reply, known) => {
    if (reply.choice === undefined && wantsAll(reply.folded, known)) return ALL;
    const named = known.due.filter(({ month }) => reply.folded.split(/\W+/).includes(month.toLowerCase()));
    return named.length === 1 && named[0] ? named[0].id : several.read(reply, known);
  },
};

/** All of it goes without saying; where parts are allowed, whoever says another amount pays that. */
const rulesOf = ({ bill: { remaining, least = remaining } }: Chosen): AmountRules => ({
  ...{ amounts: [...(compare(least, remaining) < 0 ? [least] : []), remaining], min: least, max: remaining },
  step: { minor: 1, currency: remaining.currency },
});
export const howMuch: Question<Chosen, Money> = {
  keeps: StoredMoney,
  ask: (known) => {
    const { t, country } = known;
    const { amounts, min, max } = rulesOf(known);
    return {
      ...{ text: t.howMuch({ least: formatMoney(min, country), all: formatMoney(max, country) }), expects: 'number' },
      choices: amounts.map((each) => ({ id: `amount:${each.minor}`, label: formatMoney(each, country) })),
    };
  },
  assumes: ({ bill }) => bill.remaining,
  read: (reply, known) => readMoney(reply, known, rulesOf(known)),
};

/** A saved card, else the page, goes without saying. */
export const howPaid = payWith<Chosen & { readonly means: readonly Means[]; readonly part: Money }>({
  ask: ({ t }) => t.payWith,
  whyNot: ({ t, billing }, kind) => (kind === 'card' && billing.payer === undefined ? t.noCard : undefined),
  from: ({ means, part }) => means.filter(({ available }) => available === undefined || compare(available, part) >= 0),
});
