import { setTimeout as sleep } from 'node:timers/promises';

const PAUSE_MS = { first: 10, most: 500 };

/** Repeats what is safe to repeat while Redis is away, for `forMs` at most; then throws the last error. */
export async function persist<T>(act: () => Promise<T>, forMs: number): Promise<T> {
  const until = Date.now() + forMs;
  for (let pause = PAUSE_MS.first; ; pause = Math.min(pause * 2, PAUSE_MS.most)) {
    try {
      return await act();
    } catch (error) {
      if (Date.now() + pause > until) throw error;
      await sleep(pause);
    }
  }
}
