import { startRedis, type TestRedis } from '../support/redis';
import { until } from '../support/until';
import { chatServer, type ChatServer } from './chat';
import { call, openStream, poll, say, visitor } from './client';

let redis: TestRedis;
let server: ChatServer;
beforeAll(async () => {
  redis = await startRedis();
  server = await chatServer(redis, { commandMs: 500 });
});
afterAll(async () => {
  await server.close();
  await redis.close();
});

test.each<[string, () => Promise<void> | void, () => Promise<void> | void]>([
  ['stopped', () => redis.stop('SIGTERM'), () => redis.start()],
  ['stalled', () => redis.freeze(), () => redis.thaw()],
])('Redis %s: a poll finds nothing new, a post says so, the socket stays, and all goes on afterwards', async (_, away, back) => {
  const who = await visitor(server);
  const stream = await openStream(server, who);
  const isSaid = (text: string) => until(async () => (await say(server, who, text)).status === 200);
  const isAnswered = (text: string) => until(() => stream.activities().some((each) => each['text'] === `Dijiste ${text}`));
  await isSaid('antes'); // on a slow machine Redis is away now and then by itself
  await isAnswered('antes');
  const { watermark = '' } = await poll(server, who);
  await away();
  expect(await poll(server, who, watermark)).toEqual({ activities: [], watermark });
  expect(await poll(server, who)).toEqual({ activities: [], watermark: '' });
  expect(await say(server, who, 'no llega')).toMatchObject({ status: 503, body: { error: { code: 'ServiceUnavailable' } } });
  expect(await call(`${server.url}/v3/directline/conversations`, { method: 'POST', token: who.token })).toMatchObject({ status: 200 });
  expect(await visitor(server, { token: who.token })).toMatchObject({ conversationId: who.conversationId });
  await back();
  await isSaid('después');
  await isAnswered('después');
  expect(stream.socket.readyState).toBe(stream.socket.OPEN);
  stream.socket.close();
});
