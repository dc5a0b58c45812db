import { randomBytes } from 'node:crypto';
import { newCode } from '../../src/state/otp';
import type { Proof } from '../../src/integrations/codes/port';
import type { RedisConnection } from '../../src/state/redis';
import { startRedis, type TestRedis } from '../support/redis';
import { codeWorld, DAY, MINUTE, wrongFor, type CodeWorld } from './otp-world';

let redis: TestRedis;
let connection: RedisConnection;
let world: CodeWorld;
beforeAll(async () => {
  redis = await startRedis();
  connection = await redis.connection();
});
afterAll(() => redis.close());
beforeEach(() => void (world = codeWorld(connection)));

const LINE = '50255550101';
const login = (visitor: string, msisdn = LINE): Proof => ({ msisdn, visitor, purpose: 'login' });
const stepUp = (visitor: string): Proof => ({ ...login(visitor), purpose: 'step-up' });
/** The n-th of the numbers of a block of 10,000. */
const numberOf = (n: number, block = '5025555'): string => block + String(n).padStart(4, '0');
const statusOf = async (who: Proof): Promise<string> => (await world.ask(who)).status;
/** Types wrong codes until it is locked; resolves to how many were compared. The last of them is told of the lock. */
async function guess(who: (n: number) => Proof): Promise<number> {
  for (let compared = 0, n = 0; n < 40; n++) {
    const begun = await world.ask(who(n));
    if (begun.status !== 'begun') return compared;
    const code = world.phone.at(-1)?.text ?? '';
    for (const by of [1, 2, 3]) {
      const checked = await world.codes.check({ ...who(n), challenge: begun.challenge, attempt: world.attempt(), code: wrongFor(code, by) });
      compared++;
      if (checked.status === 'locked') return compared;
    }
    world.now += 1_000;
  }
  throw new Error('nobody stopped it');
}

describe('a step-up of somebody who is signed in', () => {
  test('works when strangers have used up all codes of the line for a day', async () => {
    for (let n = 0; n < 20; n++) expect(await statusOf(login(`web:stranger${n}`))).toBe('begun');
    expect(await statusOf(login('web:owner'))).toBe('today');
    expect((await world.prove(stepUp('web:owner'))).status).toBe('right');
  });

  test('works when strangers have failed until the line is locked, and then does not unlock it for them', async () => {
    expect(await guess((n) => login(`web:stranger${n}`))).toBe(10);
    expect(await statusOf(login('web:owner'))).toBe('wait');
    expect((await world.prove(stepUp('web:owner'))).status).toBe('right');
    expect(await statusOf(login('web:another'))).toBe('wait');
  });

  test('has limits of its own: pauses, three in a quarter of an hour, eight a day, ten failures in a row', async () => {
    expect(await statusOf(stepUp('web:owner'))).toBe('begun');
    expect(await statusOf(stepUp('web:owner'))).toBe('wait');
    world.now += DAY;
    for (let n = 0; n < 8; n++, world.now += 15 * MINUTE) expect(await statusOf(stepUp('web:owner'))).toBe('begun');
    expect(await statusOf(stepUp('web:owner'))).toBe('today');
    world.now += DAY;
    const failing = { ...stepUp('web:thief') };
    const heard: string[] = [];
    for (let n = 0; n < 4; n++, world.now += 2 * MINUTE + (n === 2 ? 15 * MINUTE : 0)) {
      const begun = await world.ask(failing);
      if (begun.status !== 'begun') throw new Error(begun.status);
      const code = world.phone.at(-1)?.text ?? '';
      for (const by of [1, 2, 3]) {
        const checked = await world.codes.check({ ...failing, challenge: begun.challenge, attempt: world.attempt(), code: wrongFor(code, by) });
        heard.push(checked.status);
      }
    }
    expect(heard.indexOf('locked')).toBe(9); // the tenth is the last that is compared
    expect(await statusOf(failing)).toBe('wait');
    expect(await statusOf(login('web:owner'))).toBe('begun'); // and takes nothing from logins
  });
});

describe('the customer knows the limit before it is reached', () => {
  test('the third code in a quarter of an hour says that it is the last, and until when', async () => {
    const began = world.now;
    const first = await world.ask(login('web:1'));
    world.now += 30_000;
    const second = await world.ask(login('web:1'));
    world.now += MINUTE;
    const third = await world.ask(login('web:1'));
    expect([first, second].map((each) => 'last' in each)).toEqual([false, false]);
    expect(third).toMatchObject({ status: 'begun', last: { until: began + 15 * MINUTE } });
    expect(await world.ask(login('web:1'))).toMatchObject({
      status: 'wait',
      until: began + 15 * MINUTE,
      open: { last: { until: began + 15 * MINUTE } },
    });
    world.now += 3 * MINUTE; // nobody can type the third any more
    expect(await world.ask(login('web:1'))).toEqual({ status: 'wait', until: began + 15 * MINUTE });
    world.now = began + 15 * MINUTE;
    expect(await statusOf(login('web:1'))).toBe('begun');
  });

  test('the eighth of a day, and the twentieth of a line, say so too', async () => {
    const began = world.now;
    const mine = [];
    for (let n = 0; n < 8; n++, world.now += 16 * MINUTE) mine.push(await world.ask(login('web:1')));
    expect(mine.map((each) => 'last' in each && each.last?.until)).toEqual([...Array(7).fill(false), began + DAY]);
    const others = [];
    for (let n = 0; n < 12; n++) others.push(await world.ask(login(`web:other${n}`)));
    expect(others.map((each) => 'last' in each && each.last?.until)).toEqual([...Array(11).fill(false), began + DAY]);
  });
});

describe('a code that can still be typed', () => {
  test.each([login('web:1'), stepUp('web:1')])('is named to whoever asked for it, until it is used: $purpose', async (who) => {
    const began = world.now;
    const first = await world.ask(who);
    const open = { challenge: 'challenge' in first ? first.challenge : '', promised: began + 3 * MINUTE, again: began + 30_000 };
    world.now += 10_000;
    const waiting = await world.ask(who);
    expect(waiting).toEqual({ status: 'wait', until: began + 30_000, open });
    expect(await world.ask(who)).toEqual(waiting);
    const typed = { ...who, challenge: open.challenge, attempt: world.attempt(), code: world.phone[0]?.text ?? '' };
    expect(await world.codes.check(typed)).toEqual({ status: 'right' });
    expect(await world.ask(who)).toEqual({ status: 'wait', until: began + 30_000 });
    expect(world.phone).toHaveLength(1);
  });

  test('is nobody else’s: not another visitor’s, nor another line’s or purpose’s', async () => {
    await world.ask(login('web:1'));
    for (let n = 0; n < 19; n++) await world.ask(login(`web:stranger${n}`));
    expect(await world.ask(login('web:another'))).toEqual({ status: 'today', until: world.now + DAY });
    for (const other of [login('web:1', numberOf(102)), stepUp('web:1')]) expect(await statusOf(other)).toBe('begun');
    expect(await world.ask(login('web:1'))).toMatchObject({ status: 'today', open: { last: { until: world.now + DAY } } });
  });

  test('is none once it was guessed at three times; whether an SMS arrived makes no difference', async () => {
    const begun = await world.ask(login('web:1'));
    const nobodys = login('web:1', '50244440100');
    await world.codes.begin({ ...nobodys, attempt: world.attempt() }); // no SMS goes there
    await world.codes.arrived(world.phone[0]?.reference ?? '');
    world.now += 10_000;
    const shown = async (who: Proof) =>
      JSON.stringify(await world.codes.begin({ ...who, attempt: world.attempt() })).replace(/"challenge":"[^"]+"/, '"challenge"');
    expect(await shown(login('web:1'))).toContain('"open":{"challenge","promised"');
    expect(await shown(login('web:1'))).toBe(await shown(nobodys));
    const tried = { ...login('web:1'), challenge: 'challenge' in begun ? begun.challenge : '' };
    for (const by of [1, 2, 3]) await world.codes.check({ ...tried, attempt: world.attempt(), code: wrongFor(world.phone[0]?.text ?? '', by) });
    expect(await shown(login('web:1'))).not.toContain('open');
  });
});

describe('lines of one visitor', () => {
  test('three a day that they do not prove; the fourth is refused, also when it is asked for at the same time', async () => {
    const asked = await Promise.all(Array.from({ length: 12 }, (_, n) => statusOf(login('web:1', numberOf(n)))));
    expect(asked.filter((status) => status === 'begun')).toHaveLength(3);
    expect(asked.filter((status) => status === 'lines')).toHaveLength(9);
    expect(await statusOf(login('web:2', numberOf(11)))).toBe('begun');
    world.now += DAY;
    expect(await statusOf(login('web:1', numberOf(50)))).toBe('begun');
  });

  test('a family that proves its seven phones is not stopped, and can come back to each', async () => {
    for (let n = 0; n < 7; n++) expect((await world.prove(login('web:home', numberOf(n)))).status).toBe('right');
    for (let n = 20; n < 23; n++) expect(await statusOf(login('web:home', numberOf(n)))).toBe('begun');
    expect(await statusOf(login('web:home', numberOf(24)))).toBe('lines');
    world.now += MINUTE;
    expect(await statusOf(login('web:home', numberOf(3)))).toBe('begun');
  });
});

describe('at the same time', () => {
  test('fifty askings of one visitor are one code, a hundred visitors of one line are twenty', async () => {
    const one = await Promise.all(Array.from({ length: 50 }, () => statusOf(login('web:1', numberOf(1)))));
    expect(one.filter((status) => status === 'begun')).toHaveLength(1);
    const many = await Promise.all(Array.from({ length: 100 }, (_, n) => statusOf(login(`web:${n}`, numberOf(2)))));
    expect(many.filter((status) => status === 'begun')).toHaveLength(20);
    expect(new Set(many)).toEqual(new Set(['begun', 'today']));
  });
});

test('what was counted survives another process and a Redis that starts again', async () => {
  const own = await startRedis({ args: ['--appendfsync', 'always'] });
  const pepper = randomBytes(32).toString('base64url');
  const before = codeWorld(await own.connection(), pepper);
  world = before;
  expect(await guess((n) => login(`web:stranger${n}`))).toBe(10);
  for (let n = 0; n < 3; n++) expect(await statusOf(login('web:many', numberOf(n + 1, '5025556')))).toBe('begun');
  await own.stop();
  await own.start();
  world = codeWorld(await own.connection(), pepper);
  world.now = before.now;
  expect(await statusOf(login('messenger:owner'))).toBe('wait');
  expect(await statusOf(login('web:many', numberOf(9, '5025556')))).toBe('lines');
  await own.close();
});

test('what is reported names nobody', async () => {
  await world.prove(login('web:1'));
  await statusOf(login('web:1'));
  await world.prove(stepUp('web:1'), false);
  expect(world.reported).toEqual(['code.sent login', 'code.completed login', 'code.refused login wait', 'code.sent step-up']);
});

test('digits of 100,000 codes are uniform in every place', () => {
  const counts = Array.from({ length: 6 }, () => Array<number>(10).fill(0));
  const MADE = 100_000;
  for (let n = 0; n < MADE; n++) {
    const code = newCode();
    counts.forEach((place, at) => (place[Number(code[at])] = (place[Number(code[at])] ?? 0) + 1));
  }
  const chiSquare = counts.map((place) => place.reduce((sum, count) => sum + (count - MADE / 10) ** 2 / (MADE / 10), 0));
  // 9 degrees of freedom. Six places are looked at: one of them is beyond 31.9 in one run of a thousand, and beyond 66 in one of a thousand million.
  expect(Math.max(...chiSquare)).toBeLessThan(66);
});
