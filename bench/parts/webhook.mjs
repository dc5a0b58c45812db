import { httpPool } from '../load/http.mjs';
import { meta, post } from '../load/meta.mjs';
import { arrive, percentile } from '../load/open.mjs';
import { ourEnvironment, startServer } from '../servers.mjs';

const CONVERSATIONS = 1_000;
const PER_SECOND = 100;
const MS = 8_000;
const WARM_MS = 2_000;
const MOST_MS = 50;

/** How long Messenger's webhook takes to answer while every turn waits two seconds for its backend: turns begin 100 times a second, whatever became of those before. */
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
    await arrive({ crowd, perSecond: PER_SECOND, ms: WARM_MS });
    errors = [];
    const { times } = await arrive({ crowd, perSecond: PER_SECOND, ms: MS });
    if (errors.length > 0) throw new Error(`${errors.length} webhooks were not taken, such as: ${errors[0]}`);
    const value = (share) => Number(percentile(times, share).toFixed(1));
    return [
      { what: `webhook answered, p99 of ${times.length}, each turn with a backend of 2 s`, value: value(0.99), unit: 'ms', most: MOST_MS },
      { what: '  the same, p50', value: value(0.5), unit: 'ms' },
    ];
  } finally {
    pool.close();
    await server.stop();
    graph.close();
  }
}
