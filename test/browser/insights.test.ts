import { randomBytes } from 'node:crypto';
import { keep, manyFacts } from '../outcomes/many';
import { startWorld, type World } from '../support/app';
import type { Look, Watched } from '../support/chromium';
import { choose, fill, press } from '../support/press';
import { eventually, until } from '../support/until';
import { browsing } from './stage';

const TOKEN = randomBytes(32).toString('base64url');
const LIMIT_MS = 90_000;

let world: World;
let behindToken: { readonly url: string; close(): Promise<void> };
const seen = browsing();

beforeAll(async () => {
  world = await startWorld();
  behindToken = await world.another({ INSIGHTS_TOKEN: TOKEN });
});
afterAll(() => world.close());
beforeEach(async () => void (await (await world.redis.client()).flushall()));

async function open(url: string, look: Look = {}): Promise<Watched> {
  const watched = await seen.watch(look);
  await watched.page.goto(`${url}/insights`, { waitUntil: 'domcontentloaded' });
  return watched;
}
const reads = async ({ page }: Watched): Promise<string> => (await page.evaluate(() => document.body.innerText)).replaceAll('\u00a0', ' ');
const drawn = ({ page }: Watched): Promise<unknown> => page.waitForSelector('#main .kpi', { timeout: LIMIT_MS });
const seeded = async (count: number): Promise<void> => keep(await world.redis.connection(), manyFacts(count, { until: Date.now() }));

test('says that nothing was counted yet, instead of noughts', async () => {
  const watched = await open(world.url);
  await drawn(watched);
  const text = await reads(watched);
  expect(text).toContain('waiting for the first conversation');
  expect(text).toContain('Nothing here yet');
  expect(text).not.toMatch(/\b0 %|NaN|undefined/);
});

test('draws the figures with n and interval, shows the numbers as tables, and lists who is behind one by masked ids', async () => {
  await seeded(3_000);
  const watched = await open(world.url);
  const { page } = watched;
  await drawn(watched);
  await until(async () => (await page.$$('svg[role=img]')).length >= 5); // each is drawn once its room is known
  const text = await reads(watched);
  for (const part of ['Active users', 'proved + confirmed · n = ', '95 % interval', 'Zendesk would print', 'As others would count', 'Not understood'])
    expect(text).toContain(part);
  expect(text).not.toMatch(/NaN|undefined/);
  const pictures = await page.$$eval('svg[role=img]', (all) => all.map((each) => each.getAttribute('aria-label') ?? ''));
  expect(pictures.every((says) => says.length > 20)).toBe(true);
  await press(page, '#view');
  await until(async () => (await page.$$eval('.tbl', (all) => all.filter((each) => each.clientHeight > 0).length)) >= 5);
  await press(page, 'button.link');
  await page.waitForSelector('dialog[open] tbody tr', { timeout: LIMIT_MS });
  const behind = await page.$eval('dialog', (dialog) => dialog.innerText);
  expect(behind).toContain('Ids are masked here');
  expect(behind).toMatch(/person-\d*[-\w]*…/);
});

test('counts one channel, or yesterday, when it is asked to', async () => {
  await seeded(1_000);
  const watched = await open(world.url);
  const { page } = watched;
  await drawn(watched);
  const people = (): Promise<string> => page.$eval('.kpi .big', (big) => big.textContent ?? '');
  const all = await people();
  await choose(page, '#channel', 'messenger');
  await page.waitForFunction((before) => document.querySelector('.kpi .big')?.textContent !== before, { timeout: LIMIT_MS }, all);
  const messenger = await people();
  await press(page, '[data-period=yesterday]');
  await page.waitForFunction((before) => document.querySelector('.kpi .big')?.textContent !== before, { timeout: LIMIT_MS }, messenger);
  expect(Number((await people()).replace(',', ''))).toBeLessThan(Number(messenger.replace(',', '')));
  expect(await reads(watched)).toContain('too early');
});

test.each([false, true])('fits a phone of 320 px, dark: %s', async (dark) => {
  await seeded(300);
  const watched = await open(world.url, { width: 320, height: 640, dark });
  await drawn(watched);
  await watched.page.waitForSelector('svg[role=img]', { timeout: LIMIT_MS });
  expect(await watched.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
});

test('is behind its token: a wrong one is told, the right one opens it, and signing out closes it', async () => {
  const watched = await open(behindToken.url);
  const { page } = watched;
  const types = async (token: string): Promise<void> => {
    await fill(page, '#token', token);
    await press(page, '.btn.primary');
  };
  await types('not-the-token');
  await eventually(async () => expect(await reads(watched)).toContain('That is not the token.'));
  await types(TOKEN);
  await drawn(watched);
  expect(await page.evaluate(() => document.cookie)).not.toContain('insights');
  await press(page, 'form[action="/insights/logout"] button');
  await eventually(async () => expect(await reads(watched)).toContain('Access token'));
});

test('the demo leads to it from its front page', async () => {
  const watched = await open(world.url);
  await watched.page.goto(world.url, { waitUntil: 'domcontentloaded' });
  expect(await watched.page.$$eval('#demo a[href="/insights"]', (all) => all.length)).toBe(1);
});
