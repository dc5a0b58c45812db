import { z } from 'zod';
import { keyOf } from './keys';
import type { Store } from './redis-mailbox';

/** A customer's file waits so long for a case, in ms: a weekend. */
const KEEP_MS = 3 * 24 * 3_600_000;

interface KeptFile {
  readonly name: string;
  readonly contentType: string;
  readonly bytes: Buffer;
}

const Head = z.object({ name: z.string(), contentType: z.string() });
const PART = 'file:';

/** Customers' files, sealed, with their conversation; gone once a ticket has them, and in three days anyway. */
export interface CaseFiles {
  put(conversation: string, id: string, file: KeptFile): Promise<void>;
  get(conversation: string, id: string): Promise<KeptFile | undefined>;
  drop(conversation: string, id: string): Promise<void>;
}

export function caseFiles({ redis, vault, unreadable = () => {} }: Store): CaseFiles {
  const key = (conversation: string, id: string): string => keyOf(conversation, PART + id);
  return {
    async put(conversation, id, { name, contentType, bytes }) {
      const plain = `${JSON.stringify({ name, contentType })}\n${bytes.toString('base64')}`;
      await redis.client.set(key(conversation, id), vault.seal(plain, [conversation, 'file', id]), 'PX', KEEP_MS);
    },
    async get(conversation, id) {
      const sealed = await redis.client.get(key(conversation, id));
      if (sealed === null) return undefined;
      try {
        const plain = vault.open(sealed, [conversation, 'file', id]);
        const end = plain.indexOf('\n');
        return { ...Head.parse(JSON.parse(plain.slice(0, end))), bytes: Buffer.from(plain.slice(end + 1), 'base64') };
      } catch (error) {
        return void unreadable(conversation, error);
      }
    },
    drop: async (conversation, id) => void (await redis.client.del(key(conversation, id))),
  };
}
