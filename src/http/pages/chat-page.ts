import { dataBlock, html, type Html } from './html';
import { frame, icon, type PageContext } from './frame';
import { earlyStarter, starterButton, starterChip } from './starter-buttons';
import type { Starter } from './starters';
import { pageTexts, type PageTexts } from './texts';

/** A person of the demo, told in one line; a tap puts the number into the message. */
export interface DemoPersona {
  /** As a customer would type it, for example `5555-0101`. */
  readonly number: string;
  readonly story: { readonly es: string; readonly en: string };
  /** What else they would type: a contract, a document. */
  readonly proofs?: readonly { readonly value: string; readonly name: { readonly es: string; readonly en: string } }[];
}

/** Only where the app runs with the sandbox operator; never in production. */
export interface Demo {
  /** Where the sandbox shows its phone. */
  readonly sandboxUrl: string;
  readonly personas: readonly DemoPersona[];
}

export interface ChatPage extends PageContext {
  /** The page inside a host's frame: no side panel, and a way to close. */
  readonly embedded: boolean;
  readonly starters: readonly Starter[];
  readonly demo: Demo | undefined;
}

/** Every module of the page, so that the browser asks for all of them at once instead of one after the other. */
const MODULES = [
  'connection',
  'delivery',
  'demo',
  'early',
  'embed',
  'expectation',
  'header',
  'host-config',
  'language',
  'notice',
  'place',
  'page-data',
  'queue',
  'rendering',
  'retry',
  'shell',
  'sockets',
  'store',
  'style-options',
  'token',
  'webchat',
];

const STYLES = ['chat', 'shell', 'webchat', 'cards', 'phone'].map((name) => `chat/${name}.css`);

const t = (texts: PageTexts, key: keyof PageTexts): Html => html`<span data-t="${key}">${texts[key]}</span>`;

const mark = (page: ChatPage): Html => html`<img src="${page.assets.url('shared/icons/mark.svg')}" alt="" width="36" height="36" />`;

const intro = (page: ChatPage, texts: PageTexts): Html =>
  html`<aside class="intro" aria-label="${page.brand.name}">
    <a class="brand" href="/">${mark(page)}<span>${page.brand.name}</span></a>
    <div>
      <h1 data-t="hello">${texts.hello}</h1>
      <p class="lead" data-t="lead">${texts.lead}</p>
    </div>
    <div class="quick" role="group" aria-label="${texts.quick}" data-t-label="quick">
      ${page.starters.map((starter, at) => starterButton(starter, at, page))}
    </div>
    <ul class="trust">
      <li>${icon('shield')}${t(texts, 'noCards')}</li>
      <li>${icon('phone')}${t(texts, 'codePrivate')}</li>
    </ul>
  </aside>`;

const languageButton = (language: 'es' | 'en', name: string, page: ChatPage): Html =>
  html`<button type="button" data-lang="${language}" lang="${language}" aria-label="${name}" aria-pressed="${String(page.language === language)}">
    ${language.toUpperCase()}
  </button>`;

const header = (page: ChatPage, texts: PageTexts): Html =>
  html`<header class="bar">
    <a class="brand" href="/" aria-label="${page.brand.name}">${mark(page)}</a>
    <div class="who">
      <strong id="who" data-t="assistant">${texts.assistant}</strong
      ><span id="status" role="status" data-state="wait"><span id="status-text" data-t="wait">${texts.wait}</span></span>
    </div>
    <div class="seg" role="group" aria-label="${texts.language}" data-t-label="language">
      ${languageButton('es', 'Español', page)}${languageButton('en', 'English', page)}
    </div>
    <button type="button" class="icon" data-toggle-theme aria-label="${texts.theme}" data-t-label="theme">${icon('moon')}</button>
    <button type="button" class="icon" id="close" aria-label="${texts.close}" data-t-label="close">${icon('down')}</button>
  </header>`;

const demoPanel = (page: ChatPage, texts: PageTexts): Html | false =>
  page.demo !== undefined &&
  html`<details class="demo" id="demo">
    <summary data-t="demo">${texts.demo}</summary>
    <div class="demo-panel card">
      <p class="small muted" data-t="demoLead">${texts.demoLead}</p>
      <ul>
        ${page.demo.personas.map(
          ({ number, story, proofs = [] }) =>
            html`<li>
              <button type="button" data-number="${number}">
                <span data-es="${story.es}" data-en="${story.en}">${story[page.language]}</span><span class="num">${number}</span>
              </button>
              ${proofs.map(({ value, name }) => html`<button type="button" data-number="${value}"><span class="small muted">${name[page.language]}</span><span class="num">${value}</span></button>`)}
            </li>`,
        )}
      </ul>
      <a class="btn small wide" href="${page.demo.sandboxUrl}" target="_blank" rel="noopener" data-t="demoPhone">${texts.demoPhone}</a>
      <a class="btn small wide" href="/insights" target="_blank" rel="noopener" data-t="demoFigures">${texts.demoFigures}</a>
      <p class="sr" id="demo-said" role="status"></p>
    </div>
  </details>`;

const strip = (page: ChatPage, texts: PageTexts): Html =>
  html`<div class="strip">
      <p class="privacy">
        ${icon('lock')}<span>${t(texts, 'private')} <a href="/privacy" target="_blank" rel="noopener" data-t="privacy">${texts.privacy}</a></span>
      </p>
      ${demoPanel(page, texts)}
    </div>
    <div class="notice" id="notice" role="alert" hidden>
      <p></p>
      <button type="button" class="btn small"></button>
    </div>`;

/** Shown while the bot asks where the customer is. The device is asked when the button is pressed, never before. */
const placeBar = (texts: PageTexts): Html =>
  html`<div class="notice place" id="place" hidden>
    <button type="button" class="btn small" data-t="sharePlace">${texts.sharePlace}</button>
    <p class="small" role="status"></p>
  </div>`;

/**
 * Usable before anything else has loaded: what is written here waits in the page and goes out once. A form of a dialog goes nowhere by itself: until
 * its script runs, what was written would leave with the page.
 */
const shell = (page: ChatPage, texts: PageTexts): Html =>
  html`<section class="shell" id="shell" aria-label="${texts.conversation}" data-t-label="conversation">
    <div class="shell-log" role="log" aria-live="polite">
      <div class="shell-talk">
        <p class="bubble from-bot" data-t="greeting">${texts.greeting}</p>
        <div id="early">${page.starters.map((starter, at) => earlyStarter(starter, at, page, texts))}</div>
        <div id="waiting"></div>
        <noscript
          ><p class="bubble from-bot">${pageTexts(page.brand.name).es.noScript}</p>
          <p class="bubble from-bot" lang="en">${pageTexts(page.brand.name).en.noScript}</p></noscript
        >
      </div>
    </div>
    <div class="chips" role="group" aria-label="${texts.quick}" data-t-label="quick">
      ${page.starters.map((starter, at) => starterChip(starter, at, page))}
    </div>
    <form class="shell-box" id="shell-form" method="dialog">
      <label class="sr" for="shell-input" data-t="hint">${texts.hint}</label>
      <textarea
        id="shell-input"
        rows="1"
        maxlength="2000"
        autocomplete="off"
        enterkeyhint="send"
        placeholder="${texts.hint}"
        data-t-placeholder="hint"
      ></textarea>
      <button class="shell-send" aria-label="${texts.send}" data-t-label="send">${icon('send')}</button>
    </form>
  </section>`;

const scripts = ({ assets, nonce, language, country, brand }: ChatPage): Html =>
  html`<link rel="preload" href="/static/shared/figtree.woff2" as="font" type="font/woff2" crossorigin />
    ${MODULES.map((name) => html`<link rel="modulepreload" href="/static/chat/${name}.js" />`)}
    ${dataBlock('page-data', { language, country, bundle: assets.url('vendor/webchat.js'), texts: pageTexts(brand.name) })}
    <script type="module" id="page-script" src="${assets.url('chat/main.js')}" nonce="${nonce}"></script>`;

/** The chat, as a page of its own or inside a host's frame. */
export const chatPage = (page: ChatPage): Html => {
  const texts = pageTexts(page.brand.name)[page.language];
  const body = html`<body${page.embedded && html` class="embedded"`}>
<a class="skip" href="#chat" data-t="skip">${texts.skip}</a>
<div class="app">
${!page.embedded && intro(page, texts)}
<main class="chat" id="chat" tabindex="-1">
${header(page, texts)}
${strip(page, texts)}
<div class="stage">${shell(page, texts)}<div id="webchat" inert></div></div>
${placeBar(texts)}
</main></div></body>`;
  return frame(page, texts.title, STYLES, scripts(page), body);
};
