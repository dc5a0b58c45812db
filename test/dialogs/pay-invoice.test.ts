import { z } from 'zod';
import { mobileLogin } from '../../src/dialogs/login/mobile';
import { autopay } from '../../src/dialogs/skills/autopay';
import { cards } from '../../src/dialogs/skills/cards';
import { payInvoice } from '../../src/dialogs/skills/pay-invoice';
import { countryOf, type CountryCode } from '../../src/domain/countries';
import { fromDecimal } from '../../src/domain/money';
import type { Bill } from '../../src/integrations/bills/port';
import type { Means } from '../../src/integrations/payments/port';
import type { Receipt } from '../../src/integrations/receipts/port';
import type { Autopay, Mandate } from '../../src/integrations/recurring/port';
import { testLedger, type TestLedger } from '../support/ledger';
import { lines, talk, type Talk } from '../support/talk';
import { until } from '../support/until';

const DAY = 86_400_000;
const NOW = Date.parse('2026-11-20T20:20:00Z');
const VISA: Means = { id: 'card-1', kind: 'card', name: 'Visa ••4242' };
const PAGE: Means = { id: 'page', kind: 'page', name: 'Tarjeta' };

interface World {
  bills: Bill[];
  means: Means[];
  sim: number | undefined;
  plan: Autopay;
  removed: string[];
  mandates: Mandate[];
  linked: boolean;
  receipts: Receipt[];
}
let world: World;
let ledger: TestLedger;
let chat: Talk;
/** What an order waits for after it was sent. */
let slow: Promise<void> | undefined;
const Rung = z.object({ kind: z.literal('event'), name: z.string(), value: z.unknown() });

const bill = (country: CountryCode, remaining: string, changes: Partial<Bill> = {}): Bill => ({
  ...{ id: 'b-1', number: 'F-1', account: 'a', issued: NOW - 10 * DAY, due: NOW + 5 * DAY, state: 'new' },
  ...{ total: fromDecimal(remaining, countryOf(country).currency), remaining: fromDecimal(remaining, countryOf(country).currency) },
  ...changes,
});

type Signed = { readonly home?: { contract: string; level: 1 | 2 }; readonly mobile?: string };
function open(country: CountryCode, as: Signed, changes: Partial<World> = {}): void {
  world = {
    bills: [],
    means: [VISA, PAGE],
    sim: undefined,
    plan: { state: 'off' },
    removed: [],
    mandates: [],
    linked: true,
    receipts: [],
    ...changes,
  };
  ledger = testLedger(['P-94F2L', 'P-7K2M9', 'P-3H4T6']);
  const accounts = { ofLine: async (msisdn: string) => (msisdn.endsWith('0101') ? undefined : '70041183'), phoneOnFile: async () => '50255550104' };
  const ports = {
    ...{ accounts, bills: { list: async () => world.bills }, means: { of: async () => world.means } },
    receipts: { ofAccount: async () => world.receipts },
    simSwap: { changedAt: async () => world.sim },
    savedCards: { remove: async (id: string) => (world.removed.push(id), 'removed' as const) },
    recurring: { of: async () => world.plan },
    mandates: { keep: async (mandate: Mandate) => void world.mandates.push(mandate), find: async () => undefined },
    openLinks: { of: async () => (world.linked ? { url: 'https://pagos.alba.example/pagar/0123', validUntil: NOW + 10 * 60_000 } : undefined) },
  };
  slow = undefined;
  const slowly: TestLedger = { ...ledger, spend: async (order) => ledger.spend(order).finally(() => slow) };
  const never = async (): Promise<never> => Promise.reject(new Error('not asked'));
  const codes = { begin: async () => ({ status: 'held' as const, until: chat.now + 60_000 }), deliver: never, check: never };
  const find = async (msisdn: string) => ({ msisdn, status: 'active' as const, plan: { name: 'Pospago', kind: 'postpaid' as const, includes: [] } });
  const login = mobileLogin({ codes, lines: { find, read: never } });
  const skills = [payInvoice(ports), cards(ports), autopay(ports), login];
  chat = talk(skills, { country: countryOf(country), ledger: slowly, ...as });
}
const plain = (said: readonly string[]): string[] => said.map((line) => line.replaceAll('\u00a0', ' '));
const script = async (text: string): Promise<void> => expect(plain(await chat.play(text)).flatMap((line) => line.split('\n'))).toEqual(lines(text));

test.each([
  ['PY', '337280', 'Gs. 337.280', 'Pagás'],
  ['SV', '30.68', '$30.68', 'Pagas'],
  ['HN', '1200.43', 'L 1,200.43', 'Pagas'],
  ['CO', '86800', '$86.800', 'Pagas'],
] as const)('%s, contract and document only: the page alone, and nothing of the customer’s', async (country, amount, shown, verb) => {
  open(country, { home: { contract: '10002040', level: 1 } }, { bills: [bill(country, amount)] });
  const send = verb === 'Pagás' ? '¿Te mando el enlace?' : '¿Te mando el enlace?';
  await script(`
    > pagar mi factura
    < ${verb} ${shown}, factura de noviembre, contrato terminado en 2040, con tarjeta en la página segura. ${send}
  `);
  ledger.next({ status: 'unknown', until: NOW });
  await chat.say('si');
  expect(ledger.orders).toMatchObject([{ kind: 'invoice', line: 'home:10002040', amount: fromDecimal(amount, countryOf(country).currency), details: { bill: 'b-1', account: '10002040', whole: true, means: { kind: 'page' } } }]); // prettier-ignore
  expect(ledger.orders[0]?.details).not.toHaveProperty('payer');
});

test.each(['pagar', 'quiero pagarla ya', 'pagar mi factura', 'sí pagar', 'pay'])(
  '"%s" in place of a yes pays nothing, and tells what to answer',
  async (words) => {
    open('GT', { home: { contract: '10002040', level: 1 } }, { bills: [bill('GT', '438')] });
    await chat.say('pagar mi factura');
    const [said] = await chat.say(words);
    expect(said?.text.replaceAll('\u00a0', ' ')).toMatch(/^Si es así, responde \*sí\*\. Pagas Q438\.00, .*¿Te mando el enlace\?$/);
    expect(ledger.orders).toEqual([]);
    await chat.say('sí');
    expect(ledger.orders).toHaveLength(1);
  },
);

test('whoever has no card is told how else it is paid, and is not sent round', async () => {
  open('GT', { home: { contract: '10002040', level: 1 } }, { bills: [bill('GT', '438')] });
  const cash = 'Sin tarjeta se paga en efectivo, en una tienda o un punto de pago: escribe *tiendas* y te digo cuál queda cerca. Aquí no cobré nada.';
  await script(`
    > pagar mi factura
    < Pagas Q438.00, factura de noviembre, contrato terminado en 2040, con tarjeta en la página segura. ¿Te mando el enlace?
    > es que no tengo tarjeta
    < ${cash}
    > no tengo tarjeta ni billetera
    < ${cash}
    > con tarjeta
    < Pagas Q438.00, factura de noviembre, contrato terminado en 2040, con tarjeta en la página segura. ¿Te mando el enlace?
  `);
  expect((await chat.say('con la que tengo guardada'))[0]?.text).toMatch(/^Tu tarjeta guardada la uso solo después de mandarte un código/);
  expect(ledger.orders).toEqual([]);
  const wallet: Means = { id: 'wallet-1', kind: 'wallet', name: 'Billetera', available: fromDecimal('500', 'GTQ') };
  open('GT', { mobile: '50255550104' }, { bills: [bill('GT', '367.35')], means: [wallet] });
  await chat.say('pagar mi factura');
  expect((await chat.say('no tengo tarjeta'))[0]?.text).toContain('con tu Billetera');
});

test('a code to the phone on file: the kept card pays; in English', async () => {
  open('GT', { home: { contract: '10002040', level: 2 } }, { bills: [bill('GT', '438')] });
  await chat.arrive({ kind: 'language', language: 'en' });
  await script(`
    > pay my bill
    < You pay Q438.00, bill of November, contract ending in 2040, with your Visa ••4242. Do you confirm?
  `);
  const [paid] = await chat.say('yes');
  expect(plain([paid?.text ?? ''])).toEqual(['We received your payment of Q438.00. Bill paid. Receipt P-94F2L. ✅']);
  expect(ledger.orders[0]?.details).toMatchObject({ payer: '50255550104', means: VISA });
  // A home has no line to list operations of: the button must not ask for one.
  expect(paid?.choices?.map(({ id, label }) => [id, label])).toEqual([['go:invoices', 'My bill']]);
});

test('a SIM that was changed lately leaves the page; a prepaid line has no bills; nothing due is said', async () => {
  open('GT', { mobile: '50255550104' }, { bills: [bill('GT', '367.35')], sim: NOW - 3_600_000 });
  await script(`
    > pagar mi factura
    < Pagas Q367.35, factura de noviembre, línea 5555-0104, con tarjeta en la página segura. ¿Te mando el enlace?
  `);
  open('GT', { mobile: '50255550101' });
  await script(`
    > pagar mi factura
    < Esta línea es prepago: no tiene facturas. Puedes recargarla.
  `);
  open('GT', { mobile: '50255550104' }, { bills: [{ ...bill('GT', '0'), state: 'settled' }] });
  await script(`
    > pagar mi factura
    < No hay nada por pagar, línea 5555-0104. Las facturas están al día.
  `);
});

test('several bills: the month is enough; the price that changed is shown again; in doubt it is not paid twice', async () => {
  const older = bill('GT', '149', { id: 'b-0', issued: NOW - 40 * DAY });
  open('GT', { mobile: '50255550104' }, { bills: [bill('GT', '159'), older] });
  await script(`
    > pagar mi factura
    < Hay varias por pagar, línea 5555-0104. ¿Cuál?
    > la de octubre
    < Pagas Q149.00, factura de octubre, línea 5555-0104, con tu Visa ••4242. ¿Confirmas?
  `);
  world.bills = [bill('GT', '159'), { ...older, remaining: fromDecimal('100', 'GTQ') }];
  const [shown] = plain((await chat.say('si')).map(({ text }) => text));
  expect(shown).toContain('Pagas Q100.00');
  expect(ledger.orders).toEqual([]);
  ledger.next({ status: 'unknown', until: NOW + 1_800_000 });
  await chat.say('si');
  expect(ledger.orders).toHaveLength(1);
  await chat.say('pagar mi factura');
  const [again] = plain((await chat.say('octubre')).map(({ text }) => text));
  expect(again).toBe('Ya hay un pago de esta factura en verificación: P-94F2L. No hay que pagar otra vez. El resultado llega a este chat.');
  expect(ledger.orders).toHaveLength(1);
});

test('a gateway that was slow to make the link: the customer hears that it comes, not that something is being checked', async () => {
  open('GT', { mobile: '50255550104' }, { bills: [bill('GT', '367.35')], means: [], linked: false });
  ledger.next({ status: 'unknown', until: NOW + 1_800_000 });
  await chat.say('pagar mi factura');
  await chat.say('si');
  expect(plain((await chat.say('pagar mi factura')).map(({ text }) => text))).toEqual([
    'El enlace para pagar esta factura se está preparando; no se ha cobrado nada. Pídemelo otra vez en un momento.',
  ]);
  expect(ledger.orders).toHaveLength(1);
});

test('a link that is over, which nobody may have paid: nobody is told to pay nothing', async () => {
  open('GT', { mobile: '50255550104' }, { bills: [bill('GT', '367.35')], means: [], linked: false });
  ledger.next({ status: 'unknown', until: NOW + 1_800_000 });
  await chat.say('pagar mi factura');
  await chat.say('si');
  chat.now += 6 * 60_000;
  const [said] = await chat.say('pagar mi factura');
  expect(plain([said?.text ?? ''])).toEqual([
    'El enlace P-94F2L ya venció. Reviso que nadie haya pagado con él. Si ya pagaste, no pagues otra vez; si no, pídeme otro en unos minutos.',
  ]);
  expect(said?.choices?.map(({ label }) => label)).toContain('Pedir el enlace');
  expect(ledger.orders).toHaveLength(1);
});

test('a turn that was slow after its order was sent gives the link when it is run again, and orders nothing else', async () => {
  open('GT', { mobile: '50255550104' }, { bills: [bill('GT', '367.35')], means: [] });
  await chat.say('pagar mi factura');
  ledger.next({ status: 'unknown', until: NOW + 1_800_000 });
  slow = new Promise(() => {}); // the gateway answers too late
  chat.hurried = true;
  expect((await chat.say('si')).at(-1)?.text).toMatch(/^Sigo en ello/);
  await until(() => ledger.orders.length > 0, 'the order is sent');
  const event = Rung.parse(JSON.parse(chat.outcomes.at(-1)?.timers?.[0]?.message ?? ''));
  slow = undefined; // the ledger knows the order: nothing is sent again, and nobody waits
  const told = await chat.arrive(event);
  expect(plain(told.map(({ text }) => text))).toEqual([
    'Este es el enlace de pago: abre en pagos.alba.example y vale hasta hoy a las 2:30 p. m., una sola vez. No me escribas datos de tarjeta aquí. Te aviso cuando llegue. Referencia P-94F2L.',
  ]);
  expect(told[0]?.link).toEqual({ label: expect.stringContaining('Pagar Q367.35'), url: 'https://pagos.alba.example/pagar/0123' });
  expect(ledger.orders).toHaveLength(1);
});

test('the same consent again, after its turn died, gives the link; in another window it is told as one that is open already', async () => {
  open('GT', { mobile: '50255550104' }, { bills: [bill('GT', '367.35')], means: [] });
  await chat.say('pagar mi factura');
  const before = chat.state;
  ledger.next({ status: 'unknown', until: NOW + 1_800_000 });
  await chat.tap('Sí, mandar enlace');
  chat.state = before; // nothing of that turn was written
  expect((await chat.say('si'))[0]?.text).toMatch(/^Este es el enlace de pago: .* Referencia P-94F2L\.$/s);
  expect((await chat.say('pagar mi factura'))[0]?.text).toMatch(/^Ya hay un enlace abierto para pagar/);
  expect(ledger.orders).toHaveLength(1);
});

test('from the wallet only with a code of these minutes, as a top-up; a card that was kept pays the bill without', async () => {
  const wallet: Means = { id: 'wallet-1', kind: 'wallet', name: 'Billetera', available: fromDecimal('500', 'GTQ') };
  open('GT', { mobile: '50255550104' }, { bills: [bill('GT', '367.35')], means: [wallet] });
  chat.now += 6 * 60_000;
  await script(`
    > pagar mi factura
    < Pagas Q367.35, factura de noviembre, línea 5555-0104, con tarjeta en la página segura. ¿Te mando el enlace?
    > [Otro medio]
    < ¿Con qué pagas?
    > [Billetera]
    < Pagas Q367.35, factura de noviembre, línea 5555-0104, con tu Billetera. ¿Confirmas?
  `);
  expect((await chat.say('sí'))[0]?.text).toBe('Para proteger tu dinero necesito un código nuevo antes de seguir. No he cobrado nada.');
  expect(ledger.orders).toEqual([]);
  open('GT', { mobile: '50255550104' }, { bills: [bill('GT', '367.35')] });
  chat.now += 6 * 60_000;
  await chat.say('pagar mi factura');
  await chat.say('sí');
  expect(ledger.orders).toMatchObject([{ details: { means: VISA } }]);
});

test('refusals say why, and that nothing was charged; the end of what was waited for is told by itself', async () => {
  open('GT', { mobile: '50255550104' }, { bills: [bill('GT', '367.35')] });
  ledger.next({ status: 'refused', reason: 'card-expired' }, { status: 'refused', reason: 'already-paid' });
  await chat.say('pagar mi factura');
  expect(plain((await chat.say('si')).map(({ text }) => text))).toEqual(['No se hizo el pago. La tarjeta está vencida. No se cobró nada.']);
  await chat.say('pagar mi factura');
  expect(plain((await chat.say('si')).map(({ text }) => text))).toEqual([
    'Esa factura ya estaba pagada. No se cobra otra vez: si ya salieron los Q367.35, vuelven al mismo medio.',
  ]);
  const operation = ledger.settle(NOW, { status: 'done', facts: {} });
  const told = await chat.arrive({ kind: 'event', name: 'pay-invoice:settled', value: { operation, what: 'done' } });
  expect(plain(told.map(({ text }) => text))).toEqual(['Recibimos tu pago de Q367.35. Factura pagada. Comprobante P-94F2L. ✅']);
});

test('cards: none is removed after a change of SIM; the list is still shown', async () => {
  open('GT', { mobile: '50255550104' }, { sim: NOW - 3_600_000 });
  await chat.say('mis tarjetas');
  const [said] = plain((await chat.tap('Quitar ••4242')).map(({ text }) => text));
  expect(said).toContain('El chip de esta línea se cambió hace menos de 3 días.');
  expect(world.removed).toEqual([]);
});

test('automatic payment keeps the words that were agreed to, and says when a charge did not pass', async () => {
  open('GT', { mobile: '50255550104' });
  await script(`
    > pago automatico
    < El pago automático está apagado, línea 5555-0104. ¿Lo activamos?
    > [Activar]
    < Autorizas que cada factura, línea 5555-0104, se cobre completa a tu Visa ••4242 el día que vence. Te aviso de cada cobro. Lo desactivas aquí cuando quieras. ¿Confirmas?
    > si
    < Listo: el pago automático quedó activo. Hoy no se cobró nada. Referencia P-94F2L.
  `);
  expect(world.mandates).toMatchObject([{ owner: '50255550104', account: '70041183', conversation: 'test:1', version: '1', agreedAt: NOW }]);
  expect(world.mandates[0]?.words).toContain('Autorizas que cada factura');
  expect(world.mandates[0]?.id).toBe(ledger.orders[0]?.id);
  const value = { account: '70041183', amount: fromDecimal('367.35', 'GTQ'), state: 'rejected', reference: 'ABCDE' };
  const told = await chat.arrive({ kind: 'event', name: 'autopay:charged', value });
  expect(plain(told.map(({ text }) => text))).toEqual([
    'El pago automático no pudo cobrar Q367.35, cuenta terminada en 1183. El banco no aprobó la tarjeta. No se cobró nada y la factura sigue pendiente.',
  ]);
});

test('how automatic payment stands: the last charge, and which card another one can take its place', async () => {
  const at = NOW - 4 * DAY;
  const master: Means = { id: 'card-2', kind: 'card', name: 'Mastercard ••5454' };
  open('SV', { mobile: '50370700102' }, { plan: { state: 'on', method: 'card-1', last: { state: 'failed', at } } });
  const on = 'El pago automático está activo, línea 7070-0102, con la Visa ••4242';
  await script(`
    > pago automatico
    < ${on}, pero el último cobro, el lunes 16 de noviembre, no pasó. ¿Qué hacemos?
    > [Cambiar tarjeta]
    < Para cambiarla hace falta otra tarjeta guardada y vigente. Se guarda en la página segura.
  `);
  open('SV', { mobile: '50370700102' }, { plan: { state: 'on', method: 'card-1', last: { state: 'paid', at } }, means: [VISA, master] });
  await script(`
    > pago automatico
    < ${on}. Último cobro: el lunes 16 de noviembre. ¿Qué hacemos?
    > [Cambiar tarjeta]
    < Autorizas que cada factura, línea 7070-0102, se cobre completa a tu Mastercard ••5454 el día que vence. Te aviso de cada cobro. Lo desactivas aquí cuando quieras. ¿Confirmas?
    > si
    < Listo: el pago automático quedó activo. Hoy no se cobró nada. Referencia P-94F2L.
  `);
  expect(ledger.orders[0]?.details).toMatchObject({ to: 'on', method: 'card-2' });
});

test('turned off in English: the next bills are the customer’s, nothing is asked of a card', async () => {
  open('CR', { home: { contract: '20031177', level: 2 } }, { plan: { state: 'on', method: 'gone' }, means: [PAGE] });
  await chat.arrive({ kind: 'language', language: 'en' });
  await script(`
    > autopay
    < Automatic payment is on, contract ending in 1177, with a card that is not there any more. What shall we do?
    > [Turn off]
    < I turn automatic payment off, contract ending in 1177. You pay the next bills yourself. Do you confirm?
    > yes
    < Done: automatic payment is off. Nothing was charged. Reference P-94F2L.
  `);
  expect(ledger.orders[0]?.details).toMatchObject({ account: '20031177', to: 'off', method: 'gone' });
  expect(world.mandates).toEqual([]);
});

test('more cards than a few are all listed, and each can be removed', async () => {
  const many = Array.from({ length: 6 }, (_, n): Means => ({ id: `card-${n}`, kind: 'card', name: `Visa ••000${n}` }));
  open('PY', { mobile: '595981000101' }, { means: [...many, PAGE] });
  const [list] = await chat.say('mis tarjetas');
  for (const { name } of many) expect(list?.text).toContain(name);
  await chat.tap('Ver más');
  expect(plain((await chat.tap('Quitar ••0005')).map(({ text }) => text))).toEqual([
    'Quito la Visa ••0005. Ya no vas a poder pagar con ella. No se cobra nada. ¿Confirmás?',
  ]);
});

test('"pagar todas": it is said first that they go one by one, and after each what is left', async () => {
  const due = [bill('GT', '159'), bill('GT', '149', { id: 'b-0', issued: NOW - 40 * DAY })];
  open('GT', { mobile: '50255550104' }, { bills: due });
  await script(`
    > pagar todas mis facturas
    < Son 2 por pagar, Q308.00 en total, línea 5555-0104. Las cobro una por una y tú confirmas cada una. Empiezo por la más vieja. Las de otra línea o contrato van aparte. Pagas Q149.00, factura de octubre, línea 5555-0104, con tu Visa ••4242. ¿Confirmas?
  `);
  const [paid] = await chat.say('sí');
  expect(plain([paid?.text ?? ''])).toEqual([
    'Recibimos tu pago de Q149.00. Factura pagada. Comprobante P-94F2L. Quedan Q159.00 por pagar en otras facturas. ✅',
  ]);
  expect(ledger.orders.map(({ details }) => z.object({ bill: z.string() }).parse(details).bill)).toEqual(['b-0']);
  world.bills = due.slice(0, 1);
  await script(`
    > [Pagar la siguiente]
    < Pagas Q159.00, factura de noviembre, línea 5555-0104, con tu Visa ••4242. ¿Confirmas?
    > págalas todas
    < Hay una sola por pagar, línea 5555-0104. Las de otra línea o contrato van aparte. Pagas Q159.00, factura de noviembre, línea 5555-0104, con tu Visa ••4242. ¿Confirmas?
  `);
  expect(ledger.orders).toHaveLength(1);
});

test('one of several paid by a link: when that is known, the next one is offered by itself', async () => {
  open('GT', { mobile: '50255550104' }, { bills: [bill('GT', '159'), bill('GT', '149', { id: 'b-0', issued: NOW - 40 * DAY })] });
  await chat.play('> pagar mi factura\n> la primera\n> sí');
  const operation = ledger.settle(NOW, { status: 'done', facts: {} });
  const [told] = await chat.arrive({ kind: 'event', name: 'pay-invoice:settled', value: { operation, what: 'done' } });
  expect(plain([told?.text ?? ''])[0]).toMatch(/Factura pagada\. .* Había más facturas por pagar: si quieres, seguimos con la siguiente\. ✅$/);
  expect(told?.choices?.map(({ label }) => label)).toEqual(['Pagar la siguiente', 'Ver comprobante']);
});

test('"all of them" from the list, in English; the list still answers to one of them', async () => {
  open('GT', { mobile: '50255550104' }, { bills: [bill('GT', '159'), bill('GT', '149', { id: 'b-0', issued: NOW - 40 * DAY })] });
  await chat.arrive({ kind: 'language', language: 'en' });
  await script(`
    > pay my bill
    < There are several to pay, line 5555-0104. Which one?
    > [All of them]
    < There are 2 to pay, Q308.00 in all, line 5555-0104. I charge them one by one, and you confirm each. I begin with the oldest. Those of another line or contract are paid apart. You pay Q149.00, bill of October, line 5555-0104, with your Visa ••4242. Do you confirm?
    > november
    < You pay Q159.00, bill of November, line 5555-0104, with your Visa ••4242. Do you confirm?
  `);
  expect(ledger.orders).toEqual([]);
});

test('a saved card that cannot be used: why not, and what can', async () => {
  open('GT', { home: { contract: '10002040', level: 1 } }, { bills: [bill('GT', '438')] });
  await script(`
    > pagar mi factura
    < Pagas Q438.00, factura de noviembre, contrato terminado en 2040, con tarjeta en la página segura. ¿Te mando el enlace?
    > con mi tarjeta guardada
    < Tu tarjeta guardada la uso solo después de mandarte un código; con contrato y documento no la veo. No cobré nada. ¿Con cuál pagamos?
    > [Con tarjeta]
    < Pagas Q438.00, factura de noviembre, contrato terminado en 2040, con tarjeta en la página segura. ¿Te mando el enlace?
  `);
  open('GT', { mobile: '50255550104' }, { bills: [bill('GT', '438')], means: [PAGE] });
  await script(`
    > pagar mi factura
    < Pagas Q438.00, factura de noviembre, línea 5555-0104, con tarjeta en la página segura. ¿Te mando el enlace?
    > usa la tarjeta que tengo guardada
    < Aquí no puedo usar una tarjeta guardada. No cobré nada. ¿Con cuál pagamos?
  `);
  expect(ledger.orders).toEqual([]);
});

test('money that was received elsewhere and is not applied is said before anybody pays twice; to who was sent a code only', async () => {
  const paid = { id: 'r-1', reference: 'BI-884201', amount: fromDecimal('308', 'GTQ'), at: NOW - 20 * 3_600_000, place: 'banco' } as const;
  const receipts: Receipt[] = [
    { ...paid, what: 'invoice', state: 'received' },
    { ...paid, what: 'invoice', state: 'applied' },
    { ...paid, what: 'top-up', state: 'received' },
  ];
  open('GT', { mobile: '50255550104' }, { bills: [bill('GT', '308')], receipts });
  await script(`
    > pagar mi factura
    < Ya recibimos Q308.00, ayer a las 6:20 p. m., y todavía no los aplicamos: no pagues otra vez lo mismo. Para verlo, *buscar mi pago*. Si aun así quieres pagar:
    Pagas Q308.00, factura de noviembre, línea 5555-0104, con tu Visa ••4242. ¿Confirmas?
    > no
    < De acuerdo, no hice nada.
  `);
  open('GT', { home: { contract: '10002040', level: 1 } }, { bills: [bill('GT', '308')], receipts });
  await script(`
    > pagar mi factura
    < Pagas Q308.00, factura de noviembre, contrato terminado en 2040, con tarjeta en la página segura. ¿Te mando el enlace?
  `);
  expect(ledger.orders).toEqual([]);
});
