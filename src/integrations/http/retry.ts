import { setTimeout as sleep } from 'node:timers/promises';
import { BackendFailure } from '../../domain/failure';
import type { Answer } from './exchange';

/** Tries after the first. */
const RETRIES = 2;
/** The longest pause before the first retry; it doubles. */
const PAUSE_MS = 100;
/** The backend, or something before it, is away for a moment. A 500 is no such promise. */
const PASSING = [429, 502, 503, 504];

export interface Patience {
  /** 0 to 1. */
  readonly random: () => number;
  /** Epoch ms. */
  readonly clock: () => number;
  /** Epoch ms at which the operation's deadline is over: no pause reaches beyond it. */
  readonly endsAt: number;
  readonly signal: AbortSignal;
}

/**
 * Asks again, after a random pause ("full jitter": all of the pause is random, so that many callers do not come back together),
 * when the connection failed or the answer says that it is only for now. `Retry-After` is the least pause. Reads only.
 */
export async function retried(ask: () => Promise<Answer>, patience: Patience): Promise<Answer> {
  for (let retry = 0; ; retry += 1) {
    const outcome = await ask().catch((error: unknown) => orThrow(error));
    if (retry === RETRIES || !passing(outcome)) return given(outcome);
    const pause = Math.max(patience.random() * PAUSE_MS * 2 ** retry, outcome instanceof BackendFailure ? 0 : retryAfter(outcome, patience.clock()));
    if (patience.clock() + pause >= patience.endsAt) return given(outcome);
    await sleep(pause, undefined, { signal: patience.signal });
  }
}

type Outcome = Answer | BackendFailure;

function orThrow(error: unknown): BackendFailure {
  if (error instanceof BackendFailure) return error;
  throw error;
}

function given(outcome: Outcome): Answer {
  if (outcome instanceof BackendFailure) throw outcome;
  return outcome;
}

const passing = (outcome: Outcome): boolean =>
  outcome instanceof BackendFailure ? outcome.kind === 'unavailable' : PASSING.includes(outcome.status);

/** Milliseconds that the backend asks for, in seconds or as a date; 0 when it does not, or not so that it can be read. */
function retryAfter({ headers }: Answer, now: number): number {
  const value = headers.get('retry-after')?.trim() ?? '';
  const ms = /^\d{1,9}$/.test(value) ? Number(value) * 1000 : Date.parse(value) - now;
  return Number.isFinite(ms) ? Math.max(0, ms) : 0;
}
