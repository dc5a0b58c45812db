import type { Redis } from 'ioredis';
import { aside, type Aside } from '../../src/state/aside';
import { keyOf } from '../../src/state/keys';
import type { Mailbox } from '../../src/state/mailbox';
import { outbox, type Sent } from '../../src/state/outbox';
import { turns, type Turns } from '../../src/state/turns';
import { startRedis, type TestRedis } from '../support/redis';
import { until } from '../support/until';
import { boxOf, testVault } from './world';

/** Nobody dies here: longer than a slow machine stands still. */
const LEASE_MS = 30_000;
let server: TestRedis;
let redis: Redis;
let box: Mailbox;
let desk: Aside;
let bot: Turns;
let isBroken = true;
let answer: Sent = 'delivered';
const sent: string[] = [];
const reports: string[] = [];
beforeAll(async () => {
  server = await startRedis();
  redis = await server.client();
  const connection = await server.connection();
  box = boxOf(connection, { leaseMs: LEASE_MS, unreadable: () => {} });
  desk = aside({ redis: connection, vault: testVault, mailbox: box });
  const report = (event: string): void => void reports.push(event);
  bot = turns({
    ...{ mailbox: box, leaseMs: LEASE_MS, pauseMs: 10, report, apology: () => ['sorry'] },
    outbox: outbox({ mailbox: box, leaseMs: LEASE_MS, report, send: async (_, __, reply) => (sent.push(reply), answer) }),
    handle: async ({ message, state = '' }) => {
      if (isBroken && message === 'broken') throw new Error('bug');
      return { state: `${state}${message};`, replies: [`re ${message}`] };
    },
  });
  bot.start(20);
});
afterAll(async () => {
  await bot.drain();
  await server.close();
});

test('a message that fails four times is set aside; repaired, it is replayed as a new one', async () => {
  for (const message of ['m1', 'broken', 'm2']) await bot.accept({ conversation: 'aside:1', id: message, message });
  await until(() => sent.length === 3);
  expect(sent.splice(0)).toEqual(['re m1', 'sorry', 're m2']);
  expect(reports.filter((event) => event === 'message.set-aside')).toHaveLength(1);
  expect(await desk.conversations()).toEqual(['aside:1']);
  expect(await desk.list('aside:1')).toMatchObject([{ kind: 'message', text: 'broken', tries: 4, throws: 4, reason: '4 errors' }]);

  isBroken = false;
  expect(await desk.replay('aside:1')).toEqual({ replayed: 1, left: 0 });
  await until(() => sent.length === 1);
  expect(sent.splice(0)).toEqual(['re broken']);
  expect(await desk.conversations()).toEqual([]);
  expect(await desk.replay('aside:1')).toEqual({ replayed: 0, left: 0 });
});

test('a reply that was given up is listed, never replayed, and holds nothing up', async () => {
  answer = { gaveUp: 'the customer blocked us' };
  await bot.accept({ conversation: 'aside:2', id: 'm1', message: 'm1' });
  await until(async () => (await desk.list('aside:2')).length === 1);
  answer = 'delivered';
  await bot.accept({ conversation: 'aside:2', id: 'm2', message: 'm2' });
  await until(() => sent.length === 2);
  expect(await desk.list('aside:2')).toMatchObject([{ kind: 'reply', text: 're m1', reason: 'the customer blocked us' }]);
  expect(await desk.replay('aside:2')).toEqual({ replayed: 0, left: 1 });
  sent.splice(0);
});

test('a message that cannot be opened is set aside, and the chat goes on', async () => {
  const { turn } = await box.accept({ conversation: 'aside:3', id: 'm1', message: 'm1' });
  await redis.lset(keyOf('aside:3', 'mail'), 0, `${turn!.delivery} 0 0 nonsense`);
  await box.hold(turn!, 0);
  await bot.accept({ conversation: 'aside:3', id: 'm2', message: 'm2' });
  await until(() => sent.length === 2);
  expect(sent.splice(0)).toEqual(['sorry', 're m2']);
  expect(await desk.list('aside:3')).toMatchObject([{ kind: 'message', text: undefined, reason: 'unreadable' }]);
  expect(await desk.replay('aside:3')).toEqual({ replayed: 0, left: 1 });
});
