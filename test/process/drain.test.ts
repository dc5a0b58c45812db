import { environmentOf } from '../support/app';
import { openChat, type Chat } from '../support/chat';
import { startRedis, type TestRedis } from '../support/redis';
import { startSandbox, type TestSandbox } from '../support/sandbox';
import { until } from '../support/until';
import { ready, startBot, type Bot } from './bot';
import { Page } from './visitor';

/** By hand: `ROLLS=50 npx jest test/process/drain`. */
const ROLLS = Number(process.env['ROLLS'] ?? 3);
const CLIENTS = 8;
/** So long it says that it leaves, and still serves: whoever looks comes in time on a slow machine, too. */
const DELAY_MS = 8_000;

let redis: TestRedis;
let sandbox: TestSandbox;
let environment: Readonly<Record<string, string>>;
const running: Bot[] = [];

const start = async (): Promise<Bot> => {
  const bot = await startBot(environment);
  running.push(bot);
  return bot;
};

beforeAll(async () => {
  redis = await startRedis();
  sandbox = await startSandbox();
  environment = { ...environmentOf(redis.url, sandbox), NODE_ENV: 'development', LOG_LEVEL: 'warn', DRAIN_DELAY_MS: String(DELAY_MS) };
});
afterAll(async () => {
  running.forEach(({ child }) => child.kill('SIGKILL'));
  await sandbox.close();
  await redis.close();
});

/** Somebody who writes one message after the other, to whichever process is there, and says again what was not taken: as a page does. */
function writer(chat: Chat, urls: () => readonly string[]) {
  let taken = 0;
  let isOver = false;
  const path = `/v3/directline/conversations/${chat.conversationId}/activities`;
  const headers = { authorization: `Bearer ${chat.token}`, 'content-type': 'application/json' };
  const post = async (number: number): Promise<boolean> => {
    const all = urls();
    const activity = { type: 'message', text: 'hola', channelData: { clientActivityID: `n${number}` } };
    const answer = await fetch(all[number % all.length] + path, { method: 'POST', headers, body: JSON.stringify(activity) }).catch(() => undefined);
    await answer?.arrayBuffer().catch(() => undefined);
    return answer?.status === 200;
  };
  const done = (async () => {
    for (;;) {
      const isTaken = await post(taken);
      if (isTaken) taken += 1;
      if (isTaken && isOver) return; // what was not acknowledged may have been taken: it is never left so
      await new Promise((resolve) => setTimeout(resolve, 20 + Math.random() * 40));
    }
  })();
  /** The log, page by page: the more a machine takes in while a process leaves, the longer it is. */
  const read = async (): Promise<Page['activities']> => {
    const all: Page['activities'] = [];
    for (let watermark = ''; ;) {
      const page = Page.parse(await (await fetch(`${urls()[0]}${path}?watermark=${watermark}`, { headers })).json());
      if (page.activities.length === 0) return all;
      all.push(...page.activities);
      watermark = page.watermark;
    }
  };
  return {
    hasWritten: (): boolean => taken > 0,
    /** Stops writing; then every message that was taken stands in the log once, and has one answer. */
    async settles(): Promise<void> {
      isOver = true;
      await done;
      let [said, answered] = [0, 0];
      const isSettled = async (): Promise<boolean> => {
        const messages = (await read()).filter(({ type }) => type === 'message');
        answered = messages.filter(({ from }) => from.role === 'bot').length;
        said = messages.length - answered;
        return answered >= taken;
      };
      await until(isSettled, () => `${taken} taken, ${said} in the log, ${answered} answered`);
      expect({ said, answered }).toEqual({ said: taken, answered: taken });
      expect(taken).toBeGreaterThan(0);
    },
  };
}

test(
  `${ROLLS} rolling restarts of two processes under load: every message is answered once, the one that leaves says so and still serves`,
  async () => {
    let bots = [await start(), await start()];
    const urls = (): string[] => bots.map(({ url }) => url);
    for (let roll = 0; roll < ROLLS; roll += 1) {
      const open = (_: unknown, index: number): Promise<Chat> => openChat(urls()[index % 2] ?? '', async () => '', { join: false });
      const writers = (await Promise.all(Array.from({ length: CLIENTS }, open))).map((chat) => writer(chat, urls));
      await until(() => writers.every(({ hasWritten }) => hasWritten()), 'everybody has written, and goes on writing');
      const [leaving, staying] = bots;
      if (!leaving || !staying) throw new Error('two are running');
      leaving.signal('SIGTERM');
      await until(async () => (await ready(leaving.url)) === 503, 'readiness says 503');
      expect((await fetch(`${leaving.url}/healthz`)).status).toBe(200); // it leaves, it is not dead
      expect(await leaving.exited()).toBe(0);
      bots = [staying, await start()];
      await Promise.all(writers.map((each) => each.settles()));
    }
  },
  60_000 + ROLLS * 80_000,
);
