import { z } from 'zod';
import type { RedisConnection } from './redis';
import { script } from './scripts';

/** A customer's file waits so long for a case, in ms: a weekend. */
export const FILES_MS = 3 * 24 * 3_600_000;
/** Bytes of all customers' files that wait, as Redis keeps them: about 600 MB of photos. A Redis that is full takes no message and no money. */
const FILES_BYTES = 1024 ** 3;
/** What Redis needs beside a file's bytes, about. */
const BESIDE_BYTES = 4_096;
/** Files looked at in one script: nobody waits for a long one. */
const AT_ONCE = 100;
const KEYS = ['{files}:waiting', '{files}:sizes', '{files}:sum'] as const;

/** How much room customers' files take, all together. Anybody may send one, without saying who they are. */
export interface FilesRoom {
  /** Before a file is kept: those that waited longest go where it would be too much. */
  make(key: string, bytes: number): Promise<void>;
  /** A file is gone. */
  free(key: string): Promise<void>;
}

export function filesRoom(redis: RedisConnection, mostBytes = FILES_BYTES): FilesRoom {
  const run = script(redis, 'otp-common', 'files-room');
  const ask = async (key: string, bytes: number): Promise<readonly string[]> =>
    z.array(z.string()).parse(await run(KEYS, ['', key, bytes, mostBytes, FILES_MS, AT_ONCE]));
  return {
    async make(key, bytes) {
      const gone = await ask(key, bytes + BESIDE_BYTES);
      await Promise.all(gone.map((each) => redis.client.del(each)));
    },
    free: async (key) => void (await ask(key, 0)),
  };
}
