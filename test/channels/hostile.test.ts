import { tokens } from '../../src/channels/webchat/token';
import { memoryLimits } from '../../src/http/limits';
import { startRedis, type TestRedis } from '../support/redis';
import { chatServer, type ChatServer } from './chat';
import { call, poll, visitor, type Answer, type TokenAnswer } from './client';

let redis: TestRedis;
let server: ChatServer;
let who: TokenAnswer;
let other: TokenAnswer;
beforeAll(async () => {
  redis = await startRedis();
  const rates = { message: { burst: 1_000, perMinute: 1 }, upload: { burst: 1_000, perMinute: 1 }, token: { burst: 1_000, perMinute: 1 } };
  server = await chatServer(redis, { limits: memoryLimits(rates) });
  [who, other] = [await visitor(server), await visitor(server)];
});
afterAll(async () => {
  await server.close();
  await redis.close();
});

type BlobPart = string | Uint8Array<ArrayBuffer>;
const PNG = Buffer.from('89504e470d0a1a0a00', 'hex');
const form = (parts: readonly (readonly [name: string, content: BlobPart, type: string, file?: string])[]): FormData => {
  const made = new FormData();
  for (const [name, content, type, file = 'blob'] of parts) made.append(name, new Blob([content], { type }), file);
  return made;
};
const multipart = (boundary: string, parts: readonly string[]): Buffer =>
  Buffer.from(`${parts.map((each) => `--${boundary}\r\ncontent-disposition: form-data; ${each}\r\n`).join('')}--${boundary}--\r\n`, 'latin1');
const activity = ['activity', '{"type":"message","text":"mira"}', 'application/vnd.microsoft.activity'] as const;

const part = (token: string, index: number, change: (claims: Record<string, unknown>) => object): string =>
  token
    .split('.')
    .map((piece, at) =>
      at === index ? Buffer.from(JSON.stringify(change(JSON.parse(Buffer.from(piece, 'base64url').toString())))).toString('base64url') : piece,
    )
    .join('.');
const expired = (): string =>
  tokens(['first-secret-of-the-test'], () => Date.now() - 3_600_000).issue('directline', { user: who.userId, conv: who.conversationId }, 1_800);

type Case = readonly [
  name: string,
  request: { path?: string; method?: string; token?: () => string | undefined; headers?: Record<string, string>; body?: unknown },
  status: number,
  code: string,
];
const message = (text: unknown, more: object = {}): object => ({ type: 'message', text, ...more });
const deep = (levels: number): string => `{"type":"message","text":"x","value":${'['.repeat(levels)}${']'.repeat(levels)}}`;
const json = { 'content-type': 'application/json' };

const CASES: readonly Case[] = [
  ['JSON that is none', { headers: json, body: '{"type":"message"' }, 400, 'BadArgument'],
  ['JSON that is no object', { body: [1] }, 400, 'BadArgument'],
  ['no body', {}, 400, 'BadArgument'],
  ['bytes that are no UTF-8', { headers: json, body: Buffer.from([0x22, 0xff, 0xfe, 0x22]) }, 400, 'BadArgument'],
  ['wrong types', { body: { type: 7, text: {} } }, 400, 'BadArgument'],
  ['text of another type', { body: message({ a: 1 }) }, 400, 'BadArgument'],
  [
    'a quarter of a megabyte of what may be cards, beside a text that is too long',
    { body: message('x'.repeat(2_001), { localTimestamp: '2026-11-21T15:30:00-06:00', more: '42 42-42.'.repeat(27_000) }) },
    400,
    'BadArgument',
  ],
  ['no type', { body: { text: 'hola' } }, 400, 'BadArgument'],
  ['nothing said', { body: message('   ') }, 400, 'BadArgument'],
  ['2,001 characters', { body: message('x'.repeat(2_001)) }, 400, 'BadArgument'],
  ['JSON nested 40 levels', { headers: json, body: deep(40) }, 400, 'BadArgument'],
  ['JSON nested 100,000 levels', { headers: json, body: deep(100_000) }, 400, 'BadArgument'],
  ['257 KB', { body: message('hola', { value: 'x'.repeat(257 * 1_024) }) }, 413, 'MessageSizeTooBig'],
  ['30 MB', { headers: json, body: Buffer.alloc(30 * 1_024 * 1_024, 0x20) }, 413, 'MessageSizeTooBig'],
  ['another content type', { headers: { 'content-type': 'text/plain' }, body: 'hola' }, 415, 'UnsupportedMediaType'],
  ['a compressed body', { headers: { ...json, 'content-encoding': 'gzip' }, body: 'x' }, 415, 'UnsupportedMediaType'],
  ['no token', { token: () => undefined, body: message('x') }, 401, 'BadArgument'],
  ['two spaces before the token', { token: () => undefined, headers: { authorization: 'Bearer  x' }, body: message('x') }, 401, 'BadArgument'],
  ['a token that is none', { token: () => 'x.y.z', body: message('x') }, 403, 'BadArgument'],
  ['a token cut short', { token: () => who.token.slice(0, -1), body: message('x') }, 403, 'BadArgument'],
  ['a token of 8 KB', { token: () => 'a'.repeat(8_192), body: message('x') }, 403, 'BadArgument'],
  [
    'alg none',
    {
      token: () =>
        `${part(who.token, 0, (head) => ({ ...head, alg: 'none' }))
          .split('.')
          .slice(0, 2)
          .join('.')}.`,
      body: message('x'),
    },
    403,
    'BadArgument',
  ],
  [
    'other claims',
    { token: () => part(who.token, 1, (claims) => ({ ...claims, conv: other.conversationId })), body: message('x') },
    403,
    'BadArgument',
  ],
  [
    'a token of another secret',
    { token: () => tokens(['another']).issue('directline', { user: who.userId, conv: who.conversationId }, 60), body: message('x') },
    403,
    'BadArgument',
  ],
  [
    'a cookie as token',
    {
      token: () => tokens(['first-secret-of-the-test']).issue('visitor', { user: who.userId, conv: who.conversationId }, 60),
      body: message('x'),
    },
    403,
    'BadArgument',
  ],
  ['an expired token', { token: expired, body: message('x') }, 403, 'TokenExpired'],
  ["another visitor's token", { token: () => other.token, body: message('x') }, 403, 'BadArgument'],
  ['a conversation that cannot be one', { path: 'conversations/a%20b/activities', body: message('x') }, 404, 'ConversationNotFound'],
  ['an unknown address', { path: 'conversations/x/members', method: 'GET' }, 404, 'NotFound'],
  ['another method', { path: 'tokens/refresh', method: 'GET' }, 405, 'MethodNotAllowed'],
  ['a broken escape in the address', { path: 'conversations/%zz/activities', method: 'GET' }, 400, 'BadArgument'],
  ['a watermark that is none', { path: 'ACTIVITIES?watermark=-1', method: 'GET' }, 400, 'BadArgument'],
  ['a watermark that is code', { path: "ACTIVITIES?watermark=1'--", method: 'GET' }, 400, 'BadArgument'],
  [
    'an upload that is no multipart',
    { path: 'UPLOAD', headers: { 'content-type': 'multipart/form-data; boundary=x' }, body: 'hello' },
    400,
    'BadArgument',
  ],
  [
    'an upload without a boundary',
    { path: 'UPLOAD', headers: { 'content-type': 'multipart/form-data' }, body: 'hello' },
    415,
    'UnsupportedMediaType',
  ],
  ['an upload without a file', { path: 'UPLOAD', body: form([activity]) }, 400, 'BadArgument'],
  [
    'four files',
    { path: 'UPLOAD', body: form([activity, ...Array.from({ length: 4 }, () => ['file', PNG, 'image/png'] as const)]) },
    400,
    'BadArgument',
  ],
  [
    'ten thousand parts',
    { path: 'UPLOAD', body: form(Array.from({ length: 10_000 }, () => ['file', '', 'image/png'] as const)) },
    400,
    'BadArgument',
  ],
  [
    'a thousand parts, behind a second boundary that nobody uses',
    {
      path: 'UPLOAD',
      headers: { 'content-type': `multipart/form-data; boundary=${'A'.repeat(30)}; boundary=${'B'.repeat(30)}` },
      body: multipart('A'.repeat(30), [
        ...Array.from({ length: 1_000 }, () => 'name="x"\r\n\r\n'),
        `name="file"; filename="a"\r\ncontent-type: image/png\r\n\r\n${PNG.toString('latin1')}`,
      ]),
    },
    400,
    'BadArgument',
  ],
  [
    'a thousand parts, behind a boundary that is written with a backslash',
    {
      path: 'UPLOAD',
      headers: { 'content-type': `multipart/form-data; boundary=${'A'.repeat(10)}\\${'A'.repeat(20)}` },
      body: multipart('A'.repeat(30), [
        ...Array.from({ length: 1_000 }, () => 'name="x"\r\n\r\n'),
        `name="file"; filename="a"\r\ncontent-type: image/png\r\n\r\n${PNG.toString('latin1')}`,
      ]),
    },
    400,
    'BadArgument',
  ],
  ['a part that is all head', { path: 'UPLOAD', body: form([activity, ['file', PNG, 'image/png', 'a'.repeat(20_000)]]) }, 400, 'BadArgument'],
  [
    'a file that lies about its type',
    { path: 'UPLOAD', body: form([activity, ['file', '<svg onload=alert(1)>', 'image/png']]) },
    415,
    'UnsupportedMediaType',
  ],
  ['a PNG called JPEG', { path: 'UPLOAD', body: form([activity, ['file', PNG, 'image/jpeg']]) }, 415, 'UnsupportedMediaType'],
  ['a kind of file we do not take', { path: 'UPLOAD', body: form([activity, ['file', '<html>', 'text/html']]) }, 415, 'UnsupportedMediaType'],
  [
    'a file of 6 MB',
    { path: 'UPLOAD', body: form([activity, ['file', Buffer.concat([PNG, Buffer.alloc(6 * 1_024 * 1_024)]), 'image/png']]) },
    413,
    'MessageSizeTooBig',
  ],
  [
    'an upload of 30 MB',
    { path: 'UPLOAD', body: form([activity, ['file', Buffer.alloc(30 * 1_024 * 1_024), 'image/png']]) },
    413,
    'MessageSizeTooBig',
  ],
  ['a single file without userId', { path: 'UPLOAD', headers: { 'content-type': 'image/png' }, body: PNG }, 400, 'BadArgument'],
  [
    'a file whose name is a quarter of a megabyte of what may be cards, beside an activity of wrong types',
    {
      path: 'UPLOAD',
      body: form([
        ['activity', '{"type":3}', 'application/json'],
        ['file', PNG, 'image/png', '42 42-42.'.repeat(27_000)],
      ]),
    },
    400,
    'BadArgument',
  ],
  [
    'an activity of wrong types in an upload',
    {
      path: 'UPLOAD',
      body: form([
        ['activity', '{"type":3}', 'application/json'],
        ['file', PNG, 'image/png'],
      ]),
    },
    400,
    'BadArgument',
  ],
];

test.each(CASES)('%s', async (_, { path = 'ACTIVITIES', method = 'POST', token = () => who.token, headers = {}, body }, status, code) => {
  const inside = path
    .replace(/^ACTIVITIES/, `conversations/${who.conversationId}/activities`)
    .replace('UPLOAD', `conversations/${who.conversationId}/upload`);
  const answer = await call(`${server.url}/v3/directline/${inside}`, { method, token: token(), headers, body });
  expect(answer).toMatchObject({ status, body: { error: { code, message: expect.stringMatching(/^\S.{5,}/) } } });
  expect(answer.headers.get('server')).toBeNull();
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  expect((await poll(server, who)).activities).toEqual([]);
  expect(server.arrivals).toEqual([]);
  expect(server.files.size).toBe(0);
});

describe('POST /webchat/token', () => {
  const ask = (more: { headers?: Record<string, string>; body?: unknown }): Promise<Answer> =>
    call(`${server.url}/webchat/token`, { method: 'POST', ...more });
  test.each<[string, { headers?: Record<string, string>; body?: unknown }, number, string]>([
    ['another origin', { headers: { origin: 'https://evil.example' } }, 403, 'OriginNotAllowed'],
    ['a sandboxed frame', { headers: { origin: 'null' } }, 403, 'OriginNotAllowed'],
    ['another site without an origin', { headers: { 'sec-fetch-site': 'cross-site' } }, 403, 'OriginNotAllowed'],
    ['wrong types', { body: { fresh: 'yes' } }, 400, 'BadArgument'],
    ['a token of 3 KB', { body: { token: 'x'.repeat(3_000) } }, 400, 'BadArgument'],
    ['a form', { headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: 'fresh=true' }, 415, 'UnsupportedMediaType'],
  ])('%s', async (_, more, status, code) => {
    const answer = await ask(more);
    expect(answer).toMatchObject({ status, body: { error: { code } } });
    expect(answer.headers.get('set-cookie')).toBeNull();
  });

  test.each(['care-chat=x', `care-chat=${'a'.repeat(4_000)}`, ';;=;', '__Host-care-chat=a.b.c'])(
    'a cookie that is not ours begins anew: %#',
    async (cookie) => {
      expect(await ask({ headers: { cookie }, body: {} })).toMatchObject({ status: 200, body: { resumed: false } });
    },
  );
});
