import { z } from 'zod';
import { fold } from '../../../domain/fold';
import { compare, formatMoney, formatNumber, MINOR_DIGITS, money, oddAmount } from '../../../domain/money';
import { formatData } from '../../../domain/quantity';
import type { Pack } from '../../../integrations/catalogue/port';
import { again, isUnheard, redo, type Control } from '../../engine/control';
import { declined } from '../../engine/declined';
import { LABEL, short } from '../../engine/label';
import { oneOf, PAGE, type Option, type Question } from '../../engine/question';
import type { Known, Mobile } from '../../engine/skill';
import { bestOf, CHEAPER, CHEAPEST, isSpecific, KINDS, ranked, Wish, wishIn, wishOf } from './choose';
import type { texts } from './texts';

export type Told = Known<typeof texts.es, { readonly mobile: Mobile; readonly packs: readonly Pack[] }>;
/** `picked`: the one that was proposed, once there is one. */
type Asked = Told & { readonly wish: Wish; readonly picked?: Pack };

/** A pack as it was chosen, with the price that was shown then: another one is said. */
export const Chosen = z.object({ id: z.string(), price: z.int() });
export type Chosen = z.infer<typeof Chosen>;
const chosen = ({ id, price }: Pack): Chosen => ({ id, price: price.minor });

const FOR_YOU = 'for-you';
// prettier-ignore
const NAMES = { data: 'data', 'all-in-one': 'allInOne', social: 'social', voice: 'voice', sms: 'sms', international: 'international', roaming: 'roaming' } as const;

const personalOf = (packs: readonly Pack[]): Pack | undefined => packs.find(({ personal, barred }) => personal !== undefined && barred === undefined);

const kinds = oneOf<Told, Option>({
  ask: (told) => {
    const { t, packs, said } = told;
    const offer = personalOf(packs)?.personal;
    const odd = said.amount !== undefined && isOdd(said.amount, told);
    const what = t.what({ example: usualPrice(told) });
    return odd ? `${oddPrice(told)} ${what}` : offer === undefined ? what : `${t.personal({ offer })} ${what}`;
  },
  from: ({ t, packs }) => [
    ...(personalOf(packs) ? [{ id: FOR_YOU, label: t.forYou }] : []),
    ...KINDS.filter((kind) => packs.some((pack) => pack.kind === kind)).map((kind) => ({ id: kind, label: t[NAMES[kind]] })),
  ],
});

/** What people here spend on a pack, as they would say it: "20", "7.000". */
function usualPrice({ packs, country }: Told): string {
  const prices = packs
    .filter(({ barred }) => barred === undefined)
    .map(({ price }) => price)
    .toSorted(compare);
  const { minor, currency } = prices[Math.floor((prices.length - 1) / 2)] ?? money(0, country.currency);
  return formatNumber(String(Math.ceil(minor / 10 ** MINOR_DIGITS[currency])), '', country.money);
}

/** What kind of pack, or what it should cost, hold or last. Whoever said it in the first sentence is not asked. */
export const whatKind: Question<Told & Partial<Asked>, Wish> = {
  ask: kinds.ask,
  rephrase: ({ t }) => t.whatAgain,
  keeps: Wish,
  assumes: ({ said, country }) => (said.words === undefined ? undefined : wishIn(said.words, country)) ?? wishOf(said, country),
  read: async (reply, told) => {
    const picked = await kinds.read(reply, told);
    if (picked === FOR_YOU) return { personal: true };
    const kind = KINDS.find((each) => each === picked);
    if (kind !== undefined) return { kind };
    if (isUnheard(picked) && isOdd(reply.text, told)) return again(oddPrice(told));
    if (!isUnheard(picked)) return asControl(picked);
    const wish = wishIn(reply.text, told.country);
    return declined(reply, told) ?? (wish && told.picked ? instead(wish, told) : wish) ?? again();
  },
};

/** "De datos", once one was proposed: another one for what was said before. */
const instead = (said: Wish, { wish: { personal: _, most: __, ...before } = {} }: Partial<Asked>): Control => ({
  ...{ control: 'amend', name: 'wish', value: { ...before, ...said }, also: { pack: undefined } },
});

/** A price that none can have: below zero, in another country's money, more than anybody has. */
const isOdd = (text: string, { country }: Told): boolean => oddAmount(text, country) !== undefined;
function oddPrice({ t, packs, country }: Told): string {
  const prices = packs.map(({ price }) => price).toSorted(compare);
  const [min, max] = [prices[0], prices.at(-1)].map((price) => (price ? formatMoney(price, country) : ''));
  return t.oddPrice({ min: min ?? '', max: max ?? '' });
}
const asControl = (picked: string | Control): Control => (typeof picked === 'string' ? again() : picked);

const list = oneOf<Asked, Option>({
  ask: (told) => [header(told), ...shown(told).map((pack, index) => row(pack, index + 1, told))].join('\n'),
  from: (told) => labelled(ranked(told.packs, told.wish), told),
});

/** Which pack: the one that fits best goes without saying where enough was said; else a list, page by page. */
export const whichPack: Question<Asked, Chosen> = {
  ask: list.ask,
  keeps: Chosen,
  assumes: ({ packs, wish }) => {
    const best = wish.personal ? personalOf(packs) : isSpecific(wish) ? bestOf(packs, wish) : undefined;
    return best && chosen(best);
  },
  read: async (reply, told) => {
    const picked = await list.read(reply, told);
    const pack = told.packs.find(({ id }) => id === picked) ?? wished(reply.text, told);
    if (!pack && told.picked && NOT_THAT.test(reply.folded)) return redo('pack');
    if (!pack) return declined(reply, told) ?? cheaper(reply.folded, told) ?? (typeof picked === 'string' ? again() : picked);
    return isUnheard(picked) || typeof picked === 'string' ? (refusalOf(pack, told) ?? chosen(pack)) : picked;
  },
};

/** "No, ese no": the one that was proposed, and not that none is wanted. */
const NOT_THAT =
  /^(?:(?:no )?(?:es[eao]|est[eao]) no|no (?:es[eao]|est[eao])|(?:no )?(?:mejor |quiero )?otr[oa]s?|(?:no )?not that(?: one)?|(?:no )?another(?: one)?)$/;

/** "Más barato", once one was proposed: those that cost less than it. */
function cheaper(folded: string, { packs, wish: { kind }, picked }: Asked): Control | undefined {
  if (picked === undefined || !CHEAPER.test(folded)) return undefined;
  const lessOf = (wish: Wish): Pack[] => ranked(packs, wish).filter(({ price, barred }) => price.minor < picked.price.minor && barred === undefined);
  const alike = lessOf(kind ? { kind } : {});
  const below = alike.length > 0 ? alike : lessOf({});
  if (below.length === 0) return undefined;
  const [only, ...more] = CHEAPEST.test(folded) ? below.toSorted((a, b) => compare(a.price, b.price)).slice(0, 1) : below;
  if (only && more.length === 0) return { control: 'amend', name: 'pack', value: chosen(only) };
  const most = Math.max(...below.map(({ price }) => price.minor));
  return { control: 'amend', name: 'wish', value: { ...(kind && alike.length > 0 && { kind }), most }, also: { pack: undefined } };
}

/** The one that is meant: of the list that is on the screen, where its price or "the cheapest" says which; else the best of all. */
function wished(text: string, { packs, country, wish: listed, picked }: Asked): Pack | undefined {
  const onScreen = ranked(packs, listed).filter(({ barred }) => barred === undefined);
  if (picked === undefined && CHEAPER.test(fold(text))) return onScreen.toSorted((a, b) => compare(a.price, b.price))[0];
  const wish = wishIn(text, country);
  if (!wish || !isSpecific(wish)) return undefined;
  const [priced, ...others] = wish.kind === undefined ? onScreen.filter(({ price }) => price.minor === wish.budget) : [];
  return priced && others.length === 0 ? priced : bestOf(packs, wish);
}

/** Why it cannot be bought, and that another one can. */
export function refusalOf({ barred, name }: Pack, { t }: Pick<Told, 't'>): Control | undefined {
  return barred === undefined ? undefined : again(barredWords({ barred, name }, t));
}
export const barredWords = ({ barred, name }: Pick<Pack, 'barred' | 'name'>, t: Told['t']): string =>
  t[({ 'sold-out': 'soldOut', 'roaming-off': 'roamingOff', minor: 'minor', 'not-for-this-line': 'notForLine' } as const)[barred ?? 'sold-out']]({
    name,
  });

function header({ t, wish, packs, country }: Asked): string {
  const shownAs = (minor: number): string => formatMoney(money(minor, country.currency), country);
  const listed = ranked(packs, wish);
  if (listed.length > 0 && listed.every(({ barred }) => barred === 'sold-out')) return t.noneLeft;
  if (wish.most !== undefined) return t.upTo({ most: shownAs(wish.most) });
  if (wish.budget !== undefined && !bestOf(packs, wish)) return t.noneWithin({ budget: shownAs(wish.budget) });
  return t.these;
}

function shown(told: Asked): Pack[] {
  const all = ranked(told.packs, told.wish);
  const at = Math.min(told.page, Math.max(0, Math.ceil(all.length / PAGE) - 1));
  return all.slice(at * PAGE, (at + 1) * PAGE);
}

function row(pack: Pack, number: number, { t, country }: Asked): string {
  const { price, barred } = pack;
  const note = barred === 'sold-out' ? t.soldOutNote : barred === 'roaming-off' ? t.roamingNote : '';
  return t.row({ number, what: withDays(describedAs(pack), pack, t), price: formatMoney(price, country), note });
}

/** How long it is good for, unless its name says so. */
const withDays = (what: string, { days }: Pack, t: Told['t']): string =>
  new RegExp(`\\b${days} (?:dias?|days?)\\b`).test(fold(what)) ? what : `${what}, ${t.forDays({ days })}`;

/** "Paquete Todo en uno 1 GB, 1 día: Datos, 30 minutos": what is in it and its limits, each said once. */
export function describedAs({ name, content, limits }: Pick<Pack, 'name' | 'content' | 'limits'>): string {
  const parts = [name, content, ...(limits === undefined ? [] : [limits])];
  const [first = name, ...more] = parts.filter((part, at) => !parts.slice(0, at).some((said) => wordsIn(said).includes(wordsIn(part))));
  return more.length > 0 ? `${first}: ${more.join('; ')}` : first;
}
const wordsIn = (text: string): string => ` ${fold(text)} `;

/** Each with a name of its own: where two have the same size and days, their price tells them apart. */
function labelled(packs: readonly Pack[], told: Told): Option[] {
  const labels = packs.map((pack) => labelOf(pack, told));
  return packs.map((pack, index) => {
    const label = labels[index] ?? '';
    const isAlone = labels.indexOf(label) === labels.lastIndexOf(label);
    return { id: pack.id, label: isAlone ? label : short(`${sizeOf(pack, told)} · ${formatMoney(pack.price, told.country)}`) };
  });
}

/** "2.5 GB · 3 días": short enough for every button. */
function labelOf(pack: Pack, told: Told): string {
  const label = told.t.days({ size: sizeOf(pack, told), days: pack.days });
  return label.length <= LABEL ? label : formatMoney(pack.price, told.country);
}

function sizeOf({ kind, data, voice, sms }: Pack, { t, country }: Told): string {
  if (data !== undefined) return formatData(data, country);
  if (voice !== undefined) return `${Math.floor(voice / 60)} min`;
  return sms === undefined ? t[NAMES[kind]] : `${sms} SMS`;
}
