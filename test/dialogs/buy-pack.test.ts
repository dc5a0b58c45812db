import { countryOf } from '../../src/domain/countries';
import { BackendFailure } from '../../src/domain/failure';
import { fromDecimal, type Money } from '../../src/domain/money';
import { buyPack } from '../../src/dialogs/skills/buy-pack';
import { topUp } from '../../src/dialogs/skills/top-up';
import { mobileLogin } from '../../src/dialogs/login/mobile';
import type { Pack } from '../../src/integrations/catalogue/port';
import type { LoanOffer } from '../../src/integrations/lending/port';
import type { Means } from '../../src/integrations/payments/port';
import type { Language } from '../../src/domain/texts';
import { testLedger, type TestLedger } from '../support/ledger';
import { guatemalanPacks, packOf } from '../support/packs';
import { signedIn } from '../support/signed-in';
import { lines, talk, type Talk } from '../support/talk';

const OWN = { GT: '50255550101', PY: '595981000101', SV: '50370700101' } as const;
type Place = keyof typeof OWN;
const moneyIn = (country: Place, amount: string): Money => fromDecimal(amount, countryOf(country).currency);
const balance = (country: Place, amount: string): Means => ({ id: 'balance-1', kind: 'balance', name: 'Saldo', available: moneyIn(country, amount) });
const VISA: Means = { id: 'card-1', kind: 'card', name: 'Visa ••4242' };

/** What the operator says in one test. */
interface World {
  packs: Pack[];
  means: Means[];
  advance: LoanOffer | undefined;
  sim: number | undefined | 'away';
}
let world: World;
let ledger: TestLedger;
let chat: Talk;

const open = async (country: Place = 'GT', changes: Partial<World> = {}, language: Language = 'es'): Promise<void> => {
  world = {
    packs: guatemalanPacks(),
    means: country === 'GT' ? [balance(country, '37.50'), VISA] : [],
    advance: undefined,
    sim: undefined,
    ...changes,
  };
  ledger = testLedger();
  const never = async (): Promise<never> => Promise.reject(new Error('not asked'));
  const gt = (amount: string): Money => moneyIn(country, amount);
  const prepaid = { msisdn: OWN[country], status: 'active' as const, plan: { name: 'Prepago', kind: 'prepaid' as const, includes: [] } };
  const linesPort = { find: async () => prepaid, read: async () => ({ value: prepaid, at: 0, stale: false }) };
  const rules = { amounts: [gt('5'), gt('10')], min: gt('5'), max: gt('500'), step: gt('1'), validity: [], promotions: [] };
  const debt = { limit: gt('20'), available: gt('20'), debts: [], recovery: { rule: 'all' as const } };
  const ports = {
    catalogue: { topUps: async () => rules, packs: async () => world.packs, subscriptions: never },
    means: { of: async () => world.means },
    lending: { profile: async () => debt, offers: async () => (world.advance ? [world.advance] : []), recovery: async () => undefined },
    simSwap: {
      changedAt: async () => {
        if (world.sim === 'away') throw new BackendFailure('sim-swap', 'unavailable');
        return world.sim;
      },
    },
    lines: linesPort,
  };
  const codes = { begin: never, deliver: never, check: never };
  const skills = [buyPack(ports), topUp(ports), mobileLogin({ codes, lines: linesPort })];
  chat = talk(skills, { country: countryOf(country), ledger });
  chat.state = signedIn(OWN[country], chat.now, { language, form: countryOf(country).form });
};
const plain = (said: readonly string[]): string[] => said.flatMap((line) => line.replaceAll('\u00a0', ' ').split('\n'));
const script = async (text: string): Promise<void> => expect(plain(await chat.play(text))).toEqual(lines(text));

describe('a pack', () => {
  test('is found by a budget, and bought from the balance', async () => {
    await open();
    ledger.next({ status: 'done', facts: { balanceAfter: 1_750 } });
    await script(`
      > algo de 20 con whats para el finde
      < Con Q20.00 te sirve Todo en uno 3 días: 2.5 GB, 60 minutos, WhatsApp y Facebook, hasta el lunes a las 11:59 p. m. Q20.00 de tu saldo (tienes Q37.50, te quedan Q17.50). Línea 5555-0101. ¿Lo compro?
      > [Comprar]
      < Listo. Todo en uno 3 días quedó activo, hasta el lunes a las 11:59 p. m. Te quedan Q17.50 de saldo. Comprobante R-7K2M9. ✅
    `);
    expect(ledger.orders.map(({ kind, amount, details }) => ({ kind, minor: amount.minor, details }))).toEqual([
      {
        ...{ kind: 'pack', minor: 2_000 },
        details: {
          ...{ to: OWN.GT, offer: 'GT-M3', name: 'Todo en uno 3 días', price: 2_000, channel: 'chat' },
          means: { id: 'balance-1', kind: 'balance', name: 'Saldo' },
        },
      },
    ]);
  });

  test('another one is chosen at the consent by its price, or because it costs too much', async () => {
    await open();
    await script(`
      > algo de 20
      < Con Q20.00 te sirve Todo en uno 3 días: 2.5 GB, 60 minutos, WhatsApp y Facebook, hasta el lunes a las 11:59 p. m. Q20.00 de tu saldo (tienes Q37.50, te quedan Q17.50). Línea 5555-0101. ¿Lo compro?
      > mejor el de 15
      < Paquete Datos: 2 GB, hasta el lunes a las 11:59 p. m. Q15.00 de tu saldo (tienes Q37.50, te quedan Q22.50). Línea 5555-0101. ¿Lo compro?
      > algo más barato
      < Estos alcanzan con Q5.00:
      1. Paquete Datos: 500 MB, 1 día. Q5.00
      2. Minutos 1 día: 30 minutos. Q5.00
    `);
    expect(ledger.orders).toEqual([]);
  });

  test('is picked from a list by kind, page by page and by its number', async () => {
    await open();
    await script(`
      > comprar paquete
      < ¿Qué buscas? Toca un tipo, o dime cuánto quieres gastar, como *algo de 20*.
      > [Datos]
      < Estos son:
      1. Paquete Datos: 500 MB, 1 día. Q5.00
      2. Paquete Datos: 2 GB, 3 días. Q15.00
      3. Paquete Datos: 5 GB, 7 días. Q35.00
      4. Paquete Datos: 12 GB, 15 días. Q65.00 (agotado)
      > 4
      < Paquete Datos está agotado. No cobré nada. ¿Cuál otro?
      > 2
      < Paquete Datos: 2 GB, hasta el lunes a las 11:59 p. m. Q15.00 de tu saldo (tienes Q37.50, te quedan Q22.50). Línea 5555-0101. ¿Lo compro?
    `);
  });

  test.each(['recarga 20', 'recárgame 20 porfa', 'top up 20'])('"%s" is a top-up, not a pack of 20', async (text) => {
    await open();
    await chat.say('comprar paquete');
    expect((await chat.say(text)).map((said) => said.text).join()).toMatch(/Recargar Q20\.00 a tu línea|Top up Q20\.00 to your line/);
  });

  test.each(['paquete de redes de una semana', 'un paquete de whatsapp por una semana', 'a whatsapp pack for a week'])(
    '"%s" is a pack of that kind',
    async (words) => {
      await open();
      expect((await chat.say(words)).at(-1)?.text).toContain('Redes 7 días');
    },
  );

  test('an example of what to spend is of the size that packs have here', async () => {
    const pack = (code: string, price: string) => packOf('PY', code, ['data', `Paquete ${code}`, price, 1, '500 MB'], { gb: 0.5 });
    await open('PY', { packs: [pack('D1', '3000'), pack('D3', '7000'), pack('D7', '15000')] });
    expect((await chat.say('comprar paquete'))[0]?.text).toContain('*algo de 7.000*');
  });

  test('where all that is left is sold out, that is said first', async () => {
    await open('GT', { packs: guatemalanPacks().filter(({ barred }) => barred === 'sold-out') });
    await script(`
      > paquete de mil
      < Ahora no hay ninguno que se pueda comprar en esta línea:
      1. Paquete Datos: 12 GB, 15 días. Q65.00 (agotado)
    `);
  });

  test('for somebody else is said to be for this line', async () => {
    await open();
    const [mine] = await chat.say('un paquete de 20');
    expect(mine?.text).toContain('Línea 5555-0101.');
    await chat.say('no');
    const [said] = await chat.say('un paquete de 20 para mi hijo');
    expect(said?.text).toContain('Ojo: es para la línea 5555-0101; para otra, primero hay que entrar con ella.');
  });

  test.each(['el de veinte', 'el más barato'])('"%s" is the one of the list that is on the screen', async (words) => {
    await open();
    await chat.play('> comprar paquete\n> [Redes]');
    const [said] = await chat.say(words);
    expect(said?.text).toContain('Redes 7 días');
  });

  test('at the consent another kind keeps the budget, and "no, ese no" shows the others', async () => {
    await open();
    const first = async (text: string): Promise<string> => plain([(await chat.say(text))[0]?.text ?? ''])[0] ?? '';
    expect(await first('algo de 20')).toContain('Con Q20.00 te sirve Todo en uno');
    expect(await first('de redes')).toContain('Con Q20.00 te sirve Redes 7 días');
    expect(await first('el más barato')).toMatch(/Q5\.00 de tu saldo/);
    const [others] = await chat.say('no, ese no');
    expect(others?.text).toContain('\n1. ');
    expect(ledger.orders).toEqual([]);
  });

  test('"no" to a list is an end: nothing of it is wanted', async () => {
    await open();
    await script(`
      > comprar paquete
      < ¿Qué buscas? Toca un tipo, o dime cuánto quieres gastar, como *algo de 20*.
      > [Redes]
      < Estos son:
      1. Redes 7 días: WhatsApp, Facebook e Instagram; uso justo de 250 MB al día. Q20.00
      > no, gracias
      < De acuerdo, no hice nada.
      > comprar paquete
      < ¿Qué buscas? Toca un tipo, o dime cuánto quieres gastar, como *algo de 20*.
      > no
      < De acuerdo, no hice nada.
    `);
  });

  test('every button has a name of its own, that fits and says what it is', async () => {
    await open();
    world.packs = [...world.packs, packOf('GT', 'N7', ['data', 'Paquete Datos de noche', '15', 7, 'Datos de 00:00 a 06:00'], { gb: 6 })];
    await chat.say('algo de 20');
    let [message] = await chat.say('Ver otros');
    const labels: string[] = [];
    for (; ; [message] = await chat.say('Ver más')) {
      const choices = message?.choices ?? [];
      labels.push(...choices.filter(({ id }) => !id.startsWith('page:')).map(({ label }) => label.replaceAll('\u00a0', ' ')));
      if (!choices.some(({ label }) => label === 'Ver más')) break;
    }
    expect(labels.length).toBe(9);
    expect(new Set(labels).size).toBe(labels.length);
    expect(labels.filter((label) => label.length > 20)).toEqual([]);
    expect(labels).toEqual(expect.arrayContaining(['2.5 GB · 3 días', '6 GB · Q45.00', '6 GB · Q15.00']));
  });

  test('not enough balance: a top-up first, and back to the same pack by itself', async () => {
    await open();
    await script(`
      > algo de 45
      < Todo en uno 7 días cuesta Q45.00 y te faltan Q7.50. Puedes recargar y sigo con este mismo paquete.
      > [Recargar]
      < Recargar Q8.00 a tu línea 5555-0101 con tu Visa ••4242. ¿Confirmas?
    `);
    world.means = [balance('GT', '45.50'), VISA];
    await script(`
      > sí
      < Listo. Q8.00 en tu línea 5555-0101. Comprobante R-7K2M9. ✅
      < Con Q45.00 te sirve Todo en uno 7 días: 6 GB, 150 minutos y redes, hasta el viernes 27 de noviembre a las 11:59 p. m. Q45.00 de tu saldo (tienes Q45.50, te quedan Q0.50). Línea 5555-0101. ¿Lo compro?
      > sí
      < Listo. Todo en uno 7 días quedó activo, hasta el viernes 27 de noviembre a las 11:59 p. m. Comprobante R-8H4T6. ✅
    `);
    expect(ledger.orders.map(({ kind }) => kind)).toEqual(['top-up', 'pack']);
  });

  test('a price that changes between list and consent is said, and what was agreed to at the old one is not bought', async () => {
    await open('GT', { means: [balance('GT', '100')] });
    await chat.play('> comprar paquete\n> [Todo en uno]');
    world.packs = guatemalanPacks().map((pack) => (pack.id === 'GT-M7' ? { ...pack, price: moneyIn('GT', '48') } : pack));
    const again = 'El precio cambió mientras hablábamos: ahora son Q48.00, no Q45.00. No he cobrado nada. ¿Lo quieres así?';
    await script(`
      > 2
      < Todo en uno 7 días: 6 GB, 150 minutos y redes, hasta el viernes 27 de noviembre a las 11:59 p. m. Q45.00 de tu saldo (tienes Q100.00, te quedan Q55.00). Línea 5555-0101. ¿Lo compro?
      > sí
      < Algo cambió mientras hablábamos. Revísalo otra vez:
      < Todo en uno 7 días: 6 GB, 150 minutos y redes, hasta el viernes 27 de noviembre a las 11:59 p. m. Q48.00 de tu saldo (tienes Q100.00, te quedan Q52.00). Línea 5555-0101. ${again}
    `);
    expect(ledger.orders).toEqual([]);
    ledger.next({ status: 'refused', reason: 'price-changed' });
    const said = plain((await chat.say('sí')).map(({ text }) => text));
    expect(said[0]).toBe('No hice la compra con el precio de antes.');
    expect(said[1]).toContain('¿Lo quieres así?');
    await chat.say('sí');
    expect(new Set(ledger.orders.map(({ id }) => id)).size).toBe(2);
  });

  test('what cannot be had now is said, and another one offered', async () => {
    await open('GT', { packs: guatemalanPacks() });
    await script(`
      > comprar paquete
      < ¿Qué buscas? Toca un tipo, o dime cuánto quieres gastar, como *algo de 20*.
      > roaming
      < Estos son:
      1. Roaming región: 500 MB y 10 minutos, 1 día. Q25.00 (con roaming activo)
      > 1
      < Roaming región se compra con el roaming activo, y esta línea no lo tiene. No cobré nada. ¿Cuál otro?
      > algo de 15
      < Paquete Datos: 2 GB, hasta el lunes a las 11:59 p. m. Q15.00 de tu saldo (tienes Q37.50, te quedan Q22.50). Línea 5555-0101. ¿Lo compro?
    `);
    await open('GT', { packs: [] });
    await script(`
      > paquetes
      < Por ahora no hay paquetes a la venta para esta línea. No cobré nada.
    `);
  });

  test('an advance, or something cheaper, where the balance is not enough', async () => {
    const advance: LoanOffer = {
      ...{ id: 'A10', kind: 'advance', name: 'Adelanto Q10.00' },
      ...{ lent: moneyIn('GT', '10'), fee: moneyIn('GT', '2'), total: moneyIn('GT', '12') },
    };
    await open('GT', { advance });
    await script(`
      > algo de 45
      < Todo en uno 7 días cuesta Q45.00 y te faltan Q7.50. Puedes recargar y sigo con este mismo paquete, o pedir un adelanto de Q10.00 (pagas Q12.00 en tu próxima recarga).
      > [Ver más baratos]
      < Estos alcanzan con Q37.50:
      1. Paquete Datos: 500 MB, 1 día. Q5.00
      2. Minutos 1 día: 30 minutos. Q5.00
      3. Paquete Datos: 2 GB, 3 días. Q15.00
      4. Todo en uno 3 días: 2.5 GB, 60 minutos, WhatsApp y Facebook. Q20.00
      5. Redes 7 días: WhatsApp, Facebook e Instagram; uso justo de 250 MB al día. Q20.00
      6. Paquete Datos: 5 GB, 7 días. Q35.00
    `);
    await open('GT', { advance });
    await chat.say('algo de 45');
    expect(plain((await chat.say('uno más barato')).map(({ text }) => text))[0]).toBe('Estos alcanzan con Q37.50:');
  });

  test('a top-up that is not made leaves the pack to be taken up again', async () => {
    await open();
    await script(`
      > algo de 45
      < Todo en uno 7 días cuesta Q45.00 y te faltan Q7.50. Puedes recargar y sigo con este mismo paquete.
      > [Recargar]
      < Recargar Q8.00 a tu línea 5555-0101 con tu Visa ••4242. ¿Confirmas?
      > no
      < De acuerdo, no hice nada.
      < ¿Seguimos con la compra del paquete?
      > sí
      < Todo en uno 7 días cuesta Q45.00 y te faltan Q7.50. Puedes recargar y sigo con este mismo paquete.
      > sí
      < Recargar Q8.00 a tu línea 5555-0101 con tu Visa ••4242. ¿Confirmas?
    `);
  });

  test('an unknown end is told at once, and the end by itself; a double tap is one order', async () => {
    await open();
    ledger.next({ status: 'unknown', until: chat.now + 30 * 60_000 });
    const [consent] = await chat.say('algo de 20');
    const tap = { choice: 'yes', ...(consent?.question !== undefined && { question: consent.question }) };
    expect(plain((await chat.say({ text: 'Comprar', tap })).map(({ text }) => text))).toEqual([
      'Todavía no sé si se activó Todo en uno 3 días de Q20.00. No lo compres otra vez: se podría cobrar dos veces. Lo estoy revisando; te aviso a más tardar a las 2:50 p. m. Referencia R-7K2M9.',
    ]);
    await chat.say({ text: 'Comprar', tap });
    expect(ledger.orders).toHaveLength(1);
    const operation = ledger.settle(chat.now + 60_000, { status: 'done', facts: {} });
    const said = await chat.arrive({ kind: 'event', name: 'buy-pack:settled', value: { operation, what: 'done' } });
    expect(plain(said.map(({ text }) => text))).toEqual([
      'Ya sé: Todo en uno 3 días de Q20.00 sí se activó en la línea terminada en 0101, a las 2:21 p. m. Comprobante R-7K2M9.',
    ]);
  });

  test('"algo de 20" and "sí" sent together buy nothing', async () => {
    await open();
    await chat.say('algo de 20');
    chat.unseen = true;
    await chat.say('sí');
    expect(ledger.orders).toEqual([]);
  });

  test('a postpaid line buys on its bill; a personal offer is named first', async () => {
    const bill: Means = { id: 'bill-1', kind: 'bill', name: 'Tu factura', available: moneyIn('GT', '150') };
    const packs = guatemalanPacks().map((pack) => (pack.id === 'GT-M7' ? { ...pack, personal: '1 GB de regalo hoy' } : pack));
    await open('GT', { means: [bill], packs });
    await script(`
      > paquetes
      < Oferta de hoy para esta línea: 1 GB de regalo hoy. ¿Qué buscas? Toca un tipo, o dime cuánto quieres gastar, como *algo de 20*.
      > [Oferta de hoy]
      < Todo en uno 7 días: 6 GB, 150 minutos y redes; 1 GB de regalo hoy, hasta el viernes 27 de noviembre a las 11:59 p. m. Q45.00 en tu próxima factura. Línea 5555-0101. ¿Lo compro?
    `);
  });

  test('a SIM changed 20 hours ago, or one that cannot be asked about, buys nothing', async () => {
    await open('GT', { sim: Date.parse('2026-11-20T00:20:00Z') });
    await script(`
      > algo de 20
      < El chip de esta línea se cambió hace menos de 3 días. Para proteger tu dinero, las compras, los adelantos y la billetera vuelven el domingo a las 6:20 p. m. Puedes ver tu saldo. ¿Tú cambiaste el chip?
    `);
    await open('GT', { sim: 'away' });
    expect((await chat.say('algo de 20'))[0]?.text).toContain('no muevo nada');
  });

  test('in English: corrected, in doubt until the end comes by itself, and refused', async () => {
    await open('GT', {}, 'en');
    ledger.next({ status: 'unknown', until: chat.now + 30 * 60_000 }, { status: 'refused', reason: 'sold-out' });
    await script(`
      > something for 20
      < For Q20.00 there is Todo en uno 3 días: 2.5 GB, 60 minutos, WhatsApp y Facebook, until Monday, 11:59 p.m. Q20.00 from your balance (you have Q37.50, Q17.50 will be left). Line 5555-0101. Shall I buy it?
      > rather the one of 15
      < Paquete Datos: 2 GB, until Monday, 11:59 p.m. Q15.00 from your balance (you have Q37.50, Q22.50 will be left). Line 5555-0101. Shall I buy it?
      > yes
      < I do not know yet whether Paquete Datos for Q15.00 was activated. Do not buy it again: it could be charged twice. I am checking; I will tell you by 2:50 p.m. at the latest. Reference R-7K2M9.
    `);
    const operation = ledger.settle(chat.now + 60_000, { status: 'done', facts: {} });
    const [end] = await chat.arrive({ kind: 'event', name: 'buy-pack:settled', value: { operation, what: 'done' } });
    expect(plain([end?.text ?? ''])).toEqual([
      'Now I know: Paquete Datos for Q15.00 was activated on the line ending in 0101, at 2:21 p.m. Receipt R-7K2M9.',
    ]);
    expect(plain(await chat.play('> something for 20\n> yes')).at(-1)).toBe('< The pack was not bought. The pack is sold out. Nothing was charged.');
  });

  test('in Paraguay, without decimals; in El Salvador; in English', async () => {
    const pack = (country: 'PY' | 'SV', price: string): Pack =>
      packOf(country, 'M3', ['all-in-one', 'Todo en uno 3 días', price, 3, '2 GB, 60 minutos']);
    await open('PY', { packs: [pack('PY', '10000')], means: [balance('PY', '12000')] });
    await script(`
      > algo de 10 mil
      < Con Gs. 10.000 te sirve Todo en uno 3 días: 2 GB, 60 minutos, hasta el lunes a las 11:59 p. m. Gs. 10.000 de tu saldo (tenés Gs. 12.000, te quedan Gs. 2.000). Línea 0981 000 101. ¿Lo compro?
    `);
    await open('SV', { packs: [pack('SV', '2.25')], means: [balance('SV', '2.50')] }, 'en');
    await script(`
      > something for $3
      < For $3.00 there is Todo en uno 3 días: 2 GB, 60 minutos, until Monday, 11:59 p.m. $2.25 from your balance (you have $2.50, $0.25 will be left). Line 7070-0101. Shall I buy it?
      > yes
      < Done. Todo en uno 3 días is active, until Monday, 11:59 p.m. Receipt R-7K2M9. ✅
    `);
    expect(ledger.orders[0]?.amount).toEqual({ minor: 225, currency: 'USD' });
  });
});
