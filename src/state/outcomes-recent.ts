import type { Fact } from '../domain/outcomes';
import { factPages } from './outcomes';
import { FACTS } from './outcomes-keys';
import type { Store } from './redis-mailbox';

/** What is known now. `version` is another one whenever `facts` are. */
export interface Known {
  readonly facts: readonly Fact[];
  readonly version: string;
}

/** The facts of some time, kept in memory: a look at them reads what is new, and not 100,000 rows again. */
export interface RecentFacts {
  /** Throws while Redis is away. */
  read(): Promise<Known>;
}

/** Looks at once, for what is written meanwhile. */
const TRIES = 3;

interface Held {
  readonly rows: { readonly at: number; readonly fact: Fact }[];
  last: string;
  /** Rows of the whole stream, when it was read last. */
  length: number;
  reads: number;
}

/**
 * @param lifeMs how far back facts are held, about half a kilobyte each
 * @param clock epoch ms; rows are named by the time of Redis
 */
export function recentFacts(
  { redis }: Pick<Store, 'redis'>,
  { lifeMs, clock }: { readonly lifeMs: number; readonly clock: () => number },
): RecentFacts {
  const { client } = redis;
  let held: Held | undefined;
  let going: Promise<Known> | undefined;

  const more = async (into: Held): Promise<number> => {
    let count = 0;
    for await (const page of factPages({ redis }, into.last)) {
      for (const { row, fact } of page.rows) into.rows.push({ at: Number(row.split('-', 1)[0]), fact });
      count += page.count;
      into.last = `(${page.last}`;
    }
    return count;
  };
  const anew = async (): Promise<Held> => {
    const fresh: Held = { rows: [], last: String(Math.max(0, clock() - lifeMs)), length: 0, reads: (held?.reads ?? 0) + 1 };
    await more(fresh);
    fresh.length = await client.xlen(FACTS);
    return fresh;
  };
  /** True when all that is held is still kept: somebody's facts may have been erased, or the oldest trimmed. */
  const isWhole = async (known: Held): Promise<boolean> => {
    for (let tries = 0; tries < TRIES; tries++) {
      known.length += await more(known);
      const length = await client.xlen(FACTS);
      if (length <= known.length) return length === known.length;
    }
    return true; // they are written faster than they are read; the next look sees
  };
  const look = async (): Promise<Known> => {
    held = held && (await isWhole(held)) ? held : await anew();
    const since = clock() - lifeMs;
    const young = held.rows.findIndex(({ at }) => at >= since);
    if (young !== 0) held.rows.splice(0, young < 0 ? held.rows.length : young);
    return { facts: held.rows.map(({ fact }) => fact), version: `${held.reads} ${held.last} ${held.rows.length}` };
  };
  return {
    read: () => (going ??= look().finally(() => (going = undefined))),
  };
}
