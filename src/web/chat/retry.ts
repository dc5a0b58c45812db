/** Pauses between tries, in seconds. The last one repeats. A fifth is left to chance, so that pages do not come back all at once. */
const PAUSES_S = [1, 2, 4, 8, 15, 30];
const CHANCE = 0.2;

/** The pause after so many failed tries (0 for the first), in whole seconds. */
export const pauseAfter = (failures: number): number =>
  Math.ceil((PAUSES_S[Math.min(failures, PAUSES_S.length - 1)] ?? 1) * (1 + Math.random() * CHANCE));

/** Waits, or goes on at once when the network comes back or `now` is called through `offer`. */
export const pause = (seconds: number, offer: (now: () => void) => void): Promise<void> =>
  new Promise((done) => {
    const finish = (): void => {
      clearTimeout(timer);
      removeEventListener('online', finish);
      done();
    };
    const timer = setTimeout(finish, seconds * 1000);
    addEventListener('online', finish);
    offer(finish);
  });

/** Tries until it works. `waiting` is told how long the pause is and how to end it; `going` when a try begins. */
export const keepTrying = async <T>(task: () => Promise<T>, waiting: (seconds: number, now: () => void) => void, going: () => void): Promise<T> => {
  for (let failures = 0; ; failures++) {
    try {
      return await task();
    } catch {
      const seconds = pauseAfter(failures);
      await pause(seconds, (now) => waiting(seconds, now));
      going();
    }
  }
};
