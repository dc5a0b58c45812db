import { setTimeout as sleep } from 'node:timers/promises';

/** A turn that is further away is not waited for, ms: the right to send would run out. */
const MOST_WAIT_MS = 2_000;

/** So many calls a second for each page, evenly, by this process. */
export interface Pace {
  /** Waits for its turn; resolves to ms when that is too far away, and nothing may be sent before then. */
  turn(page: string): Promise<number>;
}

export function pace(perSecond: number, clock: () => number): Pace {
  const each = 1_000 / perSecond;
  const next = new Map<string, number>();
  return {
    async turn(page) {
      const now = clock();
      const at = Math.max(now, next.get(page) ?? 0);
      const wait = at - now;
      if (wait > MOST_WAIT_MS) return wait;
      next.set(page, at + each);
      if (wait >= 1) await sleep(wait, undefined, { ref: false });
      return 0;
    },
  };
}
