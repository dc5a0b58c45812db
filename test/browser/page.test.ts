import type { Page } from 'puppeteer-core';
import type { Look } from '../support/chromium';
import { fill, press, write as writeIn } from '../support/press';
import { eventually, until } from '../support/until';
import { BALANCE, PLAN, pack } from './cards';
import { bot, chips, type Posted } from './fake-chat';
import { hold } from './real-chat';
import { fakeStage } from './stage';
import { box, posts, said, shows, write } from './steps';

const answers = ({ type, name, text = '' }: Posted): readonly Readonly<Record<string, unknown>>[] => {
  if (name === 'webchat/join') return [bot('Hola, soy la de verdad.', chips('Mi saldo', 'Otra cosa'))];
  if (type !== 'message') return [];
  if (text === 'código') return [bot('¿El código?', { channelData: { expects: 'code' } })];
  if (text === 'teléfono') return [bot('¿El número?', { channelData: { expects: 'phone' } })];
  if (text === 'secreto') return [bot('¿La clave?', { channelData: { expects: 'secret' } })];
  if (text === 'persona') return [bot('Buenas, soy Ana.', { channelData: { speaker: 'Ana Lucía' } })];
  if (text === 'tarjetas')
    return [
      bot('', { attachments: [BALANCE] }),
      bot('', { attachments: [PLAN] }),
      bot('Elige', {
        attachmentLayout: 'carousel',
        attachments: [pack('Día', '1 GB', 'Q 8'), pack('Mes', '9 GB', 'Q 90')],
        ...chips('Mi plan'),
      }),
    ];
  return [bot(`Oí: ${text}`)];
};

const own = fakeStage(answers);
const { open } = own;
const openChat = async (look: Look = {}): Promise<Page> => {
  const page = await open('/', look);
  await page.waitForSelector('#webchat.up');
  return page;
};

describe('the shell, before Web Chat has arrived', () => {
  test('greets, offers four buttons, keeps what is written and tapped, and delivers it once and in order', async () => {
    const release = own.chat.holdBundle();
    const page = await open();
    expect(await said(page, '.shell')).toContain('Hola, soy el asistente virtual de Alba');
    expect(await page.$$eval('.quick button', (all) => all.map((one) => one.textContent?.trim()))).toEqual([
      'Ver mi saldo',
      'Ver mis datos y minutos',
      'Ver mi plan',
      'Hablar con una persona',
    ]);
    await writeIn(page, '#shell-input', 'kiero saber mi saldo x fa');
    await press(page, '.quick button');
    const waiting = () => page.$$eval('#waiting .from-me', (all) => all.map((one) => one.textContent));
    await eventually(async () => expect(await waiting()).toEqual(['kiero saber mi saldo x fa', 'Ver mi saldo']));
    expect(await said(page, '#waiting')).toContain('Se envía en cuanto se abra el chat');
    expect(own.chat.posted).toEqual([]);
    release();
    await shows(page, 'Oí: Ver mi saldo');
    expect(posts(own.chat)).toEqual(['webchat/join', 'kiero saber mi saldo x fa', 'Ver mi saldo']);
  });

  test('what is written before the page’s own script has come is not lost by pressing send', async () => {
    const { page } = await own.seen.watch();
    const releaseBundle = own.chat.holdBundle();
    const release = await hold(page, '/chat/main.js');
    const opened = page.goto(own.chat.url, { waitUntil: 'domcontentloaded' });
    await fill(page, '#shell-input', 'mi saldo');
    await press(page, '.shell-send');
    expect(await page.$eval('#shell-input', (field) => (field as HTMLTextAreaElement).value)).toBe('mi saldo');
    release();
    await opened;
    await press(page, '.shell-send');
    releaseBundle();
    await shows(page, 'Oí: mi saldo');
    expect([posts(own.chat), page.url()]).toEqual([['webchat/join', 'mi saldo'], `${own.chat.url}/`]);
  });

  test('a starter tapped before the page’s own script has come says at once that it waits, and is sent once', async () => {
    const { page } = await own.seen.watch({ width: 390, height: 844 });
    const releaseBundle = own.chat.holdBundle();
    const release = await hold(page, '/chat/main.js');
    const opened = page.goto(own.chat.url, { waitUntil: 'domcontentloaded' });
    const waiting = (): Promise<string> => said(page, '.shell-talk');
    const tap = '.chips button:nth-of-type(3)';
    await eventually(async () => expect(await page.$(tap)).not.toBeNull());
    expect(await waiting()).not.toContain('Ver mi plan');
    await press(page, tap);
    await press(page, tap);
    await eventually(async () => expect(await waiting()).toMatch(/Ver mi plan\s+Se envía en cuanto se abra el chat$/));
    release();
    await opened;
    await page.waitForSelector('#waiting .from-me');
    expect((await waiting()).match(/Ver mi plan/g)).toHaveLength(1);
    expect(await page.$$eval('[popovertarget]', (all) => all.length)).toBe(0);
    releaseBundle();
    await shows(page, 'Oí: Ver mi plan');
    expect(posts(own.chat)).toEqual(['webchat/join', 'Ver mi plan']);
  });

  test('gives way without losing the focus, the text in writing or the caret', async () => {
    const release = own.chat.holdBundle();
    const page = await open();
    await fill(page, '#shell-input', 'mi saldo');
    await page.keyboard.press('ArrowLeft');
    release();
    await page.waitForSelector('#webchat.up');
    await page.waitForFunction((selector) => document.activeElement === document.querySelector(selector), {}, box);
    await until(async () => (await page.$eval(box, (field) => (field as HTMLTextAreaElement).selectionStart)) === 7);
    await until(async () => (await page.$eval(box, (field) => (field as HTMLTextAreaElement).value)) === 'mi saldo');
  });

  test('a refresh keeps what waits, and sends it once', async () => {
    const release = own.chat.holdBundle();
    const page = await open();
    await writeIn(page, '#shell-input', 'no me pierdas');
    await page.reload({ waitUntil: 'domcontentloaded' });
    expect(await said(page, '#waiting')).toContain('no me pierdas');
    release();
    await shows(page, 'Oí: no me pierdas');
    await page.reload({ waitUntil: 'domcontentloaded' });
    await shows(page, 'Oí: no me pierdas');
    expect(posts(own.chat)).toEqual(['webchat/join', 'no me pierdas']);
  });

  test('works on a screen 320 px wide: nothing scrolls sideways, and every target is big enough', async () => {
    const release = own.chat.holdBundle();
    const page = await open('/', { width: 320, height: 568 });
    const wide = (): Promise<number> => page.evaluate(() => document.documentElement.scrollWidth);
    expect(await wide()).toBe(320);
    const low = await page.$$eval(
      '.shell button, .shell textarea',
      (all) => all.map((one) => one.getBoundingClientRect()).filter(({ height }) => height < 44).length,
    );
    expect(low).toBe(0);
    release();
    await page.waitForSelector('#webchat.up');
    await write(page, 'tarjetas');
    await shows(page, 'Prepago Diario');
    await until(async () => (await wide()) === 320);
  });
});

describe('the chat', () => {
  test('is greeted once; a refresh shows the history and greets nobody again', async () => {
    const page = await openChat();
    await shows(page, 'Hola, soy la de verdad');
    await write(page, 'uno');
    await shows(page, 'Oí: uno');
    await page.reload({ waitUntil: 'domcontentloaded' });
    await shows(page, 'Oí: uno');
    expect(posts(own.chat)).toEqual(['webchat/join', 'uno']);
    expect(own.chat.tokens).toEqual([{}, { token: expect.any(String) }]);
  });

  test('asks the phone for the right keyboard, and takes it back', async () => {
    const page = await openChat();
    const keys = (): Promise<(string | null)[]> =>
      page.$eval(box, (field) => ['inputmode', 'autocomplete', 'data-secret'].map((name) => field.getAttribute(name)));
    const expected = async (text: string, wanted: (string | null)[]): Promise<void> => {
      await write(page, text);
      await until(async () => JSON.stringify(await keys()) === JSON.stringify(wanted));
    };
    await expected('código', ['numeric', 'one-time-code', null]);
    await expected('teléfono', ['tel', 'tel', null]);
    await expected('secreto', ['text', 'off', '']);
    await expected('hola', ['text', 'off', null]);
  });

  test('takes 2,000 characters in its box, as the server does, also after it was drawn again', async () => {
    const page = await openChat();
    const most = async (): Promise<number> => {
      await page.focus(box);
      return page.$eval(box, (field) => (field as HTMLTextAreaElement).maxLength);
    };
    await until(async () => (await most()) === 2_000);
    await press(page, '[data-lang="en"]');
    await page.waitForSelector(`${box}[placeholder="Your message"]`);
    await until(async () => (await most()) === 2_000);
  });

  test('sends a starter that is pressed twice at once only once, and again later', async () => {
    const page = await openChat();
    const pressAtOnce = (times: number): Promise<void> =>
      page.$eval('.quick button', (button, count) => Array.from({ length: count }).forEach(() => (button as HTMLElement).click()), times);
    await pressAtOnce(2);
    await shows(page, 'Oí: Ver mi saldo');
    expect(posts(own.chat)).toEqual(['webchat/join', 'Ver mi saldo']);
    const since = Date.now();
    await until(() => Date.now() - since > 1_050);
    await pressAtOnce(1);
    await until(() => posts(own.chat).length === 3);
  });

  test('speaks to who listens to the screen as the page does: by nobody’s form of address', async () => {
    const page = await openChat();
    await write(page, 'tarjetas');
    await shows(page, 'Elige');
    await shows(page, 'Enviado: ');
    const spoken = () =>
      page.$eval('#webchat', (chat) =>
        [chat, ...chat.querySelectorAll('*')].map((each) => `${each.textContent} ${each.getAttribute('aria-label') ?? ''}`).join(' '),
      );
    await until(async () => (await spoken()).includes('Tu mensaje:'));
    expect(await spoken()).not.toMatch(/Usted |Enviado a las|Haga clic|[Pp]resione/);
  });

  test('puts dots in the place of the digits of a code', async () => {
    const page = await openChat();
    await write(page, '482910');
    await shows(page, '••••••');
    await until(async () => !(await page.evaluate(() => document.querySelector('.webchat__bubble--from-user')?.textContent?.includes('482910'))));
  });

  test('shows who speaks', async () => {
    const page = await openChat();
    await write(page, 'persona');
    await until(async () => (await said(page, '#who')) === 'Ana Lucía');
    await until(async () => (await said(page, '#status')) === 'Te atiende una persona');
    await write(page, 'hola');
    await until(async () => (await said(page, '#who')) === 'Alba, asistente virtual');
  });

  test('has every class of Web Chat that our styles lean on', async () => {
    const page = await openChat();
    await write(page, 'tarjetas');
    await shows(page, 'Elige');
    const missing = () => page.evaluate((classes) => classes.filter((name) => !document.querySelector(`#webchat ${name}`)), [...WEBCHAT_CLASSES]);
    await eventually(async () => expect(await missing()).toEqual([]));
    const painted = await page.$eval("#webchat .ac-container[style*='--brand-deep']", (hero) => getComputedStyle(hero).backgroundImage);
    expect(painted).toContain('linear-gradient');
  });
});

const WEBCHAT_CLASSES = [
  '.webchat__basic-transcript__transcript',
  '.webchat__basic-transcript__activity .webchat__activity-status',
  '.webchat__send-box__main',
  '.webchat__suggested-actions__flow-box',
  '.webchat__suggested-action',
  'textarea.webchat__send-box-text-box__html-text-area',
  '.webchat__text-content',
  '.webchat__bubble:not(.webchat__bubble--from-user) > .webchat__bubble__content',
  '.webchat__bubble--from-user > .webchat__bubble__content',
  '.webchat__stacked-layout__message',
  '.webchat__icon-button .webchat__send-icon',
  '.webchat__icon-button .webchat__icon-button__shade',
  '.webchat__keyboard-help__box',
  '.webchat__carousel-filmstrip-attachment',
  '.ac-adaptiveCard',
  '.ac-pushButton.style-positive',
  'table.ac-factset, .ac-factset td, .ac-fact-value',
  ".ac-columnSet > div[style*='min-height: 8px']",
  ".ac-image[src*='/icons/signal.svg']",
] as const;
