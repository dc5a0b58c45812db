import type { TicketStatus } from '../../domain/cases/status';

/** What an agent wrote for the customer. */
export interface AgentReply {
  /** Of the comment: the same however often the ticket is read. */
  readonly id: string;
  /** Epoch ms. */
  readonly at: number;
  readonly text: string;
  /** As agents are called at the desk: "Marta Solís". */
  readonly name: string;
  /** Where files are that came with it. */
  readonly files: readonly { readonly name: string; readonly url: string }[];
}

/** A ticket as it stands now. */
export interface TicketNow {
  readonly status: TicketStatus;
  readonly tags: readonly string[];
  readonly subject: string;
  /** Who has it, as agents are called at the desk. */
  readonly assignee?: string;
  /** Epoch ms. */
  readonly updatedAt: number;
  /** By agents and for the customer, never our own; oldest first. */
  readonly replies: readonly AgentReply[];
  /** What the customer, or the bot, wrote, and how many bytes each file has that came with it: to see whether something arrived. */
  readonly ours: readonly { readonly at: number; readonly text: string; readonly files: readonly number[] }[];
}

/** A file that goes along. */
export interface OutgoingFile {
  readonly name: string;
  readonly contentType: string;
  readonly bytes: Uint8Array;
}

/** People at the agent desk, as a conversation reaches them: by the number of a ticket. Every failure is a BackendFailure. */
export interface Agents {
  /** @returns undefined where there is no such ticket (any more) */
  read(ticket: string): Promise<TicketNow | undefined>;
  /**
   * Adds the customer's words, or a note of the bot's for agents. Not idempotent: after an answer that never came, look at `ours` first.
   *
   * @returns `refused` where the ticket takes no more: it is closed
   */
  write(
    ticket: string,
    comment: {
      readonly text: string;
      readonly as: 'customer' | 'note';
      readonly files?: readonly OutgoingFile[];
      readonly status?: 'open' | 'solved';
      /** Added to those that are there. */
      readonly tags?: readonly string[];
      /** It is no less urgent than this from now on. */
      readonly atLeast?: 'high';
      /** By when the customer was told to have an answer, epoch ms; a sooner one that stands there stays. */
      readonly promisedBy?: number;
    },
  ): Promise<'done' | 'refused'>;
  /** Takes tags away. @returns false when somebody changed the ticket meanwhile: read it again */
  untag(ticket: string, tags: readonly string[]): Promise<boolean>;
}

/** Which conversation a ticket belongs to. */
export interface CaseLink {
  readonly reference: string;
  readonly ticket?: string;
  readonly conversation?: string;
}

export interface CaseLinks {
  byTicket(ticket: string): Promise<CaseLink | undefined>;
  /** @param conversation whose case it is */
  byReference(reference: string, conversation: string): Promise<CaseLink | undefined>;
  /** The case about money that moved, or did not: `operation` is what customer and agents call it. */
  ofOperation(operation: string, whose: { readonly conversation: string; readonly line: string }): Promise<CaseLink | undefined>;
}

/** What of a ticket was told to the customer already. */
export interface ToldBook {
  /**
   * Claims things for a turn, once and for all: those that another turn claimed are not given. The same turn gets the same, however often it runs.
   *
   * @param by the turn: conversation and number
   */
  claim(ticket: string, ids: readonly string[], by: string): Promise<readonly string[]>;
  /** It may happen again. */
  release(ticket: string, id: string): Promise<void>;
}
