import { digest } from './keys';
import type { RedisConnection } from './redis';

/** Things that may happen once, whichever process is asked. */
export interface Once {
  /** True for the first who asks for `name` within `ttlMs`, false for all others. Throws within 0.5 s while Redis is away. */
  first(name: string, ttlMs: number): Promise<boolean>;
}

/** {@link Once} in Redis: names are digested, and forgotten after their time. */
export const once = ({ client }: RedisConnection): Once => ({
  first: async (name, ttlMs) => (await client.set(`once:${digest(name)}`, '1', 'PX', ttlMs, 'NX')) === 'OK',
});
