import { z } from 'zod';
import { masked } from '../domain/masked';
import { LANGUAGES } from '../domain/texts';
import type { RedisConnection } from './redis';
import type { Vault } from './seal';

/** Why a text is worth a look: nobody understood it, it was asked about, or it ended with a person or with a case. */
export const REVIEWED = ['not-understood', 'clarified', 'person', 'ticket'] as const;

const Entry = z.object({ text: z.string(), why: z.enum(REVIEWED), language: z.enum(LANGUAGES) });
export type ReviewEntry = z.infer<typeof Entry>;
/** As it is kept: `at` in epoch ms. */
export type Reviewable = ReviewEntry & { readonly id: string; readonly at: number };

/** What the bot should learn from. Texts are masked before they are kept, sealed, kept for 30 days, and never logged. */
export interface ReviewQueue {
  /** Nobody waits for it: a Redis that is away loses the text, and says so nowhere. */
  note(entry: ReviewEntry): Promise<void>;
  /** All that is kept, the oldest first. What cannot be opened is left out. */
  all(): Promise<readonly Reviewable[]>;
  /** Forgets what was looked at. */
  drop(ids: readonly string[]): Promise<void>;
}

const KEY = 'review:texts';
const LIFE_MS = 30 * 86_400_000;
const MOST = 5_000;
const LONGEST = 300;

export function reviewQueue({
  redis,
  vault,
  clock,
}: {
  readonly redis: RedisConnection;
  readonly vault: Vault;
  readonly clock: () => number;
}): ReviewQueue {
  const opened = (id: string, sealed: string): readonly Reviewable[] => {
    try {
      return [{ ...Entry.parse(JSON.parse(vault.open(sealed, ['review']))), id, at: Number(id.split('-')[0]) }];
    } catch {
      return [];
    }
  };
  return {
    async note({ text, why, language }) {
      const left = masked(text).trim().slice(0, LONGEST);
      if (left === '') return;
      const sealed = vault.seal(JSON.stringify({ text: left, why, language }), ['review']);
      await redis.client.xadd(KEY, 'MAXLEN', '~', MOST, '*', 'sealed', sealed);
      await redis.client.xtrim(KEY, 'MINID', clock() - LIFE_MS);
      await redis.client.pexpire(KEY, LIFE_MS);
    },
    async all() {
      const rows = await redis.client.xrange(KEY, String(clock() - LIFE_MS), '+');
      return rows.flatMap(([id, [, sealed = '']]) => opened(id, sealed));
    },
    async drop(ids) {
      if (ids.length > 0) await redis.client.xdel(KEY, ...ids);
    },
  };
}
