import { until } from '../support/until';
import { startClient, type Client } from './client';

const MARIA = '50255550101';
const BUCKET = '/prepayBalanceManagement/v4/bucket';
const PRODUCT = '/productInventory/v4/product';

let sandbox: Client;
beforeAll(async () => {
  sandbox = await startClient();
});
beforeEach(async () => void (await sandbox.reset()));
afterAll(() => sandbox.close());

describe('faults', () => {
  const buckets = (msisdn = MARIA) => sandbox.tmf(`${BUCKET}?logicalResource.id=${msisdn}`);
  /** Whether a call that has come to the one fault there is goes without an answer. */
  const hangs = async (path: string): Promise<boolean> => {
    const giveUp = new AbortController();
    const answered = fetch(sandbox.url + path, { signal: giveUp.signal }).then(
      () => true,
      () => false,
    );
    await until(async () => (await sandbox.get('/sandbox/faults')).body.faults.length === 0, 'it got there');
    await sandbox.get('/healthz'); // what was to be answered is answered before this
    giveUp.abort();
    return !(await answered);
  };

  test.each([
    ['refuse', 403],
    ['error', 503],
    ['error-after', 500],
  ] as const)('%s answers %i in the shape of TM Forum, until cleared, and only there', async (kind, status) => {
    await sandbox.fault({ counterpart: 'prepaid', kind });
    expect(await buckets()).toMatchObject({ status, body: { code: expect.any(String), status: String(status) } });
    expect((await sandbox.tmf(`${PRODUCT}?limit=1`)).status).toBe(206);
    await sandbox.clearFaults();
    expect((await buckets()).status).toBe(200);
  });

  test('one line, so many times; a rule for a line goes before a rule for all', async () => {
    await sandbox.fault({ counterpart: 'prepaid', kind: 'error' });
    await sandbox.fault({ counterpart: 'prepaid', kind: 'refuse', msisdn: MARIA, times: 2 });
    const answers = [await buckets(), await buckets('50255550103'), await buckets(), await buckets()];
    expect(answers.map(({ status }) => status)).toEqual([403, 503, 403, 503]);
    expect((await sandbox.get('/sandbox/faults')).body.faults).toEqual([{ counterpart: 'prepaid', kind: 'error' }]);
  });

  test('a header does it to one call', async () => {
    expect((await sandbox.tmf(BUCKET, { 'x-sandbox-fault': 'error' })).status).toBe(503);
    expect((await sandbox.tmf(BUCKET, { 'x-sandbox-fault': 'nonsense' })).status).toBe(200);
    const before = Date.now();
    expect((await sandbox.tmf(BUCKET, { 'x-sandbox-fault': 'slow:150' })).status).toBe(200);
    expect(Date.now() - before).toBeGreaterThanOrEqual(145);
  });

  test('timeout does nothing and hangs, drop cuts the line', async () => {
    await sandbox.fault({ counterpart: 'sms', kind: 'timeout', times: 1 });
    const path = `/cgi-bin/sendsms?username=test-sms&password=test-sms-secret&to=${MARIA}&text=x`;
    expect(await hangs(path)).toBe(true);
    await sandbox.fault({ counterpart: 'sms', kind: 'drop' });
    await expect(fetch(sandbox.url + path)).rejects.toThrow('fetch failed');
    expect(await sandbox.sms(MARIA)).toBeUndefined();
  });

  test('apply-then-hang and error-after have done it', async () => {
    await sandbox.fault({ counterpart: 'sms', kind: 'apply-then-hang', times: 1 });
    const path = `/cgi-bin/sendsms?username=test-sms&password=test-sms-secret&to=%2B${MARIA}&text=once`;
    expect(await hangs(path)).toBe(true);
    expect(await sandbox.waitForSms(MARIA)).toBe('once');
    await sandbox.fault({ counterpart: 'sms', kind: 'error-after' });
    expect((await sandbox.sendSms({ to: MARIA, text: 'twice' })).status).toBe(500);
    expect(await sandbox.waitForSms(MARIA)).toBe('twice');
  });

  test('sendsms and OAuth fail in their own shapes too', async () => {
    await sandbox.fault({ counterpart: 'sms', kind: 'error' });
    expect(await sandbox.sendSms({ to: MARIA, text: 'x' })).toMatchObject({ status: 503, text: 'Temporal failure, try again later.' });
    await sandbox.fault({ counterpart: 'oauth', kind: 'error' });
    expect(await sandbox.get('/oauth/token', { method: 'POST' })).toMatchObject({
      status: 503,
      body: { error: 'temporarily_unavailable' },
    });
  });

  test.each([{}, { counterpart: 'moon', kind: 'error' }, { counterpart: 'sms', kind: 'slow:x' }, { counterpart: 'sms', kind: 'error', times: 0 }])(
    'what is no fault is a 400: %j',
    async (body) => {
      expect(await sandbox.post('/sandbox/faults', body)).toMatchObject({ status: 400, body: { error: expect.any(String) } });
    },
  );
});
