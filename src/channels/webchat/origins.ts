import type { IncomingMessage } from 'node:http';
import type { Server } from 'restify';
import { refuse } from '../../http/errors';

/** Routes that pages of other origins may call, when they are listed. */
const SHARED = /^\/(v3\/directline\/|webchat\/token(\?|$))/;
/** How long a browser may keep the answer to a preflight, in s. */
const PREFLIGHT_S = 600;
const HOST = /^[\w.-]+(:\d{1,5})?$|^\[[\da-f:.]+\](:\d{1,5})?$/i;

export interface Origins {
  /** Whether a page of this origin may talk to us; also true when there is none, as programs send none and hold a token anyway. */
  isAllowed(req: IncomingMessage): boolean;
  /** @throws Refusal 403 for a page that is neither ours nor listed */
  demand(req: IncomingMessage): void;
  /** Where this very client reaches us, without a path: what stream addresses are made of. */
  baseOf(req: IncomingMessage): string;
}

/**
 * @param publicUrl where customers reach us; the only truth in production. Elsewhere also what the client calls us by
 *   (`localhost`, an address in the local network), for a page may be opened by any of them.
 */
export function origins({ publicUrl, allowed, production }: { publicUrl: string; allowed: readonly string[]; production: boolean }): Origins {
  const { origin: own, host: ownHost } = new URL(publicUrl);
  const listed = new Set([own, ...allowed.map((origin) => new URL(origin).origin)]);
  const baseOf = ({ headers: { host } }: IncomingMessage): string =>
    !production && host && host !== ownHost && HOST.test(host) ? `http://${host}` : own;
  const isAllowed = (req: IncomingMessage): boolean => {
    const { origin, 'sec-fetch-site': site } = req.headers;
    if (origin === undefined) return site === undefined || site === 'same-origin' || site === 'none';
    return listed.has(origin) || origin === baseOf(req);
  };
  return {
    isAllowed,
    baseOf,
    demand: (req) => {
      if (!isAllowed(req)) throw refuse(403, 'OriginNotAllowed', 'This page may not talk to the bot.');
    },
  };
}

/** Answers preflights, and lets listed pages read our answers, errors included. Other origins get no word of it: their browser refuses. */
export function cors(server: Server, { isAllowed }: Origins): void {
  server.pre((req, res, next) => {
    if (!SHARED.test(req.url ?? '')) return next();
    const { origin, 'access-control-request-method': preflight } = req.headers;
    res.setHeader('Vary', 'Origin');
    if (origin !== undefined && isAllowed(req)) {
      res.setHeader('Access-Control-Allow-Origin', origin);
      res.setHeader('Access-Control-Expose-Headers', 'Retry-After, X-Correlation-Id');
    }
    if (req.method !== 'OPTIONS' || preflight === undefined) return next();
    res.setHeader('Access-Control-Allow-Methods', 'GET,POST,OPTIONS');
    res.setHeader('Access-Control-Allow-Headers', 'authorization,content-type,x-ms-bot-agent,x-requested-with,x-correlation-id');
    res.setHeader('Access-Control-Max-Age', String(PREFLIGHT_S));
    res.statusCode = 204;
    res.end();
    return next(false);
  });
}
