import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Logger } from '../observability/log';

const HEADER = 'x-correlation-id';
/** What we take over from a caller: a UUID. Anything else could forge log lines, or be somebody's number. */
const SHAPE = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

interface Correlated {
  readonly log: Logger;
  readonly since: number;
}
const known = new WeakMap<IncomingMessage, Correlated>();

/** Gives a request its id (the caller's, when it is one) and a log that carries it; tells the caller which. */
export function correlated(req: IncomingMessage, res: ServerResponse, log: Logger): void {
  const given = req.headers[HEADER];
  const correlation = typeof given === 'string' && SHAPE.test(given) ? given : randomUUID();
  known.set(req, { log: log.child({ correlation }), since: performance.now() });
  res.setHeader('X-Correlation-Id', correlation);
}

/** Log of this request; undefined before {@link correlated} has run. */
export const logOf = (req: IncomingMessage): Logger | undefined => known.get(req)?.log;

/** Milliseconds since the request came. */
export const msSince = (req: IncomingMessage): number => Math.round(performance.now() - (known.get(req)?.since ?? performance.now()));
