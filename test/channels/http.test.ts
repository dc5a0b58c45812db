import { connect } from 'node:net';
import { once } from 'node:events';
import { Writable } from 'node:stream';
import pino from 'pino';
import { memoryLimits } from '../../src/http/limits';
import { withoutChance } from '../support/kept';
import { startRedis, type TestRedis } from '../support/redis';
import { until } from '../support/until';
import { chatServer, type ChatServer } from './chat';
import { call, conversationUrl, poll, say, visitor } from './client';

let redis: TestRedis;
let server: ChatServer;
/** Does not wait long for what never ends. */
let hasty: ChatServer;
beforeAll(async () => {
  redis = await startRedis();
  const rates = { message: { burst: 1_000, perMinute: 1 }, upload: { burst: 1_000, perMinute: 1 }, token: { burst: 1_000, perMinute: 1 } };
  server = await chatServer(redis, { limits: memoryLimits(rates) });
  hasty = await chatServer(redis, { headersMs: 1_000, requestMs: 2_000 });
});
afterAll(async () => {
  await Promise.all([server.close(), hasty.close()]);
  await redis.close();
});

const message = (text: unknown): object => ({ type: 'message', text });

test('limits: messages by visitor, tokens by address; polling and streams are never told to wait', async () => {
  const rates = { message: { burst: 2, perMinute: 0.5 }, upload: { burst: 1, perMinute: 0.5 }, token: { burst: 2, perMinute: 0.5 } };
  const strict = await chatServer(redis, { limits: memoryLimits(rates) });
  const [one, two] = [await visitor(strict), await visitor(strict)];
  const third = await call(`${strict.url}/webchat/token`, { method: 'POST', body: {} });
  expect(third).toMatchObject({ status: 429, body: { error: { code: 'TooManyRequests' } } });
  expect(Number(third.headers.get('retry-after'))).toBeGreaterThan(0);
  const statuses = [];
  for (let count = 0; count < 3; count += 1) statuses.push((await say(strict, one, 'hola')).status);
  expect(statuses).toEqual([200, 200, 429]);
  expect((await say(strict, two, 'hola')).status).toBe(200);
  const polls = await Promise.all(
    Array.from({ length: 50 }, () => call(`${conversationUrl(strict, one)}/activities?watermark=`, { token: one.token })),
  );
  expect(new Set(polls.map(({ status }) => status))).toEqual(new Set([200]));
  await strict.close();
});

test('a conversation whose mail is full says so, and keeps nothing', async () => {
  const full = await chatServer(redis, { turns: { accept: async () => ({ status: 'full', position: undefined }) } });
  expect(await say(full, await visitor(full), 'hola')).toMatchObject({ status: 503, body: { error: { code: 'ServiceUnavailable' } } });
  await full.close();
});

test('files are checked, shown and told to the bot the same when nothing keeps them', async () => {
  const storeless = await chatServer(redis, { keepsFiles: false });
  const who = await visitor(storeless);
  const post = async (content: string, name = 'foto.png') => {
    const form = new FormData();
    const thumbnailUrl = 'data:image/png;base64,AAAA';
    form.append('activity', new Blob([JSON.stringify({ type: 'message', text: 'mira', attachments: [{ name, thumbnailUrl }] })]), 'blob');
    form.append('file', new Blob([Buffer.from(content, 'hex')], { type: 'image/png' }), name);
    return call(`${conversationUrl(storeless, who)}/upload`, { method: 'POST', token: who.token, body: form });
  };
  expect(await post('3c7376673e')).toMatchObject({ status: 415 });
  expect(await post('89504e470d0a1a0a00')).toMatchObject({ status: 200, body: { id: expect.stringMatching(/\|\d+$/) } });
  const [echo, reply] = await until(async () => {
    const { activities } = await poll(storeless, who);
    return activities.length === 2 && activities;
  });
  expect(echo).toMatchObject({ attachments: [{ name: 'foto.png', contentType: 'image/png', thumbnailUrl: 'data:image/png;base64,AAAA' }] });
  expect(reply).toMatchObject({ text: 'Dijiste mira foto.png 9' });
  await storeless.close();
});

/** Bytes as they are, and what comes back. */
async function raw(bytes: string, { port }: ChatServer): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  socket.on('error', () => {});
  let answer = '';
  socket.on('data', (chunk: Buffer) => (answer += chunk.toString()));
  socket.write(bytes);
  await once(socket, 'close');
  return answer;
}

describe('below HTTP', () => {
  test.each([
    ['headers of 20 KB', `GET / HTTP/1.1\r\nHost: x\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`, 431],
    ['no HTTP', 'hello\r\n\r\n', 400],
    ['a Host that is none', 'GET / HTTP/1.1\r\nHost: [\r\nConnection: close\r\n\r\n', 400],
    ['two lengths', 'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nx', 400],
    ['headers that never end', 'GET / HTTP/1.1\r\nHost: x\r\nX-', 408],
    ['a body that never ends', 'POST /webchat/token HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 10\r\n\r\n{', 408],
  ])('%s', async (_, bytes, status) => {
    const answer = await raw(bytes, status === 408 ? hasty : server);
    expect(answer).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
    expect(JSON.parse(answer.split('\r\n\r\n')[1] ?? '')).toEqual(expect.objectContaining({}));
  });

  test('plain shape outside Direct Line, no version, no stack', async () => {
    const answer = await call(`${server.url}/nowhere`);
    expect(answer).toMatchObject({ status: 404, body: { code: 'NotFound', message: 'There is nothing at this address.' } });
    expect([...answer.headers.keys()]).not.toContain('server');
    expect(await call(`${server.url}//evil.example/%2e%2e`)).toMatchObject({ status: 404 });
  });
});

test('the log says which route, never which address, text or person; a caller may name its request', async () => {
  const lines: string[] = [];
  const log = pino({ level: 'info' }, new Writable({ write: (chunk, _, done) => (lines.push(String(chunk)), done()) }));
  const logged = await chatServer(redis, { log: log as never });
  const someone = await visitor(logged);
  const answer = await call(`${conversationUrl(logged, someone)}/activities`, {
    method: 'POST',
    token: someone.token,
    body: message('mi número es 5555 4821'),
    headers: { 'x-correlation-id': '0b9a2f0e-7a51-4a4e-9c3e-2f6b1f1c7d10' },
  });
  expect(answer.headers.get('x-correlation-id')).toBe('0b9a2f0e-7a51-4a4e-9c3e-2f6b1f1c7d10');
  const forged = await call(`${logged.url}/nowhere/5555`, { headers: { 'x-correlation-id': 'a b"{}' } });
  expect(forged.headers.get('x-correlation-id')).toMatch(/^[\da-f-]{36}$/);
  await logged.close();
  const all = withoutChance(lines.join(''));
  for (const secret of [someone.userId, someone.conversationId, someone.token]) expect(lines.join('')).not.toContain(secret);
  for (const secret of ['4821', 'nowhere']) expect(all).not.toContain(secret);
  expect(all).toContain('"route":"/v3/directline/conversations/:conversation/activities"');
  expect(lines.join('')).toContain('"correlation":"0b9a2f0e-7a51-4a4e-9c3e-2f6b1f1c7d10"');
});

test('HSTS only behind TLS', async () => {
  const secure = await chatServer(redis, { hsts: true });
  expect((await call(`${secure.url}/x`)).headers.get('strict-transport-security')).toMatch(/^max-age=\d{8}/);
  expect((await call(`${server.url}/x`)).headers.get('strict-transport-security')).toBeNull();
  await secure.close();
});

test('a string that never ends is refused at once, however long it is', async () => {
  const answer = await fetch(`${server.url}/webchat/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: `{"x":"${'\\"'.repeat(120_000)}`,
    signal: AbortSignal.timeout(25_000), // it took half a minute when every quote was a new beginning
  });
  expect(answer.status).toBe(400);
});
