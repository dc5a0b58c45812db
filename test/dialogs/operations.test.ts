import { countryOf } from '../../src/domain/countries';
import type { Order, Settled } from '../../src/domain/spending';
import type { Form, Language } from '../../src/domain/texts';
import { loans } from '../../src/dialogs/skills/loans';
import { skill } from '../../src/dialogs/engine/skill';
import { catalog } from '../../src/domain/texts';
import { operations } from '../../src/dialogs/skills/operations';
import { testLedger, type TestLedger } from '../support/ledger';
import { signedIn } from '../support/signed-in';
import { lines, talk, type Talk } from '../support/talk';

const LINE = { GT: '50255550101', HN: '50499990101' } as const;
const HOUR = 3_600_000;
/** A case, as far as it is begun from here. */
const ticket = skill('ticket', catalog({ title: 'el caso', button: 'Caso' }, { title: 'the case', button: 'Case' }))
  .hears({ es: ['abrir un caso'], en: ['open a case'] })
  .does(async ({ said, say }) => say(`caso: ${said.words}`));
let chat: Talk;
let ledger: TestLedger;

const REFERENCES = ['R-7K2M9', 'P-8H4T6', 'S-2M3N4', 'A-5P6Q7', 'R-3C4D5', 'R-6E7F8', 'R-9G2H3', 'R-4J5K6'];
const open = (who: { place?: keyof typeof LINE; language?: Language; form?: Form } = {}): void => {
  const { place = 'GT', ...words } = who;
  const country = countryOf(place);
  ledger = testLedger(REFERENCES);
  chat = talk([operations(), loans({}), ticket], { country, ledger });
  chat.state = signedIn(LINE[place], chat.now, { form: country.form, ...words });
};
/** What was done `hours` ago in this chat. */
const did = async (kind: string, minor: number, details: object, hours: number, outcome: Settled | 'unknown' = { status: 'done', facts: {} }) => {
  ledger.next(outcome === 'unknown' ? { status: 'unknown', until: 0 } : outcome);
  const teller = { conversation: 'test:1', skill: kind, language: 'es', form: 'tu' } as const;
  const evidence = { words: 'x'.repeat(2_000), shownAt: 0, agreedAt: chat.now - hours * HOUR, release: '1' };
  const order: Order = {
    ...{ id: `order-${ledger.orders.length}`, kind, line: LINE.GT, amount: { minor, currency: 'GTQ' }, details, limits: [], day: '' },
    ...{ again: false, teller, evidence },
  };
  await ledger.spend(order);
};
const some = async (): Promise<void> => {
  await did('top-up', 2_000, { to: '50255550102' }, 30);
  await did('pack', 4_500, { to: LINE.GT, name: 'Paquete Todo en uno 7 días' }, 20, { status: 'refused', reason: 'insufficient' });
  await did('unsubscribe', 0, { product: 's', name: 'Música' }, 3);
  await did('advance', 1_000, { offer: 'a', name: 'Adelanto de saldo' }, 0.5, 'unknown');
};
const plain = (said: readonly string[]): string[] => said.flatMap((line) => line.replaceAll('\u00a0', ' ').split('\n'));
const script = async (text: string): Promise<void> => expect(plain(await chat.play(text))).toEqual(lines(text));

test('what waits to be paid on the page is not said to be in doubt', async () => {
  open();
  await did('top-up', 2_000, { to: LINE.GT, means: { id: 'page', kind: 'page', name: 'Tarjeta' } }, 1, 'unknown');
  await script(`
    > mis operaciones
    < Estas son tus últimas operaciones. Toca una para ver el comprobante:
    1. R-7K2M9: recarga de Q20.00, hoy a la 1:20 p. m., todavía sin pago confirmado; con un pago basta.
  `);
});

test('the last ones, newest first, with reference and state; one by its number has a receipt to share', async () => {
  open();
  await some();
  await script(`
    > mis operaciones
    < Estas son tus últimas operaciones. Toca una para ver el comprobante:
    1. A-5P6Q7: adelanto de Q10.00, hoy a la 1:50 p. m., en verificación; no hay que repetirla.
    2. S-2M3N4: cancelación de Música, hoy a las 11:20 a. m., hecha.
    3. P-8H4T6: compra de Paquete Todo en uno 7 días, Q45.00, ayer a las 6:20 p. m., no se hizo y no se cobró.
    4. R-7K2M9: recarga de Q20.00, ayer a las 8:20 a. m., hecha.
    > 4
    < Comprobante R-7K2M9 de Alba: recarga de Q20.00, línea terminada en 0102. Ayer a las 8:20 a. m. Estado: hecha.
    > mis operaciones
    < Estas son tus últimas operaciones. Toca una para ver el comprobante:
    1. A-5P6Q7: adelanto de Q10.00, hoy a la 1:50 p. m., en verificación; no hay que repetirla.
    2. S-2M3N4: cancelación de Música, hoy a las 11:20 a. m., hecha.
    3. P-8H4T6: compra de Paquete Todo en uno 7 días, Q45.00, ayer a las 6:20 p. m., no se hizo y no se cobró.
    4. R-7K2M9: recarga de Q20.00, ayer a las 8:20 a. m., hecha.
    > [P-8H4T6]
    < Comprobante P-8H4T6 de Alba: compra de Paquete Todo en uno 7 días, Q45.00, línea terminada en 0101. Ayer a las 6:20 p. m. Estado: no se hizo y no se cobró.
  `);
});

test('a receipt names the line by its last digits and no balance, and tells the ledger that its end was told', async () => {
  open();
  await some();
  await chat.say('mis operaciones');
  const [receipt] = await chat.tap('R-7K2M9');
  expect(receipt?.tells).toEqual([`${LINE.GT}:order-0`]);
  expect(JSON.stringify({ ...receipt, tells: [] })).not.toMatch(/5555-?010[12]/);
  expect(JSON.stringify(receipt?.cards)).toContain('0102');
  await chat.say('mis operaciones');
  const [doubt] = await chat.tap('A-5P6Q7');
  expect(doubt?.tells).toBeUndefined();
  expect(doubt?.text).toContain('en verificación; no hay que repetirla');
});

test('the end that came since the list was shown is what the receipt says', async () => {
  open();
  await some();
  await chat.say('mis operaciones');
  const { operations: before } = ledger;
  Object.assign(ledger, {
    operations: async (line: string, most: number) =>
      (await before(line, most)).map((each) => (each.reference === 'A-5P6Q7' ? ledger.settle(chat.now, { status: 'done', facts: {} }, 3) : each)),
  });
  expect((await chat.tap('A-5P6Q7'))[0]).toMatchObject({ text: expect.stringContaining('Estado: hecha'), tells: [`${LINE.GT}:order-3`] });
});

test('the end that comes while the list is open is on the list that is shown after it', async () => {
  open();
  await some();
  await chat.say('mis operaciones');
  const operation = ledger.settle(chat.now, { status: 'done', facts: {} }, 3);
  const { operations: before } = ledger;
  Object.assign(ledger, {
    operations: async (line: string, most: number) => (await before(line, most)).map((each) => (each.reference === 'A-5P6Q7' ? operation : each)),
  });
  const said = await chat.arrive({ kind: 'event', name: 'loans:settled', value: { operation, what: 'done' } });
  expect(said.map(({ text }) => text)).toEqual([
    expect.stringContaining('sí entró'),
    expect.stringMatching(/1\. A-5P6Q7: adelanto de Q10\.00, .*, hecha\.\n2\. /),
  ]);
  expect((await chat.tap('A-5P6Q7'))[0]?.text).toContain('Estado: hecha');
});

test('many come in pages, numbered as their buttons are', async () => {
  open();
  for (let n = 0; n < 8; n++) await did('top-up', 1_000 + n * 100, { to: LINE.GT }, 10 - n);
  const first = (await chat.say('mis operaciones'))[0];
  expect(first?.text).toContain('\n6. S-2M3N4');
  expect(first?.text).not.toContain('\n7.');
  const second = (await chat.tap('Ver más'))[0];
  expect(second?.text).toContain('\n1. P-8H4T6');
  expect((await chat.say('2'))[0]?.text).toContain('R-7K2M9');
});

test('what the chat keeps of a list is short: the evidence stays in the ledger', async () => {
  open();
  await some();
  await chat.say('mis operaciones');
  expect((chat.state ?? '').length).toBeLessThan(6_000);
});

test('what somebody else did is for a person, with the numbers that are on the screen', async () => {
  open();
  await some();
  await chat.say('mis operaciones');
  expect((await chat.say('no, eso no lo hice yo'))[0]?.text).toBe(
    'caso: No reconozco una operación de mi línea (A-5P6Q7, S-2M3N4, P-8H4T6, R-7K2M9): no, eso no lo hice yo',
  );
  await chat.say('mis operaciones');
  expect((await chat.say('la A-5P6Q7 no la reconozco'))[0]?.text).toMatch(/\(A-5P6Q7\)/);
});

test('none in this chat: where else to look', async () => {
  open();
  const [none] = await chat.say('mis operaciones');
  expect(none?.text).toBe('En los últimos 35 días no hiciste operaciones de dinero por este chat.');
  expect(none?.choices?.map(({ id }) => id)).toEqual(['go:find-payment', 'go:balance-use', 'go:balances']);
});

test('the number of a receipt, and nothing else, shows that receipt; one from a shop is searched', async () => {
  open();
  await did('pack', 4_500, { to: LINE.GT, name: 'Paquete Todo en uno 7 días' }, 20);
  expect((await chat.say('r-7k2m9'))[0]?.text).toContain('Comprobante R-7K2M9 de Alba: compra de Paquete Todo en uno 7 días');
  await chat.say('cancelar');
  expect((await chat.say('ver el comprobante R-9ZZZ9')).at(-1)?.text).not.toContain('R-9ZZZ9');
});

test('Honduras, with usted', async () => {
  open({ place: 'HN', form: 'usted' });
  expect((await chat.say('mis operaciones'))[0]?.text).toBe('En los últimos 35 días no hizo operaciones de dinero por este chat.');
});

test('in English', async () => {
  open({ language: 'en' });
  await did('pack', 4_500, { to: LINE.GT, name: 'Paquete Todo en uno 7 días' }, 20);
  await script(`
    > my operations
    < These are your last operations. Tap one to see its receipt:
    1. R-7K2M9: purchase of Paquete Todo en uno 7 días, Q45.00, yesterday, 6:20 p.m., done.
    > 1
    < Receipt R-7K2M9 of Alba: purchase of Paquete Todo en uno 7 días, Q45.00, line ending in 0101. Yesterday, 6:20 p.m. State: done.
  `);
});
