import { request } from 'node:http';
import { startClient, type Client } from './client';

let sandbox: Client;
beforeAll(async () => {
  sandbox = await startClient();
});
beforeEach(async () => void (await sandbox.reset()));
afterAll(() => sandbox.close());

describe('clock', () => {
  const now = async () => (await sandbox.get('/sandbox/clock')).body.now as number;

  test('moves forward, to a day, and back', async () => {
    await sandbox.clock({ advanceMs: 3_600_000 });
    expect(Math.abs((await now()) - Date.now() - 3_600_000)).toBeLessThan(60_000);
    await sandbox.clock({ set: '2027-01-01T00:00:00-06:00' });
    expect(Math.abs((await now()) - Date.parse('2027-01-01T06:00:00Z'))).toBeLessThan(60_000);
    await sandbox.clock({ reset: true });
    expect(Math.abs((await now()) - Date.now())).toBeLessThan(60_000);
  });

  test.each([{}, { set: 'tomorrow' }, { advanceMs: 1.5 }, { advanceMs: 1e15 }, { set: '9999-01-01T00:00:00Z' }, { advanceMs: 1, reset: true }])(
    'what is no move is a 400: %j',
    async (body) => {
      expect((await sandbox.post('/sandbox/clock', body)).status).toBe(400);
      expect(Math.abs((await now()) - Date.now())).toBeLessThan(60_000);
    },
  );
});

describe('who may control', () => {
  test.each([
    ['a page of another site', { origin: 'https://evil.example' }],
    ['a page in no origin', { origin: 'null' }],
    ['a form of another site', { 'sec-fetch-site': 'cross-site' }],
    ['a page on another port', { 'sec-fetch-site': 'same-site' }],
  ])('%s is refused', async (_, headers) => {
    expect((await raw('/sandbox/reset', headers)).status).toBe(403);
  });

  test('a foreign name for this machine is refused, our own page is not', async () => {
    expect((await raw('/sandbox/reset', { host: 'rebound.example' })).status).toBe(403);
    const host = new URL(sandbox.url).host;
    expect((await raw('/sandbox/reset', { host, origin: `http://${host}`, 'sec-fetch-site': 'same-origin' })).status).toBe(200);
  });

  /** fetch may not set these headers; a hostile client can. */
  function raw(path: string, headers: Record<string, string>): Promise<{ status: number | undefined }> {
    return new Promise((resolve, reject) => {
      const sent = request(sandbox.url + path, { method: 'POST', headers }, (answer) => {
        answer.resume();
        resolve({ status: answer.statusCode });
      });
      sent.on('error', reject).end();
    });
  }
});

describe('hostile input', () => {
  test.each(['{', 'null', '[]', '"x"', '{"__proto__":{"advanceMs":1}}'])('a body of %s is a 400', async (body) => {
    const answer = await sandbox.get('/sandbox/clock', { method: 'POST', body });
    expect(answer).toMatchObject({ status: 400, body: { issues: expect.any(Array) } });
  });

  test.each(['/sandbox/clock', '/cgi-bin/sendsms', '/oauth/token', '/tmf-api/x', '/'])('a body over 256 KB is a 413 at %s', async (path) => {
    const answer = await sandbox.get(path, { method: 'POST', body: 'x'.repeat(300_000) });
    expect(answer.status).toBe(413);
    expect((await sandbox.get('/healthz')).status).toBe(200);
  });

  test.each([
    '/static/shared/../../package.json',
    '/static/shared/%2e%2e%2fpackage.json',
    '/static/sandbox/.env',
    '/static/sandbox/a%00.js',
    '/nope',
  ])('%s is not there', async (path) => {
    expect((await sandbox.get(path)).status).toBe(404);
  });

  test.each(['limit=0', 'limit=x'])('/sandbox/sms?%s is a 400', async (query) => {
    expect((await sandbox.get(`/sandbox/sms?${query}`)).status).toBe(400);
  });
});

describe('personas', () => {
  test('have a story in two languages; probes have none but a phone', async () => {
    const { body } = await sandbox.get('/sandbox/personas?country=GT');
    expect(body.personas.map(({ id }: { id: string }) => id).sort()).toEqual(['P01', 'P02', 'P03', 'P04', 'P05', 'P06', 'P12']);
    expect(body.personas[0]).toMatchObject({ story: { es: expect.stringContaining('todo en orden'), en: expect.any(String) } });
    expect(body.phones).toContainEqual(expect.objectContaining({ number: '5555-0120', probe: true }));
    expect((await sandbox.get('/sandbox/personas?country=XX')).status).toBe(400);
  });
});
