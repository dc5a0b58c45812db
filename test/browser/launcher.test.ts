import type { Frame, Page } from 'puppeteer-core';
import type { Look } from '../support/chromium';
import { press as pressIn } from '../support/press';
import { eventually, until } from '../support/until';
import { bot } from './fake-chat';
import { fakeStage } from './stage';
import { box } from './steps';

const own = fakeStage(({ name }) => (name === 'webchat/join' ? [bot('Hola')] : []));

const host = async (look: Look = {}): Promise<Page> => {
  const { page } = await own.seen.watch(look);
  await page.evaluateOnNewDocument(() => {
    // The root is closed on purpose; the test alone keeps a way in.
    const attach = Element.prototype.attachShadow;
    Element.prototype.attachShadow = function (init) {
      const root = attach.call(this, init);
      if (this.localName === 'care-chat') Object.assign(window, { careRoot: root, careMode: init.mode });
      return root;
    };
  });
  await page.goto(`${own.chat.url}/demo/host`, { waitUntil: 'load' });
  return page;
};
const inside = <T>(page: Page, read: (root: ShadowRoot) => T): Promise<T> => page.evaluate(`(${read.toString()})(window.careRoot)`) as Promise<T>;
const label = (page: Page): Promise<string> => inside(page, (root) => root.querySelector('.bubble .text')?.textContent ?? '');
const isFocused = (page: Page, selector: string): Promise<boolean> =>
  page.evaluate(`window.careRoot.activeElement === window.careRoot.querySelector(${JSON.stringify(selector)})`) as Promise<boolean>;
const frameOf = async (page: Page): Promise<Frame> => {
  await until(() => page.frames().some((frame) => frame.url().includes('/webchat')));
  const frame = page.frames().find((one) => one.url().includes('/webchat'));
  if (!frame) throw new Error('No frame');
  await frame.waitForFunction(() => document.querySelector('#webchat.up')?.textContent?.includes('Hola'));
  return frame;
};
const press = (page: Page): Promise<void> => page.evaluate('window.careRoot.querySelector(".bubble").click()') as Promise<void>;

test('one closed root; the frame is made on first use; the focus goes in and comes back', async () => {
  const page = await host();
  expect(await page.evaluate('window.careMode')).toBe('closed');
  expect(await inside(page, (root) => root.querySelector('iframe') === null)).toBe(true);
  expect(await label(page)).toBe('Ayuda');
  await press(page);
  const frame = await frameOf(page);
  expect(await label(page)).toBe('Cerrar');
  await until(() => isFocused(page, 'iframe'));
  await frame.waitForFunction((selector) => document.activeElement?.matches(`${selector}, #shell-input`), {}, box);
  await page.keyboard.press('Escape');
  await until(() => isFocused(page, '.bubble'));
  expect(await label(page)).toBe('Ayuda');
  await press(page);
  expect(await inside(page, (root) => root.querySelectorAll('iframe').length)).toBe(1);
  await pressIn(page, '#close', await frameOf(page));
  await until(async () => (await label(page)) === 'Ayuda');
});

test('counts what arrives while it is closed, and only that', async () => {
  const page = await host();
  const dot = (): Promise<string> => inside(page, (root) => root.querySelector('.dot:not([hidden])')?.textContent ?? '');
  await press(page);
  const frame = await frameOf(page);
  own.chat.say(bot('a la vista'));
  await frame.waitForFunction(() => document.querySelector('#webchat')?.textContent?.includes('a la vista'));
  expect(await dot()).toBe('');
  await press(page);
  own.chat.say(bot('uno'));
  own.chat.say(bot('dos'));
  await until(async () => (await dot()) === '2');
  await press(page);
  expect(await dot()).toBe('');
});

test('listens to its own frame only', async () => {
  const page = await host();
  await press(page);
  await frameOf(page);
  await page.evaluate(
    () =>
      new Promise<void>((heard) => {
        addEventListener('message', () => setTimeout(heard, 0), { once: true }); // after the launcher's own listener
        postMessage({ source: 'care-chat', type: 'close' }, '*');
      }),
  );
  expect(await label(page)).toBe('Cerrar');
});

test('fills a phone, and does not make it scroll sideways', async () => {
  const page = await host({ width: 390, height: 760 });
  await press(page);
  await frameOf(page);
  const size = (): Promise<number[]> =>
    inside(page, (root) => {
      const { width, height } = root.querySelector('iframe')?.getBoundingClientRect() ?? { width: 0, height: 0 };
      return [width, height];
    });
  await eventually(async () => expect(await size()).toEqual([390, 760]));
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
});
