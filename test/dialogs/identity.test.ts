import { z } from 'zod';
import { leave } from '../../src/dialogs/engine/control';
import { skill } from '../../src/dialogs/engine/skill';
import { mobileLogin } from '../../src/dialogs/login/mobile';
import { catalog } from '../../src/domain/texts';
import type { OneTimeCodes, Refused } from '../../src/integrations/codes/port';
import type { Line, Lines } from '../../src/integrations/lines/port';
import { talk, type Talk } from '../support/talk';

const MINUTE = 60_000;
const asked: string[] = [];
const done: string[] = [];
let price = 10;
let refusing = false;
let slow: Promise<void> | undefined;
beforeEach(() => {
  asked.length = done.length = purposes.length = compared.length = 0;
  refusal = last = undefined;
  price = 10;
  refusing = false;
  slow = undefined;
});

const line = (msisdn: string): Line => ({ msisdn, status: 'active', plan: { name: 'Prepago', kind: 'prepaid', includes: [] } });
const lines: Lines = {
  find: async (msisdn) => (asked.push(msisdn), msisdn.startsWith('5025555') ? line(msisdn) : undefined),
  read: async (msisdn) => ({ value: line(msisdn), at: 0, stale: false }),
};
let refusal: Refused | undefined;
let last: { until: number } | undefined;
const purposes: string[] = [];
const compared: string[] = [];
const codes: OneTimeCodes = {
  begin: async ({ attempt, purpose }) => {
    purposes.push(purpose);
    return refusal ?? { status: 'begun', challenge: attempt, promised: 0, again: last?.until ?? 0, ...(last && { last }) };
  },
  deliver: async ({ msisdn, text }) => void done.push(`SMS to ${msisdn}: ${text('123456')}`),
  check: async ({ code, purpose, challenge }) => (
    purposes.push(purpose),
    compared.push(challenge),
    code === '123456' ? { status: 'right' } : { status: 'wrong', left: 2 }
  ),
};

const texts = catalog(
  {
    title: 'el pago',
    button: 'Pagar',
    sure: (v: { price: number; line: string }) => `¿Pago ${v.price} de ${v.line}?`,
    yes: 'Sí, pagar',
    paid: 'Pagado.',
    no: 'Hoy no se puede.',
    word: '¿Clave?',
  },
  {
    title: 'paying',
    button: 'Pay',
    sure: (v) => `Pay ${v.price} from ${v.line}?`,
    yes: 'Yes, pay',
    paid: 'Paid.',
    no: 'Not today.',
    word: 'Password?',
  },
);
const pay = skill('pay', texts)
  .hears({ es: ['pagar'], en: ['pay'] })
  .needs('mobile', { level: 2, money: true })
  .loads('price', z.number(), async ({ t }) => {
    await slow;
    return refusing ? leave(t.no) : price;
  })
  .confirms('agreed', { words: ({ t, price: now, mobile }) => ({ text: t.sure({ price: now, line: mobile.msisdn }) }), yes: ({ t }) => t.yes })
  .does(async ({ t, say, price: now, mobile }) => {
    done.push(`${now} of ${mobile.msisdn}`);
    say(t.paid);
  });
const lock = skill('lock', texts)
  .hears({ es: ['clave'], en: ['lock'] })
  .needs('mobile', { level: 2 })
  .asksSecret('word', { ask: ({ t }) => ({ text: t.word, expects: 'secret' }), keeps: z.string(), read: ({ text }) => text })
  .does(async ({ word, mobile, t, say }) => {
    done.push(`${word} of ${mobile.msisdn}`);
    say(t.paid);
  });
const secretOf = skill('bill', texts)
  .hears({ es: ['factura'], en: ['bill'] })
  .needs('mobile', { level: 2 })
  .does(async ({ mobile, say }) => say(`La factura de ${mobile.msisdn} es Q100.`));

const all = [pay, lock, secretOf, mobileLogin({ codes, lines })];
const chat = () => talk(all, { menu: ['pay'], person: 'pay' });
const said = async (bot: Talk, text: string): Promise<string[]> => (await bot.say(text)).map(({ text: words }) => words);
const signIn = async (bot: Talk, wish: string): Promise<string[]> => {
  await bot.say(wish);
  await bot.say('5555-0101');
  return said(bot, '123456');
};
const ASKS_AGAIN = /^Por seguridad cerré tu sesión/;

test('a consent does not survive a new proof: what was read is read again, and shown again', async () => {
  const bot = chat();
  expect((await signIn(bot, 'pagar')).at(-1)).toBe('¿Pago 10 de 50255550101?');
  bot.now += 15 * MINUTE;
  price = 99;
  expect((await said(bot, 'sí')).at(-1)).toMatch(ASKS_AGAIN);
  await bot.tap('Sí, enviar código');
  expect((await said(bot, '123456')).at(-1)).toBe('¿Pago 99 de 50255550101?');
  expect(done.filter((each) => !each.startsWith('SMS'))).toEqual([]);
  await bot.say('sí');
  expect(done).toContain('99 of 50255550101');
});

test('a secret does not get past a session that is over', async () => {
  const bot = chat();
  expect((await signIn(bot, 'clave')).at(-1)).toBe('¿Clave?');
  bot.now += 45 * MINUTE;
  expect((await said(bot, 'mariposa')).at(-1)).toMatch(ASKS_AGAIN);
  expect(done.filter((each) => !each.startsWith('SMS'))).toEqual([]);
});

test.each(['repetir', 'ayuda', 'hola'])('after the session is over, "%s" shows nothing of the line', async (words) => {
  const bot = chat();
  await signIn(bot, 'factura');
  bot.now += 45 * MINUTE;
  expect((await said(bot, words)).join()).not.toContain('Q100');
});

test('opening the page again after the session is over asks for a code, not for the consent', async () => {
  const bot = chat();
  await signIn(bot, 'pagar');
  bot.now += 45 * MINUTE;
  expect((await bot.arrive({ kind: 'joined' })).map(({ text }) => text).join()).not.toContain('¿Pago');
});

test('a refusal that only comes when it is read again is said, and nothing is done', async () => {
  const bot = chat();
  await signIn(bot, 'pagar');
  refusing = true;
  expect(await said(bot, 'sí')).toEqual(['Hoy no se puede.']);
  expect(done.filter((each) => !each.startsWith('SMS'))).toEqual([]);
});

test('a "sí" from before the words were delivered is none, also when its slow turn is run again after they were', async () => {
  const bot = chat();
  await signIn(bot, 'pagar');
  slow = new Promise(() => {}); // the price is read again for the "sí", and that takes too long
  bot.unseen = true;
  bot.hurried = true;
  expect((await said(bot, 'sí')).at(-1)).toMatch(/^Sigo en ello/);
  const [timer] = bot.outcomes.at(-1)?.timers ?? [];
  slow = undefined;
  const event = z.object({ kind: z.literal('event'), name: z.string(), value: z.unknown() }).parse(JSON.parse(timer?.message ?? ''));
  expect((await bot.arrive(event)).at(-1)?.text).toBe('¿Pago 10 de 50255550101?');
  expect(done.filter((each) => !each.startsWith('SMS'))).toEqual([]);
});

test('a tap on what was not offered is no answer', async () => {
  const bot = chat();
  const question =
    (await signIn(bot, 'pagar')) && z.object({ question: z.string() }).parse(JSON.parse(bot.outcomes.at(-1)?.replies.at(-1) ?? '')).question;
  for (const choice of ['edit:price', 'page:x', 'page:1.5', '__proto__', 'sí']) {
    expect((await bot.say({ tap: { choice, question } })).at(-1)?.text).not.toBe('Pagado.');
  }
  expect(done.filter((each) => !each.startsWith('SMS'))).toEqual([]);
});

test('a number of ours and one that is not cost the same calls and the same words; the SMS goes its own way', async () => {
  const heard: string[][] = [];
  const posted: unknown[] = [];
  for (const number of ['5555-0101', '4444-0100']) {
    asked.length = 0;
    const bot = chat();
    await bot.say('factura');
    const words = await said(bot, number);
    heard.push([...words.map((each) => each.replace(number, 'NUMBER')), String(asked.length), String(bot.posted.length)]);
    posted.push(bot.posted.map(({ to }) => to));
  }
  expect(heard[0]).toEqual(heard[1]);
  expect(posted).toEqual([['apart:test:1'], ['apart:test:1']]);
  expect(done).toEqual([]);
});

describe('what a code is asked for', () => {
  test('is a login for whoever is not signed in, and again once the session is over', async () => {
    const bot = chat();
    await signIn(bot, 'factura');
    bot.now += 31 * MINUTE;
    await bot.say('factura');
    await bot.tap('Sí, enviar código');
    expect(purposes).toEqual(['login', 'login', 'login']);
  });

  test('is a step-up while the line is signed in here: other people’s codes and failures do not count', async () => {
    const bot = chat();
    await signIn(bot, 'factura');
    bot.now += 11 * MINUTE; // too long for what moves money, not for the session
    await bot.say('pagar');
    await bot.tap('Sí, enviar código');
    await bot.say('123456');
    expect(purposes).toEqual(['login', 'login', 'step-up', 'step-up']);
  });

  test('is a login for another line, whoever is signed in', async () => {
    const bot = chat();
    await signIn(bot, 'factura');
    bot.now += 11 * MINUTE;
    await bot.say('pagar');
    await bot.tap('Otro número');
    await bot.say('5555-0102');
    expect(purposes.at(-1)).toBe('login');
  });
});

test('a number in place of the code corrects the line; a line that should get something gets no code', async () => {
  const bot = chat();
  await bot.say('pagar');
  await bot.say('5555-0101');
  await bot.say('5555-0102');
  expect(purposes).toHaveLength(2);
  await bot.say('recarga 5 al 5555-0111');
  expect(purposes).toHaveLength(2);
});

describe('limits are told in time, with a way on', () => {
  const buttons = (message: { choices?: readonly { label: string }[] | undefined } | undefined) => message?.choices?.map(({ label }) => label);

  test.each([
    [15 * MINUTE + 1, 'hasta las 2:36 p. m.'],
    [20 * 60 * MINUTE + 1, 'hasta mañana a las 10:21 a. m.'],
  ])('before the last code: until when there is no other, and what can be done without', async (ms, words) => {
    const bot = chat();
    last = { until: bot.now + ms };
    await bot.say('factura');
    const asks = (await bot.say('5555-0101')).at(-1);
    expect(asks?.text.replaceAll('\u00a0', ' ')).toContain(`Es el último que puedo mandar ${words}: si no te llega, puedes seguir sin código`);
    expect(buttons(asks)).toEqual(['No me llegó', 'Cambiar número', 'Seguir sin código', 'Hablar con alguien']);
    const late = (await bot.tap('No me llegó')).at(-1);
    expect(buttons(late)).toEqual(['Cambiar número', 'Seguir sin código', 'Hablar con alguien']);
    expect((await said(bot, 'mandar otro')).at(-1)).toMatch(/^Puedo mandarte otro (a las|mañana)/);
  });

  test.each([
    ['wait', /^Por seguridad todavía no puedo mandar otro código a ese número\. Puedes pedirlo a las 2:36/],
    ['today', /^Por seguridad ya no puedo mandar más códigos a ese número por hoy\. Puedes intentar de nuevo a las 2:36/],
    ['lines', /^Por seguridad ya no puedo mandar códigos a otros números desde este chat\. Puedes intentar de nuevo a las 2:36/],
    ['held', /^Por seguridad ahora mando menos códigos, y a ese número no puedo\. Puedes pedirlo a las 2:36/],
  ] as const)('refused (%s): the same for every number, and no SMS', async (status, words) => {
    const heard: string[] = [];
    for (const number of ['5555-0101', '4444-0100']) {
      const bot = chat();
      refusal = { status, until: bot.now + 15 * MINUTE + 1 };
      await bot.say('factura');
      const refused = (await bot.say(number)).at(-1);
      expect(refused?.text.replaceAll('\u00a0', ' ')).toMatch(words);
      expect(buttons(refused)).toEqual(['Hablar con alguien', 'Ver el menú']);
      expect(bot.posted).toEqual([]);
      heard.push(JSON.stringify(refused));
    }
    expect(heard[0]).toBe(heard[1]);
  });
});

describe('back to the code that was sent already', () => {
  const first = { challenge: 'first', promised: Date.parse('2026-11-20T20:23:00Z'), again: Date.parse('2026-11-20T20:20:30Z') };
  const comesBack = async (number: string, how: (bot: Talk) => Promise<unknown>): Promise<Talk> => {
    const bot = chat();
    await bot.say('factura');
    await bot.say(number);
    refusal = { status: 'wait', until: first.again, open: first };
    await how(bot);
    return bot;
  };
  const BACK = [
    ['atrás', (bot: Talk) => bot.say('atrás')],
    ['Cambiar número', (bot: Talk) => bot.tap('Cambiar número')],
  ] as const;

  test.each(BACK)('the same number after "%s" is asked for that code, without another SMS, and it is right', async (_, how) => {
    const bot = await comesBack('5555-0101', how);
    const asks = (await bot.say('5555-0101')).at(-1);
    expect(asks?.text.replaceAll('\u00a0', ' ')).toMatch(
      /^Ya te mandé un código por SMS al 5555-0101, si la línea está activa y es de Alba\. Escríbelo aquí antes de las 2:23/,
    );
    expect(asks?.choices?.map(({ label }) => label)).toEqual(['No me llegó', 'Cambiar número']);
    expect(bot.posted).toHaveLength(1);
    expect((await said(bot, 'mandar otro')).at(-1)).toBe('Puedo mandarte otro en 30 segundos.');
    expect((await said(bot, '123456')).at(-1)).toContain('La factura de 50255550101');
    expect(compared).toEqual(['first']);
  });

  test('is the same for a number that is not ours', async () => {
    const heard: string[] = [];
    for (const number of ['5555-0101', '4444-0100']) {
      const bot = await comesBack(number, (talked) => talked.say('atrás'));
      asked.length = 0;
      heard.push(JSON.stringify([await bot.say(number), asked.length, bot.posted.length]).replaceAll(number, 'NUMBER'));
      refusal = undefined;
    }
    expect(heard[0]).toBe(heard[1]);
  });
});

test('"salir" ends the session, and drops what was said from the log', async () => {
  const bot = chat();
  await signIn(bot, 'factura');
  expect(bot.outcomes.at(-1)?.forgets).toBe(false);
  await bot.say('salir');
  expect(bot.outcomes.at(-1)?.forgets).toBe(true);
  expect((await said(bot, 'factura')).at(-1)).toMatch(/^Claro que sí/);
});
