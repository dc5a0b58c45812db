import { soon } from '../soon';
import type { Trace } from './trace';

/** What a span is, as OTLP counts it. */
const KINDS = { internal: 1, server: 2, client: 3, consumer: 5 } as const;
export type SpanKind = keyof typeof KINDS;

/** One step that is over. */
export interface Span {
  readonly trace: Trace;
  /** Fixed words: `turn balances`, `prepaid buckets`. */
  readonly name: string;
  readonly kind: SpanKind;
  /** Epoch ms. */
  readonly began: number;
  readonly ended: number;
  readonly attributes: Readonly<Record<string, string | number | undefined>>;
  readonly failed: boolean;
}

export interface OtlpOptions {
  /** Base address of a collector; `/v1/traces` is added. */
  readonly endpoint: string;
  /** Sent along, e.g. `api-key`. */
  readonly headers: Readonly<Record<string, string>>;
  /** `service.name` and what else says who we are. */
  readonly resource: Readonly<Record<string, string>>;
  readonly fetch?: typeof globalThis.fetch;
  /** Between two sendings, ms. */
  readonly everyMs?: number;
}

/** Sends spans in batches, and never makes anybody wait. */
export interface Exporter {
  send(span: Span): void;
  /** Spans that no collector took, since the start. */
  dropped(): number;
  /** Sends what is left, for 2 s at most; nothing is sent by itself any more. */
  close(): Promise<void>;
}

/** The usual figures of a batch span processor. */
const QUEUE = 2_048;
const BATCH = 512;
const EVERY_MS = 5_000;
const TIMEOUT_MS = 10_000;
const LAST_MS = 2_000;

/** What a span may say. All else is dropped: what is not listed cannot leak. */
const ALLOWED = new Set([
  'backend',
  'channel',
  'error.type',
  'http.request.method',
  'http.response.status_code',
  'http.route',
  'operation',
  'outcome',
  'server.address',
  'skill',
  'tries',
]);
/** Words and addresses of ours; a long run of digits is somebody's number. */
const HARMLESS = /^(?!.*\d{5})[\w.:/ *-]{1,80}$/;

/** OTLP over HTTP as JSON. A collector that is away costs one request every few seconds, a bounded queue, and the spans. */
export function otlp(options: OtlpOptions): Exporter {
  const { endpoint, headers, resource, everyMs = EVERY_MS, fetch = (...args) => globalThis.fetch(...args) } = options;
  const url = `${endpoint.replace(/\/+$/, '')}/v1/traces`;
  const waiting: Span[] = [];
  let lost = 0;
  let sending: Promise<void> | undefined;

  const post = async (batch: readonly Span[], ms: number): Promise<void> => {
    const request = {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body: bodyOf(batch, resource),
      redirect: 'error',
    } as const;
    const answer = await fetch(url, { ...request, signal: AbortSignal.timeout(ms) }).catch(() => undefined);
    await answer?.body?.cancel().catch(() => undefined);
    if (!answer?.ok) lost += batch.length;
  };
  const drain = async (ms: number): Promise<void> => {
    while (waiting.length > 0) await post(waiting.splice(0, BATCH), ms);
  };
  const flush = (ms: number): Promise<void> => (sending ??= drain(ms).finally(() => (sending = undefined)));
  const timer = setInterval(() => void flush(TIMEOUT_MS), everyMs).unref();

  return {
    send: (span) => {
      if (waiting.length >= QUEUE) lost += 1;
      else waiting.push(span);
      if (waiting.length === BATCH) void flush(TIMEOUT_MS);
    },
    dropped: () => lost,
    close: async () => {
      clearInterval(timer);
      await soon(
        (sending ?? Promise.resolve()).then(() => flush(LAST_MS)),
        LAST_MS,
      );
    },
  };
}

function bodyOf(spans: readonly Span[], resource: Readonly<Record<string, string>>): string {
  const scopeSpans = [{ scope: { name: 'care-bot' }, spans: spans.map(written) }];
  const attributes = Object.entries(resource).map(([key, value]) => ({ key, value: { stringValue: value } }));
  return JSON.stringify({ resourceSpans: [{ resource: { attributes }, scopeSpans }] });
}

function written({ trace, name, kind, began, ended, attributes, failed }: Span): object {
  return {
    traceId: trace.traceId,
    spanId: trace.spanId,
    ...(trace.parentId !== undefined && { parentSpanId: trace.parentId }),
    name: HARMLESS.test(name) ? name : kind,
    kind: KINDS[kind],
    startTimeUnixNano: `${Math.round(began)}000000`,
    endTimeUnixNano: `${Math.round(Math.max(began, ended))}000000`,
    attributes: Object.entries(attributes).flatMap(([key, value]) => attributeOf(key, value)),
    status: failed ? { code: 2 } : {},
  };
}

function attributeOf(key: string, value: string | number | undefined): object[] {
  if (value === undefined || !ALLOWED.has(key)) return [];
  if (typeof value === 'number') return [{ key, value: { intValue: String(Math.round(value)) } }];
  return HARMLESS.test(value) ? [{ key, value: { stringValue: value } }] : [];
}
