import { z } from 'zod';
import type { Cases, NewCase } from '../integrations/cases/port';
import { digest } from './keys';
import { referenceOf } from './ledger-keys';
import type { Store } from './redis-mailbox';

/** How long a case is kept, in ms. */
const KEEP_MS = 90 * 24 * 3_600_000;
const INDEX = '{cases}:index';
const keyOf = (id: string): string => `{cases}:case:${id}`;

const Kept = z.object({
  ...{ topic: z.string(), reason: z.string(), line: z.exactOptional(z.string()), summary: z.string() },
  ...{ facts: z.record(z.string(), z.string()), promised: z.string(), reference: z.string(), at: z.number() },
});
export type Case = z.infer<typeof Kept> & { readonly id: string };

/** Cases in Redis, sealed, for people to take up. */
export interface CaseBook extends Cases {
  /** Newest first. What cannot be opened any more is left out. */
  list(most: number): Promise<Case[]>;
  /** Forgets these. */
  drop(ids: readonly string[]): Promise<void>;
}

/** @param pepper makes references, the same for the same key */
export function caseBook({
  redis,
  vault,
  unreadable = () => {},
  pepper,
  clock,
}: Store & { readonly pepper: string; readonly clock: () => number }): CaseBook {
  const opened = (id: string, sealed: string | null): Case[] => {
    if (sealed === null) return [];
    try {
      return [{ ...Kept.parse(JSON.parse(vault.open(sealed, ['case', id]))), id }];
    } catch (error) {
      unreadable('case', error);
      return [];
    }
  };
  return {
    async open(key, what) {
      const id = digest(key);
      const reference = referenceOf(pepper, 'case', id);
      const at = clock();
      const sealed = vault.seal(JSON.stringify({ ...plain(what), reference, at } satisfies z.infer<typeof Kept>), ['case', id]);
      const isNew = (await redis.client.set(keyOf(id), sealed, 'PX', KEEP_MS, 'NX')) !== null;
      await redis.client.zadd(INDEX, 'NX', at, id);
      await redis.client.zremrangebyscore(INDEX, '-inf', at - KEEP_MS);
      const [before] = isNew ? [] : opened(id, await redis.client.get(keyOf(id)));
      return { reference, ...(before && { since: before.at }) };
    },
    async list(most) {
      const ids = await redis.client.zrevrange(INDEX, 0, most - 1);
      const kept = await Promise.all(ids.map(async (id) => opened(id, await redis.client.get(keyOf(id)))));
      return kept.flat();
    },
    async drop(ids) {
      for (const id of ids) await redis.client.del(keyOf(id));
      if (ids.length > 0) await redis.client.zrem(INDEX, ...ids);
    },
  };
}

const plain = ({ topic, reason, line, summary, facts, promised }: NewCase): Omit<Case, 'reference' | 'at' | 'id'> => ({
  ...{ topic, reason, summary, facts: { ...facts }, promised },
  ...(line !== undefined && { line }),
});
