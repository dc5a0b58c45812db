import { countryOf } from '../../src/domain/countries';
import { fromDecimal } from '../../src/domain/money';
import type { Settled } from '../../src/domain/spending';
import type { Form, Language } from '../../src/domain/texts';
import { findPayment } from '../../src/dialogs/skills/find-payment';
import type { NewCase } from '../../src/integrations/cases/port';
import type { Receipt } from '../../src/integrations/receipts/port';
import { OPEN_HOURS } from '../support/open-hours';
import { signedIn } from '../support/signed-in';
import { testLedger, type TestLedger } from '../support/ledger';
import { lines, talk, type Talk } from '../support/talk';

const LINE = { GT: '50255550103', PY: '595981000101' } as const;
type Place = keyof typeof LINE;
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

let chat: Talk;
let ledger: TestLedger;
let cases: { key: string; what: NewCase }[];
let since: number | undefined;

/** Payments as `[amount, hours ago, state, reference]`. */
type Paid = readonly [amount: string, hoursAgo: number, state?: Receipt['state'], reference?: string, what?: Receipt['what']];
const open = (paid: readonly Paid[], who: { place?: Place; language?: Language; form?: Form } = {}): void => {
  const { place = 'GT', ...words } = who;
  const country = countryOf(place);
  cases = [];
  since = undefined;
  ledger = testLedger();
  const receipts = {
    of: async (_line: string, from: number): Promise<Receipt[]> =>
      paid
        .map(([amount, hours, state = 'applied', reference, what = 'top-up'], index): Receipt => {
          const id = `before-${LINE[place]}-${index}`;
          return {
            id,
            reference: reference ?? id,
            amount: fromDecimal(amount, country.currency),
            at: chat.now - hours * HOUR,
            place: 'tienda',
            what,
            state,
          };
        })
        .filter(({ at }) => at >= from),
  };
  const book = {
    open: async (key: string, what: NewCase) => {
      cases.push({ key, what });
      return { reference: 'C-4TT8M', ...(since !== undefined && { since }) };
    },
  };
  chat = talk([findPayment({ receipts, cases: book, hours: OPEN_HOURS })], { country, ledger });
  chat.state = signedIn(LINE[place], chat.now, { form: country.form, ...words });
};
const plain = (said: readonly string[]): string[] => said.flatMap((line) => line.replaceAll('\u00a0', ' ').split('\n'));
const script = async (text: string): Promise<void> => expect(plain(await chat.play(text))).toEqual(lines(text));

/** An order of this chat, an hour ago. */
const bought = async (outcome: Settled | undefined, minor = 2_000, details = {}): Promise<string> => {
  ledger.next(outcome ?? { status: 'unknown', until: 0 });
  const teller = { conversation: 'test:1', skill: 'top-up', language: 'es', form: 'tu' } as const;
  const evidence = { words: '', shownAt: 0, agreedAt: chat.now - HOUR, release: '1' };
  const order = { id: 'o'.repeat(22), kind: 'top-up', line: LINE.GT, amount: { minor, currency: 'GTQ' }, details, limits: [] } as const;
  await ledger.spend({ ...order, day: '', again: false, teller, evidence });
  return order.id;
};

describe('received and not applied', () => {
  const carlos: readonly Paid[] = [['10', 20, 'received', 'PV-55120']];

  test('is found without a question: do not pay again, and a case with the finding', async () => {
    open(carlos);
    await script(`
      > mi recarga no llego
      < Encontré tu recarga: Q10.00, ayer a las 6:20 p. m., comprobante PV-55120. La recibimos y todavía no la aplicamos a tu línea. No pagues otra vez.
      < Abrí el caso C-4TT8M para que se aplique. Tienes respuesta a más tardar mañana a las 2:20 p. m.
    `);
    const [only] = cases;
    expect(plain([only?.what.summary ?? ''])).toEqual(['Pagó Q10.00 en tienda el 19 nov, 6:20 p. m. (ref. PV-55120). Recibido, no aplicado a …0103']);
    expect(only?.what).toMatchObject({ topic: 'find-payment', reason: 'refused', line: LINE.GT, facts: { pago: 'PV-55120' } });
    expect(only?.what.promised.replaceAll('\u00a0', ' ')).toBe('Respuesta antes del 21 nov, 2:20 p. m.');
    expect(JSON.stringify({ ...only?.what, line: '' })).not.toContain('55550103');
  });

  const among: readonly Paid[] = [['20', 3], ['30', 4], ['10', 20, 'received', 'PV-55120'], ['10', 200]]; // prettier-ignore
  const found = 'Encontré tu recarga: Q10.00, ayer a las 6:20 p. m., comprobante PV-55120.';

  test.each(['de 10', 'de ayer', 'PV-55120', 'de Q10 del 19/11'])('by amount, day or reference among others, in one sentence: %s', async (clue) => {
    open(among);
    expect(plain((await chat.say(`buscar mi pago ${clue}`)).map(({ text }) => text))[0]).toContain(found);
  });

  test('by the number on the paper, however it is written, when amount and day are not known or wrong', async () => {
    open([['20', 3], ['10', 200, 'received', 'PV-55120']]); // prettier-ignore
    await script(`
      > buscar mi pago de 15
      < ¿Qué día fue?
      > no me acuerdo
      < Con eso no lo encuentro. ¿Qué número de comprobante tiene tu recibo?
      > pv 55120
      < Encontré tu recarga: Q10.00, el jueves 12 de noviembre a las 6:20 a. m., comprobante PV-55120. La recibimos y todavía no la aplicamos a tu línea. No pagues otra vez.
      < Abrí el caso C-4TT8M para que se aplique. Tienes respuesta a más tardar mañana a las 2:20 p. m.
    `);
  });

  test('a day that comes to mind while the number on the paper is asked is searched; who has no paper is not asked for its number', async () => {
    open([['20', 3], ['15', 2, 'applied'], ['16', 50, 'received', 'PV-55120']]); // prettier-ignore
    await script(`
      > buscar mi pago de 16 de hoy
      < Con eso no lo encuentro. ¿Qué número de comprobante tiene tu recibo?
      > perdón, fue antier
      < Encontré tu recarga: Q16.00, el miércoles 18 de noviembre a las 12:20 p. m., comprobante PV-55120. La recibimos y todavía no la aplicamos a tu línea. No pagues otra vez.
      < Abrí el caso C-4TT8M para que se aplique. Tienes respuesta a más tardar mañana a las 2:20 p. m.
    `);
    open([['20', 3]]); // prettier-ignore
    const asked = plain(await chat.play('> buscar mi pago de 15\n> no tengo el comprobante'));
    expect(asked[1]).toBe('< ¿Qué día fue?');
    expect(asked.slice(3).join()).toContain('C-4TT8M');
    expect(cases[0]?.what.summary).toContain('15');
  });

  test('asked again it is the same case, and that is said', async () => {
    open(carlos);
    await chat.say('mi recarga no llego');
    since = chat.now;
    await script(`
      > mi recarga no llego
      < Encontré tu recarga: Q10.00, ayer a las 6:20 p. m., comprobante PV-55120. La recibimos y todavía no la aplicamos a tu línea. No pagues otra vez.
      < Ya está abierto el caso C-4TT8M, desde hoy: una persona lo está viendo.
    `);
    expect(new Set(cases.map(({ key }) => key)).size).toBe(1);
  });

  test('an invoice, said to somebody who is addressed with usted', async () => {
    open([['308', 21, 'received', 'BI-884201', 'invoice']], { form: 'usted' });
    await script(`
      > mi pago no aparece
      < Encontré su pago: Q308.00, ayer a las 5:20 p. m., comprobante BI-884201. Lo recibimos y todavía no lo aplicamos a su cuenta. No pague otra vez.
      < Abrí el caso C-4TT8M para que se aplique. Tiene respuesta a más tardar mañana a las 2:20 p. m.
    `);
    expect(cases[0]?.what.facts).not.toHaveProperty('cuidado');
  });
});

describe('what is where it belongs', () => {
  test('the last one is told, and the search goes on if that is not it', async () => {
    open([['20', 2], ['50', 30, 'reversed', '00482913'], ['10', 200]]); // prettier-ignore
    await script(`
      > no me llego la recarga
      < Tu última recarga: Q20.00, hoy a las 12:20 p. m. Sí entró.
      > [No es esa]
      < Lo busco. ¿De cuánto fue el pago o la recarga?
      > 50
      < ¿Qué día fue?
      > [Ayer]
      < Ese pago se devolvió: Q50.00, ayer a las 8:20 a. m., comprobante 00482913. No se aplicó y no se cobró.
    `);
    expect(cases).toEqual([]);
  });

  test('the one of yesterday, by its day alone; a thank-you ends it', async () => {
    open([['5', 2], ['20', 20]]); // prettier-ignore
    await script(`
      > buscar mi pago de ayer
      < Sí entró: Q20.00, ayer a las 6:20 p. m.
      > gracias
      < Muy bien. Aquí sigo para lo que haga falta.
    `);
  });

  test('another amount in the answer is searched at once', async () => {
    open([['5', 2], ['20', 100]]); // prettier-ignore
    await script(`
      > mi recarga no llego
      < Tu última recarga: Q5.00, hoy a las 12:20 p. m. Sí entró.
      > la de 20
      < ¿Qué día fue?
      > [No lo sé]
      < Sí entró: Q20.00, el lunes 16 de noviembre a las 10:20 a. m.
    `);
  });

  test('a payment of this chat has the reference that the chat gave it', async () => {
    open([['20', 1, 'applied', `top-up-${'o'.repeat(22)}`]]);
    await bought({ status: 'done', facts: {} });
    await script(`
      > buscar mi pago
      < Tu última recarga: Q20.00, hoy a la 1:20 p. m., comprobante R-7K2M9. Sí entró.
    `);
  });
});

describe('in verification', () => {
  test('this chat’s own order is not to be repeated; another one is still searched', async () => {
    open([['10', 20, 'received', 'PV-55120']]);
    await bought(undefined);
    await script(`
      > mi recarga no llego
      < Tu operación de Q20.00, hoy a la 1:20 p. m., sigue en verificación. No la repitas: te aviso en cuanto sepa. Referencia R-7K2M9.
      > [No es esa]
      < Lo busco. ¿De cuánto fue el pago o la recarga?
      > 10
      < ¿Qué día fue?
      > ayer
      < Encontré tu recarga: Q10.00, ayer a las 6:20 p. m., comprobante PV-55120. La recibimos y todavía no la aplicamos a tu línea. No pagues otra vez.
      < Abrí el caso C-4TT8M para que se aplique. Tienes respuesta a más tardar mañana a las 2:20 p. m.
    `);
  });

  const ON_PAGE = { means: { id: 'page', kind: 'page', name: 'Otra tarjeta' } };

  test('a link that nobody may have paid by comes after money that did arrive; the number on the paper finds the other one', async () => {
    open([['10', 20, 'received', 'PV-55120']]);
    await bought(undefined, 2_000, ON_PAGE);
    expect((await chat.say('mi recarga no llego')).map(({ text }) => text).join()).toContain('PV-55120');
    open([['10', 20, 'applied', 'PV-55120'], ['20', 30, 'applied', 'PV-77001']]); // prettier-ignore
    await bought(undefined, 2_000, ON_PAGE);
    await script(`
      > mi recarga no llego
      < Tu operación de Q20.00, hoy a la 1:20 p. m., espera el pago por el enlace; el banco aún no confirma ninguno. Si ya pagaste, no pagues otra vez: te aviso en cuanto llegue. Referencia R-7K2M9.
      > R-7K2M9
      < Tu operación de Q20.00, hoy a la 1:20 p. m., espera el pago por el enlace; el banco aún no confirma ninguno. Si ya pagaste, no pagues otra vez: te aviso en cuanto llegue. Referencia R-7K2M9.
      > es la PV-77001
      < Sí entró: Q20.00, ayer a las 8:20 a. m., comprobante PV-77001.
    `);
    expect(cases).toEqual([]);
  });

  test('a day in the answer is searched at once', async () => {
    open([['10', 2], ['20', 30]]); // prettier-ignore
    await script(`
      > mi recarga no llego
      < Tu última recarga: Q10.00, hoy a las 12:20 p. m. Sí entró.
      > la de ayer de 20
      < Sí entró: Q20.00, ayer a las 8:20 a. m.
    `);
  });

  test('is not spoken of when another amount was named', async () => {
    open([['10', 20, 'received', 'PV-55120']]);
    await bought(undefined);
    expect((await chat.say('buscar mi pago de 10')).map(({ text }) => text).join()).toContain('PV-55120');
  });
});

describe('charged twice', () => {
  const twice: readonly Paid[] = [['20', 0.25], ['20', 0.26], ['5', 1]]; // prettier-ignore

  test('both are told, in usted; one case with both', async () => {
    open(twice);
    await script(`
      > me cobraron doble
      < Lo revisé. Veo dos de Q20.00: hoy a las 2:04 p. m. y hoy a las 2:05 p. m. ¿Solo quería una?
      > si
      < Abrí el caso C-4TT8M por el cobro doble de Q20.00. Una persona lo mira y le responde a más tardar mañana a las 2:20 p. m.
    `);
    expect(cases[0]?.what.summary).toMatch(/^Cobro doble: Q20\.00 el 20 nov, 2:04.* y el 20 nov, 2:05/);
  });

  test('wanted both: nothing is opened', async () => {
    open(twice);
    await script(`
      > me cobraron doble
      < Lo revisé. Veo dos de Q20.00: hoy a las 2:04 p. m. y hoy a las 2:05 p. m. ¿Solo quería una?
      > [No, quería las dos]
      < De acuerdo. Las dos están aplicadas y no falta nada.
    `);
    expect(cases).toEqual([]);
  });

  test.each<[string, readonly Paid[]]>([
    ['far apart', [['20', 1], ['20', 2]]], // prettier-ignore
    ['of two amounts', [['20', 0.25], ['21', 0.26]]], // prettier-ignore
    ['one of them given back', [['20', 0.25, 'reversed'], ['20', 0.26]]], // prettier-ignore
  ])('two %s are not doubled', async (_what, paid) => {
    open(paid);
    expect((await chat.say('me cobraron doble')).map(({ text }) => text).join()).not.toContain('dos de');
  });
});

describe('not found', () => {
  test('by amount, day and reference: what was looked for goes to a person', async () => {
    open([]);
    await script(`
      > pague en la tienda y nada
      < Lo busco. ¿De cuánto fue el pago o la recarga?
      > muchas
      < Lo busco. ¿De cuánto fue el pago o la recarga?
      > Q15
      < ¿Qué día fue?
      > [Ayer]
      < Con eso no lo encuentro. ¿Qué número de comprobante tiene tu recibo?
      > AB-991
      < No encontré un pago con esos datos en los últimos 35 días. Abrí el caso C-4TT8M con lo que me dijiste: una persona lo busca y te responde a más tardar mañana a las 2:20 p. m. Guarda tu recibo.
    `);
    expect(cases[0]?.what).toMatchObject({ reason: 'not_found', facts: { buscado: 'Q15.00, 2026-11-19, AB-991' } });
  });

  test('the same search opens the same case; another one another', async () => {
    open([]);
    for (const amount of ['15', '15', '16']) await chat.play(`> mi pago no aparece\n> ${amount}\n> ayer\n> AB-991`);
    expect(new Set(cases.map(({ key }) => key)).size).toBe(2);
    expect(cases).toHaveLength(3);
  });

  test('what the sentence says is not asked', async () => {
    open([]);
    await script(`
      > buscar mi pago de 15 de ayer
      < Con eso no lo encuentro. ¿Qué número de comprobante tiene tu recibo?
    `);
  });
});

describe('for somebody else', () => {
  const own: readonly Paid[] = [['20', 2]];

  test('is not looked for on the line that is signed in: what was told goes to a person, with the number', async () => {
    open(own);
    await script(`
      > mi recarga no llego, le eche 20 ayer a mi mama
      < ¿A qué número fue?
      > al de ella
      < ¿A qué número de celular fue? Por ejemplo 5555-0101.
      > 5555-0102
      < ¿Qué número de comprobante tiene tu recibo?
      > PV-77001
      < Los pagos de otra línea no los veo desde aquí. Abrí el caso C-4TT8M con lo que me dijiste: una persona lo busca y te responde a más tardar mañana a las 2:20 p. m. Guarda tu recibo.
    `);
    const [only] = cases;
    expect(only?.what).toMatchObject({ reason: 'not_found', line: LINE.GT, claimed: '50255550102' });
    expect(plain([only?.what.summary ?? ''])).toEqual(['Pagó para otra línea …0102 y no aparece: Q20.00, 2026-11-19, PV-77001. Escribe desde …0103']);
  });

  test.each(['mi recarga no llego, le eche 20 a la de mi hijo', 'no me llego la recarga de mi esposa', 'buscar mi pago, le puse 20 y no le cae'])(
    'the line is asked for: %s',
    async (said) => {
      open(own);
      expect((await chat.say(said)).map(({ text }) => text)).toEqual(['¿A qué número fue?']);
    },
  );

  test('it was for this line after all', async () => {
    open(own);
    await script(`
      > no me llego la recarga de mi hija
      < ¿A qué número fue?
      > [A mi línea]
      < Tu última recarga: Q20.00, hoy a las 12:20 p. m. Sí entró.
    `);
  });

  test('who does not know the number is not asked for it twice', async () => {
    open(own);
    const [asked] = (await chat.play('> no me llego la recarga de mi hija, de 20 de ayer\n> [No lo sé]')).slice(-1);
    expect(asked).toBe('< ¿Qué número de comprobante tiene tu recibo?');
  });

  test.each([
    'mi recarga no llego, la compre en la tienda de mi vecina',
    'mi recarga no llego, no le cae a mi linea',
    'mi recarga no llego al 5555-0103',
  ])('nobody is asked whose line it is when it is their own: %s', async (said) => {
    open(own);
    expect((await chat.say(said)).map(({ text }) => text).join()).toContain('Sí entró');
  });
});

test('Paraguay, with vos and no decimals', async () => {
  open([['10000', 20, 'received', 'PV-1']], { place: 'PY' });
  await script(`
    > mi recarga no llego
    < Encontré tu recarga: Gs. 10.000, ayer a las 9:20 p. m., comprobante PV-1. La recibimos y todavía no la aplicamos a tu línea. No pagues otra vez.
    < Abrí el caso C-4TT8M para que se aplique. Tenés respuesta a más tardar mañana a las 5:20 p. m.
  `);
});

test('in English', async () => {
  open([['10', 20, 'received', 'PV-55120']], { language: 'en' });
  await script(`
    > my top-up has not arrived
    < I found your top-up: Q10.00, yesterday, 6:20 p.m., receipt PV-55120. We received it and have not applied it to your line yet. Do not pay again.
    < I asked for it to be applied: case C-4TT8M. You will have an answer by tomorrow, 2:20 p.m.
  `);
});
