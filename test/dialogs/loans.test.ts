import { countryOf } from '../../src/domain/countries';
import { BackendFailure } from '../../src/domain/failure';
import { fromDecimal, money } from '../../src/domain/money';
import type { Settled } from '../../src/domain/spending';
import type { Form, Language } from '../../src/domain/texts';
import { loanDebt, loanDenied, loans, repayLoan } from '../../src/dialogs/skills/loans';
import { wishIn } from '../../src/dialogs/skills/loans/wish';
import { mobileLogin } from '../../src/dialogs/login/mobile';
import type { NewCase } from '../../src/integrations/cases/port';
import type { LendingProfile, LoanOffer } from '../../src/integrations/lending/port';
import type { Means } from '../../src/integrations/payments/port';
import { OPEN_HOURS } from '../support/open-hours';
import { testLedger, type TestLedger } from '../support/ledger';
import { signedIn } from '../support/signed-in';
import { lines, talk, type Talk } from '../support/talk';

const LINE = { GT: '50255550101', BO: '59170000101', NI: '50588880101', PY: '595981000101' } as const;
type Place = keyof typeof LINE;
const HOUR = 3_600_000;
const MINUTE = 60_000;

interface World {
  refusal: LendingProfile['refusal'];
  owes: readonly [lent: string, fee: string, owed: string] | undefined;
  sim: number | undefined | 'away';
  means: readonly Means[];
  offers: readonly (readonly [lent: string, fee: string, pack?: string])[];
}
const OFFERS: World['offers'] = [['10', '2'], ['5', '1'], ['20', '4'], ['10', '2', 'Todo en uno, 1 día']]; // prettier-ignore
const RULE: Readonly<Record<Place, LendingProfile['recovery'] | undefined>> = {
  GT: { rule: 'all' },
  BO: { rule: 'oldest', keeps: money(100, 'BOB') },
  PY: { rule: 'half' },
  NI: undefined,
};

let world: World;
let ledger: TestLedger;
let chat: Talk;
let cases: { key: string; what: NewCase }[];

const open = (place: Place = 'GT', changes: Partial<World> = {}, who: { language?: Language; form?: Form } = {}): void => {
  world = { refusal: undefined, owes: undefined, sim: undefined, means: [], offers: OFFERS, ...changes };
  ledger = testLedger(['A-7K2M9', 'A-8H4T6']);
  cases = [];
  const { currency } = countryOf(place);
  const of = (amount: string) => fromDecimal(amount, currency);
  const recovery = RULE[place];
  const lending = recovery && {
    profile: async (): Promise<LendingProfile> => {
      const debts = world.owes ? [{ id: 'd1', lent: of(world.owes[0]), fee: of(world.owes[1]), owed: of(world.owes[2]), takenAt: chat.now - 20 * 24 * HOUR, due: chat.now - 6 * 24 * HOUR }] : []; // prettier-ignore
      const limit = place === 'PY' ? '20000' : '20';
      return { limit: of(limit), available: of(world.refusal ? '0' : limit), debts, recovery, ...(world.refusal && { refusal: world.refusal }) };
    },
    offers: async (): Promise<LoanOffer[]> =>
      world.offers.map(([lent, fee, pack]) => ({
        ...{ id: `${pack === undefined ? 'a' : 'p'}${lent}`, kind: pack === undefined ? 'advance' : 'pack', name: pack ?? 'Adelanto de saldo' },
        ...{ lent: of(lent), fee: of(fee), total: of(String(Number(lent) + Number(fee))) },
      })),
    recovery: async () => undefined,
  };
  const simSwap = {
    changedAt: async () => {
      if (world.sim === 'away') throw new BackendFailure('sim-swap', 'unavailable');
      return world.sim;
    },
  };
  const ports = {
    ...(lending && { lending }),
    ...{ simSwap, means: { of: async () => world.means } },
    cases: { open: async (key: string, what: NewCase) => (cases.push({ key, what }), { reference: 'C-4TT8M' }) },
    hours: OPEN_HOURS,
  };
  const never = async (): Promise<never> => Promise.reject(new Error('not asked'));
  const login = mobileLogin({
    codes: { begin: never, deliver: never, check: never },
    lines: { find: async () => Promise.reject(new Error('a new code was asked for')), read: never },
  });
  chat = talk([loans(ports), repayLoan(ports), loanDebt(ports), loanDenied(ports), login], { country: countryOf(place), ledger });
  chat.state = signedIn(LINE[place], chat.now, { form: countryOf(place).form, ...who });
};
const balance = (amount: string, currency: 'GTQ' | 'BOB' = 'GTQ'): Means => ({
  id: 'b',
  kind: 'balance',
  name: 'Saldo',
  available: fromDecimal(amount, currency),
});
const plain = (said: readonly string[]): string[] => said.flatMap((line) => line.replaceAll('\u00a0', ' ').split('\n'));
const script = async (text: string): Promise<void> => expect(plain(await chat.play(text))).toEqual(lines(text));
const told = async (outcome: Settled | 'stuck'): Promise<string> => {
  const operation = ledger.settle(chat.now + 60_000, outcome === 'stuck' ? { status: 'refused', reason: 'other' } : outcome);
  const what = outcome === 'stuck' ? 'stuck' : outcome.status;
  const said = await chat.arrive({ kind: 'event', name: `${operation.teller.skill}:settled`, value: { operation, what } });
  return plain(said.map(({ text }) => text)).join(' ');
};

describe('an advance', () => {
  test('fee, total and when it is collected are said before the yes', async () => {
    open();
    ledger.next({ status: 'done', facts: { balanceAfter: 1_085 } });
    await script(`
      > prestame saldo
      < Puedes pedir hasta Q20.00. Ejemplo: recibes Q10.00 y en tu próxima recarga se descuentan Q12.00 (Q2.00 de comisión). ¿Cuánto?
      > 7
      < Los adelantos son de Q5.00, Q10.00 o Q20.00. No se pidió nada. ¿Cuál?
      > 20
      < Adelanto de Q20.00 para tu línea 5555-0101: recibes Q20.00 y en tu próxima recarga se descuentan Q24.00 (Q4.00 de comisión). ¿Confirmas?
      > prestame saldo, 500
      < Los adelantos son de Q5.00, Q10.00 o Q20.00. No se pidió nada. ¿Cuál?
      > mejor 10
      < Adelanto de Q10.00 para tu línea 5555-0101: recibes Q10.00 y en tu próxima recarga se descuentan Q12.00 (Q2.00 de comisión). ¿Confirmas?
      > si
      < Listo. Q10.00 en tu línea 5555-0101. Tu saldo es Q10.85. Por este adelanto, en tu próxima recarga se descuentan Q12.00. Comprobante A-7K2M9.
    `);
    const [order] = ledger.orders;
    expect(order).toMatchObject({ kind: 'advance', line: LINE.GT, amount: { minor: 1_000 }, details: { offer: 'a10', lent: 1_000, fee: 200 } });
    expect(order?.evidence.words).toContain('Q2.00 de comisión');
  });

  test('whose turn died after it was sent is told as done when it runs again, not refused because it is owed', async () => {
    open();
    await chat.say('préstame 10');
    const before = chat.state;
    await chat.say('sí');
    chat.state = before; // nothing of that turn was written
    world.refusal = { reason: 'debt-open' };
    world.owes = ['10', '2', '12'];
    chat.tries = 1;
    expect(plain((await chat.say('sí')).map(({ text }) => text))[0]).toMatch(/^Listo\. Q10\.00 en tu línea 5555-0101\./);
    expect(ledger.orders).toHaveLength(1);
  });

  test('whose turn died is told as done also when its code is too old by then: a new one would make it another order', async () => {
    open();
    await chat.say('préstame 10');
    chat.now += 4.9 * MINUTE;
    const before = chat.state;
    await chat.say('sí');
    expect(ledger.orders).toHaveLength(1);
    chat.state = before;
    chat.now += MINUTE;
    chat.tries = 1;
    expect(plain((await chat.say('sí')).map(({ text }) => text))[0]).toMatch(/^Listo\. Q10\.00 en tu línea 5555-0101\./);
    expect(ledger.orders).toHaveLength(1);
  });

  test('the amount of the first sentence is not asked again; no is no', async () => {
    open();
    await script(`
      > prestame saldo, 5
      < Adelanto de Q5.00 para tu línea 5555-0101: recibes Q5.00 y en tu próxima recarga se descuentan Q6.00 (Q1.00 de comisión). ¿Confirmas?
      > no
      < De acuerdo, no hice nada.
    `);
    expect(ledger.orders).toEqual([]);
  });

  test('a pack on credit, by button and by number', async () => {
    open();
    await script(`
      > prestame un paquete
      < Paquetes que puedes pedir ahora y pagar después:
      1. Todo en uno, 1 día: Q12.00 (Q2.00 de comisión).
      ¿Cuál?
      > 1
      < Todo en uno, 1 día para tu línea 5555-0101: lo usas ya y en tu próxima recarga se descuentan Q12.00 (Q2.00 de comisión). ¿Confirmas?
      > [Sí, pedirlo]
      < Listo. Todo en uno, 1 día en tu línea 5555-0101. Por este adelanto, en tu próxima recarga se descuentan Q12.00. Comprobante A-7K2M9.
    `);
    open();
    await script(`
      > adelanto
      < Puedes pedir hasta Q20.00. Ejemplo: recibes Q10.00 y en tu próxima recarga se descuentan Q12.00 (Q2.00 de comisión). ¿Cuánto?
      > [Un paquete]
      < Paquetes que puedes pedir ahora y pagar después:
      1. Todo en uno, 1 día: Q12.00 (Q2.00 de comisión).
      ¿Cuál?
    `);
  });

  test('in Bolivia it is collected of every top-up and every day, and Bs 1 is left; in Paraguay by halves, with vos', async () => {
    open('BO');
    await script(`
      > prestame saldo, 10
      < Adelanto de Bs 10,00 para tu línea 70000101: recibes Bs 10,00 y de las próximas recargas, y cada día del saldo, se descuentan Bs 12,00; siempre quedan Bs 1,00 (Bs 2,00 de comisión). ¿Confirmas?
    `);
    open('PY', { offers: [['5000', '1000']] });
    await script(`
      > prestame saldo
      < Podés pedir hasta Gs. 5.000. Ejemplo: recibís Gs. 5.000 y de cada recarga se descuenta la mitad, hasta completar Gs. 6.000 (Gs. 1.000 de comisión). ¿Cuánto?
    `);
    open('GT', { offers: [] });
    await script(`
      > prestame saldo
      < Ahora no hay ningún adelanto abierto para esta línea. No se pidió ni se cobró nada. Puedes recargar o comprar un paquete.
    `);
  });

  test('in English', async () => {
    open('GT', {}, { language: 'en' });
    await script(`
      > airtime advance
      < You can ask for up to Q20.00. Example: you get Q10.00 and Q12.00 is taken from your next top-up (Q2.00 fee). How much?
      > [Q10.00]
      < Advance of Q10.00 for your line 5555-0101: you get Q10.00 and Q12.00 is taken from your next top-up (Q2.00 fee). Do you confirm?
      > yes
      < Done. Q10.00 on your line 5555-0101. For this advance, Q12.00 is taken from your next top-up. Receipt A-7K2M9.
    `);
  });

  test('in English: corrected, in doubt until the end comes by itself, and refused; and paid back', async () => {
    open('GT', {}, { language: 'en' });
    ledger.next({ status: 'unknown', until: chat.now + 30 * 60_000 }, { status: 'refused', reason: 'other' });
    await script(`
      > airtime advance, 20
      < Advance of Q20.00 for your line 5555-0101: you get Q20.00 and Q24.00 is taken from your next top-up (Q4.00 fee). Do you confirm?
      > make it 500
      < Advances are of Q5.00, Q10.00 or Q20.00. I asked for nothing. Which one?
      > 10
      < Advance of Q10.00 for your line 5555-0101: you get Q10.00 and Q12.00 is taken from your next top-up (Q2.00 fee). Do you confirm?
      > yes
      < I do not know yet whether the advance of Q10.00 was made. Do not repeat it: it could be asked for twice. I am checking; I will tell you by 2:50 p.m. at the latest. Reference A-7K2M9.
    `);
    expect(await told({ status: 'done', facts: {} })).toBe(
      'Now I know: the advance of Q10.00 to the line ending in 0101 did arrive, at 2:21 p.m. Q12.00 is to be paid in all. Receipt A-7K2M9.',
    );
    expect(plain(await chat.play('> airtime advance, 10\n> yes')).at(-1)).toBe(
      '< The advance was not made. It was not applied. Nothing was charged.',
    );
    open('GT', { owes: ['10', '2', '12'], means: [balance('20')] }, { language: 'en' });
    ledger.next({ status: 'unknown', until: chat.now + 30 * 60_000 }, { status: 'refused', reason: 'insufficient' });
    await script(`
      > repay my loan
      < Pay Q12.00 with your balance (you have Q20.00): your line 5555-0101 then owes no advances. Do you confirm?
      > yes
      < I do not know yet whether the payment of Q12.00 was applied. Do not repeat it: it could be charged twice. I am checking; I will tell you by 2:50 p.m. at the latest. Reference A-7K2M9.
    `);
    expect(await told({ status: 'refused', reason: 'other' })).toBe(
      'Now I know: the payment of Q12.00 for the advance of the line ending in 0101 did not arrive and was not charged. If you like, we do it now.',
    );
    expect(plain(await chat.play('> repay my loan\n> yes')).at(-1)).toBe(
      '< The payment was not made. The balance is not enough. Nothing was charged.',
    );
  });

  test('a code that is older than five minutes moves nothing', async () => {
    open();
    await chat.play('> prestame saldo, 10');
    chat.now += 6 * 60_000;
    await expect(chat.say('si')).rejects.toThrow('a new code was asked for');
    expect(ledger.orders).toEqual([]);
  });

  test('what is not known is told, and its end comes by itself, with the last digits only', async () => {
    open();
    ledger.next({ status: 'unknown', until: chat.now + 30 * 60_000 });
    await script(`
      > prestame saldo, 10
      < Adelanto de Q10.00 para tu línea 5555-0101: recibes Q10.00 y en tu próxima recarga se descuentan Q12.00 (Q2.00 de comisión). ¿Confirmas?
      > si
      < Todavía no sé si se hizo el adelanto de Q10.00. No lo repitas: se podría pedir dos veces. Lo estoy revisando; te aviso a más tardar a las 2:50 p. m. Referencia A-7K2M9.
    `);
    expect(await told({ status: 'done', facts: { balanceAfter: 1_085 } })).toBe(
      'Ya sé: el adelanto de Q10.00 a la línea terminada en 0101 sí entró, a las 2:21 p. m. Se pagan Q12.00 en total. Comprobante A-7K2M9.',
    );
    expect(await told({ status: 'refused', reason: 'other' })).toContain('no se hizo y no debes nada por él');
    expect(await told('stuck')).toContain('Una persona lo está viendo con tu referencia A-7K2M9');
  });

  test('a no of the other side is told as one', async () => {
    open();
    ledger.next({ status: 'refused', reason: 'not-eligible' });
    const said = await chat.play(`
      > prestame saldo, 10
      > si
    `);
    expect(plain(said).at(-1)).toBe('< No se hizo el adelanto. No está disponible para esta línea. No se cobró nada.');
  });
});

describe('why not', () => {
  const asked = async (refusal: World['refusal'], changes: Partial<World> = {}, place: Place = 'GT'): Promise<string> => {
    open(place, { refusal, ...changes });
    const said = await chat.say('prestame saldo');
    expect(said[0]?.choices?.length).toBeGreaterThan(0);
    expect(ledger.orders).toEqual([]);
    return plain(said.map(({ text }) => text)).join(' ');
  };

  test('each reason has its own words, what is missing, and what can be done', async () => {
    expect(await asked({ reason: 'debt-open' }, { owes: ['10', '2', '12'] })).toBe(
      'Ahora no puedo darte otro adelanto: sigue pendiente uno de Q12.00 desde el sábado 14 de noviembre. Al recargar Q12.00 o más queda pagado y puedes pedir de nuevo.',
    );
    expect(await asked({ reason: 'line-young', from: Date.parse('2026-12-11T15:00:00Z') })).toContain(
      'los puedes pedir desde el viernes 11 de diciembre',
    );
    expect(await asked({ reason: 'few-top-ups', missingTopUps: 2 })).toContain('faltan 2 recargas');
    expect(await asked({ reason: 'few-top-ups', missingTopUps: 1 })).toContain('falta 1 recarga ');
    expect(await asked({ reason: 'balance-enough' })).toContain('tu saldo alcanza para comprar un paquete');
    expect(await asked({ reason: 'sim-changed', from: Date.parse('2026-11-23T00:20:00Z') })).toContain('vuelven el domingo a las 6:20 p. m.');
    expect(await asked({ reason: 'postpaid' })).toContain('tu línea es de un plan con factura');
    expect(await asked({ reason: 'minor' })).toBe(
      'El adelanto solo lo pide el dueño de la línea, que debe ser mayor de edad. Pídele a la persona titular que lo haga en un chat propio, o puedo decirte cuánto saldo tienes.',
    );
    expect(await asked({ reason: 'limit-used' }, { owes: ['20', '4', '24'] })).toContain('usado todo tu límite de Q20.00');
    expect(await asked({ reason: 'down' })).toContain('no responden en este momento. No se pidió ni se cobró nada');
  });

  test('in Bolivia a debt says that it is tried every day and that Bs 1 stays; where nothing is lent, that', async () => {
    expect(await asked({ reason: 'debt-open' }, { owes: ['10', '2', '12'] }, 'BO')).toContain(
      'cada día se trata de cobrar del saldo; siempre te quedan Bs 1,00',
    );
    expect(await asked(undefined, {}, 'NI')).toBe(
      'Aquí no hay adelantos de saldo por ahora. No se pidió ni se cobró nada. Podés recargar desde este chat.',
    );
  });

  test('a SIM changed less than 72 hours ago, or nobody knows: nothing moves', async () => {
    expect(await asked(undefined, { sim: Date.parse('2026-11-20T00:20:00Z') })).toContain(
      'las compras, los adelantos y la billetera vuelven el domingo a las 6:20 p. m.',
    );
    expect(await asked(undefined, { sim: 'away' })).toContain('Ahora no puedo revisar el chip de esta línea');
    open('GT', { sim: Date.parse('2026-11-17T12:20:00Z') });
    expect((await chat.say('prestame saldo'))[0]?.text).toContain('Puedes pedir hasta');
  });
});

describe('a debt', () => {
  test('is told, with the limit and how it is collected', async () => {
    open('GT', { owes: ['10', '2', '12'], refusal: { reason: 'debt-open' } });
    await script(`
      > cuánto debo del adelanto
      < Línea 5555-0101: debes Q12.00 de adelantos, desde el sábado 14 de noviembre. Recibiste Q10.00 el sábado 31 de octubre, con Q2.00 de comisión; faltan Q12.00. Al recargar Q12.00 o más queda pagado y puedes pedir de nuevo. Tu límite es Q20.00; ahora quedan Q0.00 para pedir.
    `);
    open();
    await script(`
      > mi prestamo
      < Línea 5555-0101: no debes ningún adelanto. Tu límite es Q20.00; ahora quedan Q20.00 para pedir.
    `);
  });

  test('is paid early from the balance', async () => {
    open('GT', { owes: ['10', '2', '12'], refusal: { reason: 'debt-open' }, means: [balance('37.50')] });
    await script(`
      > pagar mi adelanto
      < Pagar Q12.00 con tu saldo (tienes Q37.50): tu línea 5555-0101 queda sin deuda de adelantos. ¿Confirmas?
      > si
      < Listo. Pagaste Q12.00: tu línea 5555-0101 ya no debe adelantos. Comprobante A-7K2M9. ✅
    `);
    expect(ledger.orders[0]).toMatchObject({ kind: 'repay', amount: { minor: 1_200 }, details: { means: 'balance' } });
  });

  test('with too little balance nothing is charged, and a top-up is the way', async () => {
    open('GT', { owes: ['10', '2', '12'], refusal: { reason: 'debt-open' }, means: [balance('0.85')] });
    await script(`
      > pagar mi adelanto
      < Debes Q12.00 y en tu saldo faltan Q11.15. No cobré nada. Al recargar Q12.00 o más queda pagado y puedes pedir de nuevo.
    `);
    open('GT');
    await script(`
      > pagar mi adelanto
      < La línea 5555-0101 no debe ningún adelanto. No cobré nada.
    `);
  });

  test('a payment in doubt is not repeated, and its end is told', async () => {
    open('GT', { owes: ['10', '2', '12'], means: [balance('37.50')] });
    ledger.next({ status: 'unknown', until: chat.now + 30 * 60_000 });
    const said = await chat.play(`
      > pagar mi adelanto
      > si
    `);
    expect(plain(said).at(-1)).toContain('Todavía no sé si se aplicó el pago de Q12.00. No lo repitas');
    expect(await told({ status: 'done', facts: {} })).toBe(
      'Ya sé: el pago de Q12.00 del adelanto de la línea terminada en 0101 sí entró. Comprobante A-7K2M9.',
    );
  });

  test('"yo no pedí": when and by which words it was taken, and a case; asked twice, the same one', async () => {
    open('GT', { owes: ['10', '2', '12'] });
    await chat.play(`
      > prestame saldo, 10
      > si
    `);
    chat.now += 20 * 24 * HOUR;
    world.owes = ['10', '2', '12'];
    chat.state = signedIn(LINE.GT, chat.now);
    // The operator dates it on the day it was taken here.
    const said = plain(await chat.play('> yo no pedi ningun adelanto'));
    expect(said[1]).toContain(
      'Encontré el adelanto de Q10.00: se pidió por chat el viernes 20 de noviembre a las 2:20 p. m., con un código enviado a tu línea. Referencia A-7K2M9.',
    );
    expect(said[1]).toContain('(Q2.00 de comisión)');
    expect(said[2]).toContain('Abrí el caso C-4TT8M por los Q12.00 que faltan.');
    await chat.play('> yo no pedi ningun adelanto');
    expect(new Set(cases.map(({ key }) => key)).size).toBe(1);
    expect(cases[0]?.what).toMatchObject({ topic: 'loans', reason: 'complaint', line: LINE.GT });
    expect(cases[0]?.what.facts['consentimiento']).toContain('versión test');
  });

  test('"yo no pedí", and it was not by this chat; or nothing is owed', async () => {
    open('GT', { owes: ['10', '2', '12'] });
    expect(plain(await chat.play('> yo no pedi ningun adelanto'))[1]).toContain('No se pidió por este chat');
    open();
    const said = plain(await chat.play('> yo no pedi ningun adelanto'));
    expect(said.slice(1)).toEqual(['< La línea 5555-0101 no debe ningún adelanto y ahora no se cobra ninguno. Puedes ver en qué se fue el saldo.']);
    expect(cases).toEqual([]);
  });
});

test('what a sentence about loans is about', () => {
  const meant: Readonly<Record<string, readonly string[]>> = {
    advance: ['prestame saldo', 'necesito 10 prestados', 'por qué no me prestan saldo', 'lend me 10', 'antes me prestaban 20 y ahora no'],
    pack: ['fiame un paquete de internet', 'megas fiadas', 'lend me a data pack'].slice(0, 1),
    debt: ['cuánto debo de adelanto', 'tengo prestamo pendiente?', 'how much do I owe on my loan', 'ya pague el prestamo?'],
    repay: [
      'quiero pagar mi prestamo',
      'pagar lo que me prestaron',
      'repay my loan',
      'i want to pay off the advance',
      'pay my loan',
      'pay what i owe',
    ],
    denied: [
      'me cobraron un prestamo que no pedi',
      'yo no pedí ese adelanto y me lo están cobrando',
      'I never asked for a loan',
      "i was charged for an advance i didn't request",
    ],
  };
  for (const [wish, all] of Object.entries(meant)) for (const text of all) expect([text, wishIn(text)]).toEqual([text, wish]);
});
