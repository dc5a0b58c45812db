import { setTimeout as sleep } from 'node:timers/promises';

/** It only ends a wait that would never end, ms: on a slow machine anything may take long, so no test is about how long. */
const PATIENCE_MS = 90_000;
const EVERY_MS = 20;

interface Pace {
  readonly withinMs?: number;
  /** How long between two looks: longer where a look is a request that somebody counts. */
  readonly everyMs?: number;
}

/**
 * Looks again and again until there is something to see.
 * @param what is awaited, for whoever reads why it failed; a function is asked at the end
 * @returns what `look` gave, once it is neither `false` nor `undefined`
 * @throws Error at the deadline
 */
export async function until<T>(look: () => T | Promise<T>, what: string | (() => string) = () => String(look), pace: Pace = {}): Promise<Found<T>> {
  const { withinMs = PATIENCE_MS, everyMs = EVERY_MS } = pace;
  for (const end = Date.now() + withinMs; ; await sleep(everyMs)) {
    const found = await look();
    if (isFound(found)) return found;
    if (Date.now() > end) throw new Error(`not within ${withinMs} ms: ${typeof what === 'string' ? what : what()}`);
  }
}

/** Checks again and again until nothing is thrown. @throws what the last check threw, at the deadline */
export async function eventually(check: () => Promise<void>, { withinMs = PATIENCE_MS, everyMs = EVERY_MS }: Pace = {}): Promise<void> {
  for (const end = Date.now() + withinMs; ; await sleep(everyMs))
    try {
      return await check();
    } catch (failure) {
      if (Date.now() > end) throw failure;
    }
}

type Found<T> = Exclude<T, false | undefined>;
const isFound = <T>(seen: T): seen is Found<T> => seen !== false && seen !== undefined;
