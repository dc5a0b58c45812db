import type { ElementHandle, Frame, Page } from 'puppeteer-core';
import { eventually } from './until';

/*
 * Gestures that are known to have arrived. On a slow page a button moves or is drawn anew between being found and being pressed, the focus goes
 * elsewhere between two keys, and what nobody heard is awaited for ever. So each gesture listens first, at the very element it is meant for; it
 * is kept from any other; and it is made again only where it did not arrive.
 */

/** What is meant: a selector, or somebody who looks for it. */
type Where = string | (() => Promise<ElementHandle | null | undefined>);

/** Presses what rests, can be pressed, and lies under the point: with a finger where the page has touch, else with a mouse. */
export async function press(page: Page, where: Where, inside: Page | Frame = page): Promise<void> {
  let last = '';
  await eventually(async () => {
    const element = await found(inside, where);
    if (!(await element.evaluate(isFree))) throw new Error(`${nameOf(where)} is covered, disabled or out of sight`);
    const point = await element.clickablePoint();
    const before = last;
    last = JSON.stringify(point);
    if (last !== before) throw new Error(`${nameOf(where)} does not rest`);
    const finger: Gesture = { type: 'click', lateMs: FINGER_MS, make: () => touch(page, point) };
    const mouse: Gesture = { type: 'click', lateMs: KEY_MS, make: () => page.mouse.click(point.x, point.y) };
    if (!(await arrives(element, page.viewport()?.hasTouch ? finger : mouse))) throw new Error(`no press reached ${nameOf(where)}`);
  });
}

/** Writes text in the place of what stands in a field, all of it at once, as a phone's keyboard does with a word that it suggests. */
export const fill = (page: Page, where: Where, text: string): Promise<void> => eventually(() => filled(page, where, text, page));

/** Presses Enter in a field, once this text stands in it. */
export const enter = (page: Page, where: Where, text: string): Promise<void> => eventually(() => entered(page, where, text, page));

/** Fills a field and sends it with Enter; what a page that drew the field anew took away in between is written again. */
export const write = (page: Page, where: Where, text: string, inside: Page | Frame = page): Promise<void> =>
  eventually(async () => {
    await filled(page, where, text, inside);
    await entered(page, where, text, inside);
  });

async function filled(page: Page, where: Where, text: string, inside: Page | Frame): Promise<void> {
  const field = await found(inside, where);
  await field.evaluate(selectAll);
  await page.keyboard.sendCharacter(text);
  const value = await field.evaluate(valueOf);
  if (value !== text) throw new Error(`“${value}” in ${nameOf(where)}, not “${text}”`);
}

async function entered(page: Page, where: Where, text: string, inside: Page | Frame): Promise<void> {
  const field = await found(inside, where);
  await field.focus();
  const key: Gesture = { type: 'keydown', value: text, lateMs: KEY_MS, make: () => page.keyboard.press('Enter') };
  if (!(await arrives(field, key))) throw new Error(`no Enter on “${text}” in ${nameOf(where)}: “${await field.evaluate(valueOf)}”`);
}

/** Chooses an option, once the list has it and may be used. */
export async function choose(page: Page, selector: string, value: string): Promise<void> {
  await page.waitForFunction(
    (list, option) => document.querySelector(`${list} option[value="${option}"]`)?.closest('[inert]') === null,
    { timeout: 0 },
    selector,
    value,
  );
  await page.select(selector, value);
}

interface Gesture {
  readonly type: 'click' | 'keydown';
  /** What must stand in the field at that moment. */
  readonly value?: string;
  readonly make: () => Promise<void>;
  /** How long after it was made the page may still hear of it, ms. */
  readonly lateMs: number;
}

/** The browser makes the click of a touch in its own time; of a mouse and a key it tells when the page has heard them. */
const FINGER_MS = 30_000;
const KEY_MS = 1_000;

/** Whether a gesture reached this element. A page that was left meanwhile was left by it. */
async function arrives(element: ElementHandle, { type, value, make, lateMs }: Gesture): Promise<boolean> {
  const ear = await element.evaluateHandle(listen, type, value);
  try {
    await make();
    return await ear.evaluate(({ heard, endIn }, ms) => (endIn(ms), heard), lateMs);
  } catch (error) {
    if (await ear.evaluate(() => true).catch(() => false)) throw error;
    return true;
  }
}

/** Touch and release leave together: held until a slow page has heard of the touch, the finger would mean a long press. */
export async function touch(page: Page, { x, y }: { readonly x: number; readonly y: number }): Promise<void> {
  const devtools = await page.createCDPSession();
  await Promise.all([
    devtools.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x: Math.round(x), y: Math.round(y) }] }),
    devtools.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] }),
  ]);
  await devtools.detach();
}

const nameOf = (where: Where): string => (typeof where === 'string' ? where : 'what is looked for');

async function found(inside: Page | Frame, where: Where): Promise<ElementHandle> {
  const element = typeof where === 'string' ? await inside.$(where) : await where();
  if (!element) throw new Error(`no ${nameOf(where)}`);
  return element;
}

// What follows runs in the page.

const valueOf = (field: Element): string => (field as HTMLInputElement).value;
const selectAll = (field: Element): void => {
  (field as HTMLInputElement).focus();
  (field as HTMLInputElement).select();
};

/** Whether a press on its middle would be a press on it; brings it into sight where it is not. */
const isFree = (element: Element): boolean => {
  const [box] = element.getClientRects();
  const under = box && document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
  if (under && element.contains(under)) return !element.matches(':disabled, [aria-disabled="true"]');
  element.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
  return false;
};

/** Lets the next gesture through to this element and to no other, and tells whether it was meant for it. */
const listen = (element: Element, type: string, value?: string): { heard: Promise<boolean>; endIn: (ms: number) => void } => {
  let over = (_: boolean): void => undefined;
  const heard = new Promise<boolean>((tell) => {
    const hear = (event: Event): void => {
      if (!event.isTrusted) return;
      const isMeant = event.composedPath().includes(element) && (value === undefined || (element as HTMLInputElement).value === value);
      if (!isMeant) event.preventDefault();
      if (!isMeant) event.stopImmediatePropagation();
      over(isMeant);
    };
    over = (isMeant) => {
      removeEventListener(type, hear, true);
      tell(isMeant);
    };
    addEventListener(type, hear, true);
  });
  return { heard, endIn: (ms) => void setTimeout(() => over(false), ms) };
};
