import { monitorEventLoopDelay } from 'node:perf_hooks';
import { getHeapStatistics } from 'node:v8';
import type { Metrics } from './metrics';

/** What only the process itself can say. */
export interface Vitals {
  /** Resident memory, bytes. */
  readonly memory: number;
  /** CPU used since the start, s. */
  readonly cpu: number;
  /** Timers, sockets and the like that are open. */
  readonly handles: number;
  /** Epoch ms. */
  readonly began: number;
}

/** Resolution of the event loop's clock, ms. */
const RESOLUTION_MS = 10;
const NS = 1e9;

/** Memory, CPU, heap and the event loop's delay, looked at when somebody reads. Resolves to what ends the looking. */
export function watchVitals(to: Metrics, build: Readonly<Record<'version' | 'node', string>>, vitals?: () => Vitals): () => void {
  const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  delay.enable();
  const lag = to.gauge('event_loop_lag_seconds', 'Delay of the event loop since the last reading, beyond its clock.', ['quantile']);
  const heap = to.gauge('nodejs_heap_bytes', 'Heap of V8.', ['kind']);
  to.gauge('build_info', 'What runs here.', ['version', 'node']).set(1, build);
  const own = vitals && {
    memory: to.gauge('process_resident_memory_bytes', 'Resident memory.'),
    cpu: to.gauge('process_cpu_seconds_total', 'CPU used since the start.'),
    handles: to.gauge('process_open_handles', 'Timers, sockets and the like that are open.'),
    began: to.gauge('process_start_time_seconds', 'Start, Unix time.'),
  };
  to.onRead(() => {
    const late = (ns: number): number => Math.max(0, (Number.isFinite(ns) ? ns : 0) / NS - RESOLUTION_MS / 1_000);
    lag.set(late(delay.percentile(50)), { quantile: '0.5' });
    lag.set(late(delay.percentile(99)), { quantile: '0.99' });
    lag.set(late(delay.max), { quantile: '1' });
    delay.reset();
    const { used_heap_size: used, heap_size_limit: limit } = getHeapStatistics();
    heap.set(used, { kind: 'used' });
    heap.set(limit, { kind: 'limit' });
    const now = own && vitals();
    if (!own || !now) return;
    own.memory.set(now.memory);
    own.cpu.set(now.cpu);
    own.handles.set(now.handles);
    own.began.set(now.began / 1_000);
  });
  return () => delay.disable();
}
