import { figure, word, type Report } from './observers';
import type { Exporter, Span, SpanKind } from './otlp';
import { childOf, correlationOf, currentTrace, traced, traceparentOf, type Trace } from './trace';

/** Makes spans of what happens, and sends ids along with what is asked of others. Without an exporter only the ids remain, which the log needs. */
export interface Tracer {
  /** Ends the step of `trace`, which began at `began` (epoch ms). */
  readonly ended: (trace: Trace, step: Omit<Span, 'trace' | 'ended'>) => void;
  /** The built-in `fetch`, with `traceparent` and `x-correlation-id` of what is going on. @param backend a fixed word */
  readonly fetch: (backend: string) => (url: URL, init: RequestInit) => Promise<Response>;
  /** Turns reports of backend calls into spans. */
  readonly observer: Report;
  /** Spans that were lost. */
  readonly dropped: () => number;
  readonly close: () => Promise<void>;
}

export interface TracerOptions {
  readonly exporter: Exporter | undefined;
  /** Share of traces that are exported, 0 to 1, by trace id: all processes decide alike. */
  readonly ratio: number;
  /** Epoch ms. */
  readonly clock: () => number;
}

/** As a record, which `fetch` reads as it is: ours always are one, with names in small letters. */
const plain = (headers: RequestInit['headers']) =>
  headers === undefined || headers instanceof Headers || Array.isArray(headers) ? Object.fromEntries(new Headers(headers)) : headers;

export function tracer({ exporter, ratio, clock }: TracerOptions): Tracer {
  const isSampled = ({ traceId }: Trace): boolean => exporter !== undefined && Number.parseInt(traceId.slice(-8), 16) < ratio * 2 ** 32;
  const ended: Tracer['ended'] = (trace, step) => {
    if (isSampled(trace)) exporter?.send({ ...step, trace, ended: clock() });
  };
  return {
    ended,
    fetch: (backend) => async (url, init) => {
      const parent = currentTrace();
      if (!parent) return globalThis.fetch(url, init);
      const trace = childOf(parent);
      const headers = { ...plain(init.headers), traceparent: traceparentOf(trace, isSampled(trace)), 'x-correlation-id': correlationOf(trace) };
      const kind: SpanKind = 'client';
      const began = clock();
      const known = { backend, 'http.request.method': init.method ?? 'GET', 'server.address': url.hostname };
      const end = (more: Span['attributes'], failed: boolean): void =>
        ended(trace, { name: `${init.method ?? 'GET'} ${backend}`, kind, began, failed, attributes: { ...known, ...more } });
      try {
        const response = await traced(trace, () => globalThis.fetch(url, { ...init, headers }));
        end({ 'http.response.status_code': response.status }, response.status >= 500);
        return response;
      } catch (error) {
        end({ 'error.type': error instanceof Error ? error.name : 'unknown' }, true);
        throw error;
      }
    },
    observer: (event, detail) => {
      const parent = event === 'backend' ? currentTrace() : undefined;
      if (!parent) return;
      const { backend, operation, outcome } = {
        backend: word(detail, 'backend'),
        operation: word(detail, 'operation'),
        outcome: word(detail, 'outcome'),
      };
      const began = clock() - (figure(detail, 'ms') ?? 0);
      const attributes = { backend, operation, outcome };
      ended(childOf(parent), { name: `${backend ?? ''} ${operation ?? ''}`, kind: 'internal', began, attributes, failed: outcome !== 'ok' });
    },
    dropped: () => exporter?.dropped() ?? 0,
    close: async () => exporter?.close(),
  };
}
