import { z } from 'zod';
import { withoutCards } from '../domain/cards';
import { Point } from '../domain/geo';
import type { Arrival } from '../domain/message';
import { refuse } from '../http/errors';

/** Longest text a customer may send, in UTF-16 units, as the browser's `maxlength` counts. */
export const TEXT_CHARACTERS = 2_000;

type Said = Extract<Arrival, { kind: 'said' }>;
/** A file that came with a message, already checked. */
export type Attached = NonNullable<Said['attachments']>[number];

/** What a button of ours brings back: see `tap` in `webchat/card.ts`. */
const Tapped = z.object({ q: z.string().max(200).optional(), choice: z.string().min(1).max(200) });
const EventLanguage = z.union([z.string(), z.object({ language: z.string() }).transform(({ language }) => language)]);

/**
 * A message activity as an arrival, without control characters and card numbers; undefined when it says nothing.
 *
 * @param value of a button: {@link Tapped}, or anything else, which is no tap of ours
 * @throws Refusal 400 for a text that is too long
 */
export function saidOf(
  { text: written, value, place }: { readonly text?: string | null | undefined; readonly value?: unknown; readonly place?: Point | undefined },
  files: readonly Attached[],
): Said | undefined {
  const typed = clean(written ?? '');
  if (typed.length > TEXT_CHARACTERS) throw refuse(400, 'BadArgument', `A message may have ${TEXT_CHARACTERS} characters at most.`);
  const { text, found } = withoutCards(typed);
  const tapped = value === undefined ? undefined : Tapped.safeParse(value).data;
  if (!text.trim() && !tapped && !files.length && !place) return undefined;
  const cards = found || (tapped !== undefined && hasCards(Object.values(tapped)));
  const tap = tapped && !cards ? { choice: tapped.choice, ...(tapped.q !== undefined && { question: tapped.q }) } : undefined;
  return {
    kind: 'said',
    text,
    ...(tap && { tap }),
    ...(files.length > 0 && { attachments: [...files] }),
    ...(place && { place }),
    ...(cards && { cards }),
  };
}

const Located = z.object({ type: z.literal('GeoCoordinates'), latitude: z.number(), longitude: z.number() });
const InPlace = z.object({ type: z.literal('Place'), geo: z.object({ latitude: z.number(), longitude: z.number() }) }).transform(({ geo }) => geo);

const PagePlace = z.object({ place: Point });
const Entities = z.array(z.unknown());
/** Of what a client adds so many are looked at: some list one or two, and what fits no schema costs most. */
const MOST_ENTITIES = 20;
const PlaceEntity = Located.or(InPlace);

/** Where a customer says they are: the Bot Framework's entities `GeoCoordinates` and `Place`, or a page's `channelData.place`. Undefined: not said. */
export function placeOf({ entities, channelData }: { readonly entities?: unknown; readonly channelData?: unknown }): Point | undefined {
  // Few say it, and what does not fit a schema costs more than what does.
  const said = typeof channelData === 'object' && channelData !== null && 'place' in channelData ? PagePlace.safeParse(channelData).data : undefined;
  if (said) return said.place;
  const all = entities === undefined ? [] : (Entities.safeParse(entities).data?.slice(0, MOST_ENTITIES) ?? []);
  const found = all.flatMap((each) => PlaceEntity.safeParse(each).data ?? [])[0];
  return found && Point.safeParse({ lat: found.latitude, lon: found.longitude }).data;
}

/** What the page tells by events: that it was opened, and its language. Undefined for all others. */
export function eventOf({ name, value }: { readonly name?: string | null | undefined; readonly value?: unknown }): Arrival | undefined {
  const read = EventLanguage.safeParse(value);
  const language = read.success ? languageOf(read.data) : undefined;
  if (name === 'webchat/join') return { kind: 'joined', ...(language && { language }) };
  return name === 'webchat/language' && language ? { kind: 'language', language } : undefined;
}

/** "es-GT", "en_US" → "es", "en"; undefined for languages we do not speak. */
export function languageOf(locale: string): 'es' | 'en' | undefined {
  const [language] = locale.toLowerCase().split(/[-_]/);
  return language === 'es' || language === 'en' ? language : undefined;
}

/** Ids made by chance, whose digits may look like a card's by the same chance. */
const RANDOM_ID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;

export const hasCards = (values: readonly (string | undefined)[]): boolean =>
  values.some((value = '') => !RANDOM_ID.test(value) && withoutCards(value).found);

/** What nobody sees: marks that come along when a number is copied, or that turn the order of what is read. The joiner of emoji is not among them. */
const UNSEEN = /[\u00ad\u061c\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/g;

/** Line ends and tabs are text; other control characters are none, and neither is what nobody sees. */
export const clean = (text: string): string => text.replace(/(?![\n\t])\p{Cc}/gu, '').replace(UNSEEN, '');
