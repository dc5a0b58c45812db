/** The same words three times: as they were written, without digits (a code is asked for), and all hidden (a password). */
export interface Echo {
  readonly plain: string;
  readonly digitless: string;
  readonly masked: string;
}

/** What a question awaits, as far as it matters to what is kept; as `lua/accept.lua` counts. */
export const ASKED = { nothing: 0, phone: 1, code: 2, number: 3, other: 4, secret: 5 } as const;
export type Asked = keyof typeof ASKED;

/** What stands in the place of a message that must not be kept: in the mailbox, and in the log. */
export interface Instead {
  readonly message: string;
  /** As {@link Echo.plain}. */
  readonly echo: string;
}

/** Digits of a message that may be part of something written over several messages, of which nothing may be kept. */
export interface Part {
  /** What a later message may go on with; kept sealed for ten minutes. Undefined: nothing. */
  readonly digits: string | undefined;
  /** Open questions that this message would answer by itself: then it goes on with nothing. */
  readonly answers: readonly Asked[];
  /** Of the digits of the messages before (oldest first), how many of the newest make one thing with this message; 0: none. */
  readonly joins: (earlier: readonly string[]) => number;
  /** What is kept instead of this message when it joins; `since` is the delivery of the first of those it joins. */
  readonly instead: (since: string) => Instead;
  /** What is kept instead of each of those. */
  readonly before: Instead;
}

/** Something that happened in a conversation: a customer's message, or an event of our own with an id that repeats. */
export interface Delivery {
  /** Channel and conversation, e.g. `messenger:1234`, `web:abcd`. */
  readonly conversation: string;
  /** What the channel calls this delivery. The same id within 24 h is a duplicate. */
  readonly id: string;
  /** The arrival as text, usually JSON. Sealed before it is stored. */
  readonly message: string;
  /** How the log shows what the customer wrote, by what the open question hides. Log mode only. */
  readonly echo?: Echo;
  /** It is a code and nothing else: when no question is open, the log shows it without its digits. */
  readonly isCode?: boolean;
  readonly part?: Part | undefined;
  /** The caller waits for the replies to this very delivery: see {@link Answers}. */
  readonly wantsAnswer?: boolean;
}

/**
 * What became of a delivery. `granted`: its conversation's turn is ours. `queued`: kept; somebody else has the turn.
 * `duplicate`: known. `full`: {@link MAIL_CAP} messages wait already, this one was not kept.
 */
export interface Accepted {
  readonly status: 'granted' | 'queued' | 'duplicate' | 'full';
  /** The right to the *oldest* waiting message. Any delivery, also a repeated one, revives a conversation that nobody runs. */
  readonly turn: Turn | undefined;
  /** Where the echo stands in the log; for a duplicate, where it already stood. */
  readonly position: number | undefined;
}

/** Messages that may wait in one conversation. As in `lua/accept.lua`. */
export const MAIL_CAP = 50;

/** The right to handle one message. Whoever has it may commit, until the fence rises. */
export interface Turn {
  readonly conversation: string;
  readonly fence: number;
  /** Rises by one per message; begins at the clock (ms) when the conversation is born. The same at every run, so ids made from it survive a crash. */
  readonly number: number;
  /** Runs begun before this one. */
  readonly tries: number;
  /** How many of `tries` ended with an error; the others ended with the death of their process. */
  readonly throws: number;
  /** It may have killed a process: run it alone, and count the run when it begins ({@link Mailbox.hold}). */
  readonly suspect: boolean;
  /** Digest of the delivery's id. */
  readonly delivery: string;
  /** Somebody waits for the answer to this delivery. */
  readonly wanted: boolean;
  /** Undefined when what is stored can no longer be opened: nothing to run, only to set aside. */
  readonly message: string | undefined;
  /** What the last commit kept. Undefined: a new conversation, an expired session, or one that cannot be opened. */
  readonly state: string | undefined;
  /** Number of the last reply written so far: the k-th reply of this turn gets `said + k`. */
  readonly said: number;
  /** Number of the last reply that had been delivered when this message was accepted. A "sí" is no consent to a later one. */
  readonly seen: number;
}

/** Rings once, at `at`, as a message of its conversation. The same `id` within 24 h rings once. */
export interface Timer {
  readonly id: string;
  /** Unix time, ms. */
  readonly at: number;
  readonly message: string;
}

/** What a turn leaves behind: all of it, or nothing. */
export interface Outcome {
  /** Undefined forgets the conversation's state. */
  readonly state: string | undefined;
  readonly replies: readonly string[];
  /** What of the customer's next words the log must not show: digits of a code, or everything. */
  readonly secret?: 'digits' | 'all' | undefined;
  /** What the open question awaits. */
  readonly asked?: Asked | undefined;
  /** Delivery of a message that is taken back: replies after it may repeat it, and the log drops them. Log mode only. */
  readonly unsays?: string | undefined;
  /** The log before this message is dropped: who comes to this conversation later does not read it. Log mode only. */
  readonly forgets?: boolean;
  readonly timers?: readonly Timer[];
  /** Set when the message was given up: why. The state stays as it was. */
  readonly aside?: string;
}

/** The right to send a conversation's replies, oldest first. Queue mode only. */
export interface Pen {
  readonly conversation: string;
  readonly pen: number;
  /** Sendings begun of the first reply, this one included. */
  readonly tries: number;
  /** What to send. A `text` is undefined when it can no longer be opened. */
  readonly replies: readonly { readonly number: number; readonly text: string | undefined }[];
  /** Settle up to here when all of `replies` are out. Also counts replies that went out as an answer. */
  readonly last: number;
}

/** What a commit or a claim gives: the next message, and the right to send. */
export interface Granted {
  readonly turn: Turn | undefined;
  readonly pen: Pen | undefined;
}

/**
 * A conversation's messages and replies: in order, one turn at a time, each message applied exactly once.
 *
 * Every method is one round trip and throws within 0.5 s while Redis is away. Two ways of delivery, by conversation:
 * *queue* sends replies out and forgets them (pen, `settle`); *log* keeps them for readers ({@link ActivityLog}), and sends nothing.
 */
export interface Mailbox {
  /** Resolves once the delivery is kept: only then may the channel be told 200. */
  accept(delivery: Delivery): Promise<Accepted>;
  /** Safe to repeat when its answer was lost. A stale turn writes nothing. */
  commit(turn: Turn, outcome: Outcome): Promise<Granted | 'stale'>;
  /**
   * Keeps the turn for `ms` more; 0 gives it to whoever comes. False when it is no longer ours.
   * `begun` counts the run of a suspect; `threw` says how the run ended; `unrun` takes a counted run back.
   */
  hold(turn: Turn, ms: number, note?: 'begun' | 'threw' | 'unrun'): Promise<boolean>;
  /** Replies up to `last` are settled; resolves to the next ones, unless there are none or `pauseMs` must pass. */
  settle(pen: Pen, last: number, more?: { readonly gaveUp?: string; readonly pauseMs?: number }): Promise<Pen | undefined>;
  /** Conversations of a shard (0 to 255) with work that nobody is doing. */
  overdue(shard: number): Promise<string[]>;
  /** Takes over what a dead or pausing process left, if nobody has it. */
  claim(conversation: string): Promise<Granted>;
}
