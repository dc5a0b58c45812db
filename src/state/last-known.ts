import { createHmac } from 'node:crypto';
import { z } from 'zod';
import type { RedisConnection } from './redis';
import type { Vault } from './seal';

const LIFE_MS = 24 * 3_600_000;
const Kept = z.object({ value: z.string(), at: z.number() });
type Kept = z.infer<typeof Kept>;

/** The last good answer of a backend, to be shown with its age when the backend is away. */
export interface LastKnown {
  /** @param key `what:whom`, e.g. `prepaid:50255550101` */
  get(key: string): Promise<Kept | undefined>;
  put(key: string, value: string, at: number): Promise<void>;
  /** What is kept under a name that Redis knows: see {@link knownOf}. */
  open(name: string): Promise<Kept | undefined>;
}

const macOf = (pepper: string, text: string): string => createHmac('sha256', pepper).update(text).digest('base64url').slice(0, 22);

/** With what the names of all that is known of somebody begin. */
export const knownOf = (pepper: string, whom: string): string => `known:${macOf(pepper, whom)}:`;

/** Sealed, for a day. Keys speak of lines and people: Redis sees an HMAC of whom, and one of what. */
export function lastKnown({ redis, vault, pepper }: { readonly redis: RedisConnection; readonly vault: Vault; readonly pepper: string }): LastKnown {
  const nameOf = (key: string): string => knownOf(pepper, key.slice(key.indexOf(':') + 1)) + macOf(pepper, key);
  const open = async (name: string): Promise<Kept | undefined> => {
    const sealed = await redis.client.get(name);
    return sealed === null ? undefined : Kept.parse(JSON.parse(vault.open(sealed, ['known', name])));
  };
  return {
    open,
    get: (key) => open(nameOf(key)),
    async put(key, value, at) {
      const name = nameOf(key);
      await redis.client.set(name, vault.seal(JSON.stringify({ value, at }), ['known', name]), 'PX', LIFE_MS);
    },
  };
}
