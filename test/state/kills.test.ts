import type { Redis } from 'ioredis';
import { keyOf } from '../../src/state/keys';
import type { Mailbox } from '../../src/state/mailbox';
import { startRedis, type TestRedis } from '../support/redis';
import { until } from '../support/until';
import { handledIn, heardBy, insist, repliesTo, startWorker, type Worker } from './workers';
import { boxOf, bury } from './world';

const LEASE_MS = 600;
/** Longer than a slow machine stands still: nobody loses it but by death. */
const LONG_MS = 60_000;
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
    const messages: string[] = [];
    const write = (): Promise<void> => insist([doomed, healthy], conversation, messages[messages.push(`m${messages.length + 1}`) - 1]!);
    const areAnswered = async (): Promise<boolean> => (await heardBy(redis, conversation)).length === 2 * messages.length;
    for (let n = 0; n < 3; n++) await write();
    // Where it stood still for a lease, the other one took its turn over: then it is written to again.
    const isOver = async () => (doomed.isAlive() ? (await areAnswered()) && 'answered' : 'dead');
    while ((await until(isOver)) === 'answered') await write();
    expect(doomed.child.signalCode).toBe('SIGKILL');
    await until(areAnswered);
    const heard = await heardBy(redis, conversation);
    expect(heard.map(({ reply }) => reply)).toEqual(twice(messages));
    expect(heard.map(({ number }) => number - heard[0]!.number)).toEqual(heard.map((_, at) => at));
    expect(await handledIn(box, conversation)).toEqual(messages);
  },
);

test('a holder stopped past its lease and continued: its commit is refused', async () => {
  const sleeper = await start();
  await sleeper.deliver('freeze', 'wait');
  await until(() => sleeper.said.some(({ event }) => event === 'run'));
  sleeper.child.kill('SIGSTOP');
  [healthy, sleeper].forEach((each) => each.goOn());
  await insist([healthy], 'freeze', 'm1');
  await until(async () => (await heardBy(redis, 'freeze')).length === 4); // the other took over, in order
  sleeper.child.kill('SIGCONT');
  await until(() => sleeper.said.some(({ event }) => event === 'turn.stale'));
  expect(await repliesTo(redis, 'freeze')).toEqual(twice(['wait', 'm1']));
  expect(await handledIn(box, 'freeze')).toEqual(['wait', 'm1']);
});

test('a turn longer than its lease is renewed, and runs once', async () => {
  const other = await start('', 10 * LEASE_MS); // so long that it is renewed in time by a process that must wait for its turn on a busy machine
  await other.deliver('long', 'slow');
  await healthy.deliver('long', 'after');
  await until(async () => (await heardBy(redis, 'long')).length === 4);
  expect(await handledIn(box, 'long')).toEqual(['slow', 'after']);
  expect([...other.said, ...healthy.said].filter(({ event, message }) => event === 'run' && message === 'slow')).toHaveLength(1);
});

test('SIGTERM in the middle of a turn: the turn ends, the rest is handed over at once', async () => {
  const leaving = await start('', LONG_MS);
  await leaving.deliver('drain', 'wait');
  await until(() => leaving.said.some(({ event }) => event === 'run'));
  await leaving.deliver('drain', 'next');
  leaving.child.kill('SIGTERM');
  await until(() => leaving.said.some(({ event }) => event === 'draining'));
  leaving.goOn();
  await until(() => !leaving.isAlive());
  expect(leaving.child.exitCode).toBe(0);
  await until(async () => (await heardBy(redis, 'drain')).length === 4);
  expect(leaving.said.filter(({ event }) => event === 'run')).toHaveLength(1);
  expect(await handledIn(box, 'drain')).toEqual(['wait', 'next']);
});

describe('poison', () => {
  test('that throws is set aside after 4 errors, with an apology in its place', async () => {
    await insist([healthy], 'throws', 'throw');
    await insist([healthy], 'throws', 'm1');
    await until(async () => (await heardBy(redis, 'throws')).length === 3);
    expect(await repliesTo(redis, 'throws')).toEqual(['sorry', 're m1', 'm1!']);
    const asides = () => workers.flatMap(({ said }) => said.filter(({ event, conversation }) => event === 'message.set-aside' && conversation === 'throws')); // prettier-ignore
    await until(() => asides().length > 0);
    expect(new Set(asides().map(({ reason }) => reason))).toEqual(new Set(['4 errors']));
  });

  test('that kills is set aside after 10 deaths; who died with it is not blamed', async () => {
    await Promise.all(workers.splice(0).map(({ child }) => ended(child)));
    let deaths = 0;
    let current = await start('', LONG_MS);
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
      for (const conversation of ['kills', ...innocents]) await bury(redis, conversation);
      current = await start('', LONG_MS);
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
  await until(async () => (await current().deliver(conversation, message)) !== undefined, `${message} is taken`, { withinMs: 240_000 });
}

async function ended(child: Worker['child']): Promise<void> {
  child.kill('SIGKILL');
  await until(() => child.exitCode !== null || child.signalCode !== null);
}
