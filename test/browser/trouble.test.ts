import * as hand from '../support/press';
import { eventually, until } from '../support/until';
import { bot, type Posted } from './fake-chat';
import { fakeStage } from './stage';
import { posts, said, shows, write } from './steps';

const answers = ({ type, name, text = '' }: Posted): readonly Readonly<Record<string, unknown>>[] => {
  if (name === 'webchat/join') return [bot('Hola, soy la de verdad.')];
  if (text === 'in English') return [bot('We go on in English.', { locale: 'en' })];
  return type === 'message' ? [bot(`Oí: ${text}`)] : [];
};

const own = fakeStage(answers);
const { open } = own;
beforeEach(() => void (own.seen.mayComplain = true));

describe('when something is wrong', () => {
  test('the token cannot be had: says so, tries again by itself, and loses nothing', async () => {
    own.chat.tokenDown = true;
    const page = await open();
    await hand.write(page, '#shell-input', 'sigo aquí');
    await until(async () => (await said(page, '#notice')).includes('lo escrito no se pierde'));
    expect(await said(page, '#status')).toBe('Sin conexión, reintentando');
    own.chat.tokenDown = false;
    await shows(page, 'Oí: sigo aquí');
    await until(() => page.$eval('#notice', (notice) => (notice as HTMLElement).hidden));
    expect(posts(own.chat)).toEqual(['webchat/join', 'sigo aquí']);
  });

  test('the connection is lost: the header says so, and what is tapped meanwhile goes out once it is back', async () => {
    const page = await open();
    await shows(page, 'la de verdad');
    own.chat.dropSockets();
    await until(async () => (await said(page, '#status')) === 'Reconectando…');
    await hand.press(page, '.quick button');
    await page.waitForFunction(() => document.querySelector('#status-text')?.textContent === 'En línea, responde al instante', {
      timeout: 90_000,
    });
    await shows(page, 'Oí: Ver mi saldo');
    expect(posts(own.chat)).toEqual(['webchat/join', 'Ver mi saldo']);
  });

  test('the conversation is over: it can be started again, and what was said stays in view', async () => {
    const page = await open();
    await shows(page, 'la de verdad');
    await write(page, 'antes');
    await shows(page, 'Oí: antes');
    own.chat.forget();
    await page.waitForFunction(() => document.querySelector('#notice p')?.textContent?.includes('Esta conversación terminó'), {
      timeout: 90_000,
    });
    expect(await said(page, '#status')).toBe('La conversación terminó');
    await hand.press(page, '#notice button');
    await until(async () => (await said(page, '#status')) === 'En línea, responde al instante');
    await until(() => posts(own.chat).length === 3);
    await write(page, 'después');
    await shows(page, 'Oí: después');
    expect(await said(page, '#webchat')).toContain('Oí: antes');
    expect(posts(own.chat)).toEqual(['webchat/join', 'antes', 'webchat/join', 'después']);
  });
});

describe('the page', () => {
  test('speaks the language of the browser; a switch changes the texts, tells the bot, and is remembered', async () => {
    const page = await open('/', { language: 'en-US' });
    await shows(page, 'la de verdad');
    expect(await said(page, 'h1')).toBe('Hello. How can we help?');
    expect(own.chat.posted[0]).toMatchObject({ name: 'webchat/join', value: { language: 'en' } });
    await hand.press(page, '[data-lang="es"]');
    await until(async () => (await said(page, 'h1')) === 'Hola. ¿En qué te ayudamos?');
    expect(await said(page, '.quick')).toContain('Ver mi saldo');
    await until(() => own.chat.posted.some(({ name, value }) => name === 'webchat/language' && JSON.stringify(value) === '{"language":"es"}'));
    await page.reload({ waitUntil: 'domcontentloaded' });
    expect(await page.$eval('html', (root) => root.lang)).toBe('es-GT');
    expect(await said(page, 'h1')).toBe('Hola. ¿En qué te ayudamos?');
  });

  test('follows the language that the bot speaks; the switch tells the bot even what the page shows already', async () => {
    const page = await open();
    await shows(page, 'la de verdad');
    await hand.press(page, '[data-lang="es"]');
    await until(() => own.chat.posted.some(({ name, value }) => name === 'webchat/language' && JSON.stringify(value) === '{"language":"es"}'));
    await write(page, 'in English');
    await until(async () => (await said(page, 'h1')) === 'Hello. How can we help?');
    expect(await page.$eval('[data-lang="en"]', (button) => button.getAttribute('aria-pressed'))).toBe('true');
    expect(posts(own.chat)).toEqual(['webchat/join', 'webchat/language', 'in English']);
  });

  test('chosen before the chat is there, in a conversation that was joined long ago: the bot is told', async () => {
    const page = await open();
    await shows(page, 'la de verdad');
    const release = own.chat.holdBundle();
    await page.reload({ waitUntil: 'domcontentloaded' });
    await hand.press(page, '[data-lang="en"]');
    release();
    await until(() => posts(own.chat).includes('webchat/language'));
    expect(own.chat.posted.at(-1)).toMatchObject({ value: { language: 'en' } });
  });

  test('follows the theme of the system, then the choice of the customer', async () => {
    const page = await open('/', { dark: true });
    const theme = (): Promise<string | undefined> => page.$eval('html', (root) => root.dataset['theme']);
    expect(await theme()).toBe('dark');
    await hand.press(page, '[data-toggle-theme]');
    await until(async () => (await theme()) === 'light');
    await page.reload({ waitUntil: 'domcontentloaded' });
    expect(await theme()).toBe('light');
  });

  test('can be used by keyboard alone: skip link, panel, header, box', async () => {
    const release = own.chat.holdBundle();
    const page = await open();
    const names: string[] = [];
    for (let step = 0; step < 13; step++) {
      await page.keyboard.press('Tab');
      names.push(
        await page.evaluate(
          () =>
            document.activeElement?.id || (document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent?.trim() ?? ''),
        ),
      );
    }
    expect(names).toEqual([
      'Ir al chat',
      'Alba',
      'Ver mi saldo',
      'Ver mis datos y minutos',
      'Ver mi plan',
      'Hablar con una persona',
      'Español',
      'English',
      'Tema claro u oscuro',
      'Cómo cuidamos tus datos',
      'Demo: elegir una historia',
      'shell-input',
      'Enviar',
    ]);
    await page.focus('#shell-input');
    await until(() => page.$eval('#shell-input', (field) => getComputedStyle(field).boxShadow !== 'none'));
    release();
    await page.waitForSelector('#webchat.up');
  });

  test('shows larger text when asked', async () => {
    const page = await open('/?largeText=1');
    const height = await page.$eval('.quick button', (button) => button.getBoundingClientRect().height);
    expect(height).toBeGreaterThanOrEqual(64);
    const fits = () =>
      page.evaluate(() => [document.documentElement.scrollWidth <= innerWidth, document.documentElement.scrollHeight <= innerHeight]);
    await eventually(async () => expect(await fits()).toEqual([true, true]));
  });

  test("tells the demo's stories, and a tap puts the number where the customer writes", async () => {
    const page = await open();
    await shows(page, 'la de verdad');
    await hand.press(page, '#demo summary');
    await until(async () => (await said(page, '.demo-panel')).includes('María: todo en orden'));
    await hand.press(page, '[data-number="5555-0101"]');
    await until(() => page.evaluate(() => document.activeElement instanceof HTMLTextAreaElement && document.activeElement.value === '5555-0101'));
    expect(await page.$eval('#demo', (panel) => (panel as HTMLDetailsElement).open)).toBe(false);
  });
});
