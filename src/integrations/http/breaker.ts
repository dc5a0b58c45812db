/**
 * A circuit breaker: after too many failures in a row a backend is left alone for a while, then one call goes out to see.
 * The rules are pure functions of a state and a time; {@link breaker} keeps the state of one backend in this process.
 */
export type BreakerState =
  | { readonly mode: 'closed'; readonly era: number; readonly failures: number }
  | { readonly mode: 'open'; readonly era: number; readonly until: number }
  /** One call is out to see. Should it never report back, another may go at `until`. */
  | { readonly mode: 'half-open'; readonly era: number; readonly until: number };

export interface BreakerRules {
  /** Failures in a row that open it. */
  readonly failures: number;
  /** How long it stays open, ms. */
  readonly restMs: number;
}

export const CLOSED: BreakerState = { mode: 'closed', era: 0, failures: 0 };

/** May a call go out at `now`? The first one after the rest is the probe. */
export function admit(state: BreakerState, now: number, { restMs }: BreakerRules): { readonly admitted: boolean; readonly state: BreakerState } {
  if (state.mode === 'closed') return { admitted: true, state };
  if (now < state.until) return { admitted: false, state };
  return { admitted: true, state: { mode: 'half-open', era: state.era + 1, until: now + restMs } };
}

/** How a call ended that was let out in `era`. Calls of an earlier era say nothing about the backend of now. */
export function settle(state: BreakerState, era: number, ok: boolean, now: number, { failures, restMs }: BreakerRules): BreakerState {
  if (era !== state.era || state.mode === 'open') return state;
  if (ok) return state.mode === 'closed' ? { ...state, failures: 0 } : { mode: 'closed', era: era + 1, failures: 0 };
  const inARow = state.mode === 'closed' ? state.failures + 1 : failures;
  return inARow < failures ? { mode: 'closed', era, failures: inARow } : { mode: 'open', era: era + 1, until: now + restMs };
}

export interface Breaker {
  /** A function to say how the call ended, or undefined when none may go out now. */
  enter(): ((ok: boolean) => void) | undefined;
  /** How it stands; a rest that is over counts as half-open. */
  mode(): BreakerState['mode'];
}

const DEFAULTS: BreakerRules = { failures: 5, restMs: 10_000 };

/**
 * @param clock epoch ms
 * @param changed told when it opens, and when it closes again; not of each try in between
 */
export function breaker(clock: () => number, rules: Partial<BreakerRules> = {}, changed: (isOpen: boolean) => void = () => undefined): Breaker {
  const all = { ...DEFAULTS, ...rules };
  let state = CLOSED;
  return {
    mode: () => (state.mode === 'open' && clock() >= state.until ? 'half-open' : state.mode),
    enter: () => {
      const next = admit(state, clock(), all);
      state = next.state;
      if (!next.admitted) return undefined;
      const { era } = state;
      return (ok) => {
        const wasClosed = state.mode === 'closed';
        state = settle(state, era, ok, clock(), all);
        const isClosed = state.mode === 'closed';
        if (isClosed !== wasClosed) changed(!isClosed);
      };
    },
  };
}

interface Reported {
  /** Epoch ms. */
  readonly clock: () => number;
  readonly report: (event: string, detail: object) => void;
}

/** A breaker that is heard of also where nobody reads metrics: `backend.left-alone` when it opens, `backend.answers-again` when it closes. */
export const reportedBreaker = (backend: string, { clock, report }: Reported): Breaker =>
  breaker(clock, {}, (isOpen) => report(isOpen ? 'backend.left-alone' : 'backend.answers-again', { backend }));
