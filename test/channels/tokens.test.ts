import { tokens } from '../../src/channels/webchat/token';
import { startRedis, type TestRedis } from '../support/redis';
import { chatServer, SECRET, type ChatServer } from './chat';
import { call, say, visitor } from './client';

let redis: TestRedis;
let a: ChatServer;
let b: ChatServer;
beforeAll(async () => {
  redis = await startRedis();
  [a, b] = await Promise.all([chatServer(redis), chatServer(redis)]);
});
afterAll(async () => {
  await Promise.all([a.close(), b.close()]);
  await redis.close();
});

describe('tokens', () => {
  test('a new visitor gets unguessable ids, known only by our signature', async () => {
    const [one, two] = [await visitor(a), await visitor(a)];
    expect(one.userId).toMatch(/^dl_[\w-]{24}$/);
    expect(one.conversationId).toMatch(/^[\w-]{24}$/);
    expect(new Set([one.userId, two.userId, one.conversationId, two.conversationId]).size).toBe(4);
    expect(one).toMatchObject({ resumed: false, expires_in: 1800 });
    const claims = JSON.parse(Buffer.from(one.token.split('.')[1] ?? '', 'base64url').toString());
    expect(claims).toMatchObject({ user: one.userId, conv: one.conversationId });
  });

  test('a browser that comes back finds its conversation, by cookie or by what the tab kept; fresh forgets it', async () => {
    const first = await visitor(a);
    await say(a, first, 'hola');
    const cookie = first.cookie.split(';')[0] ?? '';
    expect(first.cookie).toMatch(/HttpOnly; SameSite=Lax$/);
    expect(await visitor(b, {}, { cookie })).toMatchObject({ conversationId: first.conversationId, userId: first.userId, resumed: true });
    expect(await visitor(b, { token: first.token })).toMatchObject({ conversationId: first.conversationId, resumed: true });
    expect(await visitor(a, { fresh: true }, { cookie })).toMatchObject({ resumed: false });
    expect(await visitor(a, { token: `${first.token}x` })).toMatchObject({ resumed: false });
  });

  test('an expired token still leads back, but opens nothing', async () => {
    const first = await visitor(a);
    await say(a, first, 'hola');
    const hourAgo = tokens(['first-secret-of-the-test'], () => Date.now() - 3_600_000);
    const old = hourAgo.issue('directline', { user: first.userId, conv: first.conversationId }, 1800);
    expect(await visitor(a, { token: old })).toMatchObject({ conversationId: first.conversationId, resumed: true });
    for (const path of ['tokens/refresh', 'conversations']) {
      expect(await call(`${a.url}/v3/directline/${path}`, { method: 'POST', token: old })).toMatchObject({
        status: 403,
        body: { error: { code: 'TokenExpired' } },
      });
    }
  });

  test.each([
    ['11 hours', 11, true],
    ['13 hours', 13, false],
  ])('a token that expired %s ago, without a cookie', async (_, hours, resumed) => {
    const first = await visitor(a);
    await say(a, first, 'hola');
    const then = tokens(['first-secret-of-the-test'], () => Date.now() - hours * 3_600_000 - 1_800_000);
    const old = then.issue('directline', { user: first.userId, conv: first.conversationId }, 1_800);
    expect(await visitor(a, { token: old })).toMatchObject({ resumed });
  });

  test('in production the cookie is bound to the host, and partitioned in a frame', async () => {
    const server = await chatServer(redis, { production: true });
    expect((await visitor(server)).cookie).toMatch(/^__Host-care-chat=.*; Path=\/; .*HttpOnly; Secure; SameSite=Lax$/);
    expect((await visitor(server, { embedded: true })).cookie).toMatch(/^__Host-care-chat-frame=.*; Secure; SameSite=None; Partitioned$/);
    await server.close();
  });

  test('in production no cookie counts that a page of a neighbouring host could have set: nobody is led into a stranger’s conversation', async () => {
    const [open, server] = [await visitor(a), await chatServer(redis, { production: true })];
    await say(a, open, 'hola');
    const value = (open.cookie.split(';')[0] ?? '').replace(/^care-chat=/, '');
    const names = ['care-chat', '__Host-care-chat', '__Host-care-chat-frame'];
    const found = await Promise.all(names.map((name) => visitor(server, {}, { cookie: `${name}=${value}` }))).finally(() => server.close());
    expect(found.map(({ resumed }) => resumed)).toEqual([false, true, true]);
    expect(found[0]?.conversationId).not.toBe(open.conversationId);
  });

  test('generate needs the secret; refresh keeps the conversation', async () => {
    const url = `${a.url}/v3/directline/tokens`;
    const made = await call(`${url}/generate`, {
      method: 'POST',
      token: SECRET,
      body: { user: { id: 'dl_ana', name: 'Ana' }, trustedOrigins: [] },
    });
    expect(made).toMatchObject({ status: 200, body: { expires_in: 1800, conversationId: expect.any(String), token: expect.any(String) } });
    const { token, conversationId } = made.body as { token: string; conversationId: string };
    expect(await call(`${url}/refresh`, { method: 'POST', token })).toMatchObject({
      status: 200,
      body: { conversationId, token: expect.any(String) },
    });
    expect(await call(`${url}/generate`, { method: 'POST', token: 'wrong' })).toMatchObject({
      status: 403,
      body: { error: { code: 'BadArgument' } },
    });
    expect(await call(`${url}/generate`, { method: 'POST', token: SECRET, body: { user: { id: 'ana' } } })).toMatchObject({ status: 400 });
    const off = await chatServer(redis, { directLineSecrets: [] });
    expect(await call(`${off.url}/v3/directline/tokens/generate`, { method: 'POST', token: SECRET })).toMatchObject({
      status: 404,
      body: { error: { code: 'NotFound' } },
    });
    await off.close();
  });

  test('a secret can be changed with live traffic', async () => {
    const next = await chatServer(redis, { tokenSecrets: ['second', 'first-secret-of-the-test'] });
    const gone = await chatServer(redis, { tokenSecrets: ['second'] });
    const { token } = await visitor(a);
    const refresh = (server: ChatServer) => call(`${server.url}/v3/directline/tokens/refresh`, { method: 'POST', token });
    expect(await refresh(next)).toMatchObject({ status: 200 });
    expect(await refresh(gone)).toMatchObject({ status: 403 });
    await Promise.all([next.close(), gone.close()]);
  });
});
