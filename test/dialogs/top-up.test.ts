import { Message as MessageSchema } from '../../src/domain/message';
import { countryOf, type CountryCode } from '../../src/domain/countries';
import { BackendFailure } from '../../src/domain/failure';
import { fromDecimal } from '../../src/domain/money';
import { topUp } from '../../src/dialogs/skills/top-up';
import { voucher } from '../../src/dialogs/skills/top-up/voucher';
import { mobileLogin } from '../../src/dialogs/login/mobile';
import type { TopUpRules } from '../../src/integrations/catalogue/port';
import type { LendingProfile, Recovery } from '../../src/integrations/lending/port';
import type { Means } from '../../src/integrations/payments/port';
import { signedIn } from '../support/signed-in';
import { testLedger, type TestLedger } from '../support/ledger';
import { lines, talk, type Talk } from '../support/talk';

const VISA: Means = { id: 'card-1', kind: 'card', name: 'Visa ••4242' };
const PAGE: Means = { id: 'page', kind: 'page', name: 'Tarjeta' };
const wallet = (country: CountryCode, amount: string): Means => ({
  ...{ id: 'wallet-1', kind: 'wallet', name: 'Billetera', available: fromDecimal(amount, countryOf(country).currency) },
});

/** What the operator says in one test. */
interface World {
  means: Means[];
  recovery: Recovery | undefined;
  profile: LendingProfile | undefined;
  sim: number | undefined | 'away';
  rules: (typeof RULES)[keyof typeof RULES] | undefined;
}
const ruled = (
  currency: 'GTQ' | 'PYG' | 'USD',
  [amounts, min, max, step]: readonly [string[], string, string, string],
  promotion?: object,
): TopUpRules => ({
  amounts: amounts.map((each) => fromDecimal(each, currency)),
  ...{ min: fromDecimal(min, currency), max: fromDecimal(max, currency), step: fromDecimal(step, currency) },
  validity: [{ from: fromDecimal(min, currency), days: 30 }, { from: fromDecimal(amounts.at(-1) ?? min, currency), days: 60 }], // prettier-ignore
  promotions: promotion === undefined ? [] : [{ from: fromDecimal(amounts[2] ?? min, currency), words: '', ...promotion }],
});
const RULES = {
  GT: ruled('GTQ', [['5', '10', '20', '50', '100'], '5', '500', '1'], { times: 2, words: 'solo llamadas a Alba, por 3 días' }),
  PY: ruled('PYG', [['5000', '10000', '20000', '50000'], '1000', '500000', '500'], { words: '1 GB más, por 3 días' }),
  SV: ruled('USD', [['1', '2', '3', '5', '10'], '0.50', '100', '0.25']),
} as const;
const LINES: Readonly<Record<string, { plan: 'prepaid' | 'postpaid'; status: 'active' | 'terminated' }>> = {
  '50255550101': { plan: 'prepaid', status: 'active' },
  '50255550102': { plan: 'prepaid', status: 'active' },
  '50255550103': { plan: 'prepaid', status: 'active' },
  '50255550104': { plan: 'postpaid', status: 'active' },
  '50255550199': { plan: 'prepaid', status: 'terminated' },
  '595981000101': { plan: 'prepaid', status: 'active' },
  '50370700101': { plan: 'prepaid', status: 'active' },
};
const OWN = { GT: '50255550101', PY: '595981000101', SV: '50370700101' } as const;

let world: World;
let ledger: TestLedger;
let chat: Talk;

const gtq = (amount: string) => fromDecimal(amount, 'GTQ');

const open = async (country: 'GT' | 'PY' | 'SV' = 'GT', changes: Partial<World> = {}, line: string = OWN[country]): Promise<void> => {
  world = { means: [VISA, wallet(country, '120')], recovery: undefined, profile: undefined, sim: undefined, rules: RULES[country], ...changes };
  ledger = testLedger();
  const find = async (msisdn: string) => {
    const line = LINES[msisdn];
    return line && { msisdn, status: line.status, plan: { name: 'Prepago', kind: line.plan, includes: [] } };
  };
  const linesPort = { find, read: async (msisdn: string) => ({ value: await find(msisdn), at: 0, stale: false }) };
  const never = async (): Promise<never> => Promise.reject(new Error('not asked'));
  const ports = {
    catalogue: { topUps: async () => world.rules, packs: never, subscriptions: never },
    means: { of: async () => world.means },
    lending: { profile: async () => world.profile, offers: never, recovery: async () => world.recovery },
    simSwap: {
      changedAt: async () => {
        if (world.sim === 'away') throw new BackendFailure('sim-swap', 'unavailable');
        return world.sim;
      },
    },
    lines: linesPort,
  };
  const codes = { begin: never, deliver: never, check: never };
  chat = talk([topUp(ports), voucher(ports), mobileLogin({ codes, lines: linesPort })], { country: countryOf(country), ledger });
  chat.state = signedIn(line, chat.now, { form: countryOf(country).form });
};
const plain = (said: readonly string[]): string[] => said.map((line) => line.replaceAll('\u00a0', ' '));
const script = async (text: string): Promise<void> => expect(plain(await chat.play(text))).toEqual(lines(text));

describe('a top-up of the own line', () => {
  test('what the first sentence says is not asked again; a correction is shown before anything is charged', async () => {
    await open();
    ledger.next({ status: 'done', facts: { balanceAfter: 8_750, bonus: 5_000, until: Date.parse('2027-01-19T12:00:00Z') } });
    await script(`
      > recarga 20
      < Recargar Q20.00 a tu línea 5555-0101 con tu Visa ••4242. Hoy hay promoción: recibes Q20.00 más, solo llamadas a Alba, por 3 días. Vale hasta el domingo 20 de diciembre. ¿Confirmas?
      > mejor 50
      < Recargar Q50.00 a tu línea 5555-0101 con tu Visa ••4242. Hoy hay promoción: recibes Q50.00 más, solo llamadas a Alba, por 3 días. Vale hasta el domingo 20 de diciembre. ¿Confirmas?
      > si
      < Listo. Q50.00 en tu línea 5555-0101 y Q50.00 promocionales. Tu saldo es Q87.50 hasta el martes 19 de enero de 2027. Comprobante R-7K2M9. ✅
    `);
    expect(ledger.orders.map(({ kind, line, amount, details }) => ({ kind, line, minor: amount.minor, details }))).toEqual([
      { kind: 'top-up', line: OWN.GT, minor: 5_000, details: { to: OWN.GT, means: VISA, channel: 'chat' } },
    ]);
  });

  test('with a debt, what is kept of it is said before anything else', async () => {
    await open('GT', { recovery: { kept: gtq('12'), left: gtq('8'), stillOwed: gtq('0') }, rules: { ...RULES.GT, promotions: [], validity: [] } });
    ledger.next({ status: 'done', facts: { balanceAfter: 885, kept: 1_200 } });
    await script(`
      > recarga 20
      < Antes de confirmar: debes Q12.00 de un adelanto. De Q20.00 se abonan Q12.00 y te quedan Q8.00. Recargar Q20.00 a tu línea 5555-0101 con tu Visa ••4242. ¿Sigo?
      > dale
      < Listo. Q20.00 en tu línea 5555-0101. De ahí se abonaron Q12.00 al adelanto. Tu saldo es Q8.85. Comprobante R-7K2M9. ✅
    `);
  });

  test('what a loan keeps, and what is owed after it', async () => {
    await open('GT', { recovery: { kept: gtq('5'), left: gtq('0'), stillOwed: gtq('7') }, rules: { ...RULES.GT, promotions: [], validity: [] } });
    await script(`
      > recarga 5
      < Antes de confirmar: debes Q12.00 de un adelanto. De Q5.00 se abonan Q5.00 y te quedan Q0.00. Después todavía deberás Q7.00. Recargar Q5.00 a tu línea 5555-0101 con tu Visa ••4242. ¿Sigo?
    `);
  });

  test('amounts as people write them; what is none is refused in one sentence each, and nothing is charged', async () => {
    await open('GT', { rules: { ...RULES.GT, promotions: [], validity: [] } });
    await script(`
      > recargar
      < ¿Cuánto recargo a tu línea 5555-0101?
      > -20
      < El monto tiene que ser mayor que cero; el mínimo es Q5.00. ¿Qué monto pongo?
      > 0
      < El monto tiene que ser mayor que cero; el mínimo es Q5.00. ¿Qué monto pongo?
      > 2 quetzales
      < Ese monto es muy bajo: el mínimo es Q5.00. ¿Qué monto pongo?
      > 99999999999999
      < Ese monto es muy alto: el máximo es Q500.00. ¿Qué monto pongo?
      > 10.50
      < Los montos van de Q1.00 en Q1.00, por ejemplo Q11.00. ¿Qué monto pongo?
      > 20 dólares
      < Aquí el monto va en la moneda del país, por ejemplo Q5.00. ¿Qué monto pongo?
      > veinte quetzales
      < Recargar Q20.00 a tu línea 5555-0101 con tu Visa ••4242. ¿Confirmas?
      > no
      < De acuerdo, no hice nada.
    `);
    expect(ledger.orders).toEqual([]);
  });

  test('two lines in one sentence: neither goes without saying, and the own one least of all', async () => {
    await open('GT', { rules: { ...RULES.GT, promotions: [], validity: [] } });
    await script(`
      > recarga 20 al 5555-0102 y 30 al 5555-0103
      < Vi más de un número. ¿A cuál recargo primero?
      > 5555-0102
      < ¿Cuánto recargo a la línea 5555-0102?
      > 20
      < Para no equivocarnos, escribe los últimos 4 números de la línea que recargo.
    `);
    expect(ledger.orders).toEqual([]);
  });

  test('the last digits of a card are no amount', async () => {
    await open('GT', { rules: { ...RULES.GT, promotions: [], validity: [] } });
    await script(`
      > recarga 50 con la tarjeta que termina en 4242
      < Recargar Q50.00 a tu línea 5555-0101 con tu Visa ••4242. ¿Confirmas?
    `);
  });

  test('an amount that no money can be is asked about in one sentence, and "el mínimo" is an amount', async () => {
    await open('GT', { rules: { ...RULES.GT, promotions: [], validity: [] } });
    await script(`
      > recarga 10.505
      < No me quedó claro si son Q10.50 o Q10,505.00; el monto va de Q5.00 a Q500.00. ¿Qué monto pongo?
      > 10.505
      < No me quedó claro si son Q10.50 o Q10,505.00; el monto va de Q5.00 a Q500.00. ¿Qué monto pongo?
      > 99,999.999
      < El monto va de Q5.00 a Q500.00. ¿Qué monto pongo?
      > lo mínimo
      < Recargar Q5.00 a tu línea 5555-0101 con tu Visa ••4242. ¿Confirmas?
      > no
      < De acuerdo, no hice nada.
      > recargar
      < ¿Cuánto recargo a tu línea 5555-0101?
      > el maximo que se pueda
      < Recargar Q500.00 a tu línea 5555-0101 con tu Visa ••4242. ¿Confirmas?
      > no
      < De acuerdo, no hice nada.
    `);
    expect(ledger.orders).toEqual([]);
  });

  test.each([
    ...[
      ['el minimo', 500],
      ['la mínima', 500],
      ['lo menos que se pueda', 500],
      ['pues lo mínimo por favor', 500],
      ['lo mas bajo', 500],
      ['the minimum', 500],
    ],
    ...[
      ['the lowest amount', 500],
      ['lo máximo', 50_000],
      ['el maximo permitido', 50_000],
      ['lo mas alto', 50_000],
      ['the maximum', 50_000],
    ],
  ] as const)('"%s" is shown as an amount', async (text, minor) => {
    await open('GT', { rules: { ...RULES.GT, promotions: [], validity: [] } });
    for (const said of ['recargar', text, 'sí']) await chat.say(said);
    expect(ledger.orders.map(({ amount }) => amount.minor)).toEqual([minor]);
  });

  test.each(['cuál es el mínimo', 'menos', 'más', 'no el mínimo', 'mi saldo mínimo de ayer', 'max', 'what is the minimum?'])(
    '"%s" is no amount',
    async (text) => {
      await open('GT', { rules: { ...RULES.GT, promotions: [], validity: [] } });
      for (const said of ['recargar', text]) await chat.say(said);
      expect((await chat.say('sí')).map((each) => each.text).join()).not.toMatch(/^Listo/);
      expect(ledger.orders).toEqual([]);
    },
  );

  test('a refusal says why and that nothing was charged; an order over the limit is not sent', async () => {
    await open('GT', { rules: { ...RULES.GT, promotions: [], validity: [] } });
    ledger.next({ status: 'refused', reason: 'card-declined' });
    await script(`
      > recarga 10
      < Recargar Q10.00 a tu línea 5555-0101 con tu Visa ••4242. ¿Confirmas?
      > sí
      < No se hizo la recarga. El banco no aprobó la tarjeta. No se cobró nada.
      > [Recargar]
      < ¿Cuánto recargo a tu línea 5555-0101?
      > [Q20.00]
      < Recargar Q20.00 a tu línea 5555-0101 con tu Visa ••4242. ¿Confirmas?
      > [Otra tarjeta]
      < ¿Con qué la pago?
      > [Billetera]
      < Recargar Q20.00 a tu línea 5555-0101 con tu Billetera. ¿Confirmas?
      > sí
      < Listo. Q20.00 en tu línea 5555-0101. Comprobante R-8H4T6. ✅
    `);
    expect(ledger.orders.map(({ details }) => details)).toMatchObject([{ means: { kind: 'card' } }, { means: { kind: 'wallet' } }]);
  });

  test('an unknown end is told at once, and the end by itself', async () => {
    await open('GT', { rules: { ...RULES.GT, promotions: [], validity: [] } });
    ledger.next({ status: 'unknown', until: chat.now + 30 * 60_000 });
    await script(`
      > recarga 20
      < Recargar Q20.00 a tu línea 5555-0101 con tu Visa ••4242. ¿Confirmas?
      > sí
      < Todavía no sé si se aplicó la recarga de Q20.00. No la repitas: se podría cobrar dos veces. La estoy revisando; te aviso a más tardar a las 2:50 p. m. Referencia R-7K2M9.
    `);
    const told = async (what: 'done' | 'refused' | 'stuck'): Promise<string[]> => {
      const operation = ledger.settle(
        chat.now + 60_000,
        what === 'done' ? { status: 'done', facts: { balanceAfter: 5_750 } } : { status: 'refused', reason: 'other' },
      );
      const said = await chat.arrive({ kind: 'event', name: 'top-up:settled', value: { operation, what } });
      return plain(said.map(({ text }) => text));
    };
    expect(await told('done')).toEqual(['Ya sé: la recarga de Q20.00 a la línea terminada en 0101 sí entró, a las 2:21 p. m. Comprobante R-7K2M9.']);
    expect(await told('refused')).toEqual([
      'Ya sé: la recarga de Q20.00 a la línea terminada en 0101 no entró y no se cobró. Si quieres, la hacemos ahora.',
    ]);
    expect(await told('stuck')).toEqual([
      'Sigo sin respuesta sobre la recarga de Q20.00 a la línea terminada en 0101. Ya la ve una persona, con tu referencia R-7K2M9. No tienes que hacer nada, y no la repitas.',
    ]);
  });

  test('a page that could not be opened is no doubt: nobody can pay there, so nothing is charged', async () => {
    await open('GT', { rules: { ...RULES.GT, promotions: [], validity: [] }, means: [{ id: 'page', kind: 'page', name: 'Tarjeta' }] });
    ledger.next({ status: 'unknown', until: chat.now + 30 * 60_000 });
    await script(`
      > recarga 20
      < Recargar Q20.00 a tu línea 5555-0101 con tarjeta en la página segura. ¿Confirmas?
      > sí
      < Ahora no pude abrir la página de pago. No se cobró nada. Intenta en unos minutos, o paga de otra forma.
    `);
  });

  test('a means that is not there is said to be none; somebody’s card is typed on the page', async () => {
    await open('GT', { means: [PAGE], rules: { ...RULES.GT, promotions: [], validity: [] } });
    await script(`
      > recarga 20
      < Recargar Q20.00 a tu línea 5555-0101 con tarjeta en la página segura. ¿Confirmas?
      > mejor con mi billetera
      < Ese medio de pago no está disponible aquí. No cobré nada. ¿Con cuál pagamos?
      > con la tarjeta de mi mamá
      < Recargar Q20.00 a tu línea 5555-0101 con tarjeta en la página segura. ¿Confirmas?
    `);
    expect(ledger.orders).toEqual([]);
  });

  test.each([
    ['recarga 20 con billetera', 'no, con la tarjeta', 'Visa'],
    ['recarga 20', 'no, con billetera', 'Billetera'],
    ['recarga 20', 'con la billetera, no con la tarjeta', 'Billetera'],
    ['recarga 20', 'no tengo tarjeta, con billetera', 'Billetera'],
    ['recarga 20', 'sin tarjeta', 'Billetera'],
    ['recarga 20', 'I have no card', 'Billetera'],
  ])('%s, and then "%s": %s', async (wish, words, means) => {
    await open('GT', { rules: { ...RULES.GT, promotions: [], validity: [] } });
    await chat.say(wish);
    expect((await chat.say(words)).at(-1)?.text).toContain(`con tu ${means}`);
  });

  test('a wallet that is not enough for the corrected amount is not used', async () => {
    await open('GT', { means: [wallet('GT', '30')], rules: { ...RULES.GT, promotions: [], validity: [] } });
    await script(`
      > recarga 20
      < Recargar Q20.00 a tu línea 5555-0101 con tu Billetera. ¿Confirmas?
      > mejor 50
      < Ningún medio de pago alcanza para Q50.00. No cobré nada. ¿Pongo otro monto?
      > [Cambiar monto]
      < ¿Cuánto recargo a tu línea 5555-0101?
    `);
  });

  test('a wallet is approved on the phone', async () => {
    await open('GT', { means: [wallet('GT', '120')], rules: { ...RULES.GT, promotions: [], validity: [] } });
    ledger.next({ status: 'unknown', until: chat.now + 30 * 60_000 });
    await script(`
      > recarga 20
      < Recargar Q20.00 a tu línea 5555-0101 con tu Billetera. ¿Confirmas?
      > sí
      < Apruébalo en tu teléfono: te llegó un aviso para pagar Q20.00. No repitas la recarga; te aviso aquí a más tardar a las 2:50 p. m. Referencia R-7K2M9.
    `);
  });

  test('"20" and "sí" sent together charge nothing: the "sí" was written before the words were seen', async () => {
    await open('GT', { rules: { ...RULES.GT, promotions: [], validity: [] } });
    await chat.say('recargar');
    await chat.say('20');
    chat.unseen = true;
    const said = await chat.say('sí');
    expect(plain(said.map(({ text }) => text))).toEqual(['Recargar Q20.00 a tu línea 5555-0101 con tu Visa ••4242. ¿Confirmas?']);
    expect(ledger.orders).toEqual([]);
    await chat.say('sí');
    expect(ledger.orders).toHaveLength(1);
  });

  test('a double tap is one order; the button of an old consent says what became of it', async () => {
    await open('GT', { rules: { ...RULES.GT, promotions: [], validity: [] } });
    const [consent] = await chat.say('recarga 20');
    const tap = { choice: 'yes', ...(consent?.question !== undefined && { question: consent.question }) };
    await chat.say({ text: 'Sí, recargar', tap });
    const [second] = await chat.say({ text: 'Sí, recargar', tap });
    expect(second?.text).toContain('R-7K2M9');
    expect(ledger.orders).toHaveLength(1);
  });

  test('the button of an amount that was corrected since does nothing', async () => {
    await open('GT', { rules: { ...RULES.GT, promotions: [], validity: [] } });
    const [old] = await chat.say('recarga 20');
    await chat.say('mejor 50');
    const tap = { choice: 'yes', ...(old?.question !== undefined && { question: old.question }) };
    const said = await chat.say({ text: 'Sí, recargar', tap });
    expect(plain(said.map(({ text }) => text)).at(-1)).toBe('Recargar Q50.00 a tu línea 5555-0101 con tu Visa ••4242. ¿Confirmas?');
    expect(ledger.orders).toEqual([]);
  });

  test('an amount that cannot be, in place of the one agreed to, is asked for anew: a yes pays nothing until it is shown', async () => {
    await open('GT', { rules: { ...RULES.GT, promotions: [], validity: [] } });
    await script(`
      > recarga 20
      < Recargar Q20.00 a tu línea 5555-0101 con tu Visa ••4242. ¿Confirmas?
      > mejor 5000
      < Ese monto es muy alto: el máximo es Q500.00. ¿Qué monto pongo?
    `);
    await chat.say('sí');
    expect(ledger.orders).toEqual([]);
    await script(`
      > 50
      < Recargar Q50.00 a tu línea 5555-0101 con tu Visa ••4242. ¿Confirmas?
    `);
  });
});

test('a yes whose turn died is told as done also where ten minutes went by until it ran again', async () => {
  await open('GT', { rules: { ...RULES.GT, promotions: [], validity: [] } });
  await chat.say('recarga 20');
  chat.now += 9.9 * 60_000;
  const before = chat.state;
  await chat.say('sí');
  expect(ledger.orders).toHaveLength(1);
  chat.state = before;
  chat.now += 60_000;
  chat.tries = 1;
  expect((await chat.say('sí'))[0]?.text).toMatch(/^Listo\./);
  expect(ledger.orders).toHaveLength(1);
});

describe('a top-up of another line', () => {
  test('at the last digits of another line, "no, a mi línea" is the own one after all', async () => {
    await open('GT', { rules: { ...RULES.GT, promotions: [], validity: [] } });
    await script(`
      > recarga 20 al 5555-0102
      < Para no equivocarnos, escribe los últimos 4 números de la línea que recargo.
      > no, a mi línea
      < Recargar Q20.00 a tu línea 5555-0101 con tu Visa ••4242. ¿Confirmas?
    `);
  });

  test('for somebody who is named, and not their number: asked, never taken for the own line; the whole number typed again is its last digits too', async () => {
    await open('GT', { rules: { ...RULES.GT, promotions: [], validity: [] } });
    await script(`
      > recarga 20 a mi hijo
      < ¿A qué línea recargo?
      > la de mi hijo
      < Escribe el número completo de la línea, por ejemplo 5555-0101.
      > 5555-0102
      < Para no equivocarnos, escribe los últimos 4 números de la línea que recargo.
      > 5555-0103
      < Para no equivocarnos, escribe los últimos 4 números de la línea que recargo.
      > es el 5555 0102
      < Recargar Q20.00 a la línea 5555-0102 con tu Visa ••4242. Si esa línea debe un adelanto, una parte se abona primero. ¿Confirmas?
      > no
      < De acuerdo, no hice nada.
      > recargar
      < ¿Cuánto recargo a tu línea 5555-0101?
      > 20 para mi mamá
      < ¿A qué línea recargo?
      > a mi línea
      < ¿Cuánto recargo a tu línea 5555-0101?
      > 20
      < Recargar Q20.00 a tu línea 5555-0101 con tu Visa ••4242. ¿Confirmas?
      > a mi hijo
      < ¿A qué línea recargo?
      > a mi línea
      < ¿Cuánto recargo a tu línea 5555-0101?
      > 20
      < Recargar Q20.00 a tu línea 5555-0101 con tu Visa ••4242. ¿Confirmas?
      > mejor 50 para mi mamá
      < ¿A qué línea recargo?
      > 5555-0102
      < ¿Cuánto recargo a la línea 5555-0102?
      > 50 para ella, para mi mamá
      < Para no equivocarnos, escribe los últimos 4 números de la línea que recargo.
      > 0102
      < Recargar Q50.00 a la línea 5555-0102 con tu Visa ••4242. Si esa línea debe un adelanto, una parte se abona primero. ¿Confirmas?
      > mejor 20 para mi mamá
      < Recargar Q20.00 a la línea 5555-0102 con tu Visa ••4242. Si esa línea debe un adelanto, una parte se abona primero. ¿Confirmas?
    `);
    expect(ledger.orders).toEqual([]);
  });

  test.each(['recarga 20, me dijo mi hijo', 'recarga 20 con la tarjeta de mi mamá', 'recarga 20 a mi línea'])(
    '%s: to the own line',
    async (words) => {
      await open('GT', { rules: { ...RULES.GT, promotions: [], validity: [] } });
      const [said] = await chat.say(words);
      expect(said?.text).toContain('a tu línea 5555-0101');
    },
  );

  test('its last digits are typed once more; it counts against the limit of the day, and its balance is not told', async () => {
    await open('GT', { rules: { ...RULES.GT, promotions: [], validity: [] } });
    ledger.next({ status: 'done', facts: { balanceAfter: 2_040 } });
    await script(`
      > recarga 20 al 5555-0102
      < Para no equivocarnos, escribe los últimos 4 números de la línea que recargo.
      > 0103
      < Esos 4 números no son los de esa línea. No cobré nada. ¿Cuáles son los últimos 4?
      > 0102
      < Recargar Q20.00 a la línea 5555-0102 con tu Visa ••4242. Si esa línea debe un adelanto, una parte se abona primero. ¿Confirmas?
      > sí
      < Listo. Q20.00 en la línea 5555-0102. Comprobante R-7K2M9. ✅
    `);
    expect(ledger.orders[0]).toMatchObject({
      details: { to: '50255550102' },
      limits: [
        { name: 'top-up-other', count: 4 },
        { name: 'top-up-other-amount', minor: 50_000 },
      ],
    });
  });

  test('another number at the consent is confirmed anew', async () => {
    await open('GT', { rules: { ...RULES.GT, promotions: [], validity: [] } });
    await script(`
      > recarga 20 al 5555-0102
      < Para no equivocarnos, escribe los últimos 4 números de la línea que recargo.
      > 0102
      < Recargar Q20.00 a la línea 5555-0102 con tu Visa ••4242. Si esa línea debe un adelanto, una parte se abona primero. ¿Confirmas?
      > mejor al 5555-0103
      < Para no equivocarnos, escribe los últimos 4 números de la línea que recargo.
    `);
  });

  test.each([
    ['for another line', '> recarga 20 al 5555-0102\n> 0102'],
    ['from a wallet', '> recarga 20\n> [Otra tarjeta]\n> [Billetera]'],
  ])('a code older than five minutes does not pay %s', async (_, wish) => {
    await open('GT', { rules: { ...RULES.GT, promotions: [], validity: [] } });
    await chat.play(wish);
    chat.now += 6 * 60_000;
    const said = await chat.say('sí').catch(() => []);
    expect(ledger.orders).toEqual([]);
    expect(said.map(({ text }) => text).join(' ')).not.toContain('Listo');
  });

  test.each([
    ['4444-0100', 'El 4444-0100 no es una línea activa de Alba, y solo puedo recargar esas. ¿A qué otra recargo?'],
    ['5555-0199', 'El 5555-0199 no es una línea activa de Alba, y solo puedo recargar esas. ¿A qué otra recargo?'],
    ['5555-0104', 'El 5555-0104 es de un plan con factura y no recibe recargas. ¿A qué otra línea recargo?'],
    ['2222-0100', 'Ese es un teléfono fijo y no recibe recargas. ¿A qué celular recargo?'],
    ['+1 305 555 0199', 'Ese número es de otro país; solo puedo recargar líneas de Alba de aquí. ¿A cuál?'],
  ])('%s is refused in one sentence', async (number, sentence) => {
    await open('GT', { rules: { ...RULES.GT, promotions: [], validity: [] } });
    expect(plain(await chat.play(`> recargar\n> [Otra línea]\n> ${number}`)).at(-1)).toBe(`< ${sentence}`);
  });

  test('over the limit nothing is sent', async () => {
    await open('GT', { rules: { ...RULES.GT, promotions: [], validity: [] } });
    ledger.next({ status: 'limit' });
    const said = await chat.play('> recarga 20 al 5555-0102\n> 0102\n> sí');
    expect(plain(said).at(-1)).toBe(
      '< Hoy ya se hicieron 4 recargas a otras líneas desde esta, y ese es el límite del día. No cobré nada. Mañana se abre de nuevo.',
    );
  });
});

describe('a SIM that was changed', () => {
  const HOUR_MS = 3_600_000;

  test('moves no saved money until the exact hour', async () => {
    await open('GT', { sim: Date.parse('2026-11-20T20:20:00Z') - 20 * HOUR_MS });
    await script(`
      > recarga 20
      < El chip de esta línea se cambió hace menos de 3 días. Para proteger tu dinero, las compras, los adelantos y la billetera vuelven el domingo a las 6:20 p. m. Puedes ver tu saldo. ¿Tú cambiaste el chip?
    `);
  });

  test('or that cannot be asked about, still leaves the secure page', async () => {
    await open('GT', { sim: 'away', means: [VISA, PAGE], rules: { ...RULES.GT, promotions: [], validity: [] } });
    await script(`
      > recarga 20
      < Recargar Q20.00 a tu línea 5555-0101 con tarjeta en la página segura. ¿Confirmas?
    `);
    await open('GT', { sim: 'away' });
    await script(`
      > recarga 20
      < Ahora no puedo revisar el chip de esta línea y, para proteger tu dinero, no muevo nada. No cobré nada. Intenta en unos minutos.
    `);
  });

  test('what was named in the first sentence, and does not pay now: why not', async () => {
    await open('GT', { sim: 'away', means: [VISA, PAGE], rules: { ...RULES.GT, promotions: [], validity: [] } });
    await script(`
      > recarga 20 con mi billetera
      < El chip de esta línea cambió hace poco: por seguridad, lo guardado y la billetera no pagan todavía. No cobré nada. ¿Con cuál pagamos?
      > [Con tarjeta]
      < Recargar Q20.00 a tu línea 5555-0101 con tarjeta en la página segura. ¿Confirmas?
    `);
  });

  test('that is changed between the words and the yes moves nothing', async () => {
    await open('GT', { rules: { ...RULES.GT, promotions: [], validity: [] } });
    await chat.say('recarga 20');
    world.sim = chat.now - HOUR_MS;
    expect(plain((await chat.say('sí')).map(({ text }) => text))[0]).toMatch(/^El chip de esta línea se cambió hace menos de 3 días\./);
    expect(ledger.orders).toEqual([]);
  });

  test('80 hours ago is long enough', async () => {
    await open('GT', { sim: Date.parse('2026-11-20T20:20:00Z') - 80 * HOUR_MS, rules: { ...RULES.GT, promotions: [], validity: [] } });
    await script(`
      > recarga 20
      < Recargar Q20.00 a tu línea 5555-0101 con tu Visa ••4242. ¿Confirmas?
    `);
  });
});

describe('what is said is not asked, and not misread', () => {
  const QUIET = { rules: { ...RULES.GT, promotions: [], validity: [] } };

  test('the means that the first sentence names', async () => {
    await open('GT', { ...QUIET, means: [VISA, wallet('GT', '120'), PAGE] });
    await script(`
      > recarga 20 con mi billetera
      < Recargar Q20.00 a tu línea 5555-0101 con tu Billetera. ¿Confirmas?
      > mejor con otra tarjeta
      < Recargar Q20.00 a tu línea 5555-0101 con tarjeta en la página segura. ¿Confirmas?
      > [No, cancelar]
      < De acuerdo, no hice nada.
      > recárgame con 20 de saldo
      < Recargar Q20.00 a tu línea 5555-0101 con tu Visa ••4242. ¿Confirmas?
      > [Otra tarjeta]
      < ¿Con qué la pago?
    `);
    const shown = MessageSchema.parse(JSON.parse(chat.outcomes.at(-1)?.replies.at(-1) ?? '{}')).choices ?? [];
    expect(shown.map(({ label }) => label)).toEqual(['Visa ••4242', 'Billetera', 'Otra tarjeta', 'Usar un PIN', 'Cambiar monto']);
    await open('GT', { ...QUIET, means: [VISA] });
    await script(`
      > recarga 20 con mi billetera
      < Ese medio de pago no está disponible aquí. No cobré nada. ¿Con cuál pagamos?
    `);
    expect(ledger.orders).toEqual([]);
  });

  test('another wish with an amount in it changes nothing of what is on the screen', async () => {
    await open('GT', QUIET);
    await chat.say('recarga 20');
    const before = ledger.orders.length;
    expect((await chat.say('quiero un paquete de 50')).map(({ text }) => text).join()).not.toContain('50.00');
    expect(ledger.orders).toHaveLength(before);
  });

  test('a line with a bill is told why another one is asked for', async () => {
    await open('GT', QUIET, '50255550104');
    await script(`
      > recarga 20
      < El 5555-0104 es de un plan con factura y no recibe recargas. ¿A qué otra línea recargo?
      > 5555-0101
      < Para no equivocarnos, escribe los últimos 4 números de la línea que recargo.
    `);
  });

  test.each([
    ['recarga -20', 'El monto tiene que ser mayor que cero; el mínimo es Q5.00. ¿Qué monto pongo?'],
    ['recarga de 20 dólares', 'Aquí el monto va en la moneda del país, por ejemplo Q5.00. ¿Qué monto pongo?'],
    ['recarga 20 euros', 'Aquí el monto va en la moneda del país, por ejemplo Q5.00. ¿Qué monto pongo?'],
    ['recarga 0', 'El monto tiene que ser mayor que cero; el mínimo es Q5.00. ¿Qué monto pongo?'],
    ['recarga 1000000000000', 'Ese monto es muy alto: el máximo es Q500.00. ¿Qué monto pongo?'],
    ['recarga 20 y 50', '¿Q20.00 o Q50.00?'],
  ])('"%s" as the first sentence: one clear sentence', async (text, answer) => {
    await open('GT', QUIET);
    await script(`
      > ${text}
      < ${answer}
    `);
    expect(ledger.orders).toEqual([]);
  });
});

describe('other countries, English and a PIN', () => {
  test('in Paraguay money has no decimals, and people are vos', async () => {
    await open('PY');
    await script(`
      > recargar
      < ¿Cuánto recargo a tu línea 0981 000 101?
      > 20,50
      < Los montos van de Gs. 500 en Gs. 500, por ejemplo Gs. 1.000. ¿Qué monto pongo?
      > 20 mil
      < Recargar Gs. 20.000 a tu línea 0981 000 101 con tu Visa ••4242. Hoy hay promoción: recibís 1 GB más, por 3 días. Vale hasta el domingo 20 de diciembre. ¿Confirmás?
      > sí
      < Listo. Gs. 20.000 en tu línea 0981 000 101. Comprobante R-7K2M9. ✅
    `);
    expect(ledger.orders[0]?.amount).toEqual({ minor: 20_000, currency: 'PYG' });
  });

  test('in El Salvador a quarter of a dollar is a step', async () => {
    await open('SV');
    await script(`
      > recargar
      < ¿Cuánto recargo a tu línea 7070-0101?
      > $1.30
      < Los montos van de $0.25 en $0.25, por ejemplo $1.25. ¿Qué monto pongo?
      > 1.25
      < Recargar $1.25 a tu línea 7070-0101 con tu Visa ••4242. Vale hasta el domingo 20 de diciembre. ¿Confirmas?
    `);
  });

  test('a bare "1" at the consent is the first button, unless a dollar can be topped up: then that is shown, and nothing charged', async () => {
    await open('SV');
    await script(`
      > recarga 5
      < Recargar $5.00 a tu línea 7070-0101 con tu Visa ••4242. Vale hasta el domingo 20 de diciembre. ¿Confirmas?
      > 1
      < Recargar $1.00 a tu línea 7070-0101 con tu Visa ••4242. Vale hasta el domingo 20 de diciembre. ¿Confirmas?
    `);
    expect(ledger.orders).toEqual([]);
    await script(`
      > 1
      < Listo. $1.00 en tu línea 7070-0101. Comprobante R-7K2M9. ✅
    `);
    await open('GT', { rules: { ...RULES.GT, promotions: [], validity: [] } });
    await script(`
      > recarga 20
      < Recargar Q20.00 a tu línea 5555-0101 con tu Visa ••4242. ¿Confirmas?
      > 2
      < ¿Con qué la pago?
      > 1
      < Recargar Q20.00 a tu línea 5555-0101 con tu Visa ••4242. ¿Confirmas?
      > 1
      < Listo. Q20.00 en tu línea 5555-0101. Comprobante R-7K2M9. ✅
    `);
  });

  test('in English', async () => {
    await open('GT', { rules: { ...RULES.GT, promotions: [], validity: [] } });
    await chat.say('english');
    await script(`
      > top up 20
      < Top up Q20.00 to your line 5555-0101 with your Visa ••4242. Do you confirm?
      > yes
      < Done. Q20.00 on your line 5555-0101. Receipt R-7K2M9. ✅
    `);
  });

  test('in English: corrected, in doubt until the end comes by itself, and refused', async () => {
    await open('GT', { rules: { ...RULES.GT, promotions: [], validity: [] } });
    await chat.say('english');
    ledger.next({ status: 'unknown', until: chat.now + 30 * 60_000 }, { status: 'refused', reason: 'card-declined' });
    await script(`
      > top up 20
      < Top up Q20.00 to your line 5555-0101 with your Visa ••4242. Do you confirm?
      > make it 5000
      < That amount is too high: the maximum is Q500.00. What amount shall I use?
      > 20 or 50
      < Q20.00 or Q50.00?
      > 50
      < Top up Q50.00 to your line 5555-0101 with your Visa ••4242. Do you confirm?
      > yes
      < I do not know yet whether the top-up of Q50.00 was applied. Do not repeat it: it could be charged twice. I am checking; I will tell you by 2:50 p.m. at the latest. Reference R-7K2M9.
    `);
    const operation = ledger.settle(chat.now + 60_000, { status: 'done', facts: {} });
    const [end] = await chat.arrive({ kind: 'event', name: 'top-up:settled', value: { operation, what: 'done' } });
    expect(plain([end?.text ?? ''])).toEqual([
      'Now I know: the top-up of Q50.00 to the line ending in 0101 did arrive, at 2:21 p.m. Receipt R-7K2M9.',
    ]);
    expect(plain(await chat.play('> top up 50\n> yes')).at(-1)).toBe(
      '< The top-up was not made. The bank did not approve the card. Nothing was charged.',
    );
  });

  test('in English, a PIN: said too early, refused, and then a good one', async () => {
    await open('GT', { rules: { ...RULES.GT, promotions: [], validity: [] } });
    await chat.say('english');
    ledger.next({ status: 'refused', reason: 'voucher-used' });
    await script(`
      > i have a pin
      < Top up line 5555-0101 with the PIN of a top-up card. The PIN works once. I ask for the PIN after that. Shall I go on?
      > 1234 5678 9012
      < I used no PIN yet. Top up line 5555-0101 with the PIN of a top-up card. The PIN works once. I ask for the PIN after that. Shall I go on?
      > yes
      < Scratch the card and write the PIN. I do not keep it.
      > 1234 5678 9012
      < The top-up was not made. That PIN was used before. Nothing was charged.
      < Write the PIN again, digit by digit, or that of another card: it is for line 5555-0101. I do not keep it. To stop, *cancel*.
      > 2345 6789 0123
      < Done. The PIN went to line 5555-0101. Receipt R-8H4T6. ✅
    `);
  });

  test('with a PIN, too, what is owed is said before the yes', async () => {
    const debt = { id: 'd1', lent: gtq('10'), fee: gtq('2'), owed: gtq('12'), takenAt: 0 };
    await open('GT', { profile: { limit: gtq('20'), available: gtq('8'), debts: [debt], recovery: { rule: 'all' } } });
    await script(`
      > tengo un pin
      < Recargar la línea 5555-0101 con el PIN de una tarjeta de recarga. El PIN sirve una sola vez. Debes Q12.00 de un adelanto: primero se abona ahí, y te queda el resto. El PIN te lo pido después. ¿Sigo?
      > [No, cancelar]
      < De acuerdo, no hice nada.
    `);
    expect(ledger.orders).toEqual([]);
  });

  test('whoever has a scratch card is not asked how much', async () => {
    await open('GT', { rules: { ...RULES.GT, promotions: [], validity: [] } });
    await script(`
      > recargar con un pin
      < Recargar la línea 5555-0101 con el PIN de una tarjeta de recarga. El PIN sirve una sola vez. El PIN te lo pido después. ¿Sigo?
      > no
      < De acuerdo, no hice nada.
      > recargar
      < ¿Cuánto recargo a tu línea 5555-0101?
      > es una tarjeta raspable
      < Recargar la línea 5555-0101 con el PIN de una tarjeta de recarga. El PIN sirve una sola vez. El PIN te lo pido después. ¿Sigo?
    `);
  });

  test('a PIN instead of what is on the screen: nothing was charged, and it is for the same line', async () => {
    await open('GT', { rules: { ...RULES.GT, promotions: [], validity: [] } });
    await script(`
      > recarga 20 al 5555-0102
      < Para no equivocarnos, escribe los últimos 4 números de la línea que recargo.
      > 0102
      < Recargar Q20.00 a la línea 5555-0102 con tu Visa ••4242. Si esa línea debe un adelanto, una parte se abona primero. ¿Confirmas?
      > mejor usar un pin
      < De acuerdo, así no. No he cobrado nada.
      < Recargar la línea 5555-0102 con el PIN de una tarjeta de recarga. El PIN sirve una sola vez. El PIN te lo pido después. ¿Sigo?
    `);
    expect(ledger.orders).toEqual([]);
    await open('GT', { rules: { ...RULES.GT, promotions: [], validity: [] } });
    await script(`
      > recarga 20
      < Recargar Q20.00 a tu línea 5555-0101 con tu Visa ••4242. ¿Confirmas?
      > [Otra tarjeta]
      < ¿Con qué la pago?
      > [Usar un PIN]
      < Recargar la línea 5555-0101 con el PIN de una tarjeta de recarga. El PIN sirve una sola vez. El PIN te lo pido después. ¿Sigo?
    `);
    expect(ledger.orders).toEqual([]);
  });

  test('a PIN that is typed while leaving it, or coming back to it, is asked about is the PIN, and hidden in the history', async () => {
    const hidden = { secret: 'all', asked: 'secret' };
    for (const leaves of [[], ['sí', '20', 'no']]) {
      await open('GT', { rules: { ...RULES.GT, promotions: [], validity: [] } });
      for (const text of ['tengo un pin', 'sí', 'recargar', ...leaves]) await chat.say(text);
      expect(chat.outcomes.at(-1)).toMatchObject(hidden);
      await chat.say('5012 7781 0042');
      expect(ledger.orders.map(({ secret }) => secret)).toEqual(['501277810042']);
    }
  });

  test('whoever guesses PINs is stopped for a day; a card that was no good for another reason is not a guess', async () => {
    await open();
    const wrong = { status: 'refused', reason: 'voucher-unknown' } as const;
    ledger.next({ status: 'refused', reason: 'unreached' }, wrong, { ...wrong, reason: 'voucher-used' }, wrong, wrong, wrong);
    for (const text of ['recargar con un pin', 'sí', '5012 7781 0043', 'recargar con un pin', 'sí']) await chat.say(text);
    for (let tries = 0; tries < 4; tries++) expect((await chat.say('5012 7781 0043'))[0]?.text).toContain('No se cobró nada.');
    await script(`
      > 5012 7781 0043
      < No se hizo la recarga. Ese PIN no existe; quizás falta un número. No se cobró nada.
      < En un día ya hubo 5 PIN que no sirvieron. Por seguridad no pruebo otro hasta mañana a las 2:20 p. m. No cobré nada. Guarda tu tarjeta: si es nueva, una persona la mira.
      > recargar con un pin
      < En un día ya hubo 5 PIN que no sirvieron. Por seguridad no pruebo otro hasta mañana a las 2:20 p. m. No cobré nada. Guarda tu tarjeta: si es nueva, una persona la mira.
    `);
    expect(ledger.orders).toHaveLength(6);
    chat.now += 24 * 3_600_000;
    chat.state = signedIn(OWN.GT, chat.now);
    await script(`
      > recargar con un pin
      < Recargar la línea 5555-0101 con el PIN de una tarjeta de recarga. El PIN sirve una sola vez. El PIN te lo pido después. ¿Sigo?
    `);
  });

  test('a PIN is asked for last, sent once and kept nowhere', async () => {
    await open();
    ledger.next({ status: 'refused', reason: 'voucher-used' }, { status: 'done', facts: { amount: 2_500, balanceAfter: 6_250 } });
    await script(`
      > tengo un pin
      < Recargar la línea 5555-0101 con el PIN de una tarjeta de recarga. El PIN sirve una sola vez. El PIN te lo pido después. ¿Sigo?
      > sí
      < Raspa la tarjeta y escribe el PIN. No lo guardo.
      > 5012
      < El PIN tiene entre 10 y 16 números. ¿Está completo?
      > 5012 7781 0043
      < No se hizo la recarga. Ese PIN ya se usó. No se cobró nada.
      < Escribe otra vez el PIN, número por número, o el de otra tarjeta: sirve para la línea 5555-0101. No lo guardo. Para dejarlo, *cancelar*.
      > 5012 7781 0042
      < Listo. Q25.00 en la línea 5555-0101. Tu saldo es Q62.50. Comprobante R-8H4T6. ✅
    `);
    expect(ledger.orders.map(({ secret }) => secret)).toEqual(['501277810043', '501277810042']);
    expect(new Set(ledger.orders.map(({ id }) => id)).size).toBe(2); // each PIN is an order of its own
    expect(chat.state).not.toContain('501277810042');
  });

  test('a PIN that comes when nobody asked for one is hidden, told to no agent, and not used', async () => {
    await open();
    await script(`
      > tengo un pin
      < Recargar la línea 5555-0101 con el PIN de una tarjeta de recarga. El PIN sirve una sola vez. El PIN te lo pido después. ¿Sigo?
    `);
    expect(chat.outcomes.at(-1)).toMatchObject({ secret: 'digits', asked: 'secret' });
    await script(`
      > 1234 5678 901 234
      < Todavía no usé ningún PIN. Recargar la línea 5555-0101 con el PIN de una tarjeta de recarga. El PIN sirve una sola vez. El PIN te lo pido después. ¿Sigo?
    `);
    expect([chat.state?.replace(/\D/g, '').includes('12345678901234'), ledger.orders]).toEqual([false, []]);
    ledger.next({ status: 'refused', reason: 'unreached' });
    for (const text of ['sí', '1234 5678 901 234']) await chat.say(text);
    expect(chat.outcomes.at(-1)).toMatchObject({ secret: 'digits' });
    await chat.say('43210987654321');
    expect(chat.state).not.toContain('43210987654321');
    await script(`
      > tengo un pin
      < Recargar la línea 5555-0101 con el PIN de una tarjeta de recarga. El PIN sirve una sola vez. El PIN te lo pido después. ¿Sigo?
      > no
      < De acuerdo, no hice nada.
    `);
  });

  test('"no" to a PIN, and a line that has nothing else to pay with', async () => {
    await open();
    await script(`
      > tengo un pin
      < Recargar la línea 5555-0101 con el PIN de una tarjeta de recarga. El PIN sirve una sola vez. El PIN te lo pido después. ¿Sigo?
      > sí
      < Raspa la tarjeta y escribe el PIN. No lo guardo.
      > no
      < De acuerdo, no hice nada.
    `);
    await open('GT', { means: [] });
    await chat.say('recargar');
    expect(chat.outcomes.at(-1)).toMatchObject({ secret: 'digits' });
  });
});
