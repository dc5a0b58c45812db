import nock from 'nock';
import { z } from 'zod';
import { countryOf, type CountryCode } from '../../src/domain/countries';
import { isHoliday } from '../../src/domain/countries/holidays';
import type { Message } from '../../src/domain/message';
import { skill } from '../../src/dialogs/engine/skill';
import { stores } from '../../src/dialogs/skills/stores';
import { catalog } from '../../src/domain/texts';
import { storesClient } from '../../src/integrations/stores/client';
import { startSandbox, type TestSandbox } from '../support/sandbox';
import { lines, talk, type Talk } from '../support/talk';
import { sandboxCaller } from '../support/sandbox-caller';

/** Friday, 20 November 2026, 14:20 in Guatemala. */
const FRIDAY = '2026-11-20T20:20:00Z';
let sandbox: TestSandbox;
beforeAll(async () => {
  nock.restore();
  sandbox = await startSandbox();
  await sandbox.reset(FRIDAY);
});
afterAll(() => sandbox.close());

const bill = skill('invoices', catalog({ title: 'tu factura', button: 'Mi factura' }, { title: 'your bill', button: 'My bill' }))
  .hears({ es: ['mi factura', 'quiero un recibo del mes pasado'], en: ['my bill'] })
  .asks('which', { ask: () => '¿La de qué mes?', keeps: z.string(), read: ({ text }) => text })
  .does(async () => undefined);

const chatIn = (country: CountryCode = 'GT', now = FRIDAY): Talk => {
  const client = storesClient({ caller: sandboxCaller(sandbox, 'stores'), country, clock: Date.now });
  const chat = talk([stores({ stores: client }), bill], { country: countryOf(country) });
  chat.now = Date.parse(now);
  return chat;
};
const labels = (messages: readonly Message[]): string[] => messages.flatMap(({ choices = [] }) => choices.map(({ label }) => label));
const play = async (chat: Talk, script: string): Promise<void> => {
  const plain = (text: string): string => text.replaceAll('\u00a0', ' ');
  expect(
    (await chat.play(script)).flatMap((line) =>
      plain(line)
        .split('\n')
        .map((each) => each.trim()),
    ),
  ).toEqual(lines(script).map(plain));
};

test('a store is found by the place in the sentence, with hours, services and the way', async () => {
  const chat = chatIn();
  const said = await chat.say('donde hay una tienda abierta por san cristobal');
  expect(said[0]?.text.replaceAll('\u00a0', ' ')).toBe('Mixco, San Cristóbal, abierta hasta las 6:00 p. m. Cobros, chips y devolución de equipo.');
  expect(said[0]?.link).toEqual({ label: 'Cómo llegar', url: expect.stringContaining('14.607,-90.588') });
  expect(labels(said)).toEqual(['Otra tienda', 'Horario completo']);
  await play(
    chat,
    `> [Horario completo]
     < Mixco, San Cristóbal:
     Lunes–viernes: 9:00 a. m. – 6:00 p. m.
     Sábado: 9:00 a. m. – 5:00 p. m.
     Domingo: cerrada
     Feriados: cerrada
     > xela
     < Quetzaltenango, La Democracia, abierta hasta las 6:00 p. m. Cobros, chips y devolución de equipo.
     > gracias
     < Con gusto. Aquí estoy para lo que haga falta.`,
  );
});

test('in English, by zone, by a name with a slip, by department; where there is none the places are named', async () => {
  const chat = chatIn();
  await chat.arrive({ kind: 'language', language: 'en' });
  await play(
    chat,
    `> nearest store
     < Where are you? Type the area, town or department, or share your location. I do not keep it.
     > zona 11
     < Zona 11, Miraflores, open until 8:00 p.m. Payments, SIM cards and repairs.
     > quetzaltenago
     < Quetzaltenango, La Democracia, open until 6:00 p.m. Payments, SIM cards and equipment returns.
     > Alta Verapaz
     < Cobán, closed today. No hay servicio en la zona. It opens tomorrow, 9:00 a.m.. Payments and SIM cards.`.replace('a.m..', 'a.m.'),
  );
  const other = chatIn();
  await other.say('tiendas');
  expect((await other.say('Huehuetenango'))[0]?.text).toMatch(/^No tengo una tienda con ese nombre. Hay en Guatemala, Mixco, Villa Nueva/);
});

test.each([
  ['gracias', 'Con gusto. Aquí estoy para lo que haga falta.'],
  ['Muchas gracias!', 'Con gusto. Aquí estoy para lo que haga falta.'],
  ['hola', '¿Por dónde estás? Escribe la zona, el municipio o el departamento, o comparte tu ubicación. No la guardo.'],
])('"%s" is no place: it is answered, and the question stays', async (words, expected) => {
  const chat = chatIn();
  await chat.say('tiendas');
  expect((await chat.say(words))[0]?.text).toBe(expected);
  expect((await chat.say('xela'))[0]?.text).toMatch(/^Quetzaltenango, La Democracia/);
});

test('"no" is no place either: nobody is kept in the question', async () => expect(await answer('no', FRIDAY)).toMatch(/^Listo, lo dejo\./));

test.each(['mi factura', 'quiero un recibo del mes pasado'])('"%s" is no place but another wish, and is heard', async (words) => {
  const chat = chatIn();
  await chat.say('tiendas');
  expect((await chat.say(words))[0]?.text).toBe('¿La de qué mes?');
});

test('who names no place that has a store is not kept in the question: a person is offered', async () => {
  const chat = chatIn();
  await chat.say('tiendas');
  for (const place of ['Huehuetenango', 'Tikal']) expect((await chat.say(place))[0]?.text).toMatch(/^No tengo una tienda con ese nombre/);
  const [again, stuck] = await chat.say('Poptún');
  expect([again?.text, stuck?.text]).toEqual([expect.stringMatching(/^No tengo una tienda/), expect.stringMatching(/^Sigo sin entender/)]);
  expect((await chat.say('xela'))[0]?.text).toMatch(/^Quetzaltenango, La Democracia/);
});

test('a shared place leads to the nearest, with a rough distance, and is kept nowhere', async () => {
  const chat = chatIn();
  const place = { lat: 14.59871, lon: -90.50932 };
  const [first] = await chat.arrive({ kind: 'said', text: 'Mi ubicación', place });
  expect(first?.text.replaceAll('\u00a0', ' ')).toBe(
    'Zona 10, Centro Oakland, abierta hasta las 8:00 p. m. Queda a cerca de 1 km. Cobros, chips y devolución de equipo.',
  );
  await chat.tap('Otra tienda');
  expect(JSON.stringify([chat.state, chat.outcomes])).not.toMatch(/14\.598\d|90\.509/);
  const [again] = await chat.arrive({ kind: 'said', text: '', place: { lat: 14.306, lon: -90.786 } });
  expect(again?.text).toMatch(/^Escuintla, /);
});

const answer = async (text: string, now: string, country: CountryCode = 'GT'): Promise<string> => {
  const chat = chatIn(country, now);
  await chat.say('tiendas');
  return ((await chat.say(text))[0]?.text ?? '').replaceAll('\u00a0', ' ');
};

test.each([
  ['open until eight', 'oakland', '2026-11-21T01:59:00Z', /^Zona 10, Centro Oakland, abierta hasta las 8:00 p. m./],
  ['and closed from then on', 'oakland', '2026-11-21T02:00:00Z', /cerrada ahora. Abre mañana a las 10:00 a. m./],
  ['closed on Mondays', 'antigua', '2026-11-23T16:00:00Z', /^Antigua Guatemala, cerrada ahora. Abre mañana a las 9:00 a. m./],
  ['closed on Sundays', 'escuintla', '2026-11-22T16:00:00Z', /cerrada ahora. Abre mañana a las 9:00 a. m./],
  ['closed on a public holiday', 'escuintla', '2026-12-25T16:00:00Z', /cerrada ahora. Abre mañana a las 9:00 a. m./],
  ['with hours of its own on a holiday', 'oakland', '2026-12-26T00:30:00Z', /cerrada ahora. Abre mañana a las 10:00 a. m./],
  [
    'moved to another place',
    'plaza españa',
    FRIDAY,
    /^La tienda de Zona 9, Plaza España se mudó. Ahora atienden aquí: Zona 10, Centro Oakland, abierta/,
  ],
])('a store is %s', async (_, text, now, expected) => expect(await answer(text, now)).toMatch(expected));

test('payment points are found when a shop will do, also across midnight; elsewhere the zone is another', async () => {
  const chat = chatIn('GT', '2026-11-21T07:30:00Z'); // half past one at night
  const [shown] = await chat.say('punto de pago abierto en zona 10');
  expect(shown?.text.replaceAll('\u00a0', ' ')).toMatch(/^Farmacia 24 de turno, Zona 10, Centro Oakland, abierta hasta las 2:00 a. m./);
  expect(await answer('asunción', '2026-11-20T20:59:00Z', 'PY')).toMatch(/abierta hasta las 6:00 p. m./);
  expect(await answer('asunción', '2026-11-20T21:00:00Z', 'PY')).toMatch(/cerrada ahora/);
});

test.each([
  ['GT', '2026-04-03', true],
  ['GT', '2026-06-30', true],
  ['CO', '2026-01-12', true],
  ['CO', '2026-01-06', false],
  ['CO', '2026-06-08', true],
  ['PA', '2026-02-17', true],
  ['BO', '2026-06-04', true],
  ['PY', '2026-04-04', false],
] as const)('%s: is %s a holiday?', (country, day, expected) => expect(isHoliday(day, country)).toBe(expected));

test('stores away: those that were read before are told; never read, it is said', async () => {
  const clock = { now: Date.now() };
  const client = storesClient({ caller: sandboxCaller(sandbox, 'stores'), country: 'GT', clock: () => clock.now });
  expect(await client.all()).not.toHaveLength(0);
  await sandbox.fault({ counterpart: 'stores', kind: 'error' });
  clock.now += 3_600_000;
  expect(await client.all()).not.toHaveLength(0);
  const chat = chatIn();
  expect((await chat.say('tiendas'))[0]?.text).toMatch(/no responde/);
  await sandbox.clearFaults();
});
