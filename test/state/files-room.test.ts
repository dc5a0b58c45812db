import { caseFiles } from '../../src/state/cases-files';
import { conversationData } from '../../src/state/erase-conversations';
import { startRedis, type TestRedis } from '../support/redis';
import { testVault } from './world';

let redis: TestRedis;
beforeEach(async () => {
  redis = await startRedis();
});
afterEach(() => redis.close());

const file = (kilobytes: number) => ({ name: 'foto.png', contentType: 'image/png', bytes: Buffer.alloc(kilobytes * 1_024) });
const MB = 1_024 * 1_024;
/** Bytes of what Redis keeps of files, and what it believes to keep. */
async function kept(): Promise<{ bytes: number; sum: number }> {
  const client = await redis.client();
  const keys = (await client.keys('*')).filter((key) => key.includes(':file:'));
  const lengths = await Promise.all(keys.map((key) => client.strlen(key)));
  return { bytes: lengths.reduce((all, each) => all + each, 0), sum: Number((await client.get('{files}:sum')) ?? 0) };
}

test('files that anybody may send never fill Redis: those that waited longest go first', async () => {
  const files = caseFiles({ redis: await redis.connection(), vault: testVault }, MB);
  for (let index = 0; index < 30; index += 1) await files.put(`web:${index % 7}`, `photo${index}`, file(100));
  const { bytes, sum } = await kept();
  expect(bytes).toBeLessThan(MB);
  expect(sum).toBeLessThanOrEqual(MB);
  expect(await files.get('web:0', 'photo0')).toBeUndefined();
  expect(await files.get('web:1', 'photo29')).toMatchObject({ name: 'foto.png' });
});

test('one that is larger than the room is the only one that stays', async () => {
  const files = caseFiles({ redis: await redis.connection(), vault: testVault }, MB);
  await files.put('web:a', 'small', file(10));
  await files.put('web:a', 'large', file(1_024));
  expect(await files.get('web:a', 'small')).toBeUndefined();
  expect(await files.get('web:a', 'large')).toBeDefined();
});

test('a file that is sent again or that a ticket has takes no room twice', async () => {
  const files = caseFiles({ redis: await redis.connection(), vault: testVault }, MB);
  await files.put('web:a', 'kept', file(100));
  const { sum } = await kept();
  for (let index = 0; index < 30; index += 1) {
    await files.put('web:a', 'again', file(100));
    await files.put('web:b', `ticket${index}`, file(100));
    await files.drop('web:b', `ticket${index}`);
  }
  await files.drop('web:a', 'again');
  expect(await files.get('web:a', 'kept')).toBeDefined();
  expect((await kept()).sum).toBe(sum);
});

test('who is erased is not counted either: the count names conversations', async () => {
  const store = { redis: await redis.connection(), vault: testVault };
  await caseFiles(store).put('messenger:page:7123', 'photo', file(100));
  expect(await conversationData(store).erase({ lines: [], conversations: ['messenger:page:7123'] })).toEqual({ files: 1 });
  const client = await redis.client();
  expect(await client.zrange('{files}:waiting', '0', '-1')).toEqual([]);
  expect(await kept()).toEqual({ bytes: 0, sum: 0 });
});

test('what is counted goes with what it counts', async () => {
  const files = caseFiles({ redis: await redis.connection(), vault: testVault }, MB);
  await files.put('web:a', 'kept', file(100));
  const client = await redis.client();
  for (const key of await client.keys('*')) expect(await client.pttl(key)).toBeGreaterThan(0);
});
