/** A billing account: of a home, or of a postpaid line. Its number is what customers call their contract. */
export interface Account {
  /** As it is on the bill. */
  readonly contract: string;
  readonly kind: 'home' | 'mobile';
  readonly status: 'active' | 'suspended' | 'cancelled';
  /** Name of what is billed; empty when the operator does not say. */
  readonly plan: string;
  /** The line of a mobile account, E.164 without `+`. */
  readonly msisdn?: string;
  /** What its owner calls it ("Bodega zona 12"). Level 2: it may say where it is. */
  readonly label?: string;
  /** First given name of the holder. Level 2. */
  readonly holder?: string;
  /** Where bills go, as it may be shown: `a•••@correo.example`. Level 2. */
  readonly email?: string;
}

/** A contract and its holder's other contracts, this one among them. Cancelled ones are not in it. */
export interface Matched {
  /** The number that is in use now: a contract that was given another number is found by the old one. */
  readonly contract: string;
  readonly contracts: readonly string[];
}

/** `contracts` are all of the same holder that have the same phone: one code proves them all. */
export interface PhoneOnFile {
  /** E.164 without `+`. */
  readonly msisdn: string;
  readonly contracts: readonly string[];
  /** That line was reported stolen: a code to it would reach the wrong hands. */
  readonly stolen?: true;
}

/** Billing accounts (TMF666) and who holds them (TMF632). */
export interface Accounts {
  /**
   * Whether this document is the holder's of this contract. Asks the same, as often, whether the contract, the document or neither exists.
   * `document` is normalised; see `domain/documents`. @throws BackendFailure
   */
  match(contract: string, document: string): Promise<Matched | undefined>;
  /** The mobile on file of this contract, E.164 without `+`. @throws BackendFailure */
  phoneOnFile(contract: string): Promise<string | undefined>;
  /** Where a code for this contract goes, and all that it proves. @throws BackendFailure */
  codesGoTo(contract: string): Promise<PhoneOnFile | undefined>;
  /** Open contracts of the same holder, with what they are called. Level 2. @throws BackendFailure */
  list(contract: string): Promise<readonly { readonly contract: string; readonly label?: string }[]>;
  /** @throws BackendFailure */
  read(contract: string): Promise<Account | undefined>;
  /** The billing account of a postpaid line; undefined for a prepaid one. @throws BackendFailure */
  ofLine(msisdn: string): Promise<string | undefined>;
  /**
   * Whether a line is of the holder of this document, or of this contract: what a robbed customer knows without the phone. Asks the same, as often,
   * whether any of them exists. @throws BackendFailure
   */
  holds(msisdn: string, by: { readonly document: string } | { readonly contract: string }): Promise<boolean>;
  /** The e-mail on file of whoever holds the line, in full: to write to, never to show. @throws BackendFailure */
  emailOf(msisdn: string): Promise<string | undefined>;
}

/** Who says that a contract is theirs. `attempt` names the turn: run again, it counts once. */
export interface Claim {
  readonly contract: string;
  readonly document: string;
  readonly visitor: string;
  readonly attempt: string;
}

/** How often contracts and documents may be tried: by contract, by document and by visitor. Never touches who is signed in. */
export interface Claims {
  /** Counts one more try, unless there were too many. `until` (epoch ms) says nothing about whether contract or document exist. */
  admit(claim: Claim): Promise<{ readonly status: 'free' } | { readonly status: 'wait'; readonly until: number }>;
  /** The try was right: it counts no more, and those for its contract and document begin anew. */
  proved(claim: Claim): Promise<void>;
}

/** What the operator did for a line that was reported stolen. */
export interface Suspended {
  /** How the operator calls it: "B-118". */
  readonly reference?: string;
  /** Whether money may still leave the wallet. */
  readonly wallet: 'frozen' | 'none' | 'unknown';
  readonly lending: 'frozen' | 'unknown';
}

/** Suspends lines. There is no way back here: a person or a store lifts it, with the document. */
export interface Suspensions {
  /** Undefined when there is no such line. May be repeated: a line is suspended once. @throws BackendFailure */
  suspend(msisdn: string, reason: 'stolen'): Promise<Suspended | undefined>;
}

/** Mails that the operator sends in its own name. */
export interface Mails {
  /** `key` names it: the same one is sent once. @throws BackendFailure */
  send(key: string, mail: { readonly to: string; readonly subject: string; readonly text: string }): Promise<void>;
}
