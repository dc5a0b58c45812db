import { dueIn } from '../../src/state/due';
import { gathering } from '../../src/state/gathering';
import type { RedisConnection } from '../../src/state/redis';
import { startRedis, type TestRedis } from '../support/redis';

let server: TestRedis;
let redis: RedisConnection;
beforeAll(async () => {
  server = await startRedis();
  redis = await server.connection();
});
afterAll(() => server.close());

const scriptsRun = async (): Promise<number> => Number(/cmdstat_evalsha:calls=(\d+)/.exec(await redis.client.info('commandstats'))?.[1] ?? 0);

test('all who look in the same moment look in one round trip, and each is told of its own index', async () => {
  await redis.client.zadd('{m1}:due', 1, 'one', Date.now() + 60_000, 'later');
  await redis.client.zadd('{m2}:due', 1, 'two', 2, 'three', 3, 'four');
  const due = dueIn(redis, 2);
  await due('{m0}:due'); // from now on Redis knows the script
  const before = await scriptsRun();
  expect(await Promise.all(['{m1}:due', '{m3}:due', '{m2}:due'].map(due))).toEqual([['one'], [], ['two', 'three']]);
  expect((await scriptsRun()) - before).toBe(1);
});

test('what several ask for is done together, and fails for all who asked together', async () => {
  const done: (readonly number[])[] = [];
  const { add, idle } = gathering<number>(async (all) => {
    if (all.includes(13)) throw new Error('not this');
    done.push(all);
  }, 2);
  const asked = [add(1), add(2), add(3), add(13)];
  await idle();
  expect(await Promise.allSettled(asked)).toEqual([
    { status: 'fulfilled', value: undefined },
    { status: 'fulfilled', value: undefined },
    ...[0, 1].map(() => ({ status: 'rejected', reason: new Error('not this') })),
  ]);
  expect(done).toEqual([[1, 2]]);
});
