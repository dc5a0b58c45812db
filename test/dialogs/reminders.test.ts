import { countryOf } from '../../src/domain/countries';
import { afterQuiet, beforeQuiet } from '../../src/domain/quiet';
import { remind } from '../../src/dialogs/skills/reminders';
import { remindOfBill } from '../../src/dialogs/skills/reminders/bill';
import { stopReminders } from '../../src/dialogs/skills/reminders/stop';
import type { Lending } from '../../src/integrations/lending/port';
import type { OutageWatch } from '../../src/integrations/outages/port';
import type { Buckets } from '../../src/integrations/prepaid/port';
import { testVault } from '../state/world';
import { reminders } from '../../src/state/reminders';
import { startRedis, type TestRedis } from '../support/redis';
import { talk, type Talk } from '../support/talk';

const LINE = '50255550101';
const GT = countryOf('GT');
const money = (minor: number) => ({ minor, currency: 'GTQ' as const });
const at = (text: string): number => Date.parse(text);
/** The talk begins on Friday 20 November, 2:20 p. m. */
const PACK_ENDS = at('2026-11-23T05:59:00Z'); // Sunday, 11:59 p. m.

let server: TestRedis;
beforeAll(async () => void (server = await startRedis()));
afterAll(() => server.close());

/** An outage whose end this chat asked to be told. */
let watch: OutageWatch | undefined;
/** When the advance of the line is due. */
let loanDue: number | undefined;
beforeEach(() => {
  watch = undefined;
  loanDue = undefined;
});

async function open(
  due?: number,
  who: NonNullable<Parameters<typeof talk>[1]> = { mobile: LINE },
): Promise<{ chat: Talk; sent: string[]; owes: { minor: number }; world: Buckets & { allowances: Buckets['allowances'] } }> {
  const world: { balances: Buckets['balances']; allowances: Buckets['allowances'] } = {
    balances: [],
    allowances: [{ kind: 'data', name: 'Datos 3 GB', until: PACK_ENDS }],
  };
  const sent: string[] = [];
  const redis = await server.connection();
  await redis.client.flushall();
  const kept = reminders({ redis, vault: testVault });
  const owes = { minor: 36_735 };
  const bill = { id: 'b1', number: '1', account: '70041183', issued: 0, state: 'new' as const, total: money(36_735), due: due ?? 0 };
  const ports = {
    accounts: { ofLine: async () => (due === undefined ? undefined : bill.account), phoneOnFile: async () => LINE },
    watches: { of: async () => watch, drop: async () => void (watch = undefined) },
    bills: { list: async () => [{ ...bill, remaining: money(owes.minor) }] },
    prepaid: { buckets: async () => ({ value: world, at: 0, stale: false }) },
    lending: { profile: async () => ({ debts: loanDue === undefined ? [] : [{ id: 'l1', due: loanDue }] }) } as unknown as Lending,
    reminders: kept,
    sms: { send: async ({ text }: { text: string }) => void sent.push(text) },
  };
  return { chat: talk([remind(ports), remindOfBill(ports), stopReminders(ports)], { country: GT, ...who }), sent, world, owes };
}
/** The reminders that the mailbox would deliver by now. */
const ringsOf = (chat: Talk) => chat.outcomes.flatMap(({ timers = [] }) => timers).filter(({ at: when }) => when <= chat.now);
const ring = async (chat: Talk) => (await Promise.all(ringsOf(chat).map(async ({ message }) => chat.arrive(JSON.parse(message))))).flat();

test('a pack that ends: asked for, agreed to, told a day before by day', async () => {
  const { chat, sent } = await open();
  expect((await chat.play('> avísame antes de que venza')).map((line) => line.replaceAll('\u00a0', ' '))).toEqual([
    '> avísame antes de que venza',
    '< Datos 3 GB: vence el domingo a las 11:59 p. m. Te aviso mañana a las 7:45 p. m., en este chat; si no estás, por SMS al …0101. No aviso de noche, y lo quitas cuando quieras con *no más avisos*. ¿Lo dejo puesto?',
  ]);
  expect((await chat.say('sí'))[0]?.text.replaceAll('\u00a0', ' ')).toBe('Listo. Te aviso mañana a las 7:45 p. m.');
  chat.now = at('2026-11-22T01:46:00Z');
  const [told] = await ring(chat);
  expect(told).toMatchObject({ text: expect.stringMatching(/^El aviso que pediste: en la línea …0101, Datos 3 GB vence mañana a/) });
  expect(told?.choices?.map(({ label }) => label)).toEqual(['Comprar paquete', 'No más avisos']);
  expect(sent).toEqual([expect.stringContaining('en la línea …0101')]); // nobody has written for more than a day
  expect(await ring(chat)).toEqual([]); // once
});

test('a bill of a postpaid line: told a day before it is due, unless it was paid', async () => {
  const due = at('2026-11-25T05:59:00Z');
  const { chat, owes, sent } = await open(due);
  expect((await chat.say('recuérdame pagar mi factura'))[0]?.text.replaceAll('\u00a0', ' ')).toMatch(
    /^Factura, línea 5555-0101: se paga a más tardar el martes a las 11:59 p\. m\. Te aviso el lunes a las 7:45 p\. m\., en este chat; si no estás, por SMS al …0101\./,
  );
  await chat.say('sí');
  chat.now = due - 20 * 3_600_000;
  const [told] = await ring(chat);
  expect(told?.text).toMatch(/^El aviso que pediste: la factura de la línea …0101 se paga a más tardar /);
  expect(told?.choices?.[0]).toEqual({ id: 'go:pay-invoice', label: 'Pagar mi factura' });
  expect(sent).toEqual([expect.stringContaining('la factura de la línea …0101')]);
  const again = await open(due);
  await again.chat.say('recuérdame pagar mi factura');
  await again.chat.say('sí');
  again.owes.minor = 0;
  again.chat.now = due - 20 * 3_600_000;
  expect(await ring(again.chat)).toEqual([]);
  expect(owes.minor).toBe(36_735);
});

test('whoever asks twice for the same word gets it once', async () => {
  const { chat, sent } = await open(at('2026-11-24T06:00:00Z'));
  for (const text of ['recuérdame pagar mi factura', 'sí', 'recuérdame pagar mi factura', 'sí']) await chat.say(text);
  chat.now = at('2026-11-23T06:00:00Z');
  expect(await ring(chat)).toHaveLength(1);
  expect(sent).toHaveLength(1);
});

test('among all that ends on a postpaid line its bill is one', async () => {
  const { chat } = await open(at('2026-11-25T05:59:00Z'));
  expect((await chat.say('avísame antes'))[0]?.choices?.map(({ label }) => label)).toEqual(['Datos 3 GB', 'Mi factura']);
});

test('the bill of a home: the contract by its last digits, an SMS to the phone on file; late or paid, there is nothing to remind of', async () => {
  const due = at('2026-11-25T05:59:00Z');
  const home = { home: { contract: '10002040', level: 2 as const } };
  const { chat, sent, owes } = await open(due, home);
  expect((await chat.say('recuérdame pagar el internet'))[0]?.text).toMatch(/^Factura, contrato terminado en 2040: se paga .* por SMS al …0101\./);
  await chat.say('sí');
  chat.now = due - 20 * 3_600_000;
  const [told] = await ring(chat);
  expect(told?.text).toMatch(/^El aviso que pediste: la factura del contrato terminado en 2040 se paga a más tardar /);
  expect(sent).toEqual([expect.stringContaining('contrato terminado en 2040')]);
  const late = await open(at('2026-11-18T05:59:00Z'), home);
  expect((await late.chat.say('recuérdame pagar el internet'))[0]).toMatchObject({
    text: expect.stringMatching(/^La factura, contrato terminado en 2040, venció /),
    choices: [{ id: 'go:pay-invoice', label: 'Pagar mi factura' }],
  });
  const paid = await open(due, home);
  paid.owes.minor = 0;
  expect((await paid.chat.say('recuérdame pagar el internet'))[0]?.text).toBe('No hay una factura por vencer, contrato terminado en 2040.');
  expect(owes.minor).toBe(36_735);
});

test('contract and document alone set no reminder: a code to the phone on file comes first', async () => {
  const { chat } = await open(at('2026-11-25T05:59:00Z'), { home: { contract: '10002040', level: 1 } });
  await expect(chat.say('recuérdame pagar el internet')).rejects.toEqual(expect.stringContaining('login-home-code')); // which this chat does not have
});

test('somebody who wrote within the day needs no SMS', async () => {
  const { chat, sent } = await open();
  await chat.say('avísame antes de que venza');
  await chat.say('sí');
  chat.now = at('2026-11-22T01:40:00Z');
  await chat.say('hola');
  chat.now += 600_000;
  expect(await ring(chat)).toHaveLength(1);
  expect(sent).toEqual([]);
});

test('what was bought anew in the meantime is not told, and nobody is told who said no', async () => {
  const { chat, world } = await open();
  await chat.say('avísame antes de que venza');
  await chat.say('sí');
  world.allowances = [{ kind: 'data', name: 'Datos 3 GB', until: PACK_ENDS + 86_400_000 }];
  chat.now = at('2026-11-22T01:46:00Z');
  expect(await ring(chat)).toEqual([]);
});

test('what was asked for is what is offered: the advance among other things, and nothing else in its place', async () => {
  loanDue = at('2026-11-25T05:59:00Z');
  const asks = async (text: string): Promise<string> => (await (await open()).chat.say(text))[0]?.text.replaceAll('\u00a0', ' ') ?? '';
  expect(await asks('avísame antes de que venza mi adelanto')).toMatch(/^El adelanto: se paga a más tardar el martes .*¿Lo dejo puesto\?$/);
  expect(await asks('avísame antes de que se acabe mi paquete')).toMatch(/^Datos 3 GB: vence .*¿Lo dejo puesto\?$/);
  expect(await asks('avísame antes de que venza')).toMatch(/^¿De qué te aviso/);
  loanDue = undefined; // overdue, or none
  const { chat } = await open();
  const [list] = await chat.say('recuérdame pagar el adelanto');
  expect(list?.text.replaceAll('\u00a0', ' ')).toBe(
    'De eso no veo una fecha próxima. Puedo avisarte de esto:\n• Datos 3 GB: vence el domingo a las 11:59 p. m.',
  );
  expect((await chat.tap('Datos 3 GB'))[0]?.text).toContain('¿Lo dejo puesto?');
});

test('the stop word ends it, without a code, also when the state of the chat was forgotten', async () => {
  const { chat } = await open();
  expect((await chat.say('no más avisos'))[0]?.text).toBe('No tienes avisos puestos en este chat.');
  await chat.say('avísame antes de que venza');
  await chat.say('sí');
  chat.state = undefined;
  expect((await chat.say('no más avisos'))[0]?.text).toBe('Listo, quité tu aviso. No te escribo más por eso.');
  chat.now = at('2026-11-22T01:46:00Z');
  expect(await ring(chat)).toEqual([]);
});

test('an advance that is due: told in the evening before, with a way to repay it, and not once it is repaid', async () => {
  const due = at('2026-11-24T10:00:00Z'); // 4 a. m.
  for (const isRepaid of [false, true]) {
    loanDue = due;
    const { chat } = await open();
    expect((await chat.say('avísame antes'))[0]?.choices?.map(({ label }) => label)).toEqual(['Datos 3 GB', 'Mi adelanto']);
    expect((await chat.say('mi adelanto'))[0]?.text.replaceAll('\u00a0', ' ')).toMatch(/Te aviso el domingo a las 7:45 p\. m\./);
    await chat.say('sí');
    if (isRepaid) loanDue = undefined;
    chat.now = at('2026-11-23T01:46:00Z');
    const told = await ring(chat);
    expect(told.map(({ text, choices }) => [text.split(' se paga')[0], choices?.[0]?.id])).toEqual(
      isRepaid ? [] : [['El aviso que pediste: el adelanto de la línea …0101', 'go:repay-loan']],
    );
  }
});

test.each([
  'no más avisos',
  'no quiero más avisos',
  'por favor ya no quiero avisos',
  'ya no me manden avisos',
  'no me manden más recordatorios',
  'no más recordatorios',
  'deja de recordarme',
  'no more reminders',
  'I don’t want reminders',
])('“%s” stops them, whatever is asked meanwhile', async (words) => {
  const { chat } = await open(at('2026-11-25T05:59:00Z'));
  for (const text of ['avísame antes', 'datos 3 gb', 'sí', 'avísame antes']) await chat.say(text);
  expect((await chat.say(words))[0]?.text).toMatch(/^(?:Listo, quité tu aviso|Done, your reminder is off)/);
});

test('the stop word ends the word on an outage too', async () => {
  const { chat } = await open();
  watch = { id: 'o1', key: 'k', until: chat.now + 3_600_000 };
  expect((await chat.say('no más avisos'))[0]?.text).toBe('Listo, quité tu aviso. No te escribo más por eso.');
  expect(watch).toBeUndefined();
});

test('a backend that is down when it is due does not silence it: it is tried again', async () => {
  const { chat, world } = await open();
  await chat.say('avísame antes de que venza');
  await chat.say('sí');
  chat.now = at('2026-11-22T01:46:00Z');
  const { allowances } = world;
  Object.defineProperty(world, 'allowances', {
    configurable: true,
    get: () => {
      throw new Error('asked while down');
    },
  });
  await expect(ring(chat)).rejects.toThrow('asked while down'); // a bug of ours: the mailbox runs it again
  Object.defineProperty(world, 'allowances', { configurable: true, value: allowances });
  expect((await ring(chat)).map(({ text }) => text)).toEqual([expect.stringContaining('Datos 3 GB vence')]);
});

test('what ends within the hour is no reminder; with nothing on the line it says so', async () => {
  const { chat, world } = await open();
  world.allowances = [{ kind: 'data', name: 'Datos 1 GB', until: chat.now + 3_600_000 }];
  expect((await chat.say('avísame antes de que venza'))[0]?.text).toMatch(/^Eso vence hoy a.*, ya casi: no alcanza/);
  world.allowances = [];
  expect((await chat.say('avísame antes de que venza'))[0]?.text).toMatch(/^Ahora no hay nada en tu línea que venza pronto/);
});

test('in English', async () => {
  const { chat } = await open();
  await chat.arrive({ kind: 'language', language: 'en' });
  expect((await chat.say('remind me before it ends'))[0]?.text).toMatch(
    /^Datos 3 GB: ends Sunday, 11:59.p\.m\. I will remind you tomorrow, 7:45.p\.m\./,
  );
});

test('quiet hours are the customer’s own', () => {
  const by = (text: string, country: 'GT' | 'BO') => new Date(beforeQuiet(at(text), countryOf(country))).toISOString();
  expect(by('2026-11-20T18:00:00Z', 'GT')).toBe('2026-11-20T18:00:00.000Z'); // noon
  expect(by('2026-11-21T04:30:00Z', 'GT')).toBe('2026-11-21T01:45:00.000Z'); // 10:30 p. m. → 7:45 p. m.
  expect(by('2026-11-20T13:30:00Z', 'GT')).toBe('2026-11-20T01:45:00.000Z'); // 7:30 a. m. → the evening before
  expect(by('2026-11-20T12:30:00Z', 'BO')).toBe('2026-11-20T12:30:00.000Z'); // 8:30 a. m. in La Paz
  const after = (text: string) => new Date(afterQuiet(at(text), GT)).toISOString();
  expect(after('2026-11-20T18:00:00Z')).toBe('2026-11-20T18:00:00.000Z'); // noon
  expect(after('2026-11-21T04:30:00Z')).toBe('2026-11-21T14:00:00.000Z'); // 10:30 p. m. → 8 a. m.
  expect(after('2026-11-20T13:59:00Z')).toBe('2026-11-20T14:00:00.000Z'); // 7:59 a. m.
});
