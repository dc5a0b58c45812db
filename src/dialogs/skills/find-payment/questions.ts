import { z } from 'zod';
import { spokenMoment } from '../../../domain/dates';
import { formatMoney, readAmount } from '../../../domain/money';
import { again, leave } from '../../engine/control';
import { yesOrNo, type Question, type Reply } from '../../engine/question';
import type { Known, Mobile } from '../../engine/skill';
import { readDay } from '../../engine/slots';
import { leadIn, search, type About, type Books, type Clues, type Lead, type Payment } from './search';
import { toldOf } from './words';
import type { texts } from './texts';

/** What is known once the books are read. */
export type Told = Known<typeof texts.es, Books & { readonly mobile: Mobile; readonly clues: Clues; readonly about: About }>;
export type Answered = Told & {
  readonly amount?: number | null | undefined;
  readonly day?: string | null | undefined;
  readonly reference?: string | null | undefined;
};

export const leadOf = (told: Told): Lead | undefined => leadIn(told, told.clues, told.about, told.now, told.country);

/** What the customer answered leads to this one, which is not the one that they know already. */
export function foundBy(told: Answered): Payment | undefined {
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
  read: (reply, { t, country }) => {
    const said = reply.choice ?? reply.numbered;
    if (said === 'other' || yesOrNo(reply) === false || /^(?:no |esa no|ese no|otr[oa]\b|not )/.test(reply.folded)) return false;
    if (yesOrNo(reply) === true || GLAD.test(reply.folded)) return leave(t.glad);
    const amount = readAmount(reply.text, country);
    if (amount === undefined || amount === 'ambiguous') return again();
    return { control: 'amend', name: 'right', value: false, also: { amount: amount.minor } };
  },
};

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

export const whichDay: Question<Told, string | null> = {
  ask: (told) => ({
    text: told.t.askDay,
    choices: [{ id: 'today', label: told.t.today }, { id: 'yesterday', label: told.t.yesterday }, ...unknown(told)],
  }),
  keeps: z.string().nullable(),
  read: (reply, { now, country }) => {
    const picked = { today: 'hoy', yesterday: 'ayer' }[reply.choice ?? reply.numbered ?? ''] ?? reply.text;
    return readDay(picked, now, country) ?? (forgot(reply) ? null : again());
  },
};

/** More would be no number of a receipt, characters. */
const LONGEST = 40;
export const whichReference: Question<Told, string | null> = {
  ask: (told) => ({ text: told.t.askReference, choices: unknown(told) }),
  keeps: z.string().nullable(),
  read: (reply) => (forgot(reply) ? null : /\d{3}/.test(reply.text) ? reply.text.trim().slice(0, LONGEST) : again()),
};
