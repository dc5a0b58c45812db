import { createHmac } from 'node:crypto';
import { z } from 'zod';
import type { RedisConnection } from './redis';
import type { Vault } from './seal';

const LIFE_MS = 24 * 3_600_000;
const Kept = z.object({ value: z.string(), at: z.number() });

/** The last good answer of a backend, to be shown with its age when the backend is away. */
export interface LastKnown {
  get(key: string): Promise<{ readonly value: string; readonly at: number } | undefined>;
  put(key: string, value: string, at: number): Promise<void>;
}

/** Sealed, for a day. Keys speak of lines and people: Redis sees an HMAC of them. */
export function lastKnown({ redis, vault, pepper }: { readonly redis: RedisConnection; readonly vault: Vault; readonly pepper: string }): LastKnown {
  const nameOf = (key: string): string => `known:${createHmac('sha256', pepper).update(key).digest('base64url').slice(0, 22)}`;
  return {
    async get(key) {
      const name = nameOf(key);
      const sealed = await redis.client.get(name);
      return sealed === null ? undefined : Kept.parse(JSON.parse(vault.open(sealed, ['known', name])));
    },
    async put(key, value, at) {
      const name = nameOf(key);
      await redis.client.set(name, vault.seal(JSON.stringify({ value, at }), ['known', name]), 'PX', LIFE_MS);
    },
  };
}
