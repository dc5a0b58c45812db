import type { Redis } from 'ioredis';
import { answers, type Answers } from '../../src/state/answers';
import { keyOf } from '../../src/state/keys';
import type { Mailbox } from '../../src/state/mailbox';
import { subscriber } from '../../src/state/subscriber';
import { startRedis, type TestRedis } from '../support/redis';
import { until } from '../support/until';
import { boxOf, elapse, granted, testVault } from './world';

let server: TestRedis;
let redis: Redis;
let box: Mailbox;
/** The process that waits; the turn is committed by another one. */
let waiting: Answers;
beforeAll(async () => {
  server = await startRedis();
  redis = await server.client();
  box = boxOf(await server.connection());
  const there = await server.connection();
  waiting = answers({ redis: there, vault: testVault }, subscriber(there));
});
afterAll(() => server.close());

const ask = async (conversation: string) => (await box.accept({ conversation, id: 'm1', message: 'm1', wantsAnswer: true })).turn!;

test('an answer reaches the process that waits, at once, and is not sent again', async () => {
  const turn = await ask('answer:1');
  const answer = waiting.awaitAnswer('answer:1', 'm1', 3_600_000); // nobody waits that long for this test
  await until(async () => (await redis.pubsub('CHANNELS')).length > 0);
  expect(await waiting.answerOf('answer:1', 'm1')).toBeUndefined();
  expect(await box.commit(turn, { state: 's', replies: ['r1', 'r2'] })).toMatchObject({ pen: undefined });
  expect(await answer).toEqual(['r1', 'r2']);
  expect(await redis.exists(keyOf('answer:1', 'out'))).toBe(0);
});

test('a repeated delivery gets the same answer again, for five minutes', async () => {
  await box.commit(await ask('answer:2'), { state: 's', replies: ['r1'] });
  expect((await box.accept({ conversation: 'answer:2', id: 'm1', message: 'm1', wantsAnswer: true })).status).toBe('duplicate');
  expect(await waiting.awaitAnswer('answer:2', 'm1', 10_000)).toEqual(['r1']);
  const [key = ''] = await redis.keys('*answer:2:answer:*');
  expect(await redis.pttl(key)).toBeGreaterThan(4 * 60_000);
});

test('who stopped waiting is told later, through the outbox', async () => {
  const turn = await ask('answer:3');
  expect(await waiting.awaitAnswer('answer:3', 'm1', 50)).toBeUndefined();
  expect(await box.commit(turn, { state: 's', replies: ['r1'] })).toMatchObject({
    pen: { replies: [{ text: 'r1', number: turn.said + 1 }] },
  });
});

test('an answer does not disturb the numbers of replies still to be sent', async () => {
  const first = await granted(box, 'answer:4', 'm0');
  await box.commit(first, { state: 's', replies: ['r1'] });
  await box.commit(await ask('answer:4'), { state: 's', replies: ['answered'] });
  const last = await granted(box, 'answer:4', 'm2');
  await box.commit(last, { state: 's', replies: ['r3'] });
  await elapse(redis, 'answer:4', 'penLease');
  const { pen } = await box.claim('answer:4');
  expect(pen!.replies).toEqual([
    { number: first.said + 1, text: 'r1' },
    { number: first.said + 3, text: 'r3' },
  ]);
  expect(await box.settle(pen!, pen!.last)).toBeUndefined();
});

test('whether the answer or the end of the wait comes first: the customer has the reply exactly once', async () => {
  const ways = new Set<string>();
  for (let n = 0; n < 100 || ways.size < 2; n++) {
    const conversation = `answer:race:${n}`;
    const turn = await ask(conversation);
    const waited = waiting.awaitAnswer(conversation, 'm1', Math.floor(n / 20));
    await new Promise((resolve) => setTimeout(resolve, (n % 20) / 3));
    const committed = await box.commit(turn, { state: 's', replies: ['r1'] });
    const found = [await waited, committed !== 'stale' && committed.pen?.replies.map(({ text }) => text)];
    expect(found.filter(Boolean)).toEqual([['r1']]);
    ways.add(found[0] ? 'answered' : 'sent');
  }
});
