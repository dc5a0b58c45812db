import { keyOf } from './keys';
import { opener, type Store } from './redis-mailbox';

/** Small things that a channel keeps beside a conversation: sealed, and in the conversation's own slot. */
export interface Beside {
  /** Replaces what was kept. Throws within 0.5 s while Redis is away. */
  put(conversation: string, what: string, text: string, ttlMs: number): Promise<void>;
  /** Undefined when there is nothing, or nothing that can still be opened. */
  get(conversation: string, what: string): Promise<string | undefined>;
}

export function beside(store: Store): Beside {
  const { redis, vault } = store;
  const open = opener(store);
  return {
    put: async (conversation, what, text, ttlMs) =>
      void (await redis.client.set(keyOf(conversation, what), vault.seal(text, [conversation, what]), 'PX', ttlMs)),
    get: async (conversation, what) => {
      const sealed = await redis.client.get(keyOf(conversation, what));
      return sealed === null ? undefined : open(conversation, sealed, [conversation, what]);
    },
  };
}
