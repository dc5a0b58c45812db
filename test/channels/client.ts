import { once as event } from 'node:events';
import { request } from 'node:http';
import WebSocket from 'ws';
import { z } from 'zod';
import type { ChatServer } from './chat';

const TokenAnswer = z.object({
  token: z.string(),
  userId: z.string(),
  conversationId: z.string(),
  resumed: z.boolean(),
  expires_in: z.number(),
});
export type TokenAnswer = z.infer<typeof TokenAnswer>;

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
}

/** Any request; a body that is an object goes as JSON. */
export async function call(
  url: string,
  {
    method = 'GET',
    token,
    headers = {},
    body,
  }: { method?: string; token?: string | undefined; headers?: Record<string, string>; body?: unknown } = {},
): Promise<Answer> {
  const isRaw = body === undefined || typeof body === 'string' || Buffer.isBuffer(body) || body instanceof FormData;
  const answer = await fetch(url, {
    method,
    headers: {
      ...(!isRaw && { 'content-type': 'application/json' }),
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
      ...headers,
    },
    ...(body !== undefined && { body: isRaw ? (body as BodyInit) : JSON.stringify(body) }),
  });
  const text = await answer.text();
  return { status: answer.status, headers: answer.headers, body: text ? JSON.parse(text) : undefined };
}

export async function visitor(
  server: ChatServer,
  body: object = {},
  headers: Record<string, string> = {},
): Promise<TokenAnswer & { cookie: string }> {
  const answer = await call(`${server.url}/webchat/token`, { method: 'POST', body, headers });
  return { ...TokenAnswer.parse(answer.body), cookie: answer.headers.get('set-cookie') ?? '' };
}

export const conversationUrl = (server: ChatServer, { conversationId }: { conversationId: string }): string =>
  `${server.url}/v3/directline/conversations/${conversationId}`;

export const say = (server: ChatServer, who: TokenAnswer, text: string, more: object = {}): Promise<Answer> =>
  call(`${conversationUrl(server, who)}/activities`, {
    method: 'POST',
    token: who.token,
    body: {
      type: 'message',
      text,
      from: { id: 'somebody-else', role: 'bot' },
      channelId: 'evil',
      channelData: { clientActivityID: `c${(said += 1)}` },
      ...more,
    },
  });
let said = 0;

const Frame = z.object({ activities: z.array(z.record(z.string(), z.unknown())), watermark: z.string().optional() });
export type Frame = z.infer<typeof Frame>;

export const poll = async (server: ChatServer, who: TokenAnswer, watermark = ''): Promise<Frame> =>
  Frame.parse((await call(`${conversationUrl(server, who)}/activities?watermark=${watermark}`, { token: who.token })).body);

export interface Stream {
  readonly socket: WebSocket;
  readonly frames: Frame[];
  readonly activities: () => Record<string, unknown>[];
  readonly closed: Promise<{ code: number; reason: string }>;
}

/** Opens the stream of a started conversation; `after` asks as a client that reconnects. */
export async function openStream(server: ChatServer, who: TokenAnswer, { after, at }: { after?: string; at?: string } = {}): Promise<Stream> {
  const answer =
    after === undefined
      ? await call(`${server.url}/v3/directline/conversations`, { method: 'POST', token: who.token, body: {} })
      : await call(`${conversationUrl(server, who)}?watermark=${after}`, { token: who.token });
  const { streamUrl } = z.object({ streamUrl: z.string() }).parse(answer.body);
  const socket = new WebSocket(at ?? streamUrl);
  const frames: Frame[] = [];
  socket.on('message', (data) => frames.push(Frame.parse(JSON.parse((data as Buffer).toString()))));
  socket.on('error', () => {});
  const closed = event(socket, 'close').then(([code, reason]) => ({ code: Number(code), reason: String(reason) }));
  await event(socket, 'open');
  return { socket, frames, activities: () => frames.flatMap(({ activities }) => activities), closed };
}

/** The answer to a refused upgrade. */
export async function refusedUpgrade(url: string, headers: Record<string, string> = {}): Promise<{ status: number; body: unknown }> {
  const { host, pathname, search } = new URL(url);
  const req = request(`http://${host}${pathname}${search}`, {
    headers: {
      Connection: 'Upgrade',
      Upgrade: 'websocket',
      'Sec-WebSocket-Version': '13',
      'Sec-WebSocket-Key': Buffer.alloc(16).toString('base64'),
      ...headers,
    },
  });
  req.end();
  const [res] = await Promise.race([
    event(req, 'response'),
    event(req, 'upgrade').then(() => Promise.reject(new Error('the upgrade was not refused'))),
  ]);
  let body = '';
  for await (const chunk of res) body += chunk;
  return { status: res.statusCode, body: JSON.parse(body) };
}
