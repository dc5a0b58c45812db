import { z } from 'zod';
import type { Beside } from '../state/beside';

/** How far a reply of several messages has gone out: what was sent is not sent again when a later one must wait. Throws while Redis is away. */
export interface Progress {
  /** How many have gone out; 0 for every reply but the one that is under way. */
  sent(conversation: string, number: number): Promise<number>;
  progress(conversation: string, number: number, sent: number): Promise<void>;
}

const NAME = 'sending';
/** Longer than a reply is tried. */
const LIFE_MS = 15 * 60_000;
const Kept = z.object({ number: z.number(), sent: z.number() });

/** Kept beside the conversation. */
export const progressIn = (store: Beside): Progress => ({
  async sent(conversation, number) {
    const text = await store.get(conversation, NAME);
    const known = text === undefined ? undefined : Kept.safeParse(JSON.parse(text)).data;
    return known?.number === number ? known.sent : 0;
  },
  progress: (conversation, number, sent) => store.put(conversation, NAME, JSON.stringify({ number, sent }), LIFE_MS),
});
