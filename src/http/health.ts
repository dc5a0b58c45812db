import type { Server } from 'restify';
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
 * Redis is away. A backend that is down does not count: the bot says so in the chat, and another process could not do better.
 */
export function health(server: Server, { isDraining, isRedisUp, backends }: Readiness): void {
  server.get('/healthz', async (_request, response) => sendJson(response, 200, { status: 'ok' }));
  server.get('/readyz', async (_request, response) => {
    const [draining, redis, states] = [isDraining(), isRedisUp(), backends()];
    const degraded = Object.keys(states).filter((name) => states[name] !== 'closed');
    const ready = !draining && redis;
    const status = draining ? 'draining' : !redis ? 'not ready' : degraded.length > 0 ? 'degraded' : 'ready';
    sendJson(response, ready ? 200 : 503, { status, redis: redis ? 'up' : 'away', degraded, backends: states });
  });
}
