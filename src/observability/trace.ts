import { AsyncLocalStorage } from 'node:async_hooks';
import { createHash, randomFillSync } from 'node:crypto';
import { byPromises, type Ambient } from './ambient';

/** What a request, a turn and the calls it makes have in common. It lives as long as the work does, and travels inside the message from accept to turn. */
export interface Trace {
  /** 32 hexadecimal digits; written as a UUID it is the correlation id of the log. */
  readonly traceId: string;
  /** 16 hexadecimal digits: the step that is going on. */
  readonly spanId: string;
  /** The step that it belongs to. */
  readonly parentId: string | undefined;
  /** When the customer's message came, epoch ms: how long an answer took is counted from here. */
  readonly at: number;
  /** True once something was posted under it: a request that only looked is not worth a span. */
  isCarried?: boolean;
}

interface Running {
  readonly trace: Trace | undefined;
  /** What else is known to all that runs now: see {@link alongside}. */
  readonly beside: readonly object[];
}
/** One for all: up to Node 22 each such storage looks at every promise. */
let running: Ambient<Running> = new AsyncLocalStorage<Running>();
/** From now on promises alone hand on what is known, see {@link byPromises}: for a process on Node 22 or older, before it begins. @returns ends that */
export function carryByPromises(): () => void {
  const [before, own] = [running, byPromises<Running>()];
  running = own;
  return () => {
    running = before;
    own.stop();
  };
}
/** W3C Trace Context, version 00. What a caller says of sampling is not asked: that is decided here. */
const TRACEPARENT = /^[\da-f]{2}-(?!0{32})([\da-f]{32})-(?!0{16})([\da-f]{16})-[\da-f]{2}$/;
/** At the very end of a message's JSON, where no text of a customer can stand: its quotes would be escaped. */
const CARRIED = /,"trace":"00-([\da-f]{32})-([\da-f]{16})-01 (\d{1,16})"\}$/;
const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;
const SPAN_BYTES = 8;
const TRACE_BYTES = 16;

/** The trace of what runs now; undefined outside of any. */
export const currentTrace = (): Trace | undefined => running.getStore()?.trace;

/** Runs `work` under `trace`: what it calls, and what it leaves running, finds it by {@link currentTrace}. */
export const traced = <T>(trace: Trace, work: () => T): T => running.run({ trace, beside: running.getStore()?.beside ?? NOTHING }, work);
const NOTHING: readonly object[] = [];

/** Like an `AsyncLocalStorage` of its own, in the one that there is already. */
interface Alongside<T extends object> {
  /** Runs `work`: what it calls, and what it leaves running, finds `what` by {@link Alongside.current}. */
  readonly run: <R>(what: T, work: () => R) => R;
  readonly current: () => T | undefined;
}

export function alongside<T extends object>(): Alongside<T> {
  const own = new WeakMap<object, T>();
  return {
    run(what, work) {
      const { trace, beside = NOTHING } = running.getStore() ?? { trace: undefined };
      own.set(what, what);
      return running.run({ trace, beside: [...beside.filter((each) => !own.has(each)), what] }, work);
    },
    current() {
      const found = running.getStore()?.beside.find((each) => own.has(each));
      return found && own.get(found);
    },
  };
}

const pool = Buffer.alloc(4_096);
let used = pool.length;
/** Random bytes in hexadecimal, hundreds of ids for the price of one call into the kernel's generator. */
function newId(bytes: number): string {
  if (used + bytes > pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  used += bytes;
  return pool.toString('hex', used - bytes, used);
}
const newSpan = (): string => newId(SPAN_BYTES);

/** The next step inside `trace`. */
export const childOf = (trace: Trace): Trace => ({ traceId: trace.traceId, spanId: newSpan(), parentId: trace.spanId, at: trace.at });

/**
 * The trace of a request: its caller's, when it is well-formed, else a new one. Anything else could forge log lines, or be somebody's number.
 *
 * @param given what the caller sent as `traceparent`, and as `x-correlation-id` (a UUID)
 */
export function traceOfRequest(given: { readonly traceparent: unknown; readonly correlation: unknown }, at: number): Trace {
  const [, traceId, parentId] = typeof given.traceparent === 'string' ? (TRACEPARENT.exec(given.traceparent) ?? []) : [];
  if (traceId !== undefined) return { traceId, spanId: newSpan(), parentId, at };
  const uuid = typeof given.correlation === 'string' && UUID.test(given.correlation) ? given.correlation.toLowerCase().replaceAll('-', '') : '';
  return { traceId: /[^0]/.test(uuid) ? uuid : newId(TRACE_BYTES), spanId: newSpan(), parentId: undefined, at };
}

/** The id by which people and log lines know a trace: its 128 bits, written as a UUID. */
export function correlationOf({ traceId: id }: Trace): string {
  return [id.slice(0, 8), id.slice(8, 12), id.slice(12, 16), id.slice(16, 20), id.slice(20)].join('-');
}

/** For the `traceparent` header of a call that we make. */
export const traceparentOf = ({ traceId, spanId }: Trace, isSampled: boolean): string => `00-${traceId}-${spanId}-${isSampled ? '01' : '00'}`;

/** A message (JSON of an object) that takes its trace along. Whoever reads it with a schema does not see it. */
export function carrying(message: string, trace: Trace | undefined): string {
  if (!trace || !message.endsWith('}') || message.length < 3) return message;
  trace.isCarried = true;
  return `${message.slice(0, -1)},"trace":"00-${trace.traceId}-${trace.spanId}-01 ${trace.at}"}`;
}

/** The step that handles `message`: of the trace it carries, else of one made of who and which, the same at every run. */
export function traceOfMessage({ conversation, delivery, message, now }: Mail): Trace {
  const [, traceId, parentId, at] = CARRIED.exec(message) ?? [];
  if (traceId !== undefined) return { traceId, spanId: newSpan(), parentId, at: Math.min(Number(at), now) };
  const made = createHash('sha256').update(`${conversation} ${delivery}`).digest('hex').slice(0, 32);
  return { traceId: made, spanId: newSpan(), parentId: undefined, at: now };
}

interface Mail {
  readonly conversation: string;
  readonly delivery: string;
  readonly message: string;
  /** Epoch ms. */
  readonly now: number;
}
