import { z } from 'zod';
import { mobileLogin } from '../../src/dialogs/login/mobile';
import { ConversationRecord } from '../../src/dialogs/engine/record';
import { skill, type Skill } from '../../src/dialogs/engine/skill';
import { catalog } from '../../src/domain/texts';
import { nobody } from '../../src/state/session';
import type { OneTimeCodes } from '../../src/integrations/codes/port';
import type { Line } from '../../src/integrations/lines/port';
import type { Tap } from '../../src/domain/message';
import { testLedger, type Answer, type TestLedger } from '../support/ledger';
import { signedIn } from '../support/signed-in';
import { lines, talk, type Talk } from '../support/talk';
import { until } from '../support/until';

const LINE = '50255550101';
const MINUTE = 60_000;
const texts = catalog(
  {
    ...{ title: 'el pago', button: 'Pagar', sure: (v: { price: number }) => `¿Pago ${v.price}?`, paid: 'Pagado.', doubt: 'No lo sé.' },
    ...{ yes: 'Sí, pagar', pin: '¿PIN?' },
  },
  { title: 'paying', button: 'Pay', sure: (v) => `Pay ${v.price}?`, paid: 'Paid.', doubt: 'I do not know.', yes: 'Yes, pay', pin: 'PIN?' },
);

let price: number;
let chat: Talk;
let ledger: TestLedger;
const purposes: string[] = [];
/** What the other sides are waiting for. */
let slow: { agreeing?: Promise<void>; reading?: Promise<void>; sending?: Promise<void> } = {};

/** One consent that moves money. `stepUp`: only with a code of these five minutes. */
const pay = (stepUp: boolean) =>
  skill('pay', texts)
    .hears({ es: ['pagar'], en: ['pay'] })
    .needs('mobile', { level: 2, money: true })
    .loads('price', z.number(), async () => (await slow.reading, price))
    .confirms('agreed', { words: ({ t, price: each }) => ({ text: t.sure({ price: each }) }), yes: ({ t }) => t.yes, stepUp: () => stepUp })
    .does(async ({ agreed, money, price: each, say, t }) => {
      const spent = await money.spend(agreed, { kind: 'pay', amount: { minor: each * 100, currency: 'GTQ' }, details: {} });
      say(spent.status === 'unknown' ? t.doubt : t.paid);
    });

/** The same, with a PIN that is asked for after the yes. */
const payByPin = skill('pay', texts)
  .hears({ es: ['pagar'], en: ['pay'] })
  .needs('mobile', { level: 2, money: true })
  .loads('price', z.number(), async () => (await slow.agreeing, price))
  .confirms('agreed', { words: ({ t, price: each }) => ({ text: t.sure({ price: each }), shields: 'digits' }), yes: ({ t }) => t.yes })
  .asksSecret('pin', { ask: ({ t }) => ({ text: t.pin, expects: 'secret' }), keeps: z.string(), read: ({ text }) => text })
  .does(async ({ agreed, pin: secret, money, price: each, say, t }) => {
    await slow.reading;
    const spent = await money.spend(agreed, { kind: 'pay', amount: { minor: each * 100, currency: 'GTQ' }, details: {}, secret });
    say(spent.status === 'unknown' ? t.doubt : t.paid);
  });

const open = (stepUp = false, paying: Skill = pay(stepUp)): void => {
  price = 10;
  slow = {};
  purposes.length = 0;
  ledger = testLedger();
  const codes: OneTimeCodes = {
    begin: async ({ attempt, purpose }) => (purposes.push(purpose), { status: 'begun', challenge: attempt, promised: 0, again: 0 }),
    deliver: async () => undefined,
    check: async ({ code }) => (code === '123456' ? { status: 'right' } : { status: 'wrong', left: 2 }),
  };
  const ours: Line = { msisdn: LINE, status: 'active', plan: { name: 'Prepago', kind: 'prepaid', includes: [] } };
  const login = mobileLogin({ codes, lines: { find: async () => ours, read: async () => ({ value: ours, at: 0, stale: false }) } });
  const sends: TestLedger = { ...ledger, spend: async (order) => ledger.spend(order).finally(() => slow.sending) };
  chat = talk([paying, login], { ledger: sends, person: login.id });
  chat.state = signedIn(LINE, chat.now);
};
const play = async (script: string): Promise<void> => expect(await chat.play(script)).toEqual(lines(script));
/** The button "yes" of the consent that was shown last. */
const consent = async (): Promise<Tap> => {
  const [shown] = await chat.say('pagar');
  return { choice: 'yes', question: z.string().parse(shown?.question) };
};
const tapped = async (tap: Tap): Promise<string[]> => (await chat.say({ tap })).map(({ text }) => text);

describe('the button of a consent that was given already', () => {
  test.each<[string, Answer, string]>([
    ['done', { status: 'done', facts: {} }, 'Esa operación ya está procesada: R-7K2M9. No la hice otra vez y no te cobré de nuevo.'],
    ['refused', { status: 'refused', reason: 'other' }, 'Esa operación, R-7K2M9, no se hizo y no se cobró. Ese botón ya no vale.'],
    ['in verification', { status: 'unknown', until: 0 }, 'Esa operación, R-7K2M9, sigue en verificación. No la repitas: te aviso en cuanto sepa.'],
  ])('says what became of the order: %s; nothing is sent again', async (_how, answer, words) => {
    open();
    const yes = await consent();
    ledger.next(answer);
    await tapped(yes);
    expect(await tapped(yes)).toEqual([words]);
    expect(await tapped(yes)).toEqual([words]);
    expect(ledger.orders).toHaveLength(1);
  });

  test('keeps what is open now open, and is not an answer to it', async () => {
    open();
    const old = await consent();
    await tapped(old);
    await chat.say('pagar');
    expect(await tapped(old)).toEqual([expect.stringContaining('ya está procesada: R-7K2M9'), '¿Pago 10?']);
    expect(ledger.orders).toHaveLength(1);
  });

  test('says only that it is over in another conversation, after leaving, with another signature, and before it was agreed to', async () => {
    open();
    const yes = await consent();
    const before = chat.state;
    await chat.say('cancelar');
    expect((await tapped(yes))[0]).toBe('Ese botón ya pasó.'); // shown, never agreed to
    chat.state = before;
    await tapped(yes);
    const { question = '' } = yes;
    const [number, step, signature = ''] = question.split('.');
    const forged = [
      `${number}.${step}.${signature.replace(/^./, (first) => (first === 'A' ? 'B' : 'A'))}`,
      `1.${step}.${signature}`,
      `${number}.x.${signature}`,
      '',
      '..',
    ];
    for (const each of forged) expect((await tapped({ choice: 'yes', question: each }))[0]).toBe('Ese botón ya pasó.');
    expect((await tapped({ choice: 'no', question }))[0]).toBe('Ese botón ya pasó.');
    const other = talk([pay(false)], { ledger, number: 5_000 });
    other.state = chat.state;
    expect((await other.say({ tap: yes }))[0]?.text).toContain('ya está procesada'); // same conversation, another process
    const record = ConversationRecord.parse(JSON.parse(chat.state ?? ''));
    chat.state = JSON.stringify({ ...record, session: nobody });
    expect((await tapped(yes))[0]).toBe('Ese botón ya pasó.');
    expect(ledger.orders).toHaveLength(1);
  });

  test('and after the session is over', async () => {
    open();
    const yes = await consent();
    await tapped(yes);
    chat.now += 31 * MINUTE;
    expect((await tapped(yes))[0]).toBe('Ese botón ya pasó.');
  });
});

describe('a consent', () => {
  test('that was shown more than ten minutes ago is shown again, as a new order, and the old button is over', async () => {
    open();
    const old = await consent();
    const shownAt = String(chat.now);
    chat.state = (chat.state ?? '').replace(`"at":${shownAt}`, `"at":${chat.now - 10 * MINUTE - 1}`);
    expect(await tapped(old)).toEqual(['Pasó un buen rato desde que te lo mostré, y no he cobrado nada. ¿Lo quieres así?', '¿Pago 10?']);
    expect(ledger.orders).toEqual([]);
    expect(await tapped(old)).toEqual(['Ese botón ya pasó.', '¿Pago 10?']);
    await play(`
      > sí
      < Pagado.
    `);
    expect(ledger.orders).toHaveLength(1);
  });

  test('that asks for a fresh code is shown again, the same, after it', async () => {
    open(true);
    await chat.say('pagar');
    chat.now += 5 * MINUTE + 1;
    expect((await chat.say('sí'))[0]?.text).toBe('Para proteger tu dinero necesito un código nuevo antes de seguir. No he cobrado nada.');
    expect(purposes).toEqual(['step-up']);
    expect(ledger.orders).toEqual([]);
    expect((await chat.say('654321')).map(({ text }) => text).join()).not.toContain('¿Pago');
    expect((await chat.say('123456')).at(-1)?.text).toBe('¿Pago 10?');
    expect(ledger.orders).toEqual([]);
    chat.now += MINUTE;
    await play(`
      > sí
      < Pagado.
    `);
    expect(ledger.orders).toHaveLength(1);
  });

  test('with a code of these five minutes asks for no other one', async () => {
    open(true);
    await play(`
      > pagar
      < ¿Pago 10?
      > sí
      < Pagado.
    `);
    expect(purposes).toEqual([]);
  });

  test('for words that have changed since is shown again', async () => {
    open();
    await chat.say('pagar');
    price = 12;
    await play(`
      > sí
      < Algo cambió mientras hablábamos. Revísalo otra vez:
      < ¿Pago 12?
      > sí
      < Pagado.
    `);
    expect(ledger.orders.map(({ amount }) => amount.minor)).toEqual([1_200]);
  });
});

describe('a payment that takes long', () => {
  const held = (): { readonly isOver: Promise<void>; readonly letGo: () => void } => {
    let letGo = (): void => {};
    const isOver = new Promise<void>((resolve) => (letGo = resolve));
    return { isOver, letGo };
  };
  /** What the slow turn says at last. */
  const end = async (): Promise<string[]> => {
    const late = await until(() => chat.posted.find(({ id }) => id.startsWith('late:')), 'its end', { everyMs: 1 });
    return (await chat.arrive(late.event)).map(({ text }) => text);
  };
  /** It is on its way: the turn that sends it may still be on the way there when its customer hears that it goes on. */
  const isOrdered = () => until(() => ledger.orders.length > 0, 'the order is sent', { everyMs: 1 });
  const said = async (text: string): Promise<string> => (await chat.say(text)).map((each) => each.text).join(' ');
  const begin = async (what: 'reading' | 'sending'): Promise<() => void> => {
    open();
    await chat.say('pagar');
    const { isOver, letGo } = held();
    slow = { [what]: isOver };
    chat.hurried = true;
    expect(await said('sí')).toMatch(/^Sigo en ello/);
    if (what === 'sending') await isOrdered();
    return letGo;
  };
  const ON_ITS_WAY = 'Eso ya va en camino y no lo puedo parar. No lo pidas otra vez: te aviso aquí en cuanto sepa cómo quedó.';

  test.each(['cancelar', 'menú', 'salir', 'me robaron el celular'])('is never sent once its customer has said "%s"', async (text) => {
    const letGo = await begin('reading');
    expect(await said(text)).not.toBe(ON_ITS_WAY);
    letGo();
    expect(await end()).toEqual([]);
    expect(ledger.orders).toEqual([]);
  });

  test('that is sent is not said to be one that can be left', async () => {
    const letGo = await begin('sending');
    expect(await said('cancelar')).toBe(ON_ITS_WAY);
    for (const what of ['hola', 'y entonces?'])
      expect(await said(what)).toBe('Sigo con lo anterior. No lo pidas otra vez: te aviso aquí en cuanto sepa cómo quedó.');
    letGo();
    await end();
    await begin('reading').then((go) => go());
  });

  test('is asked anew, and sent once, when its customer said "repetir" before it was sent', async () => {
    const letGo = await begin('reading');
    slow = {};
    expect(await said('repetir')).toBe('¿Pago 10?');
    letGo();
    expect(await end()).toEqual([]);
    expect(await said('sí')).toBe('Pagado.');
    expect(ledger.orders).toHaveLength(1);
  });

  test.each(['cancelar', 'repetir', 'atrás', 'ayuda', 'english'])(
    'and was sent: "%s" is told so, nothing is asked again, and the end is told',
    async (text) => {
      const letGo = await begin('sending');
      expect(await said(text)).toBe(ON_ITS_WAY);
      letGo();
      expect(await end()).toEqual(['Pagado.']);
      expect(ledger.orders).toHaveLength(1);
    },
  );

  test.each(['menú', 'salir'])('and was sent: "%s" leaves nothing open that could be paid again', async (text) => {
    const letGo = await begin('sending');
    expect(await said(text)).not.toMatch(/Pago|No hice nada/);
    letGo();
    expect(await end()).toEqual([]); // the ledger tells it
    expect(await said('sí')).not.toBe('Pagado.');
    expect(ledger.orders).toHaveLength(1);
  });

  describe('whose PIN is typed after the yes', () => {
    const PIN = '5012 7781 0042';
    const typed = async (what: 'agreeing' | 'reading' | 'sending'): Promise<() => void> => {
      open(false, payByPin);
      await chat.say('pagar');
      if (what !== 'agreeing') await chat.say('sí');
      const { isOver, letGo } = held();
      slow = { [what]: isOver };
      chat.hurried = true;
      expect(await said(what === 'agreeing' ? 'sí' : PIN)).toMatch(/^Sigo en ello/);
      if (what === 'sending') await isOrdered();
      return letGo;
    };

    test.each(['cancelar', 'menú', 'salir', 'me robaron el celular'])('is never sent once its customer has said "%s"', async (text) => {
      const letGo = await typed('reading');
      expect(await said(text)).not.toBe(ON_ITS_WAY);
      letGo();
      expect(await end()).toEqual([]);
      expect(ledger.orders).toEqual([]);
    });

    test('and was sent: "cancelar" is told so, and the end is told', async () => {
      const letGo = await typed('sending');
      expect(await said('cancelar')).toBe(ON_ITS_WAY);
      letGo();
      expect(await end()).toEqual(['Pagado.']);
      expect(ledger.orders.map(({ secret }) => secret)).toEqual([PIN]);
    });

    test.each([
      ['sending', { secret: 'all', asked: 'secret' }],
      ['agreeing', { secret: 'digits', asked: 'secret' }],
    ] as const)('is shown to nobody when it is typed while they wait (%s)', async (what, hidden) => {
      const letGo = await typed(what);
      expect(chat.outcomes.at(-1)).toMatchObject(hidden);
      expect(await said(PIN)).toMatch(/^Sigo con lo anterior/);
      expect(chat.outcomes.at(-1)).toMatchObject(hidden);
      letGo();
      expect(await end()).toEqual([what === 'agreeing' ? '¿PIN?' : 'Pagado.']);
    });
  });

  test('is not shown again to who opens the page meanwhile', async () => {
    const letGo = await begin('sending');
    expect((await chat.arrive({ kind: 'joined' })).map((each) => each.text).join()).toMatch(/^Sigo con lo anterior/);
    letGo();
    expect(await end()).toEqual(['Pagado.']);
  });
});
