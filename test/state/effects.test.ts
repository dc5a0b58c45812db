import type { Redis } from 'ioredis';
import { z } from 'zod';
import { BackendFailure } from '../../src/domain/failure';
import { effects, type Effects } from '../../src/state/effects';
import { keyOf } from '../../src/state/keys';
import type { RedisConnection } from '../../src/state/redis';
import { startRedis, type TestRedis } from '../support/redis';
import { until } from '../support/until';
import { testVault } from './world';

let server: TestRedis;
let redis: Redis;
let all: Effects;
let connection: RedisConnection;
let broken: number;
beforeAll(async () => {
  server = await startRedis();
  redis = await server.client();
  connection = await server.connection();
  all = effects({ redis: connection, vault: testVault, unreadable: () => void broken++ });
});
afterAll(() => server.close());
beforeEach(() => (broken = 0));

const Ticket = z.object({ id: z.number() });
let next = 0;
const keyFor = (step: string) => ({ conversation: 'effects:1', number: 7, step });
const recordOf = (step: string): string => keyOf('effects:1', `effect:7:${step}`);
const ticket = jest.fn(async () => ({ id: ++next }));
const fails = (error: Error) => () => Promise.reject(error);
beforeEach(() => ticket.mockClear());

test.each(['repeat', 'never'] as const)('%s: what was done is read back, not done again', async (policy) => {
  const first = await all.once(keyFor(policy), Ticket, ticket, policy);
  expect(await all.once(keyFor(policy), Ticket, ticket, policy)).toEqual(first);
  expect(ticket).toHaveBeenCalledTimes(1);
  expect(await redis.get(recordOf(policy))).not.toContain('"id"');
  expect(await redis.pttl(recordOf(policy))).toBeGreaterThan(23 * 3_600_000);
});

test('a value may be nothing at all', async () => {
  const act = jest.fn(async () => undefined);
  for (let n = 0; n < 2; n++) expect(await all.once(keyFor('void'), z.undefined(), act, 'never')).toEqual({ status: 'done', value: undefined });
  expect(act).toHaveBeenCalledTimes(1);
});

describe('begun by a process that died', () => {
  const die = (step: string) => redis.set(recordOf(step), 'begun', 'PX', 3_600_000);

  test('repeat: it is done again', async () => {
    await die('sms');
    expect(await all.once(keyFor('sms'), Ticket, ticket, 'repeat')).toMatchObject({ status: 'done' });
    expect(ticket).toHaveBeenCalledTimes(1);
  });
  test('never: nobody knows, and it is not done again', async () => {
    await die('restart');
    for (let n = 0; n < 2; n++) expect(await all.once(keyFor('restart'), Ticket, ticket, 'never')).toEqual({ status: 'unknown' });
    expect(ticket).not.toHaveBeenCalled();
  });
});

describe('that failed', () => {
  test.each(['repeat', 'never'] as const)('%s: the error is told, and a later try does it', async (policy) => {
    const refused = new Error('refused');
    await expect(all.once(keyFor(`fail-${policy}`), Ticket, fails(refused), policy)).rejects.toBe(refused);
    expect(await all.once(keyFor(`fail-${policy}`), Ticket, ticket, policy)).toMatchObject({ status: 'done' });
  });
  test('never, at a backend: it may have happened', async () => {
    const timeout = new BackendFailure('tickets', 'timeout');
    await expect(all.once(keyFor('doubt'), Ticket, fails(timeout), 'never')).rejects.toBe(timeout);
    expect(await all.once(keyFor('doubt'), Ticket, ticket, 'never')).toEqual({ status: 'unknown' });
  });
});

test('a record that is broken, or not what it should be, is unknown: it is not done again', async () => {
  await all.once(keyFor('shape'), z.string(), async () => 'text', 'never');
  expect(await all.once(keyFor('shape'), Ticket, ticket, 'never')).toEqual({ status: 'unknown' });
  await redis.set(recordOf('moved'), (await redis.get(recordOf('shape')))!);
  expect(await all.once(keyFor('moved'), z.string(), async () => 'text', 'never')).toEqual({ status: 'unknown' });
  expect(broken).toBe(2);
});

test('with Redis away, nothing is begun', async () => {
  await server.stop();
  await expect(all.once(keyFor('away'), Ticket, ticket, 'never')).rejects.toThrow();
  expect(ticket).not.toHaveBeenCalled();
  await server.start();
  await until(connection.isUp);
});
