import { z } from 'zod';
import { catalog, forms } from '../../../domain/texts';
import { again } from '../../engine/control';
import { skill } from '../../engine/skill';

const texts = catalog(
  {
    title: forms({ tu: 'tu cuenta', vos: 'tu cuenta', usted: 'su cuenta' }),
    button: 'Mi cuenta',
    which: forms({ tu: '¿De tu celular o de tu casa?', vos: '¿De tu celular o de tu casa?', usted: '¿De su celular o de su casa?' }),
    mobile: 'De mi celular',
    home: 'De mi casa',
  },
  { title: 'your account', button: 'My account', which: 'For your mobile or for your home?', mobile: 'My mobile', home: 'My home' },
);

const MOBILE = /\b(?:celular|cel|linea|movil|telefono|chip|numero|mobile|phone|line|cell)\b/;
const HOME = /\b(?:casa|hogar|internet|wifi|cable|tele|tv|television|fibra|residencial|contrato|home|house|broadband)\b/;

/** Asked of somebody who is not signed in and may mean either: which login comes next. */
export const accountLogin = () =>
  skill('login-account', texts)
    .asks('kind', {
      ask: ({ t }) => ({
        text: t.which,
        choices: [
          { id: 'mobile', label: t.mobile },
          { id: 'home', label: t.home },
        ],
      }),
      keeps: z.enum(['mobile', 'home']),
      read: ({ choice, numbered, folded }) => {
        const picked = choice ?? numbered;
        if (picked === 'mobile' || picked === 'home') return picked;
        if (HOME.test(folded) === MOBILE.test(folded)) return again();
        return HOME.test(folded) ? 'home' : 'mobile';
      },
    })
    .does(async ({ kind, session }) => session.speakOf(kind));
