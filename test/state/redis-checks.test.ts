import { connectRedis } from '../../src/state/redis';
import { redisChecks, type RedisRole, type Stated } from '../../src/state/redis-checks';
import { demandSafeRedis } from '../../src/wiring/redis-safety';
import { PATIENT_MS, startRedis, type TestRedis } from '../support/redis';

let redis: TestRedis;
beforeAll(async () => {
  redis = await startRedis();
});
afterAll(() => redis.close());

const SAFE = { 'maxmemory-policy': 'noeviction', appendonly: 'yes', appendfsync: 'always', save: '' };

async function problems(settings: Partial<typeof SAFE>, role: RedisRole, stated?: Stated): Promise<readonly string[]> {
  const client = await redis.client();
  for (const [name, value] of Object.entries({ ...SAFE, ...settings })) await client.config('SET', name, value);
  return (await redisChecks(await redis.connection(), role, stated)).problems;
}

test.each<[RedisRole, Partial<typeof SAFE>, Stated?]>([
  ['session', {}],
  ['session', { appendfsync: 'everysec' }],
  ['session', { 'maxmemory-policy': 'volatile-ttl' }],
  ['session', { 'maxmemory-policy': 'volatile-lru' }],
  ['ledger', {}],
  ['ledger', { appendfsync: 'everysec' }, { everysecAccepted: true }],
])('a %s store may be set %j', async (role, settings, stated = {}) => expect(await problems(settings, role, stated)).toEqual([]));

test.each<[RedisRole, Partial<typeof SAFE>, RegExp, Stated?]>([
  ['session', { 'maxmemory-policy': 'allkeys-lru' }, /maxmemory-policy is allkeys-lru: .*noeviction/],
  ['session', { 'maxmemory-policy': 'allkeys-random' }, /maxmemory-policy/],
  ['session', { appendonly: 'no' }, /appendonly is no:/],
  ['session', { appendonly: 'no', save: '60 1' }, /appendonly is no \(snapshots alone/],
  ['session', { appendfsync: 'no' }, /appendfsync is no/],
  ['ledger', { 'maxmemory-policy': 'allkeys-lru' }, /maxmemory-policy/],
  ['ledger', { 'maxmemory-policy': 'volatile-ttl' }, /maxmemory-policy is volatile-ttl/],
  ['ledger', { appendonly: 'no' }, /appendonly/],
  ['ledger', { appendfsync: 'everysec' }, /appendfsync is everysec: .*LEDGER_DURABILITY/],
  ['ledger', { appendfsync: 'no' }, /appendfsync is no/, { everysecAccepted: true }],
])('a %s store must not be set %j', async (role, settings, said, stated = {}) => {
  const found = await problems(settings, role, stated);
  expect(found).toHaveLength(1);
  expect(found[0]).toMatch(said);
});

test('two mistakes are told at once', async () => {
  expect(await problems({ 'maxmemory-policy': 'allkeys-lfu', appendonly: 'no' }, 'ledger')).toHaveLength(2);
});

describe('where CONFIG is not allowed', () => {
  const managed = async () => {
    const client = await redis.client();
    await client.call('ACL', 'SETUSER', 'bot', 'on', '>secret', '~*', '&*', '+@all', '-config');
    const connection = connectRedis(redis.url.replace('//', '//bot:secret@'), undefined, PATIENT_MS);
    await connection.ready();
    return connection;
  };

  test('an operator must say how it is set, each word of it', async () => {
    const connection = await managed();
    const check = async (role: RedisRole, stated?: Stated) => (await redisChecks(connection, role, stated)).problems;
    expect(await check('session')).toEqual([expect.stringMatching(/REDIS_DURABILITY_STATEMENT must contain noeviction,aof/)]);
    expect(await check('session', { durability: ['noeviction'] })).toEqual([expect.stringMatching(/must contain aof/)]);
    expect(await check('session', { durability: ['volatile', 'replicated'] })).toEqual([]);
    expect(await check('session', { durability: ['noeviction', 'aof'] })).toEqual([]);
    expect(await check('ledger', { durability: ['noeviction', 'aof'], variable: 'LEDGER_DURABILITY_STATEMENT' })).toEqual([
      expect.stringMatching(/LEDGER_DURABILITY_STATEMENT must contain always/),
    ]);
    expect(await check('ledger', { durability: ['volatile', 'replicated', 'always'] })).toEqual([expect.stringMatching(/noeviction,aof/)]);
    expect(await check('ledger', { durability: ['noeviction', 'aof', 'always'] })).toEqual([]);
    expect((await redisChecks(connection, 'session')).isStated).toBe(true);
    connection.close();
  });

  test('a Redis that does not answer is no Redis that is well set', async () => {
    const connection = await managed();
    connection.close();
    await expect(redisChecks(connection, 'session', { durability: ['noeviction', 'aof'] })).rejects.toThrow();
  });
});

test('which of two Redis cannot be used is said', async () => {
  const away = { ...(await redis.connection()), ready: () => Promise.reject(new Error('not ready after 10000 ms')) };
  const config = { production: true, LEDGER_REDIS_URL: 'redis://10.0.0.1', REDIS_DURABILITY_STATEMENT: [], LEDGER_DURABILITY_STATEMENT: [] };
  const start = demandSafeRedis(away, {
    role: 'ledger',
    which: 'LEDGER_REDIS_URL',
    config: { ...config, LEDGER_DURABILITY: undefined },
    report: () => {},
  });
  await expect(start).rejects.toThrow('The Redis of LEDGER_REDIS_URL cannot be used');
});
