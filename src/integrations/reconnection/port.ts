/** What the operator answers to whoever is cut off. */
export type Reconnected =
  /** `since` the answer it is on again; `asked`: it will be, and nobody said when. */
  | { readonly status: 'active' | 'asked' }
  /** `debt`: something is still owed. `not-applied`: a payment was received and not applied yet. */
  | { readonly status: 'refused'; readonly reason: 'debt' | 'not-applied' | 'not-eligible' | 'other' };

/** More time to pay, where the operator gives it. */
export type MoreTime =
  | { readonly status: 'granted'; /** Epoch ms: until then nothing is cut off. */ readonly until: number }
  /** `used`: it was given before, too lately to be given again. */
  | { readonly status: 'refused'; readonly reason: 'used' | 'not-eligible' | 'other' };

/** A line's number (E.164 without `+`), or the contract of a home. */
export interface CutOff {
  readonly kind: 'mobile' | 'home';
  readonly id: string;
  /** Number of its billing account. */
  readonly account: string;
}

/** Services that were cut off for debt: back on (TMF640), or more time before it comes to that (TMF666). Both are done once per key. */
export interface Reconnection {
  /** Whether it is cut off now, and the operator's words for why. @throws BackendFailure */
  standing(who: Omit<CutOff, 'account'>): Promise<{ readonly cut: boolean; readonly why?: string }>;
  /** @throws BackendFailure */
  ask(key: string, who: CutOff): Promise<Reconnected>;
  /** @throws BackendFailure */
  moreTime(key: string, account: string): Promise<MoreTime>;
}
