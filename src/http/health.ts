import type { Server } from 'restify';
import { mayWatch, type Watchers } from './near';
import { sendJson } from './server';

/** What readiness is made of. */
export interface Readiness {
  readonly isDraining: () => boolean;
  readonly isRedisUp: () => boolean;
  /** How each backend's circuit breaker stands. */
  readonly backends: () => Readonly<Record<string, 'closed' | 'open' | 'half-open'>>;
}

/**
 * `GET /healthz`: the process lives, whatever happens around it. `GET /readyz`: it can keep a message, so it may get some; 503 while it drains or
 * Redis is away. A backend that is down does not count: the bot says so in the chat, and another process could not do better. Which one it is, only
 * those are told who may read the metrics.
 */
export function health(server: Server, { isDraining, isRedisUp, backends }: Readiness, watchers: Watchers): void {
  server.get('/healthz', async (_request, response) => sendJson(response, 200, { status: 'ok' }));
  server.get('/readyz', async (request, response) => {
    const [draining, redis, states] = [isDraining(), isRedisUp(), backends()];
    const degraded = Object.keys(states).filter((name) => states[name] !== 'closed');
    const ready = !draining && redis;
    const status = draining ? 'draining' : !redis ? 'not ready' : degraded.length > 0 ? 'degraded' : 'ready';
    const more = mayWatch(request, watchers) && { redis: redis ? 'up' : 'away', degraded, backends: states };
    sendJson(response, ready ? 200 : 503, { status, ...more });
  });
}
