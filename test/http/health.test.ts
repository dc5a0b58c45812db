import pino from 'pino';
import { health } from '../../src/http/health';
import { metricsRoute } from '../../src/http/metrics';
import { httpServer, sendJson, type HttpServer } from '../../src/http/server';
import { logger } from '../../src/observability/log';
import { metrics } from '../../src/observability/metrics';
import { until } from '../support/until';

const TOKEN = 't'.repeat(32);
const standing = {
  isDraining: false,
  isRedisUp: true,
  backends: { prepaid: 'closed', sms: 'closed' } as Record<string, 'closed' | 'open' | 'half-open'>,
};
const servers: HttpServer[] = [];

async function serve(mount: (http: HttpServer) => void): Promise<string> {
  const http = httpServer({ log: pino({ level: 'silent' }), hsts: false });
  servers.push(http);
  mount(http);
  return `http://127.0.0.1:${await http.listen(0, '127.0.0.1')}`;
}
const get = async (url: string, headers: Record<string, string> = {}) => {
  const answer = await fetch(url, { headers });
  return { status: answer.status, type: answer.headers.get('content-type'), body: await answer.text() };
};
afterAll(() => Promise.all(servers.map((http) => http.close(100))));

describe('health', () => {
  const healthOf = (token: string | undefined = undefined, production = false) =>
    serve(({ server }) =>
      health(
        server,
        { isDraining: () => standing.isDraining, isRedisUp: () => standing.isRedisUp, backends: () => standing.backends },
        { token, production },
      ),
    );
  test.each<[string, Partial<typeof standing>, number, object]>([
    ['all well', {}, 200, { status: 'ready', redis: 'up', degraded: [] }],
    [
      'a backend down',
      { backends: { prepaid: 'open', sms: 'closed' } },
      200,
      { status: 'degraded', degraded: ['prepaid'], backends: { prepaid: 'open', sms: 'closed' } },
    ],
    ['all backends down', { backends: { prepaid: 'open', sms: 'half-open' } }, 200, { status: 'degraded', degraded: ['prepaid', 'sms'] }],
    ['Redis away', { isRedisUp: false }, 503, { status: 'not ready', redis: 'away' }],
    ['draining', { isDraining: true }, 503, { status: 'draining', redis: 'up' }],
  ])('%s', async (_, now, status, body) => {
    const before = { ...standing };
    Object.assign(standing, now);
    const url = await healthOf();
    const ready = await get(`${url}/readyz`);
    expect([ready.status, JSON.parse(ready.body)]).toEqual([status, expect.objectContaining(body)]);
    expect(await get(`${url}/healthz`)).toMatchObject({ status: 200, body: '{"status":"ok"}' });
    Object.assign(standing, before);
  });

  test('which backend is down is told to those who may read the metrics, and to nobody else', async () => {
    const before = { ...standing };
    Object.assign(standing, { backends: { prepaid: 'open', sms: 'closed' } });
    const seen = async (url: string, headers?: Record<string, string>) => (await get(`${url}/readyz`, headers)).body;
    const [guarded, bare, near] = [await healthOf(TOKEN, true), await healthOf(undefined, true), await healthOf()];
    expect(await seen(guarded, { authorization: `Bearer ${TOKEN}` })).toContain('"degraded":["prepaid"]');
    for (const outside of [
      seen(guarded),
      seen(guarded, { authorization: `Bearer ${TOKEN}x` }),
      seen(bare),
      seen(near, { 'x-forwarded-for': '203.0.113.9' }),
    ])
      expect(await outside).toBe('{"status":"degraded"}');
    Object.assign(standing, before);
  });
});

describe('metrics', () => {
  let reports: unknown[];
  beforeEach(() => void (reports = []));
  const report = (event: string, detail: object): void => void reports.push([event, detail]);
  const metricsOf = (token: string | undefined, production: boolean) =>
    serve(({ server }) => metricsRoute(server, metrics(), { token, production }, report));

  test('with a token, it is demanded, also on this machine', async () => {
    const url = await metricsOf(TOKEN, true);
    expect(await get(`${url}/metrics`, { authorization: `Bearer ${TOKEN}` })).toMatchObject({
      status: 200,
      type: expect.stringContaining('version=0.0.4'),
    });
    for (const wrong of ['', `Bearer ${TOKEN}x`, `Basic ${TOKEN}`, TOKEN, 'Bearer undefined'])
      expect((await get(`${url}/metrics`, wrong ? { authorization: wrong } : {})).status).toBe(401);
    expect(reports).toEqual([]);
  });

  test('without one, production has no such page, and says so when it starts', async () => {
    const url = await metricsOf(undefined, true);
    expect((await get(`${url}/metrics`)).status).toBe(404);
    expect((await get(`${url}/metrics`, { authorization: 'Bearer undefined' })).status).toBe(404);
    expect(reports).toEqual([['metrics.closed', { reason: 'METRICS_TOKEN is not set' }]]);
  });

  test('elsewhere this machine may read, and nobody through a proxy on it', async () => {
    const url = await metricsOf(undefined, false);
    expect((await get(`${url}/metrics`)).status).toBe(200);
    for (const name of ['x-forwarded-for', 'x-real-ip', 'forwarded', 'via'])
      expect((await get(`${url}/metrics`, { [name]: '203.0.113.9' })).status).toBe(403);
  });
});

test('what was done or refused is told; what was only read, and well, to developers alone', async () => {
  const lines: { event?: string; level?: string; method?: string; status?: number }[] = [];
  const to = { write: (line: string) => void lines.push(JSON.parse(line)) };
  const http = httpServer({ log: logger('debug', to), hsts: false });
  servers.push(http);
  http.server.get('/news', async (_req, res) => sendJson(res, 200, {}));
  http.server.post('/news', async (_req, res) => sendJson(res, 200, {}));
  const url = `http://127.0.0.1:${await http.listen(0, '127.0.0.1')}`;
  await get(`${url}/news`);
  await fetch(`${url}/news`, { method: 'POST' });
  await get(`${url}/elsewhere`);
  await until(() => lines.filter(({ event }) => event === 'http').length === 3, 'all three are told');
  expect(lines.filter(({ event }) => event === 'http').map(({ level, method, status }) => `${level} ${method} ${status}`)).toEqual([
    'debug GET 200',
    'info POST 200',
    'info GET 404',
  ]);
});

test('a handler that fails after it has answered ends that connection, and nothing else', async () => {
  const lines: { event?: string; route?: string }[] = [];
  const http = httpServer({ log: logger('info', { write: (line: string) => void lines.push(JSON.parse(line)) }), hsts: false });
  servers.push(http);
  http.server.get('/late', async (_req, res) => {
    sendJson(res, 200, {});
    throw new Error('too late');
  });
  http.server.get('/well', async (_req, res) => sendJson(res, 200, {}));
  const url = `http://127.0.0.1:${await http.listen(0, '127.0.0.1')}`;
  await get(`${url}/late`).catch(() => undefined); // it may have been cut off
  await until(() => lines.some(({ event, route }) => event === 'http.failed' && route === '/late'), 'the failure is told');
  expect((await get(`${url}/well`)).status).toBe(200);
});
