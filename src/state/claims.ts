import { z } from 'zod';
import type { Claims } from '../integrations/accounts/port';
import { names } from './codes/names';
import type { RedisConnection } from './redis';
import { script } from './scripts';

const MINUTE = 60_000;
/** Wrong pairs of contract and document that one visitor may try in an hour; of a stolen line the right ones count as well. */
export const CLAIMS_OF_VISITOR = { most: 6, windowMs: 60 * MINUTE } as const;
/** Wrong tries in a day for one contract, or with one document, by anybody; after that one a pause, so that its holder still gets in. */
export const CLAIMS_OF_CONTRACT = { most: 10, pauseMs: 15 * MINUTE } as const;

/**
 * Tries in Redis, under a pepper that it does not know. All keys share a slot, so that one script judges visitor, contract and document at once: there
 * are few of them. What nobody holds is counted like what somebody does: a wait tells nothing.
 *
 * @param scope what is tried: each counts apart
 * @param clock epoch ms, for tests that move the time; else Redis' own
 */
export function claims({
  redis,
  pepper,
  scope,
  clock,
}: {
  readonly redis: RedisConnection;
  readonly pepper: string;
  readonly scope: 'home' | 'block';
  readonly clock?: () => number;
}): Claims {
  const { mac } = names(pepper);
  const run = script(redis, 'otp-common', 'claims');
  const ask = async (
    what: 'try' | 'right' | 'right-counts',
    { contract, document, visitor, attempt }: Parameters<Claims['admit']>[0],
  ): Promise<number> => {
    const key = (kind: string, value: string): string => `{claims}:${scope}:${kind}:${mac(`${scope}-${kind}`, value)}`;
    const keys = [key('visitor', visitor), key('contract', contract), key('document', document)];
    const limits = [CLAIMS_OF_VISITOR.most, CLAIMS_OF_VISITOR.windowMs, CLAIMS_OF_CONTRACT.most, CLAIMS_OF_CONTRACT.pauseMs];
    return z.number().parse(await run(keys, [clock?.() ?? '', what, mac('claim', attempt), ...limits]));
  };
  return {
    async admit(claim) {
      const until = await ask('try', claim);
      return until > 0 ? { status: 'wait', until } : { status: 'free' };
    },
    // Who suspends one line after the other is no robbed customer: there a right try counts for its visitor, too.
    proved: async (claim) => void (await ask(scope === 'block' ? 'right-counts' : 'right', claim)),
  };
}
