import { z } from 'zod';
import { readMsisdn, showMsisdn } from '../../../domain/msisdn';
import { again, type Control } from '../../engine/control';
import { yesOrNo, type Question } from '../../engine/question';
import type { Known } from '../../engine/skill';
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

/** "No sé mi número". Many do not: nobody calls themselves. */
const NOT_KNOWN =
  /^(?:(?:ay|uy|pues|mire|la verdad|es que|disculpe|perdon|yo|fijese) )*no ?(?:lo |me |me lo )?(?:se|acuerdo|recuerdo)\b(?! (?:nada|que))|\b(?:no (?:me )?(?:se|acuerdo|recuerdo)|cual es|olvide|no conozco)\b.*\bnumero\b|\b(?:don t|do not) (?:know|remember)\b/;

/** Asks again for a number, without the buttons of the first time. */
const instead = (text: string): Control => again({ text, expects: 'phone', choices: [] });
