import { z } from 'zod';
import { Point } from '../../domain/geo';
import type { Caller } from '../http/caller';
import { BackendFailure } from '../../domain/failure';
import { listed, optionalText } from '../tmf';
import { CalendarPeriod, hoursOf } from './calendar';
import type { Store, Stores, StoreService } from './port';

const PATH = '/tmf-api/geographicSiteManagement/v4/geographicSite';
/** Stores seldom change: for so long they are not asked for again, ms. */
const FRESH_MS = 5 * 60_000;

const Coordinate = z.union([z.number(), z.string()]).pipe(z.coerce.number());
/** A TMF675 location or a TMF673 address; embedded, since a site names its coordinates by reference only. */
const Place = z.looseObject({
  '@referredType': optionalText,
  geometry: listed(z.object({ x: Coordinate, y: Coordinate })).nullish(),
  ...{ city: optionalText, locality: optionalText, stateOrProvince: optionalText, country: optionalText },
  ...{ streetName: optionalText, streetNr: optionalText, name: optionalText },
});
const Site = z.object({
  ...{ id: z.string(), name: z.string().min(1), code: optionalText, status: optionalText, siteType: optionalText },
  place: listed(Place),
  calendar: listed(CalendarPeriod).nullish(),
  siteCharacteristic: listed(z.object({ name: z.string(), value: z.unknown() })).nullish(),
  siteRelationship: listed(z.object({ id: optionalText, relationshipType: optionalText, role: optionalText, type: optionalText })).nullish(),
});
type Site = z.infer<typeof Site>;

interface StoresParts {
  readonly caller: Caller;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** Epoch ms. */
  readonly clock: () => number;
}

/** Stores by TMF674 v4, remembered by the process; when the backend is away, those of before are as good. */
export function storesClient({ caller, country, clock }: StoresParts): Stores {
  let kept: { readonly stores: readonly Store[]; readonly at: number } | undefined;
  const read = async (): Promise<readonly Store[]> => {
    const sites = await caller.list({ operation: 'stores', path: PATH, query: { 'place.country': country }, schema: Site });
    const stores = sites.filter((site) => isIn(site, country)).flatMap((site) => storeOf(site) ?? []);
    kept = { stores, at: clock() };
    return stores;
  };
  return {
    all: async () => {
      if (kept && clock() - kept.at < FRESH_MS) return kept.stores;
      return read().catch((error: unknown) => {
        if (kept && error instanceof BackendFailure) return kept.stores;
        throw error;
      });
    },
  };
}

/** Of every country unless it says which; a filter that was ignored must not send anybody abroad. */
const isIn = ({ place }: Site, country: string): boolean =>
  place.every((each) => each.country === undefined || each.country.toUpperCase() === country);

const GONE = ['terminated', 'closed', 'inactive', 'planned'];

/** Undefined for what is no place to go to: without coordinates, or closed for good and moved nowhere. */
function storeOf(site: Site): Store | undefined {
  const { id, name, place, calendar, siteType = '', status = '' } = site;
  const [point] = place.flatMap(({ geometry }) => geometry ?? []);
  const at = Point.safeParse({ lat: point?.y, lon: point?.x });
  const movedTo = movedIn(site);
  if (!at.success || (GONE.includes(status.toLowerCase()) && movedTo === undefined)) return undefined;
  const named = place.flatMap(({ city, locality, stateOrProvince }) => [locality, city, stateOrProvince].flatMap((each) => each ?? []));
  const address = addressOf(site);
  return {
    ...{ id, name, at: at.data, hours: hoursOf(calendar ?? []), services: servicesOf(site) },
    places: [...new Set([name, ...named, ...aliasesOf(site)])],
    kind: /payment/i.test(siteType) ? 'payment-point' : 'store',
    ...(address !== undefined && { address }),
    ...(movedTo !== undefined && { movedTo }),
  };
}

function addressOf({ place }: Site): string | undefined {
  const [street] = place.flatMap(({ streetName, streetNr }) => (streetName === undefined ? [] : [[streetName, streetNr].filter(Boolean).join(' ')]));
  return street;
}

const valuesOf = ({ siteCharacteristic }: Site, wanted: string): string[] =>
  (siteCharacteristic ?? [])
    .flatMap(({ name, value }): unknown[] => (name === wanted ? [value].flat() : []))
    .flatMap((value) => (typeof value === 'string' ? [value.trim()] : []))
    .filter(Boolean);

const SERVICES: readonly StoreService[] = ['sales', 'payments', 'sim', 'returns', 'technical', 'accessible'];
const aliasesOf = (site: Site): string[] => valuesOf(site, 'alias');
const servicesOf = (site: Site): StoreService[] => SERVICES.filter((service) => valuesOf(site, 'service').includes(service));
const movedIn = ({ siteRelationship }: Site): string | undefined =>
  siteRelationship?.find(({ relationshipType, role, type }) => [relationshipType, role, type].some((each) => each?.toLowerCase() === 'movedto'))?.id;
