import pino from 'pino';
import { createApp, type App } from '../../src/app';
import { readConfig } from '../../src/config';
import { environmentOf } from '../support/app';
import { freePort, startRedis, type TestRedis } from '../support/redis';
import { startSandbox, type TestSandbox } from '../support/sandbox';

let redis: TestRedis;
let sandbox: TestSandbox;
let app: App;
let url: string;
const FIGURES = 'who-looks-at-figures-types-this-token';

beforeAll(async () => {
  redis = await startRedis();
  sandbox = await startSandbox();
  const port = String(await freePort());
  url = `http://127.0.0.1:${port}`;
  const production = {
    NODE_ENV: 'production',
    PUBLIC_URL: 'https://chat.operator.example',
    ALLOWED_ORIGINS: 'https://www.operator.example',
    ...{ SANDBOX_URL: '', ZENDESK_URL: '', DLOCAL_URL: '', DLOCAL_LOGIN: '', DLOCAL_TRANS_KEY: '', DLOCAL_SECRET_KEY: '' },
    DRAIN_DELAY_MS: '0',
    LEDGER_DURABILITY: 'everysec-accepted',
    INSIGHTS_TOKEN: FIGURES,
  };
  app = await createApp(readConfig({ ...environmentOf(redis.url, sandbox), PORT: port, ...production }), pino({ level: 'silent' }));
  await app.listen();
});
afterAll(async () => {
  await app.close(500);
  await sandbox.close();
  await redis.close();
});

/** What changes from answer to answer is named, not compared. */
const CHANGING = /^(date|content-length|x-correlation-id|etag|last-modified|keep-alive|connection)$/;
const seen = ({ headers }: Response): Record<string, string> =>
  Object.fromEntries(
    [...headers]
      .filter(([name]) => !CHANGING.test(name))
      .map(([name, value]) => [name, value.replace(/'nonce-[^']+'/g, "'nonce-…'").replace(/(care-chat(?:-frame)?)=[^;]+/g, '$1=…')]),
  );
const own = { origin: 'https://chat.operator.example', 'content-type': 'application/json' };

test.each([
  ['the page', '/', {}],
  ['the frame', '/webchat', {}],
  ['the launcher', '/launcher.js', {}],
  ['health', '/healthz', {}],
  ['nothing', '/nowhere', {}],
  ['a token', '/webchat/token', { method: 'POST', headers: own, body: '{}' }],
  ['a token in a frame', '/webchat/token', { method: 'POST', headers: own, body: '{"embedded":true}' }],
  ['a token for a stranger', '/webchat/token', { method: 'POST', headers: { ...own, origin: 'https://evil.example' }, body: '{}' }],
])('headers in production: %s', async (_, path, init) => {
  const answer = await fetch(url + path, init);
  expect({ status: answer.status, ...seen(answer) }).toMatchSnapshot();
});

test('every answer tells browsers to stay with TLS for a year at least', async () => {
  for (const path of ['/', '/webchat', '/launcher.js', '/healthz', '/nowhere', '/v3/directline/session/getsessionid']) {
    const { headers } = await fetch(url + path);
    expect([path, Number(/max-age=(\d+)/.exec(headers.get('strict-transport-security') ?? '')?.[1])]).toEqual([path, expect.any(Number)]);
    expect(Number(/max-age=(\d+)/.exec(headers.get('strict-transport-security') ?? '')?.[1])).toBeGreaterThanOrEqual(31_536_000);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  }
});

test('who looks at figures has a cookie that no neighbouring host can set, and only that one counts', async () => {
  const form = { method: 'POST', redirect: 'manual', body: new URLSearchParams({ token: FIGURES }) } as const;
  const cookie = (await fetch(`${url}/insights/login`, form)).headers.get('set-cookie') ?? '';
  expect(cookie).toMatch(/^__Host-insights=[\w.-]+; Path=\/; Max-Age=\d+; HttpOnly; SameSite=Strict; Secure$/);
  const [bound = ''] = cookie.split(';');
  const asked = async (value: string): Promise<number> => (await fetch(`${url}/insights/figures`, { headers: { cookie: value } })).status;
  expect([await asked(bound), await asked(bound.replace('__Host-', ''))]).toEqual([200, 401]);
});
