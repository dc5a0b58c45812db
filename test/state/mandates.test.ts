import type { Mandate } from '../../src/integrations/recurring/port';
import { mandateData, mandates } from '../../src/state/mandates';
import { payLinks, payToken } from '../../src/state/pay-links';
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

const store = () => ({ redis, vault: vault([Buffer.alloc(32, 7)]), pepper: 'a pepper' });
const LINE = '50255550104';
const mandate: Mandate = {
  ...{ id: 'mandate-0123456789abcd', owner: LINE, account: '70041183', conversation: 'web:1', language: 'es', form: 'tu' },
  ...{ words: 'Autorizas que cada factura…', version: '1', agreedAt: 1 },
};
const everything = async (): Promise<string> => {
  const keys = await redis.client.keys('*');
  const values = await Promise.all(keys.map(async (key) => (await redis.client.type(key)) === 'string' ? await redis.client.get(key) : (await redis.client.smembers(key)).join())); // prettier-ignore
  return [...keys, ...values].join('\n');
};

test('a mandate is kept sealed, found by its order, given out and erased with its line; everything expires', async () => {
  const kept = mandates(store());
  await kept.keep(mandate);
  await kept.keep(mandate); // the turn ran again
  expect(await kept.find(mandate.id)).toEqual(mandate);
  expect(await everything()).not.toMatch(/5555|70041183|Autorizas/);
  for (const key of await redis.client.keys('*')) expect(await redis.client.pttl(key)).toBeGreaterThan(0);
  const data = mandateData(kept);
  expect(await data.find({ lines: [LINE], conversations: [] })).toEqual([{ kind: 'mandates', value: mandate }]);
  expect(await data.erase({ lines: [LINE], conversations: [] })).toEqual({ mandates: 1 });
  expect([await kept.find(mandate.id), await redis.client.keys('*')]).toEqual([undefined, []]);
});

test('a link to pay is found by its token alone, and forgotten two days after its end', async () => {
  const now = 1_000_000;
  const links = payLinks({ ...store(), clock: () => now });
  const link = { member: 'line:order', url: 'https://gateway.example/p/1', validUntil: now + 60_000, what: 'factura de noviembre' };
  await links.keep(link);
  const token = payToken('a pepper', link.member);
  expect(await links.find(token)).toEqual(link);
  expect([await links.find(payToken('another', link.member)), await links.find('../etc'), await links.find('')]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
  expect(await everything()).not.toMatch(/gateway\.example|line:order/);
  expect(await redis.client.pttl(`pay:${token}`)).toBeLessThanOrEqual(60_000 + 48 * 3_600_000);
});
