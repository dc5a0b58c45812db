import { z } from 'zod';
import type { RedisConnection } from './redis';
import { script } from './scripts';

/** Cases for which something is to be done, by when, epoch ms. */
export const DUE = '{cases}:due';
/** Taken at once by one process: the rest is left to others. */
const AT_ONCE = 10;

/** A case in this process' hands until `until`, epoch ms; nobody else has it before. */
export interface CaseLease {
  readonly id: string;
  readonly until: number;
}

/** Who does what for which case. */
export interface CaseQueue {
  /** Takes cases for which something is to be done. */
  claim(leaseMs: number): Promise<readonly CaseLease[]>;
  /** Takes this one, if nobody has it and something is to be done. */
  claimOne(id: string, leaseMs: number): Promise<CaseLease | undefined>;
  /** All is done, or something is to be done `againAt` (epoch ms). What was added meanwhile is not lost: then it is due at once. */
  settle(lease: CaseLease, againAt?: number): Promise<void>;
  /** How many wait. */
  waiting(): Promise<number>;
}

export function caseQueue({ redis, clock }: { readonly redis: RedisConnection; readonly clock: () => number }): CaseQueue {
  const [claim, claimOne, settle] = [script(redis, 'cases-claim'), script(redis, 'cases-claim-one'), script(redis, 'cases-settle')];
  return {
    async claim(leaseMs) {
      const now = clock();
      const until = now + leaseMs;
      const ids = z.array(z.string()).parse(await claim([DUE], [now, until, AT_ONCE]));
      return ids.map((id) => ({ id, until }));
    },
    async claimOne(id, leaseMs) {
      const now = clock();
      const lease = { id, until: now + leaseMs };
      try {
        return (await claimOne([DUE], [id, now, lease.until])) === 1 ? lease : undefined;
      } catch (error) {
        // Only its answer may be lost. Then nobody would look after the case before the lease is over.
        void settle([DUE], [id, lease.until, now]).catch(() => undefined);
        throw error;
      }
    },
    settle: async ({ id, until }, againAt) => void (await settle([DUE], [id, until, againAt === undefined ? '' : Math.ceil(againAt)])),
    waiting: async () => redis.client.zcard(DUE),
  };
}
