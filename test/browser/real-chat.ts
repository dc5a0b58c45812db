import type { ElementHandle, Frame, Page } from 'puppeteer-core';
import { z } from 'zod';
import type { Chromium, Look, Watched } from '../support/chromium';
import { until } from '../support/until';
import { box } from './steps';

/** A phone as most customers have one: CSS pixels. */
export const PHONE = { width: 390, height: 844 } as const satisfies Look;
/** Her line, as she writes it: everything that works. */
export const MARIA = '5555-0101';
const LIMIT_MS = 90_000;
const NO_BREAK_SPACES = /[\u00a0\u202f]/g;

/** The chat of the real bot, as somebody with a browser uses it. The page, or the frame that it is in. */
export interface Person {
  /** What was said on both sides, bubble by bubble, with plain spaces. */
  reads(): Promise<string>;
  /** Waits until the chat shows these words so many times. */
  sees(words: string, times?: number): Promise<void>;
  writes(text: string): Promise<void>;
  /** Taps a button under the last message, or on a card, by its label. */
  taps(label: string): Promise<void>;
}

export function person(page: Page, chat: Page | Frame = page): Person {
  const reads = async (): Promise<string> => {
    const bubbles = await chat.$$eval('#webchat .webchat__bubble__content', (all) =>
      all.map((each) => (each instanceof HTMLElement ? each.innerText : '')),
    );
    return bubbles.join('\n').replace(NO_BREAK_SPACES, ' ');
  };
  const button = async (label: string): Promise<ElementHandle | undefined> => {
    for (const each of (await chat.$$('#webchat button')).toReversed())
      if ((await each.evaluate((element) => element.textContent ?? '')).replace(NO_BREAK_SPACES, ' ').trim() === label && (await each.isVisible()))
        return each;
    return undefined;
  };
  return {
    reads,
    sees: async (words, times = 1) => {
      await chat.waitForSelector('#webchat.up', { timeout: LIMIT_MS });
      let last = '';
      const isThere = async (): Promise<boolean> => (last = await reads()).split(words).length > times;
      await until(isThere, () => `no ${times} × “${words}” in:\n${last}`);
    },
    writes: async (text) => {
      await chat.waitForSelector(`#webchat.up`);
      // After a tap the chat moves the focus itself: what was typed meanwhile would be nowhere.
      const isTyped = async (): Promise<boolean> => {
        await chat.focus(box);
        await chat.$eval(box, (field) => (field as HTMLInputElement).select());
        await page.keyboard.type(text);
        return (await chat.$eval(box, (field) => (field as HTMLInputElement).value)) === text;
      };
      await until(isTyped, `“${text}” in the box`);
      await chat.focus(box);
      await page.keyboard.press('Enter');
    },
    taps: async (label) => {
      let [at, before] = ['', ''];
      // While the chat scrolls, a finger would come down where the button was.
      const resting = async (): Promise<ElementHandle | false> => {
        const found = await button(label);
        [before, at] = [at, JSON.stringify(await found?.boundingBox())];
        return found !== undefined && at === before && found;
      };
      // A chat that draws itself anew takes the button away under the finger: then nothing was tapped yet.
      const isTapped = async (): Promise<boolean> => {
        const found = await resting();
        return (
          found !== false &&
          found.tap().then(
            () => true,
            () => false,
          )
        );
      };
      await until(isTapped, `a button ${label}`);
    },
  };
}

/** Keeps Web Chat's bundle from the page until released: what the page can do without it. */
export async function holdBundle(page: Page): Promise<() => void> {
  let release = (): void => undefined;
  const opened = new Promise<void>((open) => (release = open));
  await page.setRequestInterception(true);
  page.on('request', (request) => void (request.url().includes('/vendor/webchat.js') ? opened : Promise.resolve()).then(() => request.continue()));
  return () => release();
}

/** The sandbox' page in another tab, open on a table, and its owner looking at the phone of a line. */
export interface PhonePage extends Watched {
  /** Waits for the next code on the phone of this line, and reads it as it is shown: "482 910". Never returns the same SMS twice. */
  nextCode(line: string): Promise<string>;
}

export async function openPhonePage(browser: Pick<Chromium, 'open'>, sandboxUrl: string): Promise<PhonePage> {
  const watched = await browser.open();
  const { page } = watched;
  await page.goto(sandboxUrl);
  await page.waitForSelector('#people li', { timeout: LIMIT_MS });
  let known = 0;
  return {
    ...watched,
    nextCode: async (line) => {
      const codes = (): Promise<string[]> => page.$$eval('#sms .code', (all) => all.map(({ textContent }) => textContent ?? ''));
      await page.waitForFunction((wanted) => document.querySelector('#phone-number')?.textContent === wanted, { timeout: LIMIT_MS }, line);
      await until(async () => (await codes()).length > known);
      const shown = await codes();
      known = shown.length;
      return shown.at(-1) ?? '';
    },
  };
}

/** Everything a page holds on to: its markup, what stands in its fields, and what it stored. */
const everythingIn = (page: Page): Promise<string> =>
  page.evaluate(() =>
    [
      document.documentElement.outerHTML,
      document.documentElement.innerText,
      ...[...document.querySelectorAll('input, textarea')].map((field) => (field as HTMLInputElement).value),
      JSON.stringify({ ...sessionStorage }),
      JSON.stringify({ ...localStorage }),
      document.cookie,
    ].join('\n'),
  );

/** From the greeting to the welcome, with the code that the phone shows. */
export async function signIn(maria: Person, phone: PhonePage, asks = 'saldo', line = MARIA): Promise<void> {
  await maria.sees('¿Qué necesitas?');
  await maria.writes(asks);
  await maria.sees('¿Qué número reviso?');
  await maria.writes(line);
  await maria.sees(`Te mando un código por SMS al ${line}`);
  await maria.writes(await phone.nextCode(line));
  await maria.sees(`Listo, la línea ${line} es tuya.`);
}

/** Taps the launcher's bubble, in the corner where it is seen, and looks into its frame. */
export async function openLauncher(page: Page): Promise<Person> {
  const chat = () => page.frames().find((frame) => frame.url().endsWith('/webchat'));
  await page.waitForSelector('care-chat');
  await page.touchscreen.tap(PHONE.width - 45, PHONE.height - 45);
  await until(() => chat() !== undefined);
  return person(page, chat());
}

/** The digits of a code are nowhere on the page. What is read aloud of them goes a second after the last word was said. */
export async function keepsNothingOf(code: string, page: Page): Promise<void> {
  await until(async () => {
    const all = await everythingIn(page);
    return !all.includes(code) && !all.includes(code.replace(' ', ''));
  });
}

/** Types a good card into the gateway's page; it is not sent. */
export async function typesCard(tab: Page): Promise<void> {
  await tab.type('#no', '4111111111111111');
  await tab.type('#ex', '08/39');
  await tab.type('#cv', '123');
  await tab.type('#na', 'Quien Paga');
}

/** Nothing sticks out of a phone's screen, and what is tapped is big enough for a thumb. */
export async function fitsThePhone(page: Page): Promise<void> {
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(PHONE.width);
  const small = await page.$$eval('#webchat .webchat__suggested-action, #webchat .ac-pushButton', (all) =>
    all.filter((each) => each.getBoundingClientRect().height < 44).map(({ textContent }) => textContent),
  );
  expect(small).toEqual([]);
}

const Kept = z.object({ token: z.string(), conversationId: z.string() });

/** What the page's own client would post, sent to another process of the bot. Resolves to the status. */
export async function postElsewhere(page: Page, url: string, text: string): Promise<number> {
  const kept = Kept.parse(JSON.parse((await page.evaluate(() => sessionStorage.getItem('care-chat'))) ?? 'null'));
  const answer = await fetch(`${url}/v3/directline/conversations/${kept.conversationId}/activities`, {
    method: 'POST',
    headers: { authorization: `Bearer ${kept.token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ type: 'message', text, channelData: { clientActivityID: `elsewhere-${text}` } }),
  });
  return answer.status;
}

/** How far apart two colours are, by WCAG: 4.5 is enough for text. Of the words of `selector` against what lies behind them. */
export const contrastOf = (page: Page, selector: string): Promise<number> =>
  page.$eval(selector, (element) => {
    const rgb = (colour: string): number[] => (colour.match(/[\d.]+/g) ?? []).map(Number);
    const light = ([r = 0, g = 0, b = 0]: number[]): number => {
      const [x = 0, y = 0, z = 0] = [r, g, b].map((value) => (value / 255 <= 0.03928 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4));
      return 0.2126 * x + 0.7152 * y + 0.0722 * z;
    };
    let behind: Element | null = element;
    while (behind && (rgb(getComputedStyle(behind).backgroundColor)[3] ?? 1) === 0) behind = behind.parentElement;
    const ink = light(rgb(getComputedStyle(element).color));
    const paper = behind ? light(rgb(getComputedStyle(behind).backgroundColor)) : 1;
    return (Math.max(ink, paper) + 0.05) / (Math.min(ink, paper) + 0.05);
  });
