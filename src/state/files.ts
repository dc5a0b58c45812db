import { z } from 'zod';
import { keyOf } from './keys';
import type { RedisConnection } from './redis';
import type { Vault } from './seal';

const LIFE_MS = 24 * 3_600_000; // as Direct Line keeps an upload
const Kept = z.object({ name: z.string(), contentType: z.string(), body: z.string() });

/** A customer's file. Its kind was judged by its first bytes before it came here. */
export interface KeptFile {
  readonly name: string;
  readonly contentType: string;
  readonly bytes: Buffer;
}

/** Files of a conversation, sealed, for a day. */
export interface FileStore {
  /** The same id again replaces the same file. Throws while Redis is away. */
  put(conversation: string, id: string, file: KeptFile): Promise<void>;
  /** Undefined when it is gone. */
  get(conversation: string, id: string): Promise<KeptFile | undefined>;
}

export function fileStore({ redis, vault }: { readonly redis: RedisConnection; readonly vault: Vault }): FileStore {
  const nameOf = (conversation: string, id: string): string => keyOf(conversation, `file:${id}`);
  return {
    async put(conversation, id, { name, contentType, bytes }) {
      const text = JSON.stringify({ name, contentType, body: bytes.toString('base64') } satisfies z.infer<typeof Kept>);
      await redis.client.set(nameOf(conversation, id), vault.seal(text, [conversation, 'file', id]), 'PX', LIFE_MS);
    },
    async get(conversation, id) {
      const sealed = await redis.client.get(nameOf(conversation, id));
      if (sealed === null) return undefined;
      const { body, ...file } = Kept.parse(JSON.parse(vault.open(sealed, [conversation, 'file', id])));
      return { ...file, bytes: Buffer.from(body, 'base64') };
    },
  };
}
