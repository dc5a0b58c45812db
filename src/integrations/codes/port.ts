/** Codes sent by SMS that prove a line (6 digits, 3 tries, valid for minutes). */
export interface OneTimeCodes {
  /**
   * Begins a challenge, within all limits. Says nothing about whether the line exists.
   * `attempt` makes the challenge: the same attempt gives the same answer.
   */
  begin(who: Proof & { readonly attempt: string }): Promise<Begun>;
  /**
   * Makes the code and sends it; only the last one made is right. Nothing is sent for a challenge that can no longer be answered.
   * @throws BackendFailure when the SMS could not be handed over.
   */
  deliver(who: Proof & { readonly challenge: string; readonly text: (code: string) => string }): Promise<void>;
  /** Compares a code. The same attempt gives the same answer, however often it is made. */
  check(who: Proof & { readonly challenge: string; readonly attempt: string; readonly code: string }): Promise<Checked>;
}

/** Whose line (E.164 without `+`), who says so (the conversation), and what for. */
export interface Proof {
  readonly msisdn: string;
  readonly visitor: string;
  readonly purpose: Purpose;
}

/**
 * `step-up`: the line is signed in in this very conversation, and is proved again. It has limits of its own, which nobody else can use up:
 * whoever asks for codes of a line, or guesses them, takes none from its owner who is signed in.
 */
export type Purpose = 'login' | 'step-up';

/**
 * Times are epoch ms. `promised`: the code is good at least until then. `again`: when another may be asked for. `last`: it is the last
 * code for now, and customers hear until when.
 */
export type Begun = ({ readonly status: 'begun' } & Challenge) | Refused;

interface Challenge {
  readonly challenge: string;
  readonly promised: number;
  readonly again: number;
  readonly last?: { readonly until: number };
}

/**
 * `wait`: too soon. `today`: enough for a day. `lines`: too many lines asked for in this conversation. `held`: the breaker against SMS pumping.
 * `open`: no other code, but the last one that this very visitor asked for can still be typed. It is there or not alike for lines that do not exist.
 */
export interface Refused {
  readonly status: 'wait' | 'today' | 'lines' | 'held';
  readonly until: number;
  readonly open?: Challenge;
}

export type Checked =
  | { readonly status: 'right' }
  | { readonly status: 'wrong'; readonly left: number }
  | { readonly status: 'expired' }
  | { readonly status: 'locked'; readonly until: number };
