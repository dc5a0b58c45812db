import type { Offer } from '../seed/catalogue';
import { inCountry } from '../seed/catalogue';
import type { SeededLine } from '../seed';
import { minorOf } from '../seed/countries';
import { methodsOf, type Core, type Method } from './customers';

/** What a minor may buy: nothing at night, nothing that recurs, nothing that lasts longer than a week. */
const FOR_MINORS = ['D1', 'D3', 'D7', 'M1', 'M3', 'M7', 'V1', 'V7', 'S7'];
/** Plans whose lines buy nothing on their own. */
const RESTRICTED_PLANS = ['empresas'];
/** An offer for one line alone, and what is given on top. */
const PERSONAL = { msisdn: '50255550101', code: 'M7', words: 'Todo en uno 7 días, con 1 GB de regalo', giftGb: 1 };

/** Codes whose price is another one than the catalogue was printed with. */
export type Prices = (offer: string) => string | undefined;

/** Why an offer is not for a line now, by a word of the catalogue. */
export type Bar = 'sold-out' | 'roaming-off' | 'minor' | 'not-for-this-line';
export function barOf(offer: Offer, { line, plan }: SeededLine): Bar | undefined {
  if (offer.soldOut === true) return 'sold-out';
  if (RESTRICTED_PLANS.includes(line.plan) || (line.status ?? 'active') !== 'active') return 'not-for-this-line';
  if (line.minor === true && !FOR_MINORS.includes(offer.code)) return 'minor';
  if (offer.needsRoaming === true && line.roaming !== true) return 'roaming-off';
  return offer.paidFrom === 'bill' && plan.kind !== 'postpaid' ? 'not-for-this-line' : undefined;
}

/** An offer by its id in the catalogue, `GT-M7`. */
export const idOf = (offer: Pick<Offer, 'code'>, { country }: Pick<SeededLine, 'country'>): string => `${country}-${offer.code}`;

/** What an offer costs in a country now, minor units; undefined where it is not on sale. */
export function priceOf(offer: Offer, { country }: Pick<SeededLine, 'country'>, prices: Prices): number | undefined {
  const amount = prices(idOf(offer, { country })) ?? inCountry(offer, country)?.amount;
  return amount === undefined ? undefined : minorOf(amount, country);
}

export const personalTo = ({ msisdn }: SeededLine, { code }: Pick<Offer, 'code'>): typeof PERSONAL | undefined =>
  PERSONAL.msisdn === msisdn && PERSONAL.code === code ? PERSONAL : undefined;

/** What a line may pay a subscription from. */
export function payableFrom(core: Core, line: SeededLine, { paidFrom }: Offer): Method['kind'][] {
  const kinds = methodsOf(core, line).flatMap(({ kind, barred }) => (barred === undefined && kind !== 'card' ? [kind] : []));
  return paidFrom === undefined ? kinds : kinds.filter((kind) => kind === paidFrom);
}
