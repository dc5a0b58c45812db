import { startRedis, type TestRedis } from '../support/redis';
import { until } from '../support/until';
import { chatServer, type ChatServer } from './chat';
import { call, conversationUrl, poll, say, visitor } from './client';

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

const textsOf = (activities: readonly Record<string, unknown>[]): unknown[] =>
  activities.filter(({ type }) => type === 'message').map(({ text }) => text);

describe('conversations', () => {
  test('start is 201, then 200; both give a token and a stream', async () => {
    const who = await visitor(a);
    const start = (server: ChatServer) =>
      call(`${server.url}/v3/directline/conversations`, { method: 'POST', token: who.token, body: { user: { id: 'x' }, locale: 'es-GT' } });
    const body = {
      conversationId: who.conversationId,
      token: expect.any(String),
      expires_in: 1800,
      streamUrl: expect.stringMatching(/^ws:\/\/127\.0\.0\.1:/),
    };
    expect(await start(a)).toMatchObject({ status: 201, body });
    expect(await start(b)).toMatchObject({ status: 200, body });
    const again = await call(`${conversationUrl(a, who)}?watermark=`, { token: who.token });
    expect(again).toMatchObject({ status: 200, body: { token: expect.any(String), streamUrl: expect.stringContaining('watermark=&') } });
    expect(JSON.stringify(again.body)).not.toContain(`t=${who.token}`);
  });

  test('the stream address in production is that of the public URL', async () => {
    const server = await chatServer(redis, { production: true });
    const { token } = await visitor(server);
    const { body } = await call(`${server.url}/v3/directline/conversations`, { method: 'POST', token });
    expect(body).toMatchObject({ streamUrl: expect.stringMatching(/^wss:\/\/chat\.example\/v3\/directline/) });
    await server.close();
  });

  test('polling: echo and replies in order, author by token, page by page until empty', async () => {
    const who = await visitor(a);
    const posted = await say(a, who, 'tres', { channelData: { clientActivityID: 'mine', waitingId: 'w' } });
    expect(posted).toMatchObject({ status: 200, body: { id: expect.stringMatching(new RegExp(`^${who.conversationId}\\|\\d{7,}$`)) } });
    const { activities, watermark } = await until(async () => {
      const page = await poll(a, who);
      return page.activities.length === 4 && page;
    });
    expect(textsOf(activities)).toEqual(['tres', 'uno', 'dos', 'tres']);
    const { id } = posted.body as { id: string };
    expect(activities[0]).toMatchObject({
      id,
      from: { id: who.userId, role: 'user' },
      channelId: 'webchat',
      channelData: { clientActivityID: 'mine', waitingId: 'w' },
    });
    expect(activities[1]).toMatchObject({
      from: { role: 'bot', name: 'Alba' },
      replyToId: id,
      conversation: { id: who.conversationId },
      timestamp: expect.any(String),
    });
    expect(activities.map((each) => each['id'])).toEqual(activities.map((each) => each['id']).sort());
    expect(await poll(b, who, watermark)).toEqual({ activities: [], watermark });
  });

  test('a repeated activity has the same id and runs once', async () => {
    const who = await visitor(a);
    const before = a.arrivals.length + b.arrivals.length;
    const body = { channelData: { clientActivityID: 'again' } };
    const answers = await Promise.all([say(a, who, 'una vez', body), say(b, who, 'una vez', body), say(a, who, 'una vez', body)]);
    expect(new Set(answers.map((answer) => JSON.stringify(answer.body))).size).toBe(1);
    await until(async () => textsOf((await poll(a, who)).activities).includes('Dijiste una vez'));
    expect(a.arrivals.length + b.arrivals.length).toBe(before + 1);
  });

  test('what a customer answers to a secret question is masked in the echo; commands and taps are not', async () => {
    const who = await visitor(a);
    const echoes = async () => (await poll(a, who)).activities.filter(({ from }) => JSON.stringify(from).includes('user'));
    const replies = (count: number) => until(async () => (await poll(a, who)).activities.length === count);
    await say(a, who, 'secreto');
    await replies(2);
    await say(a, who, '123456', { value: '123456', channelData: { clientActivityID: 'code', messageBack: { displayText: '123456' } } });
    await replies(4);
    expect(JSON.stringify(await echoes())).not.toContain('123456');
    expect((await echoes())[1]).toMatchObject({ text: '••••••', channelData: { clientActivityID: 'code' } });
    await say(a, who, 'secreto');
    await replies(6);
    await say(a, who, 'menú');
    await replies(8);
    expect((await echoes()).at(-1)).toMatchObject({ text: 'menú' });
  });

  test('taps, events, and what is dropped', async () => {
    const who = await visitor(a);
    const before = [a, b].map(({ arrivals }) => arrivals.length);
    /** What came since, whichever process heard it: one that another left waiting is anybody's. */
    const heard = () => [a, b].flatMap(({ arrivals }, at) => arrivals.slice(before[at]));
    const arrived = (kind: string) => until(() => heard().find((each) => each.kind === kind), kind);
    await say(a, who, 'Mi saldo', {
      value: { q: 'q1', choice: 'yes' },
      channelData: { clientActivityID: 't', messageBack: { displayText: 'Mi saldo' } },
    });
    expect(await arrived('said')).toEqual({ kind: 'said', text: 'Mi saldo', tap: { question: 'q1', choice: 'yes' } });
    const event = (name: string, value: unknown) =>
      call(`${conversationUrl(a, who)}/activities`, { method: 'POST', token: who.token, body: { type: 'event', name, value } });
    expect(await event('webchat/join', { language: 'en-US' })).toMatchObject({ status: 200, body: { id: expect.any(String) } });
    expect(await arrived('joined')).toEqual({ kind: 'joined', language: 'en' });
    await event('webchat/language', 'es-GT');
    await arrived('language');
    for (const type of ['typing', 'conversationUpdate', 'endOfConversation']) {
      expect(await call(`${conversationUrl(a, who)}/activities`, { method: 'POST', token: who.token, body: { type } })).toMatchObject({
        status: 200,
        body: { id: expect.any(String) },
      });
    }
    await say(a, who, 'hola'); // a conversation is heard in its order: whatever was not dropped has come before
    await until(async () => textsOf((await poll(a, who)).activities).includes('Dijiste hola'));
    expect(heard().map(({ kind }) => kind)).toEqual(['said', 'joined', 'language', 'said']);
    expect(textsOf((await poll(a, who)).activities)).toEqual(['Mi saldo', 'Dijiste [yes]', 'Hola. Escribe **menú**.', 'hola', 'Dijiste hola']);
  });
});
