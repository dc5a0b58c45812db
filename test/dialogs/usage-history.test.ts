import nock from 'nock';
import { usageHistory } from '../../src/dialogs/skills/usage-history';
import { usageClient } from '../../src/integrations/usage/client';
import { startSandbox, type TestSandbox } from '../support/sandbox';
import { sandboxCaller } from '../support/sandbox-caller';
import { signedIn } from '../support/signed-in';
import { talk, type Talk } from '../support/talk';

const MARIA = '50255550101';
/** Friday, 20 November 2026, 14:20 in Guatemala. */
const NOW = '2026-11-20T20:20:00Z';
let sandbox: TestSandbox;
beforeAll(async () => {
  nock.restore();
  sandbox = await startSandbox();
  await sandbox.reset(NOW);
});
afterAll(() => sandbox.close());

const chatOf = (language: 'es' | 'en' = 'es'): Talk => {
  const chat = talk([usageHistory({ usage: usageClient(sandboxCaller(sandbox, 'usage')) })]);
  chat.state = signedIn(MARIA, chat.now, { language });
  return chat;
};
const plain = (text = ''): string => text.replaceAll('\u00a0', ' ');

test('calls of the last days, in pages, with other numbers half masked', async () => {
  const chat = chatOf();
  const [shown] = await chat.say('historial de llamadas');
  expect(plain(shown?.text).split('\n').slice(0, 3)).toEqual([
    'Línea 5555-0101, llamadas de los últimos 7 días: 12, 32 min en total.',
    'Hoy a las 12:15 p. m., de •••• 0177, 4 min',
    'Hoy a las 7:05 a. m., a •••• 0142, 1 min',
  ]);
  expect(shown?.text.split('\n')).toHaveLength(9);
  const [next] = await chat.tap('Ver más');
  expect(plain(next?.text).split('\n')).toHaveLength(5);
  expect(next?.choices?.map(({ label }) => label)).toEqual(['Ver anteriores', 'Hoy', 'Este mes', 'Mensajes', 'Internet']);
  expect(JSON.stringify(chat.outcomes)).not.toContain('5025555' + '0142');
});

test('another day and another kind, said or tapped, also at once', async () => {
  const chat = chatOf();
  await chat.say('mi consumo');
  const [internet] = await chat.tap('Internet');
  expect(plain(internet?.text).split('\n').slice(0, 3)).toEqual([
    'Línea 5555-0101, internet de los últimos 7 días: 1.4 GB.',
    'Hoy: 180 MB',
    'Ayer: 190 MB',
  ]);
  const [calls] = await chat.say('mis llamadas de ayer');
  expect(plain(calls?.text)).toBe('Línea 5555-0101, llamadas de ayer: 1, 1 min en total.\nAyer a las 7:05 a. m., a •••• 0142, 1 min');
  const [texts] = await chat.tap('Mensajes');
  expect(plain(texts?.text)).toBe('Línea 5555-0101, mensajes de ayer: 1.\nAyer a las 9:40 a. m., de •••• 0199');
  const [far] = await chat.say('el 2 de octubre');
  expect(plain(far?.text)).toBe('Línea 5555-0101: no hay mensajes del viernes 2 de octubre.');
  await chat.say('gracias');
});

test('in English, with the day in the sentence', async () => {
  const chat = chatOf('en');
  const [shown] = await chat.say('call history of today');
  expect(plain(shown?.text).split('\n')[0]).toBe('Line 5555-0101, calls of today: 2, 5 min in all.');
  const [month] = await chat.tap('This month');
  expect(plain(month?.text).split('\n')[0]).toBe('Line 5555-0101, calls of this month: 31, 108 min in all.');
});
