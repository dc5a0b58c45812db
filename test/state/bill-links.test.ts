import { BILL_LINK_MS, billLinks } from '../../src/state/bill-links';
import type { RedisConnection } from '../../src/state/redis';
import { vault } from '../../src/state/seal';
import { startRedis, type TestRedis } from '../support/redis';

let server: TestRedis;
let redis: RedisConnection;
beforeAll(async () => {
  server = await startRedis();
  redis = await server.connection();
});
afterAll(() => server.close());
beforeEach(() => redis.client.flushall());

const NOW = Date.parse('2026-11-20T20:20:00Z');
let now = NOW;
const links = () =>
  billLinks({ redis, vault: vault([Buffer.alloc(32, 7)]), pepper: 'a pepper', clock: () => now, publicUrl: 'https://chat.operator.example/' });
const asked = { visitor: 'web:abc', attempt: 'abc:7', bill: '70041183-M', month: 'noviembre', now: NOW };
const tokenIn = (url: string): string => url.split('/').at(-1) ?? '';
beforeEach(() => void (now = NOW));

test('the same turn makes the same link; another chat, turn or bill makes another; nothing can be read in it or in Redis', async () => {
  const { url, until, bound } = await links().make(asked);
  expect(url).toMatch(/^https:\/\/chat\.operator\.example\/documents\/[\da-f]{32}$/);
  expect([until - NOW, bound]).toEqual([BILL_LINK_MS, true]);
  expect((await links().make(asked)).url).toBe(url);
  const others = [{ visitor: 'messenger:1' }, { attempt: 'abc:8' }, { bill: '70041183-M-1' }];
  const urls = await Promise.all(others.map(async (other) => (await links().make({ ...asked, ...other })).url));
  expect(new Set([url, ...urls]).size).toBe(4);
  expect((await links().make({ ...asked, visitor: 'messenger:1' })).bound).toBe(false);
  const keys = await redis.client.keys('*');
  const kept = [...keys, ...(await redis.client.mget(keys))].join('\n');
  expect(kept).not.toMatch(/70041183|noviembre|web:abc/);
});

test('looking uses nothing up; when its time is over it is as if it had never been', async () => {
  const token = tokenIn((await links().make(asked)).url);
  for (let time = 0; time < 3; time += 1) expect(await links().find(token)).toMatchObject({ bill: '70041183-M', visitor: 'web:abc' });
  now = NOW + BILL_LINK_MS;
  expect(await links().find(token)).toBeUndefined();
  expect(await redis.client.pttl(`bill:${token}`)).toBeLessThanOrEqual(BILL_LINK_MS);
});

test('what is no token, is altered, or was moved under another name leads nowhere', async () => {
  const token = tokenIn((await links().make(asked)).url);
  for (const wrong of ['', '*', '../pay:1', token.slice(1), `${token}0`, token.toUpperCase(), '0'.repeat(32)])
    expect(await links().find(wrong)).toBeUndefined();
  const sealed = (await redis.client.get(`bill:${token}`)) ?? '';
  await redis.client.set(`bill:${'1'.repeat(32)}`, sealed);
  expect(await links().find('1'.repeat(32))).toBeUndefined();
  await redis.client.set(`bill:${token}`, `${sealed.slice(0, -4)}${sealed.endsWith('AAAA') ? 'BBBB' : 'AAAA'}`);
  expect(await links().find(token)).toBeUndefined();
});
