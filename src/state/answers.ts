import { z } from 'zod';
import { hearConversation } from './events';
import { answerKey, digest } from './keys';
import { opener, type Store } from './redis-mailbox';
import { about } from './rows';
import { script } from './scripts';
import type { Subscriber } from './subscriber';

/**
 * The replies to one delivery, for callers that wait for them in their own request (`wantsAnswer`).
 * Replies that are kept as an answer are not sent again through the outbox; those of a caller that stopped waiting are.
 */
export interface Answers {
  /** The replies, if the delivery has been handled; kept for 5 minutes, so that a repeated delivery gets them again. */
  answerOf(conversation: string, id: string): Promise<readonly string[] | undefined>;
  /**
   * Waits up to `ms` (10 s at most) for the answer, whichever process gives it. Undefined: it takes longer, and goes out through
   * the outbox when it comes. Throws when Redis is away at the end.
   */
  awaitAnswer(conversation: string, id: string, ms: number): Promise<readonly string[] | undefined>;
}

/** Longer than anybody waits, so that a late answer is known to be late. */
const LATE_MS = 60_000;
const LATE = 'late';
const Replies = z.array(z.string());

/** Answers as the commit of `redis-mailbox.ts` keeps them. */
export function answers(store: Store, subscriber: Subscriber): Answers {
  const { redis } = store;
  const open = opener(store);
  const forgo = script(redis, 'forgo-answer');

  const repliesOf = (conversation: string, delivery: string, kept: string | null): readonly string[] | undefined => {
    if (kept === null || kept === LATE) return undefined;
    const text = open(conversation, kept, about.answer(conversation, delivery));
    return text === undefined ? undefined : Replies.parse(JSON.parse(text));
  };
  const kept = (conversation: string, delivery: string): Promise<string | null> => redis.client.get(answerKey(conversation, delivery));

  return {
    answerOf: async (conversation, id) => repliesOf(conversation, digest(id), await kept(conversation, digest(id))),
    async awaitAnswer(conversation, id, ms) {
      const delivery = digest(id);
      const bell = alarm(ms);
      const stop = await hearConversation(subscriber, conversation, (event) => {
        if (!event || event.answered === delivery) bell.ring();
      });
      try {
        for (;;) {
          const found = await kept(conversation, delivery).catch(() => null);
          if (found !== null) return repliesOf(conversation, delivery, found);
          if (!(await bell.rang())) break;
        }
        return repliesOf(
          conversation,
          delivery,
          z
            .string()
            .nullable()
            .parse(await forgo([answerKey(conversation, delivery)], [LATE_MS])),
        );
      } finally {
        stop();
        bell.stop();
      }
    },
  };
}

/** A bell that may ring several times until `ms` are over. `rang` resolves at the next ring, to false at the end. */
function alarm(ms: number) {
  let rung = false;
  let over = false;
  let wake = (): void => {};
  const end = setTimeout(() => {
    over = true;
    wake();
  }, ms);
  return {
    ring: () => {
      rung = true;
      wake();
    },
    rang: async (): Promise<boolean> => {
      if (!rung && !over) await new Promise<void>((resolve) => (wake = resolve));
      const heard = rung;
      rung = false;
      return heard;
    },
    stop: () => clearTimeout(end),
  };
}
