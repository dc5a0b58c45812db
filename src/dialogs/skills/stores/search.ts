import { fold } from '../../../domain/fold';
import { kmBetween, type Point } from '../../../domain/geo';
import type { Store, StoreService } from '../../../integrations/stores/port';

/** What a sentence wants besides a place. */
export interface Wish {
  readonly open: boolean;
  readonly service?: StoreService | undefined;
  /** A shop or a bank will do: "cajero", "agente", "tienda de barrio". */
  readonly shops: boolean;
}

const OPEN = /\b(?:abiert[oa]s?|abre|ahora|ahorita|ya mismo|open|now)\b/;
const SHOPS = /\b(?:cajeros?|agentes?|tienda de barrio|punto de pago|puntos de pago|farmacias?|bancos?|payment points?|atm)\b/;
const SERVICES: readonly (readonly [StoreService, RegExp])[] = [
  ['returns', /\b(?:devolver|devuelvo|devolucion|entregar|entrego|return|give back)\b/],
  ['technical', /\b(?:reparar|reparan|arreglar|arreglan|tecnic[oa]s?|repair|fix)\b/],
  ['accessible', /\b(?:silla de ruedas|rampa|accesible|discapacidad|wheelchair|ramp|accessible)\b/],
  ['sim', /\b(?:chip|sim|esim|reposicion|sim card)\b/],
  ['payments', /\b(?:pagar|pago|pagos|cobros|pay)\b/],
];

/** What the customer wants of a store, from all that they wrote. */
export function wishIn(text: string): Wish {
  const folded = fold(text);
  return { open: OPEN.test(folded), shops: SHOPS.test(folded), service: SERVICES.find(([, words]) => words.test(folded))?.[0] };
}

/** Answers with a distance: rounded, so that a few of them do not tell where somebody is. */
export interface Near {
  readonly store: Store;
  readonly km?: number;
}

/** Distances are told in these steps, km. */
const NEAR_KM = 10;
const ROUGH_KM = 5;
const roundKm = (km: number): number => (km < NEAR_KM ? Math.max(1, Math.round(km)) : Math.round(km / ROUGH_KM) * ROUGH_KM);

/** Those that do what is wished, all of them where none does. */
export function suitable(stores: readonly Store[], { shops, service }: Wish): readonly Store[] {
  const kind = shops ? 'payment-point' : 'store';
  const right = stores.filter((store) => store.kind === kind && store.movedTo === undefined);
  const able = right.filter(({ services }) => service === undefined || services.includes(service));
  return able.length > 0 ? able : right.length > 0 ? right : stores.filter(({ movedTo }) => movedTo === undefined);
}

/** The nearest first. */
export const nearest = (stores: readonly Store[], place: Point): readonly Near[] =>
  stores
    .map((store) => ({ store, far: kmBetween(place, store.at) }))
    .sort((a, b) => a.far - b.far)
    .map(({ store, far }) => ({ store, km: roundKm(far) }));

/** Words that name no place, nor part of one. */
const EMPTY = new Set(
  'la el los las de del en por a al y un una mi donde hay queda quedan esta tienda tiendas agencia oficina sucursal cerca cercana cercano mas abierta abierto ahora ahorita zona ciudad centro colonia barrio the in near at store shop closest nearest open now is where there any a plaza mall'.split(
    ' ',
  ),
);
/** Half of all towns begin so: alone they name none. */
const WEAK = new Set('san santa santo villa puerto nueva nuevo'.split(' '));
const wordsOf = (text: string): readonly string[] => fold(text).split(' ').filter(Boolean);
const tellingWords = (text: string): readonly string[] => wordsOf(text).filter((word) => !EMPTY.has(word) && !/^\d+$/.test(word));

/** Stores at a place that a text names, the best match first; empty: no store has that name. "zona 10" is compared with its number. */
export function named(stores: readonly Store[], text: string): readonly Store[] {
  const zone = zoneIn(fold(text));
  const words = tellingWords(text);
  const ranked = stores.map((store) => ({ store, score: Math.max(...store.places.map((place) => alike(place, words, zone))) }));
  const best = Math.max(0, ...ranked.map(({ score }) => score));
  return best === 0 ? [] : ranked.filter(({ score }) => score === best).map(({ store }) => store);
}

const zoneIn = (folded: string): string | undefined => /\bz(?:ona|one)? ?(\d{1,2})\b/.exec(folded)?.[1];

/** How much of a place's name is in the words: the share of its own words that were written, exact ones counting more. */
function alike(place: string, words: readonly string[], zone: string | undefined): number {
  const own = zoneIn(fold(place));
  if (zone !== undefined && own !== undefined) return own === zone ? 2 : 0;
  const parts = tellingWords(place);
  if (parts.length === 0) return 0;
  const hits = parts.map((part) => Math.max(0, ...words.map((word) => (word === part ? 1 : isSlip(word, part) ? 0.9 : 0))));
  const sum = hits.reduce((total, hit) => total + hit, 0);
  const tells = parts.some((part, at) => (hits[at] ?? 0) > 0 && !WEAK.has(part));
  return !tells ? 0 : sum / parts.length + sum / 10;
}

/** Shorter words have too many neighbours. */
const SHORTEST = 5;
const LONG = 10;

/** One letter missing, too many, another, or two swapped; two in long words. */
function isSlip(word: string, part: string): boolean {
  if (word.length < SHORTEST || part.length < SHORTEST) return false;
  return distance(word, part) <= (Math.min(word.length, part.length) >= LONG ? 2 : 1);
}

/** Damerau's distance of two words (optimal string alignment). */
function distance(one: string, other: string): number {
  const rows: number[][] = [Array.from({ length: other.length + 1 }, (_, at) => at)];
  for (let i = 1; i <= one.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const cost = one[i - 1] === other[j - 1] ? 0 : 1;
      const above = rows[i - 1] ?? [];
      const swapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      const least = Math.min((row[j - 1] ?? 0) + 1, (above[j] ?? 0) + 1, (above[j - 1] ?? 0) + cost);
      row.push(swapped ? Math.min(least, (rows[i - 2]?.[j - 2] ?? 0) + 1) : least);
    }
    rows.push(row);
  }
  return rows[one.length]?.[other.length] ?? 0;
}
