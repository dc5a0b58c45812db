import type { Redis } from 'ioredis';
import { z } from 'zod';
import { BackendFailure } from '../../src/domain/failure';
import { money } from '../../src/domain/money';
import { ABSENT, PENDING, type Operation, type Order, type Settled, type SpendKind, type Spent } from '../../src/domain/spending';
import { SHARDS } from '../../src/state/keys';
import { ledger, type Ledger } from '../../src/state/ledger';
import { dueKey } from '../../src/state/ledger-keys';
import { connectRedis } from '../../src/state/redis';
import { spending, type Pace, type Spending } from '../../src/state/spending';
import { cuttingProxy } from '../support/proxy';
import { startRedis, type TestRedis } from '../support/redis';
import { until } from '../support/until';
import { testVault } from './world';

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

const LINE = '50255550101';
const FAST: Pace = { looks: [1], promise: 60_000, arrival: 5_000, most: 600_000, grace: 1 };
const done: Settled = { status: 'done', facts: { until: 1 } };
const refused: Settled = { status: 'refused', reason: 'sold-out' };
const timeout = () => Promise.reject(new BackendFailure('bss', 'timeout'));

const order = (id: string, more: Partial<Order> = {}): Order => ({
  ...{ id, kind: 'top-up', line: LINE, amount: money(2_000, 'GTQ'), details: { to: LINE }, limits: [], day: '2026-11-20', again: false },
  teller: { conversation: 'web:1', skill: 'top-up', language: 'es', form: 'tu' },
  evidence: { words: 'Recargar Q20.00', shownAt: 1, agreedAt: 2, release: 'test' },
  ...more,
});

/** A ledger's world: the other side answers as told, and what is told to customers is kept. */
function world(label: SpendKind['label'], send: SpendKind['send'], find?: SpendKind['find'], pace = FAST, own = journal) {
  const told: [string, Operation['state']][] = [];
  let now = Date.now();
  const sends = jest.fn(send);
  const kind: SpendKind = { kind: 'top-up', label, details: z.object({ to: z.string() }), deadlineMs: 1, send: sends, ...(find && { find }) };
  const tell = async (operation: Operation, what: string) => {
    const isKnown = told.some(([before]) => before === what);
    told.push([what, operation.state]);
    return isKnown ? ('known' as const) : ('posted' as const);
  };
  const spender = spending({ ledger: own, kinds: [kind], clock: () => now, tell, report: () => undefined, pace });
  return { spender, sends, told, later: (ms: number) => void (now += ms) };
}
const dueNow = async (): Promise<string[]> => (await Promise.all(Array.from({ length: SHARDS }, (_, shard) => journal.due(shard)))).flat();
async function look(spender: Spending, id: string): Promise<void> {
  const member = journal.memberOf(LINE, id);
  await until(async () => (await dueNow()).includes(member));
  await spender.look(member);
}
const outcome = (spent: Spent) => (spent.status === 'done' || spent.status === 'refused' ? spent.outcome : spent.status);

test('one order is sent once, whoever asks, and everybody hears the same end', async () => {
  const { spender, sends } = world('keyed', async () => done);
  const all = await Promise.all(Array.from({ length: 50 }, () => spender.spend(order('one'))));
  expect(sends).toHaveBeenCalledTimes(1);
  expect(all.map(outcome)).toContainEqual(done);
  expect(all.every(({ status }) => status === 'done' || status === 'unknown')).toBe(true); // the others may have come before the answer
  expect(outcome(await spender.spend(order('one')))).toEqual(done);
  expect(sends).toHaveBeenCalledTimes(1);
});

test('the id of an order buys nothing else', async () => {
  const { spender, sends } = world('keyed', async () => done);
  await spender.spend(order('one'));
  await expect(spender.spend(order('one', { amount: money(50_000, 'GTQ') }))).rejects.toThrow(TypeError);
  await expect(spender.spend(order('one', { details: { to: '50255550102' } }))).rejects.toThrow(TypeError);
  expect(sends).toHaveBeenCalledTimes(1);
});

test('keyed: a lost answer is in doubt, posted again under the same key, and told', async () => {
  const answers = [timeout, async () => done];
  const { spender, sends, told } = world('keyed', async () => answers.shift()!());
  const first = await spender.spend(order('lost'));
  expect(first.status).toBe('unknown');
  await look(spender, 'lost');
  expect(sends.mock.calls.map(([key]) => key.id)).toEqual(['lost', 'lost']);
  expect(told).toEqual([['settled', 'done']]);
  await look(spender, 'lost'); // was told already: then nothing is due any more
  expect(await redis.zcard(`{l0}:due`)).toBe(0);
  expect(await dueNow()).toEqual([]);
});

test('queryable: it is looked up, never posted again; "not found" is no answer while it may still arrive', async () => {
  const { spender, sends, told, later } = world('queryable', timeout, async () => ABSENT);
  expect((await spender.spend(order('late'))).status).toBe('unknown');
  await look(spender, 'late');
  expect(told).toEqual([]);
  later(FAST.arrival * 2);
  await look(spender, 'late');
  expect(told).toEqual([['settled', 'refused']]);
  expect((await journal.read(LINE, 'late'))?.operation.outcome).toEqual({ status: 'refused', reason: 'not-found' });
  expect(sends).toHaveBeenCalledTimes(1);
});

test('queryable: nobody waits longer than until "not found" is a no', async () => {
  const { spender } = world('queryable', timeout, async () => ABSENT, { ...FAST, looks: [3_600_000] });
  const { status, operation } = z.object({ status: z.string(), operation: z.object({ at: z.number() }) }).parse(await spender.spend(order('pin')));
  const member = journal.memberOf(LINE, 'pin');
  const due = (await Promise.all(Array.from({ length: SHARDS }, (_, shard) => redis.zscore(dueKey(shard), member)))).find((score) => score !== null);
  expect(status).toBe('unknown');
  expect(Number(due) - operation.at).toBeGreaterThan(FAST.arrival);
  expect(Number(due) - operation.at).toBeLessThan(FAST.arrival + 60_000);
});

test('queryable: a turn that runs again looks before it sends', async () => {
  const { spender, sends } = world(
    'queryable',
    async () => done,
    async () => done,
  );
  expect(outcome(await spender.spend(order('rerun', { again: true })))).toEqual(done);
  expect(sends).not.toHaveBeenCalled();
});

test('neither: sent once and never again; after the promise a person has it', async () => {
  const { spender, sends, told, later } = world('neither', timeout);
  expect((await spender.spend(order('once'))).status).toBe('unknown');
  later(FAST.promise * 2);
  await redis.zadd((await redis.keys('*:due'))[0]!, 1, journal.memberOf(LINE, 'once')); // its hour has come
  await look(spender, 'once');
  expect(told).toEqual([['stuck', 'unknown']]);
  expect(sends).toHaveBeenCalledTimes(1);
});

test('what certainly never reached the other side is a no, and nothing is charged', async () => {
  const { spender } = world('keyed', () => Promise.reject(new BackendFailure('bss', 'unavailable', { untouched: true })));
  expect(outcome(await spender.spend(order('away')))).toEqual({ status: 'refused', reason: 'unreached' });
});

test('pending at the other side is a doubt that is looked at again', async () => {
  const answers: (Settled | typeof PENDING)[] = [PENDING, PENDING, done];
  const { spender, told } = world('keyed', async () => answers.shift()!);
  expect((await spender.spend(order('slow'))).status).toBe('unknown');
  await look(spender, 'slow');
  expect(told).toEqual([]);
  await look(spender, 'slow');
  expect(told).toEqual([['settled', 'done']]);
});

test('limits of a line and day are counted with the order; a refused one gives back what it took', async () => {
  const { spender } = world('keyed', async (_, details) => (details === undefined ? done : refused));
  const limits = [{ name: 'other', count: 2, minor: 5_000 }];
  const good = world('keyed', async () => done).spender;
  expect((await good.spend(order('a', { limits }))).status).toBe('done');
  expect((await spender.spend(order('b', { limits }))).status).toBe('refused');
  expect((await good.spend(order('c', { limits }))).status).toBe('done');
  expect(await good.spend(order('d', { limits }))).toMatchObject({ status: 'limit', limit: { name: 'other' } });
  expect((await good.spend(order('e', { limits, day: '2026-11-21' }))).status).toBe('done');
  expect((await good.spend(order('f', { limits, line: '50255550102' }))).status).toBe('done');
});

test('parallel orders never pass a limit', async () => {
  const { spender, sends } = world('keyed', async () => done);
  const limits = [{ name: 'other', count: 3 }];
  await Promise.all(Array.from({ length: 30 }, (_, n) => spender.spend(order(`p${n}`, { limits }))));
  expect(sends).toHaveBeenCalledTimes(3);
});

test('a late refusal does not undo what was done, nor the other way round', async () => {
  const { spender } = world('keyed', async () => done);
  await spender.spend(order('final'));
  const entry = (await journal.read(LINE, 'final'))!;
  expect((await journal.record(entry, refused, 1)).operation.state).toBe('done');
});

test('whoever was overtaken may still report the end, but not a doubt', async () => {
  const { spender } = world('keyed', timeout);
  await spender.spend(order('fence'));
  const old = (await journal.read(LINE, 'fence'))!;
  await until(async () => (await journal.claim(journal.memberOf(LINE, 'fence'), 60_000)) !== undefined);
  await journal.record(old, 'unknown', 1);
  expect(await dueNow()).toEqual([]); // the newer holder keeps its time
  expect((await journal.record(old, done, 1)).operation.state).toBe('done');
});

test('a line has its operations, newest first, with references that people can read', async () => {
  const { spender } = world('keyed', async () => done);
  for (const id of ['first', 'second']) await spender.spend(order(id));
  const all = await journal.list(LINE, 10);
  expect(all.map(({ order: id }) => id)).toEqual(['second', 'first']);
  expect(all[0]?.reference).toMatch(/^R-[2-9A-HJKMNP-Z]{5}$/);
});

test('nothing of it can be read in Redis, and nothing lives for ever once it is told', async () => {
  const { spender } = world('keyed', async () => done);
  await spender.spend(order('sealed'));
  const keys = await redis.keys('*');
  expect(keys.join()).not.toContain(LINE);
  for (const key of keys.filter((name) => name.includes(':order:'))) expect(JSON.stringify(await redis.hgetall(key))).not.toContain(LINE);
  await journal.told(journal.memberOf(LINE, 'sealed'), 'told');
  for (const key of await redis.keys('*')) expect(await redis.pttl(key)).toBeGreaterThan(0);
});

/** After so long an answer counts as lost, ms: this test waits for it once. The product's half a second is too short for a slow machine's answers. */
const LOST_MS = 3_000;

test('the answer of the journal is lost: the order is sent all the same, once, and nobody waits for what was never asked', async () => {
  const line = await cuttingProxy(server.port);
  const cut = connectRedis(`redis://127.0.0.1:${line.port}`, undefined, LOST_MS);
  const stopped = jest.spyOn(Date, 'now').mockReturnValue(Date.now()); // who asks the journal again gives up by the clock
  try {
    await cut.ready();
    const own = ledger({ redis: cut, vault: testVault, pepper: 'p'.repeat(32) });
    const { spender, sends } = world('keyed', async () => done, undefined, FAST, own);
    await spender.spend(order('script')); // Redis has the scripts
    line.cutNext();
    const limits = [{ name: 'other', count: 1 }];
    expect(outcome(await spender.spend(order('cut', { limits })))).toEqual(done);
    expect(line.cuts()).toBe(1);
    expect(sends).toHaveBeenCalledTimes(2);
    expect(outcome(await world('keyed', timeout).spender.spend(order('cut', { limits })))).toEqual(done); // whoever asks later learns it, and sends nothing
  } finally {
    stopped.mockRestore();
    cut.close();
    line.close();
  }
});

test('who asks again for the right to send an order has all the time of its request from then on, before anybody looks after it', async () => {
  const connection = await server.connection();
  let asked = 0;
  const client = new Proxy(connection.client, {
    get(target, name) {
      const own: unknown = Reflect.get(target, name);
      if (name !== 'evalsha' || typeof own !== 'function') return own;
      return async (...args: unknown[]) => {
        const answer: unknown = await Reflect.apply(own, target, args);
        if (++asked > 1) return answer;
        for (const key of await redis.keys('*:due')) for (const member of await redis.zrange(key, '0', '-1')) await redis.zadd(key, 0, member);
        throw new Error('Command timed out'); // and that took as long as the request has
      };
    },
  });
  const own = ledger({ redis: { ...connection, client }, vault: testVault, pepper: 'p'.repeat(32) });
  await journal.open(order('script'), 60_000); // Redis has the scripts
  expect(await own.open(order('late'), 60_000)).toMatchObject({ status: 'opened' });
  expect(asked).toBe(2);
  expect(await dueNow()).not.toContain(journal.memberOf(LINE, 'late'));
});

test('with the ledger away nothing is sent', async () => {
  const { spender, sends } = world('keyed', async () => done);
  await server.stop();
  await expect(spender.spend(order('away'))).rejects.toThrow();
  expect(sends).not.toHaveBeenCalled();
  await server.start();
});
