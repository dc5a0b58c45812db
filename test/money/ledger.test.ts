import type { Redis } from 'ioredis';
import { z } from 'zod';
import { BackendFailure } from '../../src/domain/failure';
import { money } from '../../src/domain/money';
import { ABSENT, type Order, type Settled, type SpendKind } from '../../src/domain/spending';
import { SHARDS } from '../../src/state/keys';
import { inDoubt } from '../../src/state/doubts';
import { ledger, type Ledger } from '../../src/state/ledger';
import { spending, type Pace } from '../../src/state/spending';
import { startRedis, type TestRedis } from '../support/redis';
import { until } from '../support/until';
import { testVault } from '../state/world';

/** What a mistake in the ledger would do that no other test saw when it was planted. */

const LINE = '50255550101';
const FAST: Pace = { looks: [1], promise: 60_000, arrival: 5_000, most: 600_000, grace: 1 };
const done: Settled = { status: 'done', facts: {} };
const lost = () => Promise.reject(new BackendFailure('bss', 'timeout'));
const unheard = () => Promise.reject(new BackendFailure('bss', 'unavailable', { untouched: true }));
let server: TestRedis;
let redis: Redis;
let journal: Ledger;
beforeAll(async () => {
  server = await startRedis();
  redis = await server.client();
  journal = ledger({ redis: await server.connection(), vault: testVault, pepper: 'p'.repeat(32) });
});
afterAll(() => server.close());
beforeEach(() => redis.flushall());

const order = (id: string, more: Partial<Order> = {}): Order => ({
  ...{ id, kind: 'top-up', line: LINE, amount: money(2_000, 'GTQ'), details: {}, limits: [], day: '2026-11-20', again: false },
  teller: { conversation: 'web:1', skill: 'top-up', language: 'es', form: 'tu' },
  evidence: { words: 'Recargar Q20.00', shownAt: 1, agreedAt: 2, release: 'test' },
  ...more,
});
const opened = async (id: string) => {
  const all = await journal.open(order(id), 1);
  if (all.status !== 'opened') throw new Error(all.status);
  return all.entry;
};
const dueNow = async (): Promise<string[]> => (await Promise.all(Array.from({ length: SHARDS }, (_, shard) => journal.due(shard)))).flat();
const isDue = (id: string): Promise<boolean> => dueNow().then((all) => all.includes(journal.memberOf(LINE, id)));
function world(label: SpendKind['label'], send: SpendKind['send'], find?: SpendKind['find']) {
  const [sends, finds] = [jest.fn(send), jest.fn(find ?? (async () => ABSENT))];
  const kind: SpendKind = { kind: 'top-up', label, details: z.unknown(), deadlineMs: 1, send: sends, find: finds };
  const tell = jest.fn(async () => 'posted' as const);
  return { sends, finds, tell, ...spending({ ledger: journal, kinds: [kind], clock: Date.now, tell, report: () => undefined, pace: FAST }) };
}

test('an order is due from the moment it is opened: whoever opened it may die before it is sent', async () => {
  await opened('orphan');
  await until(() => isDue('orphan'));
});

test('what is not over cannot have been told', async () => {
  await opened('early');
  await journal.told(journal.memberOf(LINE, 'early'), 'told');
  expect((await journal.read(LINE, 'early'))?.told).toBe(false);
  await until(() => isDue('early'));
});

test('what a person has is left alone, unless it is over: then it is still told', async () => {
  const entry = await opened('over');
  await journal.record(entry, done, 1);
  await journal.told(journal.memberOf(LINE, 'over'), 'left');
  await until(() => isDue('over'));
  await opened('open');
  await journal.told(journal.memberOf(LINE, 'open'), 'left');
  expect(await redis.zscore((await redis.keys('*:due'))[0] ?? '', journal.memberOf(LINE, 'open'))).toBeNull();
});

test('a later request that never left says nothing about the first one', async () => {
  const answers = [lost, unheard, unheard];
  const { spend, look } = world('keyed', async () => (answers.shift() ?? unheard)());
  await spend(order('twice'));
  await until(() => isDue('twice'));
  await look(journal.memberOf(LINE, 'twice'));
  expect((await journal.read(LINE, 'twice'))?.operation.state).toBe('unknown');
});

test('a turn that runs again with a journal that was lost: what never left now may have left before', async () => {
  const { spend } = world('keyed', unheard);
  expect((await spend(order('lost', { again: true }))).status).toBe('unknown');
  expect((await spend(order('new'))).status).toBe('refused');
  const queried = world('queryable', unheard, unheard);
  expect((await queried.spend(order('asked', { again: true }))).status).toBe('unknown');
});

test.each(['doubt', 'end'] as const)('a journal that forgets an order while it is on its way is told again by who sent it: %s', async (what) => {
  const { spend, look, sends, tell } = world('keyed', async () => {
    if (sends.mock.calls.length > 1) return done;
    await redis.flushall();
    return what === 'end' ? done : lost();
  });
  const id = `forgotten-${what}`;
  expect((await spend(order(id))).status).toBe(what === 'end' ? 'done' : 'unknown');
  await until(() => isDue(id));
  await look(journal.memberOf(LINE, id));
  expect(tell).toHaveBeenCalledWith(expect.objectContaining({ order: id, line: LINE, state: 'done', evidence: order(id).evidence }), 'settled');
  expect(new Set(sends.mock.calls.map(([key]) => key.id))).toEqual(new Set([id]));
});

test('what was erased, or is looked after by others, is not written again', async () => {
  const entry = await opened('erased');
  await until(() => isDue('erased'));
  const claimed = await journal.claim(journal.memberOf(LINE, 'erased'), 60_000);
  await redis.flushall();
  await journal.record(claimed ?? entry, 'unknown', 1);
  expect(await journal.read(LINE, 'erased')).toBeUndefined();
});

test('orders in doubt are counted for the alert, and only they', async () => {
  await opened('sent');
  await journal.record(await opened('done'), done, 1);
  const { spend } = world('keyed', lost);
  await spend(order('lost'));
  expect(await inDoubt({ client: redis })).toBe(1);
});

test('neither: a turn that runs again sends nothing, and nobody looks', async () => {
  const { spend, look, sends, finds } = world('neither', async () => done);
  expect((await spend(order('once', { again: true }))).status).toBe('unknown');
  await redis.zadd((await redis.keys('*:due'))[0] ?? '', 1, journal.memberOf(LINE, 'once'));
  await look(journal.memberOf(LINE, 'once'));
  expect(sends).not.toHaveBeenCalled();
  expect(finds).not.toHaveBeenCalled();
});

test('queryable: what was found absent by a turn that runs again is sent as no first try', async () => {
  const { spend, sends } = world('queryable', async () => done);
  await spend(order('again', { again: true }));
  await spend(order('first'));
  expect(sends.mock.calls.map(([, , sent]) => sent.first)).toEqual([undefined, true]);
});

test('an end is told until somebody has said it: posting it is not enough', async () => {
  const { spend, look, tell } = world('keyed', async () => done);
  await spend(order('told'));
  await until(() => isDue('told'));
  await look(journal.memberOf(LINE, 'told'));
  expect(tell).toHaveBeenCalledTimes(1);
  expect((await journal.read(LINE, 'told'))?.said).toBe(false);
});
