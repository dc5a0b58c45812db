import { webChat, type Files, type StoredFile, type WebChatOptions } from '../../src/channels/webchat';
import { httpServer, type HttpOptions } from '../../src/http/server';
import { Arrival, type Message } from '../../src/domain/message';
import { logger } from '../../src/observability/log';
import { activityLog, type ActivityLog } from '../../src/state/activity-log';
import type { Turn } from '../../src/state/mailbox';
import { once } from '../../src/state/once';
import { outbox } from '../../src/state/outbox';
import { redisMailbox } from '../../src/state/redis-mailbox';
import { vault } from '../../src/state/seal';
import { subscriber } from '../../src/state/subscriber';
import { turns, type Turns } from '../../src/state/turns';
import type { TestRedis } from '../support/redis';

export const SECRET = 'a-secret-of-a-page-that-mints-its-own-tokens';
/** The origin of the window in which the published client runs. */
export const PAGE_ORIGIN = 'http://localhost:1';
/** Longer than a slow machine takes for a turn: one that is over is run again. */
const LEASE_MS = 20_000;
const SWEEP_MS = 250;

/** A bot instance with web chat, its own Redis clients, and a scripted bot that repeats what it hears. */
export interface ChatServer {
  readonly url: string;
  readonly port: number;
  readonly log: ActivityLog;
  readonly turns: Turns;
  readonly arrivals: Arrival[];
  readonly files: Map<string, StoredFile>;
  close(): Promise<void>;
}

/** Overrides of web chat's options and of the HTTP server's; `keepsFiles` false: there is nowhere to put files; `commandMs`: patience with Redis. */
type ChatOverrides = Partial<WebChatOptions> & Partial<HttpOptions> & { readonly keepsFiles?: boolean; readonly commandMs?: number };

export async function chatServer(redis: TestRedis, more: ChatOverrides = {}): Promise<ChatServer> {
  const connection = await redis.connection(more.commandMs);
  const store = { redis: connection, vault: vault([Buffer.alloc(32, 7)]) };
  const mailbox = redisMailbox({ ...store, leaseMs: LEASE_MS, stateMs: 60_000, isLog: (conversation) => conversation.startsWith('web:') });
  const log = activityLog(store, subscriber(connection));
  const arrivals: Arrival[] = [];
  const running = turns({
    mailbox,
    outbox: outbox({ mailbox, send: async () => 'delivered', leaseMs: LEASE_MS, report: () => {} }),
    leaseMs: LEASE_MS,
    report: () => {},
    apology: () => [],
    handle: async (turn) => {
      const arrival = Arrival.parse(JSON.parse(turn.message));
      arrivals.push(arrival);
      await log.announce(turn.conversation, `typing:${turn.said}`);
      return {
        state: turn.state ?? '1',
        replies: repliesTo(arrival, turn).map((message) => JSON.stringify(message)),
        secret: arrival.kind === 'said' && arrival.text === 'secreto' ? 'all' : undefined,
      };
    },
  });
  const files = new Map<string, StoredFile>();
  const http = httpServer({ log: more.log && 'info' in more.log ? more.log : logger('silent'), hsts: more.hsts ?? false, ...timing(more) });
  const { log: _log, keepsFiles = true, commandMs: _commandMs, ...overrides } = more;
  webChat({
    ...{
      http,
      turns: running,
      log,
      once: once(connection),
      ...(keepsFiles && { files: memoryFiles(files) }),
      isCommand: (text) => text === 'menú',
      name: 'Alba',
    },
    ...{ tokenSecrets: ['first-secret-of-the-test'], directLineSecrets: [SECRET], publicUrl: 'https://chat.example', production: false },
    allowedOrigins: [PAGE_ORIGIN],
    ...overrides,
  });
  const port = await http.listen(0, '127.0.0.1');
  running.start(SWEEP_MS);
  return {
    ...{ url: `http://127.0.0.1:${port}`, port, log, turns: running, arrivals, files },
    close: async () => {
      await http.close(200);
      await running.drain(200);
    },
  };
}

const timing = ({ headersMs, requestMs }: Partial<HttpOptions>): Partial<HttpOptions> => ({
  ...(headersMs !== undefined && { headersMs }),
  ...(requestMs !== undefined && { requestMs }),
});

function repliesTo(arrival: Arrival, { number }: Turn): Message[] {
  if (arrival.kind === 'joined')
    return [{ text: 'Hola. Escribe *menú*.', choices: [{ id: 'go:balances', label: 'Mi saldo' }], language: arrival.language }].map(withoutUndefined);
  if (arrival.kind !== 'said') return [];
  if (arrival.text === 'tres') return ['uno', 'dos', 'tres'].map((text) => ({ text }));
  if (arrival.text === 'secreto') return [{ text: '¿Código?', expects: 'code', question: `q${number}` }];
  const files = arrival.attachments?.map(({ name, bytes }) => ` ${name} ${bytes}`).join('') ?? '';
  return [{ text: `Dijiste ${arrival.tap ? `[${arrival.tap.choice}]` : arrival.text}${files}` }];
}
const withoutUndefined = <T extends object>(value: T): T => JSON.parse(JSON.stringify(value));

const memoryFiles = (kept: Map<string, StoredFile>): Files => ({
  put: async (conversation, id, file) => void kept.set(`${conversation} ${id}`, file),
  get: async (conversation, id) => kept.get(`${conversation} ${id}`),
});
