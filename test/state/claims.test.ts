import type { Claims } from '../../src/integrations/accounts/port';
import { claims, CLAIMS_OF_CONTRACT, CLAIMS_OF_VISITOR } from '../../src/state/claims';
import type { RedisConnection } from '../../src/state/redis';
import { startRedis, type TestRedis } from '../support/redis';

const DAY = 24 * 3_600_000;
let redis: TestRedis;
let connection: RedisConnection;
let now: number;
let tries: Claims;
let number = 0;
beforeAll(async () => {
  redis = await startRedis();
  connection = await redis.connection();
});
afterAll(() => redis.close());
beforeEach(async () => {
  await (await redis.client()).flushall();
  now = Date.parse('2026-11-20T20:20:00Z');
  tries = claims({ redis: connection, pepper: 'p', scope: 'home', clock: () => now });
});

/** A try by somebody, of something; each is a turn of its own. */
const claim = (visitor: string, contract = '10002040', document = '2083771580108') => ({ visitor, contract, document, attempt: `turn-${++number}` });
const status = async (...who: Parameters<typeof claim>): Promise<string> => (await tries.admit(claim(...who))).status;

test('a visitor has so many wrong tries in an hour, whatever they try; then waits until the first of them is an hour old', async () => {
  const first = now;
  for (let n = 0; n < CLAIMS_OF_VISITOR.most; n++) {
    expect(await status('v', `1000${n}`, `d${n}`)).toBe('free');
    now += 1_000;
  }
  expect(await tries.admit(claim('v', 'another', 'other'))).toEqual({ status: 'wait', until: first + CLAIMS_OF_VISITOR.windowMs });
  expect(await status('w', 'another', 'other')).toBe('free');
  now = first + CLAIMS_OF_VISITOR.windowMs + 1;
  expect(await status('v', 'another', 'other')).toBe('free');
});

test.each(['contract', 'document'] as const)('many who try one %s leave its holder one try every quarter of an hour', async (what) => {
  const tried = (n: number) => (what === 'contract' ? claim(`v${n}`, 'same', `d${n}`) : claim(`v${n}`, `c${n}`, 'same'));
  for (let n = 0; n < CLAIMS_OF_CONTRACT.most; n++) expect((await tries.admit(tried(n))).status).toBe('free');
  expect(await tries.admit(tried(100))).toEqual({ status: 'wait', until: now + CLAIMS_OF_CONTRACT.pauseMs });
  now += CLAIMS_OF_CONTRACT.pauseMs;
  expect((await tries.admit(tried(101))).status).toBe('free');
  expect((await tries.admit(tried(102))).status).toBe('wait');
  now += DAY;
  expect((await tries.admit(tried(103))).status).toBe('free');
});

test('a right try counts no more, begins its contract and document anew, and gives its visitor no other tries', async () => {
  for (let n = 0; n < CLAIMS_OF_CONTRACT.most - 1; n++) await tries.admit(claim(`v${n}`));
  const right = claim('owner');
  await tries.admit(right);
  await tries.proved(right);
  for (let n = 0; n < CLAIMS_OF_CONTRACT.most; n++) expect(await status(`w${n}`)).toBe('free');
  for (let n = 0; n < CLAIMS_OF_VISITOR.most; n++) {
    await tries.admit(claim('thief', `c${n}`, `d${n}`));
    const own = claim('thief', 'own', 'own');
    if ((await tries.admit(own)).status === 'free') await tries.proved(own);
  }
  expect(await status('thief', 'c', 'd')).toBe('wait');
});

test('a turn that runs again counts once; what is at once is counted whole', async () => {
  const turn = claim('v');
  for (let n = 0; n < 20; n++) expect((await tries.admit(turn)).status).toBe('free');
  const many = await Promise.all(Array.from({ length: 50 }, (_, n) => tries.admit(claim('z', `m${n}`, `n${n}`))));
  expect(many.filter((each) => each.status === 'free')).toHaveLength(CLAIMS_OF_VISITOR.most);
});

test('who reports one stolen line after the other is stopped, however right they are; each line begins anew', async () => {
  const thefts = claims({ redis: connection, pepper: 'p', scope: 'block', clock: () => now });
  for (let n = 0; n < CLAIMS_OF_VISITOR.most; n++) {
    const right = claim('v', `line${n}`, `d${n}`);
    expect((await thefts.admit(right)).status).toBe('free');
    await thefts.proved(right);
  }
  expect((await thefts.admit(claim('v', 'one more', 'and its document'))).status).toBe('wait');
  for (let n = 0; n < CLAIMS_OF_CONTRACT.most; n++) expect((await thefts.admit(claim(`w${n}`, 'line0', 'd0'))).status).toBe('free');
});

test('stolen lines are counted apart, and Redis sees neither contract nor document', async () => {
  const thefts = claims({ redis: connection, pepper: 'p', scope: 'block', clock: () => now });
  for (let n = 0; n < CLAIMS_OF_VISITOR.most; n++) await tries.admit(claim('v', `c${n}`, `d${n}`));
  expect((await thefts.admit(claim('v'))).status).toBe('free');
  const keys = await (await redis.client()).keys('*');
  expect(keys.length).toBeGreaterThan(0);
  expect(keys.join(' ')).not.toMatch(/10002040|2083771580108/);
  for (const key of keys) expect(await (await redis.client()).pttl(key)).toBeGreaterThan(0);
});
