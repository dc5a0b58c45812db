import { faq } from '../../src/dialogs/care/faq';
import { countryOf } from '../../src/domain/countries';
import type { Message } from '../../src/domain/message';
import { guide } from '../../src/integrations/help/articles';
import { helpCenter } from '../../src/integrations/help/client';
import type { HelpCenter } from '../../src/integrations/help/port';
import { testZendesk } from '../integrations/parts';
import { startWorld } from '../support/app';
import { openChat } from '../support/chat';
import { startSandbox, type TestSandbox } from '../support/sandbox';
import { talk, type Talk } from '../support/talk';
import { until } from '../support/until';

let sandbox: TestSandbox;
let help: HelpCenter;
beforeAll(async () => {
  sandbox = await startSandbox();
  const center = helpCenter({
    guide: guide(testZendesk({ baseUrl: sandbox.url }), sandbox.url),
    country: 'GT',
    clock: Date.now,
    report: () => undefined,
  });
  expect(await center.refresh()).toBe(true);
  help = center;
});
afterAll(() => sandbox.close());

const DOORS: Readonly<Record<string, string>> = { balances: 'Ver mi saldo' };
const visitor = (center: HelpCenter = help, country = 'GT'): Talk =>
  talk([faq({ help: center, door: (skill) => DOORS[skill] })], { country: countryOf(country as 'GT'), menu: ['faq'] });
const asking = async (chat: Talk, about: string): Promise<Message | undefined> => {
  await chat.say('tengo una duda');
  return (await chat.say(about)).at(-1);
};
const labels = ({ cards = [], choices = [] }: Message): string[] =>
  [...cards.flatMap(({ actions = [] }) => actions), ...choices].map(({ label }) => label);

test('a short article is told whole, and "no" leads to a person', async () => {
  const only: HelpCenter = {
    ...help,
    search: async (text, reader) => {
      const answer = await help.search(text, reader);
      return answer.status === 'found' ? { ...answer, articles: answer.articles.slice(0, 1) } : answer;
    },
  };
  expect(
    await visitor(only).play(`
      > tengo una duda
      > quiero una compensación por la falla
      > no
    `),
  ).toEqual([
    '> tengo una duda',
    '< ¿Sobre qué es tu duda? Escríbelo en pocas palabras.',
    '> quiero una compensación por la falla',
    '< Encontré esto: Compensación por fallas. Se descuenta cuando la falla pasa de 24 horas, en la factura siguiente. Son los días sin servicio, en proporción a tu mensualidad, y no hay que pedirlo. Si pasó una factura y no aparece, abre un caso.\n¿Te sirvió?',
    '> no',
    '< Lamento que no te sirviera. Lo vemos contigo por otro lado: habla con una persona.',
  ]);
});

test('articles stand on cards, without markup, and can be read whole', async () => {
  const chat = visitor();
  const said = await asking(chat, 'cómo leo las partes de mi factura');
  expect(said?.cards?.[0]?.head?.title ?? said?.text).toContain('Cómo leer tu factura');
  expect(JSON.stringify(said)).not.toMatch(/<\w/);
  const [whole] = await chat.tap('Leer todo');
  expect(whole?.text).toMatch(/^Cómo leer tu factura\n[^]*• Impuestos\.[^]*¿Te sirvió\?$/);
  expect(whole?.link?.url).toMatch(/^http.*\/hc\/es-419\/articles\/\d+$/);
  expect((await chat.tap('Sí'))[0]?.text).toBe('Me alegra que haya servido.');
});

test.each([
  ['gracias', 'Me alegra que haya servido.'],
  ['no mucho', 'Lamento que no te sirviera. Lo vemos contigo por otro lado: habla con una persona.'],
])('"%s" after a whole article is an answer: it is not printed once more', async (said, heard) => {
  const chat = visitor();
  await asking(chat, 'cómo leo las partes de mi factura');
  await chat.tap('Leer todo');
  expect((await chat.say(said))[0]?.text).toBe(heard);
});

test('what is no answer gets one line and its buttons: the articles stand above', async () => {
  const chat = visitor();
  await chat.arrive({ kind: 'language', language: 'en' });
  await chat.say('i have a question');
  const [shown] = await chat.say('why was it declined?');
  expect(shown?.cards?.length).toBeGreaterThan(1);
  const [again] = await chat.say('mmm');
  expect(again?.text).toBe('Tell me whether it helped, with *yes* or *no*. You can also read one in full.');
  expect(again?.cards ?? []).toEqual([]);
  expect(again && labels(again)).toEqual(['Yes', 'No', 'Read it all']);
});

test('the next question is looked up, instead of an answer', async () => {
  const chat = visitor();
  await asking(chat, 'cómo leo las partes de mi factura');
  await chat.say('mmm');
  const [next] = await chat.say('tengo una duda, quiero una compensación por la falla');
  expect(JSON.stringify(next)).toContain('Compensación por fallas');
});

test('an answer that depends on the line has a way into the skill that knows it, if there is one', async () => {
  const said = await asking(visitor(), 'cuánto dura mi saldo');
  expect(said && labels(said)).toContain('Ver mi saldo');
  const other = await asking(visitor(), 'qué plan tengo y qué incluye');
  expect(other && labels(other).filter((label) => label.startsWith('Ver'))).toEqual([]);
});

test('what was not looked at for long says so', async () => {
  expect(JSON.stringify(await asking(visitor(), 'hoy hay triple saldo'))).toContain('se revisó por última vez');
});

test('a country reads its own article', async () => {
  expect(JSON.stringify(await asking(visitor(help, 'CO'), 'quiero presentar una pqr'))).toContain('Colombia');
});

test('nothing fits, and it says so', async () => {
  const said = await asking(visitor(), 'xylofono zzz');
  expect(said?.text).toMatch(/^No encontré nada sobre eso en la ayuda/);
  expect(said && labels(said)).toEqual(['Otra duda', 'Hablar con alguien', 'Ver el menú']);
});

test('without a help center it says so', async () => {
  const away: HelpCenter = { search: async () => ({ status: 'away' }), article: async () => undefined };
  expect((await asking(visitor(away), 'saldo'))?.text).toMatch(/^Ahora no puedo abrir los textos de ayuda/);
});

test('the whole product reads the help center of its configuration', async () => {
  const world = await startWorld();
  try {
    const chat = await openChat(world.url, world.codeOf, { language: 'en' });
    let said = '';
    const isTold = async (): Promise<boolean> => {
      await chat.send('menu');
      await chat.hear(1);
      await chat.send('i have a question');
      await chat.hear(1);
      await chat.send('how to read my bill');
      return (said = JSON.stringify(await chat.hear(1))).includes('How to read your bill');
    };
    await until(isTold, () => said);
  } finally {
    await world.close();
  }
});
