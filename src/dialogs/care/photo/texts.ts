import { catalog, forms } from '../../../domain/texts';

export const texts = catalog(
  {
    title: 'agregar una foto',
    button: 'Agregar una foto',
    added: (v: { case: string }) => `Gracias. La agregué al caso ${v.case}.`,
    left: forms({
      tu: (v: { case: string }) => `No puedo copiar fotos de este chat, pero anoté en el caso ${v.case} que la mandaste aquí, para que la vean.`,
      vos: (v: { case: string }) => `No puedo copiar fotos de este chat, pero anoté en el caso ${v.case} que la mandaste aquí, para que la vean.`,
      usted: (v: { case: string }) => `No puedo copiar fotos de este chat, pero anoté en el caso ${v.case} que la mandó aquí, para que la vean.`,
    }),
    waits: forms({
      tu: 'Gracias. No leo fotos todavía, pero la guardo para tu caso. ¿Qué pasó?',
      vos: 'Gracias. No leo fotos todavía, pero la guardo para tu caso. ¿Qué pasó?',
      usted: 'Gracias. No leo fotos todavía, pero la guardo para su caso. ¿Qué pasó?',
    }),
    tells: forms({
      tu: 'Gracias. No leo fotos todavía, pero la guardo. ¿Abro un caso con la foto y lo que me cuentas?',
      vos: 'Gracias. No leo fotos todavía, pero la guardo. ¿Abro un caso con la foto y lo que me contás?',
      usted: 'Gracias. No leo fotos todavía, pero la guardo. ¿Abro un caso con la foto y lo que me cuenta?',
    }),
    case: 'Abrir un caso',
    menu: 'Ver el menú',
  },
  {
    title: 'adding a photo',
    button: 'Add a photo',
    added: (v) => `Thank you. I added it to case ${v.case}.`,
    left: (v) => `I cannot copy photos from this chat, but I noted on case ${v.case} that you sent it here, so that they look at it.`,
    waits: 'Thank you. I cannot read photos yet, but I keep it for your case. What happened?',
    tells: 'Thank you. I cannot read photos yet, but I keep it. Shall I open a case with the photo and what you tell me?',
    case: 'Open a case',
    menu: 'See the menu',
  },
);

/** What agents read where the channel keeps its files to itself. */
export const LEFT_NOTE = '(Mandó una foto o un archivo en el chat: se ve en la conversación, no se pudo copiar aquí.)';
