import { randomBytes } from 'node:crypto';
import type { Sms } from '../../src/integrations/sms/port';
import { oneTimeCodes } from '../../src/state/otp';
import { startRedis, type TestRedis } from '../support/redis';

let redis: TestRedis;
let now = Date.parse('2026-11-20T20:20:00Z');
let codes: ReturnType<typeof oneTimeCodes>;
const pepper = randomBytes(32).toString('base64url');
const phone: { to: string; text: string; reference: string }[] = [];
const sms: Sms = { send: async (message) => void phone.push(message) };
beforeAll(async () => {
  redis = await startRedis();
  codes = oneTimeCodes({ redis: await redis.connection(), sms, pepper, clock: () => now });
});
afterAll(() => redis.close());
beforeEach(async () => {
  phone.length = 0;
  await (await redis.client()).flushall();
});

const MSISDN = '50255550101';
const who = { msisdn: MSISDN, visitor: 'web:1', purpose: 'login' as const };
let attempts = 0;
const attempt = (): string => `a${++attempts}`;
/** A challenge whose code was sent; resolves to what is on the phone. */
async function sent(visitor = who.visitor): Promise<{ challenge: string; code: string; reference: string }> {
  const begun = await codes.begin({ ...who, visitor, attempt: attempt() });
  if (begun.status !== 'begun') throw new Error(begun.status);
  await codes.deliver({ ...who, visitor, challenge: begun.challenge, text: (code) => code });
  const { text = '', reference = '' } = phone.at(-1) ?? {};
  return { challenge: begun.challenge, code: text, reference };
}
const other = (code: string, by = 1): string => String((Number(code) + by) % 1_000_000).padStart(6, '0');
/** Every key with what it holds, each thing on a line. */
async function everything(): Promise<string> {
  const client = await redis.client();
  const read: Readonly<Record<string, (key: string) => Promise<unknown>>> = {
    string: (key) => client.get(key),
    hash: (key) => client.hgetall(key),
    zset: (key) => client.zrange(key, '0', '-1', 'WITHSCORES'),
    set: (key) => client.smembers(key),
    list: (key) => client.lrange(key, 0, -1),
  };
  const lines = (await client.keys('*')).map(async (key) => JSON.stringify([key, await read[await client.type(key)]?.(key)]));
  return (await Promise.all(lines)).join('\n');
}
const later = (ms: number): void => void (now += ms);

test('a code is six digits, and Redis knows neither it nor the number', async () => {
  const { code } = await sent();
  expect(code).toMatch(/^\d{6}$/);
  const all = await everything();
  expect(all.split('\n').length).toBeGreaterThan(3);
  expect(all).not.toMatch(new RegExp(`(?<!\\w)${code}(?!\\w)`)); // within a time or a digest it stands by chance
  expect(all).not.toContain(MSISDN);
});

test('500 parallel right codes, in two processes, give one login', async () => {
  const { challenge, code } = await sent();
  const another = oneTimeCodes({ redis: await redis.connection(), sms, pepper, clock: () => now });
  const answers = await Promise.all(
    Array.from({ length: 500 }, (_, n) => (n % 2 ? codes : another).check({ ...who, challenge, code, attempt: attempt() })),
  );
  expect(answers.filter(({ status }) => status === 'right')).toHaveLength(1);
});

test('of 500 parallel wrong codes three are compared', async () => {
  const { challenge, code } = await sent();
  const answers = await Promise.all(
    Array.from({ length: 500 }, (_, n) => codes.check({ ...who, challenge, code: other(code, n + 1), attempt: attempt() })),
  );
  expect(answers.filter(({ status }) => status === 'wrong')).toHaveLength(3);
  expect(await codes.check({ ...who, challenge, code, attempt: attempt() })).toEqual({ status: 'expired' });
});

test('a turn that runs again gets the same answer and costs no try', async () => {
  const { challenge, code } = await sent();
  const again = { ...who, challenge, code: other(code), attempt: attempt() };
  expect([await codes.check(again), await codes.check(again), await codes.check(again), await codes.check(again)]).toEqual(
    Array(4).fill({ status: 'wrong', left: 2 }),
  );
  const right = { ...who, challenge, code, attempt: attempt() };
  expect([await codes.check(right), await codes.check(right)]).toEqual([{ status: 'right' }, { status: 'right' }]);
  expect(await codes.check({ ...right, attempt: attempt() })).toEqual({ status: 'expired' });
});

test('a code is good for its own challenge, line and chat only', async () => {
  const { challenge, code } = await sent();
  expect((await codes.check({ ...who, visitor: 'web:2', challenge, code, attempt: attempt() })).status).toBe('wrong');
  expect((await codes.check({ ...who, msisdn: '50255550102', challenge, code, attempt: attempt() })).status).toBe('expired');
  expect((await codes.check({ ...who, challenge, code, attempt: attempt() })).status).toBe('right');
});

test('only the last code that was made is right', async () => {
  const { challenge, code } = await sent();
  await codes.deliver({ ...who, challenge, text: (typed) => typed });
  const last = phone.at(-1)?.text ?? '';
  expect((await codes.check({ ...who, challenge, code: code === last ? other(code) : code, attempt: attempt() })).status).toBe('wrong');
  expect((await codes.check({ ...who, challenge, code: last, attempt: attempt() })).status).toBe('right');
});

describe('validity', () => {
  test('is ten minutes from sending while nobody reported that it arrived', async () => {
    const { challenge, code } = await sent();
    later(9 * 60_000);
    expect((await codes.check({ ...who, challenge, code, attempt: attempt() })).status).toBe('right');
    later(60_000);
    const next = await sent();
    later(10 * 60_000);
    expect((await codes.check({ ...who, ...next, attempt: attempt() })).status).toBe('expired');
  });

  test('is 180 s from the report, and a second report does not prolong it', async () => {
    const { challenge, code, reference } = await sent();
    await codes.arrived(reference);
    later(179_000);
    await codes.arrived(reference);
    later(2_000);
    expect((await codes.check({ ...who, challenge, code, attempt: attempt() })).status).toBe('expired');
  });

  test.each([
    ['right', -1],
    ['expired', 0],
    ['expired', 1],
  ] as const)('is %s %i ms from its end: by what is written in it, Redis still has it', async (status, from) => {
    const reported = await sent();
    await codes.arrived(reported.reference);
    later(180_000 + from);
    expect((await codes.check({ ...who, ...reported, attempt: attempt() })).status).toBe(status);
    const unreported = await sent('web:2');
    later(600_000 + from);
    expect((await codes.check({ ...who, visitor: 'web:2', ...unreported, attempt: attempt() })).status).toBe(status);
  });

  test('a report about nothing we know changes nothing', async () => {
    for (const reference of ['', '.', 'a.b', '../x.y', 'x'.repeat(200)]) await codes.arrived(reference);
    expect(await (await redis.client()).keys('*')).toEqual([]);
  });
});

describe('sending', () => {
  test('waits 30 s, then 60 s, then until a quarter of an hour is over', async () => {
    const begin = () => codes.begin({ ...who, attempt: attempt() });
    expect((await begin()).status).toBe('begun');
    expect((await begin()).status).toBe('wait');
    later(30_000);
    expect((await begin()).status).toBe('begun');
    later(30_000);
    expect((await begin()).status).toBe('wait');
    later(30_000);
    expect((await begin()).status).toBe('begun');
    later(5 * 60_000);
    expect((await begin()).status).toBe('wait');
    later(9 * 60_000);
    expect((await begin()).status).toBe('begun');
  });

  test('the same attempt is the same challenge, and counts once', async () => {
    const again = { ...who, attempt: attempt() };
    expect(await codes.begin(again)).toEqual(await codes.begin(again));
  });

  test('eight a day for one visitor, and the words say until when', async () => {
    for (let n = 0; n < 8; n++) {
      expect((await codes.begin({ ...who, attempt: attempt() })).status).toBe('begun');
      later(16 * 60_000);
    }
    const refused = await codes.begin({ ...who, attempt: attempt() });
    expect(refused).toEqual({ status: 'today', until: expect.any(Number) });
    expect((await codes.begin({ ...who, visitor: 'web:another', attempt: attempt() })).status).toBe('begun');
  });

  test('twenty a day for one line, whoever asks', async () => {
    for (let n = 0; n < 20; n++) expect((await codes.begin({ ...who, visitor: `web:${n}`, attempt: attempt() })).status).toBe('begun');
    expect((await codes.begin({ ...who, visitor: 'web:21', attempt: attempt() })).status).toBe('today');
    expect((await codes.begin({ ...who, msisdn: '50255550102', visitor: 'web:21', attempt: attempt() })).status).toBe('begun');
  });
});

test('ten failures in a row lock the line for everybody, new codes and new chats do not help, and a success ends it', async () => {
  const fail = async (visitor: string): Promise<string[]> => {
    const { challenge, code } = await sent(visitor);
    return Promise.all(
      [1, 2, 3].map(async (n) => (await codes.check({ ...who, visitor, challenge, code: other(code, n), attempt: attempt() })).status),
    );
  };
  const owner = await sent('web:owner');
  for (const visitor of ['web:a', 'web:b', 'web:c']) expect(await fail(visitor)).toEqual(['wrong', 'wrong', 'wrong']);
  expect(await fail('web:d')).toEqual(['locked', 'locked', 'locked']); // the tenth failure says so at once
  const check = () => codes.check({ ...who, visitor: 'web:owner', challenge: owner.challenge, code: owner.code, attempt: attempt() });
  expect(await check()).toEqual({ status: 'locked', until: expect.any(Number) });
  // A code that could not be used is not even sent.
  expect(await codes.begin({ ...who, visitor: 'web:e', attempt: attempt() })).toEqual({ status: 'wait', until: expect.any(Number) });
  later(15 * 60_000);
  const next = await sent('web:owner');
  expect((await codes.check({ ...who, visitor: 'web:owner', ...next, attempt: attempt() })).status).toBe('right');
  const free = await sent('web:again');
  expect((await codes.check({ ...who, visitor: 'web:again', challenge: free.challenge, code: other(free.code), attempt: attempt() })).status).toBe(
    'wrong',
  );
});

test('near the lock of a line nobody is promised tries that are not there', async () => {
  const wrong = async (visitor: string, tries: number) => {
    const { challenge, code } = await sent(visitor);
    const heard: unknown[] = [];
    for (let n = 1; n <= tries; n++) heard.push(await codes.check({ ...who, visitor, challenge, code: other(code, n), attempt: attempt() }));
    return heard;
  };
  for (const visitor of ['web:a', 'web:b']) await wrong(visitor, 3);
  await wrong('web:c', 2);
  expect(await wrong('web:d', 2)).toEqual([
    { status: 'wrong', left: 1 },
    { status: 'locked', until: expect.any(Number) },
  ]);
});

test('what a wrong code hears does not tell whether an SMS arrived', async () => {
  const [arrived, silent] = [await sent('web:1'), await codes.begin({ ...who, msisdn: '50255550198', attempt: attempt() })];
  await codes.arrived(arrived.reference);
  later(190_000);
  const wrong = (msisdn: string, challenge: string) => codes.check({ ...who, msisdn, challenge, code: other(arrived.code), attempt: attempt() });
  expect(await wrong(MSISDN, arrived.challenge)).toEqual(await wrong('50255550198', silent.status === 'begun' ? silent.challenge : ''));
});

test('nothing is kept for ever', async () => {
  const { challenge, code } = await sent();
  await codes.check({ ...who, challenge, code: other(code), attempt: attempt() });
  const client = await redis.client();
  for (const key of await client.keys('*')) expect([key, (await client.pttl(key)) > 0]).toEqual([key, true]);
});
