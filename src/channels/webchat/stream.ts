import { WebSocketServer, type WebSocket } from 'ws';
import { refuse } from '../../http/errors';
import type { HttpServer, Upgrade } from '../../http/server';
import type { ActivityLog } from '../../state/activity-log';
import type { Once } from '../../state/once';
import { follow } from './follow';
import type { Origins } from './origins';
import { TICKET_S } from './stream-url';
import type { Tokens } from './token';
import { mailboxId, type Transcript } from './transcript';
import { positionOf } from './watermark';

/** Clients only send empty frames, to keep the line open. */
const FRAME_BYTES = 1_024;
/** Sockets of this process; beyond, a 503, and the client comes again in 3 to 15 s. */
const MOST_SOCKETS = 20_000;
/** Sockets of one conversation in this process: tabs of one browser. Beyond, the oldest has to leave. */
const MOST_TABS = 5;
const GOOD_BYE_MS = 1_000;
/** Announced when a turn begins, with the number of the last reply before it. */
const TYPING = 'typing:';
const PATH = /^\/v3\/directline\/conversations\/([\w-]{1,128})\/stream\?/;

export interface StreamParts {
  readonly http: HttpServer;
  readonly tokens: Tokens;
  readonly origins: Origins;
  readonly once: Once;
  readonly transcript: Transcript;
  readonly log: Pick<ActivityLog, 'listen'>;
  readonly name: string;
}

/** The WebSocket side of Direct Line: what is committed by any process reaches the socket that is held here. */
export function streams({ http, tokens, origins, once, transcript, log, name }: StreamParts): void {
  const wss = new WebSocketServer({ noServer: true, maxPayload: FRAME_BYTES, perMessageDeflate: false, clientTracking: false });
  const open = socketsByConversation();

  const begin = (socket: WebSocket, conversation: string, after: number): void => {
    const follower = follow({ socket, conversation, after, transcript, name });
    open.add(conversation, socket);
    const stop = log.listen(mailboxId(conversation), (event) => {
      if (event.kind === 'grown') follower.grown();
      else if (event.kind === 'echoed') follower.echoed();
      else if (event.what.startsWith(TYPING)) follower.typing(Number(event.what.slice(TYPING.length)));
    });
    // What came between the first look and the first event is seen by looking again.
    void stop.then(follower.grown, follower.grown);
    socket.on('error', () => socket.terminate());
    socket.once('close', () => {
      follower.stop();
      open.remove(conversation, socket);
      void stop.then((end) => end()).catch(() => {});
    });
  };

  /** @throws Refusal unless the ticket is ours, for this conversation, in time and unused */
  const admitted = async (url: string): Promise<{ conversation: string; after: number }> => {
    const conversation = PATH.exec(url)?.[1] ?? '';
    const query = new URL(url, 'http://x').searchParams;
    const ticket = tokens.read('stream', query.get('t') ?? '');
    if (!ticket || !ticket.jti) throw refuse(403, 'BadArgument', 'This is no ticket of ours.');
    if (ticket.conv !== conversation) throw refuse(403, 'BadArgument', 'The ticket is for another conversation.');
    if (ticket.expiredMs > 0) throw refuse(403, 'TokenExpired', 'The stream address has expired.');
    const after = positionOf(query.get('watermark') ?? '');
    if (open.size() >= MOST_SOCKETS) throw busy();
    const isFirst = await once.first(`stream ticket ${ticket.jti}`, TICKET_S * 1_000).catch(() => Promise.reject(busy()));
    if (!isFirst) throw refuse(403, 'TokenExpired', 'The stream address was used already.');
    return { conversation, after };
  };

  const upgrade: Upgrade = async (req, socket, head) => {
    origins.demand(req);
    const { conversation, after } = await admitted(req.url ?? '');
    wss.handleUpgrade(req, socket, head, (ws) => begin(ws, conversation, after));
  };
  http.upgrades(PATH, upgrade);
  http.whenClosing(() => open.all().forEach(leave));
}

interface OpenSockets {
  /** The oldest of the conversation close where it has too many. They count until they are gone. */
  add(conversation: string, socket: WebSocket): void;
  remove(conversation: string, socket: WebSocket): void;
  size(): number;
  all(): readonly WebSocket[];
}

function socketsByConversation(): OpenSockets {
  const held = new Map<string, Set<WebSocket>>();
  let count = 0;
  return {
    add(conversation, socket) {
      const own = held.get(conversation) ?? new Set();
      held.set(conversation, own.add(socket));
      count += 1;
      const live = [...own].filter((each) => each.readyState === each.OPEN);
      for (const oldest of live.slice(0, Math.max(0, live.length - MOST_TABS))) oldest.close(1000, 'collision');
    },
    remove(conversation, socket) {
      const own = held.get(conversation);
      if (own?.delete(socket)) count -= 1;
      if (own?.size === 0) held.delete(conversation);
    },
    size: () => count,
    all: () => [...held.values()].flatMap((own) => [...own]),
  };
}

/** The client reconnects by itself, to another process. One that does not even answer the good-bye is cut off. */
function leave(socket: WebSocket): void {
  socket.close(1001, 'restart');
  setTimeout(() => socket.terminate(), GOOD_BYE_MS).unref();
}

const busy = (): Error => refuse(503, 'ServiceUnavailable', 'The stream cannot be opened now.', { 'Retry-After': '3' });
