import { z } from 'zod';
import { agent } from '../../src/dialogs/care/agent';
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
