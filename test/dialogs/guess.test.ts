import { wanted } from '../../src/dialogs/guess';
import { parted } from '../../src/dialogs/parted';
import { phrases } from '../../src/understanding/phrases';
import { createRecogniser } from '../../src/understanding/recogniser';

const hearing = (id: string, ...es: string[]) => ({ id, utterances: { es, en: [] } });
/** A few of the phrases of the real skills. */
const ears = {
  recogniser: phrases([
    hearing('pay-invoice', 'pagar', 'quiero pagar', 'pagar mi recibo'),
    hearing('balances', 'saldo', 'mi saldo'),
    hearing('top-up', 'recarga', 'hacer una recarga'),
    hearing('find-payment', 'mi recarga no llego'),
    hearing('invoices', 'mi factura'),
    hearing('invoice-pdf', 'factura en pdf'),
    hearing('reminders-stop', 'no más avisos', 'no quiero más avisos'),
  ]),
  guesser: createRecogniser(),
  isBuilt: () => true,
};
const hear = (text: string) => wanted(text, 'es', ears);

test.each([
  ['saldo', 'balances'],
  ['Mi saldo, por favor', 'balances'],
  ['hacer una recarga', 'top-up'],
  ['mi recarga no llegó, comprobante PV-55120', 'find-payment'],
  ['quiero mi factura en pdf', 'invoice-pdf'], // finer than anything that the model was taught
])('%s is %s', async (text, skill) => expect(await hear(text)).toMatchObject({ band: 'sure', skill }));

test('what is wanted by saying what is not wanted is one thing', async () => {
  expect(await hear('no quiero más avisos')).toMatchObject({ band: 'sure', skill: 'reminders-stop' });
  expect(await hear('no quiero más avisos')).not.toHaveProperty('denied');
  expect(await hear('no quiero una recarga, quiero mi saldo')).toMatchObject({ band: 'sure', skill: 'balances', denied: 'top-up' });
});

test('what is hardly guessed at all changes no language', async () => {
  const heard = await hear('mejor 40');
  expect(heard).toMatchObject({ band: 'unsure' });
  expect(heard).not.toHaveProperty('language');
  expect(await hear('where is my money')).toMatchObject({ language: 'en' });
});

test('a phrase that denies is a part of what was said like any other', () => {
  const [stop] = ears.recogniser.rank('no quiero más avisos de una factura que ya pagué ayer en la tienda', 'es');
  expect(stop).toMatchObject({ skill: 'reminders-stop' });
  expect(stop?.score).toBeLessThan(0.5);
});

test.each([
  ['no me cae la recarga', 'find-payment'],
  ['recarga fallida', 'find-payment'],
  ['me roban el saldo', 'balance-use'],
])('the model says what %s is, not the phrase that occurs in it', async (text, skill) =>
  expect(await hear(text)).toMatchObject({ band: 'sure', skill }),
);

test.each(['quiero pagar la luz', 'pagar mi recibo de luz', 'tengo una cosa de la recarga que ver con mi esposo'])(
  'nothing is begun by a phrase in what is unsure: %s',
  async (text) => expect((await hear(text)).band).not.toBe('sure'),
);

test.each(['asdf jkl', 'kdjfhskdjf', 'lkjh'])('nothing is guessed of %s', async (text) => expect(await hear(text)).toEqual({ band: 'none' }));

test.each([
  ['paga mi factura y recarga 20 al 5555-0102', 'paga mi factura', 'recarga 20 al 5555-0102'],
  ['recarga 20, y paga mi factura', 'recarga 20', 'paga mi factura'],
])('of two wishes each has its own sentence, and its own amount: %s', async (text, first, second) => {
  const heard = await hear(text);
  if (heard.band !== 'sure' || heard.then === undefined) throw new Error('not two wishes');
  expect(await parted(text, [heard.skill, ...heard.then], { wanted: hear })).toEqual([first, second]);
});

test('no wish of a message is dropped: a third one, and one that is only likely', async () => {
  const text = 'recarga 20, ver mi saldo y mi factura';
  expect(await hear(text)).toMatchObject({ band: 'sure', skill: 'top-up', then: ['balances', 'invoices'] });
  expect(await parted(text, ['top-up', 'balances', 'invoices'], { wanted: hear })).toEqual(['recarga 20', 'ver mi saldo', 'mi factura']);
  expect(await hear('ver mi saldo y comprame algo')).toMatchObject({ band: 'sure', skill: 'balances', then: ['buy-pack'] });
});

test.each([
  'quiero recargar 20, de mi celular',
  'quiero recargar 20, contrato 70012345',
  'paga mi factura y al 5555-0102',
  'ver mi saldo, en tigo',
  'recarga 20, tengo prepago',
  'paga mi factura y la de internet',
])('what only says more of a wish is no other one: "%s"', async (text) => {
  const heard = await hear(text);
  expect(heard).toMatchObject({ band: 'sure' });
  expect(heard).not.toHaveProperty('then');
});

test('a message of seventy commas is not heard at each of them', async () => {
  const text = `${'a,'.repeat(70)}saldo,recarga 20`;
  expect(await hear(text)).toMatchObject({ band: 'sure', skill: 'balances', then: ['top-up'] });
  let heard = 0;
  const counting = (part: string) => ((heard += 1), hear(part));
  expect(await parted(text, ['balances', 'top-up'], { wanted: counting })).toEqual([text, text]);
  expect(heard).toBeLessThan(20);
});

test('two wishes that cannot be told apart both have all that was said', async () => {
  const text = 'recarga y factura 20';
  expect(await parted(text, ['top-up', 'balances'], { wanted: hear })).toEqual([text, text]);
});
