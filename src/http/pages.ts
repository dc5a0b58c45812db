import type { Request, Response, Server } from 'restify';
import { logOf } from './correlation';
import { refusalOf } from './errors';
import { openAssets, type Assets } from './pages/assets';
import { checkedBrand, type Brand } from './pages/brand';
import { chatPage, type Demo } from './pages/chat-page';
import type { PageContext } from './pages/frame';
import { commonHeaders, newNonce, sendFile, sendPage, type PageHeaders, type SentFile } from './pages/headers';
import { hostPage } from './pages/host-page';
import type { Html } from './pages/html';
import { languageOf } from './pages/language';
import { privacyPage } from './pages/privacy-page';
import { sorryPage } from './pages/sorry-page';
import { STARTERS, type Starter } from './pages/starters';

export type { Brand } from './pages/brand';
export type { Demo, DemoPersona } from './pages/chat-page';
export type { Starter } from './pages/starters';

export interface PagesOptions {
  /** What the build left for browsers: `dist/web`, with `vendor/webchat.js` in it. Read once. */
  readonly assetsDir: string;
  readonly brand: Brand;
  /** ISO 3166-1 alpha-2, for the language tag of the page ("es-GT"). */
  readonly country: string;
  /** Origins (`https://www.operator.example`) that may frame `/webchat`, besides our own. */
  readonly allowedFrameAncestors: readonly string[];
  /** The four buttons of the first screen; {@link STARTERS} when not given. */
  readonly starters?: readonly Starter[] | undefined;
  /** Only beside the sandbox operator. Ignored in production. */
  readonly demo?: Demo | undefined;
  readonly production: boolean;
  /** Pages that are about something: what is known of it is read when somebody asks. */
  readonly asked?: Readonly<Record<string, (req: Request) => Promise<Answered>>>;
}

/** An origin as CSP takes it: nothing that could end the directive. */
const ORIGIN = /^https?:\/\/(\*\.)?[\w.-]+(:\d{1,5})?$/;

/** Makes a page of what is the same for all pages. */
export type Render = (context: PageContext) => Html;
/** A page, or a file for the one who asked. */
export type Answered = Render | SentFile;

/**
 * The pages a customer opens and the files they load: `GET /`, `/webchat`, `/privacy`, `/launcher.js`, `/static/…` and, with a demo, `/demo/host`.
 *
 * @throws at once when the files are missing, when the brand is malformed or hard to read, or when a frame ancestor is no origin
 */
export const pages = (options: PagesOptions): ((server: Server) => void) => {
  const assets = openAssets(options.assetsDir);
  const brand = checkedBrand(options.brand, assets.text('shared/tokens.css'));
  const bad = options.allowedFrameAncestors.filter((origin) => !ORIGIN.test(origin));
  if (bad.length > 0) throw new Error(`Not an origin that may frame the chat: ${bad.join(', ')}`);
  const demo = options.production ? undefined : options.demo;
  const starters = options.starters ?? STARTERS;
  const routes: Readonly<Record<string, { render: Render; framed: boolean }>> = {
    '/': { framed: false, render: (context) => chatPage({ ...context, starters, demo, embedded: false }) },
    '/webchat': { framed: true, render: (context) => chatPage({ ...context, starters, demo, embedded: true }) },
    '/privacy': { framed: false, render: privacyPage },
    ...(demo && { '/demo/host': { framed: false, render: hostPage } }),
  };
  return (server) => {
    for (const [path, { render, framed }] of Object.entries(routes)) {
      const headers: PageHeaders = { production: options.production, framed, ancestors: options.allowedFrameAncestors };
      both(server, path, pageHandler({ assets, brand, country: options.country }, render, headers));
    }
    for (const [path, ask] of Object.entries(options.asked ?? {})) {
      const headers: PageHeaders = { production: options.production, framed: false, ancestors: [] };
      const asked = async (req: Request, res: Response): Promise<void> => {
        const answer = await ask(req).catch((error: unknown) => excused(req, path, error));
        if (typeof answer !== 'function' && 'bytes' in answer) return sendFile(res, answer, options.production);
        const { render, ...how } = typeof answer === 'function' ? { render: answer } : answer;
        return pageHandler({ assets, brand, country: options.country }, render, { ...headers, ...how })(req, res);
      };
      server.get(path, asked);
      server.head(path, asked);
    }
    serveFiles(server, assets, options.production);
  };
};

/** After how many seconds a page that could not be read is asked for again. */
const AGAIN_S = 6;

interface Excused extends Pick<PageHeaders, 'status' | 'again'> {
  readonly render: Render;
}

/** People read these pages: what cannot be shown now is said kindly, and tried again by itself. What is refused for good is an error as elsewhere. */
function excused(req: Request, route: string, error: unknown): Excused {
  const { status, headers } = refusalOf(error);
  if (status === 429) {
    const wait = Number(headers['Retry-After'] ?? AGAIN_S);
    return { status, again: wait, render: sorryPage('often', wait) };
  }
  if (status < 500) throw error;
  logOf(req)?.error({ event: 'http.failed', route, error });
  return { status: 503, again: AGAIN_S, render: sorryPage('away', AGAIN_S) };
}

type Handler = (req: Request, res: Response) => Promise<void>;

const both = (server: Server, path: string, handler: Handler): void => {
  server.get(path, handler);
  server.head(path, handler);
};

const pageHandler =
  (base: Pick<PageContext, 'assets' | 'brand' | 'country'>, render: Render, headers: PageHeaders): Handler =>
  async (req, res) => {
    const nonce = newNonce();
    sendPage(res, render({ ...base, nonce, language: languageOf(req) }).markup, nonce, headers);
  };

const serveFiles = (server: Server, assets: Assets, production: boolean): void => {
  const own = { ...commonHeaders(production), 'Cross-Origin-Resource-Policy': 'same-origin' };
  // The launcher is the one file that other people's pages load.
  const lent = { ...own, 'Cross-Origin-Resource-Policy': 'cross-origin' };
  both(server, '/launcher.js', async (req, res) => assets.send('launcher/launcher.js', req, res, lent));
  both(server, '/static/*', async (req, res) => assets.send((req.url ?? '').replace(/^\/static\/|\?.*$/g, ''), req, res, own));
};
