import { startClient, type Client } from './client';

const PREPAID = '/prepayBalanceManagement/v4';
const MARIA = '50255550101';

let sandbox: Client;
beforeAll(async () => {
  sandbox = await startClient();
});
afterAll(() => sandbox.close());

describe('buckets (TMF654)', () => {
  test('a line has its balance, its bonus and what is left of its allowances', async () => {
    const { status, body, headers } = await sandbox.tmf(`${PREPAID}/bucket?logicalResource.id=${MARIA}`);
    expect(status).toBe(200);
    expect(headers.get('x-total-count')).toBe('6');
    expect(body[0]).toMatchObject({
      '@type': 'MainBalance',
      usageType: 'monetary',
      name: 'Saldo',
      remainingValue: { amount: 37.5, units: 'GTQ' },
      status: 'active',
    });
    expect(body[1]).toMatchObject({ '@type': 'Bonus', remainingValue: { amount: 5, units: 'GTQ' } });
    expect(body[1].description).toContain('misma red');
    expect(body[2]).toMatchObject({
      usageType: 'data',
      remainingValue: { amount: 1.2, units: 'GB' },
      initialValue: { amount: 3, units: 'GB' },
    });
    expect(body[5]).toMatchObject({ usageType: 'other', remainingValue: { units: 'unlimited' } });
    expect(body[5].remainingValue).not.toHaveProperty('amount');
  });

  test('data lasts until 23:59:59 two days ahead, by the local clock', async () => {
    await sandbox.reset('2026-11-21T16:44:00Z');
    const { body } = await sandbox.tmf(`${PREPAID}/bucket?logicalResource.id=${MARIA}&usageType=data`);
    expect(body[0].validFor.endDateTime).toBe('2026-11-24T05:59:59.000Z');
  });

  test('every bucket carries what the conformance kit demands', async () => {
    const { body } = await sandbox.tmf(`${PREPAID}/bucket`);
    expect(body.length).toBeGreaterThan(30);
    for (const bucket of body) {
      for (const field of ['id', 'href', 'confirmationDate', 'status', 'usageType']) expect(bucket).toHaveProperty(field);
    }
  });

  test('a bucket by its id, and its sums', async () => {
    const { body } = await sandbox.tmf(`${PREPAID}/bucket/${MARIA}-balance`);
    expect(body.href).toBe(`/tmf-api${PREPAID}/bucket/${MARIA}-balance`);
    const sums = await sandbox.tmf(`${PREPAID}/accumulatedBalance?logicalResource.id=${MARIA}&name=monetary`);
    expect(sums.body).toEqual([expect.objectContaining({ totalBalance: { amount: 42.5, units: 'GTQ' } })]);
  });

  test('a moved clock lets a bonus expire, and a filter by status leaves it out', async () => {
    await sandbox.clock({ advanceMs: 4 * 86_400_000 });
    const { body } = await sandbox.tmf(`${PREPAID}/bucket?logicalResource.id=${MARIA}&status=active`);
    expect(body.map(({ name }: { name: string }) => name)).toEqual(['Saldo']);
    await sandbox.clock({ reset: true });
  });
});

describe('lists', () => {
  test('come in pages: 206 and the counts', async () => {
    const first = await sandbox.tmf(`${PREPAID}/bucket?logicalResource.id=${MARIA}&limit=2`);
    expect([first.status, first.body.length]).toEqual([206, 2]);
    expect([first.headers.get('x-total-count'), first.headers.get('x-result-count')]).toEqual(['6', '2']);
    const last = await sandbox.tmf(`${PREPAID}/bucket?logicalResource.id=${MARIA}&limit=2&offset=4`);
    expect([last.status, last.body.length]).toEqual([200, 2]);
    expect((await sandbox.tmf(`${PREPAID}/bucket?offset=9999`)).body).toEqual([]);
  });

  test('show the fields asked for, and always id and href', async () => {
    const { body } = await sandbox.tmf(`${PREPAID}/bucket?logicalResource.id=${MARIA}&limit=1&fields=name`);
    expect(Object.keys(body[0]).sort()).toEqual(['href', 'id', 'name']);
  });

  test('a comma means "or", quotes are taken off, two filters mean "and"', async () => {
    const { body } = await sandbox.tmf(`${PREPAID}/bucket?logicalResource.id="${MARIA}"&usageType=voice,sms`);
    expect(body.map(({ usageType }: { usageType: string }) => usageType)).toEqual(['voice', 'sms']);
  });

  test.each(['limit=-1', 'limit=abc', 'offset=1.5', 'limit=1e3'])('%s is a 400 in their own shape', async (query) => {
    const { status, body } = await sandbox.tmf(`${PREPAID}/bucket?${query}`);
    expect(status).toBe(400);
    expect(body).toMatchObject({
      code: '21',
      status: '400',
      reason: expect.any(String),
      message: expect.stringContaining(query.split('=')[0] ?? ''),
    });
  });

  test.each(['__proto__.x=1', 'constructor.name=Object', 'toString=1', '.=1', '%F0%9F%92%A9=1'])('%s finds nothing', async (query) => {
    expect(await sandbox.tmf(`${PREPAID}/bucket?${query}`)).toMatchObject({ status: 200, body: [] });
  });
});

describe('what is not there', () => {
  test.each([
    ['an unknown id', `${PREPAID}/bucket/nope`],
    ['an unknown resource', `${PREPAID}/nope`],
    ['an unknown interface', '/nope/v4/nope'],
  ])('%s is a 404 in their own shape', async (_, path) => {
    expect(await sandbox.tmf(path)).toMatchObject({ status: 404, body: { code: '60', reason: 'Resource not found', status: '404' } });
  });

  test('another method is a 405, a bad escape a 400', async () => {
    const { body } = await sandbox.get('/oauth/token', FORM);
    const headers = { authorization: `Bearer ${body.access_token}` };
    const posted = await sandbox.get(`/tmf-api${PREPAID}/bucket`, { method: 'POST', headers });
    expect(posted).toMatchObject({ status: 405, body: { code: '61' } });
    expect(posted.headers.get('allow')).toBe('GET');
    expect(await sandbox.tmf(`${PREPAID}/bucket/%E0%A4%A`)).toMatchObject({ status: 400, body: { code: '21' } });
  });
});

const FORM: RequestInit = {
  method: 'POST',
  body: new URLSearchParams({ grant_type: 'client_credentials', client_id: 'test-client', client_secret: 'test-secret' }),
};
