/** Codes sent by SMS that prove a line (6 digits, 3 tries, valid for minutes). */
export interface OneTimeCodes {
  /**
   * Begins a challenge, within the limits of this visitor and this line. Says nothing about whether the line exists.
   * `attempt` makes the challenge: the same attempt gives the same answer.
   */
  begin(who: Proof & { readonly attempt: string }): Promise<Begun>;
  /** Makes the code and sends it; only the last one made is right. @throws BackendFailure when the SMS could not be handed over. */
  deliver(who: Proof & { readonly challenge: string; readonly text: (code: string) => string }): Promise<void>;
  /** Compares a code. The same attempt gives the same answer, however often it is made. */
  check(who: Proof & { readonly challenge: string; readonly attempt: string; readonly code: string }): Promise<Checked>;
}

/** Whose line (E.164 without `+`), and who says so (the conversation). */
export interface Proof {
  readonly msisdn: string;
  readonly visitor: string;
}

/** Times are epoch ms. `promised`: the code is good at least until then. `again`: when another may be asked for. */
export type Begun =
  | { readonly status: 'begun'; readonly challenge: string; readonly promised: number; readonly again: number }
  | { readonly status: 'wait' | 'today'; readonly until: number };

export type Checked =
  | { readonly status: 'right' }
  | { readonly status: 'wrong'; readonly left: number }
  | { readonly status: 'expired' }
  | { readonly status: 'locked'; readonly until: number };
