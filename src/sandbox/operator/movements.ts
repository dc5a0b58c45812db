import type { Route } from '../http/reply';
import { LINES, type SeededLine } from '../seed';
import { COUNTRIES, decimalOf, minorOf } from '../seed/countries';
import { isoOf, momentOf } from '../seed/time';
import { collection, type Draft } from './collection';
import type { Core } from './customers';
import { account } from './openings';
import { inCountry, OFFERS } from '../seed/catalogue';
import { subscriptionsOf } from './subscriptions';

const BASE = '/tmf-api/prepayBalanceManagement/v4';
const DAY_MS = 86_400_000;
/** Days of daily charges that are told. */
const DAILY_DAYS = 5;

/**
 * What changed the main balance, as TMF654 adjustments: what the books say since the seeds, what the seeds say of before, and the daily
 * charges of subscriptions. `adjustType` says what it was.
 */
export function movements(core: Core): Route[] {
  return collection(BASE, 'adjustBalance', 'prepaid', () =>
    LINES.flatMap((line) => [...posted(core, line), ...seeded(core, line), ...daily(core, line)]),
  );
}

/** By the beginning of an entry's reference. */
const TYPES: Readonly<Record<string, string>> = {
  ...{ 'top-up': 'top-up', payment: 'pack', refund: 'refund', advance: 'advance', repayment: 'recovery' },
};

/** What a top-up paid of a debt is told as two movements: all of it came in, and this went to the debt. */
function posted({ books, deeds }: Core, line: SeededLine): Draft[] {
  return books.entries().flatMap(({ ref, what, at, postings }, index) => {
    const [kind = '', key = ''] = ref.split(':');
    const type = TYPES[kind];
    const credited = (name: string): number =>
      postings.filter(({ account: each }) => each === name).reduce((sum, { debit, credit }) => sum + credit - debit, 0);
    const minor = credited(account.balance(line.msisdn));
    const kept = kind === 'top-up' ? credited(account.loan(line.msisdn)) : 0;
    if (type === undefined || (minor === 0 && kept === 0)) return [];
    const order = deeds.all('order').find(({ payment }) => payment === key);
    const id = `entry-${index}-${line.msisdn}`;
    const named = {
      type: order?.paidFrom ? 'subscription' : type,
      what: order ? (OFFERS.find(({ code }) => code === order.offer)?.name ?? order.offer) : what,
    };
    const recovered = draft(line, { id: `${id}-recovery`, at, type: 'recovery', what: 'Pago de adelanto', minor: -kept });
    return [draft(line, { id, at, ...named, minor: minor + kept }), ...(kept === 0 ? [] : [recovered])];
  });
}

function seeded({ clock }: Core, line: SeededLine): Draft[] {
  return (line.line.movements ?? [])
    .filter(({ state }) => state === undefined)
    .map(({ at, what, amount }, index) => {
      const minor = minorOf(amount, line.country);
      const type = /^recarga a /i.test(what) ? 'transfer' : minor > 0 ? 'top-up' : /paquete|pack/i.test(what) ? 'pack' : 'other';
      const other = type === 'transfer' ? LINES.find(({ line: { number } }) => what.endsWith(number))?.msisdn : undefined;
      const when = momentOf(at, line.country, clock.today());
      return draft(line, { id: `before-${line.msisdn}-${index}`, at: when, type, what, minor, ...(other !== undefined && { other }) });
    });
}

function daily(core: Core, line: SeededLine): Draft[] {
  const now = core.clock.now();
  return subscriptionsOf(core, line)
    .filter(({ offer, paidFrom, since }) => offer.every === 'day' && paidFrom === 'balance' && since < now - DAY_MS)
    .flatMap(({ id, offer, renews }) => {
      const minor = -minorOf(inCountry(offer, line.country)?.amount ?? '0', line.country);
      return Array.from({ length: DAILY_DAYS }, (_, days) =>
        draft(line, { id: `${id}-${days}`, at: renews - (days + 1) * DAY_MS, type: 'subscription', what: offer.name, minor, product: id }),
      );
    });
}

function draft(line: SeededLine, of: { id: string; at: number; type: string; what: string; minor: number; product?: string; other?: string }): Draft {
  const { id, at, type, what, minor, product, other } = of;
  return {
    ...{ id, adjustType: type, description: what, confirmationDate: isoOf(at), requestedDate: isoOf(at), status: 'completed', usageType: 'monetary' },
    amount: { amount: decimalOf(minor, line.country), units: COUNTRIES[line.country].currency },
    bucket: { id: `${line.msisdn}-balance` },
    logicalResource: [{ id: line.msisdn, name: 'msisdn' }],
    ...(product !== undefined && { product: [{ id: product }] }),
    ...(other !== undefined && { receiverLogicalResource: [{ id: other }] }),
    '@type': 'AdjustBalance',
  };
}
