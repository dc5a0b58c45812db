import { FORM } from '../form.mjs';
import { httpPool } from '../load/http.mjs';
import { pollingTalk } from '../load/talks.mjs';
import { VARIANTS } from '../variants.mjs';
import { ourEnvironment, startServer } from '../servers.mjs';
import { crowd } from '../load/conversations.mjs';
import { median } from '../figures.mjs';

const STARTS = 5;
const FIRST_REPLY_MS = 1_200;
const IDLE_BYTES = 2_048;
const LATE_MS = 50;

/** How long it takes from starting the process to the first reply of a conversation, as the median of several starts. */
export async function firstReply({ redisUrl, note }) {
  const times = [];
  for (let start = 0; start < STARTS; start++) {
    note(`start ${start + 1} of ${STARTS}`);
    const { secret, env } = ourEnvironment(redisUrl);
    const began = performance.now();
    const server = await startServer({ program: 'bench/ours/main.cjs', env });
    const pool = httpPool(server.port, 1);
    await pollingTalk({ pool, secret }).say(`start${start}`, FORM[0].said, 1);
    times.push(performance.now() - began);
    pool.close();
    await server.stop();
  }
  return [{ what: `first reply after the start, median of ${STARTS}`, value: Math.round(median(times)), unit: 'ms', most: FIRST_REPLY_MS }];
}

const CONVERSATIONS = 1_000;
const KEPT = ['turn', 'seen', 'state', 'log'];

/** What conversations in the middle of a form leave in Redis, and how late the event loop of a process that has just started ever was. */
export async function idleConversations({ redis, note }) {
  note(`${CONVERSATIONS} conversations, then none`);
  const { server, talk, workers, stop } = await VARIANTS.http.start({ redisUrl: redis.url });
  try {
    await server.ask('late');
    await redis.ask((client) => client.flushall());
    const people = crowd({ talk, script: FORM, size: CONVERSATIONS });
    await people.gather(workers);
    const late = await server.ask('late');
    const bytes = await redis.ask(bytesByPart);
    const of = (part) => Math.round((bytes[part] ?? 0) / CONVERSATIONS);
    return [
      {
        what: 'Redis, bytes of an idle conversation without its transcript',
        value: of('turn') + of('seen') + of('state'),
        unit: 'B',
        most: IDLE_BYTES,
      },
      ...KEPT.map((part) => ({ what: `  of these: ${part}${part === 'log' ? ' (the transcript, besides)' : ''}`, value: of(part), unit: 'B' })),
      { what: 'latest event loop in the first turns after readiness', value: Number(late.toFixed(1)), unit: 'ms', most: LATE_MS },
    ];
  } finally {
    await stop();
  }
}

async function bytesByPart(client) {
  const bytes = {};
  for await (const keys of client.scanStream({ count: 500 })) {
    for (const key of keys) {
      const part = key.slice(key.lastIndexOf(':') + 1);
      bytes[part] = (bytes[part] ?? 0) + (await client.memory('USAGE', key, 'SAMPLES', 0));
    }
  }
  return bytes;
}
