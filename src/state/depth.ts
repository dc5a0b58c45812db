import { SHARDS, tagOf } from './keys';
import type { RedisConnection } from './redis';

/** How much waits in Redis, for all processes together. */
export interface Depth {
  /** Conversations with mail, replies or timers outstanding. */
  readonly waiting: number;
  /** Those of them that are due and nobody looks after: the sweeper's work. Near 0 while the bots keep up. */
  readonly overdue: number;
  /** Replies that wait to be sent, of at most {@link LOOKED_AT} conversations. */
  readonly replies: number;
  /** Messages that wait for their turn, of the same conversations. */
  readonly messages: number;
  /** Conversations with something set aside. */
  readonly aside: number;
}

/** Conversations whose lists are counted one by one, of each shard. */
const LOOKED_AT = 4;

/** Looks at the indexes of all shards: some commands for each, sent together, nothing that grows with the number of conversations. */
export async function depth({ client }: RedisConnection, now: number): Promise<Depth> {
  const shards = await Promise.all(
    Array.from({ length: SHARDS }, async (_, shard) => {
      const tag = tagOf(shard);
      const [waiting, overdue, aside, first] = await Promise.all([
        client.zcard(`${tag}:due`),
        client.zcount(`${tag}:due`, '-inf', now),
        client.zcard(`${tag}:asides`),
        client.zrange(`${tag}:due`, '0', `${LOOKED_AT - 1}`),
      ]);
      const lengths = await Promise.all(
        first.map(async (id) => ({ replies: await client.llen(`${tag}:${id}:out`), messages: await client.llen(`${tag}:${id}:mail`) })),
      );
      return { waiting, overdue, aside, replies: sum(lengths, 'replies'), messages: sum(lengths, 'messages') };
    }),
  );
  return {
    waiting: sum(shards, 'waiting'),
    overdue: sum(shards, 'overdue'),
    replies: sum(shards, 'replies'),
    messages: sum(shards, 'messages'),
    aside: sum(shards, 'aside'),
  };
}

const sum = <K extends string>(all: readonly Readonly<Record<K, number>>[], what: K): number => all.reduce((total, each) => total + each[what], 0);
