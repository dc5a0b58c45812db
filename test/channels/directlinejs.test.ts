import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { JSDOM, VirtualConsole } from 'jsdom';
import WebSocket from 'ws';
import { startRedis, type TestRedis } from '../support/redis';
import { until } from '../support/until';
import { chatServer, PAGE_ORIGIN, type ChatServer } from './chat';
import { call, visitor } from './client';

// What the published client expects of a browser. jsdom's XMLHttpRequest enforces CORS, preflights included.
const { window } = new JSDOM('', { url: `${PAGE_ORIGIN}/`, virtualConsole: new VirtualConsole() });
const { FormData, Blob } = globalThis;
const browser = { window, XMLHttpRequest: window.XMLHttpRequest, FormData: window.FormData, Blob: window.Blob, WebSocket };
Object.assign(globalThis, browser);
import { ConnectionStatus, DirectLine, type Activity, type Message } from 'botframework-directlinejs';

let redis: TestRedis;
let server: ChatServer;
beforeAll(async () => {
  redis = await startRedis();
  server = await chatServer(redis);
});
afterAll(async () => {
  await server.close();
  await redis.close();
  window.close();
  Object.assign(globalThis, { window: undefined, XMLHttpRequest: undefined, WebSocket: undefined, FormData, Blob });
});

interface Client {
  readonly line: DirectLine;
  readonly heard: Activity[];
  readonly statuses: string[];
  readonly texts: () => (string | undefined)[];
  readonly post: (activity: object) => Promise<string>;
}

function client(options: object): Client {
  const line = new DirectLine({
    domain: `${server.url}/v3/directline`,
    pollingInterval: 200,
    conversationStartProperties: { locale: 'es-GT' },
    ...options,
  });
  const heard: Activity[] = [];
  const statuses: string[] = [];
  line.connectionStatus$.subscribe((status) => statuses.push(ConnectionStatus[status]));
  line.activity$.subscribe(
    (activity) => heard.push(activity),
    () => {},
  );
  return {
    ...{ line, heard, statuses },
    texts: () => heard.filter((activity): activity is Message => activity.type === 'message').map(({ text }) => text),
    post: (activity) =>
      new Promise((resolve, reject) => line.postActivity({ type: 'message', from: { id: 'dl_x' }, ...activity }).subscribe(resolve, reject)),
  };
}

for (const webSocket of [true, false]) {
  describe(webSocket ? 'by WebSocket' : 'by polling', () => {
    test('a conversation, and the same one in another window', async () => {
      const { token, userId } = await visitor(server);
      const one = client({ token, webSocket });
      await until(() => one.statuses.includes('Online'));
      const id = await one.post({ text: 'hola', channelData: { clientActivityID: 'mine' } });
      await until(() => one.texts().includes('Dijiste hola'));
      expect(one.heard.find((activity) => activity.id === id)).toMatchObject({
        text: 'hola',
        from: { id: userId },
        channelData: { clientActivityID: 'mine' },
      });
      one.line.end();

      const two = client({ token, webSocket });
      await until(() => two.texts().includes('Dijiste hola'));
      expect(two.texts()).toEqual(['hola', 'Dijiste hola']);
      two.line.end();
    });

    test('a file goes by upload and comes back in the echo', async () => {
      const { token } = await visitor(server);
      const one = client({ token, webSocket });
      await until(() => one.statuses.includes('Online'));
      const local = await servedFile(Buffer.from('89504e470d0a1a0a00', 'hex'));
      const id = await one.post({
        text: 'mi foto',
        attachments: [{ contentType: 'image/png', contentUrl: local.url, name: 'año.png', thumbnailUrl: 'data:image/png;base64,AAAA' }],
      });
      expect(id).toMatch(/\|\d+$/);
      await until(() => one.texts().includes('Dijiste mi foto año.png 9'));
      expect(one.heard.find((activity) => activity.id === id)).toMatchObject({
        attachments: [{ name: 'año.png', contentType: 'image/png', thumbnailUrl: 'data:image/png;base64,AAAA' }],
      });
      local.close();
      one.line.end();
    });
  });
}

test('a dropped socket reconnects with its watermark: nothing lost, nothing twice', async () => {
  const { token, conversationId } = await visitor(server);
  const sockets: WebSocket[] = [];
  const Kept = class extends WebSocket {
    constructor(url: string) {
      super(url);
      sockets.push(this);
    }
  };
  Object.assign(globalThis, { WebSocket: Kept });
  const soon = jest.spyOn(Math, 'random').mockReturnValue(0); // of the client's pause of 3 to 15 s: the shortest
  const one = client({ token, webSocket: true });
  await until(() => one.statuses.includes('Online'));
  await one.post({ text: 'uno' });
  await until(() => one.texts().length === 2);
  sockets[0]?.terminate();
  await call(`${server.url}/v3/directline/conversations/${conversationId}/activities`, {
    method: 'POST',
    token,
    body: { type: 'message', text: 'dos' },
  });
  await until(() => sockets.length > 1);
  soon.mockRestore();
  await until(() => one.texts().length >= 4);
  expect(one.texts()).toEqual(['uno', 'Dijiste uno', 'dos', 'Dijiste dos']);
  one.line.end();
  Object.assign(globalThis, { WebSocket });
});

test('the token is refreshed as the client does it; a forged one is told to be expired', async () => {
  const { token } = await visitor(server);
  expect(
    await call(`${server.url}/v3/directline/tokens/refresh`, { method: 'POST', token, headers: { 'X-Requested-With': 'XMLHttpRequest' } }),
  ).toMatchObject({ status: 200 });
  const forged = client({ token: `${token}x`, webSocket: false });
  await until(() => forged.statuses.includes('FailedToConnect'));
  forged.line.end();
});

test('a page of another origin is kept out by its browser, a listed one is let in', async () => {
  const strange = await chatServer(redis, { allowedOrigins: [] });
  const statusFrom = async ({ url }: ChatServer): Promise<number> => {
    const xhr = new window.XMLHttpRequest();
    xhr.open('POST', `${url}/v3/directline/conversations`);
    xhr.setRequestHeader('Authorization', `Bearer ${(await visitor(server)).token}`);
    const done = new Promise((resolve) => (xhr.onloadend = resolve));
    xhr.send();
    await done;
    return xhr.status;
  };
  expect([await statusFrom(server), await statusFrom(strange)]).toEqual([201, 0]);
  const preflight = (origin: string) =>
    fetch(`${server.url}/v3/directline/conversations`, {
      method: 'OPTIONS',
      headers: {
        Origin: origin,
        'Access-Control-Request-Method': 'POST',
        'Access-Control-Request-Headers': 'authorization,x-ms-bot-agent,x-requested-with',
      },
    });
  const listed = await preflight(PAGE_ORIGIN);
  expect([listed.status, listed.headers.get('access-control-allow-origin')]).toEqual([204, PAGE_ORIGIN]);
  expect(listed.headers.get('access-control-allow-headers')).toBe('authorization,content-type,x-ms-bot-agent,x-requested-with,x-correlation-id');
  expect((await preflight('https://evil.example')).headers.get('access-control-allow-origin')).toBeNull();
  await strange.close();
});

/** jsdom knows no `blob:` addresses, through which the client reads local files: this is where it finds them instead. */
async function servedFile(bytes: Buffer): Promise<{ url: string; close: () => void }> {
  const files = createServer((_, res) => {
    res.setHeader('Access-Control-Allow-Origin', '*');
    res.setHeader('Access-Control-Allow-Headers', 'X-Requested-With');
    res.end(bytes);
  }).listen(0, '127.0.0.1');
  await once(files, 'listening');
  const { port } = files.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/`, close: () => files.close() };
}
