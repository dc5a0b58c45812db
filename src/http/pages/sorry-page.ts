import { noticePage } from './card-page';
import type { PageContext } from './frame';
import type { Html } from './html';

/** Why a page is not shown now: what it tells of could not be read, or it was asked for too often. */
export type Excuse = 'away' | 'often';

/** No word depends on the form of address: a link may be opened by anybody. */
const WORDS = {
  es: {
    title: 'Un momento, por favor',
    away: 'Ahora no se puede mostrar esta página. Se intenta otra vez sola en unos segundos. Por abrirla no se cobra nada.',
    often: 'Esta página se abrió muchas veces seguidas. Se abre sola en unos segundos. Por abrirla no se cobra nada.',
  },
  en: {
    title: 'One moment, please',
    away: 'This page cannot be shown right now. It tries again by itself in a few seconds. Opening it charges nothing.',
    often: 'This page was opened many times in a row. It opens by itself in a few seconds. Opening it charges nothing.',
  },
} as const;

/** Instead of a page that cannot be shown now. It asks for the page again. @param againS after how many seconds */
export const sorryPage =
  (excuse: Excuse, againS: number) =>
  (context: PageContext): Html => {
    const { title, ...leads } = WORDS[context.language];
    return noticePage(context, { title, drawing: 'clock', mood: 'warn', lead: leads[excuse], againS });
  };
