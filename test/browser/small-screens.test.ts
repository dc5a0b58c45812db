import type { Page } from 'puppeteer-core';
import type { Look } from '../support/chromium';
import { eventually } from '../support/until';
import { CASE } from './cards';
import { bot, chips, type Posted } from './fake-chat';
import { fakeStage } from './stage';
import { shows, write } from './steps';

const answers = ({ type, name, text = '' }: Posted): readonly Readonly<Record<string, unknown>>[] => {
  if (name === 'webchat/join') return [bot('Hola, soy la de verdad.')];
  if (type !== 'message') return [];
  if (text === 'casos') return [bot('', { attachments: [CASE] })];
  return [bot(`Oí: ${text}. ¿Qué reviso?`, chips('Mi saldo', 'Mis datos y minutos', 'Mi plan', 'Mis facturas', 'Hablar con una persona'))];
};

const own = fakeStage(answers);
const openChat = async (look: Look): Promise<Page> => {
  const page = await own.open('/', look);
  await page.waitForSelector('#webchat.up');
  await shows(page, 'Hola, soy la de verdad.');
  return page;
};

test('the name of a fact is never broken inside a word, however long its value is', async () => {
  const page = await openChat({ width: 430, height: 900 });
  await write(page, 'casos');
  await shows(page, 'Abierto');
  const broken = (): Promise<string[]> =>
    page.$$eval('#webchat .ac-factset td:first-child', (all) =>
      all.filter((name) => name.firstElementChild && name.firstElementChild.clientHeight > 30).map((name) => name.textContent ?? ''),
    );
  await eventually(async () => expect(await page.$$eval('#webchat .ac-factset td:first-child', (all) => all.length)).toBe(3));
  expect(await broken()).toEqual([]);
});

test.each([320, 360, 375, 390])('who speaks, and how it stands, can be read whole on a phone %d px wide', async (width) => {
  const page = await openChat({ width, height: 780 });
  const cut = (): Promise<string[]> =>
    page.$$eval('#who, #status-text', (all) => all.filter((each) => each.scrollWidth > each.clientWidth).map((each) => each.textContent ?? ''));
  await eventually(async () => expect(await page.$eval('#status-text', (status) => status.textContent)).toContain('En línea'));
  await eventually(async () => expect(await cut()).toEqual([]));
});

test.each([
  [320, 300],
  [320, 256],
])('a question can be read over its buttons on %d × %d, as with a keyboard open', async (width, height) => {
  const page = await openChat({ width, height });
  await write(page, 'saldo');
  await shows(page, '¿Qué reviso?');
  await page.waitForSelector('#webchat .webchat__suggested-action');
  const room = (): Promise<number> => page.$eval('#webchat .webchat__basic-transcript', (talk) => talk.getBoundingClientRect().height);
  await eventually(async () => expect(await room()).toBeGreaterThanOrEqual(80));
});
