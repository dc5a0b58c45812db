import type { Redis } from 'ioredis';
import { keyOf } from '../../src/state/keys';
import type { Mailbox } from '../../src/state/mailbox';
import { startRedis, type TestRedis } from '../support/redis';
import { until } from '../support/until';
import { handledIn, heardBy, insist, repliesTo, startWorker, type Worker } from './workers';
import { boxOf } from './world';

const LEASE_MS = 600;
let server: TestRedis;
let redis: Redis;
let box: Mailbox;
let healthy: Worker;
const workers: Worker[] = [];
const start = async (killAt = '', leaseMs = LEASE_MS): Promise<Worker> => {
  const worker = await startWorker(server.url, { leaseMs, killAt });
  workers.push(worker);
  return worker;
};
beforeAll(async () => {
  server = await startRedis();
  redis = await server.client();
  box = boxOf(await server.connection());
  healthy = await start();
});
afterAll(async () => {
  workers.forEach(({ child }) => child.kill('SIGKILL')); // a stopped one too
  await server.close();
});
const twice = (messages: string[]): string[] => messages.flatMap((message) => [`re ${message}`, `${message}!`]);

test.each(['accept', 'run', 'commit', 'send', 'settle'].flatMap((name) => [`before ${name}`, `after ${name}`]))(
  'killed %s: the customer has every reply, in order, and no message was handled twice',
  async (point) => {
    const conversation = `kill:${point.replace(' ', '-')}`;
    const doomed = await start(point);
    const messages = ['m1', 'm2', 'm3'];
    for (const message of messages) await insist([doomed, healthy], conversation, message);
    await until(() => !doomed.isAlive());
    expect(doomed.child.signalCode).toBe('SIGKILL');
    await until(async () => (await heardBy(redis, conversation)).length === 6);
    const heard = await heardBy(redis, conversation);
    expect(heard.map(({ reply }) => reply)).toEqual(twice(messages));
    expect(heard.map(({ number }) => number - heard[0]!.number)).toEqual([0, 1, 2, 3, 4, 5]);
    expect(await handledIn(box, conversation)).toEqual(messages);
  },
);

test('a holder stopped past its lease and continued: its commit is refused', async () => {
  const sleeper = await start();
  await sleeper.deliver('freeze', 'nap');
  await until(() => sleeper.said.some(({ event }) => event === 'run'));
  sleeper.child.kill('SIGSTOP');
  await insist([healthy], 'freeze', 'm1');
  await until(async () => (await heardBy(redis, 'freeze')).length === 4); // the other took over, in order
  sleeper.child.kill('SIGCONT');
  await until(() => sleeper.said.some(({ event }) => event === 'turn.stale'));
  expect(await repliesTo(redis, 'freeze')).toEqual(twice(['nap', 'm1']));
  expect(await handledIn(box, 'freeze')).toEqual(['nap', 'm1']);
});

test('a turn three leases long is renewed, and runs once', async () => {
  const other = await start('', 5 * LEASE_MS); // so long that it is renewed in time by a process that must wait for its turn on a busy machine
  await other.deliver('long', 'slow');
  await healthy.deliver('long', 'after');
  await until(async () => (await heardBy(redis, 'long')).length === 4);
  expect(await handledIn(box, 'long')).toEqual(['slow', 'after']);
  expect([...other.said, ...healthy.said].filter(({ event, message }) => event === 'run' && message === 'slow')).toHaveLength(1);
});

test('SIGTERM in the middle of a turn: the turn ends, the rest is handed over at once', async () => {
  const leaving = await start();
  await leaving.deliver('drain', 'nap');
  await until(() => leaving.said.some(({ event }) => event === 'run'));
  await leaving.deliver('drain', 'next');
  leaving.child.kill('SIGTERM');
  await until(() => !leaving.isAlive());
  expect(leaving.child.exitCode).toBe(0);
  await until(async () => (await heardBy(redis, 'drain')).length === 4);
  expect(leaving.said.filter(({ event }) => event === 'run')).toHaveLength(1);
  expect(await handledIn(box, 'drain')).toEqual(['nap', 'next']);
});

describe('poison', () => {
  test('that throws is set aside after 4 errors, with an apology in its place', async () => {
    await insist([healthy], 'throws', 'throw');
    await insist([healthy], 'throws', 'm1');
    await until(async () => (await heardBy(redis, 'throws')).length === 3);
    expect(await repliesTo(redis, 'throws')).toEqual(['sorry', 're m1', 'm1!']);
    const runs = workers.flatMap(({ said }) => said.filter(({ event, message }) => event === 'run' && message === 'throw'));
    expect(runs).toHaveLength(4);
  });

  test('that kills is set aside after 10 deaths; who died with it is not blamed', async () => {
    workers.splice(0).forEach(({ child }) => child.kill('SIGKILL'));
    let deaths = 0;
    let current = await start();
    const innocents = Array.from({ length: 10 }, (_, n) => `innocent:${n}`);
    const all = (async () => {
      for (const message of ['poison', 'm1']) await resend(() => current, 'kills', message);
      for (const conversation of innocents) await resend(() => current, conversation, 'm1');
    })();
    const isOver = async () => (await heardBy(redis, 'kills')).length === 3;
    while (!(await isOver())) {
      await until(async () => !current.isAlive() || (await isOver()));
      if (current.isAlive()) break;
      deaths++;
      current = await start();
    }
    await all;
    expect(deaths).toBe(10);
    expect(await repliesTo(redis, 'kills')).toEqual(['sorry', 're m1', 'm1!']);
    for (const conversation of innocents) {
      await until(async () => (await heardBy(redis, conversation)).length === 2);
      expect(await redis.llen(keyOf(conversation, 'aside'))).toBe(0);
    }
  });
});

/** A channel that outlives the processes. */
async function resend(current: () => Worker, conversation: string, message: string): Promise<void> {
  await until(async () => (await current().deliver(conversation, message)) !== undefined, `${message} is taken`, { withinMs: 60_000 });
}
