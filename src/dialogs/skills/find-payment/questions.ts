import { z } from 'zod';
import { spokenMoment } from '../../../domain/dates';
import { formatMoney, readAmount } from '../../../domain/money';
import { again, leave, type Control } from '../../engine/control';
import { yesOrNo, type Question, type Reply } from '../../engine/question';
import type { Known, Mobile } from '../../engine/skill';
import { readDay, saidIn } from '../../engine/slots';
import { leadIn, search, type About, type Books, type Clues, type Lead, type Payment } from './search';
import { toldOf } from './words';
import type { texts } from './texts';

/** What is known once the books are read. */
export type Told = Known<typeof texts.es, Books & { readonly mobile: Mobile; readonly clues: Clues; readonly about: About }> & {
  /** The line that the money was for, if perhaps it is another; null: its number is not known. */
  readonly to?: string | null | undefined;
};
export type Answered = Told & {
  readonly amount?: number | null | undefined;
  readonly day?: string | null | undefined;
  readonly reference?: string | null | undefined;
};

/** What was paid for another line does not stand in the books of this one: an answer out of them would be of some other payment. */
export const isElsewhere = ({ to, mobile }: Pick<Told, 'to' | 'mobile'>): boolean => to !== undefined && to !== mobile.msisdn;

export const leadOf = (told: Told): Lead | undefined =>
  isElsewhere(told) ? undefined : leadIn(told, told.clues, told.about, told.now, told.country);

/** What the customer answered leads to this one, which is not the one that they know already. */
export function foundBy(told: Answered): Payment | undefined {
  if (isElsewhere(told)) return undefined;
  const shown = leadOf(told);
  const others = shown?.kind === 'settled' ? told.payments.filter(({ id }) => id !== shown.payment.id) : told.payments;
  const { amount, day, reference } = told;
  const known: Clues = {
    ...(typeof amount === 'number' && { minor: amount }),
    ...(typeof day === 'string' && { day }),
    ...(typeof reference === 'string' && { reference }),
  };
  return search(others, known, told.country);
}

const GLAD = /\b(?:gracias|listo|ok|okay|perfecto|esa es|es esa|ya (?:la |lo )?vi|thanks|thank you|that is it|that one)\b/;

/** What was found is told; "esa no es" goes on searching. */
export const isThis: Question<Told, boolean> = {
  ask: (told) => toldOf(told, leadOf(told)),
  keeps: z.literal(false),
  read: (reply, told) => {
    const { t } = told;
    const said = reply.choice ?? reply.numbered;
    if (said === 'other' || yesOrNo(reply) === false || /^(?:no |esa no|ese no|otr[oa]\b|not )/.test(reply.folded)) return false;
    if (yesOrNo(reply) === true || GLAD.test(reply.folded)) return leave(t.glad);
    const clues = cluesIn(reply.text, told);
    return clues ? { control: 'amend', name: 'right', value: false, also: clues } : again();
  },
};

/** What else was said of the payment that is meant; a number on its paper is enough, unless it is the one that was just told. */
function cluesIn(text: string, told: Told): Pick<Answered, 'amount' | 'day' | 'reference'> | undefined {
  const { now, country } = told;
  const { reference, day: when } = saidIn(text, country);
  const lead = leadOf(told);
  const shown = lead?.kind === 'waits' ? lead.own.reference : lead?.kind === 'settled' ? lead.payment.reference : undefined;
  if (reference !== undefined) return reference.toUpperCase() === shown ? undefined : { amount: null, day: null, reference };
  const amount = readAmount(text, country);
  const day = when === undefined ? undefined : readDay(when, now, country);
  if (typeof amount !== 'object' && day === undefined) return undefined;
  return { ...(typeof amount === 'object' && { amount: amount.minor }), ...(day !== undefined && { day }) };
}

/** Two that look like one: was one of them meant? */
export const onlyOne: Question<Told, boolean> = {
  ask: (told) => {
    const two = leadOf(told);
    if (two?.kind !== 'double') return told.t.askAmount;
    const { t, country, language, now } = told;
    const moment = ({ at }: Payment): string => spokenMoment(at, now, country, language);
    const text = t.double({ amount: formatMoney(two.first.amount, country), first: moment(two.first), second: moment(two.second) });
    const choices = [{ id: 'yes', label: t.onlyOne }, { id: 'no', label: t.both }]; // prettier-ignore
    return { text, choices };
  },
  keeps: z.boolean(),
  read: (reply) => {
    if (/^(?:si |solo |yes |only |just |una\b)/.test(`${reply.folded} `)) return true;
    return /^(?:no |las dos|ambas|both)/.test(`${reply.folded} `) ? false : (yesOrNo(reply) ?? again());
  },
};

/** "No me acuerdo" is an answer too. */
const forgot = ({ choice, numbered, folded }: Reply): boolean =>
  choice === 'unknown' ||
  numbered === 'unknown' ||
  /\b(no (?:lo |la |me )?(?:se|recuerdo|tengo|acuerdo)|i do ?n t (?:know|remember|have)|i do not|no idea|not sure)\b/.test(folded);
const unknown = ({ t }: Told) => [{ id: 'unknown', label: t.forgot }];

export const howMuch: Question<Told, number | null> = {
  ask: (told) => ({ text: told.t.askAmount, choices: unknown(told), expects: 'number' }),
  keeps: z.int().nullable(),
  read: (reply, { country }) => {
    if (reply.choice === 'unknown') return null;
    const amount = readAmount(reply.text, country);
    if (amount !== undefined && amount !== 'ambiguous') return amount.minor;
    return forgot({ ...reply, numbered: '' }) ? null : again();
  },
};

/** Another day for the same search: what was found first was not it. */
const anew = (day: string | null, { amount = null }: Answered, more: { readonly reference?: null } = {}): Control => ({
  ...{ control: 'amend', name: 'day', value: day, also: { right: false, amount, ...more } },
});

const PAPER = /\b(?:comprobante|recibo|referencia|boleta|voucher|papel|receipt|reference|paper)\b/;

export const whichDay: Question<Answered, string | null> = {
  ask: (told) => ({
    text: told.t.askDay,
    choices: [{ id: 'today', label: told.t.today }, { id: 'yesterday', label: told.t.yesterday }, ...unknown(told)],
  }),
  keeps: z.string().nullable(),
  read: (reply, told) => {
    const { now, country } = told;
    const picked = { today: 'hoy', yesterday: 'ayer' }[reply.choice ?? reply.numbered ?? ''] ?? reply.text;
    const day = readDay(picked, now, country) ?? (forgot(reply) ? null : again());
    // "No tengo el comprobante": then that is not asked either.
    return day === null && PAPER.test(reply.folded) ? anew(null, told, { reference: null }) : day;
  },
};

/** More would be no number of a receipt, characters. */
const LONGEST = 40;
export const whichReference: Question<Answered, string | null> = {
  ask: (told) => ({ text: isElsewhere(told) ? told.t.askPaper : told.t.askReference, choices: unknown(told) }),
  keeps: z.string().nullable(),
  read: (reply, told) => {
    if (forgot(reply)) return null;
    if (/\d{3}/.test(reply.text)) return reply.text.trim().slice(0, LONGEST);
    const day = readDay(reply.text, told.now, told.country); // "fue ayer": what was asked before comes to mind now
    return day === undefined ? again() : anew(day, told);
  },
};
