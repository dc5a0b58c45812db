import type { Mailbox, Pen } from './mailbox';
import { persist } from './persist';

/** Sendings of one reply; with the pauses below, about four minutes. */
const SENDINGS = 8;
const PAUSE_MS = { first: 1_000, least: 50, most: 120_000 };

/** What became of one sending. `retry`: it may pass (no answer, 429, 5xx). `gaveUp`: it never will (the customer blocked us), and why. */
export type Sent = 'delivered' | { readonly retry: string; readonly afterMs?: number } | { readonly gaveUp: string };

/** Sends one reply. `number` rises by one per reply of a conversation: an id that a channel or a page can drop repeats by. */
export type Send = (conversation: string, number: number, reply: string) => Promise<Sent>;

/** Told of what somebody may want to know: a stable name, and details without personal data. */
export type Report = (event: string, detail: object) => void;

export interface Outbox {
  /** Sends, in order and at least once, until the outbox is empty or must pause. Never throws. */
  deliver(pen: Pen): Promise<void>;
}

/** @param pauseMs back-off between sendings: full jitter, doubling; a `retry` with `afterMs` knows better */
export function outbox({
  mailbox,
  send,
  leaseMs,
  pauseMs = PAUSE_MS,
  report,
}: {
  mailbox: Pick<Mailbox, 'settle'>;
  send: Send;
  leaseMs: number;
  pauseMs?: { first: number; least: number; most: number };
  report: Report;
}): Outbox {
  const attempt = async (conversation: string, number: number, text: string | undefined, tries: number): Promise<Sent> => {
    if (text === undefined) return { gaveUp: 'unreadable' };
    const sent = await send(conversation, number, text).catch((error: unknown): Sent => ({ retry: String(error) }));
    return sent !== 'delivered' && 'retry' in sent && tries >= SENDINGS ? { gaveUp: `${tries} times: ${sent.retry}` } : sent;
  };
  /** Full jitter: https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter */
  const pauseAfter = (tries: number): number => Math.max(pauseMs.least, Math.random() * Math.min(pauseMs.most, pauseMs.first * 2 ** tries));

  /** Sends what the pen shows; resolves to what it shows next. */
  const batch = async (pen: Pen): Promise<Pen | undefined> => {
    const { conversation, replies, last } = pen;
    const since = Date.now();
    const settle = (upTo: number, more?: { gaveUp?: string; pauseMs?: number }) => persist(() => mailbox.settle(pen, upTo, more), leaseMs);
    for (const [index, { number, text }] of replies.entries()) {
      const tries = index ? 1 : pen.tries;
      const sent = await attempt(conversation, number, text, tries);
      if (sent === 'delivered') {
        if (number < last && Date.now() - since > leaseMs / 3) return settle(number); // a slow channel: renew before it is late
        continue;
      }
      report('gaveUp' in sent ? 'reply.gave-up' : 'reply.retry', { conversation, number, tries, ...sent });
      return 'gaveUp' in sent ? settle(number, sent) : settle(number - 1, { pauseMs: sent.afterMs ?? pauseAfter(tries) });
    }
    return settle(last);
  };

  return {
    async deliver(pen) {
      try {
        for (let next: Pen | undefined = pen; next;) next = await batch(next);
      } catch (error) {
        report('outbox.left-to-sweeper', { conversation: pen.conversation, error: String(error) });
      }
    },
  };
}
