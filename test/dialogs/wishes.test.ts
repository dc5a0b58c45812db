import { z } from 'zod';
import { agent } from '../../src/dialogs/care/agent';
import { contactMode } from '../../src/dialogs/contact';
import { again } from '../../src/dialogs/engine/control';
import { ConversationRecord } from '../../src/dialogs/engine/record';
import { skill } from '../../src/dialogs/engine/skill';
import type { Arrival } from '../../src/domain/message';
import { catalog } from '../../src/domain/texts';
import { talk, type Talk } from '../support/talk';

const texts = catalog(
  { title: 'la vista', button: 'Ver', seen: 'Visto.', q: '¿Cuál?' },
  { title: 'looking', button: 'Look', seen: 'Seen.', q: 'Which?' },
);
const look = skill('look', texts)
  .hears({ es: ['ver'], en: ['look'] })
  .does(async ({ t, say }) => say(t.seen));
const pick = skill('pick', texts)
  .hears({ es: ['elegir'], en: ['pick'] })
  .asks('which', {
    ask: ({ t }) => t.q,
    keeps: z.string(),
    read: ({ text }) => (/^\d$/.test(text) ? text : again()),
  })
  .does(async ({ t, say }) => say(t.seen));
const chat = (): Talk => talk([look, pick, agent({ contact: { es: 'Llama al 611.' } })], { menu: ['look'], person: 'agent' });
const recordOf = ({ state }: Talk) => ConversationRecord.parse(JSON.parse(state ?? '{}'));
const file = (contentType: string): Arrival => ({ kind: 'said', text: '', attachments: [{ name: 'x', contentType, bytes: 1, id: 'f' }] });
const said = async (bot: Talk, text: string): Promise<string[]> => (await bot.say(text)).map((message) => message.text);

test('what an agent must know is kept: marks, no survey, only in writing', async () => {
  const bot = chat();
  await bot.say('soy sordo no me llamen');
  await bot.say('me robaron el celular');
  expect(recordOf(bot)).toMatchObject({ marks: ['text-only', 'theft'], survey: 'never', form: 'usted', stack: [] });
});

test('what was under way is dropped, and is not offered again', async () => {
  const bot = chat();
  await bot.say('elegir');
  const replies = await bot.say('mi esposo murio ayer');
  expect(replies.map(({ text }) => text)).toEqual([
    'Lo siento mucho. Una persona le ayuda con el trámite, y no tendrá que explicarlo otra vez. Necesitamos el acta de defunción y su documento; no hay multa.',
    expect.stringMatching(/^Llama al 611\./),
  ]);
  expect(replies.flatMap(({ choices = [] }) => choices)).toEqual([]);
  expect(recordOf(bot).stack).toEqual([]);
});

test('what a newer release wrote costs what this one does not know, not the conversation', async () => {
  const bot = chat();
  await bot.say('soy sordo no me llamen');
  await bot.say('elegir');
  const { last, ...record } = recordOf(bot);
  bot.state = JSON.stringify({
    ...record,
    marks: ['text-only', 'of-tomorrow'],
    asking: { id: '1', kind: 'of-tomorrow', skill: 'look' },
    survey: 'of-tomorrow',
    session: { ...record.session, homes: [{ contract: '1', level: 3, provedAt: 0 }], speaks: 'of-tomorrow' },
    attended: { reference: 'C-1', since: 0, leaves: true, unsent: [{ as: 'of-tomorrow', text: 'x', at: 0, atLeast: 'of-tomorrow' }] },
    last: last.map((each) => ({
      ...each,
      expects: 'of-tomorrow',
      shields: 'of-tomorrow',
      cards: [{ speak: 'x', head: { icon: 'of-tomorrow', title: 'x' } }],
    })),
  });
  expect(recordOf(bot)).toMatchObject({
    ...{ stack: [{ id: 'pick' }], marks: ['text-only', 'of-tomorrow'], survey: 'never', session: { homes: [] } },
    attended: { unsent: [{ as: 'note', text: 'x', atLeast: 'high' }] },
    last: [{ expects: 'secret', shields: 'digits' }],
  });
  expect(await said(bot, '3')).toEqual(['Visto.']);
  expect(recordOf(bot).marks).toEqual(['text-only', 'of-tomorrow']);
  expect(bot.reported.join()).not.toContain('state.unreadable');
});

test('no number is invented where the operator gave none', async () => {
  const [first] = await chat().say('me quiero morir');
  expect(first?.text).toMatch(/Habla ahora con alguien de confianza, o llama a emergencias\.$/);
});

test('the offer of a person answers to words and numbers, and a no is respected', async () => {
  const bot = chat();
  await bot.say('ya no quiero vivir');
  expect(await said(bot, 'no')).toEqual(['De acuerdo. Aquí sigo.']);
  await bot.say('ya no quiero vivir');
  expect(await said(bot, '1')).toEqual([
    expect.stringMatching(/^Llama al 611/),
    'Habla ahora con alguien de confianza, o llama a emergencias.', // nobody waits for us alone
  ]);
});

test('voice notes and photos get an answer of their own', async () => {
  expect((await chat().arrive(file('audio/ogg')))[0]?.text).toMatch(/^Todavía no puedo escuchar audios/);
  expect((await chat().arrive(file('image/jpeg')))[0]?.text).toMatch(/^Gracias\. Todavía no leo fotos/);
});

test('a small remark in an open question does not lose it', async () => {
  const bot = chat();
  await bot.say('elegir');
  expect(await said(bot, 'soy sordo no me llamen')).toEqual([expect.stringMatching(/^Anotado/), '¿Cuál?']);
  expect(recordOf(bot)).toMatchObject({ misses: 0, stack: [{ id: 'pick' }] });
});

test('what is told beside how to be reached is an answer', async () => {
  const story = skill('story', texts)
    .hears({ es: ['contar'], en: [] })
    .asks('what', { ask: () => '¿Qué pasó?', keeps: z.string(), read: ({ text }) => text })
    .does(async ({ what, say }) => say(what));
  const bot = talk([story, agent({ contact: {} })], { person: 'agent' });
  await bot.say('contar');
  expect(await said(bot, 'quiero que me llamen')).toEqual([expect.stringMatching(/^Anotado/), '¿Qué pasó?']);
  const told = 'no me llegó la recarga, quiero que me llamen';
  expect(await said(bot, told)).toEqual([told]);
  expect(recordOf(bot).marks).toEqual(['by-phone']);
});

test.each([
  ['quiero que me llamen', 'phone'],
  ['prefiero que me llame un asesor', 'phone'],
  ['llámenme por favor', 'phone'],
  ['can someone call me', 'phone'],
  ['no quiero que me llamen', 'text_only'],
  ['no me contacten', 'none'],
  ['no hace falta que me respondan', 'none'],
  ['no pueden llamarme y yo tampoco', 'chat'],
  ['ponerle una canción para cuando me llamen', 'chat'],
  ['i need him to call me', 'chat'],
  ['me llamo Ana', 'chat'],
  ['necesito una llamada', 'phone'],
  ['necesito una llamada internacional', 'chat'],
  ['espero una llamada y no me entra', 'chat'],
  ['i need a phone call', 'phone'],
  ['i need a phone call pack', 'chat'],
  ['sin llamadas por favor', 'text_only'],
  ['me quedé sin llamadas', 'chat'],
  ['no puedo hablar', 'text_only'],
  ['no puedo hablar con mi mamá, se corta', 'chat'],
  ['no me contacten para ofrecer planes', 'chat'],
])('how somebody wants to be reached: "%s" is %s', async (text, mode) => {
  const bot = chat();
  await bot.say(text);
  expect(contactMode(recordOf(bot).marks ?? [])).toBe(mode);
});

test('the last word on how to be reached counts', async () => {
  const bot = chat();
  await bot.say('no me llamen');
  await bot.say('quiero que me llamen');
  expect(recordOf(bot).marks).toEqual(['by-phone']);
});

test('"salir" forgets it: whoever writes next may be somebody else', async () => {
  const bot = chat();
  await bot.say('no me contacten');
  await bot.say('salir');
  expect(contactMode(recordOf(bot).marks ?? [])).toBe('chat');
});

test('calls that sell are no matter of hearing', async () => {
  const bot = chat();
  await bot.say('no me llamen para ofrecer promociones');
  expect(recordOf(bot).marks).toBeUndefined();
});

describe('what ended with a case', () => {
  const helped = skill('helped', texts)
    .hears({ es: ['mi tele'], en: ['my tv'] })
    .asks('which', { ask: ({ t }) => t.q, keeps: z.string(), read: ({ text }) => text })
    .does(async ({ tried }) => tried({ opened: { reference: 'C-1' } }));

  test('is learnt from by how it began, not by the last word', async () => {
    const noted: object[] = [];
    const bot = talk([helped, look], { menu: ['look'], person: 'look', review: (entry) => void noted.push(entry) });
    await bot.say('ver');
    await bot.say('mi tele');
    await bot.say('otra vez sin canales desde ayer');
    expect(noted).toEqual([{ text: 'otra vez sin canales desde ayer', why: 'ticket', language: 'es' }]);
    await bot.say('por favor arreglen mi tele');
    await bot.say('la de siempre');
    expect(noted.at(-1)).toEqual({ text: 'por favor arreglen mi tele', why: 'ticket', language: 'es' });
  });
});
