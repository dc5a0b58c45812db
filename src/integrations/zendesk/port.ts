import type { CaseRecord, CaseState } from '../../domain/cases/record';

/** A file for a ticket. */
export interface TicketFile {
  readonly name: string;
  readonly contentType: string;
  readonly bytes: Uint8Array;
}

/** `refused`: what was sent is not accepted, and would not be if it were sent again. */
export type Filed = { readonly status: 'filed'; readonly ticket: string } | { readonly status: 'refused'; readonly why: string };

/** The system of the agents, as whoever files cases sees it. Every failure is a BackendFailure: then nobody knows whether it was done. */
export interface TicketDesk {
  /** @returns the token by which a ticket takes the file, for two days; undefined: it is not taken */
  upload(file: TicketFile): Promise<string | undefined>;
  /** Makes the ticket of a case. The same case with the same `uploads` and `bare` is the same creation; after a failure {@link TicketDesk.find} first. */
  file(record: CaseRecord, how: Pick<CaseState, 'bare' | 'uploads'>): Promise<Filed>;
  /** Number of the requester's ticket with this reference, if there is one. */
  find(record: CaseRecord): Promise<string | undefined>;
  /** Adds what the customer said, in the customer's name. `refused`: the ticket takes no more. */
  comment(record: CaseRecord, ticket: string, said: { readonly text: string; readonly uploads: readonly string[] }): Promise<'added' | 'refused'>;
  /** Whether the customer's words, and files of these sizes in bytes, are on the ticket already: in one comment, of `since` (epoch ms) or later. */
  has(record: CaseRecord, ticket: string, said: { readonly text: string; readonly files: readonly number[] }, since: number): Promise<boolean>;
}
