import { setTimeout as sleep } from 'node:timers/promises';

const TICK_MS = 2;

/**
 * Open loop: turns begin at `perSecond`, whatever became of those before. A turn's time runs from when it was due, not from when somebody came to
 * begin it, so that a pause of the server is felt by all who would have come in it.
 *
 * @returns what was counted, and the times in ms, sorted
 */
export async function arrive({ crowd, perSecond, ms }) {
  const times = [];
  const under = new Set();
  crowd.take();
  const began = performance.now();
  const due = [];
  let sent = 0;
  const start = () => {
    while (due.length && crowd.ready()) {
      const at = due.shift();
      const work = crowd.turn(crowd.next()).then(() => {
        times.push(performance.now() - at);
        under.delete(work);
      });
      under.add(work);
    }
  };
  for (let now = began; now < began + ms; now = performance.now()) {
    for (const until = ((now - began) * perSecond) / 1_000; sent < until; sent++) due.push(began + (sent * 1_000) / perSecond);
    start();
    await sleep(TICK_MS);
  }
  while (due.length || under.size) {
    start();
    await sleep(TICK_MS);
  }
  return { ...crowd.take(), times: times.sort((a, b) => a - b) };
}

export const percentile = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
