import type { Render } from '../pages';
import { frame, type PageContext } from './frame';
import { html, type Html } from './html';

const STYLES = ['insights/insights.css'];
/** Every module of the page, so that the browser asks for all of them at once. */
const MODULES = ['api', 'bars', 'behind', 'board', 'dom', 'gauge', 'heads', 'panels', 'stack', 'words'];
const PERIODS = [
  ['yesterday', 'Yesterday'],
  ['7', '7 d'],
  ['30', '30 d'],
  ['90', '90 d'],
] as const;
const MOON = 'M20 14.5A8 8 0 0 1 9.5 4a8 8 0 1 0 10.5 10.5z';

const logo = ({ assets }: PageContext): Html =>
  html`<div class="logo">
    <img src="${assets.url('shared/icons/mark.svg')}" alt="" width="32" height="32" />
    <h1>Insights</h1>
  </div>`;
const theme = html`<button class="btn small ghost" type="button" data-toggle-theme aria-label="Light or dark">
  <svg class="ico" viewBox="0 0 24 24" aria-hidden="true"><path d="${MOON}" /></svg>
</button>`;

const controls = (leaves: boolean): Html =>
  html`<div class="ctl">
    <div class="seg" role="group" aria-label="Period">
      ${PERIODS.map(([id, name]) => html`<button type="button" data-period="${id}" aria-pressed="${String(id === '30')}">${name}</button>`)}
    </div>
    <label class="sr" for="channel">Channel</label>
    <select class="input" id="channel">
      <option value="">All channels</option>
    </select>
    <button class="btn small" type="button" id="view" aria-pressed="false">Show tables</button>
    ${leaves && html`<form method="post" action="/insights/logout"><button class="btn small">Sign out</button></form>`} ${theme}
  </div>`;

/** The operator's figures: an empty board, which its script fills. @param leaves there is somebody to sign out */
export const insightsPage =
  ({ leaves }: { readonly leaves: boolean }): Render =>
  (context) => {
    const { assets, nonce } = context;
    const script = html`${MODULES.map((name) => html`<link rel="modulepreload" href="/static/insights/${name}.js" />`)}
      <script type="module" src="${assets.url('insights/main.js')}" nonce="${nonce}"></script>`;
    const body = html`<body class="insights">
      <a class="skip" href="#main">Skip to content</a>
      <header class="top">${logo(context)}${controls(leaves)}</header>
      <p class="state small" id="state" role="status">Counting …</p>
      <main id="main" class="board" tabindex="-1">
        <noscript><p class="card pad">This page draws figures, so it needs JavaScript. On a terminal: npm run outcomes.</p></noscript>
      </main>
      <footer class="muted small"><p id="period"></p></footer>
      <dialog id="behind" class="card" aria-labelledby="behind-name"></dialog>
    </body>`;
    return frame({ ...context, language: 'en' }, `Insights · ${context.brand.name}`, STYLES, script, body);
  };

/** Who may look. @param isWrong what was typed did not fit */
export const insightsLogin =
  ({ isWrong }: { readonly isWrong: boolean }): Render =>
  (context) => {
    const body = html`<body class="insights">
      <header class="top">
        ${logo(context)}
        <div class="ctl">${theme}</div>
      </header>
      <main id="main" class="login">
        <form class="card pad" method="post" action="/insights/login">
          <h2>Figures of the operator</h2>
          <div class="field">
            <label for="token">Access token</label>
            <input
              class="input"
              id="token"
              name="token"
              type="password"
              autocomplete="current-password"
              required
              autofocus
              aria-invalid="${String(isWrong)}"
              aria-describedby="token-hint"
            />
            ${isWrong ? html`<p class="error" id="token-hint">That is not the token.</p>` : html`<p class="hint" id="token-hint">INSIGHTS_TOKEN of this deployment.</p>`}
          </div>
          <button class="btn primary wide">See the figures</button>
        </form>
      </main>
    </body>`;
    return frame({ ...context, language: 'en' }, `Insights · ${context.brand.name}`, STYLES, html``, body);
  };
