import { wanted } from '../../src/dialogs/guess';
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
