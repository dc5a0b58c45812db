import { OutageWatch, type OutageWatches } from '../integrations/outages/port';
import { beside } from './beside';
import type { Store } from './redis-mailbox';

const NAME = 'outage-watch';
const SHORTEST_MS = 1_000;

/** Sealed, beside the conversation: what erases that erases it. Only the turn that has the conversation writes. @param everyMs how often who waits looks again */
export function outageWatches({ everyMs, clock, ...store }: Store & { readonly everyMs: number; readonly clock: () => number }): OutageWatches {
  const kept = beside(store);
  const put = (visitor: string, watch: OutageWatch | null, ttlMs: number): Promise<void> =>
    kept.put(visitor, NAME, JSON.stringify(watch), Math.max(SHORTEST_MS, ttlMs));
  return {
    everyMs,
    of: async (visitor) => {
      const text = await kept.get(visitor, NAME);
      return text === undefined ? undefined : (OutageWatch.nullable().parse(JSON.parse(text)) ?? undefined);
    },
    keep: (visitor, watch) => put(visitor, watch, watch.until - clock()),
    drop: (visitor) => put(visitor, null, SHORTEST_MS),
  };
}
