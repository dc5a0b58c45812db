import { z } from 'zod';
import { contractIn } from '../../../domain/contracts';
import { readMsisdn } from '../../../domain/msisdn';
import { catalog, forms } from '../../../domain/texts';
import { again } from '../../engine/control';
import { skill } from '../../engine/skill';

const texts = catalog(
  {
    title: forms({ tu: 'tu cuenta', vos: 'tu cuenta', usted: 'su cuenta' }),
    button: 'Mi cuenta',
    which: forms({ tu: '¿De tu celular o de tu casa?', vos: '¿De tu celular o de tu casa?', usted: '¿De su celular o de su casa?' }),
    whichAgain: forms({
      tu: '¿Es por tu línea de celular, o por el internet y la televisión de tu casa? Toca un botón, o escribe celular o casa.',
      vos: '¿Es por tu línea de celular, o por el internet y la televisión de tu casa? Tocá un botón, o escribí celular o casa.',
      usted: '¿Es por su línea de celular, o por el internet y la televisión de su casa? Toque un botón, o escriba celular o casa.',
    }),
    mobile: 'De mi celular',
    home: 'De mi casa',
  },
  {
    title: 'your account',
    button: 'My account',
    which: 'For your mobile or for your home?',
    whichAgain: 'Is it about your mobile line, or about the internet and TV at home? Tap a button, or type mobile or home.',
    mobile: 'My mobile',
    home: 'My home',
  },
);

const MOBILE = /\b(?:celular|cel|linea|movil|telefono|chip|numero|mobile|phone|line|cell)\b/;
const HOME = /\b(?:casa|hogar|internet|wifi|cable|tele|tv|television|fibra|residencial|contrato|home|house|broadband)\b/;

const both = (t: { readonly mobile: string; readonly home: string }) => [
  { id: 'mobile', label: t.mobile },
  { id: 'home', label: t.home },
];

/** Asked of somebody who is not signed in and may mean either: which login comes next. */
export const accountLogin = () =>
  skill('login-account', texts)
    .asks('kind', {
      ask: ({ t }) => ({ text: t.which, choices: both(t) }),
      rephrase: ({ t }) => ({ text: t.whichAgain, choices: both(t) }),
      keeps: z.string().regex(/^(?:mobile|home)(?::\d+)?$/),
      read: ({ choice, numbered, folded, text }, { country }) => {
        const picked = choice ?? numbered;
        if (picked === 'mobile' || picked === 'home') return picked;
        // Many answer with the number at once: then it is not asked again.
        const line = readMsisdn(text, country);
        if (line.kind === 'mobile') return `mobile:${line.msisdn}`;
        const contract = contractIn(text);
        if (contract !== undefined && !MOBILE.test(folded)) return `home:${contract}`;
        if (HOME.test(folded) === MOBILE.test(folded)) return again();
        return HOME.test(folded) ? 'home' : 'mobile';
      },
    })
    .does(async ({ kind, session }) => {
      const [what, number] = kind.split(':');
      session.speakOf(what === 'home' ? 'home' : 'mobile', number);
    });
