import { z } from 'zod';
import type { Beside } from '../../state/beside';

/** Longer than anything waits to be told. */
const LIFE_MS = 8 * 24 * 3_600_000;
/** Longer than a reply is tried. */
const PROGRESS_MS = 15 * 60_000;
const NAME = 'reference';
const PROGRESS = 'sending';

const Holder = z.object({ holds: z.boolean() });
const Progress = z.object({ number: z.number(), sent: z.number() });

/** Who may speak in a conversation, and how far a reply of several messages was sent. */
export interface Holders {
  /** Undefined: nobody wrote there lately. */
  holds(conversation: string): Promise<boolean | undefined>;
  keep(conversation: string, holds: boolean): Promise<void>;
  sent(conversation: string, number: number): Promise<number>;
  progress(conversation: string, number: number, sent: number): Promise<void>;
}

/** Kept beside their conversations. */
export function holders(store: Beside): Holders {
  const read = async <T>(conversation: string, name: string, schema: z.ZodType<T>): Promise<T | undefined> => {
    const text = await store.get(conversation, name);
    return text === undefined ? undefined : schema.safeParse(JSON.parse(text)).data;
  };
  return {
    holds: async (conversation) => (await read(conversation, NAME, Holder))?.holds,
    keep: (conversation, holds) => store.put(conversation, NAME, JSON.stringify({ holds }), LIFE_MS),
    sent: async (conversation, number) => {
      const known = await read(conversation, PROGRESS, Progress);
      return known?.number === number ? known.sent : 0;
    },
    progress: (conversation, number, sent) => store.put(conversation, PROGRESS, JSON.stringify({ number, sent }), PROGRESS_MS),
  };
}
