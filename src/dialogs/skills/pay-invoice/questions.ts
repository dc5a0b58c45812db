import { capital } from '../../../domain/dates';
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
  from: ({ due, t, country }) =>
    due.map(({ id, month, remaining }) => ({ id, label: t.row({ month: capital(month).slice(0, 3), amount: formatMoney(remaining, country) }) })),
});
/** The only one goes without saying. */
export const whichBill: Question<Told, string> = {
  ...several,
  assumes: ({ due }) => (due.length === 1 ? due[0]?.id : undefined),
  read: (reply, known) => {
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
  from: ({ means, part }) => means.filter(({ available }) => available === undefined || compare(available, part) >= 0),
});
