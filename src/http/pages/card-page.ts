import type { Language } from '../../domain/texts';
import { frame, icon, type PageContext } from './frame';
import { html, type Html } from './html';
import type { DRAWINGS } from './starters';

const BACK: Readonly<Record<Language, string>> = { es: 'Volver al chat', en: 'Back to the chat' };

/** A page that is one card: what a link from the chat leads to. */
interface CardPage {
  /** In the tab, before the brand. */
  readonly title: string;
  readonly drawing: keyof typeof DRAWINGS;
  readonly mood?: 'ok' | 'warn' | 'bad';
  readonly inside: Html;
  readonly below?: Html | false;
  /** After how many seconds the page asks for itself again; absent: it does not. */
  readonly againS?: number | undefined;
}

export function cardPage(context: PageContext, { title, drawing, mood, inside, below, againS }: CardPage): Html {
  const body = html`<body class="paying">
    <main>
      <section class="card">
        <span class="badge ${mood}">${icon(drawing)}</span>
        ${inside}
      </section>
      ${below}
    </main>
  </body>`;
  const again = againS !== undefined && html`<meta http-equiv="refresh" content="${againS}" />`;
  return frame(context, `${title} · ${context.brand.name}`, ['chat/paying.css'], html`${again}`, body);
}

/** A card that only tells how something is, with the way back to the chat. */
interface Notice extends Omit<CardPage, 'inside'> {
  readonly lead: string;
  readonly rows?: Html | undefined;
}

export const noticePage = (context: PageContext, { lead, rows, ...card }: Notice): Html =>
  cardPage(context, {
    ...card,
    inside: html`<h1>${card.title}</h1>
      <p class="muted" role="status">${lead}</p>
      ${rows} <a class="btn primary wide" href="/">${BACK[context.language]}</a>`,
  });
