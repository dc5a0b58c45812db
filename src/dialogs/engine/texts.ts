import { catalog, forms } from '../../domain/texts';

/** What the engine itself says, whatever the skill. */
export const engineTexts = catalog(
  {
    yes: 'Sí',
    no: 'No',
    more: 'Ver más',
    before: 'Ver anteriores',
    stop: 'No, cancelar',
    nothingDone: 'De acuerdo, no hice nada.',
    shownAgain: forms({
      tu: 'Algo cambió mientras hablábamos. Revísalo otra vez:',
      vos: 'Algo cambió mientras hablábamos. Revisalo otra vez:',
      usted: 'Algo cambió mientras hablábamos. Revíselo otra vez:',
    }),
  },
  {
    yes: 'Yes',
    no: 'No',
    more: 'See more',
    before: 'See previous',
    stop: 'No, cancel',
    nothingDone: 'All right, I did nothing.',
    shownAgain: 'Something changed while we talked. Please look again:',
  },
);
