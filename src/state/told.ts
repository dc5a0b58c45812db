import type { ToldBook } from '../integrations/agents/port';
import type { RedisConnection } from './redis';

/** Longer than a ticket that may still be answered, ms. */
const KEEP_MS = 90 * 24 * 3_600_000;
/** Numbers only: what was said is not here. */
const keyOf = (ticket: string): string => `told:${ticket}`;

/** {@link ToldBook} in Redis: which turn told what of a ticket. */
export const toldBook = ({ client }: RedisConnection): ToldBook => ({
  async claim(ticket, ids, by) {
    const key = keyOf(ticket);
    const mine: string[] = [];
    for (const id of ids) {
      const isFirst = (await client.hsetnx(key, id, by)) === 1;
      if (isFirst || (await client.hget(key, id)) === by) mine.push(id);
    }
    if (ids.length > 0) await client.pexpire(key, KEEP_MS);
    return mine;
  },
  async release(ticket, id) {
    await client.hdel(keyOf(ticket), id);
  },
});
