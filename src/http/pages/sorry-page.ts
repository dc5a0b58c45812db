import { frame, icon, type PageContext } from './frame';
import { html, type Html } from './html';

/** Why a page is not shown now: what it tells of could not be read, or it was asked for too often. */
export type Excuse = 'away' | 'often';

/** No word depends on the form of address: a link may be opened by anybody. */
const WORDS = {
  es: {
    title: 'Un momento, por favor',
    back: 'Volver al chat',
    away: 'Ahora no se puede mostrar esta página. Se intenta otra vez sola en unos segundos. Por abrirla no se cobra nada.',
    often: 'Esta página se abrió muchas veces seguidas. Se abre sola en unos segundos. Por abrirla no se cobra nada.',
  },
  en: {
    title: 'One moment, please',
    back: 'Back to the chat',
    away: 'This page cannot be shown right now. It tries again by itself in a few seconds. Opening it charges nothing.',
    often: 'This page was opened many times in a row. It opens by itself in a few seconds. Opening it charges nothing.',
  },
} as const;

/** Instead of a page that cannot be shown now. It asks for the page again. @param againS after how many seconds */
export const sorryPage =
  (excuse: Excuse, againS: number) =>
  (context: PageContext): Html => {
    const words = WORDS[context.language];
    const body = html`<body class="paying">
      <main>
        <section class="card">
          <span class="badge warn">${icon('clock')}</span>
          <h1>${words.title}</h1>
          <p class="muted" role="status">${words[excuse]}</p>
          <a class="btn primary wide" href="/">${words.back}</a>
        </section>
      </main>
    </body>`;
    const again = html`<meta http-equiv="refresh" content="${againS}" />`;
    return frame(context, `${words.title} · ${context.brand.name}`, ['chat/paying.css'], again, body);
  };
