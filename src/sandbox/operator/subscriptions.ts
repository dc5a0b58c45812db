import type { SeededLine } from '../seed';
import { OFFERS, type Offer } from '../seed/catalogue';
import { momentOf, nextRenewal } from '../seed/time';
import type { Core } from './customers';

const DAY_MS = 86_400_000;
/** Since when the seeds' subscriptions are there. */
const SEEDED_DAY = -60;

/** A subscription that a line has now: of the seeds, or begun since, unless it was ended. */
interface Held {
  readonly id: string;
  readonly offer: Offer;
  readonly paidFrom: 'balance' | 'wallet' | 'bill';
  readonly renews: number;
  readonly since: number;
  /** Nothing is charged until then. */
  readonly freeUntil?: number;
}

export function subscriptionsOf(core: Core, line: SeededLine): Held[] {
  const { deeds, clock } = core;
  const own = deeds.all('order').filter((order) => order.line === line.msisdn && order.status === 'completed');
  const isEnded = (code: string, since: number): boolean => own.some(({ action, offer, at }) => action === 'delete' && offer === code && at >= since);
  const today = clock.today();
  const seeded = (line.line.subscriptions ?? []).map(({ offer, renews, paidFrom }) => {
    return {
      code: offer,
      since: momentOf({ day: SEEDED_DAY }, line.country, today),
      first: momentOf(renews, line.country, today),
      from: paidFrom,
      paid: true,
    };
  });
  const begun = own.flatMap(({ action, offer: code, at, paidFrom, payment }) =>
    action === 'add' ? [{ code, since: at, first: at + periodOf(code), from: payer(paidFrom), paid: payment !== undefined }] : [],
  );
  return [...seeded, ...begun].flatMap(({ code, since, first, from, paid }) => {
    const offer = OFFERS.find((each) => each.code === code);
    if (offer?.every === undefined || isEnded(code, since)) return [];
    const renews = nextRenewal(first, offer.every, clock.now());
    return [
      { id: `subscription-${code}-${line.msisdn}`, offer, paidFrom: from, renews, since, ...(!paid && first > clock.now() && { freeUntil: first }) },
    ];
  });
}

const periodOf = (code: string): number => (OFFERS.find((each) => each.code === code)?.every === 'day' ? 1 : 30) * DAY_MS;
const payer = (from: string | undefined): Held['paidFrom'] => (from === 'wallet' || from === 'bill' ? from : 'balance');

/** Whether a line has, or had, a subscription: the first month is free once. */
export const hadBefore = ({ deeds }: Core, { msisdn, line }: SeededLine, { code }: Offer): boolean =>
  (line.subscriptions ?? []).some(({ offer }) => offer === code) ||
  deeds.all('order').some((order) => order.line === msisdn && order.offer === code && order.action === 'add');

/** When a free first month that begins now ends; undefined when it is not free. */
export const freeUntilOf = (core: Core, line: SeededLine, offer: Offer): number | undefined =>
  offer.firstMonthFree === true && !hadBefore(core, line, offer) ? core.clock.now() + 30 * DAY_MS : undefined;
