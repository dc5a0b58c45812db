import { caseBook, type CaseBook } from '../../src/state/cases';
import { startRedis, type TestRedis } from '../support/redis';
import { testVault } from './world';

let server: TestRedis;
let cases: CaseBook;
let now = 1;
beforeAll(async () => {
  server = await startRedis();
  cases = caseBook({ redis: await server.connection(), vault: testVault, pepper: 'p'.repeat(32), clock: () => now++ });
});
afterAll(() => server.close());

const lost = {
  topic: 'find-payment',
  reason: 'not_found',
  line: '50255550103',
  summary: 'Pagó Q10.00 en tienda',
  facts: { PV: '55120' },
  promised: 'mañana',
};

test('one key is one case with one reference, however often it is opened', async () => {
  const all = await Promise.all(Array.from({ length: 10 }, () => cases.open('web:1:7', lost)));
  expect(new Set(all.map(({ reference }) => reference)).size).toBe(1);
  expect(all[0]?.reference).toMatch(/^C-[2-9A-HJKMNP-Z]{5}$/);
  await cases.open('web:1:8', { ...lost, summary: 'otra' });
  expect((await cases.list(10)).map(({ summary }) => summary)).toEqual(['otra', 'Pagó Q10.00 en tienda']);
});

test('Redis cannot read it, and it does not live for ever', async () => {
  const redis = await server.client();
  for (const key of await redis.keys('*case:*')) {
    expect(await redis.get(key)).not.toMatch(/50255550103|Pagó/);
    expect(await redis.pttl(key)).toBeGreaterThan(89 * 24 * 3_600_000);
  }
});
