import { startClient, type Client } from './client';

const PREPAID = '/prepayBalanceManagement/v4';

let sandbox: Client;
beforeAll(async () => {
  sandbox = await startClient();
});
afterAll(() => sandbox.close());

describe('OAuth2', () => {
  const PATH = '/oauth/token';
  const good = { grant_type: 'client_credentials', client_id: 'test-client', client_secret: 'test-secret' };

  test('gives a token for the credentials in the form', async () => {
    expect(await sandbox.get(PATH, form(good))).toMatchObject({ status: 200, body: { token_type: 'Bearer', expires_in: 3600 } });
  });

  test.each([
    ['a wrong secret', { ...good, client_secret: 'x' }, 401, 'invalid_client'],
    ['another grant', { ...good, grant_type: 'password' }, 400, 'unsupported_grant_type'],
    ['nobody', {}, 401, 'invalid_client'],
  ])('refuses %s', async (_, fields, status, error) => {
    expect(await sandbox.get(PATH, form(fields))).toMatchObject({ status, body: { error } });
  });

  test('refuses a body that is no form', async () => {
    expect(await sandbox.post(PATH, good)).toMatchObject({ status: 400, body: { error: 'invalid_request' } });
  });

  test.each([
    ['none', {}],
    ['an unknown one', { authorization: 'Bearer nope' }],
    ['Basic', { authorization: 'Basic eDp5' }],
  ])('TM Forum wants a token: %s is a 401', async (_, headers) => {
    const answer = await sandbox.get(`/tmf-api${PREPAID}/bucket`, { headers });
    expect(answer).toMatchObject({ status: 401, body: { code: '41', status: '401' } });
    expect(answer.headers.get('www-authenticate')).toContain('Bearer');
  });

  test('a token dies with its hour and with its epoch', async () => {
    const ask = async () => (await sandbox.get(PATH, form(good))).body.access_token as string;
    const use = async (token: string) =>
      (await sandbox.get(`/tmf-api${PREPAID}/bucket?limit=1`, { headers: { authorization: `Bearer ${token}` } })).status;
    const token = await ask();
    expect(await use(token)).toBe(206);
    await sandbox.clock({ advanceMs: 3_600_001 });
    expect(await use(token)).toBe(401);
    const second = await ask();
    await sandbox.reset();
    expect(await use(second)).toBe(401);
  });
});

const form = (fields: Record<string, string>): RequestInit => ({ method: 'POST', body: new URLSearchParams(fields) });
