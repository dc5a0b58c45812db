/** Why we could not find out. "The other side said no" is a value, never one of these. */
export type FailureKind =
  /** No answer within the deadline. What was asked may or may not have happened. */
  | 'timeout'
  /** No connection, 5xx, or the circuit breaker is open. */
  | 'unavailable'
  /** An answer that is not what the contract says. */
  | 'contract';

/** Raised by every client in `integrations/`; `root.ts` turns it into an honest sentence and a way on. */
export class BackendFailure extends Error {
  override readonly name = 'BackendFailure';
  /** Certainly nothing reached the other side: no connection was made, or none was tried. */
  readonly untouched: boolean;
  constructor(
    readonly backend: string,
    readonly kind: FailureKind,
    { untouched = false, ...options }: ErrorOptions & { readonly untouched?: boolean } = {},
  ) {
    super(`${backend}: ${kind}`, options);
    this.untouched = untouched;
  }
}
