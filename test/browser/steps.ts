import type { Frame, Page } from 'puppeteer-core';
import * as press from '../support/press';
import type { FakeChat } from './fake-chat';

/** Web Chat's own box. */
export const box = '#webchat [data-id="webchat-sendbox-input"]';

const LIMIT_MS = 90_000;

/** The text of an element, as it is read. */
export const said = (page: Page, selector: string): Promise<string> => page.$eval(selector, (element) => (element as HTMLElement).innerText.trim());

/** Waits until Web Chat, in sight, shows these words. */
export const shows = async (page: Page, words: string): Promise<void> => {
  await page.waitForSelector('#webchat.up');
  await page.waitForFunction((wanted) => document.querySelector('#webchat')?.textContent?.includes(wanted), { timeout: LIMIT_MS }, words);
};

/** Writes into Web Chat's box and sends. */
export const write = (page: Page, text: string, inside: Page | Frame = page): Promise<void> => press.write(page, box, text, inside);

/** What the browser posted: the text of messages, the name of events. */
export const posts = (chat: FakeChat): (string | undefined)[] => chat.posted.map(({ text, name }) => text ?? name);
