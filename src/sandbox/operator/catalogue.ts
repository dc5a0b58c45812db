import type { Route } from '../http/reply';
import { LINES, type SeededLine } from '../seed';
import { CATEGORIES, OFFERS, inCountry, type Offer } from '../seed/catalogue';
import { COUNTRIES, COUNTRY_CODES, decimalOf, type CountryCode } from '../seed/countries';
import { isoOf, momentOf } from '../seed/time';
import { collection, type Draft } from './collection';
import type { Core } from './customers';
import { barOf, payableFrom, personalTo, priceOf, type Prices } from './sale';
import { freeUntilOf, subscriptionsOf } from './subscriptions';
import { TOP_UP_CATEGORY, topUpOffering } from './top-up-offer';

const BASE = '/tmf-api/productCatalogManagement/v4';
const FAIR_USE = 'Uso justo de 250 MB al día; sin llamadas ni video en vivo';

/** What a catalogue is made for: a country, and perhaps one line of it, whose bars and personal offers it says. */
interface Shelf {
  readonly core: Core;
  readonly prices: Prices;
  readonly country: CountryCode;
  readonly line?: SeededLine;
}

/**
 * TMF620: what is on sale, in every country (`place.id` is the country's code), its prices and its categories. Asked with
 * `relatedParty.id=<msisdn>` it is the catalogue of that line.
 */
export function catalogue(core: Core, prices: Prices): Route[] {
  const changed = (): string => isoOf(momentOf({ day: -30, time: '00:00' }, 'GT', core.clock.today()));
  const shelves = (query: URLSearchParams): Shelf[] => {
    const line = LINES.find(({ msisdn }) => msisdn === query.get('relatedParty.id'));
    return line ? [{ core, prices, country: line.country, line }] : COUNTRY_CODES.map((country) => ({ core, prices, country }));
  };
  const all = (query: URLSearchParams, make: (shelf: Shelf) => Draft[]): Draft[] =>
    shelves(query)
      .flatMap(make)
      .map((draft) => ({ ...draft, lastUpdate: changed() }));
  return [
    ...collection(BASE, 'productOffering', 'catalogue', (query) =>
      all(query, (shelf) => [...OFFERS.flatMap((offer) => offering(offer, shelf)), ...topUpOffering(shelf.country, core.clock.now())]).map(
        ownedBy(query.get('relatedParty.id')),
      ),
    ),
    ...collection(BASE, 'productOfferingPrice', 'catalogue', (query) => all(query, (shelf) => OFFERS.flatMap((offer) => pricesOf(offer, shelf)))),
    ...collection(BASE, 'category', 'catalogue', () => categories(changed())),
  ];
}

const ownedBy =
  (msisdn: string | null) =>
  (draft: Draft): Draft =>
    msisdn === null ? draft : { ...draft, relatedParty: [{ id: msisdn, role: 'customer' }] };

/** "Paquete Datos 2 GB, 3 días"; a subscription is called by its own name. */
function nameOf(offer: Offer, country: CountryCode): string {
  if (offer.days === undefined) return offer.name;
  const data = inCountry(offer, country)?.data;
  const size = data === undefined ? '' : ` ${data}`;
  return `${COUNTRIES[country].family} ${offer.name}${size}, ${offer.days} ${offer.days === 1 ? 'día' : 'días'}`;
}

function offering(offer: Offer, shelf: Shelf): Draft[] {
  const { country } = shelf;
  const here = inCountry(offer, country);
  if (here === undefined) return [];
  const category = CATEGORIES.find(({ id }) => id === offer.category);
  return [
    {
      id: `${country}-${offer.code}`,
      name: nameOf(offer, country),
      description: offer.content,
      isBundle: false,
      isSellable: offer.soldOut !== true,
      ...(offer.soldOut === true && { statusReason: 'Agotado' }),
      lifecycleStatus: 'Active',
      version: '1.0',
      category: [{ id: offer.category, name: category?.name }],
      place: [{ id: country, name: COUNTRIES[country].name }],
      productOfferingPrice: pricesOf(offer, shelf),
      productOfferingTerm: offer.days === undefined ? [] : [{ name: 'Vigencia', duration: { amount: offer.days, units: 'day' } }],
      prodSpecCharValueUse: [...characteristics(offer, here.data), ...personal(offer, shelf)],
      '@type': 'ProductOffering',
    },
  ];
}

const value = (name: string, content: string | number | boolean | readonly string[], unitOfMeasure?: string): object => ({
  name,
  productSpecCharacteristicValue: [content].flat().map((each) => ({ value: each, ...(unitOfMeasure !== undefined && { unitOfMeasure }) })),
});

function characteristics({ code, minutes, sms, adultsOnly, needsRoaming, paidFrom }: Offer, data: string | undefined): object[] {
  const [amount, unit] = data?.split(' ') ?? [];
  return [
    value('code', code),
    ...(amount === undefined ? [] : [value('data', Number(amount), unit)]),
    ...(minutes === undefined ? [] : [value('voice', minutes, 'min')]),
    ...(sms === undefined ? [] : [value('sms', sms, 'SMS')]),
    ...(code === 'R1' || code === 'R7' ? [value('fairUse', FAIR_USE)] : []),
    ...(adultsOnly === undefined ? [] : [value('adultsOnly', true)]),
    ...(needsRoaming === undefined ? [] : [value('needsRoaming', true)]),
    ...(paidFrom === undefined ? [] : [value('paidFrom', paidFrom)]),
  ];
}

/** What an offer is to one line: barred, its own, free until a day, payable from what it has. */
function personal(offer: Offer, { core, line }: Shelf): object[] {
  if (line === undefined) return offer.soldOut === true ? [value('barred', 'sold-out')] : [];
  const hasIt = offer.every !== undefined && subscriptionsOf(core, line).some((held) => held.offer.code === offer.code);
  const barred = hasIt ? 'already' : barOf(offer, line);
  const words = personalTo(line, offer)?.words;
  const free = freeUntilOf(core, line, offer);
  return [
    ...(barred === undefined ? [] : [value('barred', barred)]),
    ...(words === undefined ? [] : [value('personal', words)]),
    ...(free === undefined ? [] : [value('freeUntil', isoOf(free))]),
    ...(offer.every === undefined ? [] : [value('payable', payableFrom(core, line, offer))]),
  ];
}

function pricesOf(offer: Offer, { core, prices, country, line }: Shelf): Draft[] {
  const minor = priceOf(offer, { country }, prices);
  if (minor === undefined) return [];
  const { currency: unit } = COUNTRIES[country];
  const charge = offer.every === undefined ? { priceType: 'oneTime' } : { priceType: 'recurring', recurringChargePeriodType: offer.every, recurringChargePeriodLength: 1 }; // prettier-ignore
  const common = { isBundle: false, lifecycleStatus: 'Active', version: '1.0', place: [{ id: country }], '@type': 'ProductOfferingPrice' };
  const free = { ...common, id: `${country}-${offer.code}-first-month`, name: 'Primer mes gratis', priceType: 'discount', percentage: 100 };
  const isFree = offer.firstMonthFree === true && (line === undefined || freeUntilOf(core, line, offer) !== undefined);
  const price = { ...common, ...charge, id: `${country}-${offer.code}-price`, name: 'Precio', price: { unit, value: decimalOf(minor, country) } };
  return [price, ...(isFree ? [free] : [])];
}

function categories(lastUpdate: string): Draft[] {
  return [...CATEGORIES, TOP_UP_CATEGORY].map(({ id, name }) => ({
    id,
    name,
    isRoot: true,
    lifecycleStatus: 'Active',
    version: '1.0',
    lastUpdate,
    '@type': 'Category',
  }));
}
