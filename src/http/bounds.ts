import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Server } from 'restify';
import { errorBody, knownRefusal, rawAnswer } from './errors';

declare module 'restify' {
  interface Server {
    /** Runs before restify touches a request; `false` ends it. Missing in the published types. */
    first(handler: (req: IncomingMessage, res: ServerResponse) => boolean): void;
  }
}

/** How long an idle connection is kept, in ms. */
const KEEP_ALIVE_MS = 65_000;
/** How often clients that send too slowly are looked for, in ms. Node's own 30 s would make the bounds mean little. */
const CHECK_MS = 2_000;
const MOST_HEADERS = 100;

/** Bounds on connections and addresses, before any of our code sees a request. */
export function bounded(server: Server, { headersMs, requestMs }: { headersMs: number; requestMs: number }): void {
  const http = server.server;
  Object.assign(http, {
    headersTimeout: headersMs,
    requestTimeout: requestMs,
    keepAliveTimeout: KEEP_ALIVE_MS,
    maxHeadersCount: MOST_HEADERS,
  });
  // Read by Node when it begins to listen; restify does not pass it on.
  Object.assign(http, { connectionsCheckingInterval: Math.min(CHECK_MS, headersMs, requestMs) });
  http.on('clientError', (error: NodeJS.ErrnoException, socket: Duplex) => {
    if (!socket.writable || error.code === 'ECONNRESET') return void socket.destroy();
    const status = { HPE_HEADER_OVERFLOW: 431, ERR_HTTP_REQUEST_TIMEOUT: 408 }[error.code ?? ''] ?? 400;
    socket.end(rawAnswer('', knownRefusal(status)));
  });
  // restify throws, outside of all handlers, for an address or a Host that makes no URL.
  server.first((req, res) => {
    if (URL.canParse(`http://${req.headers.host ?? 'localhost'}${req.url?.startsWith('/') ? req.url : '/'}`) && isDecodable(req.url ?? ''))
      return true;
    const body = errorBody(req.url ?? '', knownRefusal(400));
    res.writeHead(400, {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Length': Buffer.byteLength(body),
      'X-Content-Type-Options': 'nosniff',
    });
    res.end(body);
    return false;
  });
}

function isDecodable(url: string): boolean {
  try {
    return url.startsWith('/') && decodeURI(url.split('?', 1)[0] ?? '').length > 0;
  } catch {
    return false;
  }
}
