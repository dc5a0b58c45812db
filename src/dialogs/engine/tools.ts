import type { z } from 'zod';
import type { Message } from '../../domain/message';
import type { Effected } from '../../state/effects';
import type { HandedOver } from './attended';
import type { MoneyDesk } from './spend';
import type { Tried } from './trail';

/** What a skill may do once it knows everything. */
export interface Tools {
  readonly say: (message: Message | string) => void;
  /** Changes the world outside once per message and step, however often the turn runs; see `state/effects.ts`. */
  readonly effect: <R>(step: string, schema: z.ZodType<R>, act: () => Promise<R>, policy: 'repeat' | 'never') => Promise<Effected<R>>;
  /** Puts an event into this conversation's mailbox; `step` makes its id, so that a second run posts nothing twice. */
  readonly post: (step: string, event: { readonly name: string; readonly value: unknown }) => Promise<void>;
  /** Like `post`, but apart from this conversation: nobody waits for it, nothing can be said, and how long it takes shows nowhere. */
  readonly apart: (step: string, event: { readonly name: string; readonly value: unknown }) => Promise<void>;
  /** Like `post`, at a later moment, epoch ms: what it does must be true by then, too. Lost if the turn is. */
  readonly ring: (step: string, at: number, event: { readonly name: string; readonly value: unknown }) => void;
  readonly session: SessionDesk;
  /** Keeps what was tried, in Spanish and with its result, for the person who may take over: "Reinició el módem: volvió sin señal". */
  readonly tried: (what: Tried) => void;
  /** The answer to the question of recommendation, or why. */
  readonly scored: (what: { readonly why: string }) => void;
  /** Orders, and the line's operations. */
  readonly money: MoneyDesk;
  /** From now on what the customer writes is for a person, who reads it on this case; see {@link Attended}. */
  readonly handOver: (to: HandedOver) => void;
  /** Makes ids that are the same at every run of this turn. */
  readonly id: (step: string) => string;
}

/** Who is signed in in this chat. */
export interface SessionDesk {
  /** Contracts that are signed in, with their levels. */
  readonly homes: () => readonly { readonly contract: string; readonly level: 1 | 2 }[];
  /** The contract we speak of. */
  readonly home: () => string | undefined;
  /** Contract and document matched; `others` are of the same holder. */
  readonly enterHome: (contract: string, others: readonly string[]) => void;
  /** A code to their phone on file was typed: level 2. */
  readonly raiseHomes: (contracts: readonly string[]) => void;
  readonly chooseHome: (contract: string) => void;
  readonly leaveHome: (contract: string) => void;
  /** What the flow that waits for this one is about, where it could be either. */
  readonly speakOf: (kind: 'mobile' | 'home', number?: string) => void;
  readonly lines: () => readonly string[];
  readonly current: () => string | undefined;
  readonly signIn: (msisdn: string) => void;
  readonly choose: (msisdn: string) => void;
  /** How long the customer has not written, ms. */
  readonly idleMs: () => number;
  /** All lines when none is named. */
  readonly signOut: (msisdn?: string) => void;
}
