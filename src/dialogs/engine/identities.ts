import type { SlotName } from '../../understanding/slots';

/** A line somebody proved by a code. */
export interface Mobile {
  /** E.164 without `+`. */
  readonly msisdn: string;
  /** All that are signed in in this chat, this one among them. */
  readonly lines: readonly string[];
}
/** A home account: known by its contract and the holder's document (level 1), or by a code to the phone on file (level 2). */
export interface HomeAccount {
  readonly contract: string;
  readonly level: 1 | 2;
  /** All that are signed in in this chat, this one among them. */
  readonly contracts: readonly string[];
}
/** Whoever is signed in. `id`: a home's contract, or a line, E.164 without `+`. A line is always of level 2. */
export interface Signed {
  readonly kind: 'home' | 'mobile';
  readonly id: string;
  readonly level: 1 | 2;
}
/** What each kind of login proves. */
export interface Identities {
  readonly mobile: Mobile;
  readonly home: HomeAccount;
  readonly account: Signed;
}

export interface Needs {
  /** `account`: a line or a home, whichever is signed in; who is neither is asked which. */
  readonly login: keyof Identities;
  /**
   * 1: contract and document matched; no name, address, details or PDF may be told. 2: a code was sent to the line, or to the phone on file.
   * It is the least: who proved more is not asked again.
   */
  readonly level: 1 | 2;
  /** The code is not older than five minutes. */
  readonly fresh?: boolean;
  /** Moves money: the session may be idle for 10 minutes, not 30. */
  readonly money: boolean;
  /** The line that the customer's sentence names is the one it is about ("saldo del 5555-0102"); who it belongs to is proved as ever. */
  readonly from?: SlotName;
  /** Whether the words say that the line named in them is somebody else's: then it is not the one to be proved. */
  readonly unless?: (words: string) => boolean;
}
