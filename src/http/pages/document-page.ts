import { noticePage } from './card-page';
import type { PageContext } from './frame';
import type { Html } from './html';

/** Why a link does not show its document: its time is over; it was made in another browser; it cannot be read now. `here`: it would be shown. */
export type DocumentState = 'over' | 'elsewhere' | 'away' | 'here';

const WORDS = {
  es: {
    title: 'Tu factura',
    states: {
      over: 'Este enlace ya no está abierto: vale diez minutos. Pide otro en el chat, con las palabras «mi factura en PDF».',
      elsewhere: 'Por seguridad, la factura abre solo en el navegador donde la pediste. Ábrela desde ese chat, o pide ahí que llegue a tu correo.',
      away: 'Ahora no podemos traer la factura. Intenta otra vez en unos minutos; el enlace sigue abierto.',
      here: 'Tu factura está lista.',
    },
  },
  en: {
    title: 'Your bill',
    states: {
      over: 'This link is not open any more: it is good for ten minutes. Ask for another one in the chat, with the words “my bill as PDF”.',
      elsewhere:
        'To keep it safe, the bill opens only in the browser where you asked for it. Open it from that chat, or ask there for it to be e-mailed to you.',
      away: 'We cannot get the bill right now. Try again in a few minutes; the link is still open.',
      here: 'Your bill is ready.',
    },
  },
} as const;

/** What is told instead of a document. It knows nothing of whose it is. */
export const documentPage =
  (state: DocumentState) =>
  (context: PageContext): Html => {
    const { title, states } = WORDS[context.language];
    return noticePage(context, { title, drawing: 'plan', lead: states[state] });
  };
