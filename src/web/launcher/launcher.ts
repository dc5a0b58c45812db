interface LauncherOptions {
  readonly label: string;
  readonly close: string;
  readonly hello: string;
  readonly brand: string;
  readonly on: string;
  readonly left: boolean;
  readonly query: string;
}

interface LauncherParts {
  readonly host: HTMLElement;
  readonly root: ShadowRoot;
  readonly panel: HTMLElement;
  readonly hello: HTMLElement;
  readonly bubble: HTMLButtonElement;
  readonly words: HTMLElement;
  readonly path: Element;
  readonly dot: HTMLElement;
}

/**
 * `<script src="https://chat.operator.example/launcher.js" data-label="Ayuda" async></script>`: one button on somebody else's page and, on first use, one frame.
 * A closed shadow root and a constructed style sheet: nothing leaks either way, and the host's policy needs `script-src` and `frame-src` for our origin only.
 * Everything is built by calls, so that it also runs where Trusted Types are enforced. Only `close` and `message` come out of the frame.
 * Options, as `data-` attributes: label, close, hello, brand, on, side (left or right), lang (es or en).
 */
(() => {
  const script = document.currentScript;
  if (!(script instanceof HTMLScriptElement)) return;
  const origin = new URL(script.src).origin;
  const english = (script.dataset['lang'] ?? document.documentElement.lang).startsWith('en');
  const TALK = 'M20 11.500c0 4-3.600 7-8 7-1 0-2-.1-2.900-.4L5 20l1-3.300A6.600 6.600 0 0 1 4 11.500c0-4 3.600-7 8-7s8 3 8 7z';
  const CROSS = 'm6 6 12 12M18 6 6 18';

  const colour = (value: string | undefined, fallback: string): string => (value && /^#[0-9a-f]{3,8}$/i.test(value) ? value : fallback);
  const read = ({ dataset }: HTMLScriptElement): LauncherOptions => ({
    label: dataset['label'] ?? (english ? 'Help' : 'Ayuda'),
    close: dataset['close'] ?? (english ? 'Close' : 'Cerrar'),
    hello: dataset['hello'] ?? '',
    brand: colour(dataset['brand'], '#1349c5'),
    on: colour(dataset['on'], '#ffffff'),
    left: dataset['side'] === 'left',
    query: dataset['lang'] ? `?lang=${encodeURIComponent(dataset['lang'])}` : '',
  });
  const styleOf = (option: LauncherOptions): string => `
    :host { all: initial; position: fixed; z-index: 2147483000; inset: auto ${option.left ? 'auto' : '20px'} 20px ${option.left ? '20px' : 'auto'}; font: 600 16px/1.3 Figtree, system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif; }
    * { box-sizing: border-box; }
    button { font: inherit; cursor: pointer; border: 0; }
    [hidden] { display: none !important; }
    .bubble { display: flex; align-items: center; gap: 10px; height: 60px; padding: 0 22px 0 18px; border-radius: 30px; background: ${option.brand}; color: ${option.on}; box-shadow: 0 10px 30px -6px rgb(10 31 92 / .45), 0 2px 6px rgb(10 31 92 / .2); margin-${option.left ? 'right' : 'left'}: auto; transition: transform .15s; position: relative; }
    .bubble:hover { transform: translateY(-2px); }
    .bubble:focus-visible, .hello button:focus-visible { outline: 3px solid ${option.brand}; outline-offset: 3px; box-shadow: 0 0 0 3px #fff; }
    svg { width: 26px; height: 26px; fill: none; stroke: currentColor; stroke-width: 1.9; stroke-linecap: round; stroke-linejoin: round; }
    .dot { position: absolute; top: -3px; right: 2px; min-width: 22px; height: 22px; padding: 0 6px; border-radius: 11px; background: #b3261e; color: #fff; font-size: 13px; line-height: 22px; text-align: center; box-shadow: 0 0 0 2px #fff; }
    .frame { width: 400px; height: min(680px, calc(100dvh - 120px)); margin-bottom: 14px; border-radius: 20px; overflow: hidden; background: Canvas; box-shadow: 0 24px 60px -12px rgb(10 31 92 / .4), 0 0 0 1px rgb(10 31 92 / .1); animation: up .2s ease-out; }
    iframe { width: 100%; height: 100%; border: 0; display: block; }
    .hello { display: flex; gap: 8px; align-items: flex-start; max-width: 280px; margin: 0 0 12px ${option.left ? '0' : 'auto'}; padding: 12px 4px 12px 16px; border-radius: 16px 16px 4px 16px; background: #fff; color: #0d1b36; font-weight: 500; font-size: 15px; box-shadow: 0 8px 28px -6px rgb(10 31 92 / .3), 0 0 0 1px rgb(10 31 92 / .06); }
    .hello button { background: none; color: #475773; width: 44px; height: 44px; margin: -12px 0; border-radius: 8px; font-size: 18px; line-height: 1; flex: none; }
    @keyframes up { from { opacity: 0; transform: translateY(12px); } }
    @media (max-width: 520px) { :host(.open) { inset: 0; } .frame { width: 100%; height: 100dvh; border-radius: 0; margin: 0; } :host(.open) .bubble { display: none; } }
    @media (prefers-reduced-motion: reduce) { * { animation: none !important; transition: none !important; } }
    @media (forced-colors: active) { .bubble { border: 2px solid; } }`;

  const make = <K extends keyof HTMLElementTagNameMap>(tag: K, name: string, text = ''): HTMLElementTagNameMap[K] => {
    const element = document.createElement(tag);
    if (name) element.className = name;
    element.textContent = text;
    return element;
  };
  const set = <E extends Element>(element: E, attributes: Readonly<Record<string, string>>): E => {
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    return element;
  };
  const draw = (): { svg: Element; path: Element } => {
    const space = 'http://www.w3.org/2000/svg';
    const path = set(document.createElementNS(space, 'path'), { d: TALK });
    const svg = set(document.createElementNS(space, 'svg'), { viewBox: '0 0 24 24', 'aria-hidden': 'true' });
    svg.append(path);
    return { svg, path };
  };

  const build = (option: LauncherOptions): LauncherParts => {
    const host = document.createElement('care-chat');
    const root = host.attachShadow({ mode: 'closed' });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(styleOf(option));
    root.adoptedStyleSheets = [sheet];
    const panel = set(make('div', 'frame'), { role: 'dialog', 'aria-label': option.label });
    const hello = make('div', 'hello');
    const dismiss = set(make('button', '', '×'), { type: 'button', 'aria-label': option.close });
    const bubble = set(make('button', 'bubble'), { type: 'button', 'aria-expanded': 'false', 'aria-haspopup': 'dialog' });
    const words = make('span', 'text', option.label);
    const dot = set(make('span', 'dot'), { role: 'status' });
    const { svg, path } = draw();
    panel.hidden = dot.hidden = true;
    hello.hidden = option.hello === '';
    hello.append(make('span', '', option.hello), dismiss);
    bubble.append(svg, words, dot);
    root.append(panel, hello, bubble);
    dismiss.addEventListener('click', () => {
      hello.hidden = true;
      bubble.focus();
    });
    return { host, root, panel, hello, bubble, words, path, dot };
  };

  const news = (count: number): string => (english ? `${count} new` : count === 1 ? '1 mensaje nuevo' : `${count} mensajes nuevos`);

  /** What came while the frame was closed, in a red dot. */
  const counter = (dot: HTMLElement): { readonly more: () => void; readonly clear: () => void } => {
    let unseen = 0;
    const show = (value: number): void => {
      unseen = value;
      dot.hidden = value === 0;
      dot.textContent = value === 0 ? '' : String(value);
      set(dot, { 'aria-label': value === 0 ? '' : news(value) });
    };
    return { more: () => show(unseen + 1), clear: () => show(0) };
  };
  /** The chat's frame, made on first use; the focus goes into it, to where one writes. */
  const framing = (panel: HTMLElement, option: LauncherOptions): { readonly enter: () => void; readonly isFrom: (source: unknown) => boolean } => {
    let frame: HTMLIFrameElement | undefined;
    let isLoaded = false;
    const greet = (): void => {
      if (panel.hidden) return;
      frame?.focus();
      if (isLoaded) frame?.contentWindow?.postMessage({ type: 'care-chat:open' }, origin);
    };
    const load = (): HTMLIFrameElement => {
      const made = set(make('iframe', ''), { src: `${origin}/webchat${option.query}`, title: option.label, allow: 'clipboard-write; geolocation' });
      made.addEventListener('load', () => {
        isLoaded = true;
        greet();
      });
      panel.append(made);
      return made;
    };
    const enter = (): void => {
      frame ??= load();
      greet();
    };
    return { enter, isFrom: (source) => frame !== undefined && source === frame.contentWindow };
  };

  const start = (option: LauncherOptions): void => {
    const { host, root, panel, hello, bubble, words, path, dot } = build(option);
    const unseen = counter(dot);
    const frame = framing(panel, option);

    const open = (yes: boolean): void => {
      if (yes === !panel.hidden) return;
      panel.hidden = !yes;
      hello.hidden = true;
      host.classList.toggle('open', yes);
      set(bubble, { 'aria-expanded': String(yes) });
      words.textContent = yes ? option.close : option.label;
      set(path, { d: yes ? CROSS : TALK });
      if (!yes) return bubble.focus();
      unseen.clear();
      frame.enter();
    };
    const hear = ({ origin: from, source, data }: MessageEvent<unknown>): void => {
      if (from !== origin || !frame.isFrom(source)) return;
      if (typeof data !== 'object' || data === null || !('source' in data && 'type' in data) || data.source !== 'care-chat') return;
      if (data.type === 'close') open(false);
      if (data.type === 'message' && panel.hidden) unseen.more();
    };

    bubble.addEventListener('click', () => open(panel.hidden));
    root.addEventListener('keydown', (event) => event instanceof KeyboardEvent && event.key === 'Escape' && open(false));
    addEventListener('message', hear);
    Object.assign(window, { careChat: { open: () => open(true), close: () => open(false) } });
    document.body.append(host);
  };

  start(read(script));
})();
