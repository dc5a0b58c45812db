import { redisMailbox } from '../../src/state/redis-mailbox';
import type { Mailbox, Turn } from '../../src/state/mailbox';
import type { RedisConnection } from '../../src/state/redis';
import { vault } from '../../src/state/seal';
import { keyOf, tagOf, shardOf } from '../../src/state/keys';
import type { Redis } from 'ioredis';

/** What the tests of this folder share. */
export const testVault = vault([Buffer.alloc(32, 1)]);
export const isLog = (conversation: string): boolean => conversation.startsWith('web:');
const strict = (_: string, error: unknown): never => {
  throw error;
};

export const boxOf = (
  redis: RedisConnection,
  { leaseMs = 60_000, unreadable = strict }: { leaseMs?: number; unreadable?: (c: string, e: unknown) => void } = {},
): Mailbox => redisMailbox({ redis, vault: testVault, leaseMs, stateMs: 3_600_000, isLog, unreadable });

/** The turn that a delivery must have been granted. */
export async function granted(box: Mailbox, conversation: string, message: string): Promise<Turn> {
  const { turn } = await box.accept({ conversation, id: message, message });
  if (!turn) throw new Error(`no turn for ${message}`);
  return turn;
}

/** Said to a worker: what waits there need not wait any longer, nor again. */
export const GO_ON = 'go on';

/** Time passes: the holder died, froze, or its pause is over. */
export const elapse = (redis: Redis, conversation: string, what: 'lease' | 'penLease') => redis.hset(keyOf(conversation, 'turn'), what, 1);

const dueKey = (conversation: string): string => `${tagOf(shardOf(conversation))}:due`;

/** Everybody who held something of it died long ago. */
export async function bury(redis: Redis, conversation: string): Promise<void> {
  if (!(await redis.zadd(dueKey(conversation), 'XX', 'CH', 0, conversation))) return;
  for (const what of ['lease', 'penLease'] as const) await elapse(redis, conversation, what);
}

export const isDue = async (redis: Redis, conversation: string): Promise<boolean> =>
  (await redis.zscore(dueKey(conversation), conversation)) !== null;
