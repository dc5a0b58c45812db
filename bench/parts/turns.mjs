import { crowd, flaw } from '../load/conversations.mjs';
import { saturate, warm } from '../load/closed.mjs';
import { arrive, percentile } from '../load/open.mjs';
import { repliesPerTurn } from '../form.mjs';
import { median } from '../figures.mjs';

/** Below this share of its core a server was waiting for the load, and its turns a second say nothing. CPU a turn stays true. */
const BUSY = 0.95;

/**
 * Measures several variants beside each other: all are started and warmed, then each has its window in every round, in alternating order; at last
 * each gets half of what it can do, at a fixed rate, for its latency. A variant that goes wrong is told of, and measured no more; the others go on.
 *
 * @returns a row of each; of one that went wrong `{ key, name, failed }`, with why
 */
export async function measureTurns({ variants, size, newRedis, plan, note }) {
  const running = [];
  const failed = new Map();
  const attempt = async ({ key, name }, act) => {
    if (failed.has(key)) return;
    await act().catch((error) => failed.set(key, { key, name, failed: String(error?.message ?? error) }));
  };
  try {
    for (const [key, variant] of variants) {
      note(`${size} conversations: starting and warming ${variant.name}`);
      await attempt({ key, name: variant.name }, async () => running.push(await prepared(key, variant, { size, newRedis, plan })));
    }
    for (let round = 0; round < plan.rounds; round++) {
      for (const one of round % 2 ? [...running].reverse() : running) {
        note(`${size} conversations: round ${round + 1} of ${plan.rounds}, ${one.name}`);
        await attempt(one, async () => one.windows.push(checked(one, await saturate({ ...one, ms: plan.windowMs }))));
      }
    }
    for (const one of running) {
      note(`${size} conversations: half load, ${one.name}`);
      await attempt(one, async () => (one.latency = await latency(one, plan)));
    }
    return [...running.filter(({ key }) => !failed.has(key)).map((one) => summary(one, size)), ...failed.values()];
  } finally {
    await Promise.all(running.map(({ stop }) => stop()));
  }
}

async function prepared(key, variant, { size, newRedis, plan }) {
  const redis = await newRedis(); // of its own: they would hear each other's events
  const { server, talk, workers, stop: end } = await variant.start({ redisUrl: redis.url });
  const stop = async () => {
    await end();
    await redis.close();
  };
  const people = crowd({ talk, script: variant.script, size });
  const one = { key, name: variant.name, script: variant.script, crowd: people, server, workers, stop, windows: [] };
  try {
    const walked = await people.gather(workers);
    await warm({ crowd: people, workers, turns: Math.max(plan.warmTurns - walked, size) });
    const counted = people.take();
    if (counted.errors) throw new Error(`${variant.name}: ${counted.said.join(' | ')}`);
    return one;
  } catch (error) {
    await stop();
    throw error;
  }
}

/** @throws when what was measured is not what should have been */
function checked({ name, server }, counted) {
  const why = flaw(counted) ?? server.failures[0];
  if (why) throw new Error(`${name}: the run does not count: ${why}`);
  return counted;
}

async function latency(one, { latencyMs }) {
  const perSecond = median(one.windows.map((window) => window.perSecond)) / 2;
  const counted = checked(one, await arrive({ ...one, perSecond, ms: latencyMs }));
  const [p50, p99, p999] = [0.5, 0.99, 0.999].map((share) => percentile(counted.times, share));
  return { perSecond, turns: counted.turns, p50, p99, p999 };
}

function summary({ key, name, script, windows, latency: times }, size) {
  const cpu = windows.map(({ cpuPerTurn }) => cpuPerTurn);
  const used = median(windows.map((window) => window.used));
  return {
    ...{ key, name, size, replies: repliesPerTurn(script), rounds: windows.length, turns: windows.reduce((sum, { turns }) => sum + turns, 0) },
    ...{ cpu, cpuPerTurn: median(cpu), perSecond: median(windows.map((window) => window.perSecond)), used, isBusy: used >= BUSY },
    latency: times,
  };
}
