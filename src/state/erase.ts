import type { Cluster, Redis } from 'ioredis';
import { Redis as Single } from 'ioredis';

/** Of whom something is kept: their lines (E.164 without `+`), and the conversations in which they were proved, or that were named. */
export interface Identity {
  readonly lines: readonly string[];
  readonly conversations: readonly string[];
}

/** One thing that is kept of somebody, opened. */
export interface PersonalDatum {
  /** In the words of `docs/privacy.md`. */
  readonly kind: string;
  /** Conversation it belongs to, or undefined for what belongs to a line. */
  readonly conversation?: string;
  readonly value: unknown;
}

/**
 * A store that keeps something about people. Whoever adds a store adds one of these to `wiring/personal-data.ts`: export and erase
 * then know of it. Safe to repeat, and while the bot runs.
 */
export interface PersonalData {
  find(who: Identity): Promise<readonly PersonalDatum[]>;
  /** Forgets it; how many things of each kind went. */
  erase(who: Identity): Promise<Readonly<Record<string, number>>>;
}

const KEYS_AT_ONCE = 1_000;

/** All keys, on every node, that `isOurs`; read page by page, so that nobody waits for it. Keys carry no personal data in clear. */
export async function keysOfRedis(client: Redis | Cluster, isOurs: (key: string) => boolean): Promise<string[]> {
  const nodes = client instanceof Single ? [client] : client.nodes('master');
  const found = new Set<string>();
  for (const node of nodes) {
    let cursor = '0';
    do {
      const [next, keys] = await node.scan(cursor, 'COUNT', KEYS_AT_ONCE);
      cursor = next;
      keys.filter(isOurs).forEach((key) => found.add(key));
    } while (cursor !== '0');
  }
  return [...found].sort();
}

/** Adds up what several have erased. */
export function together(counts: readonly Readonly<Record<string, number>>[]): Record<string, number> {
  const sum: Record<string, number> = {};
  for (const [kind, count] of counts.flatMap((each) => Object.entries(each))) sum[kind] = (sum[kind] ?? 0) + count;
  return sum;
}
