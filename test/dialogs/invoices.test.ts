import nock from 'nock';
import { homeCode } from '../../src/dialogs/login/home-code';
import { reconnect, moreTime } from '../../src/dialogs/skills/reconnect';
import { invoiceSkills, type AllInvoicePorts } from '../../src/dialogs/skills/invoices';
import { readServiceHours } from '../../src/domain/cases/hours';
import { skill, type Skill } from '../../src/dialogs/engine/skill';
import { countryOf } from '../../src/domain/countries';
import type { Message } from '../../src/domain/message';
import { catalog } from '../../src/domain/texts';
import { accountsClient } from '../../src/integrations/accounts/client';
import { billsClient } from '../../src/integrations/bills/client';
import { billDelivery } from '../../src/integrations/bills/delivery';
import type { NewCase } from '../../src/integrations/cases/port';
import { receiptsClient } from '../../src/integrations/receipts/client';
import { reconnectionClient } from '../../src/integrations/reconnection/client';
import { startSandbox, type TestSandbox } from '../support/sandbox';
import { sandboxCaller } from '../support/sandbox-caller';
import { testLedger } from '../support/ledger';
import { talk, type Talk } from '../support/talk';

/** Friday, 20 November 2026, 14:20 in Guatemala. */
const NOW = '2026-11-20T20:20:00Z';
let sandbox: TestSandbox;
let opened: { key: string; what: NewCase }[] = [];
beforeAll(async () => {
  nock.restore();
  sandbox = await startSandbox();
});
beforeEach(async () => {
  opened = [];
  await sandbox.reset(NOW);
});
afterAll(() => sandbox.close());

const unused = async (): Promise<never> => Promise.reject(new Error('no code is sent here'));
const noCodes = { begin: unused, deliver: unused, check: unused };

function chatOf(
  who: { mobile: string } | { home: { contract: string; level: 1 | 2 } },
  code: 'GT' | 'HN' | 'SV' | 'CO' | 'PY' = 'GT',
  besides: readonly Skill[] = [],
): Talk {
  const country = countryOf(code);
  const [bills, hours] = [billsClient(sandboxCaller(sandbox, 'bills')), readServiceHours('mo-su 07:00-22:00')];
  if (!hours) throw new Error('hours');
  const accounts = accountsClient({ caller: sandboxCaller(sandbox, 'accounts'), country });
  const ports: AllInvoicePorts = {
    ...{ accounts, bills, billDetails: bills, billDelivery: billDelivery(sandboxCaller(sandbox, 'delivery')), hours },
    receipts: receiptsClient(sandboxCaller(sandbox, 'payments'), '/tmf-api/paymentManagement/v4'),
    billLinks: { make: async ({ bill, now }) => ({ url: `https://chat.operator.example/documents/${bill}`, until: now + 600_000, bound: true }) },
    cases: {
      open: async (key, what) => {
        const known = opened.some((each) => each.key === key);
        if (!known) opened.push({ key, what });
        return { reference: 'C-4TT8M', ...(known && { since: Date.parse(NOW) }) };
      },
    },
  };
  const more = { ...ports, reconnection: reconnectionClient(sandboxCaller(sandbox, 'reconnection')) };
  return talk([...invoiceSkills(ports), reconnect(more), moreTime(more), homeCode({ accounts, codes: noCodes }), ...besides], {
    country,
    ledger: testLedger(),
    ...who,
  });
}

const plain = (text = ''): string => text.replaceAll('\u00a0', ' ');
const told = (messages: readonly Message[]): string[] => messages.map(({ text }) => plain(text));
const facts = ([message]: readonly Message[]): string[] =>
  (message?.cards ?? []).flatMap(({ facts: all = [], total }) =>
    [...all, ...(total ? [total] : [])].map(({ name, value }) => plain(`${name}: ${value}`)),
  );
const labels = (messages: readonly Message[]): string[] => messages.flatMap(({ choices = [] }) => choices.map(({ label }) => label));

const ANA = { mobile: '50255550104' };

test('what is due, until when, and what was paid last', async () => {
  const chat = chatOf(ANA);
  const heard = await chat.say('mi factura');
  expect(told(heard)).toEqual([
    'Factura de noviembre, línea 5555-0104: Q367.35 por pagar. Vence el domingo 29 de noviembre. Último pago: Q224.00, el jueves 5 de noviembre.',
  ]);
  expect(labels(heard)).toEqual(['Pagar', '¿Por qué cambió?', 'Ver el detalle', 'Descargar PDF']);
});

test('why it rose: the causes by size, whose sum is the difference', async () => {
  const chat = chatOf(ANA);
  const rose = await chat.say('porque me vino mas cara');
  expect(told(rose)).toEqual(['Tu factura subió Q143.35: de Q224.00 a Q367.35. Por esto:']);
  expect(facts(rose)).toEqual([
    'Roaming Centroamérica, 3 días (compra del día 2): +Q75.00',
    'Video+ mensual (terminó el mes gratis): +Q45.00',
    'Llamadas internacionales fuera del plan: 9 min × Q1.85: +Q16.65',
    'Cargo por pago tardío del mes anterior (6 días): +Q15.00',
    'Compensación por falla del día 3: −Q8.30',
    'Diferencia: +Q143.35',
  ]);
  expect(labels(rose)).toEqual(['Pagar', 'No reconozco uno', 'Ver la factura']);
});

test.each([
  [
    'HN',
    { home: { contract: '300418', level: 2 } },
    'Tu factura subió L 299.54: de L 900.89 a L 1,200.43. Por esto:',
    'Tipo de cambio, de 26.2000 a 26.5500: Internet 60 Mbps: +L 10.47',
  ],
  ['SV', { mobile: '50370700101' }, 'Tu factura subió $4.72: de $25.96 a $30.68. Por esto:', 'IVA 13 %: +$0.52'],
  [
    'CO',
    { home: { contract: '55018822', level: 2 } },
    'Tu factura subió $268: de $104.900 a $105.168. Por esto:',
    'Cambió de precio: Internet 300 + TV: +$5.000',
  ],
  ['PY', { mobile: '595981000101' }, 'Tu factura subió Gs. 48.280: de Gs. 289.000 a Gs. 337.280. Por esto:', 'Interés por mora (2 %): +Gs. 5.780'],
] as const)('in %s, with its own money', async (code, who, sentence, cause) => {
  const heard = await chatOf(who, code).say('por que subio mi factura');
  expect(told(heard)).toEqual([sentence]);
  expect(facts(heard)).toContain(cause);
});

test('a bill that did not change says so', async () => {
  const chat = chatOf({ home: { contract: '10003311', level: 2 } });
  expect(told(await chat.say('por que cambio mi factura'))).toEqual([
    'Tu factura de noviembre es igual a la de octubre: Q249.00, con los mismos cobros.',
  ]);
});

test('line by line, another month by its button and by its name, and one that is not there', async () => {
  const chat = chatOf(ANA);
  const shown = await chat.say('detalle de mi factura');
  expect(told(shown)).toEqual(['Factura de noviembre, línea 5555-0104: Q367.35. Vence el domingo 29 de noviembre.']);
  expect(facts(shown)).toHaveLength(8);
  const before = await chat.tap('octubre');
  expect(told(before)).toEqual(['Factura de octubre, línea 5555-0104: Q224.00. Está pagada.']);
  expect(facts(before)).toEqual(['Plan Pospago 199: Q199.00', 'Seguro de equipo: Q25.00', 'Total: Q224.00']);
  expect(told(await chat.say('la de noviembre'))[0]).toContain('Factura de noviembre');
  expect(told(await chat.say('gracias'))).toEqual(['De acuerdo.']);
  expect(told(await chatOf(ANA).say('ver factura de octubre'))).toEqual(['Factura de octubre, línea 5555-0104: Q224.00. Está pagada.']);
  expect(told(await chatOf(ANA).say('ver factura de marzo'))).toEqual(['No encuentro la factura de marzo. Puedo mostrar: noviembre, octubre.']);
});

test('what is in dispute is told, and that it waits only where the operator says so', async () => {
  const [shown] = told(await chatOf({ home: { contract: '55018822', level: 2 } }, 'CO').say('ver el detalle'));
  expect(shown).toContain('De Internet 300 + TV hay $5.000 en revisión: esa parte no se cobra mientras tanto.');
});

test('a line that is not recognised becomes a case that an agent can act on', async () => {
  const chat = chatOf(ANA);
  const which = await chat.say('no reconozco uno');
  expect(told(which)[0]?.split('\n').slice(0, 2)).toEqual([
    'Factura de noviembre. ¿Cuál es el cobro que no reconoces?',
    '1. Plan Pospago 199: Q199.00',
  ]);
  expect(told(await chat.say('el de 75'))).toEqual(['Roaming Centroamérica, 3 días (compra del día 2), Q75.00. ¿Qué pasó con ese cobro?']);
  expect(told(await chat.say('yo no salí del país'))).toEqual([
    'Abrí el caso C-4TT8M por Roaming Centroamérica, 3 días (compra del día 2), Q75.00. Una persona lo ve y te responde antes de mañana a las 2:20 p. m. Esa parte no se cobra mientras tanto: puedes pagar el resto.',
  ]);
  expect(opened[0]?.what).toMatchObject({
    ...{ topic: 'invoices', reason: 'complaint', line: '50255550104', level: 2, macro: 'Cargo no reconocido' },
    summary: 'No reconoce "Roaming Centroamérica, 3 días (compra del día 2)" Q75.00, factura de noviembre, cuenta …1183',
    facts: { dice: 'yo no salí del país', 'mientras tanto': 'esa parte no se cobra, y se le dijo' },
  });
  await chat.say('no reconozco uno');
  await chat.say('roaming');
  const again = await chat.tap('No es mío');
  expect(told(again)[0]).toContain('Ya está abierto el caso C-4TT8M');
  await chat.say('no reconozco uno');
  await chat.say('seguro');
  expect(told(await chat.tap('No lo usé'))[0]).not.toContain('no se cobra');
});

test('the PDF by a link, the copy by e-mail to the address on file, masked', async () => {
  const chat = chatOf(ANA);
  const [link] = await chat.say('factura en pdf');
  expect(plain(link?.text)).toBe('Aquí está tu factura de noviembre. El enlace vale hasta hoy a las 2:30 p. m. y solo abre en este mismo aparato.');
  expect(link?.link?.url).toContain('/documents/70041183-M');
  expect(told(await chat.say('mandar al correo'))).toEqual([
    'Listo. Mandé tu factura de noviembre a a•••@correo.example, el correo de tu cuenta. A veces tarda unos minutos.',
  ]);
  const { mails } = (await (await fetch(`${sandbox.url}/sandbox/mails`)).json()) as { mails: { to: string }[] };
  expect(mails.map(({ to }) => to)).toEqual(['ana.morales@correo.example']);
});

test('electronic bills are switched on after a yes, and off again', async () => {
  const chat = chatOf({ home: { contract: '10003311', level: 2 } });
  expect(told(await chat.say('factura electronica'))[0]).toContain('llega solo por correo a r•••@correo.example. Ya no llega en papel. ¿Confirmas?');
  expect(told(await chat.say('si'))).toEqual(['Listo. La próxima factura llega solo por correo, a r•••@correo.example.']);
  expect(told(await chat.say('factura electronica'))[0]).toContain('Hoy tu factura');
  expect(told(await chat.tap('Sí, en papel'))).toEqual(['Listo. La próxima factura llega en papel.']);
});

test('contract and document alone hear what is due, and no line of it', async () => {
  const chat = chatOf({ home: { contract: '10002040', level: 1 } });
  const [due] = await chat.say('mi factura');
  expect(plain(due?.text)).toBe(
    'Factura de noviembre, contrato terminado en 2040: Q438.00 por pagar. Vence el jueves. Último pago: Q334.00, el domingo 25 de octubre.',
  );
  for (const wish of [
    'ver el detalle',
    'por que subio mi factura',
    'factura en pdf',
    'no reconozco uno',
    'factura electronica',
    'mandar al correo',
  ]) {
    const asked = await chat.say(wish);
    expect(told(asked)).toEqual([expect.stringContaining('código al celular que termina en 04')]);
    expect(JSON.stringify(asked)).not.toContain('Internet 100');
    await chat.say('cancelar');
  }
});

test('a prepaid line has no bills', async () => {
  expect(told(await chatOf({ mobile: '50255550101' }).say('mi factura'))).toEqual([
    'Esa línea es prepago: no tiene facturas. Puedo mostrarte en qué se fue tu saldo.',
  ]);
});

test('what a prepaid line owes is what it was lent', async () => {
  const debt = skill('loan-debt', catalog({ title: 'x', button: 'x' }, { title: 'x', button: 'x' })).does(async ({ say }) => say('Debe Q12.00'));
  expect(told(await chatOf({ mobile: '50255550101' }, 'GT', [debt]).say('cuanto debo'))).toEqual(['Debe Q12.00']);
});

test('paid and still cut off: the payment is found, nobody pays twice, and a person applies it', async () => {
  const chat = chatOf({ mobile: '50255550109' });
  expect(told(await chat.say('mi factura'))[0]).toContain(
    'Recibimos Q308.00 ayer y todavía no se aplican a tu cuenta. No tienes que pagar otra vez.',
  );
  expect(told(await chat.say('ya pague y no me reconectan'))).toEqual([
    'Lo revisé: nos llegaron Q308.00 (banco) ayer a las 5:42 p. m., y todavía no los aplicamos a su cuenta. No tiene que pagar otra vez.',
    'Solicité que lo apliquen y le reconecten: caso C-4TT8M. Una persona le responde antes de las 4:20 p. m.',
  ]);
  expect(opened[0]?.what).toMatchObject({
    ...{ topic: 'reconnect', reason: 'not_applied', priority: 'high', tags: ['pago_no_aplicado'], macro: 'Aplicar pago y reconectar' },
    money: { amount: 30_800, reference: 'BI-884201', state: 'not_moved' },
    facts: { 'facturas abiertas': 'Q308.00', 'reconexión pedida': 'no: el pago no está aplicado' },
  });
  expect(opened[0]?.what.summary).toMatch(
    /^Q308\.00 pagados el 19 nov, 5:42.p\..m\. en banco \(BI-884201\), sin aplicar; línea …0109 sigue suspendido$/,
  );
  expect(told(await chat.say('reconectar'))[1]).toContain('Ya está abierto el caso C-4TT8M');
});

test('an active line hears what it owes, and gets more time where it is granted', async () => {
  const chat = chatOf({ mobile: '50370700101' }, 'SV');
  const heard = await chat.say('reconectar');
  expect(told(heard)).toEqual(['El servicio está activo, línea 7070-0101: no está suspendido. Hay $30.68 por pagar.']);
  expect(told(await chat.tap('Más tiempo'))).toEqual(['Pido más tiempo para pagar $30.68, línea 7070-0101. La deuda sigue igual. ¿Confirmas?']);
  expect(told(await chat.say('si'))).toEqual(['Listo. Hay tiempo hasta el miércoles para pagar $30.68, sin corte.']);
  await chat.say('mas tiempo');
  expect(told(await chat.say('si'))[0]).toContain('ya se dio hace poco');
});

test('in English', async () => {
  const chat = chatOf(ANA);
  await chat.say('english');
  expect(told(await chat.say('my bill'))[0]).toBe(
    'Bill of November, line 5555-0104: Q367.35 to pay. It is due Sunday, November 29. Last payment: Q224.00, Thursday, November 5.',
  );
  expect(told(await chat.say('why did my bill go up'))).toEqual(['Your bill went up Q143.35: from Q224.00 to Q367.35. This is why:']);
  expect(told(await chat.say('one is not mine'))[0]).toContain('Which charge is not yours?');
  const cut = chatOf({ mobile: '50255550109' });
  await cut.say('english');
  expect(told(await cut.say('reconnect'))[0]).toContain('You do not have to pay again.');
});
