import type { Config } from '../config';
import type { ObservedRequest } from '../http/server';
import { reporter, type Logger } from '../observability/log';
import { measures } from '../observability/measures';
import { metrics, type Metrics } from '../observability/metrics';
import { observers, type Report } from '../observability/observers';
import { otlp } from '../observability/otlp';
import { tracer, type Tracer } from '../observability/tracer';
import { watchVitals, type Vitals } from '../observability/vitals';
import { depth } from '../state/depth';
import { inDoubt } from '../state/doubts';
import type { RedisConnection } from '../state/redis';

/** Redis is looked at once in so many ms, however often somebody reads. */
const LOOK_MS = 5_000;

/** What is known of the program: for `build_info`, and for who reads traces. */
export interface Build {
  readonly version: string;
  readonly node: string;
}

export interface Observing {
  /** For everybody: log, metrics and traces hear the same. */
  readonly report: Report;
  readonly metrics: Metrics;
  readonly tracer: Tracer;
  /** For the HTTP server. */
  readonly observe: (request: ObservedRequest) => void;
  /** Also shows how much waits in Redis and in the ledger, and how each backend stands. */
  readonly looksAt: (what: Looked) => void;
  readonly close: () => Promise<void>;
}

/** What is looked at when somebody reads. */
interface Looked {
  readonly redis: RedisConnection;
  /** Where the journal of money is: the same, or its own. */
  readonly ledger: RedisConnection;
  /** How each backend's circuit breaker stands. */
  readonly backends: () => Readonly<Record<string, string>>;
}

/** Puts together what is seen from outside. */
export function observing(config: Config, log: Logger, clock: () => number, vitals?: () => Vitals): Observing {
  const build: Build = { version: config.BUILD_VERSION, node: config.nodeVersion };
  const numbers = metrics();
  const tracing = tracer({ clock, ratio: config.OTEL_TRACES_SAMPLER_ARG, exporter: exporterOf(config, build) });
  const report = observers([reporter(log), measures(numbers), tracing.observer]);
  const rest = watchVitals(numbers, build, vitals);
  const lost = numbers.gauge('trace_spans_dropped', 'Spans that no collector took, since the start.');
  numbers.onRead(() => lost.set(tracing.dropped()));
  return {
    ...{ report, metrics: numbers, tracer: tracing, observe: requests(numbers, tracing) },
    looksAt: (what) => looking(numbers, what, clock),
    close: async () => {
      rest();
      await tracing.close();
    },
  };
}

const exporterOf = (config: Config, { version }: Build) =>
  config.OTEL_EXPORTER_OTLP_ENDPOINT === undefined
    ? undefined
    : otlp({
        endpoint: config.OTEL_EXPORTER_OTLP_ENDPOINT,
        headers: config.OTEL_EXPORTER_OTLP_HEADERS,
        resource: { 'service.name': config.OTEL_SERVICE_NAME, 'service.version': version },
      });

/** Counts requests; those that posted something become the first step of its trace. */
function requests(to: Metrics, { ended }: Tracer): Observing['observe'] {
  const all = to.counter('http_requests_total', 'Requests, by route and status.', ['method', 'route', 'status']);
  const seconds = to.histogram('http_request_seconds', 'From the head of a request to the end of its answer.', ['route']);
  return ({ method, route, status, ms, trace }) => {
    all.add({ method, route, status: String(status) });
    seconds.observe(ms / 1_000, { route });
    if (!trace?.isCarried) return;
    const attributes = { 'http.request.method': method, 'http.route': route, 'http.response.status_code': status };
    ended(trace, { name: `${method} ${route}`, kind: 'server', began: trace.at, failed: status >= 500, attributes });
  };
}

function looking(to: Metrics, { redis, ledger, backends }: Looked, clock: () => number): void {
  const up = to.gauge('redis_up', 'Whether commands can be sent to Redis now.');
  const open = to.gauge('backend_breaker_open', 'Whether a backend is left alone because it fails: 1 open, 0.5 trying again, 0 closed.', ['backend']);
  const depths = {
    waiting: to.gauge('conversations_waiting', 'Conversations with messages, replies or timers outstanding, of all processes.'),
    overdue: to.gauge('sweep_depth', 'Conversations that are due and nobody looks after, of all processes.'),
    replies: to.gauge('outbox_depth', 'Replies that wait to be sent, of all processes, at least.'),
    messages: to.gauge('mailbox_depth', 'Messages that wait for their turn, of all processes, at least.'),
    aside: to.gauge('conversations_aside', 'Conversations with something set aside.'),
  };
  const unknown = to.gauge('operations_unknown', 'Orders whose outcome nobody knows yet, of all processes.');
  let next = 0;
  to.onRead(async () => {
    up.set(redis.isUp() ? 1 : 0);
    for (const [backend, mode] of Object.entries(backends())) open.set(mode === 'open' ? 1 : mode === 'half-open' ? 0.5 : 0, { backend });
    if (clock() < next || !redis.isUp()) return;
    next = clock() + LOOK_MS;
    const found = await depth(redis, clock()).catch(() => undefined);
    if (ledger.isUp())
      await inDoubt(ledger).then(
        (count) => unknown.set(count),
        () => undefined,
      );
    if (!found) return;
    depths.waiting.set(found.waiting);
    depths.overdue.set(found.overdue);
    depths.replies.set(found.replies);
    depths.messages.set(found.messages);
    depths.aside.set(found.aside);
  });
}
