import { countryOf } from '../../src/domain/countries';
import { fromDecimal } from '../../src/domain/money';
import { catalog, type Form, type Language } from '../../src/domain/texts';
import { skill } from '../../src/dialogs/engine/skill';
import { balanceUse } from '../../src/dialogs/skills/balance-use';
import { digestOf, inSums } from '../../src/dialogs/skills/balance-use/sums';
import type { NewCase } from '../../src/integrations/cases/port';
import type { Movement } from '../../src/integrations/movements/port';
import { OPEN_HOURS } from '../support/open-hours';
import { signedIn } from '../support/signed-in';
import { lines, talk, type Talk } from '../support/talk';

const LINE = { GT: '50255550101', CO: '573000000101', PY: '595981000101' } as const;
type Place = keyof typeof LINE;
const HOUR = 3_600_000;

let chat: Talk;
let cases: { key: string; what: NewCase }[];
let since: number | undefined;

/** Movements as `[kind, name, amount, hours ago]`. */
type Moved = readonly [kind: Movement['kind'], name: string, amount: string, hoursAgo: number, more?: Pick<Movement, 'product' | 'other'>];
const open = (moved: readonly Moved[], who: { place?: Place; language?: Language; form?: Form } = {}): void => {
  const { place = 'GT', ...words } = who;
  const country = countryOf(place);
  cases = [];
  since = undefined;
  const movements = {
    of: async (_line: string, from: number): Promise<Movement[]> =>
      moved
        .map(([kind, name, amount, hours, more], index) => {
          const minor = fromDecimal(amount.replace('-', ''), country.currency).minor * (amount.startsWith('-') ? -1 : 1);
          return { id: `m${index}`, kind, name, amount: { minor, currency: country.currency }, at: chat.now - hours * HOUR, ...more };
        })
        .filter(({ at }) => at >= from),
  };
  const book = {
    open: async (key: string, what: NewCase) => {
      cases.push({ key, what });
      return { reference: 'C-4TT8M', ...(since !== undefined && { since }) };
    },
  };
  chat = talk([balanceUse({ movements, cases: book, hours: OPEN_HOURS }), ended], { country });
  chat.state = signedIn(LINE[place], chat.now, { form: country.form, ...words });
};
const ended = skill(
  'subscriptions',
  catalog({ title: 'tus suscripciones', button: 'Mis suscripciones' }, { title: 'your subscriptions', button: 'Subscriptions' }),
)
  .hears({ es: ['suscripciones'], en: [] })
  .does(async ({ say }) => say('Estas son.'));
const plain = (said: readonly string[]): string[] => said.flatMap((line) => line.replaceAll('\u00a0', ' ').split('\n'));
const script = async (text: string): Promise<void> => expect(plain(await chat.play(text))).toEqual(lines(text));

const daily = (days: number): Moved[] =>
  Array.from({ length: days }, (_, day) => ['subscription', 'Te llamé', '-0.99', day * 24 + 1, { product: 's6' }] as const);
const MARIA: readonly Moved[] = [
  ['top-up', 'Recarga', '20', 20],
  ['pack', 'Paquete Todo en uno 3 días', '-20', 19],
  ['transfer', 'Recarga a 5555-0102', '-10', 70, { other: '50255550102' }],
  ['recovery', 'Pago de adelanto', '-2', 20],
  ['calls', 'Llamada fuera del paquete', '-3.96', 40],
  ['data', 'Datos fuera del paquete', '-1.50', 60],
  ...daily(5),
];

test('purchases, what was sent, what went to a debt, daily charges and usage, in one answer', async () => {
  open(MARIA);
  await script(`
    > me roban el saldo
    < Lo revisé. En los últimos 5 días: Q20.00 de Paquete Todo en uno 3 días, Q10.00 que enviaste al 5555-0102, Q4.95 de Te llamé, que se cobra cada día (5 veces), Q2.00 para pagar un adelanto y Q5.46 de llamadas y datos fuera de tus paquetes. ¿Hay alguno que no reconozcas?
    > [Ver todo]
    < 1. Q20.00 de Paquete Todo en uno 3 días (ayer a las 7:20 p. m.)
    2. Q10.00 que enviaste al 5555-0102 (el martes 17 de noviembre a las 4:20 p. m.)
    3. Q4.95 de Te llamé, que se cobra cada día (5 veces) (hoy a la 1:20 p. m.)
    4. Q3.96 de Llamada fuera del paquete (el miércoles 18 de noviembre a las 10:20 p. m.)
    5. Q2.00 para pagar un adelanto (ayer a las 6:20 p. m.)
    6. Q1.50 de Datos fuera del paquete (el miércoles 18 de noviembre a las 2:20 a. m.)
    En total salieron Q42.41.
    > no, gracias
    < De acuerdo. Aquí sigo para lo que haga falta.
  `);
});

describe('one that is not theirs', () => {
  test('opens a case with what it is; the other line only by its last digits', async () => {
    open(MARIA, { form: 'usted' });
    await chat.say('en que se fue mi saldo');
    await script(`
      > hay uno que no reconozco
      < ¿Cuál no reconoce?
      > 2
      < Abrí el caso C-4TT8M por *Recarga a 5555-0102*. Una persona lo mira y le responde a más tardar mañana a las 2:20 p. m. No tiene que hacer nada más.
    `);
    expect(plain([cases[0]?.what.summary ?? ''])).toEqual(['No reconoce «Recarga a …0102»: Q10.00 en 1 cobro, el último el 17 nov, línea …0101']);
    expect(cases[0]?.what).toMatchObject({ topic: 'balance-use', reason: 'complaint', promisedBy: chat.now + 24 * HOUR });
  });

  test('said again it is the same case, and that is told', async () => {
    open(MARIA);
    const ask = '> en que se fue mi saldo\n> [No reconozco uno]\n> [Te llamé]';
    await chat.play(ask);
    since = chat.now - 30 * HOUR;
    expect((await chat.play(ask)).at(-1)).toBe('< Ya está abierto el caso C-4TT8M por *Te llamé*, desde ayer: una persona lo está viendo.');
    expect(new Set(cases.map(({ key }) => key)).size).toBe(1);
  });
});

test('the name of one of them is what they do not recognise: no pack is sold to who complains of one', async () => {
  open(MARIA);
  await chat.say('me roban el saldo');
  expect((await chat.say('el paquete todo en uno'))[0]?.text).toContain('Abrí el caso C-4TT8M por *Paquete Todo en uno 3 días*');
});

test.each(['¿Te llamé?', 'qué es te llamé', 'gracias, ya vi lo de te llamé', 'sí compré el paquete todo en uno 3 días', 'recarga'])(
  'nothing is complained of by "%s"',
  async (text) => {
    open(MARIA);
    await chat.say('me roban el saldo');
    await chat.say(text);
    expect(cases).toEqual([]);
  },
);

test('"quítemelos todos" goes to what can be ended', async () => {
  open(MARIA);
  await chat.say('me roban el saldo');
  expect((await chat.say('quítemelos todos')).map(({ text }) => text)).toEqual(['Estas son.']);
});

test('nothing went out', async () => {
  open([['top-up', 'Recarga', '20', 20], ['pack', 'Paquete', '-20', 200]]); // prettier-ignore
  await script(`
    > en que se fue mi saldo
    < En los últimos 5 días no salió nada de este saldo.
  `);
});

test('Paraguay, with vos and no decimals', async () => {
  open([['pack', 'Pack Datos 3 días', '-7000', 3], ['sms', 'Mensajes', '-500', 5]], { place: 'PY' }); // prettier-ignore
  await script(`
    > en que se fue mi saldo
    < Lo revisé. En los últimos 5 días: Gs. 7.000 de Pack Datos 3 días y Gs. 500 de mensajes fuera de tus paquetes. ¿Hay alguno que no reconozcas?
    > [No reconozco uno]
    < ¿Cuál no reconocés?
  `);
});

test('in English', async () => {
  open(MARIA, { language: 'en' });
  await script(`
    > where did my balance go
    < I looked. In the last 5 days: Q20.00 for Paquete Todo en uno 3 días, Q10.00 that you sent to 5555-0102, Q4.95 for Te llamé, charged every day (5 times), Q2.00 to pay back an advance and Q5.46 for calls and data outside your packs. Is there one you do not recognise?
    > [One is not mine]
    < Which one do you not recognise?
    > [Te llamé]
    < I opened case C-4TT8M about *Te llamé*. A person looks at it and answers you by tomorrow, 2:20 p.m. at the latest. You need not do anything else.
  `);
});

test('the figures of the answer are all that went out, however many there are, and no family is missing', () => {
  const many: Movement[] = [
    ...Array.from({ length: 9 }, (_, n) => ({
      id: `p${n}`,
      at: n,
      kind: 'pack' as const,
      name: `Paquete ${n}`,
      amount: { minor: -1_000 - n, currency: 'GTQ' as const },
    })),
    { id: 'r', at: 1, kind: 'recovery', name: 'Pago de adelanto', amount: { minor: -1, currency: 'GTQ' } },
    { id: 's', at: 1, kind: 'subscription', name: 'Música', amount: { minor: -2, currency: 'GTQ' } },
    { id: 'c', at: 1, kind: 'calls', name: 'Llamadas', amount: { minor: -3, currency: 'GTQ' } },
    { id: 't', at: 1, kind: 'top-up', name: 'Recarga', amount: { minor: 5_000, currency: 'GTQ' } },
  ];
  const { sums, spent } = inSums(many, 'GTQ');
  const { each, used, rest } = digestOf(sums, 5);
  expect(each.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['pack', 'recovery', 'subscription']));
  expect(each).toHaveLength(5);
  const told = [...each.map(({ amount }) => amount), ...(used ? [used.amount] : []), ...(rest ? [rest.amount] : [])];
  expect(told.reduce((all, { minor }) => all + minor, 0)).toBe(spent.minor);
});
