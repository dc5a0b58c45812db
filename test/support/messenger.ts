import { createHmac, randomBytes } from 'node:crypto';
import { z } from 'zod';
import { createApp } from '../../src/app';
import { readConfig } from '../../src/config';
import { logger } from '../../src/observability/log';
import { environmentOf, orClosed, pastMidnight } from './app';
import { freePort, startRedis, type TestRedis } from './redis';
import { startSandbox, WEBHOOK_SECRET, type TestSandbox } from './sandbox';
import { until } from './until';

export const APP = {
  ...{ appId: '900100200300', pageId: '100200300400', verifyToken: 'verify-me-please-1' },
  ...{ appSecret: randomBytes(24).toString('hex'), pageToken: randomBytes(24).toString('hex') },
};

const Button = z.looseObject({ title: z.string(), payload: z.string().optional(), url: z.string().optional() });
const Shown = z.looseObject({
  text: z.string().optional(),
  attachment: z
    .looseObject({
      payload: z.looseObject({
        text: z.string().optional(),
        buttons: z.array(Button).optional(),
        elements: z.array(z.looseObject({ title: z.string(), subtitle: z.string().optional(), buttons: z.array(Button).optional() })).optional(),
      }),
    })
    .optional(),
  quick_replies: z.array(Button).optional(),
});
const Said = z.looseObject({ by: z.string(), text: z.string().optional(), name: z.string().optional(), shown: Shown.optional() });
const Thread = z.looseObject({ psid: z.string(), name: z.string(), seen: z.boolean(), inbox: z.boolean(), said: z.array(Said) });
const Threads = z.object({ threads: z.array(Thread), profile: z.record(z.string(), z.unknown()) });
export type Seen = z.infer<typeof Said>;

/** The real app with a page at the sandbox's Meta, a real Redis, and the phones of the page's customers. */
export interface MessengerWorld {
  readonly url: string;
  readonly sandbox: TestSandbox;
  readonly redis: TestRedis;
  readonly environment: Readonly<Record<string, string>>;
  ahead: number;
  /** Warnings that the bot wrote. */
  readonly log: readonly string[];
  codeOf(line: string): Promise<string>;
  phone(at: number): Promise<MessengerPhone>;
  /** Somebody who never wrote before. */
  stranger(): MessengerPhone;
  /** Posts a body with the signature of these very bytes, or with another one. */
  deliver(body: string, signature?: string): Promise<Response>;
  threads(): Promise<z.infer<typeof Threads>>;
  control(path: string, body: object): Promise<Response>;
  close(): Promise<void>;
}

/** One customer's Messenger. */
export interface MessengerPhone {
  readonly psid: string;
  do(deed: object): Promise<void>;
  /** Presses the button or quick reply of this label that was shown last. */
  tap(label: string): Promise<void>;
  /** The next `count` messages of the bot. */
  hear(count: number): Promise<readonly Seen[]>;
  /** Those that nobody heard yet, without waiting. */
  rest(): Promise<readonly Seen[]>;
  /** `>` customer, `<` bot, `[x]` a tap, `{code 5555-0101}`; in the bot's lines `…` stands for anything. */
  play(script: string): Promise<void>;
}

export const signed = (body: string): string => `sha256=${createHmac('sha256', APP.appSecret).update(body).digest('hex')}`;

/** What a bot with this page is told. @param graph where Meta is */
export const pageEnvironment = (graph: string): Record<string, string> => ({
  ...{ MESSENGER_APP_SECRET: APP.appSecret, MESSENGER_APP_ID: APP.appId, MESSENGER_VERIFY_TOKEN: APP.verifyToken },
  ...{ MESSENGER_PAGES: `${APP.pageId}=${APP.pageToken}`, META_GRAPH_URL: graph, MESSENGER_PER_SECOND: '300' },
});

/** The sandbox' Meta: what stands in its threads, and what its customers do. */
export function metaOf(sandboxUrl: string): Pick<MessengerWorld, 'threads' | 'control'> {
  const at = `${sandboxUrl}/sandbox/messenger`;
  const headers = { 'content-type': 'application/json' };
  return {
    threads: async () => Threads.parse(await (await fetch(at)).json()),
    control: (path, body) => fetch(at + path, { method: 'POST', headers, body: JSON.stringify(body) }),
  };
}

export async function startMessengerWorld(more: Readonly<Record<string, string>> = {}): Promise<MessengerWorld> {
  await pastMidnight();
  const [port, redis] = await Promise.all([freePort(), startRedis()]);
  const url = `http://127.0.0.1:${port}`;
  const zendeskHook = { url: `${url}/webhooks/zendesk`, secret: WEBHOOK_SECRET };
  const sandbox = await startSandbox({ messenger: { ...APP, webhook: `${url}/webhooks/messenger` }, zendeskHook, reportRetryMs: 50 });
  const environment = {
    ...environmentOf(redis.url, sandbox),
    ...{ PORT: String(port), SMS_REPORT_URL: `${url}/webhooks/sms/report` },
    ...pageEnvironment(`${sandbox.url}/graph`),
    MESSENGER_FILE_HOSTS: new URL(sandbox.url).host,
    CARE_HOURS: 'mo-su 00:00-24:00; holidays 00:00-24:00',
    ...more,
  };
  const log: string[] = [];
  const around = { close: async () => void (await sandbox.close(), await redis.close()) };
  const clock = { ahead: 0 };
  const written = logger('warn', { write: (line: string) => void log.push(line) });
  const app = await orClosed(
    around,
    createApp(readConfig(environment), written, () => Date.now() + clock.ahead),
  );
  const { threads, control } = metaOf(sandbox.url);
  const world: MessengerWorld = {
    ...{ url, sandbox, redis, environment, threads, control, log },
    get ahead() {
      return clock.ahead;
    },
    set ahead(ms) {
      clock.ahead = ms;
    },
    codeOf: async (line) => /\b\d{6}\b/.exec(await sandbox.waitForSms(`502${line.replace(/\D/g, '')}`))?.[0] ?? '',
    phone: async (at) => phoneOf(world, (await threads()).threads[at]?.psid ?? ''),
    stranger: () => strangerOf(world),
    deliver: (body, signature = signed(body)) =>
      fetch(`${url}/webhooks/messenger`, { method: 'POST', headers: { 'content-type': 'application/json', 'x-hub-signature-256': signature }, body }),
    close: async () => {
      await app.close(2_000);
      await around.close();
    },
  };
  await orClosed(world, app.listen());
  return world;
}

type Meta = Pick<MessengerWorld, 'threads' | 'control' | 'codeOf'>;
/** Somebody who never wrote before. */
export const strangerOf = (meta: Meta): MessengerPhone => phoneOf(meta, `88${String(Math.floor(Math.random() * 1e12)).padStart(12, '0')}`);

function phoneOf(world: Meta, psid: string): MessengerPhone {
  let heard = 0;
  const said = async (): Promise<Seen[]> => {
    const thread = (await world.threads()).threads.find((each) => each.psid === psid);
    return (thread?.said ?? []).filter(({ by }) => by === 'bot');
  };
  const phone: MessengerPhone = {
    psid,
    async do(deed) {
      const answer = await world.control('', { psid, ...deed });
      if (answer.status !== 200) throw new Error(`${answer.status} ${await answer.text()}`);
    },
    tap: async (label) => phone.do(await until(async () => tapOn(label, await said()), `a button "${label}"`)),
    async hear(count) {
      let all: readonly Seen[] = [];
      const isEnough = async (): Promise<boolean> => (all = await said()).length >= heard + count;
      await until(isEnough, () => `waited for ${count}, heard ${JSON.stringify(all.slice(heard).map(wordsOf))}`);
      return all.slice(heard, (heard += count));
    },
    async rest() {
      const all = await said();
      return all.slice(heard, (heard = all.length));
    },
    async play(script) {
      for (const { customer, bot } of exchanges(script)) {
        await speak(customer);
        const lines = await phone.hear(bot.length);
        expect([customer, ...lines.map((each, at) => matched(wordsOf(each), bot[at] ?? ''))]).toEqual([customer, ...bot]);
      }
    },
  };
  const speak = async (customer: string): Promise<void> => {
    const label = /^\[(.*)\]$/.exec(customer)?.[1];
    const line = /^\{code (.*)\}$/.exec(customer)?.[1];
    return label === undefined ? phone.do({ text: line === undefined ? customer : await world.codeOf(line) }) : phone.tap(label);
  };
  return phone;
}

/** What a customer does who presses the button or quick reply of this label that was shown last; words may be read before the buttons under them. */
function tapOn(label: string, said: readonly Seen[]): object | undefined {
  for (const { shown } of said.toReversed()) {
    const reply = shown?.quick_replies?.find(({ title }) => title === label);
    if (reply) return { reply: { title: label, payload: reply.payload } };
    const { buttons = [], elements = [] } = shown?.attachment?.payload ?? {};
    const button = [...buttons, ...elements.flatMap((element) => element.buttons ?? [])].find(({ title }) => title === label);
    if (button) return { postback: { title: label, payload: button.payload } };
  }
  return undefined;
}

/** All that can be read of a message. */
export const wordsOf = ({ shown }: Seen): string =>
  [shown?.text, shown?.attachment?.payload.text, ...(shown?.attachment?.payload.elements ?? []).flatMap(({ title, subtitle }) => [title, subtitle])]
    .filter((each) => each !== undefined)
    .join('\n')
    .replaceAll('\u00a0', ' ');

function exchanges(script: string): { customer: string; bot: string[] }[] {
  const all: { customer: string; bot: string[] }[] = [];
  for (const line of script.split('\n').map((each) => each.trim())) {
    if (line.startsWith('>')) all.push({ customer: line.slice(1).trim(), bot: [] });
    if (line.startsWith('<')) all.at(-1)?.bot.push(line.slice(1).trim());
  }
  return all;
}

/** The script's own line where it fits what was said; else what was said. */
function matched(said: string, line: string): string {
  const pattern = line
    .split('…')
    .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('[\\s\\S]*');
  return new RegExp(`^${pattern}$`).test(said) ? line : said;
}
