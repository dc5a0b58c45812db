import { z } from 'zod';
import { agent } from '../../src/dialogs/care/agent';
import { commandIn } from '../../src/dialogs/commands';
import { again } from '../../src/dialogs/engine/control';
import { short } from '../../src/dialogs/engine/label';
import { oneOf } from '../../src/dialogs/engine/question';
import { skill } from '../../src/dialogs/engine/skill';
import { catalog } from '../../src/domain/texts';
import { lines, talk, type Talk } from '../support/talk';

const named = (title: string) => catalog({ title, button: 'Botón' }, { title, button: 'Button' });
const shown: string[] = [];
const login = skill('balances', named('tu saldo'))
  .hears({ es: ['saldo'], en: ['balance'] })
  .asks('line', { ask: () => ({ text: '¿Número?', expects: 'phone' }), keeps: z.string(), read: ({ text }) => /\d{8}/.exec(text)?.[0] ?? again() })
  .asks('code', { ask: () => ({ text: '¿Código?', expects: 'code' }), keeps: z.string(), read: ({ text }) => /\d{6}/.exec(text)?.[0] ?? again() })
  .does(async ({ code, say }) => (shown.push(code), say('Saldo: Q5.00.')));
const bill = skill('invoices', named('tu factura'))
  .hears({ es: ['factura'], en: ['bill'] })
  .loads('month', z.string(), async ({ language }) => (language === 'es' ? 'noviembre' : 'November'))
  .confirms('agreed', { words: ({ month }) => ({ text: `Factura de ${month}.` }), yes: () => 'Pagar' })
  .does(async () => undefined);
const only = skill('only', named('la duda'))
  .hears({ es: ['por que tanto'], en: [] })
  .does(async ({ say }) => say({ text: '¿Es por esto?', choices: [{ id: 'go:invoices', label: 'Mi factura' }, { id: 'go:menu', label: 'Otra cosa' }] })); // prettier-ignore
const either = skill('either', named('la elección'))
  .hears({ es: ['algo raro'], en: [] })
  .does(async ({ say }) => say({ text: '¿Es por tu factura o la lista?', choices: [{ id: 'go:invoices', label: 'Mi factura' }, { id: 'go:quota', label: 'Pagar lo que debo' }, { id: 'go:menu', label: 'Otra cosa' }] })); // prettier-ignore
const list = skill('quota', named('la lista'))
  .hears({ es: ['quitar una'], en: [] })
  .asks('which', oneOf({ ask: () => '¿Cuál?', from: () => ['a', 'b', 'c'].map((id) => ({ id, label: `Línea ${id}` })) }))
  .does(async ({ which }) => void shown.push(which));
const help = skill('faq', named('la ayuda'))
  .hears({ es: ['tengo una duda'], en: ['question'] })
  .asks('asked', { ask: () => '¿Sobre qué?', keeps: z.string(), read: ({ text }) => text }, { from: 'words' })
  .does(async ({ say }) => say('Encontré esto.'));

const open = (): Talk => {
  shown.length = 0;
  return talk([login, bill, only, either, list, help, agent({ contact: { es: 'Llama al 611.' } })], { menu: ['balances'], person: 'agent' });
};
const play = async (script: string, chat = open()): Promise<void> => expect(await chat.play(script)).toEqual(lines(script));
const said = async (chat: Talk, text: string): Promise<string> => (await chat.say(text)).map((each) => each.text).join(' | ');

/** At the number: two answers that were none, and the help center in between. */
async function lookedUp(): Promise<Talk> {
  const chat = open();
  await chat.say('saldo');
  await chat.say('no entiendo nada de esto');
  expect(await said(chat, 'es que lo tiene mi nieto')).toBe('Encontré esto. | ¿Seguimos con tu saldo?');
  return chat;
}

describe('somebody slow', () => {
  test.each(['55550101', '5555 0101'.replace(' ', ''), 'mi número es 55550101', 'es el 55550101'])(
    'answers what was left for the help center without saying first that it goes on: "%s"',
    async (text) => expect(await said(await lookedUp(), text)).toBe('¿Código?'),
  );

  test('"3" is nobody\'s answer: the list that it was in is not on the screen', async () => {
    shown.length = 0;
    const chat = talk([list, help, agent({ contact: {} })], { person: 'agent' });
    for (const text of ['quitar una', 'no entiendo nada de esto', 'es que lo tiene mi nieto']) await chat.say(text);
    await chat.say('3');
    expect(shown).toEqual([]);
  });

  test('is not taken at their word about something else', async () => {
    const chat = await lookedUp();
    expect(await said(chat, 'factura')).toBe('Factura de noviembre.');
  });

  test('is never sent to the help center from a code', async () => {
    const chat = open();
    await chat.say('saldo');
    await chat.say('55550101');
    await chat.say('y eso que es');
    expect(await said(chat, 'ya me llego un mensaje')).toBe('¿Código?');
    await chat.say('482910');
    expect(shown).toEqual(['482910']);
  });

  test.each(['espéreme', 'un momento por favor', 'ya voy', 'déjeme ver', 'ahorita lo busco', 'hold on', 'dame un minuto'])(
    '"%s" is no miss',
    (text) =>
      play(`
      > saldo
      < ¿Número?
      > ${text}
      < De acuerdo. Aquí sigo.
      > ${text}
      < De acuerdo. Aquí sigo.
      > ${text}
      < De acuerdo. Aquí sigo.
      > 55550101
      < ¿Código?
      > ${text}
      < De acuerdo. Aquí sigo.
      > 482910
      < Saldo: Q5.00.
    `),
  );

  test.each(['dame un saldo', 'me das un saldo', 'give me a balance'])('"%s" is a wish: nobody looks for anything', async (text) => {
    expect(await said(open(), text)).toBe('¿Número?');
  });

  test('the code stays hidden in the history when it comes after a pause', async () => {
    const chat = open();
    for (const text of ['saldo', '55550101', 'espéreme']) await chat.say(text);
    expect(chat.outcomes.at(-1)).toMatchObject({ secret: 'digits', asked: 'code' });
  });
});

test('what is answered while a way is asked for is hidden only where a code is open', async () => {
  const chat = open();
  for (const text of ['saldo', '55550101', 'factura']) await chat.say(text); // nothing is lost: it is left at once
  expect(chat.outcomes.at(-1)).toMatchObject({ asked: 'other' });
  const other = await lookedUp();
  expect(other.outcomes.at(-1)).toMatchObject({ asked: 'nothing' });
  await other.say('55550101');
  expect(other.outcomes.at(-1)).toMatchObject({ secret: 'digits', asked: 'code' });
});

test('sixty digits and a word are no code, and found to be none at once', async () => {
  const other = await lookedUp();
  await other.say(`${'1'.repeat(60)} hola`);
  expect(other.outcomes.at(-1)).not.toMatchObject({ asked: 'code' });
});

test('a label is cut after a word, also where what was written has sixty blanks in it', () =>
  expect(short(`Marta${' '.repeat(60)}tienda de la - , central`, 80)).toBe(`Marta${' '.repeat(60)}tienda`));

test.each([
  ['Plan total, con y, de más', 18, 'Plan total'],
  ['Uno ;; :: más de todo', 10, 'Uno'],
  ['Ana:, y el resto', 9, 'Ana'],
])('"%s" in %i characters is "%s"', (name, room, label) => expect(short(name, room)).toBe(label));

test('"sí" to the one thing that may be meant takes it, though something else is offered beside', () =>
  play(`
    > por que tanto
    < ¿Es por esto?
    > si
    < Factura de noviembre.
  `));

test('a consent in another language is in that language alone', () =>
  play(`
    > factura
    < Factura de noviembre.
    > do you speak English?
    < We go on in English.
    < Factura de November.
  `));

test('a code that is sent twice is not met with "I did not get that"', async () => {
  const chat = talk([login, agent({ contact: {} })], { menu: ['balances'], person: 'agent', mobile: '50255550101' });
  expect(await said(chat, '482910')).toBe('Ya no hace falta el código: la entrada está hecha.');
  expect(await said(open(), '482910')).not.toContain('Ya no hace falta');
});

test.each(['con quién hablo', '¿quién es usted?', 'usted es de verdad', 'who are you'])('"%s" is told that it is a program', async (text) =>
  expect(await said(open(), text)).toMatch(/^Soy un asistente automático/),
);

describe('what was just offered', () => {
  test('"sí" to one of two asks which, and the buttons stay', async () => {
    const chat = open();
    await chat.say('algo raro');
    const [asked] = await chat.say('si');
    expect(asked?.text).toBe('¿Cuál? Toca un botón, o escribe el número.');
    expect(await said(chat, '1')).toBe('Factura de noviembre.');
  });

  test.each(['quiero pagarlo ya', 'pues pagarlo'])('"%s" is the button that begins with it', async (words) => {
    const chat = open();
    await chat.say('algo raro');
    expect(await said(chat, words)).toBe('¿Cuál?');
  });

  test('a second wish that is offered is not lost for words that are no yes: it is asked once more', async () => {
    const chat = open();
    await chat.say('hola');
    const record = JSON.parse(chat.state ?? '{}');
    chat.state = JSON.stringify({ ...record, asking: { id: 'q', kind: 'also', skill: 'invoices', slots: { words: 'mi saldo y la factura' } } });
    expect(await said(chat, 'a mi hijo')).toBe('También pediste tu factura. ¿Vamos con eso?');
    expect(await said(chat, 'si')).toBe('Factura de noviembre.');
  });

  test('and only once', async () => {
    const chat = open();
    await chat.say('hola');
    const record = JSON.parse(chat.state ?? '{}');
    chat.state = JSON.stringify({ ...record, asking: { id: 'q', kind: 'also', skill: 'invoices' } });
    await chat.say('kevin');
    expect(await said(chat, 'kevin')).not.toContain('También pediste');
  });
});

test.each([
  ['can you help me in english please', 'en'],
  ['puede hablarme en inglés', 'en'],
  ['ok y en español otra vez', 'es'],
  ['habla español', 'es'],
  ['Hay alguien que hable español?', 'es'],
  ['¿se habla español?', 'es'],
  ['does anybody speak english', 'en'],
  ['is there anyone who speaks english?', 'en'],
  ['my bill in english', undefined],
  ['quiero cancelar el curso de ingles', undefined],
  ['hay alguien que hable', undefined],
])('"%s" asks for %s', (text, language) => {
  const asked = commandIn(text);
  expect(asked).toBe(language === undefined ? undefined : language === 'en' ? 'english' : 'spanish');
});

test.each(['me', 'a', 'hay', 'que', 'does', 'who', 'ok', 'al', 'hablas', 'por favor', 'again', 'de nuevo'])(
  '"%s" over and over is no command, and found to be none at once',
  (word) => expect(commandIn(`${word} `.repeat(60))).toBeUndefined(),
);
