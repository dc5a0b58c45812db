import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { FaultGate } from './gate';
import { matcher, type Match } from './match';
import { BadRequest, type Call, type Family, type Reply } from './reply';

const BODY_LIMIT_BYTES = 256 * 1024;
/** So many times the limit of a body that is too large is still read (and forgotten), so that its sender gets to read the answer. */
const DRAIN_TIMES = 16;
/** A client that dribbles its request is cut off. */
const REQUEST_TIMEOUT_MS = 15_000;
/** Longer than any client keeps an idle connection, so that none is closed under a request that is just being sent. */
const KEEP_ALIVE_MS = 65_000;

/** What every answer carries; a page adds its own policy. */
const ALWAYS = { 'x-content-type-options': 'nosniff', 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' };

/** An HTTP server over families of routes; `gate` decides which calls a fault hits. */
export function createHttp(families: readonly Family[], gate: FaultGate): Server {
  const match = matcher(families);
  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy());
  });
  server.requestTimeout = REQUEST_TIMEOUT_MS;
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  return server;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const target = targetOf(request);
    const found = match(request.method ?? '', target?.pathname ?? '/');
    const fail = found.family.failure;
    if (target === undefined) return send(response, fail(400, 'The request target cannot be read.'));
    const limit = found.family.bodyLimitBytes ?? BODY_LIMIT_BYTES;
    const body = await read(request, limit);
    if (body === undefined) return send(response, { ...fail(413, `The body is larger than ${limit / 1024} KB.`), headers: { connection: 'close' } });
    const call = callOf(request, target, body, found);
    if (call === undefined) return send(response, fail(400, 'The path is not well encoded.'));
    const reply = await within(fail, () => serve(found, call));
    if (reply === 'hang') return;
    if (reply === 'cut') response.destroy();
    else send(response, reply);
  }

  function serve(found: Match, call: Call): Reply | Promise<Reply | 'hang' | 'cut'> {
    const { family } = found;
    const refused = family.guard?.(call);
    if (refused !== undefined) return refused;
    if (found.kind === 'none') return family.failure(404, 'There is nothing here.');
    if (found.kind === 'method') return withHeader(family.failure(405, 'This method is not allowed here.'), 'allow', found.allow);
    return gate(found.route, family, call);
  }
}

/** Whatever a handler throws becomes an error of its protocol: what was wrong with the request, or a bare 500. */
async function within<T>(fail: Family['failure'], work: () => T | Promise<T>): Promise<T | Reply> {
  try {
    return await work();
  } catch (error) {
    return error instanceof BadRequest ? fail(400, error.message) : fail(500, 'The sandbox failed.');
  }
}

function targetOf(request: IncomingMessage): URL | undefined {
  const target = request.url ?? '';
  try {
    return target.startsWith('/') ? new URL(`http://sandbox${target}`) : undefined;
  } catch {
    return undefined;
  }
}

/** The whole body, or undefined when it is too large. */
async function read(request: IncomingMessage, limit: number): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    if (!Buffer.isBuffer(chunk)) return undefined;
    size += chunk.length;
    if (size > DRAIN_TIMES * limit) return undefined;
    if (size <= limit) chunks.push(chunk);
  }
  return size > limit ? undefined : Buffer.concat(chunks);
}

function callOf(request: IncomingMessage, target: URL, body: Buffer, found: Match): Call | undefined {
  const { method = '', headers } = request;
  try {
    const raw = found.kind === 'route' ? found.params : {};
    const params = Object.fromEntries(Object.entries(raw).map(([name, value]) => [name, decodeURIComponent(value)]));
    const remote = request.socket.remoteAddress ?? '';
    return { method, path: target.pathname, query: target.searchParams, headers, body, remote, params };
  } catch {
    return undefined;
  }
}

const withHeader = (reply: Reply, name: string, value: string): Reply => ({ ...reply, headers: { ...reply.headers, [name]: value } });

function send(response: ServerResponse, reply: Reply): void {
  response.writeHead(reply.status, { ...ALWAYS, ...reply.headers });
  if (reply.stream) reply.stream(response);
  else response.end(reply.body);
}
