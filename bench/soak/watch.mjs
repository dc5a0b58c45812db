import { setTimeout as sleep } from 'node:timers/promises';

const EVERY_MS = 5_000;
/** The first part of a run fills caches and compiles code. */
const WARM_UP = 0.3;

/** Looks at a process every five seconds: memory after a collection, open handles, how late its event loop was. */
export async function watch(server, isOver, note) {
  const samples = [];
  while (!isOver()) {
    await sleep(EVERY_MS);
    const late = await server.ask('late');
    const { rss, heapUsed, external } = await server.ask('memory');
    await server.ask('late'); // the collection we asked for ourselves
    samples.push({ at: performance.now(), rss, used: heapUsed + external, handles: await server.ask('handles'), late });
    note(samples.at(-1));
  }
  return samples;
}

export function trend(samples) {
  const kept = samples.slice(Math.floor(samples.length * WARM_UP));
  const perHour = (of) =>
    (
      slope(
        kept.map(({ at }) => at / 3_600_000),
        kept.map(of),
      ) /
      2 ** 20
    ).toFixed(1);
  return {
    heapMbPerHour: perHour(({ used }) => used),
    rssMbPerHour: perHour(({ rss }) => rss),
    heapMb: [kept[0], kept.at(-1)].map(({ used }) => (used / 2 ** 20).toFixed(1)),
    handles: [kept[0].handles, kept.at(-1).handles],
    lateMs: Math.max(...kept.map(({ late }) => late)).toFixed(0),
  };
}

/** Least squares. */
function slope(xs, ys) {
  const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [x0, y0] = [mean(xs), mean(ys)];
  return xs.reduce((sum, x, at) => sum + (x - x0) * (ys[at] - y0), 0) / xs.reduce((sum, x) => sum + (x - x0) ** 2, 0);
}
