import { z } from 'zod';
import type { Country } from '../../../domain/countries';
import { fold } from '../../../domain/fold';
import { readAmount } from '../../../domain/money';
import type { Pack, PackKind } from '../../../integrations/catalogue/port';
import { readPeriod, readSize, saidIn } from '../../engine/slots';

/** Kinds of packs, in the order in which they are offered. */
export const KINDS = ['data', 'all-in-one', 'social', 'voice', 'sms', 'international', 'roaming'] as const satisfies readonly PackKind[];

/** What somebody wants of a pack. Money in minor units, data in bytes. */
export const Wish = z.object({
  kind: z.enum(KINDS).exactOptional(),
  /** What they would like to spend. */
  budget: z.int().exactOptional(),
  bytes: z.int().exactOptional(),
  days: z.number().exactOptional(),
  /** The offer that is theirs alone. */
  personal: z.boolean().exactOptional(),
  /** No more than this: what they have. */
  most: z.int().exactOptional(),
});
export type Wish = z.infer<typeof Wish>;

const NETWORKS = 'redes|whats|whatsapp|wasap|wasa|face|facebook|instagram|tiktok|social';
const CALLED: readonly (readonly [PackKind, RegExp])[] = [
  ['roaming', /\b(?:roaming|viaj\w*|fuera del pais|abroad|travel\w*)\b/],
  ['international', /\b(?:internacional\w*|larga distancia|estados unidos|usa|international)\b/],
  ['all-in-one', /\b(?:todo en uno|todo incluido|combo|completo|all in one)\b/],
  ['social', new RegExp(`\\b(?:${NETWORKS})\\b`)],
  ['voice', /\b(?:minutos|llamadas|llamar|minutes|calls)\b/],
  ['sms', /\b(?:mensajes|sms|texts|messages)\b/],
  ['data', /\b(?:datos|internet|megas|gigas|navegar|data)\b/],
];

/** A pack that is called by what it is for. */
const SOCIAL = new RegExp(
  `\\b(?:paquetes?|pakete|packs?|bolsas?)(?: es[eo]s?| est[eo]s?)? (?:de|para|for) (?:las )?(?:${NETWORKS})\\b|\\b(?:${NETWORKS}) (?:packs?|bundles?)\\b`,
);

/** "Recarga 20" is another wish than a pack of 20. */
const TOP_UP = /^(?:recarg\w*|carga\w*|top ?up|ponle|ponele|pongame) (?!.*\b(?:paquete|pack|bolsa|megas?|gigas?|gb|mb|datos|minutos|sms|redes)\b)/;

/** That what was proposed costs too much; folded. */
export const CHEAPER = /\b(?:mas (?:barat[oa]s?|economic[oa]s?|comod[oa]s?)|menos plata|cheaper|cheapest|less expensive)\b/;

/** The one that costs least, and not only less. */
export const CHEAPEST = /\b(?:(?:el|la) (?:de )?(?:mas (?:barat[oa]|economic[oa]|comod[oa])|menos plata)|cheapest)\b/;

/** Reads a wish out of what was said ("algo de 20", "2 gigas por una semana", "minutos"); undefined when there is none. */
export function wishIn(text: string, country: Country): Wish | undefined {
  if (TOP_UP.test(fold(text))) return undefined;
  const { amount, size, period } = saidIn(text, country);
  const wish = wishOf({ amount, size, period }, country);
  const kind = CALLED.find(([, words]) => words.test(fold(text)))?.[0];
  // "algo de 20 con whats": many packs hold that; what counts is the rest. "El paquete de whatsapp por una semana" is that kind.
  const named = kind === undefined || (kind === 'social' && wish !== undefined && !SOCIAL.test(fold(text))) ? {} : { kind };
  return wish || 'kind' in named ? { ...wish, ...named } : undefined;
}

/** The wish that pieces of a sentence make. */
export function wishOf(
  said: { readonly amount?: string | undefined; readonly size?: string | undefined; readonly period?: string | undefined },
  country: Country,
): Wish | undefined {
  const amount = said.amount === undefined ? undefined : readAmount(said.amount, country);
  const bytes = said.size === undefined ? undefined : readSize(said.size);
  const hours = said.period === undefined ? undefined : readPeriod(said.period);
  const wish = {
    ...(typeof amount === 'object' && amount.minor > 0 && { budget: amount.minor }),
    ...(bytes !== undefined && { bytes }),
    ...(hours !== undefined && { days: Math.max(1, hours / 24) }),
  };
  return Object.keys(wish).length > 0 ? wish : undefined;
}

/** Whether the wish says enough to propose one pack at once. */
export const isSpecific = ({ budget, bytes, days, most }: Wish): boolean => most === undefined && (budget ?? bytes ?? days) !== undefined;

/** The packs that a wish is about, the best first. What is not for this line is left out; what cannot be bought now stands last. Pure. */
export function ranked(packs: readonly Pack[], wish: Wish): Pack[] {
  const { kind, most } = wish;
  return packs
    .filter((pack) => pack.barred !== 'minor' && pack.barred !== 'not-for-this-line')
    .filter((pack) => (kind === undefined ? !AWAY.has(pack.kind) : pack.kind === kind))
    .filter((pack) => most === undefined || pack.price.minor <= most)
    .map((pack) => ({ pack, miss: missOf(pack, wish) }))
    .toSorted((a, b) => a.miss - b.miss || a.pack.price.minor - b.pack.price.minor)
    .map(({ pack }) => pack);
}
const AWAY: ReadonlySet<PackKind> = new Set(['international', 'roaming']);

/** The pack to propose: the best that can be bought and, with a budget, is within it. */
export function bestOf(packs: readonly Pack[], wish: Wish): Pack | undefined {
  return ranked(packs, wish).find(({ barred, price }) => barred === undefined && (wish.budget === undefined || price.minor <= wish.budget));
}

/** How far a pack is from the wish; 0 is all of it. The weights say what matters more: a pack beyond the budget comes after all within it. */
function missOf({ price, days, data, kind, barred }: Pack, wish: Wish): number {
  const { budget, bytes, days: wanted } = wish;
  const money = budget === undefined ? 0 : price.minor > budget ? 1_000 + (price.minor - budget) / budget : ((budget - price.minor) / budget) * 20;
  const time = wanted === undefined ? 0 : Math.abs(Math.log(days / wanted)) * 10;
  const size = bytes === undefined ? 0 : data === undefined ? 100 : data < bytes ? 50 : Math.log2(data / bytes) * 5;
  const asked = isSpecific(wish);
  return money + time + size + (asked && wish.kind === undefined ? LIKED[kind] : 0) + (barred === undefined ? 0 : 10_000);
}
/** Where nothing was said of the kind: what most people mean. */
const LIKED: Readonly<Record<PackKind, number>> = { 'all-in-one': 0, data: 0.5, social: 2, voice: 6, sms: 6, international: 9, roaming: 9 };
