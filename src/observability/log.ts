import { inspect } from 'node:util';
import { faultOf } from './fault';
import type { Report } from './observers';
import { correlationOf, currentTrace } from './trace';
import pino, { type DestinationStream, type Logger, type LoggerOptions } from 'pino';

export type { Logger };

/** Fields that may stand in a log line. All others are dropped: what is not listed cannot leak. */
const ALLOWED = new Set(
  'event conversation number tries throws retry gaveUp backend kind operation outcome ms status route method error why skill message level correlation port url epoch count reason shard position channel waited backends problem stated'.split(
    ' ',
  ),
);
/** Somebody must look at these: a message that could not be handled, something stored that cannot be opened. */
const ALERTS = new Set(['message.set-aside', 'unreadable', 'state.unreadable', 'sweep.failed', 'observer.failed', 'messenger.token']);
const WARNINGS = new Set([
  'turn.failed',
  'turn.slow-failed',
  'turn.late-untold',
  'reply.gave-up',
  'event.failed',
  'BackendFailure',
  'BrokenFlow',
  'messenger.not-passed',
  'redis.error',
  'redis.unsafe',
]);

/** Writes an event with the weight it has, under the correlation id of what runs. Calls to backends that went well are of interest to a developer only. */
export function reporter(log: Logger): Report {
  return (event, detail) => {
    const trace = currentTrace();
    const isFine = event === 'backend' && 'outcome' in detail && detail.outcome === 'ok';
    const level = ALERTS.has(event) ? 'error' : WARNINGS.has(event) || (event === 'backend' && !isFine) ? 'warn' : isFine ? 'debug' : 'info';
    log[level]({ event, ...(trace && { correlation: correlationOf(trace) }), ...detail });
  };
}

/** Where errors stand: of those only the name, a code and our own places are told. */
const FAULTS = new Set(['error', 'retry', 'gaveUp']);
const LONG_DIGITS = /\d[\d\s.-]{2,}\d/g;

/** How every line is made: levels by name, and fields scrubbed. */
export const formatters: NonNullable<LoggerOptions['formatters']> = { level: (label) => ({ level: label }), log: scrub };

/**
 * One JSON line per event. Values are scrubbed of what looks like a number of somebody's: MSISDN, document, card. Lines go out a moment later,
 * several at once, and all of them before the process ends by itself.
 *
 * @param to where they go, when not to standard output
 */
export function logger(level: string, to: DestinationStream = pino.destination({ sync: false })): Logger {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime, formatters }, to);
}

function scrub(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) => {
      if (!ALLOWED.has(name) || value === undefined) return [];
      if (name === 'conversation' || name === 'number' || name === 'correlation') return [[name, value]];
      if (FAULTS.has(name)) return [[name, masked(faultOf(value))]];
      return [[name, typeof value === 'number' || typeof value === 'boolean' ? value : masked(value)]];
    }),
  );
}

/** Text on one line, long digit runs masked. */
function masked(value: unknown): string {
  const text = typeof value === 'string' ? value : inspect(value, { breakLength: Infinity });
  return text
    .replace(LONG_DIGITS, '…')
    .replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' ')
    .slice(0, 500);
}
