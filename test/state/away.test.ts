import type { Redis } from 'ioredis';
import type { Mailbox } from '../../src/state/mailbox';
import { outbox } from '../../src/state/outbox';
import { connectRedis, type RedisConnection } from '../../src/state/redis';
import { turns } from '../../src/state/turns';
import { keyOf } from '../../src/state/keys';
import { cuttingProxy, type CuttingProxy } from '../support/proxy';
import { startRedis, type TestRedis } from '../support/redis';
import { until } from '../support/until';
import { boxOf, elapse, granted } from './world';

let server: TestRedis;
let redis: Redis;
let connection: RedisConnection;
let box: Mailbox;
beforeAll(async () => {
  server = await startRedis({ args: ['--appendfsync', 'always'] }); // killed while its disk is busy it would forget a second
  redis = await server.client();
  connection = connectRedis(server.url);
  await connection.ready();
  box = boxOf(connection);
});
afterAll(async () => {
  connection.close();
  await server.close();
});

/** What nobody answers any more is waited for so long. */
const FAR_MS = 2_000;

/** Nothing is asked for longer than half a second, and nothing waits for Redis to come back: so every call ends by itself. */
const fails = (act: () => Promise<unknown>): Promise<void> => expect(act()).rejects.toThrow();
const isBack = (): Promise<boolean> =>
  box.overdue(0).then(
    () => true,
    () => false,
  );

describe.each([
  ['stopped', () => server.stop('SIGTERM'), () => server.start()],
  ['killed', () => server.stop('SIGKILL'), () => server.start()],
  ['frozen', async () => server.freeze(), async () => server.thaw()],
])('Redis %s', (how, away, back) => {
  test('every call fails, and soon; it is back by itself, and nothing is doubled', async () => {
    const conversation = `away:${how}`;
    const turn = await granted(boxOf(await server.connection()), conversation, 'm1');
    const outcome = { state: 's', replies: ['r1'] };
    const m2 = { conversation, id: 'm2', message: 'm2' };
    expect(connection.client.options).toMatchObject({ commandTimeout: 500, enableOfflineQueue: false });
    await away();
    await fails(() => box.accept(m2));
    await fails(() => box.commit(turn, outcome));
    await fails(() => box.hold(turn, 1000));
    await fails(() => box.claim(conversation));
    await fails(() => box.overdue(0));
    await back();
    await until(isBack);
    const patient = boxOf(await server.connection()); // a slow machine takes longer than half a second, too
    // A frozen Redis does, when it wakes, what it was asked: whoever asks again must not double it.
    expect((await patient.accept(m2)).status).toMatch(how === 'frozen' ? 'duplicate' : 'queued');
    expect(await patient.commit(turn, outcome)).toMatchObject({ turn: { message: 'm2' }, pen: { replies: [{ text: 'r1' }] } });
    expect(await redis.llen(keyOf(conversation, 'out'))).toBe(1);
    expect(await redis.llen(keyOf(conversation, 'mail'))).toBe(1);
  });
});

describe('a line cut after Redis did its work, before its answer arrived', () => {
  let proxy: CuttingProxy;
  let far: RedisConnection;
  /** Over the line that is cut; all that is asked before and after, over another one. */
  let distant: Mailbox;
  let near: Mailbox;
  beforeAll(async () => {
    proxy = await cuttingProxy(server.port);
    far = connectRedis(`redis://127.0.0.1:${proxy.port}`, undefined, FAR_MS);
    await far.ready();
    distant = boxOf(far);
    near = boxOf(await server.connection());
    for (const message of ['warm 1', 'warm 2']) await near.accept({ conversation: 'cut:warm', id: message, message }); // Redis has the scripts
    const { turn, pen } = await warm();
    expect([turn, pen]).toEqual([expect.anything(), expect.anything()]);
  });
  afterAll(() => {
    far.close();
    proxy.close();
  });
  const warm = async () => {
    await elapse(redis, 'cut:warm', 'lease');
    const { turn } = await near.claim('cut:warm');
    const committed = await near.commit(turn!, { state: 's', replies: ['r'] });
    if (committed === 'stale') throw new Error('stale');
    await near.settle(committed.pen!, committed.pen!.last);
    return committed;
  };
  const cut = async (act: () => Promise<unknown>): Promise<void> => {
    const before = proxy.cuts();
    proxy.cutNext();
    await fails(act);
    await until(() => proxy.cuts() === before + 1);
    await until(() => far.isUp());
  };

  test('accept: the delivery is kept once', async () => {
    const m1 = { conversation: 'cut:accept', id: 'm1', message: 'm1' };
    await cut(() => distant.accept(m1));
    expect((await near.accept(m1)).status).toBe('duplicate');
    expect(await redis.llen(keyOf('cut:accept', 'mail'))).toBe(1);
  });

  test('commit: asked again, it says what it did, and does it no second time', async () => {
    const turn = await granted(near, 'cut:commit', 'm1');
    await near.accept({ conversation: 'cut:commit', id: 'm2', message: 'm2' });
    const outcome = { state: 's', replies: ['r1', 'r2'], timers: [{ id: 't', at: Date.now() + 60_000, message: 't' }] };
    await cut(() => distant.commit(turn, outcome));
    const again = await near.commit(turn, outcome);
    expect(again).toMatchObject({
      turn: { message: 'm2', state: 's', said: turn.said + 2 },
      pen: { replies: [{ text: 'r1' }, { text: 'r2' }] },
    });
    expect(await redis.llen(keyOf('cut:commit', 'out'))).toBe(2);
    expect(await redis.zcard(keyOf('cut:commit', 'timers'))).toBe(1);
  });

  test('commit in log mode: no row is written twice', async () => {
    const turn = await granted(near, 'web:cut', 'm1');
    const outcome = { state: 's', replies: ['r1', 'r2'] };
    await cut(() => distant.commit(turn, outcome));
    expect(await near.commit(turn, outcome)).not.toBe('stale');
    expect(await redis.llen(keyOf('web:cut', 'log'))).toBe(2);
  });

  test('settle: what was sent is not sent again, what came after is', async () => {
    const committed = await near.commit(await granted(near, 'cut:settle', 'm1'), { state: 's', replies: ['r1', 'r2', 'r3'] });
    if (committed === 'stale' || !committed.pen) throw new Error('no pen');
    const { pen } = committed;
    await cut(() => distant.settle(pen, pen.last - 1));
    expect(await near.settle(pen, pen.last - 1)).toMatchObject({ replies: [{ text: 'r3' }] });
  });
});

test('a turn that is running while Redis restarts is committed once, and its replies go out once', async () => {
  const sent: string[] = [];
  const patient = boxOf(await server.connection());
  let goOn = (): void => {};
  const leaseMs = 10_000;
  const bot = turns({
    ...{ mailbox: patient, leaseMs, apology: () => [], report: () => {} },
    outbox: outbox({ mailbox: patient, leaseMs, report: () => {}, send: async (_, __, reply) => (sent.push(reply), 'delivered') }),
    handle: async ({ message }) => {
      await new Promise<void>((resolve) => (goOn = resolve));
      return { state: 's', replies: [`re ${message}`] };
    },
  });
  await bot.accept({ conversation: 'away:turn', id: 'm1', message: 'm1' });
  await server.stop();
  goOn();
  await expect(bot.accept({ conversation: 'away:turn', id: 'm2', message: 'm2' })).rejects.toThrow();
  await server.start();
  await until(() => sent.length > 0);
  await bot.drain();
  expect(sent).toEqual(['re m1']);
});
