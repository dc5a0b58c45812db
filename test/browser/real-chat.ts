import type { ElementHandle, Frame, Page } from 'puppeteer-core';
import { z } from 'zod';
import type { Chromium, Look, Watched } from '../support/chromium';
import { choose, fill, press, touch } from '../support/press';
import { eventually, until } from '../support/until';
import { write } from './steps';

/** A phone as most customers have one: CSS pixels. */
export const PHONE = { width: 390, height: 844 } as const satisfies Look;
/** Her line, as she writes it: everything that works. */
export const MARIA = '5555-0101';
const LIMIT_MS = 90_000;
/** After this long a tap came to nothing, ms. */
const FRAME_MS = 20_000;
const NO_BREAK_SPACES = /[\u00a0\u202f]/g;

/** The chat of the real bot, as somebody with a browser uses it. The page, or the frame that it is in. */
export interface Person {
  /** What was said on both sides, bubble by bubble, with plain spaces. */
  reads(): Promise<string>;
  /** Waits until the chat shows these words since this person last wrote or tapped, or the page was loaded: so many times, in any order. */
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
  /** What was there before the last thing that this person did: it cannot be the answer. */
  let known = '';
  const home = 'mainFrame' in chat ? chat.mainFrame() : chat;
  page.on('framenavigated', (frame) => void (frame === home && (known = '')));
  return {
    reads,
    sees: async (words, times = 1) => {
      await chat.waitForSelector('#webchat.up', { timeout: LIMIT_MS });
      const count = (all: string): number => all.split(words).length - 1;
      let last = '';
      const isThere = async (): Promise<boolean> => count((last = await reads())) - count(known) >= times;
      await until(isThere, () => `no ${times} × “${words}” in:\n${last}\nknown before:\n${known}`);
    },
    writes: async (text) => {
      await chat.waitForSelector('#webchat.up');
      known = await reads();
      await write(page, text, chat);
    },
    taps: async (label) => {
      known = await reads();
      await press(page, () => button(label), chat);
    },
  };
}

/** Keeps the script at this address from the page until released: what the page can do without it. */
export async function hold(page: Page, script: string): Promise<() => void> {
  let release = (): void => undefined;
  const opened = new Promise<void>((open) => (release = open));
  await page.setRequestInterception(true);
  page.on('request', (request) => void (request.url().includes(script) ? opened : Promise.resolve()).then(() => request.continue()));
  return () => release();
}

/** Web Chat's own. */
export const holdBundle = (page: Page): Promise<() => void> => hold(page, '/vendor/webchat.js');

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
  const known = new Map<string, number>();
  return {
    ...watched,
    nextCode: async (line) => {
      const shown = (): Promise<{ line: string; codes: string[] }> =>
        page.evaluate(() => ({
          line: document.querySelector('#phone-number')?.textContent ?? '',
          codes: [...document.querySelectorAll('#sms .code')].map(({ textContent }) => textContent ?? ''),
        }));
      const codes = await until(async () => {
        const now = await shown();
        return now.line === line && now.codes.length > (known.get(line) ?? 0) && now.codes;
      }, `a code for ${line}`);
      known.set(line, codes.length);
      return codes.at(-1) ?? '';
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
  // The root is closed, and nobody hears from outside whether a tap came upon the bubble. Where it did, there is a frame.
  const isTapped = async (): Promise<Frame | undefined> => {
    await touch(page, { x: PHONE.width - 45, y: PHONE.height - 45 });
    return until(chat, 'the frame', { withinMs: FRAME_MS }).catch(() => undefined);
  };
  return person(page, await until(isTapped, 'the frame'));
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
  await fill(tab, '#no', '4111111111111111');
  await fill(tab, '#ex', '08/39');
  await fill(tab, '#cv', '123');
  await fill(tab, '#na', 'Quien Paga');
}

/** On the sandbox' desk: who answers from now on. */
export async function chooseAgent(desk: Page, name: string): Promise<void> {
  const agents = (): Promise<string | null | undefined> =>
    desk.$$eval('#agent option', (all, wanted) => all.find(({ textContent }) => textContent?.includes(wanted))?.getAttribute('value'), name);
  await choose(desk, '#agent', (await until(agents, `an agent ${name}`)) ?? '');
}

/** Nothing sticks out of a phone's screen, and what is tapped is big enough for a thumb. */
export const fitsThePhone = (page: Page): Promise<void> =>
  eventually(async () => {
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(PHONE.width);
    const small = await page.$$eval('#webchat .webchat__suggested-action, #webchat .ac-pushButton', (all) =>
      all.filter((each) => each.getBoundingClientRect().height < 44).map(({ textContent }) => textContent),
    );
    expect(small).toEqual([]);
  });

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
