import type { Header } from './header.js';
import type { Speech } from './language.js';
import type { Notice } from './notice.js';
import { keepTrying, pause, pauseAfter } from './retry.js';
import { watchSockets } from './sockets.js';
import { fetchToken, type Token } from './token.js';
import type { Activity, DirectLine, Observer, WebChatBundle } from './webchat.js';

/** The states that Direct Line's client knows, by its own numbers. */
const CONNECTING = 1;
const ONLINE = 2;
const EXPIRED = 3;
const FAILED = 4;
const ENDED = 5;
/** The client comes back to a lost socket by itself within 15 s. After this long it will not, and the page begins anew. */
const GIVEN_UP_MS = 18_000;

export interface ConnectionDeps {
  readonly bundle: Promise<WebChatBundle>;
  readonly speech: Speech;
  readonly header: Header;
  readonly notice: Notice;
  /** Puts Web Chat on the new connection. What was said before stays in view. */
  readonly mount: (line: DirectLine, token: Token) => void;
}

/**
 * A conversation that is gone shows as an error of the stream, and nowhere else. We hear of it through Web Chat's own subscription: one of
 * ours would open the connection before Web Chat listens, and Web Chat waits for ever for a connection that it did not see opening.
 */
const onStreamError = (line: DirectLine, heard: () => void): void => {
  const stream = line.activity$;
  const error = (observer: Observer<Activity>, reason: unknown): void => {
    heard();
    observer.error?.(reason);
  };
  line.activity$ = {
    subscribe: (observer) =>
      stream.subscribe({
        next: (activity) => observer.next?.(activity),
        error: (reason) => error(observer, reason),
        complete: () => observer.complete?.(),
      }),
  };
};

/** Opens the conversation, and opens it again whenever it was lost: by itself where that is honest, by a button where the conversation is over. */
export const openConnection = ({ bundle, speech, header, notice, mount }: ConnectionDeps): void => {
  let line: DirectLine | undefined;
  let failures = 0;

  const waiting = (seconds: number, now: () => void): void => {
    header.status('off');
    notice.show(speech.t('retryIn', { seconds }), { key: 'retryNow', act: now });
  };
  const going = (): void => {
    notice.hide();
    header.status(line ? 'again' : 'wait');
  };
  const open = async (fresh = false): Promise<void> => {
    const token = await keepTrying(() => fetchToken(fresh), waiting, going);
    const { createDirectLine } = await bundle;
    line = createDirectLine({
      token: token.token,
      domain: `${location.origin}/v3/directline`,
      webSocket: true,
      conversationStartProperties: { locale: speech.tag() },
    });
    follow(line);
    mount(line, token);
  };
  const lost = async (): Promise<void> => {
    const seconds = pauseAfter(failures++);
    await pause(seconds, (now) => waiting(seconds, now));
    going();
    await open();
  };
  const over = (): void => {
    header.status('end');
    const act = (): void => {
      going();
      void open(true);
    };
    notice.show(speech.t('ended'), { key: 'startAgain', act });
  };
  const react = (status: number, first: boolean): void => {
    if (status === CONNECTING) header.status(first ? 'wait' : 'again');
    if (status === ONLINE) {
      failures = 0;
      notice.hide();
      header.status('on');
    }
    if (status === EXPIRED || status === FAILED) void lost();
    if (status === ENDED) over();
  };
  /** A connection that was replaced ends too; only the one in use is listened to, and only until it is lost. */
  const follow = (own: DirectLine): void => {
    let wasOnline = false;
    let isLost = false;
    const hear = (status: number): void => {
      if (own !== line || isLost) return;
      isLost = status >= EXPIRED;
      react(status, !wasOnline);
      wasOnline ||= status === ONLINE;
    };
    onStreamError(own, () => hear(ENDED));
    own.connectionStatus$.subscribe({ next: hear });
  };

  let patience: ReturnType<typeof setTimeout> | undefined;
  let hasSocket = false;
  const awaitSocket = (): void => {
    header.status('again');
    clearTimeout(patience);
    patience = setTimeout(() => header.now() === 'again' && void open(), GIVEN_UP_MS);
  };
  watchSockets((isOpen) => {
    hasSocket = isOpen;
    clearTimeout(patience);
    if (isOpen) header.status('on');
    else if (header.now() === 'on') awaitSocket();
  });
  addEventListener('offline', () => header.status('off'));
  // A short loss leaves the socket as it was: then nothing else will say that all is well again.
  addEventListener('online', () => {
    if (header.now() !== 'off') return;
    if (hasSocket) header.status('on');
    else if (line) awaitSocket();
    else header.status('wait');
  });
  void open();
};
