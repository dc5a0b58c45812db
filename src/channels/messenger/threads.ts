import { z } from 'zod';
import type { Beside } from '../../state/beside';
import { progressIn, type Progress } from '../progress';
import type { Thread } from './receive';

/**
 * What is kept of a thread: where it is, when the customer wrote last, and since when a person of the page's inbox holds it (epoch ms). `passed`: by Meta's
 * routing, so that nobody else may speak there. `asked`: whoever holds it was asked to give it back.
 */
const Kept = z.object({
  ...{ page: z.string(), psid: z.string(), at: z.number() },
  ...{ person: z.number().optional(), passed: z.boolean().optional(), asked: z.boolean().optional() },
});
export type Kept = z.infer<typeof Kept>;

export interface Threads extends Progress {
  /** As it was when this process last saw it, without asking Redis: where it is never changes, and the customer wrote then or later. */
  near(conversation: string): Promise<Kept | undefined>;
  /** Throws while Redis is away. */
  of(conversation: string): Promise<Kept | undefined>;
  /** @param known what was kept until now: nothing is written that says the same */
  keep(conversation: string, thread: Kept, known: Kept | undefined): Promise<void>;
}

const NAME = 'reference';
/** Longer than anything waits to be told. */
const LIFE_MS = 8 * 24 * 3_600_000;
/** Threads at hand; beyond, the one not used for longest is read again from Redis. */
const AT_HAND = 5_000;
/** The moment of the last message is kept as exactly as this, ms. */
const AT_MS = 60_000;
/** A person who does not go on for so long has left the thread, ms. */
const PERSON_MS = 12 * 3_600_000;

/** What is kept of whoever else has the thread. */
const OF_HOLDER = ['person', 'passed', 'asked'] as const;

/** Threads, sealed beside their conversations. */
export function threads(store: Beside): Threads {
  const read = async (conversation: string): Promise<Kept | undefined> => {
    const text = await store.get(conversation, NAME);
    return text === undefined ? undefined : Kept.parse(JSON.parse(text));
  };
  const atHand = new Map<string, Kept>();
  const remember = (conversation: string, thread: Kept): void => {
    atHand.delete(conversation);
    atHand.set(conversation, thread);
    const [oldest] = atHand.keys();
    if (atHand.size > AT_HAND && oldest !== undefined) atHand.delete(oldest);
  };
  const of = async (conversation: string): Promise<Kept | undefined> => {
    const thread = await read(conversation);
    if (thread) remember(conversation, thread);
    return thread;
  };
  return {
    of,
    near: async (conversation) => atHand.get(conversation) ?? of(conversation),
    async keep(conversation, thread, known) {
      remember(conversation, thread);
      const isSame = known !== undefined && OF_HOLDER.every((each) => known[each] === thread[each]) && Math.abs(known.at - thread.at) < AT_MS;
      if (!isSame) await store.put(conversation, NAME, JSON.stringify(thread), LIFE_MS);
    },
    ...progressIn(store),
  };
}

/** Whether a person of the page's inbox answers now. */
export const isHeld = ({ person }: Kept, now: number): boolean => person !== undefined && now - person < PERSON_MS;
export const threadOf = ({ page, psid }: Thread, at: number): Kept => ({ page, psid, at });
