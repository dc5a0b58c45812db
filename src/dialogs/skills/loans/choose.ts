import { fold } from '../../../domain/fold';
import type { Choice, Message } from '../../../domain/message';
import { formatMoney, oddAmount, readAmount } from '../../../domain/money';
import { again, leave, type Control } from '../../engine/control';
import { declined } from '../../engine/declined';
import { short } from '../../engine/label';
import type { Question } from '../../engine/question';
import type { Known, Mobile } from '../../engine/skill';
import type { Offer, Profile } from './debts';
import { cost } from './terms';
import type { texts } from './texts';
import { Wish, wishIn } from './wish';
import { z } from 'zod';

type Told = Known<typeof texts.es, { readonly mobile: Mobile }>;
type Offered = Told & { readonly wish: Wish; readonly profile: Profile; readonly offers: readonly Offer[] };

/** The skill that does what a wish is about, where it is not this one. */
const DOES: Readonly<Partial<Record<Wish, string>>> = { debt: 'loan-debt', repay: 'repay-loan', denied: 'loan-denied' };
const PACKS = 'packs';

/** What is wanted of a loan; to lend is what goes without saying. */
export const whichWish: Question<Told, Wish> = {
  ask: ({ t }) => ({
    text: t.what,
    choices: [
      { id: 'advance', label: t.wantAdvance },
      { id: 'pack', label: t.wantPack },
      { id: 'debt', label: t.seeDebt },
      { id: 'repay', label: t.payDebt },
    ],
  }),
  keeps: Wish,
  assumes: () => 'advance',
  read: ({ choice, numbered, text }) => {
    const picked = Wish.safeParse(choice ?? numbered);
    const wish = picked.success ? picked.data : wishIn(text);
    const other = DOES[wish];
    return other === undefined ? wish : leave(undefined, other);
  },
};

/** How much, or which pack: by button, amount, name or number. Kept as the offer's id. */
export const whichOffer: Question<Offered, string> = {
  ask: (told) => (told.wish === 'pack' && packsOf(told).length > 0 ? asPacks(told) : asAdvances(told)),
  keeps: z.string(),
  read: (reply, told) => {
    const { choice, numbered, text, folded } = reply;
    const { offers, country } = told;
    const offerOf = (id: string | undefined): string | undefined => offers.find((each) => each.id === id)?.id;
    const tapped = offerOf(choice);
    if (tapped !== undefined) return tapped;
    const amount = readAmount(text, country);
    const lent = typeof amount === 'object' ? advancesOf(told).find((each) => each.lent.minor === amount.minor) : undefined;
    if (lent) return lent.id;
    const counted = offerOf(numbered);
    if (counted !== undefined) return counted;
    if ((choice ?? numbered) === PACKS || /^(?:un |a )?(?:paquete|pack)s?$/.test(folded)) return again(asPacks(told));
    const named = packsOf(told).find(({ name }) => fold(name) === folded);
    if (named) return named.id;
    return typeof amount === 'object' || oddAmount(text, country) ? instead(told) : (declined(reply, told) ?? again());
  },
};

/** Another amount than those that are lent: which ones are. */
function instead(told: Offered): Control {
  const { t, country } = told;
  const shown = advancesOf(told).map(({ lent }) => formatMoney(lent, country));
  if (shown.length === 0) return again();
  const amounts = [shown.slice(0, -1).join(', '), ...shown.slice(-1)].filter(Boolean).join(` ${t.or} `);
  return again({ text: t.notThat({ amounts }), choices: advanceChoices(told), expects: 'number' });
}

function asAdvances(told: Offered): Message {
  const { t, country, profile } = told;
  const advances = advancesOf(told);
  const example = advances[Math.floor(advances.length / 2)];
  const most = advances.at(-1);
  if (!example || !most) return asPacks(told);
  const text = t.upTo({ limit: formatMoney(most.lent, country), example: cost(told, profile.recovery, example) });
  return { text, choices: advanceChoices(told), expects: 'number' };
}

const advanceChoices = (told: Offered): Choice[] => [
  ...advancesOf(told).map(({ id, lent }) => ({ id, label: formatMoney(lent, told.country) })),
  ...(packsOf(told).length > 0 ? [{ id: PACKS, label: told.t.wantPack }] : []),
];

function asPacks(told: Offered): Message {
  const { t, country } = told;
  const packs = packsOf(told);
  const list = packs.map(({ name, total, fee }, index) =>
    t.packLine({ number: index + 1, name, total: formatMoney(total, country), fee: formatMoney(fee, country) }),
  );
  return { text: t.packs({ list: list.join('\n') }), choices: packs.map(({ id, name }) => ({ id, label: short(name) })) };
}

/** So many are shown: more would not fit a list of buttons. */
const MOST = 8;
const advancesOf = ({ offers }: Offered): Offer[] => offers.filter(({ kind }) => kind === 'advance').slice(0, MOST);
const packsOf = ({ offers }: Offered): Offer[] => offers.filter(({ kind }) => kind === 'pack').slice(0, MOST);
