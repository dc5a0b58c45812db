import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startClient } from './client';

test('a price that was turned holds after a restart, and is forgotten with everything else', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'switches-'));
  const priceIn = async (sandbox: Awaited<ReturnType<typeof startClient>>): Promise<number> =>
    (await sandbox.tmf('/productCatalogManagement/v4/productOffering/GT-M7')).body.productOfferingPrice[0].price.value;
  const first = await startClient({ dataDir });
  expect(await priceIn(first)).toBe(45);
  await first.price('GT-M7', '48.50');
  expect(await priceIn(first)).toBe(48.5);
  await first.close();
  const second = await startClient({ dataDir });
  expect(await priceIn(second)).toBe(48.5);
  await second.reset();
  expect(await priceIn(second)).toBe(45);
  await second.close();
  await rm(dataDir, { recursive: true, force: true });
});

test.each([
  ['/sandbox/prices', { offer: 'GT-XX', amount: '1.00' }],
  ['/sandbox/prices', { offer: 'PY-M7', amount: '1.50' }],
  ['/sandbox/prices', { offer: 'GT-M7', amount: '-1' }],
  ['/sandbox/wallet', { msisdn: '50255550101', verdict: 'maybe' }],
  ['/sandbox/wallet', { msisdn: '+50255550101', verdict: 'decline' }],
])('%s refuses %j', async (path, body) => {
  const sandbox = await startClient();
  expect((await sandbox.post(path, body)).status).toBe(400);
  await sandbox.close();
});
