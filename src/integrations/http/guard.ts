import { BackendFailure, type FailureKind } from '../../domain/failure';
import type { Breaker } from './breaker';
import { failed } from './exchange';

/** One operation as metrics see it. `open`: not asked, because the breaker is open. `broken`: a fault of our own. */
export interface Observation {
  readonly backend: string;
  /** A fixed word, never an id. */
  readonly operation: string;
  readonly outcome: 'ok' | FailureKind | 'open' | 'broken';
  readonly ms: number;
}

/** How one backend is reached. */
export interface Reach {
  /** Its name in failures and metrics. */
  readonly backend: string;
  /** For a whole operation: token, retries, pages and bodies included. */
  readonly deadlineMs: number;
  readonly breaker: Breaker;
  /** Epoch ms. */
  readonly clock: () => number;
  readonly observe?: (observation: Observation) => void;
}

/** Runs one operation: not at all while the breaker is open, never longer than the deadline, and always observed. */
type Guard = <T>(operation: string, work: (signal: AbortSignal, endsAt: number) => Promise<T>) => Promise<T>;

export function guard({ backend, deadlineMs, breaker, clock, observe = () => undefined }: Reach): Guard {
  return async (operation, work) => {
    const began = clock();
    const tell = (outcome: Observation['outcome']): void => observe({ backend, operation, outcome, ms: clock() - began });
    const settle = breaker.enter();
    if (settle === undefined) {
      tell('open');
      throw failed(backend, 'unavailable', 'the circuit breaker is open', true);
    }
    try {
      const value = await within(deadlineMs, backend, (signal) => work(signal, began + deadlineMs));
      settle(true);
      tell('ok');
      return value;
    } catch (error) {
      const kind = error instanceof BackendFailure ? error.kind : undefined;
      // An answer against the contract is an answer: the backend is there.
      settle(kind !== 'timeout' && kind !== 'unavailable');
      tell(kind ?? 'broken');
      throw error;
    }
  };
}

/** Also ends when the work does not listen to its signal. */
async function within<T>(ms: number, backend: string, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const deadline = new AbortController();
  const timer = setTimeout(() => deadline.abort(), ms);
  try {
    return await orAborted(backend, work(deadline.signal), deadline.signal);
  } finally {
    clearTimeout(timer);
  }
}

/** The promise, or a `timeout` as soon as the signal fires; what it would have become later is of no interest. */
export async function orAborted<T>(backend: string, promise: Promise<T>, signal: AbortSignal): Promise<T> {
  promise.catch(() => undefined);
  let stop = (): void => undefined;
  const aborted = new Promise<never>((_, reject) => {
    stop = () => reject(failed(backend, 'timeout', 'no whole answer within the deadline'));
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
  });
  try {
    return await Promise.race([promise, aborted]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}
