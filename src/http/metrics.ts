import type { IncomingMessage } from 'node:http';
import type { Server } from 'restify';
import type { Metrics } from '../observability/metrics';
import { refuse } from './errors';
import { sameText } from './secrets';

const TYPE = 'text/plain; version=0.0.4; charset=utf-8';
const LOOPBACK = /^(::1|(::ffff:)?127\.\d+\.\d+\.\d+)$/;
const NEAR_HOST = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])(:\d+)?$/i;
/** What proxies add: a request with one of these came from somewhere else. */
const FORWARDED = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'via'];

/**
 * `GET /metrics`. With a token it is demanded. Without one, production has no such page, and elsewhere only this machine is answered:
 * how many customers write, and what fails, is nobody else's business.
 */
export function metricsRoute(
  server: Server,
  { metrics, token, production }: { metrics: Metrics; token: string | undefined; production: boolean },
): void {
  if (production && token === undefined) return;
  server.get('/metrics', async (request, response) => {
    if (token === undefined ? !isNear(request) : !sameText(`Bearer ${token}`, request.headers.authorization ?? ''))
      throw refuse(token === undefined ? 403 : 401, 'Unauthorized', 'Metrics are not for everybody.', { 'WWW-Authenticate': 'Bearer' });
    response.sendRaw(200, await metrics.read(), { 'Content-Type': TYPE, 'Cache-Control': 'no-store' });
  });
}

/** From this machine, to this machine: a page whose name was pointed at 127.0.0.1 (DNS rebinding) still carries its own Host. */
function isNear({ socket, headers }: IncomingMessage): boolean {
  return LOOPBACK.test(socket.remoteAddress ?? '') && NEAR_HOST.test(headers.host ?? '') && FORWARDED.every((name) => headers[name] === undefined);
}
