import { buildAssets } from '../browser/assets';
import { launchChromium, type Chromium, type Look, type Watched } from '../support/chromium';
import { choose, fill, press } from '../support/press';
import { until } from '../support/until';
import { startClient, type Client } from './client';

const MARIA = '50255550101';

let sandbox: Client;
let browser: Chromium;
beforeAll(async () => {
  sandbox = await startClient({ assetsDir: buildAssets(), botUrl: 'http://127.0.0.1:1234' });
  browser = await launchChromium();
});
beforeEach(async () => void (await sandbox.reset()));
afterAll(async () => {
  await browser.close();
  await sandbox.close();
});

async function open(look: Look = {}): Promise<Watched> {
  const watched = await browser.open(look);
  await watched.page.goto(`${sandbox.url}/`);
  await watched.page.waitForSelector('#people li');
  return watched;
}

/** A page that kept to its policy, asked nobody else, and had nothing to complain about. */
async function closeClean({ outside, errors, violations, close }: Watched): Promise<void> {
  await close();
  expect({ outside, errors, violations }).toEqual({ outside: [], errors: [], violations: [] });
}

test('a code appears by itself on the right phone, large and ready to copy', async () => {
  const watched = await open();
  const { page } = watched;
  await sandbox.sendSms({ to: '50255550103', text: '482913 es tu código.', coding: '2' });
  await page.waitForFunction(`document.querySelector('#sms .code')?.textContent === '482 913'`);
  expect(await page.$eval('#phone-number', ({ textContent }) => textContent)).toBe('5555-0103');
  expect(await page.$eval('#sms .meta button', ({ textContent }) => textContent)).toBe('Copy code');
  await closeClean(watched);
});

test('what a message says is shown, not run', async () => {
  const watched = await open();
  const { page } = watched;
  await sandbox.sendSms({ to: MARIA, text: '<img src=x onerror=alert(1)>', coding: '2' });
  await page.waitForFunction(`document.querySelector('#sms .bubble')?.textContent === '<img src=x onerror=alert(1)>'`);
  expect(await page.$('#sms img')).toBeNull();
  await closeClean(watched);
});

test('a page that could not be filled says so for as long as that is so, and begins anew at a press', async () => {
  const { page, close } = await browser.open();
  let isAway = true;
  await page.setRequestInterception(true);
  page.on('request', (request) => void (isAway && request.url().includes('/sandbox/tickets') ? request.abort() : request.continue()));
  await page.goto(`${sandbox.url}/`);
  await page.waitForSelector('#failed:not([hidden])');
  expect(await page.$eval('#failed', (alert) => (alert as HTMLElement).innerText)).toContain('The sandbox does not answer.');
  expect(await page.$eval('#main', (main) => (main as HTMLElement).inert)).toBe(true);
  isAway = false;
  await press(page, '#again');
  await page.waitForSelector('#main:not([inert])');
  expect(await page.$eval('#failed', (alert) => (alert as HTMLElement).hidden)).toBe(true);
  await close();
});

test('a press on “Try again” while nobody answers leaves the page where it is, ready for the next', async () => {
  const { page, close } = await browser.open();
  let asked = 0;
  let isAway = true;
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    const isRefused = isAway && request.url().includes('/sandbox/info');
    if (isRefused) asked += 1;
    void (isRefused ? request.abort() : request.continue());
  });
  await page.goto(`${sandbox.url}/`);
  await page.waitForSelector('#failed:not([hidden])');
  await press(page, '#again');
  await until(() => asked === 2);
  await page.waitForSelector('#again:not([aria-disabled])');
  expect(await page.$eval('#failed', (alert) => (alert as HTMLElement).hidden)).toBe(false);
  isAway = false;
  await press(page, '#again');
  await page.waitForSelector('#main:not([inert])');
  await close();
});

test('the chat opens with the story that was picked', async () => {
  const watched = await open();
  const links = await watched.page.$$eval('#people a', (all) => all.map((link) => link.getAttribute('href')));
  expect(links).toContain('http://127.0.0.1:1234/?persona=P01');
  expect(links).toContain('http://127.0.0.1:1234/?persona=P05&largeText=1');
  await closeClean(watched);
});

test('arrow keys walk the tabs; books agree; a fault, the clock and a reset are one press away', async () => {
  const watched = await open({ dark: true });
  const { page } = watched;
  await page.focus('#t-phones');
  await page.keyboard.press('ArrowRight');
  expect(await page.$$eval('[role=tabpanel]:not([hidden])', (panels) => panels.map(({ id }) => id))).toEqual(['desk']);
  await page.keyboard.press('ArrowRight');
  await page.waitForFunction(`document.querySelector('#balanced')?.textContent === 'Debits equal credits'`);
  expect(await page.$$eval('[role=tabpanel]:not([hidden])', (panels) => panels.map(({ id }) => id))).toEqual(['books']);
  await page.keyboard.press('ArrowRight');
  await choose(page, '#fault-sms', 'error');
  await page.waitForFunction(`document.querySelector('#fault-count')?.textContent === '1 fault on'`);
  expect((await sandbox.sendSms({ to: MARIA, text: 'x' })).status).toBe(503);
  await press(page, '[data-advance="86400000"]');
  await page.waitForFunction(`document.querySelector('#moved')?.textContent === '+1 day'`);
  // The second press counts for a few seconds only: a slow one is a first one again.
  const isReset = (): Promise<unknown> =>
    page.evaluate(`['#fault-count', '#moved'].every((pill) => document.querySelector(pill)?.hasAttribute('hidden'))`);
  await until(async () => {
    await press(page, '#reset');
    return (await isReset()) === true;
  });
  await closeClean(watched);
});

test('a price in writing stays while something else changes, and goes when everything begins anew', async () => {
  const watched = await open();
  const { page } = watched;
  await press(page, '#t-controls');
  const price = await page.$eval('#price', (field) => (field as HTMLInputElement).value);
  await fill(page, '#price', '36.00');
  await sandbox.post('/sandbox/wallet', { msisdn: await page.$eval('#line', (list) => (list as HTMLSelectElement).value), verdict: 'decline' });
  await page.waitForFunction(`document.querySelector('#verdict')?.value === 'decline'`);
  expect(await page.$eval('#price', (field) => (field as HTMLInputElement).value)).toBe('36.00');
  await sandbox.post('/sandbox/reset', {});
  await page.waitForFunction(`document.querySelector('#price')?.value === '${price}'`);
  await closeClean(watched);
});

test('nothing can be pressed before somebody would hear of it', async () => {
  const watched = await browser.open();
  const { page } = watched;
  let release = (): void => undefined;
  const released = new Promise<void>((done) => (release = done));
  await page.setRequestInterception(true);
  page.on('request', (request) => void (request.url().endsWith('/sandbox/info') ? released : Promise.resolve()).then(() => request.continue()));
  await page.goto(`${sandbox.url}/#/controls`);
  await page.click('#cards button');
  expect(page.url()).toBe(`${sandbox.url}/#/controls`); // a form that nobody listens to would have left the page
  release();
  await press(page, '#cards button');
  await page.waitForFunction(`/^\\d{4} \\d{4} \\d{4}$/.test(document.querySelector('#pin')?.textContent ?? '')`);
  await closeClean(watched);
});

test('the operator’s own work: a scratch card, an area that fails, the biller', async () => {
  const watched = await open();
  const { page } = watched;
  await press(page, '#t-controls');
  await press(page, '#cards button');
  await page.waitForFunction(`/^\\d{4} \\d{4} \\d{4}$/.test(document.querySelector('#pin')?.textContent ?? '')`);
  await choose(page, '#area', 'GT-mixco');
  await press(page, '#outage');
  await page.waitForFunction(`document.querySelector('#outage')?.textContent === 'It is over'`);
  const { outages } = (await sandbox.get('/sandbox/outages')).body;
  expect(outages).toContainEqual(expect.objectContaining({ area: 'GT-mixco', status: 'inProgress' }));
  await press(page, '#outage');
  await page.waitForFunction(`document.querySelector('#outage')?.textContent === 'Let it fail'`);
  await press(page, '#biller');
  await page.waitForFunction(`/charged|sent to a card/.test(document.querySelector('#toast')?.textContent ?? '')`);
  await closeClean(watched);
});

test('on a phone nothing is wider than the screen', async () => {
  const watched = await open({ width: 360, height: 740 });
  const { page } = watched;
  for (const tab of ['phones', 'books', 'controls']) {
    await press(page, `#t-${tab}`);
    await until(async () => Number(await page.evaluate(`document.documentElement.scrollWidth - innerWidth`)) <= 0);
  }
  await closeClean(watched);
});
