import { spawnSync } from 'node:child_process';
import { outbox } from '../../src/state/outbox';
import { connectRedis, type RedisConnection } from '../../src/state/redis';
import { turns } from '../../src/state/turns';
import { activityLog } from '../../src/state/activity-log';
import { effects } from '../../src/state/effects';
import { subscriber } from '../../src/state/subscriber';
import { PATIENT_MS, startRedis, type TestRedis } from '../support/redis';
import { until } from '../support/until';
import { boxOf, isLog, testVault } from './world';
import { z } from 'zod';

/** Nobody dies here: longer than a slow machine stands still. */
const LEASE_MS = 30_000;
let nodes: TestRedis[];
let redis: RedisConnection;
beforeAll(async () => {
  nodes = await Promise.all([1, 2, 3].map(() => startRedis({ args: ['--cluster-enabled', 'yes', '--cluster-node-timeout', '15000'] })));
  const addresses = nodes.map(({ port }) => `127.0.0.1:${port}`);
  const { status, stdout } = spawnSync('redis-cli', ['--cluster', 'create', ...addresses, '--cluster-yes'], { encoding: 'utf8' });
  if (status) throw new Error(stdout);
  const clients = await Promise.all(nodes.map((node) => node.client()));
  await until(async () => (await Promise.all(clients.map((client) => client.cluster('INFO')))).every((info) => info.includes('cluster_state:ok')));
  redis = connectRedis(nodes.map(({ url }) => url).join(','), undefined, PATIENT_MS);
  await redis.ready();
});
afterAll(async () => {
  redis.close();
  await Promise.all(nodes.map((node) => node.close()));
});

test('on a Cluster of three nodes: every conversation is exact, and no script crosses slots', async () => {
  const heard = new Map<string, string[]>();
  const failures: unknown[] = [];
  const mailbox = boxOf(redis, { leaseMs: LEASE_MS });
  const report = (event: string, detail: object): void => void (event.endsWith('failed') && failures.push(detail));
  const bot = turns({
    ...{ mailbox, leaseMs: LEASE_MS, report, apology: () => [] },
    outbox: outbox({
      ...{ mailbox, leaseMs: LEASE_MS, report },
      send: async (conversation, _, reply) => {
        heard.set(conversation, [...(heard.get(conversation) ?? []), reply]);
        return 'delivered';
      },
    }),
    handle: async ({ message, state = '' }) => ({ state: `${state}${message};`, replies: [`re ${message}`] }),
  });
  const log = activityLog({ redis, vault: testVault }, subscriber(redis));
  const conversations = Array.from({ length: 40 }, (_, n) => (n % 2 ? `web:${n}` : `messenger:${n}`));
  const messages = Array.from({ length: 10 }, (_, n) => `m${n}`);
  await Promise.all(
    conversations.map(async (conversation) => {
      for (const message of messages)
        await bot.accept({ conversation, id: message, message, echo: { plain: message, digitless: '*', masked: '***' } });
    }),
  );
  await bot.sweep();
  const repliesIn = async (conversation: string): Promise<(string | undefined)[]> =>
    isLog(conversation)
      ? (await log.read(conversation, 0, 100)).rows.filter(({ kind }) => kind === 'reply').map(({ text }) => text)
      : (heard.get(conversation) ?? []);
  const expected = messages.map((message) => `re ${message}`);
  for (const conversation of conversations) {
    await until(async () => (await repliesIn(conversation)).length >= messages.length);
    expect(await repliesIn(conversation)).toEqual(expected);
  }
  await bot.drain();
  expect(failures).toEqual([]);
});

test('events published on one node are heard through any other; effects are recorded', async () => {
  const log = activityLog({ redis, vault: testVault }, subscriber(redis));
  const said: string[] = [];
  for (let n = 0; n < 9; n++) await log.listen(`web:event${n}`, (event) => void (event.kind === 'announced' && said.push(event.what)));
  const areHeard = async (): Promise<boolean> => {
    for (let n = 0; n < 9; n++) await log.announce(`web:event${n}`, `typing ${n}`); // nodes that have just met may not pass on the first ones
    return new Set(said).size === 9;
  };
  await until(areHeard, 'all nine are heard', { everyMs: 100 });
  const key = { conversation: 'web:event1', number: 1, step: 'sms' };
  const once = () => effects({ redis, vault: testVault }).once(key, z.number(), async () => Math.random(), 'never');
  expect(await once()).toEqual(await once());
});
