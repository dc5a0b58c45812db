import { capital, spokenMoment } from '../../domain/dates';
import { formatMoney } from '../../domain/money';
import type { Language } from '../../domain/texts';
import { cardPage, noticePage } from './card-page';
import type { PageContext } from './frame';
import { html, type Html } from './html';
import type { PayView } from './pay-view';
import { PAY_WORDS } from './pay-words';

/** A page that was left open asks again so often, s. */
const AGAIN_S = 6;

/** A page about a payment speaks as its order does; where there is none, as the browser wishes. */
const spoken = (view: PayView | undefined, context: PageContext): PageContext => (view ? { ...context, language: view.language } : context);

/** Before it is paid: what it is, and the way to the gateway. Nothing happens by looking. */
export const payPage =
  (view: PayView | undefined, now: number) =>
  (asked: PageContext): Html => {
    const context = spoken(view, asked);
    if (view?.state !== 'open' || view.url === undefined)
      return statePage(view?.state === 'open' ? { ...view, state: 'closed' } : view, false)(context);
    const words = PAY_WORDS[context.language];
    const { country } = view;
    const amount = formatMoney(view.amount, country);
    const isCard = view.amount.minor === 0;
    const inside = html`
      <p class="muted">${words.for(context.brand.name)}</p>
      <h1>${isCard ? words.keepCard : amount}</h1>
      <dl class="rows">
        ${row(words.what, whatOf(view, context.language))} ${row(words.reference, view.reference)}
        ${row(words.until, capital(spokenMoment(view.validUntil, now, country, context.language)))}
      </dl>
      <a class="btn primary wide" href="${view.url}" rel="noreferrer">${isCard ? words.goCard : words.go(amount)}</a>
      <p class="muted small">${words.there}</p>
    `;
    return cardPage(context, { title: isCard ? words.keepCard : words.go(amount), drawing: 'card', inside });
  };

/** Afterwards: what is known, never more. It turns green only when the gateway itself was asked. */
export const statePage =
  (view: PayView | undefined, isAsking = true) =>
  (asked: PageContext): Html => {
    const context = spoken(view, asked);
    const words = PAY_WORDS[context.language];
    const { title, lead, mood } = words.states[view?.state === 'open' ? 'checking' : (view?.state ?? 'none')];
    const isOver = view === undefined || view.state === 'paid' || view.state === 'not-paid' || view.state === 'closed';
    return noticePage(context, {
      ...{ title, lead, mood },
      drawing: mood === 'ok' ? 'check' : 'clock',
      rows: view && rowsOf(view, context, mood),
      below: !isOver && html`<p class="muted small">${words.close}</p>`,
      againS: isOver || !isAsking ? undefined : AGAIN_S,
    });
  };

function rowsOf(view: PayView, context: PageContext, mood: string): Html {
  const words = PAY_WORDS[context.language];
  const { short } = words.states[view.state === 'open' ? 'checking' : view.state];
  return html`<dl class="rows">
    ${row(words.what, whatOf(view, context.language))} ${view.amount.minor > 0 && row(words.amount, formatMoney(view.amount, view.country))}
    <div>
      <dt>${words.state}</dt>
      <dd><span class="pill ${mood}">${short}</span></dd>
    </div>
    ${row(words.reference, view.reference)}
  </dl>`;
}

const row = (name: string, value: string): Html =>
  html`<div>
    <dt>${name}</dt>
    <dd>${value}</dd>
  </div>`;

const whatOf = ({ what, kind }: PayView, language: Language): string =>
  capital(what) || PAY_WORDS[language].kinds[kind] || PAY_WORDS[language].payment;
