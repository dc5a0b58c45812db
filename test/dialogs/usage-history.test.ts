import nock from 'nock';
import { usageHistory } from '../../src/dialogs/skills/usage-history';
import { countryOf } from '../../src/domain/countries';
import { usageClient } from '../../src/integrations/usage/client';
import type { UsageEvent, UsageHistory } from '../../src/integrations/usage/port';
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

/** A history of our own making, newest first, and what was asked for. */
function chatWith(events: readonly UsageEvent[], more: Parameters<typeof talk>[1] = {}) {
  const asked: { since: number; until: number }[] = [];
  const usage: UsageHistory = { of: async (_line, { since, until }) => (asked.push({ since, until }), events) };
  return { chat: talk([usageHistory({ usage })], { mobile: MARIA, ...more }), asked };
}
const AT = Date.parse(NOW);
const event = (kind: UsageEvent['kind'], minutesAgo: number, count: number): UsageEvent => ({
  ...{ id: `${minutesAgo}`, at: AT - minutesAgo * 60_000, kind, count, other: '0142' },
});

test('internet by day adds up to the total, however many sessions there were', async () => {
  const MB = 1_048_576;
  const many = Array.from({ length: 900 }, (_, n) => event('data', n * 10, MB));
  const { chat } = chatWith(many);
  const [shown] = await chat.say('historial de internet');
  const [head = '', ...days] = plain(shown?.text).split('\n');
  expect(head).toBe('Línea 5555-0101, internet de los últimos 7 días: 900 MB.');
  expect(days.reduce((sum, line) => sum + Number(/(\d+) MB$/.exec(line)?.[1]), 0)).toBe(900);
});

test('more calls than anybody reads: the last page says so, and where the others are', async () => {
  const { chat } = chatWith(Array.from({ length: 130 }, (_, n) => event('calls', n * 30, 60)));
  let [shown] = await chat.say('historial de llamadas');
  expect(plain(shown?.text)).toContain('llamadas de los últimos 7 días: 130, 130 min en total.');
  expect(plain(shown?.text)).not.toContain('más recientes');
  for (let page = 1; page < 15; page += 1) [shown] = await chat.tap('Ver más');
  expect(shown?.choices?.map(({ label }) => label)).not.toContain('Ver más');
  expect(plain(shown?.text).split('\n').at(-1)).toBe('Son las 120 más recientes. Las anteriores se ven por día.');
});

test.each([
  ['historial de llamadas del mes pasado', '2026-10-01', '2026-10-31', 'de octubre'],
  ['historial de llamadas de este mes', '2026-11-01', '2026-11-20', 'de este mes'],
  ['historial de llamadas de septiembre', '2026-09-01', '2026-09-30', 'de septiembre'],
  ['historial de llamadas de diciembre', '2025-12-01', '2025-12-31', 'de diciembre de 2025'],
  ['historial de llamadas de los últimos 30 días', '2026-10-22', '2026-11-20', 'de los últimos 30 días'],
  ['historial de llamadas del 24 de diciembre', '2025-12-24', '2025-12-24', 'del miércoles 24 de diciembre de 2025'],
])('%s', async (sentence, first, last, words) => {
  const { chat, asked } = chatWith([]);
  const [shown] = await chat.say(sentence);
  expect(plain(shown?.text)).toBe(`Línea 5555-0101: no hay llamadas ${words}.`);
  const midnight = (day: string): number => Date.parse(`${day}T06:00:00Z`); // Guatemala's
  expect(asked).toEqual([{ since: midnight(first), until: midnight(last) + 86_400_000 }]);
});

test('in Paraguay and Costa Rica the days are their own', async () => {
  for (const [code, mobile, hours] of [
    ['PY', '595981000101', 3],
    ['CR', '50688880101', 6],
  ] as const) {
    const { chat, asked } = chatWith([], { country: countryOf(code), mobile });
    await chat.say('historial de llamadas de ayer');
    expect(asked).toEqual([
      { since: Date.parse('2026-11-19T00:00:00Z') + hours * 3_600_000, until: Date.parse('2026-11-20T00:00:00Z') + hours * 3_600_000 },
    ]);
  }
});
