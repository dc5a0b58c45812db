import type { Clock } from '../clock';
import type { Route } from '../http/reply';
import { COUNTRIES, type CountryCode } from '../seed/countries';
import { STORES, type Calendar, type SeededStore } from '../seed/stores';
import { collection, type Draft } from './collection';

const SERVICES: Readonly<Record<string, string>> = { V: 'sales', P: 'payments', C: 'sim', E: 'returns', T: 'technical', D: 'accessible' };

/** TMF674, with the TMF675 location and the TMF673 address of each site embedded. */
export function stores(clock: Clock): Route[] {
  return collection('/tmf-api/geographicSiteManagement/v4', 'geographicSite', 'stores', () => STORES.map((store) => site(store, clock)));
}

function site(store: SeededStore, clock: Clock): Draft {
  const { id, name, country, services, aliases = [], kind = 'store', movedTo, closedToday } = store;
  const today = dayIn(country, clock.today());
  return {
    ...{ id, name, code: id.toUpperCase(), siteType: kind, status: movedTo === undefined ? 'active' : 'terminated', '@type': 'GeographicSite' },
    place: placesOf(store),
    calendar: [
      ...calendarOf(store.calendar, country),
      ...(closedToday === undefined ? [] : [{ day: today, status: 'closed', description: closedToday, timeZone: zoneOf(country), hourPeriod: [] }]),
    ],
    siteCharacteristic: [
      ...[...services].map((letter) => ({ name: 'service', value: SERVICES[letter] })),
      ...aliases.map((value) => ({ name: 'alias', value })),
    ],
    ...(movedTo !== undefined && { siteRelationship: [{ id: movedTo, relationshipType: 'movedTo', role: 'successor' }] }),
  };
}

const placesOf = ({ id, country, city, department, street, lat, lon }: SeededStore): object[] => [
  {
    ...{ id: `${id}-location`, '@type': 'GeographicLocationExtension', '@referredType': 'GeographicLocation', country },
    ...{ geometryType: 'point', spatialRef: 'WGS 84', geometry: [{ x: String(lon), y: String(lat) }] },
  },
  {
    ...{ id: `${id}-address`, '@type': 'GeographicAddressExtension', '@referredType': 'GeographicAddress', country },
    ...{ city, stateOrProvince: department, ...(street !== undefined && { streetName: street }) },
  },
];

const calendarOf = (calendar: Calendar, country: CountryCode): object[] =>
  Object.entries(calendar).map(([day, hours]) => {
    const [startHour, endHour] = hours.split('-');
    const open = hours !== 'closed';
    return { day, status: open ? 'open' : 'closed', timeZone: zoneOf(country), hourPeriod: open ? [{ startHour, endHour }] : [] };
  });

const zoneOf = (country: CountryCode): string => `UTC${COUNTRIES[country].utcHours}`;
const dayIn = (country: CountryCode, at: number): string => new Date(at + COUNTRIES[country].utcHours * 3_600_000).toISOString().slice(0, 10);
