import type { Queue, Waiting } from './queue.js';
import type { Activity, DirectLine, Observer } from './webchat.js';

const WAITING_ID = 'waitingId';
/** Quiet time after which a replayed log is taken to be complete, and the most we wait for it. */
const QUIET_MS = 400;
const REPLAY_MS = 3_000;
/** The next message goes out after this long even when the server did not answer about the last one (Web Chat's own limit is 20 s). */
const ANSWER_MS = 21_000;

/** How the page gets things into the conversation: in order, and each once. */
export interface Delivery {
  /** Lets us see what the server took. Returns the same connection. */
  readonly watch: (line: DirectLine) => DirectLine;
  readonly arrived: (activity: Activity) => void;
  /** Sends what waits, one after the other; a join first where the bot has not been told yet. */
  readonly flush: () => Promise<void>;
}

export interface DeliveryDeps {
  readonly queue: Queue;
  readonly isConnected: () => boolean;
  readonly mustJoin: () => boolean;
  readonly sendJoin: () => void;
  readonly joined: () => void;
  readonly sendText: (text: string, channelData: Readonly<Record<string, string>>) => void;
  /** A message left the waiting list: the server has it. */
  readonly changed: () => void;
}

const waitingIdOf = ({ channelData }: Activity): string | undefined => {
  const id = channelData?.[WAITING_ID];
  return typeof id === 'string' ? id : undefined;
};

/** Passes on what the server answers to a post, and tells whether it took the activity. The client turns a failure of the server into the word "retry". */
const watched = (line: DirectLine, heard: (activity: Activity, taken: boolean) => void): DirectLine => {
  const post = line.postActivity.bind(line);
  line.postActivity = (activity) => {
    const answer = post(activity);
    const tell = (observer: Observer<string>): Observer<string> => ({
      next: (id) => {
        heard(activity, id !== 'retry');
        observer.next?.(id);
      },
      error: (error) => {
        heard(activity, false);
        observer.error?.(error);
      },
      complete: () => observer.complete?.(),
    });
    return { subscribe: (observer) => answer.subscribe(tell(observer)) };
  };
  return line;
};

export const createDelivery = (deps: DeliveryDeps): Delivery => {
  const given = new Set<string>();
  const answers = new Map<string, () => void>();
  let lastArrival = 0;
  let running: Promise<void> | undefined;

  const answered = (key: string, act: () => void): Promise<void> =>
    new Promise((done) => {
      const finish = (): void => {
        clearTimeout(timer);
        answers.delete(key);
        done();
      };
      const timer = setTimeout(finish, ANSWER_MS);
      answers.set(key, finish);
      act();
    });

  const heard = (activity: Activity, taken: boolean): void => {
    const key = activity.name === 'webchat/join' ? 'join' : waitingIdOf(activity);
    if (!key) return;
    if (taken && key === 'join') deps.joined();
    if (taken && key !== 'join') settle(key);
    answers.get(key)?.();
  };
  const settle = (id: string): void => {
    deps.queue.drop(id);
    deps.changed();
  };

  /** After a refresh: what already went out is in the log that is being replayed, and leaves the waiting list there. */
  const replayed = async (): Promise<void> => {
    const until = Date.now() + REPLAY_MS;
    const complete = (): boolean => lastArrival > 0 && Date.now() - lastArrival > QUIET_MS;
    while (!complete() && Date.now() < until) await new Promise((tick) => setTimeout(tick, 50));
  };
  const next = (): Waiting | undefined => deps.queue.all().find(({ id }) => !given.has(id));

  const run = async (): Promise<void> => {
    if (deps.mustJoin()) await answered('join', deps.sendJoin);
    if (deps.queue.all().some(({ restored, id }) => restored && !given.has(id))) await replayed();
    for (let item = next(); item && deps.isConnected(); item = next()) {
      const { id, text } = item;
      given.add(id);
      await answered(id, () => deps.sendText(text, { [WAITING_ID]: id }));
    }
  };

  return {
    watch: (line) => watched(line, heard),
    arrived: (activity) => {
      lastArrival = Date.now();
      const id = waitingIdOf(activity);
      if (id) settle(id);
    },
    flush: () => {
      running ??= run().finally(() => (running = undefined));
      return running;
    },
  };
};
