import { topUp } from '../../src/dialogs/skills/top-up';
import { skill } from '../../src/dialogs/engine/skill';
import { onceMore } from '../../src/dialogs/engine/once-more';
import { fromDecimal } from '../../src/domain/money';
import { catalog } from '../../src/domain/texts';
import type { Means } from '../../src/integrations/payments/port';
import { testLedger, type TestLedger } from '../support/ledger';
import { signedIn } from '../support/signed-in';
import { talk, type Talk } from '../support/talk';

const OTHER = [
  ...['Y otros 20 al 5555-0103', 'otros 50 para mi mamá 5555-0103', 'y otros veinte al 55550103', 'otros Q20 a mi hijo', 'otros 20', '20 más'],
  ...['20 mas al mismo', 'y 20 más pa mi mami 5555 0103', 'y 50 al 5555-0102', 'ahora 10 al 5555-0103', 'ahora otros 10 pa mi', 'otra recarga de 20'],
  ...['y otra de 15 para doña Mary 5555-0102', 'y otros 20 para Juan Carlos 5555-0102', 'echale otros 20 al 5555-0103', 'metele 20 más'],
  ...['ponele otros 30 al 5555-0103', 'y al 5555-0102 tambien', 'y a mi mamá también 20', 'ok gracias, y otros 20 al 5555-0103'],
  ...['gracias! ahora 20 para la 5555-0103', 'otros 20 a la mía', '20 al 5555-0103', 'otrs 20 al 5555-0103', 'otos 20 al 5555-0103'],
  ...['otros cincuenta quetzalitos al 5555-0103', 'y otra para mi nena al 5555-0102', 'and another 20 to 5555-0103', 'another 20', '20 more'],
  ...['and 20 to my mom 5555-0102', 'another top up of 20', 'and now 50 to 5555-0103'],
];
const SAME = [
  ...['lo mismo al 5555-0103', 'otra igual', 'lo mismo para mi esposa', 'lo mismo pa mi hija al 55550102', 'lo mizmo al 5555-0102', 'otra ygual'],
  ...['otro tanto al 5555-0102', 'otra vez lo mismo', 'de nuevo', 'una mas', 'otra más por favor', 'hazme otra igual', 'otra recarga igual'],
  ...['tambien al 5555-0102', 'igual al 5555-0102', 'la misma cantidad al 5555-0102', 'el mismo monto para 5555-0103', 'repite la recarga'],
  ...['the same to 5555-0102', 'same again', 'another one', 'one more', 'do it again', 'same amount for my wife 5555-0102'],
];
const NEITHER = [
  ...['otra', 'otro', 'más', 'también', 'igual', 'gracias igual', 'igualmente', 'otra cosa', 'otra factura', 'otros paquetes', 'otro paquete igual'],
  ...[
    'y mi saldo',
    'y los megas',
    'y otros 2 gigas',
    'otros 10 minutos',
    'otra pregunta',
    'otra línea',
    'no, otra cosa',
    'nada más',
    '20',
    '5555-0103',
  ],
  ...['otra vez sin señal', 'no me llegó, otra vez lo mismo', 'siempre lo mismo con ustedes', 'es lo mismo', 'y otros 20 que no me llegaron'],
  ...['me cobraron otros 20', 'otra vez me cobraron 20', 'no quiero otros 20', 'otros 20 de adelanto', 'prestame otros 20', 'otro caso', 'más tarde'],
  ...[
    'más megas',
    'mas saldo',
    'y ahora qué',
    'ahora mismo',
    'ya mismo',
    'hoy mismo',
    'la misma tarjeta',
    'le puse 20 al 5555-0103 y no era',
    'y 20 dias',
  ],
  ...['puedes repetir por favor', 'me puedes repetir', 'me repites', 'repíteme porfa', 'can you repeat please', 'quiero que me repitas'],
  ...['quita los otros 20', 'another question', 'another pack', 'same problem', 'more data', 'one more thing', 'not again', 'gracias', 'y ya'],
];

describe('once more', () => {
  test.each(OTHER)('"%s" says how much, or for whom', (text) => expect(onceMore(text)).toBe('other'));
  test.each(SAME)('"%s" is the same again', (text) => expect(onceMore(text)).toBe('same'));
  test.each(NEITHER)('"%s" is something else', (text) => expect(onceMore(text)).toBeUndefined());
});

const MARIA = '50255550101';
const MAMA = '50255550102';
const VISA: Means = { id: 'card-1', kind: 'card', name: 'Visa ••4242' };
const gtq = (amount: string) => fromDecimal(amount, 'GTQ');

const balance = skill(
  'balances',
  catalog({ title: 'tu saldo', button: 'Saldo', has: 'Te quedan Q20.' }, { title: 'your balance', button: 'Balance', has: 'Q20.' }),
)
  .hears({ es: ['mi saldo'], en: ['my balance'] })
  .does(async ({ say, t }) => say(t.has));

const operations = skill(
  'operations',
  catalog({ title: 'tus pagos', button: 'Pagos', all: 'Va en camino.' }, { title: 'your payments', button: 'Payments', all: 'On its way.' }),
)
  .hears({ es: ['mis pagos'], en: ['my payments'] })
  .does(async ({ say, t }) => say(t.all));

let ledger: TestLedger;
let chat: Talk;

beforeEach(() => {
  ledger = testLedger();
  const find = async (msisdn: string) => ({ msisdn, status: 'active', plan: { name: 'Prepago', kind: 'prepaid', includes: [] } }) as const;
  const rules = { amounts: [gtq('5'), gtq('20')], min: gtq('5'), max: gtq('500'), step: gtq('1'), validity: [], promotions: [] };
  const never = async (): Promise<never> => Promise.reject(new Error('not asked'));
  const ports = {
    catalogue: { topUps: async () => rules, packs: never, subscriptions: never },
    means: { of: async () => [VISA] },
    simSwap: { changedAt: async () => undefined },
    lines: { find, read: async (msisdn: string) => ({ value: await find(msisdn), at: 0, stale: false }) },
  };
  chat = talk([topUp(ports), balance, operations], { ledger });
  chat.state = signedIn(MARIA, chat.now);
});

/** What the bot answers last. */
const answerTo = async (...texts: readonly string[]): Promise<string> => {
  let answer = '';
  for (const text of texts) answer = (await chat.say(text)).at(-1)?.text.replaceAll('\u00a0', ' ') ?? '';
  return answer;
};
const paid = (): readonly (readonly [number, unknown])[] =>
  ledger.orders.map(({ amount, details }) => [amount.minor, typeof details === 'object' && details !== null && 'to' in details && details.to]);

describe('after a top-up', () => {
  const CONSENT_MAMA = /^Recargar Q20.00 a la línea 5555-0102 con tu Visa ••4242\..*¿Confirmas\?$/;

  test('"y otros 20 al 5555-0102" is a top-up of its own, with its own consent', async () => {
    await answerTo('recarga 50', 'sí');
    expect(await answerTo('Y otros 20 al 5555-0102')).toMatch(/últimos 4 números/);
    expect(await answerTo('0102')).toMatch(CONSENT_MAMA);
    expect(paid()).toEqual([[5_000, MARIA]]);
    await answerTo('sí');
    expect(paid()).toEqual([[5_000, MARIA], [2_000, MAMA]]); // prettier-ignore
  });

  test('"lo mismo al …" is as much again, "otra igual" for the same line; nothing moves without a yes', async () => {
    await answerTo('recarga 20', 'sí', 'lo mismo al 5555-0102');
    expect(await answerTo('0102')).toMatch(CONSENT_MAMA);
    await answerTo('sí', 'otra igual');
    expect(await answerTo('0102')).toMatch(CONSENT_MAMA);
    await answerTo('no');
    expect(paid()).toEqual([[2_000, MARIA], [2_000, MAMA]]); // prettier-ignore
  });

  test('"lo mismo para mí" is for the own line, whoever got the last one', async () => {
    await answerTo('recarga 20 al 5555-0102', '0102', 'sí');
    expect(await answerTo('lo mismo para mí')).toMatch(/^Recargar Q20.00 a tu línea 5555-0101 /);
  });

  test('"lo mismo para mi mamá" asks which number is hers, and knows how much', async () => {
    await answerTo('recarga 20', 'sí');
    expect(await answerTo('lo mismo para mi mamá')).toBe('¿A qué línea recargo?');
    await answerTo('5555-0102');
    expect(await answerTo('0102')).toMatch(CONSENT_MAMA);
  });

  test.each(['de nuevo', 'lo mismo para el 5555-0102', 'y el 5555-0102?', 'igual para mi mamá'])(
    '"%s" after a look at the balance is about that',
    async (text) => {
      await answerTo('recarga 20', 'sí');
      chat.now += 60_000;
      await answerTo('mi saldo');
      expect(await answerTo(text)).not.toMatch(/Confirmas|recargo|últimos 4/);
    },
  );

  test.each(['otra igual', 'de nuevo', 'do it again', 'lo mismo a la mía'])(
    '"%s" of one whose end nobody knows yet is not proposed: it may be twice the same',
    async (text) => {
      ledger.next({ status: 'unknown', until: chat.now });
      await answerTo('recarga 20', 'sí');
      expect(await answerTo(text)).toBe('Va en camino.');
      expect(await answerTo('lo mismo al 5555-0102', '0102')).toMatch(CONSENT_MAMA);
      expect(paid()).toEqual([[2_000, MARIA]]);
    },
  );

  test('"y otros 20 a mi otro número" asks which that is', async () => {
    await answerTo('recarga 20', 'sí');
    expect(await answerTo('y otros 20 a mi otro número')).toBe('¿A qué línea recargo?');
    expect(await answerTo('5555-0102', '0102')).toMatch(CONSENT_MAMA);
  });

  test('whoever says how much goes on topping up, also after a look at the balance', async () => {
    await answerTo('recarga 20', 'sí');
    chat.now += 60_000;
    await answerTo('mi saldo');
    expect(await answerTo('y otros 20')).toMatch(/^Recargar Q20.00 a tu línea 5555-0101 /);
  });

  test('an amount that is not taken is refused with its reason', async () => {
    await answerTo('recarga 20', 'sí');
    expect(await answerTo('y otros 3')).toMatch(/^Ese monto es muy bajo: el mínimo es Q5\.00\./);
    expect(paid()).toHaveLength(1);
  });
});

describe('with nothing to go on from', () => {
  test('nobody is asked to agree to an amount that was never said', async () => {
    expect(await answerTo('otra igual')).not.toMatch(/Confirmas/);
    expect(await answerTo('recarga lo mismo')).toBe('¿Cuánto recargo a tu línea 5555-0101?');
  });

  test('what was long ago is not repeated, nor what was refused', async () => {
    ledger.next({ status: 'refused', reason: 'card-declined' });
    await answerTo('recarga 20', 'sí');
    expect(await answerTo('otra igual')).not.toMatch(/Confirmas/);
    await answerTo('recarga 20', 'sí');
    chat.now += 16 * 60_000;
    expect(await answerTo('otra igual')).not.toMatch(/Confirmas/);
    expect(paid()).toHaveLength(2);
  });
});
