import { SHARDS } from './keys';
import { dueKey, ledgerKeys } from './ledger-keys';
import type { RedisConnection } from './redis';

/** Unfinished orders of one shard that are looked at: there are more only when a backend has been down for long, and then the alert rings anyway. */
const LOOKED_AT = 50;

/** Orders whose outcome nobody knows yet, of all processes, from the ledger itself; at least, when a shard has more than {@link LOOKED_AT} unfinished ones. */
export async function inDoubt({ client }: Pick<RedisConnection, 'client'>): Promise<number> {
  const shards = await Promise.all(
    Array.from({ length: SHARDS }, async (_, shard) => {
      const members = await client.zrange(dueKey(shard), '0', `${LOOKED_AT - 1}`);
      const states = await Promise.all(members.map((member) => client.hget(ledgerKeys(member)[0], 'state')));
      return states.filter((state) => state === 'unknown').length;
    }),
  );
  return shards.reduce((sum, each) => sum + each, 0);
}
