import { z } from 'zod';
import { cardPart, joinsCard } from '../../src/domain/card-parts';
import { countryOf } from '../../src/domain/countries';
import { catalog } from '../../src/domain/texts';
import { commandIn } from '../../src/dialogs/commands';
import { leave } from '../../src/dialogs/engine/control';
import { closed } from '../../src/dialogs/engine/gate';
import { payWith } from '../../src/dialogs/engine/means';
import { skill } from '../../src/dialogs/engine/skill';
import { slotsIn } from '../../src/understanding/slots';
import type { Means } from '../../src/integrations/payments/port';
import { talk, type Talk } from '../support/talk';

/** Small skills that ask what the real ones ask; people answer in their own words. */
const names = (title: string, button: string) => catalog({ title, button }, { title, button });
const [balance, wallet]: Means[] = [
  { id: 'b', kind: 'balance', name: 'Saldo' },
  { id: 'w', kind: 'wallet', name: 'Billetera' },
];
const usable = [balance, wallet].filter((means) => means !== undefined);

const buy = skill('buy', names('la compra', 'Comprar'))
  .hears({ es: ['megas'], en: [] })
  .confirms('agreed', { words: () => ({ text: '¿Lo compro?' }), yes: () => 'Comprar' })
  .does(async ({ say }) => say('Comprado.'));
const topUp = skill('top-up', names('la recarga', 'Recargar'))
  .hears({ es: ['recarga'], en: ['recharge'] })
  .confirms('agreed', { words: () => ({ text: '¿Recargo?' }), yes: ({ language }) => (language === 'es' ? 'Sí, recargar' : 'Yes, top up') })
  .does(async ({ say }) => say('Recargado.'));
const pay = skill('pay', names('el pago', 'Pagar'))
  .hears({ es: ['pagar'], en: [] })
  .asks('way', { ...payWith({ ask: () => '¿Con qué?', from: () => usable }), assumes: () => undefined })
  .does(async ({ say, way }) => say(`Con ${way.name}.`));
const balanceUse = skill('balance-use', names('en qué se fue tu saldo', 'En qué se fue'))
  .hears({ es: ['en que se fue mi saldo', 'cuanto tengo de saldo'], en: [] })
  .does(async ({ say }) => say('Se fue en llamadas.'));
const lend = skill('lend', names('el adelanto', 'Adelanto'))
  .hears({ es: ['adelanto'], en: [] })
  .loads('sim', z.null(), async (known) => leave(closed({ gate: 'changed', until: known.now + 3_600_000 }, known)))
  .does(async () => undefined);
const balances = skill('balances', names('tu saldo', 'Ver mi saldo'))
  .hears({ es: ['saldo'], en: [] })
  .does(async ({ say }) => say('Q37.50.'));
const agent = skill('agent', names('una persona', 'Hablar con alguien'))
  .hears({ es: ['asesor'], en: [] })
  .does(async ({ say }) => say('Te paso con una persona.'));
const voucher = skill('voucher', names('recargar con PIN', 'Recargar con PIN'))
  .hears({ es: ['tengo un pin'], en: [] })
  .does(async ({ say }) => say('¿Qué PIN?'));

let chat: Talk;
beforeEach(() => void (chat = talk([buy, topUp, pay, balanceUse, lend, balances, agent, voucher], { menu: ['balances'], person: 'agent' })));
const last = async (script: string): Promise<string | undefined> => (await chat.play(script)).at(-1);

test.each(['sí comprar', 'si, cómpralo', 'si compra', 'claro, comprarlo', 'ok comprar por favor'])('%s is a yes to "Comprar"', async (yes) =>
  expect(await last(`> megas\n> ${yes}`)).toBe('< Comprado.'),
);
test.each(['sí, recargar', 'si recarga', 'sí recárgala'])('%s is a yes to "Sí, recargar"', async (yes) =>
  expect(await last(`> recarga\n> ${yes}`)).toBe('< Recargado.'),
);
test.each(['si recarga 50', 'si comprar otra cosa', 'comprar', 'no comprar', 'si pero recarga a mi mamá'])(
  '%s is no yes: nothing is charged by a word too many, or too few',
  async (no) => {
    expect(await last(`> recarga\n> ${no}`)).not.toBe('< Recargado.');
  },
);

test.each([
  ['saldo', '< Con Saldo.'],
  ['que sea de mi saldo porfa', '< Con Saldo.'],
  ['con la billetera', '< Con Billetera.'],
  ['en que se fue mi saldo', '< Se fue en llamadas.'],
  ['cuanto tengo de saldo', '< Se fue en llamadas.'],
])('asked what to pay with, "%s": a question is no means of payment', async (said, heard) => {
  expect((await chat.play(`> pagar\n> ${said}`)).slice(3)).toContain(heard);
});

test.each([
  ['sí', '< Q37.50.'],
  ['sí, fui yo', '< Q37.50.'],
  ['yo lo cambié', '< Q37.50.'],
  ['no', '< Te paso con una persona.'],
  ['no fui yo', '< Te paso con una persona.'],
  ['yo no cambie ningun chip', '< Te paso con una persona.'],
])('"did you change the SIM?" is answered in words too: %s', async (said, heard) => expect(await last(`> adelanto\n> ${said}`)).toBe(heard));

test.each(['volver con el asistente', 'quiero volver con el bot', 'regresar al asistente virtual', 'back to the assistant'])(
  '%s leads to the bot, wherever one is, and never to a person',
  (said) => expect(commandIn(said)).toBe('menu'),
);

test('the PIN of a scratch card, written before it was asked for, leads to where it is asked for', async () => {
  const [said] = await chat.say('pin 5012 7781 0042');
  expect(said?.text).toContain('No lo guardé');
  expect(said?.choices?.[0]).toEqual({ id: 'go:voucher', label: 'Recargar con PIN' });
  expect(chat.state).not.toContain('5012');
});

test('a number behind the word for it is a contract, also where a line has as many digits', () => {
  const gt = countryOf('GT');
  expect(slotsIn('contrato 55550101', gt)).toEqual({ contract: '55550101' });
  expect(slotsIn('mi contrato es 55550101 y mi línea 5555-0103', gt)).toEqual({ contract: '55550101', line: '5555-0103' });
  expect(slotsIn('saldo del 55550101', gt)).toEqual({ line: '55550101' });
});

describe('the same number again', () => {
  const joins = (first: string, second: string): number => {
    const [one, other] = [cardPart(first), cardPart(second)];
    return one?.last === undefined || other === undefined ? 0 : joinsCard([one.last], other);
  };
  const thrice = (text: string): number => {
    const part = cardPart(text);
    return part?.last === undefined ? 0 : joinsCard([part.last, part.last], part);
  };

  test.each(['5555-0102', '55550102', '501277810042', '2451 80370 0101'])('%s is no card, however often', (number) => {
    expect([joins(number, number), thrice(number)]).toEqual([0, 0]);
  });
  test.each([
    ['4242 4242', '4242 4242'],
    ['4111 1111', '1111 1111'],
    ['tarjeta visa 5555-0102', '5555-0102'],
  ])('%s and %s may be', (first, second) => expect(joins(first, second)).toBe(1));
});
