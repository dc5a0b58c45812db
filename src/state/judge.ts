import { setTimeout as sleep } from 'node:timers/promises';
import type { Mailbox, Outcome, Turn } from './mailbox';
import type { Report } from './outbox';

/** Runs of one message that end with an error, and that end with the death of the process; then it is set aside. */
const MOST = { throws: 4, deaths: 10 };
/** How long a suspect that hangs keeps the others waiting, ms. */
const LONGEST_ALONE_MS = 60_000;

/**
 * One turn. It changes nothing but through its outcome and through effects, so that it can be run again.
 * `lost()` turns true when somebody else took over: what is begun after that is in vain.
 */
export type Handle = (turn: Turn & { readonly message: string }, lost: () => boolean) => Promise<Outcome>;

/** The handler's own error (its cause), not one of the mailbox. */
export class HandlerError extends Error {}

export interface JudgeParts {
  readonly mailbox: Pick<Mailbox, 'hold'>;
  readonly handle: Handle;
  /** Said for a message that was set aside. It may read the state, but nothing promises that there is one. Must not throw. */
  readonly apology: (turn: Turn) => readonly string[];
  readonly leaseMs: number;
  readonly report: Report;
}

/**
 * Decides how a message is run: at once, alone when it may have killed a process, or not at all any more.
 * Undefined: somebody else has the turn now. Throws a {@link HandlerError} when the handler throws.
 */
export function judge({ mailbox, handle, apology, leaseMs, report }: JudgeParts) {
  const alone = line();
  const handled = (turn: Turn & { readonly message: string }, lost: () => boolean): Promise<Outcome> =>
    handle(turn, lost).catch((cause: unknown) => {
      throw new HandlerError('the handler threw', { cause });
    });
  return (turn: Turn, lost: () => boolean): Promise<Outcome | undefined> => {
    const { conversation, number, message, tries, throws, state } = turn;
    const reason = whyAside(turn);
    if (message === undefined || reason !== undefined) {
      report('message.set-aside', { conversation, number, tries, throws, reason });
      return Promise.resolve({ state, replies: apology(turn), aside: reason ?? 'unreadable' });
    }
    if (!turn.suspect) return handled({ ...turn, message }, lost);
    return alone(async () => ((await mailbox.hold(turn, leaseMs, 'begun')) ? handled({ ...turn, message }, lost) : undefined));
  };
}

function whyAside({ message, tries, throws }: Turn): string | undefined {
  if (message === undefined) return 'unreadable';
  if (throws >= MOST.throws) return `${throws} errors`;
  if (tries - throws >= MOST.deaths) return `${tries - throws} deaths`;
  return undefined;
}

/** One suspect at a time, and counted only when it begins: those who wait with it are innocent of what it does. */
function line() {
  let last: Promise<unknown> = Promise.resolve();
  return <T>(act: () => Promise<T>): Promise<T> => {
    const mine = last.then(act);
    const over = mine.catch(() => {});
    last = Promise.race([over, sleep(LONGEST_ALONE_MS, undefined, { ref: false })]);
    return mine;
  };
}
