import nock from 'nock';
import { connector, type Application } from '../../../src/channels/botframework/connector';
import type { Reference } from '../../../src/channels/botframework/references';
import { startConnector, type Connector } from '../../support/connector';

/** How the bot proves who it is when it speaks: each kind of identity, with Azure's login played at its own addresses. */
/** The SDK remembers tokens by application, for the whole process: one for each test. */
const [APP, SINGLE, MANAGED] = ['1', '5', '7'].map((digit) => `${digit}1111111-1111-4111-8111-111111111111`) as [string, string, string];
const TENANT = '22222222-2222-4222-8222-222222222222';
const LOGIN = 'https://login.microsoftonline.com';

let azure: Connector;
beforeAll(async () => {
  azure = await startConnector();
  nock.disableNetConnect();
  nock.enableNetConnect('127.0.0.1');
});
afterAll(async () => {
  nock.cleanAll();
  nock.enableNetConnect();
  nock.restore();
  await azure.close();
});
afterEach(() => nock.cleanAll());

/** Azure's login for one directory; resolves to the forms that tokens were asked with. */
function login(tenant: string): URLSearchParams[] {
  const asked: URLSearchParams[] = [];
  const at = `${LOGIN}/${tenant}`;
  const configuration = {
    issuer: `${at}/v2.0`,
    authorization_endpoint: `${at}/oauth2/v2.0/authorize`,
    token_endpoint: `${at}/oauth2/v2.0/token`,
    jwks_uri: `${at}/keys`,
  };
  nock(LOGIN)
    .persist()
    .get(/instance/)
    .reply(200, {
      tenant_discovery_endpoint: `${at}/v2.0/.well-known/openid-configuration`,
      'api-version': '1.1',
      metadata: [{ preferred_network: 'login.microsoftonline.com', preferred_cache: 'login.windows.net', aliases: ['login.microsoftonline.com'] }],
    });
  nock(LOGIN)
    .persist()
    .get(/openid-configuration/)
    .reply(200, configuration);
  nock(LOGIN)
    .persist()
    .post(`/${tenant}/oauth2/v2.0/token`)
    .query(true)
    .reply(200, (_, body) => {
      asked.push(new URLSearchParams(typeof body === 'string' ? body : (body as Record<string, string>)));
      return { token_type: 'Bearer', expires_in: 3_600, access_token: `of ${tenant}` };
    });
  return asked;
}

async function spoken(application: Application, audience?: string): Promise<string | undefined> {
  const speak = connector({ application, maySend: () => true });
  const reference: Reference = {
    ...{ channelId: 'webchat', serviceUrl: azure.url, user: { id: 'u', name: '' }, bot: { id: 'b', name: '' } },
    conversation: { id: 'c', isGroup: false, name: '', conversationType: '' },
    ...(audience !== undefined && { audience }),
  };
  expect(await speak(reference, { type: 'message', text: 'Hola.' })).toBe('delivered');
  return azure.sendings.at(-1)?.authorization;
}

test('a secret of a bot of many tenants: a token of the Bot Framework’s directory, for the Bot Connector', async () => {
  const asked = login('botframework.com');
  expect(await spoken({ type: 'MultiTenant', id: APP, password: 'a-secret' })).toBe('Bearer of botframework.com');
  expect([asked[0]?.get('client_id'), asked[0]?.get('client_secret'), asked[0]?.get('scope')]).toEqual([
    APP,
    'a-secret',
    expect.stringContaining('https://api.botframework.com/.default'),
  ]);
});

test('a single tenant: a token of its own directory; to another bot, one made for that bot', async () => {
  const asked = login(TENANT);
  expect(await spoken({ type: 'SingleTenant', id: SINGLE, password: 'a-secret', tenant: TENANT })).toBe(`Bearer of ${TENANT}`);
  await spoken({ type: 'SingleTenant', id: SINGLE, password: 'a-secret', tenant: TENANT }, '33333333-3333-4333-8333-333333333333');
  expect(asked.map((form) => form.get('scope')?.split('/')[0])).toEqual(['https:', '33333333-3333-4333-8333-333333333333']);
});

describe('a managed identity', () => {
  const before = { ...process.env };
  afterEach(() => void (process.env = { ...before }));

  test('no secret: the host gives the token, asked by the identity’s id', async () => {
    process.env = { ...before, IDENTITY_ENDPOINT: 'http://127.0.0.1:41999/msi/token', IDENTITY_HEADER: 'of-the-host' };
    const asked: URLSearchParams[] = [];
    const host = nock('http://127.0.0.1:41999', { reqheaders: { 'x-identity-header': 'of-the-host' } })
      .persist()
      .get('/msi/token')
      .query((query) => (asked.push(new URLSearchParams(query as Record<string, string>)), true))
      .reply(200, {
        token_type: 'Bearer',
        resource: 'https://api.botframework.com',
        expires_on: `${Math.floor(Date.now() / 1_000) + 3_600}`,
        access_token: 'of the host',
        client_id: MANAGED,
      });
    expect(await spoken({ type: 'UserAssignedMSI', id: MANAGED, tenant: TENANT })).toBe('Bearer of the host');
    expect([asked[0]?.get('client_id'), asked[0]?.get('resource')]).toEqual([MANAGED, 'https://api.botframework.com']);
    host.persist(false);
  });
});
