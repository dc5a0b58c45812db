import type { Clock } from '../clock';
import type { Route } from '../http/reply';
import { CATEGORIES, OFFERS, inCountry, type Offer } from '../seed/catalogue';
import { COUNTRIES, COUNTRY_CODES, decimalOf, minorOf, type CountryCode } from '../seed/countries';
import { isoOf, momentOf } from '../seed/time';
import { collection, type Draft } from './collection';

const BASE = '/tmf-api/productCatalogManagement/v4';

/** TMF620: what is on sale, in every country (`place.id` is the country's code), its prices and its categories. */
export function catalogue(clock: Clock): Route[] {
  const changed = (): string => isoOf(momentOf({ day: -30, time: '00:00' }, 'GT', clock.today()));
  const offers = (make: (offer: Offer, country: CountryCode) => Draft[]): Draft[] =>
    COUNTRY_CODES.flatMap((country) => OFFERS.flatMap((offer) => make(offer, country))).map((draft) => ({
      ...draft,
      lastUpdate: changed(),
    }));
  return [
    ...collection(BASE, 'productOffering', 'catalogue', () => offers(offering)),
    ...collection(BASE, 'productOfferingPrice', 'catalogue', () => offers(prices)),
    ...collection(BASE, 'category', 'catalogue', () => categories(changed())),
  ];
}

/** "Paquete Datos 2 GB, 3 días"; a subscription is called by its own name. */
function nameOf(offer: Offer, country: CountryCode): string {
  if (offer.days === undefined) return offer.name;
  const data = inCountry(offer, country)?.data;
  const size = data === undefined ? '' : ` ${data}`;
  return `${COUNTRIES[country].family} ${offer.name}${size}, ${offer.days} ${offer.days === 1 ? 'día' : 'días'}`;
}

function offering(offer: Offer, country: CountryCode): Draft[] {
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
      productOfferingPrice: prices(offer, country).map(({ id, name }) => ({ id, name })),
      productOfferingTerm: offer.days === undefined ? [] : [{ name: 'Vigencia', duration: { amount: offer.days, units: 'day' } }],
      prodSpecCharValueUse: characteristics(offer, here.data),
      '@type': 'ProductOffering',
    },
  ];
}

function characteristics({ code, minutes, sms, adultsOnly, needsRoaming, paidFrom }: Offer, data: string | undefined): object[] {
  const [amount, unit] = data?.split(' ') ?? [];
  const value = (name: string, content: string | number | boolean, unitOfMeasure?: string): object => ({
    name,
    productSpecCharacteristicValue: [{ value: content, ...(unitOfMeasure !== undefined && { unitOfMeasure }) }],
  });
  return [
    value('code', code),
    ...(amount === undefined ? [] : [value('data', Number(amount), unit)]),
    ...(minutes === undefined ? [] : [value('voice', minutes, 'min')]),
    ...(sms === undefined ? [] : [value('sms', sms, 'SMS')]),
    ...(adultsOnly === undefined ? [] : [value('adultsOnly', true)]),
    ...(needsRoaming === undefined ? [] : [value('needsRoaming', true)]),
    ...(paidFrom === undefined ? [] : [value('paidFrom', paidFrom)]),
  ];
}

function prices(offer: Offer, country: CountryCode): Draft[] {
  const here = inCountry(offer, country);
  if (here === undefined) return [];
  const { currency: unit } = COUNTRIES[country];
  const charge = offer.every === undefined ? { priceType: 'oneTime' } : { priceType: 'recurring', recurringChargePeriodType: offer.every, recurringChargePeriodLength: 1 }; // prettier-ignore
  const common = { isBundle: false, lifecycleStatus: 'Active', version: '1.0', place: [{ id: country }], '@type': 'ProductOfferingPrice' };
  const free = { ...common, id: `${country}-${offer.code}-first-month`, name: 'Primer mes gratis', priceType: 'discount', percentage: 100 };
  return [
    {
      ...common,
      ...charge,
      id: `${country}-${offer.code}-price`,
      name: 'Precio',
      price: { unit, value: decimalOf(minorOf(here.amount, country), country) },
    },
    ...(offer.firstMonthFree === true ? [free] : []),
  ];
}

function categories(lastUpdate: string): Draft[] {
  return CATEGORIES.map(({ id, name }) => ({
    id,
    name,
    isRoot: true,
    lifecycleStatus: 'Active',
    version: '1.0',
    lastUpdate,
    '@type': 'Category',
  }));
}
