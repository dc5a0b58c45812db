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
const ALERTS = new Set([
  'message.set-aside',
  'unreadable',
  'state.unreadable',
  'sweep.failed',
  'observer.failed',
  'messenger.token',
  'messenger.not-handed-on',
]);
const WARNINGS = new Set([
  'backend.left-alone',
  'metrics.closed',
  'turn.failed',
  'turn.slow-failed',
  'turn.late-untold',
  'reply.gave-up',
  'event.failed',
  'BackendFailure',
  'BrokenFlow',
  'messenger.not-passed',
  'messenger.unknown-page',
  'redis.error',
  'redis.unsafe',
]);

/** Writes an event with the weight it has, under the correlation id of what runs. Calls to backends that went well are of interest to a developer only. */
export function reporter(log: Logger): Report {
  return (event, detail) => {
    const trace = currentTrace();
    const isFine = event === 'backend' && 'outcome' in detail && detail.outcome === 'ok';
    const level = ALERTS.has(event) ? 'error' : WARNINGS.has(event) || (event === 'backend' && !isFine) ? 'warn' : isFine ? 'debug' : 'info';
    log[level](Object.assign({ event, correlation: trace && correlationOf(trace) }, detail));
  };
}

/** Where errors stand: of those only the name, a code and our own places are told. */
const FAULTS = new Set(['error', 'retry', 'gaveUp']);
const LONG_DIGITS = /\d[\d\s.-]{2,}\d/g;

/** How every line is made: levels by name, and fields scrubbed. */
export const formatters: NonNullable<LoggerOptions['formatters']> = { level: (label) => ({ level: label }), log: scrub };

/** Lines are written together: so many bytes at once, or what there is after so many ms. */
const WRITTEN = { sync: false, minLength: 8_192, periodicFlush: 100 };

/**
 * One JSON line per event. Values are scrubbed of what looks like a number of somebody's: MSISDN, document, card. Lines go out a moment later,
 * several at once, and all of them before the process ends by itself.
 *
 * @param to where they go, when not to standard output
 */
export function logger(level: string, to: DestinationStream = pino.destination(WRITTEN)): Logger {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime, formatters }, to);
}

function scrub(fields: Record<string, unknown>): Record<string, unknown> {
  const kept: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(fields)) if (ALLOWED.has(name) && value !== undefined) kept[name] = scrubbed(name, value);
  return kept;
}

function scrubbed(name: string, value: unknown): unknown {
  if (OWN_IDS.has(name)) return value;
  if (FAULTS.has(name)) return masked(faultOf(value));
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  return typeof value === 'string' && HARMLESS.test(value) ? value : masked(value);
}
/** Made here, of digits that are nobody's. */
const OWN_IDS = new Set(['conversation', 'number', 'correlation']);
/** Words and routes of ours, in which there is nothing to mask: most values are. */
const HARMLESS = /^(?:[A-Za-z_./:*-]|\d(?![\d.-])){0,500}$/;

/** Text on one line, long digit runs masked. */
function masked(value: unknown): string {
  const text = typeof value === 'string' ? value : inspect(value, { breakLength: Infinity });
  return text
    .replace(LONG_DIGITS, '…')
    .replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' ')
    .slice(0, 500);
}
