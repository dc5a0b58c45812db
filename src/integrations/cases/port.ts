import type { ServiceHours } from '../../domain/cases/hours';
import type { CASE_PRIORITIES } from '../../domain/cases/record';
import type { Currency } from '../../domain/money';

/** A customer's file that waits in the conversation for whoever needs it. */
export interface CaseFile {
  readonly id: string;
  readonly name: string;
  readonly contentType: string;
  readonly bytes: number;
}

/** What is known of money that the case is about. */
export interface CaseMoney {
  readonly state: 'done' | 'refused' | 'unknown' | 'not_moved';
  /** Minor units. */
  readonly amount: number;
  readonly currency: Currency;
  /** What customer and agent call the operation. */
  readonly reference: string;
  /** What the other side calls it. */
  readonly backend?: string;
  /** The one thing not to do: "no devolver: conciliación en curso". */
  readonly warning?: string;
}

/** What a person of the operator is asked to look at. Nothing secret, nothing in full: an agent finds the rest by the line. */
export interface NewCase {
  /** A skill's id: what it is about. */
  readonly topic: string;
  /** Why the bot could not end it: `not_found`, `refused`, `unknown_money`, `complaint`… */
  readonly reason: string;
  /** E.164 without `+`, when it is about a line. */
  readonly line?: string;
  /** When it is about a home. */
  readonly contract?: string;
  /** A line that the customer named and did not prove, E.164 without `+`: agents need it whole, and it leads to nobody's tickets. */
  readonly claimed?: string;
  /** What happened, in one line, with the amount and since when. In Spanish: agents read it. */
  readonly summary: string;
  /** What the bot found and tried, by name. */
  readonly facts: Readonly<Record<string, string>>;
  /** What the customer was told to expect. */
  readonly promised: string;
  /** The same, epoch ms, where it is an hour. */
  readonly promisedBy?: number;
  /** What the customer wants to have at the end. */
  readonly expects?: string;
  readonly priority?: CasePriority;
  readonly tags?: readonly string[];
  readonly money?: CaseMoney;
  readonly attachments?: readonly CaseFile[];
  /** A complaint whose answer has a date by law. */
  readonly legal?: 'complaint';
  /** The known outage it is one of. */
  readonly incident?: string;
  /** Name of the macro that an agent would begin with. */
  readonly macro?: string;
  /** Ids of help articles that were shown. */
  readonly articles?: readonly string[];
  /** Of whoever it is about: 0 unknown, 1 contract and document, 2 a code. Unset: as the conversation knows it. */
  readonly level?: 0 | 1 | 2;
}
export type CasePriority = (typeof CASE_PRIORITIES)[number];

export interface OpenCase {
  readonly reference: string;
  /** The number that agents call it by, if it has one already. The customer is told it by itself otherwise. */
  readonly number?: string;
  /** When it was opened, epoch ms, if it was there before. */
  readonly since?: number;
  /** Of a formal complaint: the number that the law asks for, and by when it is answered, epoch ms. */
  readonly legal?: { readonly number?: string; readonly due: number };
}

/** Cases for people. The reference exists at once, also while the system of the agents is away. */
export interface Cases {
  /** The same `key` opens one case, however often it is asked. @throws while nothing can be remembered */
  open(key: string, what: NewCase): Promise<OpenCase>;
}

/** What it takes to open a case and say by when somebody answers. */
export interface CaseParts {
  readonly cases: Cases;
  readonly hours: ServiceHours;
}

/** A case as its customer may see it. */
export interface KnownCase {
  readonly reference: string;
  readonly number?: string;
  readonly topic: string;
  readonly summary: string;
  /** When it was opened, epoch ms. */
  readonly at: number;
}

/** A failure that the operator knows of. `until`: epoch ms, if anybody said. */
export interface KnownFault {
  /** The case of which others are parts. */
  readonly incident: string;
  readonly until?: number;
}

/** What a customer may do with cases that are there. */
export interface CaseDesk {
  /**
   * Cases that nobody has closed, newest first: of the lines and contracts that are signed in in this turn, and of this conversation.
   *
   * @param how `closed`: also those that were
   */
  mine(how?: { readonly closed?: boolean }): Promise<readonly KnownCase[]>;
  /** Words or files for a case that is there. The same `key` adds once. False when there is no such case of this customer's. */
  add(key: string, reference: string, said: { readonly text: string; readonly files: readonly CaseFile[] }): Promise<boolean>;
  /** Where whoever is signed in has the home; absent where nobody knows of failures. */
  fault?(): Promise<KnownFault | undefined>;
}
