import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import pino from 'pino';
import { createServer, type Request, type Response, type Server } from 'restify';
import type { Logger } from '../observability/log';
import { traced, type Trace } from '../observability/trace';
import { soon } from '../soon';
import { bounded } from './bounds';
import { correlated, logEnd, logOf, msSince, traceOf } from './correlation';
import { errorBody, knownRefusal, rawAnswer, refusalOf, type Refusal } from './errors';

/** Limits against clients that hold on to connections, in ms. */
const HEADERS_MS = 10_000;
const REQUEST_MS = 30_000;
/** Two years, as browsers' preload lists ask for. */
const HSTS = 'max-age=63072000; includeSubDomains';
const GRACE_MS = 5_000;

export interface HttpOptions {
  readonly log: Logger;
  /** Behind TLS: tells browsers to stay there. */
  readonly hsts: boolean;
  /** Told of every request when it is over. `route` is the pattern, never the address. */
  readonly observe?: (request: ObservedRequest) => void;
  /** Epoch ms. */
  readonly clock?: () => number;
  /** Overrides for tests. */
  readonly headersMs?: number;
  readonly requestMs?: number;
}

export interface ObservedRequest {
  readonly method: string;
  readonly route: string;
  readonly status: number;
  readonly ms: number;
  readonly trace: Trace | undefined;
}

/** Takes over a connection, or refuses it by throwing a {@link Refusal}. */
export type Upgrade = (req: IncomingMessage, socket: Duplex, head: Buffer) => Promise<void>;

export interface HttpServer {
  /** Routes are mounted here: `pages(options)(http.server)`. Handlers are async and throw a {@link Refusal}. */
  readonly server: Server;
  /** Hands WebSocket upgrades of paths that match to `handler`. */
  upgrades(path: RegExp, handler: Upgrade): void;
  /** Runs when closing begins, e.g. to say good-bye on sockets. */
  whenClosing(act: () => void): void;
  /** Resolves to the port, once it is listening. @param port 0 takes a free one */
  listen(port: number, host: string): Promise<number>;
  /** Takes no more connections, lets requests end for `graceMs`, then cuts what is left. */
  close(graceMs?: number): Promise<void>;
}

/** restify, with bounds on everything that comes from outside. No route reads a body but through `body.ts`. */
export function httpServer(options: HttpOptions): HttpServer {
  const { log, hsts, observe, clock = Date.now, headersMs = HEADERS_MS, requestMs = REQUEST_MS } = options;
  // restify's own log would print requests; ours says what may be said.
  const server: Server = Object.assign(createServer({ name: '' }), { log: pino({ level: 'silent' }) });
  const closing = { begun: false, acts: new Array<() => void>() };
  const upgrades: { path: RegExp; handler: Upgrade }[] = [];

  bounded(server, { headersMs, requestMs });
  underTrace(server);
  server.pre((req, res, next) => {
    correlated(req, res, log, clock());
    res.setHeader('X-Content-Type-Options', 'nosniff');
    if (hsts) res.setHeader('Strict-Transport-Security', HSTS);
    if (closing.begun) res.setHeader('Connection', 'close');
    next();
  });
  server.on('restifyError', (req: Request, res: Response, error: unknown, done: () => void) => {
    const isOpen = !res.headersSent;
    answerError(req, res, error);
    if (isOpen) done(); // else restify would answer once more, which ends the process
  });
  server.on('after', (req: Request, res: Response) => access(req, res, observe));
  server.server.on('upgrade', (req: IncomingMessage, socket: Duplex, head: Buffer) => void upgraded(upgrades, log, req, socket, head));

  return {
    server,
    upgrades: (path, handler) => void upgrades.push({ path, handler }),
    whenClosing: (act) => void closing.acts.push(act),
    async listen(port, host) {
      server.listen(port, host);
      await once(server.server, 'listening');
      const address: AddressInfo | string | null = server.server.address();
      return typeof address === 'object' ? (address?.port ?? port) : port;
    },
    async close(graceMs = GRACE_MS) {
      closing.begun = true;
      closing.acts.forEach((act) => act());
      const closed = new Promise<void>((resolve) => server.server.close(() => resolve()));
      server.server.closeIdleConnections();
      await soon(closed, graceMs);
      server.server.closeAllConnections();
    },
  };
}

type Handler = (req: Request, res: Response) => Promise<unknown>;
const MOUNTS = ['get', 'head', 'post', 'put'] as const;

/** Every handler that is mounted from now on runs under the trace of its request. restify begins each in a tick of its own, to which not all is handed on. */
function underTrace(server: Server): void {
  for (const method of MOUNTS) {
    const mount = server[method].bind(server);
    const mounted = (path: string, handler: Handler): unknown => {
      if (handler.length > 2) throw new TypeError(`the handler of ${path} must be async, and call nobody next`);
      return mount(path, async (req: Request, res: Response) => {
        const trace = traceOf(req);
        await (trace ? traced(trace, () => handler(req, res)) : handler(req, res));
      });
    };
    Object.assign(server, { [method]: mounted });
  }
}

function answerError(req: Request, res: Response, error: unknown): void {
  const refusal = refusalOf(error);
  if (refusal.status >= 500) logOf(req)?.error({ event: 'http.failed', route: routeOf(req), error });
  if (res.headersSent) return void res.destroy();
  const headers = { ...refusal.headers, 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'no-store' };
  res.sendRaw(refusal.status, errorBody(req.url ?? '', refusal), headers);
}

/** One line per request: which route, never which address. */
function access(req: Request, res: Response, observe: HttpOptions['observe']): void {
  const method = METHODS.has(req.method ?? '') ? (req.method ?? '') : 'other';
  const [route, status, ms] = [routeOf(req), res.statusCode, msSince(req)];
  // Every open page asks for news all the time: what only reads and ends well is counted, and told to developers alone.
  const isCalm = READS.has(method) && status < 400;
  logEnd(req, isCalm ? 'debug' : 'info', { event: 'http', method, route, status, ms });
  observe?.({ method, route, status, ms, trace: traceOf(req) });
}
const READS = new Set(['GET', 'HEAD']);
const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);

function routeOf(req: Request): string {
  const route: unknown = req.getRoute();
  return typeof route === 'object' && route !== null && 'path' in route && typeof route.path === 'string' ? route.path : 'none';
}

async function upgraded(
  known: readonly { path: RegExp; handler: Upgrade }[],
  log: Logger,
  req: IncomingMessage,
  socket: Duplex,
  head: Buffer,
): Promise<void> {
  socket.on('error', () => {});
  const url = req.url ?? '';
  const { handler } = known.find(({ path }) => path.test(url)) ?? {};
  try {
    if (!handler) throw knownRefusal(404);
    await handler(req, socket, head);
  } catch (error) {
    const refusal: Refusal = refusalOf(error);
    if (refusal.status >= 500) log.error({ event: 'upgrade.failed', error });
    socket.end(rawAnswer(url, refusal));
  }
}

/** Writes a JSON answer that no cache keeps: head and body in one piece, where restify's own way takes three. */
export function sendJson(res: Response, status: number, body: object): void {
  const text = JSON.stringify(body);
  res.writeHead(status, {
    'Content-Type': 'application/json; charset=utf-8',
    'Cache-Control': 'no-store',
    'Content-Length': Buffer.byteLength(text),
  });
  res.end(text);
}
