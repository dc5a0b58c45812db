import { createHmac } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import { buildAssets } from '../browser/assets';
import { launchChromium, type Chromium } from '../support/chromium';
import { fill, press } from '../support/press';
import { freePort } from '../support/redis';
import { startSandbox, type TestSandbox } from '../support/sandbox';
import { until } from '../support/until';

const APP = { appId: '900', pageId: '100', appSecret: 'a-secret-of-meta', pageToken: 'a-token-of-the-page' };
interface Event {
  readonly sender: { readonly id: string };
  readonly message?: { readonly text?: string; readonly quick_reply?: { readonly payload: string } };
  readonly postback?: { readonly payload: string };
}

let sandbox: TestSandbox;
let browser: Chromium;
let bot: Server;
/** What the bot's webhook took, and whether its signature held. */
const heard: { event: Event; isSigned: boolean }[] = [];
beforeAll(async () => {
  const port = await freePort();
  bot = createServer((req, res) => {
    const chunks: Buffer[] = [];
    req.on('data', (chunk: Buffer) => chunks.push(chunk));
    req.on('end', () => {
      const body = Buffer.concat(chunks);
      const isSigned = req.headers['x-hub-signature-256'] === `sha256=${createHmac('sha256', APP.appSecret).update(body).digest('hex')}`;
      const { entry } = JSON.parse(body.toString('utf8')) as { entry: { messaging: Event[] }[] };
      heard.push(...entry.flatMap(({ messaging }) => messaging.map((event) => ({ event, isSigned }))));
      res.end('EVENT_RECEIVED');
    });
  }).listen(port, '127.0.0.1');
  sandbox = await startSandbox({ assetsDir: buildAssets(), messenger: { ...APP, webhook: `http://127.0.0.1:${port}/webhooks/messenger` } });
  browser = await launchChromium();
});
afterAll(async () => {
  await browser.close();
  await sandbox.close();
  bot.close();
});

const graph = async (path: string, body: object, token = APP.pageToken): Promise<{ status: number; body: Record<string, unknown> }> => {
  const proof = createHmac('sha256', APP.appSecret).update(token).digest('hex');
  const answer = await fetch(`${sandbox.url}/graph/v25.0/me/${path}?appsecret_proof=${proof}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
};
/** What the bot heard since; waits until there is something. */
const news = async (): Promise<typeof heard> => {
  await until(() => heard.length > 0);
  return heard.splice(0);
};
const say = (id: string, message: object) => graph('messages', { recipient: { id }, messaging_type: 'RESPONSE', message });
const codeOf = ({ body }: { body: Record<string, unknown> }): unknown => (body['error'] as { code?: number } | undefined)?.code;

test('a customer writes, taps what the bot shows, and the bot gets it signed', async () => {
  const { page, close } = await browser.open();
  await page.goto(`${sandbox.url}/`);
  await page.waitForSelector('#psid option');
  await fill(page, '#m-text', 'mañana');
  await press(page, '#m-form button');
  await page.waitForSelector('#m-log .out');
  const [first] = await news();
  expect(first).toMatchObject({ isSigned: true, event: { message: { text: 'mañana' } } });
  const psid = first!.event.sender.id;
  await say(psid, { text: '<b>Hola</b>', quick_replies: [{ content_type: 'text', title: 'Mi saldo', payload: 'go:balances' }] });
  await page.waitForSelector('#m-quick button');
  expect(await page.$eval('#m-log .bubble', ({ textContent }) => textContent)).toBe('<b>Hola</b>');
  await press(page, '#m-quick button');
  await page.waitForFunction(`document.querySelectorAll('#m-log .out').length === 2`);
  expect(await news()).toMatchObject([{ isSigned: true, event: { message: { quick_reply: { payload: 'go:balances' } } } }]);
  const buttons = [{ type: 'postback', title: 'Pagar', payload: 'pay' }];
  await say(psid, { attachment: { type: 'template', payload: { template_type: 'button', text: 'Q212.00', buttons } } });
  await page.waitForSelector('.mcard button');
  await press(page, '.mcard button');
  await page.waitForFunction(`document.querySelectorAll('#m-log .out').length === 3`);
  expect(await news()).toMatchObject([{ event: { postback: { payload: 'pay' } } }]);
  await close();
});

test('what Meta refuses is refused with its codes', async () => {
  const { threads } = (await (await fetch(`${sandbox.url}/sandbox/messenger`)).json()) as { threads: { psid: string }[] };
  const psid = threads[0]!.psid;
  const template = (payload: object) => ({ attachment: { type: 'template', payload } });
  const button = { type: 'postback', title: 'x', payload: 'x' };
  const reply = { content_type: 'text', title: 'x', payload: 'x' };
  for (const wrong of [
    { text: 'x'.repeat(2_000) },
    { text: 'x', quick_replies: Array.from({ length: 14 }, () => reply) },
    { text: 'x', quick_replies: [{ ...reply, title: 'x'.repeat(21) }] },
    { text: 'x', quick_replies: [{ ...reply, payload: 'x'.repeat(1_001) }] },
    template({ template_type: 'button', text: 'x'.repeat(641), buttons: [button] }),
    template({ template_type: 'button', text: 'x', buttons: [button, button, button, button] }),
    template({ template_type: 'generic', elements: Array.from({ length: 11 }, () => ({ title: 'x', subtitle: 'x' })) }),
    template({ template_type: 'generic', elements: [{ title: 'x'.repeat(81), subtitle: 'x' }] }),
    template({ template_type: 'generic', elements: [{ title: 'x' }] }),
    {},
  ])
    expect(codeOf(await say(psid, wrong))).toBe(100);
  expect(codeOf(await say('123456', { text: 'x' }))).toBe(100);
  expect(codeOf(await say(threads[1]!.psid, { text: 'x' }))).toBe(10); // who never wrote has no window
  expect(codeOf(await graph('messages', { recipient: { id: psid } }, 'another-token'))).toBe(190);
  expect(codeOf(await graph('messenger_profile', { persistent_menu: [] }))).toBe(100);
  expect((await graph('messenger_profile', { get_started: { payload: 'GET_STARTED' } })).status).toBe(200);
  await sandbox.reset(); // nobody would set it again
  const { profile } = (await (await fetch(`${sandbox.url}/sandbox/messenger`)).json()) as { profile: object };
  expect(profile).toEqual({ get_started: { payload: 'GET_STARTED' } });
});
