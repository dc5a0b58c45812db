import { theHour } from '../../../../domain/dates';
import type { Message } from '../../../../domain/message';
import { formatMoney, type Money } from '../../../../domain/money';
import { lastFour, showMsisdn } from '../../../../domain/msisdn';
import type { Operation, Spent } from '../../../../domain/spending';
import { textsFor } from '../../../../domain/texts';
import type { Means } from '../../../../integrations/payments/port';
import type { ChosenMeans } from '../../../../domain/spending/details';
import { nameOf } from '../../../engine/means-name';
import { moneyTexts } from '../../../engine/money-texts';
import { celebrated, receipt } from '../../../engine/receipt';
import type { Known, Mobile, Settlement } from '../../../engine/skill';
import type { texts } from './texts';

export type Paying = Known<
  typeof texts.es,
  { readonly mobile: Mobile; readonly owed: Money; readonly means: readonly Means[]; readonly pay: ChosenMeans }
>;

/** What is paid, from what, and that nothing is owed then. */
export function consentWords({ t, country, language, mobile, owed, means, pay }: Paying): Message {
  const { available } = means.find(({ id }) => id === pay.id) ?? {};
  const has = available === undefined ? '' : t.has({ available: formatMoney(available, country) });
  const from = pay.kind === 'balance' ? t.balanceMeans({ has }) : t.walletMeans({ name: nameOf(pay, language), has });
  return { text: t.consent({ owed: formatMoney(owed, country), means: from, line: showMsisdn(mobile.msisdn, country) }) };
}

export function outcomeWords(spent: Exclude<Spent, { status: 'limit' }>, paying: Paying): Message {
  const { t, country, language, form, owed, mobile } = paying;
  const { reference, outcome } = spent.operation;
  const amount = formatMoney(owed, country);
  if (spent.status === 'unknown')
    return {
      text: t.unknown({ amount, when: theHour(spent.until, country, language), reference }),
      choices: [{ id: 'go:operations', label: t.seeOperations }],
    };
  if (spent.status === 'done')
    return {
      text: celebrated(t.done({ amount, line: showMsisdn(mobile.msisdn, country), reference })),
      cards: [receipt(spent.operation, t.receipt, mobile.msisdn, paying)],
      choices: [{ id: 'go:operations', label: t.seeReceipt }],
    };
  const reason = outcome?.status === 'refused' ? outcome.reason : '';
  return {
    text: t.refused({ why: textsFor(moneyTexts, language, form).refused({ reason }) }),
    choices: [{ id: 'go:top-up', label: t.topUp }, { id: 'go:agent', label: t.person }], // prettier-ignore
  };
}

/** The end of a payment that was in doubt, for a chat that may be anybody's by now. */
export function settledWords({ t, country }: Known<typeof texts.es, object>, operation: Operation, how: Settlement): Message {
  const { reference } = operation;
  const moved = { amount: formatMoney(operation.amount, country), last: lastFour(operation.line) };
  if (how === 'stuck') return { text: t.stuck({ ...moved, reference }), choices: [{ id: 'go:operations', label: t.seeOperations }] };
  if (how === 'refused') return { text: t.settledNot(moved), choices: [{ id: 'go:repay-loan', label: t.button }] };
  return { text: t.settledDone({ ...moved, reference }), choices: [{ id: 'go:operations', label: t.seeReceipt }] };
}
