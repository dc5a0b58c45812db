import type { Country } from '../../domain/countries';
import type { Point } from '../../domain/geo';
import type { Message, Tap } from '../../domain/message';
import type { Spent } from '../../domain/spending';
import type { ConversationRecord } from './record';
import type { LedgerDesk } from './spend';
import type { Tried } from './trail';
import type { Tools } from './tools';

/**
 * What one turn works with: what was said, what is remembered, and what is being said. It is made new for every turn; nothing
 * said here has been sent, and a turn that runs again starts from the same desk.
 */
export interface Desk extends Pick<Tools, 'effect' | 'post' | 'apart' | 'ring' | 'id' | 'say' | 'tried'> {
  readonly conversation: string;
  /** Number of the message in its conversation; the same at every run. */
  readonly number: number;
  /** Epoch ms. */
  readonly now: number;
  readonly country: Country;
  readonly brand: string;
  /** What the customer said, if this turn is about that. */
  readonly said: { readonly text: string; readonly tap?: Tap; readonly files: readonly string[]; readonly place?: Point };
  /** False when it was written before the last reply reached the customer: a "sí" is then no consent. */
  readonly delivered: boolean;
  readonly record: ConversationRecord;
  /** Collected, in order. */
  readonly replies: Message[];
  /** What will ring, as the mailbox takes it. */
  readonly rings: { readonly id: string; readonly at: number; readonly message: string }[];
  /** A short signature over what this bot made itself, to know it again. */
  readonly sign: (text: string) => string;
  /** Sends orders and knows what became of them. */
  readonly ledger: LedgerDesk;
  /** What runs here, as the build calls it. */
  readonly release: string;
  /** This message was run before, or may have been. */
  readonly rerun: boolean;
  /** Set by a flow whose open question did not understand the reply; `because` if it did, and refuses it; `orElse` is what that question says where nobody else hears it. */
  unheard?: { readonly because?: string | Message; readonly orElse?: { readonly question: string; readonly words: string | Message } };
  /** What the question that is gone back to says in place of its own words. */
  insists?: string | Message;
  /** The customer is angry in the middle of a question; true where that was not yet answered. */
  upset?: boolean;
  /** What was said so far is not to be read by whoever comes next. */
  forgets?: boolean;
  /** The customer just said which of the two the flow that waits is about. */
  speaks?: 'mobile' | 'home';
  /** The line (E.164 without `+`) or contract that the customer named with it. */
  named?: string;
  /** What was tried in this turn. */
  readonly marks: readonly Tried[];
  /** The question of recommendation was asked or answered in this turn. */
  nps?: { asked?: true; score?: number; why?: string };
  /** What became of the money that was moved in this turn. */
  spent?: Spent['status'];
  /** What customer and agents call that operation. */
  moved?: string;
  /** Something outside was to be changed in this turn, and the other side did not answer. */
  unsure?: boolean;
  /** A skill was begun in this turn. */
  began?: boolean;
  /** The last one that was: it may have ended at once. */
  begun?: string;
  /** What was said was not understood, or had to be asked back for: the word under which it is kept for who improves that. */
  noted?: string;
  /** The second wish of a message that was offered last, where the reply says neither yes nor no. */
  passedOver?: { readonly skill: string; readonly slots?: Readonly<Record<string, string>> | undefined };
  /** Skill whose last step was done in this turn. */
  finished?: string;
  /** Skill to do first; what is on the stack waits for it. */
  detour?: { readonly skill: string; readonly answers: Readonly<Record<string, unknown>> };
  /** Skill to start when the stack is empty, with what was said for it. */
  next?: { readonly skill: string; readonly slots?: Readonly<Record<string, string>> };
}
