import { z } from 'zod';
import { fold } from '../../../domain/fold';
import { readMsisdn } from '../../../domain/msisdn';
import { again } from '../../engine/control';
import type { Question, Reply } from '../../engine/question';
import type { Known, Mobile } from '../../engine/skill';
import { isForSomebody } from '../../engine/somebody';
import type { texts } from './texts';

type Told = Known<typeof texts.es, { readonly mobile: Mobile }>;

/** Where it was paid, and with whose money, says nothing of whom it is for: "en la tienda de la vecina". */
const PLACES = /\b(?:tiend\w+|puesto|local|negocio|casa|kiosco|pulperia|abarroteria|farmacia|esquina) del?\b/g;
/** "Y no le cae": not to whoever writes, unless it is their line that is called so. */
const TO_THEM = /\bno (?:le|les) (?:ha |han |a )?(?:cae|cay|caid|entr|yeg|lleg|aparec|sale|salio|carg|acredit|reflej|abon)/;
const TO_ME =
  /\b(?:mi (?:propi[ao] )?(?:linea|numero|celular|cel|telefono|chip|saldo)|a mi|my (?:own )?(?:line|number|phone))\b(?! (?:mama|papa|hij|espos))/;

/** Whether words tell of money that was put on somebody else's line. */
export function isForAnother(words: string): boolean {
  const folded = fold(words);
  return isForSomebody(folded.replace(PLACES, ' ')) || (TO_THEM.test(folded) && !TO_ME.test(folded));
}

/** Whether the money was meant for a line that is not the one signed in. What was paid for that one is told to nobody but who proves it. */
export function meansAnother({ said: { words }, mobile, country }: Told): boolean {
  if (words === undefined) return false;
  const named = readMsisdn(words, country);
  return named.kind === 'mobile' ? named.msisdn !== mobile.msisdn : isForAnother(words);
}

const MINE =
  /^(?:no )?(?:fue )?(?:(?:a|para) )?(?:la mia|(?:el )?mio|mi(?: propi[ao])?(?: (?:linea|numero))?|(?:to )?(?:mine|my (?:own )?(?:line|number)))$/;

/** The line that the money was for; null: the customer does not know its number. */
export const whichLine: Question<Told, string | null> = {
  ask: ({ t }) => ({
    text: t.askLine,
    expects: 'phone',
    choices: [{ id: 'mine', label: t.myLine }, { id: 'unknown', label: t.forgot }], // prettier-ignore
  }),
  rephrase: ({ t, country }) => ({ text: t.askLineAgain({ example: country.phone.example }), expects: 'phone' }),
  keeps: z.string().nullable(),
  assumes: ({ said: { words }, country }) => numberIn(words ?? '', country),
  read: (reply, { mobile, country }) => {
    if ((reply.choice ?? reply.numbered) === 'mine' || MINE.test(reply.folded)) return mobile.msisdn;
    return numberIn(reply.text, country) ?? (isUnknown(reply) ? null : again());
  },
};

function numberIn(text: string, country: Told['country']): string | undefined {
  const read = readMsisdn(text, country);
  return read.kind === 'mobile' || read.kind === 'foreign' ? read.msisdn : undefined;
}

const isUnknown = ({ choice, numbered, folded }: Reply): boolean =>
  (choice ?? numbered) === 'unknown' ||
  /\bno (?:(?:lo|la|me) )?(?:se|recuerdo|tengo|acuerdo)\b|\bi do ?n ?t (?:know|remember|have)\b|\bno idea\b/.test(folded);
