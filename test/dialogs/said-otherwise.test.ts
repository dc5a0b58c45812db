import { z } from 'zod';
import { claimedIn } from '../../src/domain/cases/claimed';
import { countryOf } from '../../src/domain/countries';
import { catalog } from '../../src/domain/texts';
import { leave } from '../../src/dialogs/engine/control';
import { closed } from '../../src/dialogs/engine/gate';
import { payWith } from '../../src/dialogs/engine/means';
import { skill } from '../../src/dialogs/engine/skill';
import { slotsIn } from '../../src/understanding/slots';
import type { Means } from '../../src/integrations/payments/port';
import { talk, type Talk } from '../support/talk';

/** Answers about money and identity that sound like a yes, a question or a line, and are none; and the other way round. */
const names = (title: string, button: string) => catalog({ title, button }, { title, button });
const usable: readonly Means[] = [
  { id: 'b', kind: 'balance', name: 'Saldo' },
  { id: 'w', kind: 'wallet', name: 'Billetera' },
  { id: 'c', kind: 'card', name: 'Visa 4242' },
];

const buy = skill('buy', names('la compra', 'Comprar'))
  .hears({ es: ['megas'], en: [] })
  .confirms('agreed', { words: () => ({ text: '¿Lo compro?' }), yes: () => 'Comprar' })
  .does(async ({ say }) => say('Comprado.'));
const pay = skill('pay', names('el pago', 'Pagar'))
  .hears({ es: ['pagar'], en: [] })
  .asks('way', { ...payWith({ ask: () => '¿Con qué?', from: () => usable }), assumes: () => undefined })
  .does(async ({ say, way }) => say(`Con ${way.kind}.`));
const lend = skill('lend', names('el adelanto', 'Adelanto'))
  .hears({ es: ['adelanto'], en: [] })
  .loads('sim', z.null(), async (known) => leave(closed({ gate: 'changed', until: known.now + 3_600_000 }, known)))
  .does(async () => undefined);
const balances = skill('balances', names('tu saldo', 'Ver mi saldo'))
  .hears({ es: ['que saldo tengo'], en: [] })
  .does(async ({ say }) => say('Q37.50.'));
const agent = skill('agent', names('una persona', 'Hablar con alguien'))
  .hears({ es: ['asesor'], en: [] })
  .does(async ({ say }) => say('Te paso con una persona.'));

let chat: Talk;
beforeEach(() => void (chat = talk([buy, pay, lend, balances, agent], { menu: ['balances'], person: 'agent' })));
const last = async (script: string): Promise<string | undefined> => (await chat.play(script)).at(-1);

test.each(['¿ok, comprar?', 'si compra?', '¿y si compro?', 'si compré', 'ok comprar otro'])('%s buys nothing: it asks, or says more', async (said) =>
  expect(await chat.play(`> megas\n> ${said}`)).not.toContain('< Comprado.'),
);

test.each([
  ['¿y cómo pago si no tengo tarjeta?', '< Con balance.'],
  ['porque no tengo tarjeta', '< Con balance.'],
  ['how do I pay without a card?', '< Con balance.'],
  ['como siempre, con la tarjeta', '< Con card.'],
  ['como ya dije, la billetera', '< Con wallet.'],
  ['how about my wallet?', '< Con wallet.'],
  ['what if I use my card', '< Con card.'],
])('asked what to pay with, "%s" says it, however it begins', async (said, heard) => expect(await last(`> pagar\n> ${said}`)).toBe(heard));

test.each(['¿de quién es la tarjeta?', '¿dónde veo mi saldo?', 'what is my balance', '¿y cuánto tengo en la billetera?'])(
  'asked what to pay with, "%s" is a question',
  async (said) => expect((await chat.play(`> pagar\n> ${said}`)).join()).not.toContain('< Con '),
);

describe('"did you change the SIM?"', () => {
  test.each([
    ...['nunca lo cambié', 'jamás la cambie', 'yo tampoco lo cambié', 'ni lo cambie', 'eso no lo hice yo', 'no he sido yo', 'ese no soy yo', 'nunca'],
    ...["it wasn't me", 'wasnt me', 'I never changed it', "I haven't changed it", 'of course not', 'nobody changed it', 'pues no', 'que yo sepa no'],
    ...['nadie lo cambió', 'alguien lo cambió', 'en ningún momento', 'sí, pero no fui yo'],
  ])('a no is never lost, and never heard as a yes: %s', async (no) => expect(await last(`> adelanto\n> ${no}`)).toBe('< Te paso con una persona.'));

  test.each(['sí fui yo, no se preocupe', 'lo cambié yo, no funcionaba', 'si lo cambie yo no hay problema', 'yes I changed it', 'yes I did'])(
    'a yes is one with a "no" behind it too: %s',
    async (yes) => expect(await last(`> adelanto\n> ${yes}`)).toBe('< Q37.50.'),
  );

  test.each(['¿quién dice que yo lo cambié?', '¿cuándo lo cambié?', '¿y por qué no?', '¿me creen o no?'])(
    'a question is neither: %s',
    async (asked) => {
      const heard = await last(`> adelanto\n> ${asked}`);
      expect(heard).not.toBe('< Q37.50.');
      expect(heard).not.toBe('< Te paso con una persona.');
    },
  );
});

test.each([
  'my contract number is 55550101',
  'contrato número: 55550101',
  'mi contrato es el 55550101',
  'contrato numero es 55550101',
  'contrato no. 55550101',
  'contrato 5555 0101',
  'la factura es de contrato 55550101',
  'la línea con contrato 55550101',
  'mi número de contrato es 5555 0101',
])('"%s" names a contract and no line', (said) => {
  const gt = countryOf('GT');
  expect(slotsIn(said, gt)).toEqual({ contract: '55550101' });
  expect(claimedIn([said], gt)).toBeUndefined();
});

test.each([
  'no tengo contrato, mi número es 55550101',
  'es de contrato, el 55550101',
  'contrato: 5555-0101',
  'sin contrato 55550101',
  'es prepago sin contrato: 55550101',
  'yo no tengo ningún contrato 55550101',
  'no contract 55550101',
  'mi línea de contrato 55550101',
  'mi linea es de contrato 55550101',
  'soy de contrato 5555 0101',
])('"%s" names a line', (said) => {
  const gt = countryOf('GT');
  expect(slotsIn(said, gt).contract).toBeUndefined();
  expect(claimedIn([said], gt)).toBe('50255550101');
});
