import { z } from 'zod';
import { BackendFailure } from '../domain/failure';
import type { Reading } from './prepaid/port';

/** Where the last good answers are kept. Keys may name a line: the store hides them. `at`: epoch ms. */
interface LastKnown {
  get(key: string): Promise<{ readonly value: string; readonly at: number } | undefined>;
  put(key: string, value: string, at: number): Promise<void>;
}

/** What readers with a last-known value are made of. */
export interface Remembering {
  readonly store: LastKnown;
  /** Epoch ms. */
  readonly clock: () => number;
}

/**
 * A read that answers with the last-known value, and its age, when the backend fails. A store that fails, or that holds something
 * we do not understand any more, is as good as empty and never spoils a good answer.
 *
 * @param name of what is read: the first part of its keys
 * @param schema what a stored value must still be
 * @throws BackendFailure of `read` when nothing is known
 */
export function withLastKnown<T>(
  name: string,
  schema: z.ZodType<T>,
  read: (key: string) => Promise<T>,
  { store, clock }: Remembering,
): (key: string) => Promise<Reading<T>> {
  // In an object, so that "nothing there" can be remembered too.
  const Kept = z.object({ value: schema });
  const remember = async (key: string, value: T, at: number): Promise<void> => store.put(`${name}:${key}`, JSON.stringify({ value }), at);
  const recall = async (key: string): Promise<Reading<T> | undefined> => {
    const kept = await store.get(`${name}:${key}`);
    return kept && { value: Kept.parse(JSON.parse(kept.value)).value, at: kept.at, stale: true };
  };
  return async (key) => {
    try {
      const at = clock();
      const value = await read(key);
      // Nobody waits for the store.
      remember(key, value, at).catch(() => undefined);
      return { value, at, stale: false };
    } catch (error) {
      if (!(error instanceof BackendFailure)) throw error;
      const known = await recall(key).catch(() => undefined);
      if (known === undefined) throw error;
      return known;
    }
  };
}
