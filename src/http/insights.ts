import { createHmac } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Request, Response, Server } from 'restify';
import { readBody } from './body';
import { refuse } from './errors';
import { memoryLimits, senderOf, type Limits } from './limits';
import { isNear } from './near';
import type { Render } from './pages';
import { insightsLogin, insightsPage } from './pages/insights-page';
import { sameText } from './secrets';
import { sendJson } from './server';

/** A shift and a half: who looks at figures signs in once a day. ms */
const SIGNED_IN_MS = 12 * 3_600_000;
/** With TLS a name that nobody but this very host can set. */
const cookieName = (production: boolean): string => (production ? '__Host-insights' : 'insights');
/** A token of 32 characters cannot be guessed; this keeps the log short. */
const TRIES = { burst: 10, perMinute: 10 };
const LOGIN_BYTES = 2_048;

/** What the page may ask for: names as they came, and not looked at. */
export type Wanted = Readonly<Record<'period' | 'channel' | 'figure', string | undefined>>;

export interface InsightsOptions {
  /** What an operator types to get in. Undefined: only this machine, and in production nobody. */
  readonly token: string | undefined;
  readonly production: boolean;
  readonly clock: () => number;
  /** Proxies in front of us. */
  readonly proxies: number;
  /** The figures of a period, and the conversations behind one of them. Throw a Refusal for a name that does not exist. */
  readonly figures: (wanted: Wanted) => Promise<object>;
  readonly behind: (wanted: Wanted) => Promise<object>;
  readonly limits?: Limits;
}

type Asked = Readonly<Record<string, (req: Request) => Promise<Render>>>;

/**
 * `GET /insights` and what it loads: the operator's figures, no customer's words. With a token, who types it has a cookie for some hours; programs send it
 * as a bearer. Without one production has no such page, and elsewhere only this machine is answered.
 *
 * @returns the page itself, for `pages`
 */
export function insightsRoutes(server: Server, options: InsightsOptions): Asked {
  const { token, production, figures, behind } = options;
  if (production && token === undefined) return {};
  const isIn = doorOf(options);
  const guarded = (answer: (wanted: Wanted) => Promise<object>) => async (req: Request, res: Response) => {
    if (!isIn(req)) throw refuse(token === undefined ? 403 : 401, 'Unauthorized', 'Figures are for the operator.', { 'WWW-Authenticate': 'Bearer' });
    sendJson(res, 200, await answer(wantedOf(req)));
  };
  server.get('/insights/figures', guarded(figures));
  server.get('/insights/behind', guarded(behind));
  if (token !== undefined) login(server, { ...options, token });
  return {
    '/insights': async (req) => {
      if (isIn(req)) return insightsPage({ leaves: token !== undefined });
      if (token === undefined) throw refuse(403, 'Unauthorized', 'Figures are for the operator: from this machine, or with INSIGHTS_TOKEN.');
      return insightsLogin({ isWrong: new URL(req.url ?? '/', 'http://local').searchParams.has('wrong') });
    },
  };
}

function doorOf({ token, clock, production }: InsightsOptions): (req: IncomingMessage) => boolean {
  if (token === undefined) return isNear;
  return (req) => sameText(`Bearer ${token}`, req.headers.authorization ?? '') || isPass(token, passIn(req, production), clock());
}

/** The form of the page: a cookie for the right token, and back. It is sent with requests of our own pages only, and no script can read it. */
function login(
  server: Server,
  { token, clock, production, proxies, limits = memoryLimits({ unproved: TRIES }) }: InsightsOptions & { token: string },
): void {
  const cookie = (value: string, seconds: number): string =>
    `${cookieName(production)}=${value}; Path=/; Max-Age=${seconds}; HttpOnly; SameSite=Strict${production ? '; Secure' : ''}`;
  const back = (res: Response, to: string, more: Record<string, string> = {}): void =>
    void res.sendRaw(303, '', { Location: to, 'Cache-Control': 'no-store', ...more });
  server.post('/insights/login', async (req, res) => {
    const typed = new URLSearchParams((await readBody(req, LOGIN_BYTES)).toString()).get('token') ?? '';
    const wait = limits.take('unproved', senderOf(req, proxies));
    if (wait > 0) throw refuse(429, 'TooManyRequests', 'Too many tries. Wait a minute.', { 'Retry-After': String(wait) });
    if (!sameText(token, typed.trim())) return back(res, '/insights?wrong');
    back(res, '/insights', { 'Set-Cookie': cookie(passOf(token, clock() + SIGNED_IN_MS), SIGNED_IN_MS / 1_000) });
  });
  server.post('/insights/logout', async (_, res) => back(res, '/insights', { 'Set-Cookie': cookie('', 0) }));
}

/** Until when somebody is in, signed with the token: a new token signs everybody out. */
const passOf = (token: string, until: number): string => `${until}.${createHmac('sha256', token).update(`insights|${until}`).digest('base64url')}`;

function isPass(token: string, pass: string, now: number): boolean {
  const until = Number(pass.split('.', 1)[0]);
  return until > now && sameText(passOf(token, until), pass);
}

const passIn = (req: IncomingMessage, production: boolean): string =>
  new RegExp(`(?:^|;\\s*)${cookieName(production)}=([\\w.-]+)`).exec(req.headers.cookie ?? '')?.[1] ?? '';

function wantedOf(req: IncomingMessage): Wanted {
  const query = new URL(req.url ?? '/', 'http://local').searchParams;
  const one = (name: string): string | undefined => query.get(name) ?? undefined;
  return { period: one('period'), channel: one('channel'), figure: one('figure') };
}
