import { Cluster } from 'ioredis';
import { z } from 'zod';
import type { RedisConnection } from './redis';
import { script } from './scripts';

/** What is due in one index (a sorted set by time), `most` at once. */
export type Due = (index: string) => Promise<readonly string[]>;

const Found = z.array(z.array(z.string()));
type Asked = { readonly index: string; readonly resolve: (found: readonly string[]) => void; readonly reject: (error: unknown) => void };

/**
 * Looks into indexes of due work. Who sweeps looks into all 256 in the same moment: that is one round trip, unless they lie on several nodes.
 *
 * @param most how many of each are told
 */
export function dueIn(redis: RedisConnection, most: number): Due {
  const look = script(redis, 'due');
  let isSpread = redis.client instanceof Cluster;
  let asked: Asked[] = [];

  const read = async (indexes: readonly string[]): Promise<readonly string[][]> => Found.parse(await look(indexes, [most]));
  const each = async (indexes: readonly string[]): Promise<readonly string[][]> =>
    (await Promise.all(indexes.map((index) => read([index])))).flatMap((found) => found);
  const all = async (indexes: readonly string[]): Promise<readonly string[][]> => {
    if (isSpread) return each(indexes);
    return read(indexes).catch((error: unknown) => {
      // One address may stand for many nodes.
      if (!(error instanceof Error) || !error.message.includes('CROSSSLOT')) throw error;
      isSpread = true;
      return each(indexes);
    });
  };
  const flush = (): void => {
    const now = asked;
    asked = [];
    all(now.map(({ index }) => index)).then(
      (found) => now.forEach(({ resolve }, at) => resolve(found[at] ?? [])),
      (error: unknown) => now.forEach(({ reject }) => reject(error)),
    );
  };
  return (index) =>
    new Promise((resolve, reject) => {
      if (asked.push({ index, resolve, reject }) === 1) queueMicrotask(flush);
    });
}
