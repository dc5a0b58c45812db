import { z } from 'zod';
import type { Beside } from '../../state/beside';
import type { Thread } from './receive';

/** What is kept of a thread: where it is, when the customer wrote last, and since when a person of the page's inbox holds it (epoch ms). */
const Kept = z.object({ page: z.string(), psid: z.string(), at: z.number(), person: z.number().optional() });
export type Kept = z.infer<typeof Kept>;

export interface Threads {
  /** Throws while Redis is away. */
  of(conversation: string): Promise<Kept | undefined>;
  /** @param known what was kept until now: nothing is written that says the same */
  keep(conversation: string, thread: Kept, known: Kept | undefined): Promise<void>;
  /** How many messages of a reply with several have gone out; 0 for every other reply. */
  sent(conversation: string, number: number): Promise<number>;
  progress(conversation: string, number: number, sent: number): Promise<void>;
}

const NAME = 'reference';
const PROGRESS = 'sending';
/** Longer than anything waits to be told. */
const LIFE_MS = 8 * 24 * 3_600_000;
/** Longer than a reply is tried. */
const PROGRESS_MS = 15 * 60_000;
/** The moment of the last message is kept as exactly as this, ms. */
const AT_MS = 60_000;
/** A person who does not go on for so long has left the thread, ms. */
const PERSON_MS = 12 * 3_600_000;

const Progress = z.object({ number: z.number(), sent: z.number() });

/** Threads, sealed beside their conversations. */
export function threads(store: Beside): Threads {
  const read = async (conversation: string): Promise<Kept | undefined> => {
    const text = await store.get(conversation, NAME);
    return text === undefined ? undefined : Kept.parse(JSON.parse(text));
  };
  return {
    of: read,
    async keep(conversation, thread, known) {
      const isSame = known !== undefined && known.person === thread.person && Math.abs(known.at - thread.at) < AT_MS;
      if (!isSame) await store.put(conversation, NAME, JSON.stringify(thread), LIFE_MS);
    },
    async sent(conversation, number) {
      const text = await store.get(conversation, PROGRESS);
      const known = text === undefined ? undefined : Progress.safeParse(JSON.parse(text)).data;
      return known?.number === number ? known.sent : 0;
    },
    progress: (conversation, number, sent) => store.put(conversation, PROGRESS, JSON.stringify({ number, sent }), PROGRESS_MS),
  };
}

/** Whether a person of the page's inbox answers now. */
export const isHeld = ({ person }: Kept, now: number): boolean => person !== undefined && now - person < PERSON_MS;
export const threadOf = ({ page, psid }: Thread, at: number): Kept => ({ page, psid, at });
