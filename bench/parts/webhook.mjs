import { httpPool } from '../load/http.mjs';
import { meta, post } from '../load/meta.mjs';
import { arrive, percentile } from '../load/open.mjs';
import { ourEnvironment, startServer } from '../servers.mjs';

const CONVERSATIONS = 1_000;
const RATES = [50, 100]; // turns begun a second
const MS = 8_000;
/** A compiler that is still at work is no figure of ours: some thousand turns. */
const WARM_MS = 20_000;
const MOST_MS = 50;

/** How long Messenger's webhook takes to answer while every turn waits two seconds for its backend: turns begin so many times a second, whatever became of those before. */
export async function webhookAnswers({ redisUrl, note }) {
  note('webhooks, and a backend that takes two seconds');
  const graph = await meta();
  const { env } = ourEnvironment(redisUrl, { NODE_ENV: 'development', PUBLIC_URL: '', ...graph.environment });
  const server = await startServer({ program: 'bench/ours/slow.cjs', env });
  const pool = httpPool(server.port, 32);
  const people = Array.from({ length: CONVERSATIONS }, (_, at) => at);
  let errors = [];
  const crowd = {
    next: () => people.shift(),
    ready: () => people.length,
    turn: async (id) => {
      await post(pool, id, 'slow work').catch((error) => errors.push(String(error)));
      people.push(id);
    },
    take: () => ({}),
  };
  try {
    await arrive({ crowd, perSecond: Math.max(...RATES), ms: WARM_MS });
    const rows = [];
    for (const perSecond of RATES) {
      errors = [];
      const { times } = await arrive({ crowd, perSecond, ms: MS });
      if (errors.length > 0) throw new Error(`${errors.length} webhooks were not taken, such as: ${errors[0]}`);
      const value = (share) => Number(percentile(times, share).toFixed(1));
      const what = `webhook answered, p99 of ${times.length}, ${perSecond} turns a second with a backend of 2 s`;
      rows.push({ what, value: value(0.99), unit: 'ms', most: MOST_MS }, { what: '  the same, p50', value: value(0.5), unit: 'ms' });
    }
    return rows;
  } finally {
    pool.close();
    await server.stop();
    graph.close();
  }
}
