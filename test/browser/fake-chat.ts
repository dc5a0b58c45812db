import { randomUUID } from 'node:crypto';
import { createServer, plugins, type Request, type Response } from 'restify';
import { WebSocketServer, type WebSocket } from 'ws';
import { z } from 'zod';
import { pages, type PagesOptions } from '../../src/http/pages';

const Posted = z.looseObject({
  type: z.string(),
  name: z.string().optional(),
  text: z.string().optional(),
  value: z.unknown().optional(),
  channelData: z.looseObject({ clientActivityID: z.string().optional() }).optional(),
});
export type Posted = z.infer<typeof Posted>;
type Spoken = Readonly<Record<string, unknown>>;

interface Talk {
  readonly id: string;
  readonly log: Spoken[];
  readonly sockets: Set<WebSocket>;
}

/** The pages, and just enough of Direct Line 3.0 behind them that the real Web Chat believes it. */
export interface FakeChat {
  readonly url: string;
  /** Everything the customer's browser posted, oldest first. */
  readonly posted: Posted[];
  /** Bodies of the requests for a token. */
  readonly tokens: unknown[];
  /** Answers the token requests with 503 while true. */
  tokenDown: boolean;
  /** Holds the Web Chat bundle back until released. */
  holdBundle(): () => void;
  /** The bot says something by itself, in every conversation. */
  say(activity: Spoken): void;
  /** Closes every socket: the client comes back after 3 to 15 s, by itself. */
  dropSockets(): void;
  /** Every conversation is over, as after a loss of all data. */
  forget(): void;
  close(): Promise<void>;
}

export const bot = (text: string, more: Spoken = {}): Spoken => ({
  type: 'message',
  text,
  from: { id: 'bot', name: 'Alba', role: 'bot' },
  ...more,
});
export const chips = (...titles: string[]): Spoken => ({
  suggestedActions: { actions: titles.map((title) => ({ type: 'messageBack', title, text: title, displayText: title })) },
});

/** What the bot answers; a code is echoed as dots, as the real server does. */
export type Answers = (said: Posted) => readonly Spoken[];

export const startFakeChat = async (
  options: Omit<PagesOptions, 'brand' | 'country' | 'allowedFrameAncestors' | 'production'>,
  answers: Answers,
): Promise<FakeChat> => {
  const server = createServer();
  const talks = new Map<string, Talk>();
  const gate = { opened: Promise.resolve() };
  const state: Pick<FakeChat, 'posted' | 'tokens' | 'tokenDown'> = { posted: [], tokens: [], tokenDown: false };
  const append = (talk: Talk, activity: Spoken): Spoken => {
    const full = {
      ...activity,
      id: `${talk.id}|${String(talk.log.length).padStart(7, '0')}`,
      timestamp: new Date().toISOString(),
      channelId: 'webchat',
      conversation: { id: talk.id },
    };
    talk.log.push(full);
    for (const socket of talk.sockets) socket.send(JSON.stringify({ activities: [full], watermark: String(talk.log.length) }));
    return full;
  };
  const talkOf = (req: Request): Talk | undefined => talks.get(String(req.headers.authorization).replace('Bearer ', ''));
  const refuse = (res: Response): void => res.send(404, { error: { code: 'ConversationNotFound', message: 'gone' } });
  const opened = (talk: Talk, status: number, req: Request, res: Response): void =>
    res.send(status, {
      conversationId: talk.id,
      token: talk.id,
      expires_in: 1800,
      streamUrl: `ws://${req.headers.host}/stream/${talk.id}`,
    });

  server.pre((req, _res, next) => void ((req.url ?? '').startsWith('/static/vendor/') ? gate.opened : Promise.resolve()).then(() => next()));
  server.use(plugins.bodyParser({ mapParams: false }));
  server.post('/webchat/token', (req, res, next) => {
    state.tokens.push(req.body);
    const before = talks.get(z.object({ token: z.string().optional() }).parse(req.body ?? {}).token ?? '');
    if (state.tokenDown) res.send(503, {});
    else {
      const talk = before ?? { id: randomUUID(), log: [], sockets: new Set<WebSocket>() };
      talks.set(talk.id, talk);
      res.send(200, { token: talk.id, userId: 'dl_tester', conversationId: talk.id, expiresIn: 1800, resumed: before !== undefined });
    }
    next();
  });
  server.post('/v3/directline/conversations', (req, res, next) => {
    const talk = talkOf(req);
    if (talk) opened(talk, talk.log.length > 0 ? 200 : 201, req, res);
    else refuse(res);
    next();
  });
  server.get('/v3/directline/conversations/:id', (req, res, next) => {
    const talk = talkOf(req);
    if (talk) opened(talk, 200, req, res);
    else refuse(res);
    next();
  });
  server.post('/v3/directline/conversations/:id/activities', (req, res, next) => {
    const talk = talkOf(req);
    if (!talk) refuse(res);
    else {
      const said = Posted.parse(req.body);
      state.posted.push(said);
      const secret = /^\d{6}$/.test(said.text ?? '');
      const echo =
        said.type === 'message'
          ? append(talk, { ...said, from: { id: 'dl_tester', role: 'user' }, ...(secret && { text: '••••••' }) })
          : { id: randomUUID() };
      res.send(200, { id: echo['id'] });
      for (const answer of answers(said)) append(talk, answer);
    }
    next();
  });
  pages({ brand: { name: 'Alba' }, country: 'GT', allowedFrameAncestors: [], production: false, ...options })(server);

  const sockets = new WebSocketServer({ server: server.server });
  sockets.on('connection', (socket, req) => {
    const talk = talks.get((req.url ?? '').split('/').at(-1) ?? '');
    if (!talk) return socket.close();
    talk.sockets.add(socket);
    socket.on('close', () => talk.sockets.delete(socket));
    if (talk.log.length > 0) socket.send(JSON.stringify({ activities: talk.log, watermark: String(talk.log.length) }));
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', () => ready()));
  const { port } = server.address();
  const dropSockets = (): void => sockets.clients.forEach((socket) => socket.terminate());

  return Object.assign(state, {
    url: `http://127.0.0.1:${port}`,
    holdBundle: () => {
      let release = (): void => undefined;
      gate.opened = new Promise((open) => (release = open));
      return () => release();
    },
    say: (activity: Spoken) => talks.forEach((talk) => append(talk, activity)),
    dropSockets,
    forget: () => {
      talks.clear();
      dropSockets();
    },
    close: async () => {
      dropSockets();
      sockets.close();
      server.server.closeAllConnections();
      await new Promise<void>((done) => server.close(() => done()));
    },
  });
};
