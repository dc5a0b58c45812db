import { spokenDay } from '../../../domain/dates';
import type { Message } from '../../../domain/message';
import { formatMoney, money, subtract } from '../../../domain/money';
import type { Means } from '../../../integrations/payments/port';
import type { ChosenMeans } from '../../../domain/spending/details';
import { again, detour, leave, redo, type Control } from '../../engine/control';
import { short } from '../../engine/label';
import { payWith } from '../../engine/means';
import { oneOf, PAGE, type Question } from '../../engine/question';
import type { Offer } from './held';
import { priced, type Told } from './list';
import { doneTo, namedIn, type Wish } from './wish';

type Wanting = Told & { readonly wish: Wish };
type Chosen = Wanting & { readonly offer: string | undefined };
export type Paying = Chosen & { readonly means: readonly Means[] };

/** What is charged at once (minor units): nothing while the first month is free. */
export const dueNow = ({ price, freeUntil }: Offer) => (freeUntil === undefined ? price : money(0, price.currency));

const onSale = ({ offers }: Told): Offer[] => offers.filter(({ barred }) => barred === undefined).toSorted((a, b) => a.price.minor - b.price.minor);

/** The offer that was chosen; undefined when it is not on sale any more. */
export const chosenOffer = ({ offers, offer }: Pick<Chosen, 'offers' | 'offer'>): Offer | undefined =>
  offers.find(({ id, barred }) => id === offer && barred === undefined);

/** Which one to begin, cheapest first. The one that the sentence named goes without saying. */
export function whichOffer(): Question<Wanting, string> {
  const listed = oneOf<Wanting, { id: string; label: string }>({
    ask: forSale,
    from: (told) => onSale(told).map(({ id, name }) => ({ id, label: short(name) })),
  });
  return {
    ...listed,
    assumes: ({ wish, offers }) => (offers.some(({ id, barred }) => id === wish.id && barred === undefined) ? wish.id : undefined),
    read: async (reply, told) => {
      const picked = await listed.read(reply, told);
      if (typeof picked === 'string' || reply.choice !== undefined) return picked;
      const ends = endedBy(reply.text, told);
      if (ends) return ends;
      const named = namedIn(reply.text, told.offers);
      if (named?.barred === 'already') return again(`${told.t.already({ name: named.name })} ${forSale(told).text}`);
      return namedIn(reply.text, onSale(told))?.id ?? picked;
    },
  };
}

/** "Cancelar nube", while another one is looked for. */
function endedBy(text: string, { mine }: Told): Control | undefined {
  const [does, own] = [doneTo(text), namedIn(text, mine)];
  return own && (does === 'cancel' || does === 'denied') ? { control: 'amend', name: 'wish', value: { does, id: own.id } } : undefined;
}

function forSale(told: Wanting): Message {
  const { t, page, now, country, language } = told;
  const list = onSale(told)
    .map((offer, index) => {
      const values = {
        number: (index % PAGE) + 1,
        name: offer.name,
        price: priced(told, offer),
        content: offer.content === '' ? '' : ` ${sentence(offer.content)}`,
      };
      return offer.freeUntil === undefined ? t.saleLine(values) : t.saleFree({ ...values, day: spokenDay(offer.freeUntil, now, country, language) });
    })
    .slice(page * PAGE, (page + 1) * PAGE);
  return { text: t.forSale({ list: list.join('\n') }) };
}
const sentence = (text: string): string => (/[.?]$/.test(text) ? text : `${text}.`);

/** Why none can be begun; undefined when one can. */
export function nothingOnSale({ t, offers, ...told }: Told): Message | undefined {
  if (onSale({ t, offers, ...told }).length > 0) return undefined;
  return { text: offers.some(({ barred }) => barred === 'minor') ? t.minor : t.notForSale };
}

/** What can pay it: of what the operator takes for it, what is open and enough. A free first month needs only a place to charge later. */
export function usable(all: readonly Means[], { payable, ...offer }: Offer): Means[] {
  const due = dueNow({ payable, ...offer }).minor;
  return all
    .filter(({ kind, barred }) => barred === undefined && payable.some((each) => each === kind))
    .filter(({ available }) => due === 0 || available === undefined || available.minor >= due)
    .toSorted((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));
}
const ORDER: readonly Means['kind'][] = ['balance', 'wallet', 'bill'];

/** What it is charged to. Not enough: what is missing, and a top-up on the way, after which this goes on. */
export const whatPays: Question<Paying, ChosenMeans> = payWith<Paying>({
  ask: (paying) => (fits(paying).length > 0 ? paying.t.payWith : missing(paying)),
  from: fits,
  more: (paying) => (fits(paying).length > 0 ? [] : ways(paying)),
});

function fits(paying: Paying): Means[] {
  const offer = chosenOffer(paying);
  return offer ? usable(paying.means, offer) : [];
}

const ways = ({ t, means }: Paying) => [
  ...(means.some(({ kind }) => kind === 'balance') ? [{ id: 'top-up', label: t.topUp, does: detour('top-up') }] : []),
  { id: 'others', label: t.otherOne, does: redo('offer') },
];

function missing(paying: Paying): Message | string {
  const { t, country, means } = paying;
  const offer = chosenOffer(paying);
  const available = means.find(({ kind, barred }) => kind === 'balance' && barred === undefined)?.available;
  if (!offer || available === undefined || !offer.payable.includes('balance')) return t.noWay({ name: offer?.name ?? '' });
  const shown = formatMoney(subtract(offer.price, available), country);
  return t.short({ name: offer.name, price: formatMoney(offer.price, country), missing: shown });
}

/** It may have gone since: then the list again, or the end. */
export function stillThere(paying: Told & { readonly wish: Wish; readonly offer: string | undefined }): 'there' | Control {
  const { wish, mine, t, offers } = paying;
  if (wish.does === 'buy') return chosenOffer(paying) ? 'there' : redo('offer');
  if (mine.some(({ id }) => id === wish.id)) return 'there';
  return mine.length + offers.length > 0 ? redo('wish') : leave({ text: t.notForSale });
}
