import { z } from 'zod';
import { theHour } from '../../../domain/dates';
import type { Message } from '../../../domain/message';
import { formatMoney, money, type Money } from '../../../domain/money';
import { lastFour, showMsisdn } from '../../../domain/msisdn';
import type { Operation, Spent } from '../../../domain/spending';
import { textsFor } from '../../../domain/texts';
import { AdvanceDetails } from '../../../domain/spending/details';
import { moneyTexts } from '../../engine/money-texts';
import { receipt } from '../../engine/receipt';
import type { Known, Mobile, Settlement } from '../../engine/skill';
import type { Offer, Profile } from './debts';
import { collected, cost } from './terms';
import type { texts } from './texts';

export type Asked = Known<
  typeof texts.es,
  { readonly mobile: Mobile; readonly profile: Profile; readonly offers: readonly Offer[]; readonly offer: string }
>;
const Facts = z.object({ balanceAfter: z.number().optional().catch(undefined) });

/** The offer that was chosen. @throws when it is none: the flow asks again before that */
export function chosen({ offers, offer }: Pick<Asked, 'offers' | 'offer'>): Offer {
  const found = offers.find(({ id }) => id === offer);
  if (!found) throw new TypeError('an offer that was not offered');
  return found;
}

/** What is lent, what it costs, and when it is collected. */
export function consentWords(asked: Asked): Message {
  const { t, country, mobile, profile } = asked;
  const offer = chosen(asked);
  const line = showMsisdn(mobile.msisdn, country);
  if (offer.kind === 'advance')
    return { text: t.consent({ line, lent: formatMoney(offer.lent, country), terms: cost(asked, profile.recovery, offer) }) };
  const terms = collected(asked, profile.recovery, offer.total);
  return { text: t.consentPack({ line, name: offer.name, terms, fee: formatMoney(offer.fee, country) }) };
}

export function outcomeWords(spent: Exclude<Spent, { status: 'limit' }>, asked: Asked): Message {
  const { t, country, language } = asked;
  const { operation } = spent;
  const lent = what(chosen(asked), asked);
  const choices = [{ id: 'go:operations', label: t.seeOperations }];
  if (spent.status === 'unknown')
    return { text: t.unknown({ lent, when: theHour(spent.until, country, language), reference: operation.reference }), choices };
  return spent.status === 'done' ? doneWords(operation, asked) : refusedWords(operation, asked);
}

const what = ({ kind, lent, name }: Offer, { country }: Pick<Asked, 'country'>): string => (kind === 'pack' ? name : formatMoney(lent, country));

/** No sign of joy: it is a debt. */
function doneWords(operation: Operation, asked: Asked): Message {
  const { t, country, mobile, profile } = asked;
  const offer = chosen(asked);
  const { balanceAfter } = Facts.parse(operation.outcome?.facts ?? {});
  const balance =
    balanceAfter === undefined || offer.kind === 'pack'
      ? ''
      : t.balanceIs({ balance: formatMoney(money(balanceAfter, offer.lent.currency), country) });
  const terms = collected(asked, profile.recovery, offer.total);
  return {
    text: t.done({ lent: what(offer, asked), line: showMsisdn(mobile.msisdn, country), balance, terms, reference: operation.reference }),
    cards: [receipt(operation, t.receipt, mobile.msisdn, asked)],
    choices: [{ id: 'go:operations', label: t.seeReceipt }],
  };
}

function refusedWords({ outcome }: Operation, { t, language, form }: Asked): Message {
  const reason = outcome?.status === 'refused' ? outcome.reason : '';
  return {
    text: t.refused({ why: textsFor(moneyTexts, language, form).refused({ reason }) }),
    choices: [
      { id: 'go:loans', label: t.tryAgain },
      { id: 'go:agent', label: t.person },
    ],
  };
}

/** The end of an advance that was in doubt, for a chat that may be anybody's by now. */
export function settledWords({ t, country, language }: Known<typeof texts.es, object>, operation: Operation, how: Settlement): Message {
  const { reference, amount, line, settledAt, at } = operation;
  const details = AdvanceDetails.safeParse(operation.details).data;
  const last = lastFour(line);
  const shown = (each: Money): string => formatMoney(each, country);
  const lent = shown(amount);
  if (how === 'stuck') return { text: t.stuck({ reference, lent, last }), choices: [{ id: 'go:operations', label: t.seeOperations }] };
  if (how === 'refused') return { text: t.settledNot({ lent, last }), choices: [{ id: 'go:loans', label: t.wantAdvance }] };
  const total = shown(money(amount.minor + (details?.fee ?? 0), amount.currency));
  return {
    text: t.settledDone({ lent, last, total, reference, when: theHour(settledAt ?? at, country, language) }),
    choices: [{ id: 'go:operations', label: t.seeReceipt }],
  };
}
