import type { Redis } from 'ioredis';
import { keyOf } from '../../src/state/keys';
import { MAIL_CAP, type Mailbox } from '../../src/state/mailbox';
import { startRedis, type TestRedis } from '../support/redis';
import { until } from '../support/until';
import { boxOf, elapse, granted, isDue } from './world';

let server: TestRedis;
let redis: Redis;
let box: Mailbox;
beforeAll(async () => {
  server = await startRedis();
  redis = await server.client();
  box = boxOf(await server.connection());
});
afterAll(() => server.close());

const said = (...replies: string[]) => ({ state: 'state', replies });
/** Settles all that is to be sent. */
const settleAll = async (conversation: string): Promise<void> => {
  await elapse(redis, conversation, 'penLease');
  for (let { pen } = await box.claim(conversation); pen;) pen = await box.settle(pen, pen.last);
};

describe('accept', () => {
  test('grants the oldest message, and a repeat revives a conversation whose process died', async () => {
    const turn = await granted(box, 'accept:1', 'm1');
    expect(await box.accept({ conversation: 'accept:1', id: 'm2', message: 'm2' })).toEqual({ status: 'queued' });
    await elapse(redis, 'accept:1', 'lease');
    const again = await box.accept({ conversation: 'accept:1', id: 'm2', message: 'm2' });
    expect(again).toMatchObject({ status: 'duplicate', turn: { message: 'm1', number: turn.number, tries: 1 } });
    expect(again.turn!.fence).toBeGreaterThan(turn.fence);
    expect(await box.commit(turn, said('late'))).toBe('stale');
  });

  test('one waiting message too many is refused; nothing of the last one is kept', async () => {
    const turn = await granted(box, 'accept:2', 'm0');
    for (let n = 1; n < MAIL_CAP; n++) await box.accept({ conversation: 'accept:2', id: `m${n}`, message: `m${n}` });
    expect((await box.accept({ conversation: 'accept:2', id: 'late', message: 'late' })).status).toBe('full');
    await box.commit(turn, said());
    expect((await box.accept({ conversation: 'accept:2', id: 'late', message: 'late' })).status).toBe('queued');
  });

  test('numbers begin at the clock, and so never repeat after Redis forgot everything', async () => {
    const before = Date.now();
    const turn = await granted(box, 'accept:3', 'm1');
    expect(turn.number).toBeGreaterThan(before);
    for (let n = 0; n < 3; n++) await box.commit(turn, said('a', 'b'));
    await redis.del(...(await redis.keys('*accept:3*')));
    await until(() => Date.now() > turn.number + 10); // numbers are milliseconds: time goes on before it is written to again
    expect((await granted(box, 'accept:3', 'm1')).number).toBeGreaterThan(turn.number);
  });
});

describe('what was seen', () => {
  test('counts replies that were delivered, not those still under way', async () => {
    const first = await granted(box, 'seen:1', 'buy');
    await box.commit(first, said('This costs Q5.', 'Shall I?'));
    const early = await granted(box, 'seen:1', 'yes (early)');
    expect(early.seen).toBe(early.said - 2);
    await settleAll('seen:1');
    await box.accept({ conversation: 'seen:1', id: 'yes', message: 'yes' });
    const next = await box.commit(early, said());
    expect(next).toMatchObject({ turn: { message: 'yes', seen: early.said } });
  });

  test('is, in log mode, what was committed', async () => {
    const first = await granted(box, 'web:seen', 'buy');
    await box.accept({ conversation: 'web:seen', id: 'yes (early)', message: 'yes (early)' });
    expect(await box.commit(first, said('Shall I?'))).toMatchObject({ turn: { seen: first.said, said: first.said + 1 }, pen: undefined });
  });
});

describe('timers', () => {
  const ring = (at: number) => ({ state: undefined, replies: [], timers: [{ id: 'idle', at, message: 'ring' }] });

  test('ring as a message, once, when they are due', async () => {
    const turn = await granted(box, 'timer:1', 'm1');
    await box.commit(turn, ring(Date.now() + 600_000));
    expect((await box.claim('timer:1')).turn).toBeUndefined();
    expect(await isDue(redis, 'timer:1')).toBe(true);
    const [waiting = ''] = await redis.zrange(keyOf('timer:1', 'timers'), '0', '-1');
    await redis.zadd(keyOf('timer:1', 'timers'), Date.now() + 20, waiting); // ten minutes later
    const rung = async () => (await box.claim('timer:1')).turn;
    let bell: Awaited<ReturnType<typeof rung>>;
    await until(async () => (bell = await rung()) !== undefined);
    expect(bell).toMatchObject({ message: 'ring', number: turn.number + 1 });
    await box.commit(bell!, ring(0));
    expect((await box.claim('timer:1')).turn).toBeUndefined();
    expect(await isDue(redis, 'timer:1')).toBe(false);
  });

  test('that are due come before a message accepted later', async () => {
    await box.commit(await granted(box, 'timer:2', 'm1'), ring(Date.now()));
    expect(await granted(box, 'timer:2', 'm2')).toMatchObject({ message: 'ring' });
  });
});

describe('a conversation that is left alone', () => {
  test('keeps its work for ever and everything else for a while', async () => {
    await box.commit(await granted(box, 'keep:1', 'm1'), said('r1'));
    expect(await redis.pttl(keyOf('keep:1', 'out'))).toBe(-1);
    expect(await redis.pttl(keyOf('keep:1', 'turn'))).toBe(-1);
    await settleAll('keep:1');
    for (const part of ['turn', 'seen', 'state']) expect(await redis.pttl(keyOf('keep:1', part))).toBeGreaterThan(0);
    expect(await redis.exists(keyOf('keep:1', 'out'), keyOf('keep:1', 'mail'))).toBe(0);
    expect(await isDue(redis, 'keep:1')).toBe(false);
  });

  test('is not held up by what cannot be opened', async () => {
    const lenient = boxOf(await server.connection(), { unreadable: () => {} });
    const turn = await granted(box, 'broken:1', 'm1');
    await redis.set(keyOf('broken:1', 'state'), 'nonsense');
    await redis.lset(keyOf('broken:1', 'mail'), 0, `${turn.delivery} 0 0 nonsense`);
    await elapse(redis, 'broken:1', 'lease');
    expect((await lenient.claim('broken:1')).turn).toMatchObject({ message: undefined, state: undefined });
  });
});

test('a commit whose answer was lost gives the same turn and the same pen again, and does nothing twice', async () => {
  const turn = await granted(box, 'again:1', 'm1');
  await box.accept({ conversation: 'again:1', id: 'm2', message: 'm2' });
  const outcome = { state: 's', replies: ['r1', 'r2'], timers: [{ id: 't', at: Date.now() + 60_000, message: 't' }] };
  const once = await box.commit(turn, outcome);
  expect(once).toMatchObject({ turn: { message: 'm2', state: 's' }, pen: { replies: [{ text: 'r1' }, { text: 'r2' }] } });
  expect(await box.commit(turn, outcome)).toEqual(once);
  expect(await redis.llen(keyOf('again:1', 'out'))).toBe(2);
});

test('a commit that Redis cannot follow, because it lost the turn before, writes nothing', async () => {
  const turn = await granted(box, 'lost:1', 'm1');
  expect(await box.commit({ ...turn, number: turn.number + 1 }, said('r1'))).toBe('stale');
  expect(await redis.exists(keyOf('lost:1', 'out'), keyOf('lost:1', 'state'))).toBe(0);
});
