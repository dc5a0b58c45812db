import { spokenMoment } from '../../../domain/dates';
import type { Message } from '../../../domain/message';
import { formatMoney } from '../../../domain/money';
import type { Known } from '../../engine/skill';
import type { Lead, Payment } from './search';
import type { texts } from './texts';

type Words = Known<typeof texts.es, object>;

/** A payment in words: what, when, and the number on its paper, where there is one. */
export function inWords({ amount, at, reference }: Pick<Payment, 'amount' | 'at' | 'reference'>, { t, country, language, now }: Words) {
  const paper = reference === undefined ? '' : t.paper({ reference });
  return { amount: formatMoney(amount, country), when: spokenMoment(at, now, country, language), paper };
}

/** What was found without asking, and the way on if it is not the one. */
export function toldOf(words: Words, lead: Lead | undefined): Message {
  const { t } = words;
  const other = { id: 'other', label: t.notThat };
  if (lead?.kind === 'waits') {
    const { amount, when } = inWords(lead.own, words);
    const of = lead.own.amount.minor > 0 ? t.of({ amount }) : '';
    return {
      text: (lead.own.onPage ? t.unpaid : t.waits)({ of, when, reference: lead.own.reference }),
      choices: [{ id: 'go:operations', label: t.mine }, other],
    };
  }
  if (lead?.kind !== 'settled') return { text: t.askAmount };
  const { payment, isLast } = lead;
  const text = payment.what === 'top-up' && payment.state === 'applied' && isLast ? t.last(inWords(payment, words)) : settledWords(payment, words);
  return { text, choices: [...next(words), other] };
}

export const next = ({ t }: Words) => [
  { id: 'go:balances', label: t.balance },
  { id: 'go:balance-use', label: t.whereItWent },
];

export function settledWords(payment: Payment, words: Words): string {
  const { t } = words;
  const values = inWords(payment, words);
  if (payment.state === 'reversed') return t.reversed(values);
  return payment.what === 'invoice' ? t.appliedInvoice(values) : t.applied(values);
}
