import type { WebSocket } from 'ws';
import { activityId, botAccount, placed, type Activity } from './activity';
import type { Transcript } from './transcript';

/** How often a socket is asked whether it is there; one that did not answer the last time is dropped. In ms. */
const PING_MS = 25_000;
/** Pause before the log is read again after it could not be, in ms. */
const AGAIN_MS = 1_000;
/** How long an echo waits for the reply to go with it, in ms: most turns take less, and one frame costs half of two. */
const ECHO_MS = 50;
/** Unsent bytes beyond which a typing sign is not worth sending. */
const BEHIND_BYTES = 64 * 1_024;

/** Keeps one socket up with its conversation's log. */
export interface Follower {
  /** There may be something new. */
  readonly grown: () => void;
  /** There is something new that the customer said: it can wait a moment for the answer. */
  readonly echoed: () => void;
  /** The bot is at work on something that comes after reply `said`: shown, never stored. What is answered already is not announced any more. */
  readonly typing: (said: number) => void;
  readonly stop: () => void;
}

interface Parts {
  readonly socket: WebSocket;
  readonly conversation: string;
  /** Position from which the log is sent; the first frame is all that came after it. */
  readonly after: number;
  readonly transcript: Pick<Transcript, 'page'>;
  readonly name: string;
}

/** Sends page after page, the next one only when the last one is out: a slow reader costs no memory, it only gets everything later. */
export function follow({ socket, conversation, after, transcript, name }: Parts): Follower {
  let position = after;
  let said = 0;
  let isReading = false;
  let isDue = true;
  let isHere = true;
  let again: NodeJS.Timeout | undefined;

  const isOpen = (): boolean => socket.readyState === socket.OPEN;
  const send = (activities: readonly Activity[]): Promise<void> =>
    new Promise((resolve, reject) => {
      const frame = JSON.stringify({ activities, watermark: String(position) });
      socket.send(frame, (error) => (error ? reject(error) : resolve()));
    });
  const sendPage = async (): Promise<void> => {
    isDue = false;
    const page = await transcript.page(conversation, position);
    position = page.position;
    said = Math.max(said, page.said);
    isDue ||= !page.isLast;
    if (page.activities.length && isOpen()) await send(page.activities);
  };
  const read = async (): Promise<void> => {
    if (isReading) return;
    isReading = true;
    try {
      while (isDue && isOpen()) await sendPage();
    } catch {
      isDue = true;
      if (isOpen()) again = setTimeout(() => void read(), AGAIN_MS);
    } finally {
      isReading = false;
    }
  };
  const ping = setInterval(() => {
    if (!isHere) return socket.terminate();
    isHere = false;
    socket.ping();
  }, PING_MS);
  socket.on('pong', () => (isHere = true));
  void read();

  return {
    grown: () => {
      isDue = true;
      clearTimeout(again);
      void read();
    },
    echoed: () => {
      isDue = true;
      clearTimeout(again);
      again = setTimeout(() => void read(), ECHO_MS);
    },
    typing: (before) => {
      if (before < said || !isOpen() || socket.bufferedAmount > BEHIND_BYTES) return;
      const at = Date.now();
      void send([
        {
          type: 'typing',
          ...placed({ conversation, position, at }),
          id: `${activityId(conversation, position)}t${at}`,
          from: botAccount(name),
        },
      ]).catch(() => {});
    },
    stop: () => {
      clearInterval(ping);
      clearTimeout(again);
    },
  };
}
