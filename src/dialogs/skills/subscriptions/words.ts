import { spokenDay, theHour } from '../../../domain/dates';
import type { Message } from '../../../domain/message';
import { formatMoney, money } from '../../../domain/money';
import { lastFour, showMsisdn } from '../../../domain/msisdn';
import type { Operation, Spent } from '../../../domain/spending';
import { textsFor } from '../../../domain/texts';
import { SubscribeDetails, UnsubscribeDetails } from '../../../domain/spending/details';
import type { ChosenMeans } from '../../../domain/spending/details';
import { moneyTexts } from '../../engine/money-texts';
import { celebrated, receipt } from '../../engine/receipt';
import type { Known, Settlement } from '../../engine/skill';
import type { Held, Offer } from './held';
import { paidFrom, priced } from './list';
import { chosenOffer, dueNow, type Paying } from './offers';
import type { texts } from './texts';

const DAY_MS = 24 * 3_600_000;

export type Asked = Paying & { readonly pay: ChosenMeans | undefined };
/** What is ordered: one that ends, or one that begins and what it is charged to. */
export type Wanted = { readonly ends: Held } | { readonly begins: Offer; readonly pay: ChosenMeans };

/** @throws when it is no longer there: the flow asks again before that */
export function wantedOf(asked: Asked): Wanted {
  const { wish, mine, pay } = asked;
  const ends = wish.does === 'buy' ? undefined : mine.find(({ id }) => id === wish.id);
  if (ends) return { ends };
  const begins = chosenOffer(asked);
  if (!begins || !pay) throw new TypeError('a subscription that is not there');
  return { begins, pay };
}

/** What ends, until when it can be used and what is no longer charged; or what begins, its price and its first charge. */
export function consentWords(asked: Asked): Message {
  const { t, now, country, language, mobile, wish } = asked;
  const wanted = wantedOf(asked);
  const day = (at: number): string => spokenDay(at, now, country, language);
  if ('ends' in wanted) {
    const { name, renews } = wanted.ends;
    const values = { name, price: priced(asked, wanted.ends), until: day(Math.max(renews - DAY_MS, now)), next: day(renews) };
    return { text: wish.does === 'denied' ? t.cancelDenied(values) : t.cancel(values) };
  }
  const { begins, pay } = wanted;
  const values = { name: begins.name, line: showMsisdn(mobile.msisdn, country), price: priced(asked, begins), means: paidFrom(asked, sourceOf(pay)) };
  if (begins.freeUntil !== undefined) return { text: t.buyFree({ ...values, day: day(begins.freeUntil) }) };
  return { text: t.buyNow({ ...values, first: formatMoney(begins.price, country) }) };
}

/** What an order keeps of the means: a subscription is never charged to a card. */
export const sourceOf = ({ kind }: ChosenMeans): Held['paidFrom'] => (kind === 'wallet' || kind === 'bill' ? kind : 'balance');

const nameOf = (wanted: Wanted): string => ('ends' in wanted ? wanted.ends.name : wanted.begins.name);

/** What came of it. */
export function outcomeWords(spent: Exclude<Spent, { status: 'limit' }>, asked: Asked): Message {
  const { t, country, language } = asked;
  const wanted = wantedOf(asked);
  const name = nameOf(wanted);
  const { reference } = spent.operation;
  if (spent.status === 'unknown') {
    const when = theHour(spent.until, country, language);
    const what = 'ends' in wanted ? t.whatCancel({ name }) : t.whatBuy({ name });
    const asks = 'begins' in wanted && wanted.pay.kind === 'wallet' && dueNow(wanted.begins).minor > 0;
    return { text: (asks ? t.approve : t.unknown)({ what, when, reference }), choices: [{ id: 'go:operations', label: t.seeOperations }] };
  }
  return spent.status === 'done' ? doneWords(spent.operation, wanted, asked) : refusedWords(spent.operation, wanted, asked);
}

function doneWords(operation: Operation, wanted: Wanted, asked: Asked): Message {
  const { t, wish, now, country, language, mobile } = asked;
  const { reference } = operation;
  if ('ends' in wanted) {
    if (wish.does === 'denied') return { text: t.cancelled({ reference }) };
    const choices = [{ id: 'go:subscription-case', label: t.openCase }, { id: 'go:menu', label: t.fine }]; // prettier-ignore
    return { text: `${t.cancelled({ reference })} ${t.ifNotYou}`, choices };
  }
  const { name, freeUntil, price } = wanted.begins;
  const text =
    freeUntil === undefined
      ? t.bought({ name, first: formatMoney(price, country), reference })
      : t.boughtFree({ name, day: spokenDay(freeUntil, now, country, language), reference });
  return {
    text: celebrated(text),
    cards: [receipt(operation, `${t.receipt}: ${name}`, mobile.msisdn, asked)],
    choices: [{ id: 'go:operations', label: t.seeOperations }],
  };
}

function refusedWords({ outcome }: Operation, wanted: Wanted, { t, language, form }: Asked): Message {
  const reason = outcome?.status === 'refused' ? outcome.reason : '';
  const person = { id: 'go:agent', label: t.person };
  const name = nameOf(wanted);
  if ('ends' in wanted)
    return reason === 'not-found' ? { text: t.goneAlready({ name }), choices: [person] } : { text: t.notCancelled({ name }), choices: [person] };
  const why = textsFor(moneyTexts, language, form).refused({ reason });
  return { text: t.notBought({ name, why }), choices: [{ id: 'go:subscriptions', label: t.tryAgain }, person] };
}

/** The end of an order that was in doubt, for a chat that may be anybody's by now. */
export function settledWords({ t }: Known<typeof texts.es, object>, operation: Operation, how: Settlement): Message {
  const { kind, details, line, reference } = operation;
  const name = (kind === 'subscribe' ? SubscribeDetails : UnsubscribeDetails).safeParse(details).data?.name ?? '';
  const what = kind === 'subscribe' ? t.whatBuy({ name }) : t.whatCancel({ name });
  const last = lastFour(line);
  const choices = [{ id: 'go:operations', label: t.seeOperations }];
  if (how === 'stuck') return { text: t.stuck({ what, last, reference }), choices };
  if (how === 'refused') return { text: t.settledNot({ what, last }), choices: [{ id: 'go:subscriptions', label: t.tryAgain }] };
  return { text: t.settledDone({ what, last, reference }), choices };
}

/** The order, as the ledger takes it. */
export function orderOf(wanted: Wanted) {
  if ('ends' in wanted) {
    const { id, name, price } = wanted.ends;
    return { kind: 'unsubscribe', amount: money(0, price.currency), details: { product: id, name } satisfies UnsubscribeDetails };
  }
  const { begins, pay } = wanted;
  const details: SubscribeDetails = { offer: begins.id, name: begins.name, price: begins.price.minor, means: sourceOf(pay) };
  return { kind: 'subscribe', amount: dueNow(begins), details };
}
