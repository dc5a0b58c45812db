import { z } from 'zod';
import { fold } from '../../../domain/fold';
import { Point, pointIn } from '../../../domain/geo';
import type { Store, Stores } from '../../../integrations/stores/port';
import { again, leave, unlessAnother, type Control } from '../../engine/control';
import { yesOrNo, type Question, type Reply } from '../../engine/question';
import { skill, type Known } from '../../engine/skill';
import { utterancesIn } from '../../engine/utterances';
import { standing } from './hours';
import { Listed, Service } from './listed';
import { named, nearest, suitable, wishIn, type Near, type Wish } from './search';
import { texts } from './texts';
import { storeWords, weekWords, type Told } from './words';

/** Stores that are shown one after the other. */
const MOST = 5;
/** Places that are named where the one that was asked for has no store. */
const MOST_PLACES = 8;

const Wished = z.object({
  ...{ open: z.boolean(), shops: z.boolean() },
  service: Service.optional(),
  /** What the sentence itself led to. */
  found: Listed.array().optional(),
});
type Wished = z.infer<typeof Wished>;
const NOTHING: Wished = { open: false, shops: false };

type Asked = Known<typeof texts.es, { readonly wish: Wished }>;
type Shown = Known<typeof texts.es, { readonly wish: Wished; readonly found: readonly Listed[] }>;

/** Where the stores are: nearest to a place or by its name, open or not, and the way. Where the customer is is used in its turn and not kept. */
export const stores = ({ stores: port }: { readonly stores: Stores }) =>
  skill('stores', texts)
    .hears(utterancesIn(__dirname))
    .asks('wish', whatFor(port), { from: 'words' })
    .asks('found', where(port), { from: 'place' })
    .asks('next', whatNext(port))
    .does(async () => undefined);

/** Never asked: what the sentence says, or nothing in particular. */
const whatFor = (port: Stores): Question<Told, Wished> => ({
  ask: ({ t }) => t.where,
  keeps: Wished,
  assumes: () => NOTHING,
  read: async ({ text }, told) => {
    const wish = wishIn(text);
    const all = await port.all();
    const found = listedOf(byName(all, text, wish), wish, told);
    return found.length > 0 ? { ...wish, found } : wish;
  },
});

const where = (port: Stores): Question<Asked, Listed[]> => ({
  ask: ({ t }) => ({ text: t.where, expects: 'place' }),
  keeps: Listed.array().min(1),
  assumes: ({ wish }) => wish.found,
  read: async (reply, told) => {
    const found = find(await port.all(), reply, told.wish, told);
    if (Array.isArray(found) || reply.place !== undefined) return found;
    if (POLITE.test(reply.folded)) return again(told.t.fine);
    return yesOrNo(reply) !== undefined || HELLO.test(reply.folded) ? again() : found;
  },
});
/** What is said besides, and is the name of no place. */
const POLITE = /^(?:(?:ok|bueno|muchas|mil) )*(?:gracias|thanks|thank you)(?: (?:muy amable|so much|very much|a lot))?$/;
const HELLO = /^(?:hola|buen[ao]s?|buen dia|buen[ao]s (?:dias|tardes|noches)|hey|hi|hello|good (?:morning|afternoon|evening))$/;

/** A store is shown; another one, its hours, another place. */
const whatNext = (port: Stores): Question<Shown, 'done'> => ({
  ask: (told) => {
    const [first] = told.found;
    return first === undefined ? told.t.none : { ...storeWords(first, told), choices: choicesFor(told) };
  },
  keeps: z.literal('done'),
  read: async (reply, told) => {
    const { found, t, now, country } = told;
    const [first, ...others] = found;
    const wants = reply.choice ?? reply.numbered ?? (OTHER.test(reply.folded) ? 'other' : HOURS.test(reply.folded) ? 'hours' : undefined);
    if (wants === 'hours' && first) return again({ text: weekWords(first, told), choices: choicesFor(told).filter(({ id }) => id !== 'hours') });
    if (wants === 'other' && others.length > 0) return amended(others);
    if (wants === 'open') {
      const open = others.filter(({ hours }) => standing(hours, now, country).open);
      return open.length > 0 ? amended(open) : again(t.noneOpen);
    }
    if (yesOrNo(reply) === false || THANKS.test(reply.folded)) return leave(t.fine);
    const elsewhere = await elsewhereIn(port, reply, told);
    return elsewhere === undefined ? again() : amended(elsewhere);
  },
});

const OTHER = /^(?:otra|otro|otra tienda|siguiente|another|another one|next|other)\b/;
const HOURS = /\b(?:horarios?|a que hora|hours|what time)\b/;
const THANKS = /\b(?:gracias|listo|perfecto|ok|thanks|thank you)\b/;

const amended = (found: readonly Listed[]): Control => ({ control: 'amend', name: 'found', value: found });

/** Another place, said while a store is shown; undefined: it names none. */
async function elsewhereIn(port: Stores, reply: Reply, told: Shown): Promise<Listed[] | undefined> {
  if (reply.place === undefined && reply.text.length > LONGEST_PLACE) return undefined;
  const found = find(await port.all(), reply, { ...told.wish, open: told.wish.open || wishIn(reply.text).open }, told);
  return Array.isArray(found) ? found : undefined;
}
/** A place has a short name, characters; a sentence is somebody else's wish. */
const LONGEST_PLACE = 60;

function choicesFor({ found, t, now, country }: Shown) {
  const [first, ...others] = found;
  const isShut = first !== undefined && !standing(first.hours, now, country).open;
  const anyOpen = others.some(({ hours }) => standing(hours, now, country).open);
  return [
    ...(isShut && anyOpen ? [{ id: 'open', label: t.openNow }] : []),
    ...(others.length > 0 ? [{ id: 'other', label: t.other }] : []),
    { id: 'hours', label: t.week },
  ];
}

/** Stores for a reply: near a point, or by the name of a place. Why there are none is said with the places where there are some. */
function find(all: readonly Store[], reply: Pick<Reply, 'place' | 'text'>, wish: Wish, told: Told): Listed[] | Control {
  const place = reply.place ?? pointIn(reply.text);
  if (all.length === 0) return leave({ text: told.t.none, choices: [{ id: 'go:agent', label: told.t.person }] });
  const found = place === undefined ? byName(all, reply.text, wish) : nearest(suitable(all, wish), Point.parse(place));
  const listed = listedOf(found, wish, told);
  if (listed.length > 0) return listed;
  const nowhere = told.t.nowhere({ places: placesWords(all) });
  return place === undefined && !OF_PLACES.test(fold(reply.text)) ? unlessAnother(nowhere) : again(nowhere);
}
/** Names of places that sound like wishes: like "human", "tarifa" and our web page. */
const OF_PLACES = /\b(?:tecun uman|tarija|portales)\b/;

/** Those at a place, then those that are nearest to it. */
function byName(all: readonly Store[], text: string, wish: Wish): readonly (Near & { readonly moved?: string })[] {
  const hits = named(
    all.filter(({ kind }) => kind === 'store'),
    text,
  );
  const [first] = hits;
  if (!first) return [];
  const gone = hits.every(({ movedTo }) => movedTo !== undefined) ? first : undefined;
  const centre = all.find(({ id }) => id === gone?.movedTo) ?? first;
  const right = suitable(all, wish);
  const order = [...hits.filter((store) => right.includes(store)), ...nearest(right, centre.at).map(({ store }) => store)];
  return [...new Set(order)].map((store) => (gone && store.id === gone.movedTo ? { store, moved: gone.name } : { store }));
}

/** The first few; those that are open before the others where that was asked for. */
function listedOf(found: readonly (Near & { readonly moved?: string })[], wish: Wish, { now, country }: Told): Listed[] {
  const isOpen = ({ store }: Near): boolean => standing(store.hours, now, country).open;
  const close = found.slice(0, MOST * 2);
  const order = wish.open ? [...close.filter(isOpen), ...close.filter((each) => !isOpen(each))] : close;
  return order.slice(0, MOST).map(({ store, km, moved }) =>
    Listed.parse({
      ...{ id: store.id, name: store.name, at: store.at, services: store.services, hours: store.hours },
      ...(km !== undefined && { km }),
      ...(moved !== undefined && { moved }),
    }),
  );
}

/** "Mixco, Antigua Guatemala y Escuintla". */
function placesWords(all: readonly Store[]): string {
  const towns = [
    ...new Set(all.filter(({ kind, movedTo }) => kind === 'store' && movedTo === undefined).map(({ places }) => places[1] ?? places[0] ?? '')),
  ];
  return towns.slice(0, MOST_PLACES).join(', ');
}
