import { z } from 'zod';

/** What a card that was typed comes to. `later`: the bank takes its time, and then approves. */
type Verdict = 'approve' | 'decline' | 'later';

/** Test cards. Any other number that could be one is declined: nobody should type a real one here. */
const VERDICTS: Readonly<Record<string, Verdict>> = {
  '4111111111111111': 'approve',
  '5555555555554444': 'approve',
  '4000000000000002': 'decline',
  '4000000000000259': 'later',
};

const DAY_MS = 86_400_000;

/** What the form sends. */
const Form = z.object({ no: z.string(), ex: z.string(), cv: z.string(), na: z.string(), save: z.string().optional() });

interface Typed {
  readonly verdict: Verdict;
  readonly brand: string;
  readonly last4: string;
  readonly month: number;
  readonly year: number;
}
/** What would be right instead, by field. */
export type Wrong = Readonly<Partial<Record<'no' | 'ex' | 'cv' | 'na', string>>>;

/** Reads a card from the form; nothing of it but brand, last digits and end is ever kept. */
export function readCard(body: string, now: number): { readonly card: Typed } | { readonly wrong: Wrong; readonly said: Record<string, string> } {
  const said = Object.fromEntries(new URLSearchParams(body));
  const form = Form.safeParse({ no: '', ex: '', cv: '', na: '', ...said });
  const { no = '', ex = '', cv = '', na = '' } = form.data ?? {};
  const digits = no.replace(/\D/g, '');
  const [, month = '', year = ''] = /^\s*(\d{1,2})\s*\/?\s*(?:20)?(\d{2})\s*$/.exec(ex) ?? [];
  const wrong: Wrong = {
    ...((digits.length < 13 || !hasCheckDigit(digits)) && { no: 'El número tiene de 13 a 19 dígitos; revisa que estén todos.' }),
    ...expiryWrong(Number(month), 2000 + Number(year), month !== '', now),
    ...(!/^\d{3,4}$/.test(cv.trim()) && { cv: 'Son 3 o 4 dígitos, al reverso.' }),
    ...(na.trim() === '' && { na: 'Como está impreso en la tarjeta.' }),
  };
  if (Object.keys(wrong).length > 0) return { wrong, said: { ex, na } };
  const brand = digits.startsWith('4') ? 'Visa' : digits.startsWith('5') ? 'Mastercard' : 'Tarjeta';
  return { card: { verdict: VERDICTS[digits] ?? 'decline', brand, last4: digits.slice(-4), month: Number(month), year: 2000 + Number(year) } };
}

function expiryWrong(month: number, year: number, isRead: boolean, now: number): Wrong {
  if (!isRead) return { ex: 'Mes y año, como 08 / 29.' };
  if (month < 1 || month > 12) return { ex: 'El mes va de 01 a 12.' };
  return endOf({ month, year }) < now ? { ex: 'Esta tarjeta ya venció.' } : {};
}

/** The last moment of the month that is printed on a card, epoch ms. */
export const endOf = ({ month, year }: Pick<Typed, 'month' | 'year'>): number => Date.UTC(year, month, 1) + DAY_MS / 2;

function hasCheckDigit(digits: string): boolean {
  const sum = [...digits].toReversed().reduce((all, digit, at) => {
    const doubled = Number(digit) * (at % 2 === 1 ? 2 : 1);
    return all + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return sum % 10 === 0;
}
