import { z } from 'zod';
import { readMsisdn, showMsisdn } from '../../../domain/msisdn';
import { again, ofAnother, type Control } from '../../engine/control';
import { yesOrNo, type Question } from '../../engine/question';
import type { Known } from '../../engine/skill';
import { saidIn } from '../../engine/slots';
import type { texts } from './texts';

type Told = Known<typeof texts.es, { readonly known: string | null }>;

/** Which line? One that was signed in before is offered first. */
export const whichLine: Question<Told, string> = {
  ask: ({ t, known, country }) =>
    known === null
      ? { text: t.ask, expects: 'phone' }
      : {
          text: t.welcomeBack({ line: showMsisdn(known, country) }),
          choices: [
            { id: 'yes', label: t.sendIt },
            { id: 'other', label: t.otherNumber },
          ],
        },
  rephrase: ({ t, country }) => ({ text: t.askAgain({ example: country.phone.example }), expects: 'phone' }),
  keeps: z.string().regex(/^\d{8,15}$/),
  read: (reply, { known, t, country }) => {
    if (known !== null && yesOrNo(reply) === true) return known;
    if (reply.choice === 'other' || reply.numbered === 'other') return instead(t.askAgain({ example: country.phone.example }));
    if (NOT_KNOWN.test(reply.folded)) return again({ text: t.where, expects: 'phone', choices: [{ id: 'go:agent', label: t.person }, { id: 'go:menu', label: t.seeMenu }] }); // prettier-ignore
    if (FOR_ANOTHER.test(reply.folded) && !OF_CODE.test(reply.folded)) return ofAnother();
    const { contract, line } = saidIn(reply.text, country);
    if (contract !== undefined && line === undefined) return again(); // it may be as long as a line's
    const read = readMsisdn(reply.text, country);
    switch (read.kind) {
      case 'mobile':
        return read.msisdn;
      case 'fixed':
        return instead(t.fixed);
      case 'foreign':
        return instead(t.foreign);
      case 'several':
        return instead(t.several);
      case 'none':
        return again();
    }
  },
};

/** "Recarga 30 al 5555-0102": that is who gets it, and no line to sign in with, unless it is called their own. The wish is heard as such. */
const FOR_ANOTHER =
  /\b(?:recarg\w*|c[ao]rg\w*|top ?up|recharge|(?:pon|echa|mand|envi|regal|compr|send|buy)\w* (?:\p{L}+ ){0,4}(?:\d{1,4}|saldo|recarga|megas|paquete|credit|balance|data|pack))\b.* (?:al?|para|to|for) (?:(?!(?:mi|my) (?:numero|num|linea|cel|celular|telefono|movil|prop\w*|number|line|phone|mobile|own)\b)\p{L}+ ){0,5}\d{3}/u;
/** "Mándame el código al 5555-0101" is the answer. */
const OF_CODE = /\b(?:codigo|code|sms|mensaje|clave)\b/;

/** "No sé mi número". Many do not: nobody calls themselves. */
const NOT_KNOWN =
  /^(?:(?:ay|uy|pues|mire|la verdad|es que|disculpe|perdon|yo|fijese) )*no ?(?:lo |me |me lo )?(?:se|acuerdo|recuerdo)\b(?! (?:nada|que))|\b(?:no (?:me )?(?:se|acuerdo|recuerdo)|cual es|olvide|no conozco)\b.*\bnumero\b|\b(?:don t|do not) (?:know|remember)\b/;

/** Asks again for a number, without the buttons of the first time. */
const instead = (text: string): Control => again({ text, expects: 'phone', choices: [] });
