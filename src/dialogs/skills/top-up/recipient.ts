import { z } from 'zod';
import type { Country } from '../../../domain/countries';
import { lastFour, readMsisdn, showMsisdn } from '../../../domain/msisdn';
import type { Line, Lines } from '../../../integrations/lines/port';
import { again, redo, type Control } from '../../engine/control';
import type { Question, Reply } from '../../engine/question';
import type { Known, Mobile } from '../../engine/skill';
import { isForSomebody } from '../../engine/somebody';
import { meantAgain, type Before } from './before';
import type { texts } from './texts';

export type Told = Known<typeof texts.es, { readonly mobile: Mobile; readonly kind: Kind; readonly before?: Before }>;
/** How the customer's own line is paid: only a prepaid one can be topped up. */
export const Kind = z.enum(['prepaid', 'postpaid']);
export type Kind = z.infer<typeof Kind>;

/** "No, a la mía". */
const OWN =
  /^(?:(?:no|mejor|better|actually) )*(?:(?:(?:a|para) )?(?:la mia|mia|mi (?:propi[ao] )?(?:linea|numero))|(?:(?:to|for) )?(?:mine|my (?:own )?(?:line|number)))$/;

/** Which line gets it: the customer's own goes without saying, or the one of a top-up that is repeated, unless it is for somebody else. Any active prepaid line of this operator may be named. */
export const recipient = (lines: Lines): Question<Told, string> => ({
  ask: ({ t, kind, mobile, country, said }) =>
    kind === 'prepaid'
      ? { text: namesSeveral(said.words, country) ? t.several : t.which, expects: 'phone', choices: [{ id: 'mine', label: t.mine }] }
      : { text: t.postpaid({ line: showMsisdn(mobile.msisdn, country) }), expects: 'phone' },
  rephrase: ({ t, country }) => ({ text: t.whichAgain({ example: country.phone.example }), expects: 'phone' }),
  keeps: z.string().regex(/^\d{8,15}$/),
  assumes: ({ mobile, kind, said, before, country }) => {
    if (isForSomebody(said.words ?? '') || namesSeveral(said.words, country)) return undefined;
    return meantAgain(before, said.words) ?? (kind === 'prepaid' ? mobile.msisdn : undefined);
  },
  read: async (reply, told) => {
    if ((reply.choice ?? reply.numbered) === 'mine' || OWN.test(reply.folded))
      return told.kind === 'prepaid' ? told.mobile.msisdn : instead(told, told.t.postpaid({ line: showMsisdn(told.mobile.msisdn, told.country) }));
    return named(lines, reply, told);
  },
});

/** "20 al 5555-0102 y 30 al 5555-0103": nobody's own line is meant then. */
const namesSeveral = (words: string | undefined, country: Country): boolean => words !== undefined && readMsisdn(words, country).kind === 'several';

async function named(lines: Lines, { text }: Reply, told: Told): Promise<string | Control> {
  const { t, country, brand } = told;
  const read = readMsisdn(text, country);
  if (read.kind === 'none')
    return isForSomebody(text) ? again({ text: t.whichAgain({ example: country.phone.example }), expects: 'phone' }) : again();
  if (read.kind !== 'mobile') return instead(told, { fixed: t.fixed, foreign: t.foreign({ brand }), several: t.several }[read.kind]);
  const line = await lines.find(read.msisdn);
  const shown = showMsisdn(read.msisdn, country);
  if (!isOpen(line)) return instead(told, t.notOurs({ line: shown, brand }));
  return line.plan.kind === 'prepaid' ? read.msisdn : instead(told, t.postpaid({ line: shown }));
}
const isOpen = (line: Line | undefined): line is Line => line !== undefined && line.status !== 'terminated';

/** Why not that one, and which other. */
const instead = ({ t, kind }: Told, text: string): Control =>
  again({ text, expects: 'phone', choices: kind === 'prepaid' ? [{ id: 'mine', label: t.mine }] : [] });

/** The last digits of another line, typed once more: a slip of the finger would top up a stranger. Kept as the line that they confirm. */
export const lastDigits: Question<Told & { readonly to: string }, string> = {
  ask: ({ t }) => ({ text: t.last4, expects: 'number', choices: [{ id: 'other', label: t.changeNumber }] }),
  keeps: z.string(),
  read: ({ text, choice, folded }, { to, t, kind, mobile }) => {
    if (choice === 'other') return redo('to');
    if (OWN.test(folded)) return kind === 'prepaid' ? { control: 'amend', name: 'to', value: mobile.msisdn } : redo('to');
    const digits = text.normalize('NFKC').replace(/\D/g, '');
    if (digits.length >= WHOLE && to.endsWith(digits)) return to;
    if (digits.length !== 4) return again();
    return digits === lastFour(to) ? to : again(t.last4Wrong);
  },
};
/** From so many digits on a number is whole: nobody who types all of it is asked for its end. */
const WHOLE = 8;
