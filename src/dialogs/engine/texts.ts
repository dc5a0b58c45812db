import { catalog, forms } from '../../domain/texts';

/** What the engine itself says, whatever the skill. */
export const engineTexts = catalog(
  {
    yes: 'Sí',
    no: 'No',
    more: 'Ver más',
    before: 'Ver anteriores',
    stop: 'No, cancelar',
    menu: 'Ver el menú',
    nothingDone: 'De acuerdo, no hice nada.',
    otherwise: forms({
      tu: 'De acuerdo, así no. No he cobrado nada.',
      vos: 'De acuerdo, así no. No cobré nada.',
      usted: 'De acuerdo, así no. No he cobrado nada.',
    }),
    yesOrNo: forms({
      tu: 'No me quedó claro. Responde *sí* o *no*, o toca un botón.',
      vos: 'No me quedó claro. Respondé *sí* o *no*, o tocá un botón.',
      usted: 'No me quedó claro. Responda *sí* o *no*, o toque un botón.',
    }),
    tooLong: forms({
      tu: 'Pasó un buen rato desde que te lo mostré, y no he cobrado nada. ¿Lo quieres así?',
      vos: 'Pasó un buen rato desde que te lo mostré, y no cobré nada. ¿Lo querés así?',
      usted: 'Pasó un buen rato desde que se lo mostré, y no he cobrado nada. ¿Lo quiere así?',
    }),
    freshCode: forms({
      tu: 'Para proteger tu dinero necesito un código nuevo antes de seguir. No he cobrado nada.',
      vos: 'Para proteger tu dinero necesito un código nuevo antes de seguir. No cobré nada.',
      usted: 'Para proteger su dinero necesito un código nuevo antes de seguir. No he cobrado nada.',
    }),
    answerWaits: forms({
      tu: (v: { reference: string }) => `Tienes una respuesta sobre tu operación ${v.reference}. Entra con tu línea para verla.`,
      vos: (v: { reference: string }) => `Tenés una respuesta sobre tu operación ${v.reference}. Entrá con tu línea para verla.`,
      usted: (v: { reference: string }) => `Tiene una respuesta sobre su operación ${v.reference}. Entre con su línea para verla.`,
    }),
    see: 'Ver la respuesta',
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
    menu: 'See the menu',
    nothingDone: 'All right, nothing was done.',
    otherwise: 'All right, another way then. I charged nothing.',
    yesOrNo: 'I did not get that. Answer *yes* or *no*, or tap a button.',
    tooLong: 'It has been a while since I showed you this, and I charged nothing. Do you want it like this?',
    freshCode: 'To protect your money I need a new code before we go on. I charged nothing.',
    answerWaits: (v) => `There is an answer about your operation ${v.reference}. Sign in with your line to see it.`,
    see: 'See the answer',
    shownAgain: 'Something changed while we talked. Please look again:',
  },
);
