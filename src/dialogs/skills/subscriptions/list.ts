import { spokenDay } from '../../../domain/dates';
import type { Choice, Message } from '../../../domain/message';
import { formatMoney, type Money } from '../../../domain/money';
import { showMsisdn } from '../../../domain/msisdn';
import { textsFor } from '../../../domain/texts';
import { again, leave, type Control } from '../../engine/control';
import { LABEL, short } from '../../engine/label';
import { yesOrNo, type Question, type Reply } from '../../engine/question';
import type { Known, Mobile } from '../../engine/skill';
import { engineTexts } from '../../engine/texts';
import type { Held, Offer } from './held';
import type { texts } from './texts';
import { doneTo, isName, namedIn, Wish } from './wish';

export type Told = Known<typeof texts.es, { readonly mobile: Mobile; readonly mine: readonly Held[]; readonly offers: readonly Offer[] }>;
type Words = Pick<Told, 't' | 'country'>;

/** "Q39.00 al mes", "Q0.99 cada día". */
export function priced({ t, country }: Words, { price, every }: { readonly price: Money; readonly every: 'day' | 'month' }): string {
  const shown = formatMoney(price, country);
  return every === 'day' ? t.perDay({ price: shown }) : t.perMonth({ price: shown });
}

/** "de tu saldo", "en tu factura". */
export const paidFrom = ({ t }: Pick<Told, 't'>, from: Held['paidFrom']): string =>
  ({ balance: t.fromBalance, wallet: t.fromWallet, bill: t.fromBill })[from];

const CANCEL = 'cancel:';
const DENIED = 'denied:';

/** "No quiero cancelar Música". Not "no puedo cancelarla", "no la cancelaron". */
const KEEPS =
  /\b(?:no (?:me )?(?:l[oa]s? )?(?:(?:quiero|deseo|voy a) )?(?:cancel|quit)(?:es|e|en|ar|arl[oa]s?|arm\w*)?|(?:don t|do not) (?:want to )?(?:cancel|remove))\b/;

/** What the line has, each with its price, its day and a button that ends it; and what to do with them. */
export const whichWish: Question<Told & { readonly wish?: Wish }, Wish> = {
  ask: (told) => (told.mine.length === 0 ? nobodys(told) : listed(told)),
  keeps: Wish,
  read: (reply, told) => {
    const { t, mine } = told;
    const picked = reply.choice ?? reply.numbered ?? '';
    const one = mine.find(({ id }) => picked === CANCEL + id || picked === DENIED + id);
    if (one) return { does: picked.startsWith(DENIED) ? 'denied' : 'cancel', id: one.id };
    if (picked === 'buy') return { does: 'buy' };
    if (picked === 'denied') return which('denied', told);
    const said = yesOrNo(reply);
    if (said === false || (reply.choice === undefined && KEEPS.test(reply.folded)))
      return leave(textsFor(engineTexts, told.language, told.form).nothingDone);
    if (said === true) return mine.length === 0 ? { does: 'buy' } : which('cancel', told);
    // At the words of a purchase a mere name is another one to buy, and is read there: nobody meant to cancel.
    if (told.wish?.does === 'buy' && doneTo(reply.text) === undefined) return again();
    return inWords(reply, told) ?? (picked === '' ? again() : again({ text: t.whichCancel, choices: cancels(told) }));
  },
};

/** What the text says by itself. */
function inWords({ text, folded }: Reply, told: Told): Wish | Control | undefined {
  const { mine, offers, t } = told;
  const does = doneTo(text);
  const own = namedIn(text, mine);
  if (mine.length > 1 && (does ?? 'cancel') === 'cancel' && ALL.test(folded)) return again({ text: t.oneByOne, choices: cancels(told) });
  if (does === 'buy') {
    const wanted = namedIn(text, offers);
    if (wanted && mine.some(({ offer }) => offer === wanted.id)) return leave({ text: t.already({ name: wanted.name }) });
    return { does, ...(wanted && { id: wanted.id }) };
  }
  if (does !== undefined) {
    if (mine.length === 0) return leave(nothingToCancel(told));
    const other = own ? undefined : namedIn(text, offers);
    if (other) return again({ text: t.notHeld({ name: other.name }), choices: cancels(told) });
    return own ? { does, id: own.id } : which(does, told);
  }
  if (own && isName(text, own.name)) return { does: 'cancel', id: own.id };
  const offered = namedIn(text, offers);
  return offered?.barred === undefined && offered && isName(text.replace(WANTS, ''), offered.name) ? { does: 'buy', id: offered.id } : undefined;
}

/** "Quiero deportes". */
const WANTS = /^\s*(?:(?:yo )?(?:quiero|quisiera|dame|p[oó]nme|mejor)|i (?:want|would like)|give me)\s+/i;

/** "Todas": each is agreed to by itself. */
const ALL =
  /^(?:(?:cancel\w*|quita\w*|elimina\w*|borra\w*) )?(?:(?:a )?todas?|todo|todos|las dos|las tres|ambas|(?:cancel )?(?:all|both)(?: of them)?)$/;

/** The only one, or which one. */
function which(does: 'cancel' | 'denied', told: Told): Wish | Control {
  const [only, ...others] = told.mine;
  if (only && others.length === 0) return { does, id: only.id };
  const named = told.mine.map(({ id, name }) => ({ id: `${does}:${id}`, label: short(name) }));
  return again({ text: does === 'denied' ? told.t.whichDenied : told.t.whichCancel, choices: named });
}

/** So many are listed; nobody was seen with more. */
const MOST = 8;

function listed(told: Told): Message {
  const { t, mobile, country, mine } = told;
  const list = mine.slice(0, MOST).map((each, index) => inOneLine(each, index + 1, told));
  const more = [
    { id: 'denied', label: t.notAsked },
    ...(told.offers.some(({ barred }) => barred === undefined) ? [{ id: 'buy', label: t.buyOne }] : []),
  ];
  return { text: t.mine({ line: showMsisdn(mobile.msisdn, country), list: list.join('\n') }), choices: [...cancels(told), ...more] };
}

function inOneLine(held: Held, number: number, told: Told): string {
  const { t, now, country, language } = told;
  const values = { number, name: held.name, price: priced(told, held), from: paidFrom(told, held.paidFrom) };
  const renews = spokenDay(held.freeUntil ?? held.renews, now, country, language);
  return held.freeUntil !== undefined && held.freeUntil > now ? t.lineFree({ ...values, renews }) : t.line({ ...values, renews });
}

const cancels = ({ t, mine }: Told): Choice[] =>
  mine
    .slice(0, MOST)
    .map(({ id, name }) => ({ id: CANCEL + id, label: t.cancelOne({ name: short(name, LABEL - t.cancelOne({ name: '' }).length) }) }));

/** Nothing is subscribed, and nothing is on sale. */
export const nothingAtAll = ({ t, mobile, country }: Pick<Told, 't' | 'mobile' | 'country'>): Message => ({
  text: t.noneAtAll({ line: showMsisdn(mobile.msisdn, country) }),
  choices: [{ id: 'go:balance-use', label: t.findCharge }],
});

function nobodys({ t, mobile, country }: Told): Message {
  const line = showMsisdn(mobile.msisdn, country);
  return { text: t.none({ line }), choices: [{ id: 'buy', label: t.buyOne }, { id: 'no', label: t.fine }] }; // prettier-ignore
}

/** Nothing to cancel; perhaps something was charged. */
export const nothingToCancel = ({ t, mobile, country }: Told): Message => ({
  text: t.notYours({ line: showMsisdn(mobile.msisdn, country) }),
  choices: [
    { id: 'go:balance-use', label: t.findCharge },
    { id: 'go:agent', label: t.person },
  ],
});
