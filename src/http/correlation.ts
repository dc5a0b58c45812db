import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Logger } from '../observability/log';
import { correlationOf, traceOfRequest, type Trace } from '../observability/trace';

interface Correlated {
  readonly log: Logger;
  readonly correlation: string;
  readonly trace: Trace;
  readonly since: number;
}
const known = new WeakMap<IncomingMessage, Correlated>();

/** Gives a request its trace (the caller's, when it names one) and a log that carries its id; tells the caller which. */
export function correlated(req: IncomingMessage, res: ServerResponse, log: Logger, now: number): void {
  const trace = traceOfRequest({ traceparent: req.headers['traceparent'], correlation: req.headers['x-correlation-id'] }, now);
  const correlation = correlationOf(trace);
  known.set(req, { log, correlation, trace, since: performance.now() });
  res.setHeader('X-Correlation-Id', correlation);
}

/** Log of this request; undefined before {@link correlated} has run. */
export function logOf(req: IncomingMessage): Logger | undefined {
  const { log, correlation } = known.get(req) ?? {};
  return log?.child({ correlation });
}

/** Says that a request is over: the one line that every request has, without a log of its own. */
export function logEnd(req: IncomingMessage, level: 'debug' | 'info', what: object): void {
  const { log, correlation } = known.get(req) ?? {};
  log?.[level](Object.assign({ correlation }, what));
}

/** Trace of this request; undefined before {@link correlated} has run. */
export const traceOf = (req: IncomingMessage): Trace | undefined => known.get(req)?.trace;

/** Milliseconds since the request came. */
export const msSince = (req: IncomingMessage): number => Math.round(performance.now() - (known.get(req)?.since ?? performance.now()));
