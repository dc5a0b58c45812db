import { figure, word, type Report } from './observers';
import type { Exporter, Span } from './otlp';
import { childOf, correlationOf, currentTrace, traceparentOf, type Trace } from './trace';

/** Makes spans of what happens, and sends ids along with what is asked of others. Without an exporter only the ids remain, which the log needs. */
export interface Tracer {
  /** Ends the step of `trace`, which began at `began` (epoch ms). */
  readonly ended: (trace: Trace, step: Omit<Span, 'trace' | 'ended'>) => void;
  /** Runs a call of ours as a step of what is going on: `ask` is given `traceparent` and `x-correlation-id`, or nothing outside of all. @param backend a fixed word */
  readonly step: (backend: string) => Step;
  /** The built-in `fetch`, with `traceparent` and `x-correlation-id` of what is going on. @param backend a fixed word */
  readonly fetch: (backend: string) => (url: URL, init: RequestInit) => Promise<Response>;
  /** Turns reports of backend calls into spans. */
  readonly observer: Report;
  /** Spans that were lost. */
  readonly dropped: () => number;
  readonly close: () => Promise<void>;
}

type Step = <T extends { readonly status: number }>(
  to: { readonly method: string; readonly host: string },
  ask: (headers: Readonly<Record<string, string>>) => Promise<T>,
) => Promise<T>;

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
  const step =
    (backend: string): Step =>
    async ({ method, host }, ask) => {
      const parent = currentTrace();
      if (!parent) return ask({});
      const trace = childOf(parent);
      const began = clock();
      const known = { backend, 'http.request.method': method, 'server.address': host };
      const end = (more: Span['attributes'], failed: boolean): void =>
        ended(trace, { name: `${method} ${backend}`, kind: 'client', began, failed, attributes: { ...known, ...more } });
      try {
        const answer = await ask({ traceparent: traceparentOf(trace, isSampled(trace)), 'x-correlation-id': correlationOf(trace) });
        end({ 'http.response.status_code': answer.status }, answer.status >= 500);
        return answer;
      } catch (error) {
        end({ 'error.type': error instanceof Error ? error.name : 'unknown' }, true);
        throw error;
      }
    };
  return {
    ended,
    step,
    fetch: (backend) => {
      const under = step(backend);
      return (url, init) =>
        under({ method: init.method ?? 'GET', host: url.hostname }, (more) =>
          globalThis.fetch(url, 'traceparent' in more ? { ...init, headers: { ...plain(init.headers), ...more } } : init),
        );
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
