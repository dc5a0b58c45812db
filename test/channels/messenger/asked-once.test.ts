import { createHmac } from 'node:crypto';
import { messengerWebhook } from '../../../src/channels/messenger';
import { threadControl } from '../../../src/channels/messenger/control';
import type { Called } from '../../../src/channels/messenger/graph';
import { neighbours } from '../../../src/channels/messenger/neighbours';
import { threads } from '../../../src/channels/messenger/threads';
import { httpServer } from '../../../src/http/server';
import { logger } from '../../../src/observability/log';

const SECRET = 'the-secret-of-the-app-at-meta';
const [PAGE, BOT, INBOX, PSID] = ['100200', '42', '26', '7755'] as const;
const NOW = 1_795_000_000_000;
const HOUR = 3_600_000;
const REFUSED: Called = { ok: false, error: { status: 400, code: 10, subcode: 0 } };

interface Bot {
  ahead: number;
  /** What Meta was asked for, in order. */
  readonly asked: readonly string[];
  /** What Meta answers to these calls, instead of a refusal. */
  readonly answers: Map<string, () => Called | Promise<Called>>;
  /** Posts an event as Meta does, signed; `standby`: of a thread that another app has. */
  deliver(event: object, box?: 'messaging' | 'standby'): Promise<number>;
}

let close: () => Promise<void>;
afterEach(() => close());

/** The webhook over HTTP, and a Meta that gives no thread away. */
async function bot(): Promise<Bot> {
  const http = httpServer({ log: logger('silent'), hsts: false, observe: () => undefined });
  const rows = new Map<string, string>();
  const asked: string[] = [];
  const answers: Bot['answers'] = new Map();
  const call = async (_: string, what: string): Promise<Called> => (asked.push(what), (await answers.get(what)?.()) ?? REFUSED);
  const made = { ahead: 0, asked, answers };
  const clock = (): number => NOW + made.ahead;
  const report = (): void => undefined;
  messengerWebhook({
    ...{ http, report, clock, pages: [PAGE], secrets: [SECRET], verifyToken: 'verify-me-please', people: INBOX },
    turns: { accept: async () => ({ status: 'granted', position: 1 }) },
    threads: threads({ put: async (to, what, text) => void rows.set(`${to} ${what}`, text), get: async (to, what) => rows.get(`${to} ${what}`) }),
    control: threadControl({ call, pages: [PAGE] }, INBOX),
    reader: { appId: BOT, begins: () => true, payloadOf: () => undefined },
    keepFile: async () => undefined,
    neighbours: neighbours({ pages: {}, clock, report, random: () => 0 }),
  });
  const url = `http://127.0.0.1:${await http.listen(0, '127.0.0.1')}`;
  close = () => http.close(100);
  return Object.assign(made, {
    async deliver(event: object, box = 'messaging') {
      const all = [{ sender: { id: PSID }, recipient: { id: PAGE }, timestamp: clock(), ...event }];
      const body = JSON.stringify({ object: 'page', entry: [{ id: PAGE, [box]: all }] });
      const signature = `sha256=${createHmac('sha256', SECRET).update(body).digest('hex')}`;
      const headers = { 'content-type': 'application/json', 'x-hub-signature-256': signature };
      return (await fetch(`${url}/webhooks/messenger`, { method: 'POST', headers, body })).status;
    },
  });
}

const passed = { pass_thread_control: { new_owner_app_id: INBOX } };
const given = { pass_thread_control: { new_owner_app_id: BOT } };
/** The customer presses the menu, while another app has the thread. */
const pressed = (page: Bot, mid: string): Promise<number> =>
  page.deliver({ postback: { mid, title: 'Ver mi saldo', payload: 'go:balances' } }, 'standby');
const TAKE = 'take_thread_control';
const REQUEST = 'request_thread_control';
const requests = ({ asked }: Bot): number => asked.filter((each) => each === REQUEST).length;

test('whoever has the thread is asked for it once, however often Meta sends the customer’s press again', async () => {
  const page = await bot();
  await page.deliver(passed);
  for (let times = 0; times < 3; times += 1) expect(await pressed(page, 'm1')).toBe(200);
  expect(page.asked).toEqual([TAKE, REQUEST, TAKE, TAKE]);
  await page.deliver({ message: { mid: 'm2', text: '¿hola?' } }, 'standby');
  await page.deliver(
    { message: { mid: 'm3', text: 'Ya lo veo.', is_echo: true, app_id: INBOX }, sender: { id: PAGE }, recipient: { id: PSID } },
    'standby',
  );
  await pressed(page, 'm4');
  expect(requests(page)).toBe(1);
});

test('a press that comes again while Meta thinks about the first is the same one', async () => {
  const page = await bot();
  await page.deliver(passed);
  let answer = (_: Called): void => undefined;
  const thinking = new Promise<Called>((tell) => (answer = tell));
  const begun = new Promise<void>((begin) =>
    page.answers.set(TAKE, () => {
      page.answers.delete(TAKE);
      begin();
      return thinking;
    }),
  );
  const first = pressed(page, 'm1');
  await begun;
  expect(await pressed(page, 'm1')).toBe(200);
  answer(REFUSED);
  expect([await first, requests(page)]).toEqual([200, 1]);
});

test('a question that never reached Meta is asked again', async () => {
  const page = await bot();
  await page.deliver(passed);
  page.answers.set(REQUEST, () => ({ ok: false, error: 'unsent' }));
  await pressed(page, 'm1');
  page.answers.delete(REQUEST);
  await pressed(page, 'm1');
  await pressed(page, 'm1');
  expect(requests(page)).toBe(2);
});

test('the next time that the thread is away it is asked for anew: given back and passed again, or kept for half a day', async () => {
  const page = await bot();
  await page.deliver(passed);
  await pressed(page, 'm1');
  page.ahead = HOUR;
  await page.deliver(given);
  page.ahead = 2 * HOUR;
  await page.deliver(passed);
  await pressed(page, 'm2');
  await pressed(page, 'm2');
  expect(requests(page)).toBe(2);
  page.ahead = 15 * HOUR;
  await pressed(page, 'm3');
  await pressed(page, 'm3');
  expect(requests(page)).toBe(3);
});
