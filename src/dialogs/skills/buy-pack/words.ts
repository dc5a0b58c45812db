import { z } from 'zod';
import { endOfDay, theHour, until } from '../../../domain/dates';
import type { Message } from '../../../domain/message';
import { formatMoney, money, subtract, type Money } from '../../../domain/money';
import { lastFour, showMsisdn } from '../../../domain/msisdn';
import type { Operation, Spent } from '../../../domain/spending';
import { textsFor } from '../../../domain/texts';
import type { Pack } from '../../../integrations/catalogue/port';
import type { Means } from '../../../integrations/payments/port';
import type { ChosenMeans } from '../../../domain/spending/details';
import { nameOf } from '../../engine/means-name';
import { moneyTexts } from '../../engine/money-texts';
import { celebrated, factsOf, receipt } from '../../engine/receipt';
import type { Known, Settlement } from '../../engine/skill';
import { isForSomebody } from '../../engine/somebody';
import { bestOf, type Wish } from './choose';
import { describedAs, type Chosen, type Told } from './lists';
import type { texts } from './texts';

export type Buying = Told & {
  readonly wish: Wish;
  readonly pack: Chosen;
  readonly picked: Pack;
  readonly means: readonly Means[];
  readonly pay: ChosenMeans;
};

const shownIn =
  ({ country }: Pick<Told, 'country'>) =>
  (each: Money): string =>
    formatMoney(each, country);
/** Until the last minute of its last day. */
const untilWhen = ({ picked, now, country, language }: Buying): string => until(endOfDay(now, picked.days, country), now, country, language);

/** Name, size, until when, price, and what is left of the balance. A price that is no longer the one shown is said first. */
export function consentWords(buying: Buying): Message {
  const { t, picked, pack, wish, mobile, country, said } = buying;
  const shown = shownIn(buying);
  const what = { what: saidOf(picked), until: untilWhen(buying) };
  const line = (isForSomebody(said.words ?? '') ? t.forThisLine : t.forLine)({ line: showMsisdn(mobile.msisdn, country) });
  if (picked.price.minor !== pack.price) {
    const before = shown(money(pack.price, picked.price.currency));
    return { text: [t.offer(what), payWords(buying), line, t.changed({ now: shown(picked.price), before })].join(' ') };
  }
  const budget = wish.budget === undefined ? undefined : shown(money(wish.budget, picked.price.currency));
  const isForIt = budget !== undefined && bestOf(buying.packs, wish)?.id === picked.id; // another one may have been chosen since
  const first = isForIt ? t.fits({ budget, ...what }) : t.offer(what);
  return { text: [first, payWords(buying), line, t.buyIt].join(' ') };
}

const saidOf = (pack: Pack): string => [describedAs(pack), ...(pack.personal === undefined ? [] : [pack.personal])].join('; ');

function payWords({ t, picked, pay, means, country, language }: Buying): string {
  const shown = shownIn({ country });
  const price = shown(picked.price);
  const have = means.find(({ id }) => id === pay.id)?.available;
  if (pay.kind === 'bill') return t.onBill({ price });
  if (pay.kind !== 'balance' || have === undefined) return t.fromOther({ price, means: nameOf(pay, language) });
  return t.fromBalance({ price, have: shown(have), left: shown(subtract(have, picked.price)) });
}

/** What came of it. */
export function outcomeWords(spent: Spent, buying: Buying): Message {
  const { t, picked, pay, country, language } = buying;
  if (spent.status === 'limit') return { text: t.limit, choices: [{ id: 'go:balances', label: t.balance }] };
  if (spent.status === 'unknown') {
    const when = theHour(spent.until, country, language);
    const said = { name: picked.name, price: shownIn(buying)(picked.price), when, reference: spent.operation.reference };
    return { text: (pay.kind === 'wallet' ? t.approve : t.unknown)(said), choices: [{ id: 'go:operations', label: t.seeOperations }] };
  }
  return spent.status === 'done' ? doneWords(spent.operation, buying) : refusedWords(spent.operation, buying);
}

function doneWords(operation: Operation, buying: Buying): Message {
  const { t, picked, pay, mobile, country, now, language } = buying;
  const { balanceAfter: balance, until: end } = factsOf(operation.outcome);
  const text = [
    t.done({ name: picked.name, until: end === undefined ? untilWhen(buying) : until(end, now, country, language) }),
    ...(balance !== undefined && pay.kind === 'balance' ? [t.doneBalance({ balance: shownIn(buying)(money(balance, picked.price.currency)) })] : []),
    t.reference({ reference: operation.reference }),
  ].join(' ');
  return {
    text: celebrated(text),
    cards: [receipt(operation, picked.name, mobile.msisdn, buying)],
    choices: [
      { id: 'go:quota', label: t.quota },
      { id: 'go:operations', label: t.seeReceipt },
    ],
  };
}

function refusedWords({ outcome }: Operation, { t, language, form }: Buying): Message {
  const reason = outcome?.status === 'refused' ? outcome.reason : '';
  const money = textsFor(moneyTexts, language, form);
  return {
    text: t.refused({ why: money.refused({ reason }) }),
    choices: [
      { id: 'go:buy-pack', label: t.again },
      { id: 'go:agent', label: money.person },
    ],
  };
}

/** What the details of the order say of themselves. */
const Named = z.object({ name: z.string(), to: z.string() });

/** The end of a purchase that was in doubt, for a chat that may be anybody's by now. */
export function settledWords({ t, country, language }: Known<typeof texts.es, object>, operation: Operation, what: Settlement): Message {
  const { reference, amount, details, line, settledAt, at } = operation;
  const { name = t.again, to = line } = Named.safeParse(details).data ?? {};
  const last = lastFour(to);
  const price = formatMoney(amount, country);
  if (what === 'stuck') return { text: t.stuck({ name, last, reference }), choices: [{ id: 'go:operations', label: t.seeOperations }] };
  if (what === 'refused') return { text: t.settledNot({ name, price, last }), choices: [{ id: 'go:buy-pack', label: t.again }] };
  return {
    text: t.settledDone({ name, price, last, when: theHour(settledAt ?? at, country, language), reference }),
    choices: [{ id: 'go:operations', label: t.seeReceipt }],
  };
}
