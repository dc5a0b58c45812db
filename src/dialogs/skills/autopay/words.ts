import { z } from 'zod';
import { spokenDay, theHour } from '../../../domain/dates';
import type { Message } from '../../../domain/message';
import { formatMoney } from '../../../domain/money';
import type { Operation, Spent } from '../../../domain/spending';
import { AutopayDetails } from '../../../domain/spending/details';
import type { Autopay } from '../../../integrations/recurring/port';
import type { Means } from '../../../integrations/payments/port';
import { StoredMoney } from '../../engine/amounts';
import type { Billing } from '../../engine/billing';
import type { Known, Settlement } from '../../engine/skill';
import type { texts } from './texts';

type Told = Known<typeof texts.es, object>;
type Standing = Known<
  typeof texts.es,
  { readonly billing: Billing; readonly plan: Pick<Autopay, 'state' | 'method' | 'last'>; readonly cards: readonly Means[] }
>;

/** How it stands, what became of the last charge, and what is wrong with it. */
export function statusWords({ t, billing: { whose }, plan, cards, now, country, language }: Standing): string {
  if (plan.state === 'off') return t.off({ whose });
  const card = cards.find(({ id }) => id === plan.method);
  if (card === undefined) return t.onUnknown({ whose });
  const told = { whose, card: card.name };
  if (card.barred !== undefined) return t.onExpired(told);
  if (plan.last === undefined) return t.on(told);
  const last = { ...told, day: spokenDay(plan.last.at, now, country, language) };
  return plan.last.state === 'paid' ? t.onPaid(last) : t.onFailed(last);
}

export const wishesOf = ({ t, plan }: Standing): { id: string; label: string }[] => [
  { id: 'on', label: plan.state === 'off' ? t.turnOn : t.change },
  ...(plan.state === 'on' ? [{ id: 'off', label: t.turnOff }] : []),
  { id: 'leave', label: t.leave },
];

/** What came of it. */
export function outcomeWords(spent: Spent, told: Told): Message {
  const { t, country, language } = told;
  if (spent.status === 'limit') return { text: t.refused };
  const { reference } = spent.operation;
  if (spent.status === 'unknown') return { text: t.unknown({ reference, when: theHour(spent.until, country, language) }) };
  return settledWords(told, spent.operation, spent.status);
}

export function settledWords({ t }: Told, { details, reference }: Operation, what: Settlement): Message {
  if (what === 'stuck') return { text: t.stuck({ reference }) };
  if (what === 'refused')
    return {
      text: t.refused,
      choices: [
        { id: 'go:autopay', label: t.again },
        { id: 'go:agent', label: t.person },
      ],
    };
  const isOff = AutopayDetails.safeParse(details).data?.to === 'off';
  return { text: isOff ? t.doneOff({ reference }) : t.doneOn({ reference }), choices: [{ id: 'go:pay-invoice', label: t.pay }] };
}

/** What the operator's biller did. */
export const Charged = z.object({ account: z.string(), amount: StoredMoney, state: z.enum(['paid', 'rejected']), reference: z.string() });

export function chargedWords({ t, country }: Told, { account, amount, state, reference }: z.infer<typeof Charged>): Message {
  const said = { amount: formatMoney(amount, country), last: account.slice(-4) };
  if (state === 'paid') return { text: t.charged({ ...said, reference }) };
  return {
    text: t.failed(said),
    choices: [
      { id: 'go:pay-invoice', label: t.pay },
      { id: 'go:cards', label: t.cards },
    ],
  };
}
