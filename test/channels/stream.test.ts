import { tokens } from '../../src/channels/webchat/token';
import { mailboxId } from '../../src/channels/webchat/transcript';
import { startRedis, type TestRedis } from '../support/redis';
import { until } from '../support/until';
import { chatServer, type ChatServer } from './chat';
import { call, openStream, poll, refusedUpgrade, say, visitor, type Stream } from './client';

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

describe('stream', () => {
  test('everything since the start comes first, then what happens, with typing in between', async () => {
    const who = await visitor(a);
    await say(a, who, 'antes');
    await until(async () => (await poll(a, who)).activities.length === 2);
    const stream = await openStream(a, who);
    await until(() => stream.activities().length >= 2);
    expect(textsOf(stream.frames[0]?.activities ?? [])).toEqual(['antes', 'Dijiste antes']);
    stream.socket.send('');
    await say(a, who, 'hola');
    await until(() => textsOf(stream.activities()).includes('Dijiste hola'));
    // Nobody keeps a typing sign: one that came before the socket listened is gone.
    await until(async () => {
      await a.log.announce(mailboxId(who.conversationId), `typing:${Number.MAX_SAFE_INTEGER}`);
      return stream.activities().some(({ type }) => type === 'typing');
    });
    expect(textsOf(stream.activities())).toEqual(['antes', 'Dijiste antes', 'hola', 'Dijiste hola']);
    expect((await poll(a, who)).activities.some(({ type }) => type === 'typing')).toBe(false);
    stream.socket.close();
  });

  test('what another process commits reaches the socket held here', async () => {
    const who = await visitor(a);
    const stream = await openStream(a, who);
    await say(b, who, 'por b');
    await until(() => textsOf(stream.activities()).includes('Dijiste por b'));
    stream.socket.close();
  });

  test('a watermark goes on where the client was', async () => {
    const who = await visitor(a);
    const first = await openStream(a, who);
    await say(a, who, 'uno');
    await until(() => textsOf(first.activities()).length === 2);
    const watermark = first.frames.at(-1)?.watermark ?? '';
    first.socket.terminate();
    await first.closed;
    await say(b, who, 'dos');
    const second = await openStream(b, who, { after: watermark });
    await until(() => textsOf(second.activities()).length === 2);
    expect(textsOf(second.activities())).toEqual(['dos', 'Dijiste dos']);
    second.socket.close();
  });

  test('five tabs of one browser follow the conversation side by side; a sixth takes the place of the oldest', async () => {
    const who = await visitor(a);
    const hearing = async (streams: readonly Stream[], words: string): Promise<void> => {
      await say(a, who, words);
      await until(() => streams.every(({ activities }) => textsOf(activities()).includes(`Dijiste ${words}`)));
    };
    const tabs: Stream[] = [];
    for (let count = 0; count < 5; count += 1) tabs.push(await openStream(a, who, { after: '' }));
    const elsewhere = await openStream(b, who, { after: '' });
    await hearing([...tabs, elsewhere], 'a todas');
    const [oldest, ...others] = tabs;
    const sixth = await openStream(a, who, { after: '' });
    expect(await oldest?.closed).toEqual({ code: 1000, reason: 'collision' });
    const left = [...others, sixth, elsewhere];
    await hearing(left, 'a las que quedan');
    expect(left.map(({ socket }) => socket.readyState)).toEqual(left.map(({ socket }) => socket.OPEN));
    left.forEach(({ socket }) => socket.close());
  });

  test('a ticket opens one socket, of its conversation, from an allowed page', async () => {
    const [who, other] = [await visitor(a), await visitor(a)];
    const addressOf = async (url: string): Promise<string> => {
      const { body } = await call(`${url}/v3/directline/conversations`, { method: 'POST', token: who.token });
      return (body as { streamUrl: string }).streamUrl;
    };
    const url = await addressOf(a.url);
    expect(await refusedUpgrade(url, { Origin: 'https://evil.example' })).toMatchObject({
      status: 403,
      body: { error: { code: 'OriginNotAllowed' } },
    });
    const stream = await openStream(a, who, { at: url });
    expect(await refusedUpgrade(url)).toMatchObject({ status: 403, body: { error: { code: 'TokenExpired' } } });
    const fresh = await addressOf(a.url);
    expect(await refusedUpgrade(fresh.replace(who.conversationId, other.conversationId))).toMatchObject({
      status: 403,
      body: { error: { code: 'BadArgument' } },
    });
    expect(await refusedUpgrade(fresh.replace('watermark=', 'watermark=x'))).toMatchObject({
      status: 400,
      body: { error: { code: 'BadArgument' } },
    });
    expect(await refusedUpgrade(fresh.replace(/t=.*/, `t=${who.token}`))).toMatchObject({ status: 403 });
    expect(await refusedUpgrade(`${a.url}/v3/directline/elsewhere`)).toMatchObject({ status: 404 });
    const late = tokens(['first-secret-of-the-test'], () => Date.now() - 61_000).issue(
      'stream',
      { user: who.userId, conv: who.conversationId },
      60,
      'j',
    );
    expect(await refusedUpgrade(fresh.replace(/t=.*/, `t=${late}`))).toMatchObject({
      status: 403,
      body: { error: { code: 'TokenExpired' } },
    });
    stream.socket.close();
  });
});
