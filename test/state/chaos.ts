/**
 * By hand, for as long as you like: `node --require ./test/support/register.cjs test/state/chaos.ts`
 * KILLS=100 CONVERSATIONS=50 MESSAGES=40 RESTARTS=0: two workers, killed at random moments, or Redis restarted under them, while
 * customers write. The channel re-sends what was not acknowledged. At the end every conversation must be exact.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { startRedis } from '../support/redis';
import { until } from '../support/until';
import { handledIn, heardBy, startWorker, type Worker } from './workers';
import { boxOf } from './world';

const setting = (name: string, otherwise: number): number => Number(process.env[name] ?? otherwise);
const KILLS = setting('KILLS', 100);
const RESTARTS = setting('RESTARTS', 0);
const CONVERSATIONS = setting('CONVERSATIONS', 50);
const MESSAGES = setting('MESSAGES', 40);
const oneOf = <T>(all: readonly T[]): T | undefined => all[Math.floor(Math.random() * all.length)];

async function main(): Promise<void> {
  const server = await startRedis();
  const workers: Worker[] = [];
  let killed = 0;
  let restarted = 0;
  let isTalking = true;
  const start = async (): Promise<void> => void workers.push(await startWorker(server.url));
  await Promise.all([start(), start()]);

  const killer = async (): Promise<void> => {
    while (isTalking && killed < KILLS) {
      await sleep(Math.random() * 400);
      const victim = oneOf(workers);
      if (!victim || workers.length < 2) continue;
      workers.splice(workers.indexOf(victim), 1);
      victim.child.kill('SIGKILL');
      killed++;
      await start();
    }
  };
  const restarter = async (): Promise<void> => {
    for (; isTalking && restarted < RESTARTS; restarted++) {
      await sleep(2_000 + Math.random() * 2_000);
      await server.stop(restarted % 2 ? 'SIGTERM' : 'SIGKILL');
      await sleep(Math.random() * 1_500);
      await server.start();
    }
  };
  const customer = async (conversation: string): Promise<void> => {
    for (let n = 0; n < MESSAGES; n++) {
      while (
        !(await oneOf(workers)
          ?.deliver(conversation, `m${n}`)
          .catch(() => undefined))
      )
        await sleep(50 + Math.random() * 100);
      while (killed < (KILLS * (n - 2)) / MESSAGES || restarted < (RESTARTS * (n - 2)) / MESSAGES) await sleep(50); // traffic at every kill
    }
  };
  const conversations = Array.from({ length: CONVERSATIONS }, (_, n) => `chaos:${n}`);
  const violence = [killer(), restarter()];
  await Promise.all(conversations.map(customer));
  isTalking = false;
  await Promise.all(violence);

  const redis = await server.client();
  const box = boxOf(await server.connection());
  const expected = Array.from({ length: MESSAGES }, (_, n) => `m${n}`);
  const replies = expected.flatMap((message) => [`re ${message}`, `${message}!`]);
  let exact = 0;
  for (const conversation of conversations) {
    await until(async () => (await heardBy(redis, conversation)).length >= replies.length).catch(() => {});
    const heard = (await heardBy(redis, conversation)).map(({ reply }) => reply);
    const handled = await handledIn(box, conversation);
    if (JSON.stringify([heard, handled]) === JSON.stringify([replies, expected])) exact++;
    else console.log('WRONG', conversation, heard.join(' '), '|', handled.join(' '));
  }
  console.log({ killed, restarted, messages: CONVERSATIONS * MESSAGES, exact: `${exact} of ${CONVERSATIONS}` });
  workers.forEach(({ child }) => child.kill('SIGKILL'));
  await server.close();
  process.exit(exact === CONVERSATIONS ? 0 : 1);
}

void main();
