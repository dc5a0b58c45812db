import { setTimeout as sleep } from 'node:timers/promises';

/** A turn that is further away is not waited for, ms: the right to send would run out. */
const MOST_WAIT_MS = 2_000;
const SECOND_MS = 1_000;

/** So many calls for each page, by this process, in any second. */
export interface Pace {
  /** Waits for its turn; resolves to ms when that is too far away, and nothing may be sent before then. */
  turn(page: string): Promise<number>;
}

/**
 * What comes together goes out together, as long as there is room in the second before it: messages of one reply do not wait for each other.
 *
 * @param most calls a second for a page now, 1 or more
 * @param clock ms; it must not be set back
 */
export function pace(most: (page: string) => number, clock: () => number): Pace {
  const sent = new Map<string, number[]>();
  return {
    async turn(page) {
      const room = most(page);
      const now = clock();
      const times = sent.get(page) ?? [];
      while ((times[0] ?? now) <= now - SECOND_MS) times.shift();
      const at = Math.max(now, times.at(-1) ?? now, (times.at(-room) ?? -Infinity) + SECOND_MS);
      const wait = at - now;
      if (wait > MOST_WAIT_MS) return wait;
      times.push(at);
      sent.set(page, times);
      if (wait >= 1) await sleep(wait, undefined, { ref: false });
      return 0;
    },
  };
}
