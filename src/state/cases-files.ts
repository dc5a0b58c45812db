import { z } from 'zod';
import { FILES_MS, filesRoom } from './files-room';
import { keyOf } from './keys';
import type { Store } from './redis-mailbox';

interface KeptFile {
  readonly name: string;
  readonly contentType: string;
  readonly bytes: Buffer;
}

const Head = z.object({ name: z.string(), contentType: z.string() });
const PART = 'file:';

/** Customers' files, sealed, with their conversation; gone once a ticket has them, in three days anyway, and sooner where too many came since. */
export interface CaseFiles {
  put(conversation: string, id: string, file: KeptFile): Promise<void>;
  get(conversation: string, id: string): Promise<KeptFile | undefined>;
  drop(conversation: string, id: string): Promise<void>;
}

/** @param mostBytes of all files together, as they are kept: those that waited longest go first */
export function caseFiles({ redis, vault, unreadable = () => {} }: Store, mostBytes?: number): CaseFiles {
  const room = filesRoom(redis, mostBytes);
  const key = (conversation: string, id: string): string => keyOf(conversation, PART + id);
  return {
    async put(conversation, id, { name, contentType, bytes }) {
      const plain = `${JSON.stringify({ name, contentType })}\n${bytes.toString('base64')}`;
      const sealed = vault.seal(plain, [conversation, 'file', id]);
      await room.make(key(conversation, id), sealed.length);
      await redis.client.set(key(conversation, id), sealed, 'PX', FILES_MS);
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
    async drop(conversation, id) {
      await redis.client.del(key(conversation, id));
      await room.free(key(conversation, id));
    },
  };
}
