import { sharing } from '../../src/state/sharing';
import { startRedis, type TestRedis } from '../support/redis';
import { until } from '../support/until';

let redis: TestRedis;
beforeAll(async () => {
  redis = await startRedis();
});
afterAll(() => redis.close());

/** Processes of one name: each asks as often as it is asked. */
const process = async (counts = 60_000) => sharing(await redis.connection(500), () => performance.now(), { again: 1, counts });

test('processes that take part in the same know how many they are', async () => {
  const [one, two] = [await process(), await process()];
  expect(one('page')).toBe(1); // nobody waits for the answer
  await until(() => two('page') === 2 && one('page') === 2);
  expect(one('another')).toBe(1);
});

test('who says nothing any more is not counted', async () => {
  const [one, two] = [await process(100), await process(100)];
  await until(() => two('left') > 0 && one('left') === 2);
  await until(() => one('left') === 1);
});

test('while Redis is away the last answer holds', async () => {
  const [one, two] = [await process(), await process()];
  await until(() => two('away') > 0 && one('away') === 2);
  await redis.stop('SIGKILL');
  for (let asked = 0; asked < 20; asked++) {
    expect(one('away')).toBe(2);
    await new Promise((resolve) => setImmediate(resolve));
  }
});
