import { agent } from '../../src/dialogs/care/agent';
import { again, leave } from '../../src/dialogs/engine/control';
import { oneOf } from '../../src/dialogs/engine/question';
import { smallTalk } from '../../src/dialogs/manners';
import { ConversationRecord } from '../../src/dialogs/engine/record';
import { skill } from '../../src/dialogs/engine/skill';
import { stopReminders } from '../../src/dialogs/skills/reminders/stop';
import { BackendFailure } from '../../src/domain/failure';
import { catalog } from '../../src/domain/texts';
import { z } from 'zod';
import { lines, talk, type Talk } from '../support/talk';

const named = (title: string) => catalog({ title, button: 'Botón' }, { title: 'this', button: 'Button' });
const done: string[] = [];
/** Something was done already when it asks: leaving it loses that. */
const pay = skill('pay', named('el pago'))
  .hears({ es: ['pagar'], en: ['pay'] })
  .acts('begun', z.literal('x'), async () => 'x' as const)
  .asks('code', { ask: () => '¿Código?', keeps: z.string(), read: ({ text }) => (/^\d{6}$/.test(text) ? text : again()) })
  .confirms('agreed', { words: () => ({ text: '¿Pago Q20.00?' }), yes: () => 'Sí, pagar' })
  .does(async ({ say }) => (done.push('paid'), say('Pagado.')));
const order = skill('order', named('el pedido'))
  .hears({ es: ['pedir'], en: [] })
  .asks(
    'what',
    oneOf({
      ask: () => '¿Qué cambio?',
      from: () => [
        { id: 'key', label: 'La contraseña' },
        { id: 'name', label: 'El nombre' },
        { id: 'both', label: 'Las dos cosas' },
      ],
    }),
  )
  .does(async ({ what, say }) => say(`Cambio ${what}.`));
const offer = skill('offer', named('la oferta'))
  .hears({ es: ['oferta'], en: [] })
  .does(async ({ say }) => say({ text: 'Si quieres verlo, toca el botón.', choices: [{ id: 'go:order', label: 'Pedir' }] }));
const menu = skill('way', named('el camino'))
  .hears({ es: ['camino'], en: [] })
  .does(async ({ say }) => say({ text: 'Eso es todo.', choices: [{ id: 'go:order', label: 'Pedir' }, { id: 'go:menu', label: 'Ver el menú' }] })); // prettier-ignore
const change = skill('change', named('el cambio'))
  .hears({ es: ['cambiar'], en: [] })
  .does(async ({ effect }) => {
    await effect('change', z.string(), async () => Promise.reject(new BackendFailure('core', 'timeout')), 'repeat');
  });
const robbed = skill('block-line', named('el bloqueo'))
  .hears({ es: ['bloquear'], en: [] })
  .asks('line', {
    ask: ({ form }) => `¿Línea? (${form})`,
    keeps: z.string(),
    read: ({ folded }) => (folded === 'no tengo' ? leave(undefined, 'agent') : again()),
  })
  .does(async () => undefined);
const loans = skill('loans', named('el adelanto'))
  .hears({ es: ['prestame'], en: [] })
  .does(async ({ say }) => say('Prestado.'));

const quiet = skill('quiet', named('nada'))
  .loads('nothing', z.string(), async () => leave())
  .does(async () => undefined);

let dropped = 0;
const open = (): Talk => {
  done.length = 0;
  dropped = 0;
  const reminders = { of: async () => [], keep: async () => undefined, drop: async () => ++dropped };
  const all = [
    quiet,
    pay,
    order,
    offer,
    menu,
    change,
    robbed,
    loans,
    stopReminders({ reminders, watches: { of: async () => undefined, drop: async () => undefined } }),
    agent({ contact: { es: 'Llama al 611.', en: 'Call 611.' } }),
  ];
  return talk(all, { menu: ['order'], person: 'agent' });
};
const script = async (text: string, chat = open()): Promise<void> => expect(await chat.play(text)).toEqual(lines(text));
const said = async (chat: Talk, text: string): Promise<string> => (await chat.say(text)).map((each) => each.text).join(' | ');

describe('on the way to a person', () => {
  test('nobody is asked whether to leave what is under way; it is offered again when the bot is back', () =>
    script(`
      > pagar
      < ¿Código?
      > asesor
      < Llama al 611. Desde este chat todavía no puedo pasarte con una persona.
      < ¿Seguimos con el pago?
      > sí
      < ¿Código?
    `));

  test('who was robbed and has no paper at hand is not asked again, and is spoken to in usted', () =>
    script(`
      > bloquear
      < ¿Línea? (usted)
      > no tengo
      < Llama al 611. Desde este chat todavía no puedo pasarle con una persona.
    `));

  test('an insult in the middle of a question is met once, the question stays; again, and again, ends with a person', async () => {
    const chat = open();
    await chat.say('pagar');
    expect(await said(chat, 'son una mierda')).toBe('Entiendo su molestia. Si prefiere hablar con una persona, escriba *asesor*. | ¿Código?');
    expect(await said(chat, 'ladrones')).toBe('¿Código?');
    expect(done).toEqual([]);
    const other = open();
    expect(await said(other, 'son unos ladrones')).toMatch(/^Entiendo su molestia\. ¿Qué pasó\?/);
    expect(await said(other, 'mierda')).toMatch(/^Mejor que lo vea una persona\. \| Llama al 611/);
  });

  test.each(['😡', '👎🏽'])('%s is no thank-you', async (emoji) => expect(await said(open(), emoji)).toMatch(/^Entiendo su molestia/));
  test.each(['😭', '🤷'])('%s is neither', async (emoji) => expect(await said(open(), emoji)).toMatch(/^No me quedó claro/));
  test('👍 is', async () => expect(await said(open(), '👍')).toMatch(/^Con gusto/));
});

test.each(['eres un bot?', '¿sos una persona?', 'estoy hablando con un robot', '¿es usted una persona real?', 'are you a human'])(
  '"%s" is told the truth',
  async (text) => {
    const chat = open();
    expect(await said(chat, text)).toMatch(/^Soy un asistente automático, un programa; no una persona\./);
    await chat.say('pagar');
    expect(await said(chat, text)).toMatch(/^Soy un asistente automático.* \| ¿Código\?$/);
  },
);

describe('what people answer', () => {
  test.each(['contraseña', 'la contraseña', '1', 'la primera', 'opción 1', 'el primero'])('"%s" picks from a list', (text) =>
    script(`
      > pedir
      < ¿Qué cambio?
      > ${text}
      < Cambio key.
    `),
  );
  test('"sí" takes the only thing that was offered in so many words', () =>
    script(`
      > oferta
      < Si quieres verlo, toca el botón.
      > sí
      < ¿Qué cambio?
    `));
  test.each(['2', 'ver el menú', 'Ver el menú'])('"%s" is the menu, not a person', (text) =>
    script(`
      > camino
      < Eso es todo.
      > ${text}
      < ¿Qué necesitas?
    `),
  );
  test.each(['no quiero', 'no lo quiero', 'mejor no', 'ahorita no', 'todavía no'])('"%s" is a no to a consent: nothing is done', async (text) => {
    const chat = open();
    await chat.say('pagar');
    await chat.say('123456');
    expect(await said(chat, text)).toBe('De acuerdo, no hice nada.');
    expect(await said(chat, 'sí')).not.toContain('Pagado');
    expect(done).toEqual([]);
  });
  test.each(['quizás', 'no sé', 'sí pero no', '¿y eso?', 'la primera'])(
    '"%s" is neither: how to answer is said, and nothing is done',
    async (text) => {
      const chat = open();
      await chat.say('pagar');
      await chat.say('123456');
      expect(await said(chat, text)).toBe('No me quedó claro. Responde *sí* o *no*, o toca un botón. | ¿Pago Q20.00?');
      expect(done).toEqual([]);
    },
  );
  test.each(['no', 'no gracias', 'no quiero'])('"%s" to a question that is no yes-or-no leaves it', async (text) => {
    const chat = open();
    await chat.say('bloquear');
    expect(await said(chat, text)).toBe('Listo, lo dejo. No hice nada. ¿Qué necesita?');
  });
  test('"stop" quiets the reminders where nothing is open, and cancels what is', async () => {
    const chat = open();
    await chat.say('pagar');
    expect(await said(chat, 'stop')).toMatch(/^Listo, lo dejo/);
    expect(dropped).toBe(0);
    await chat.say('stop');
    expect(dropped).toBe(1);
  });
  test.each(['thank you very much', 'good morning'])('"%s" is answered in English', async (text) =>
    expect(await said(open(), text)).toMatch(/^You are|^Good/),
  );
});

describe('a password or a code that nobody asked for', () => {
  const TOLD = 'Eso parece una clave o un código. No lo guardé: escríbelo aquí solo si yo te lo pido, y borra ese mensaje si puedes.';

  test('is told kindly, with the ways on where it says nothing else', async () => {
    const [shown, ...more] = await open().say('mi clave es hunter2');
    expect([shown?.text, more]).toEqual([TOLD, []]);
    expect(shown?.choices?.length).toBeGreaterThan(0);
    expect(await said(open(), '482910')).toBe(TOLD);
  });

  test('what else is said is heard, and an open question stays', async () => {
    expect(await said(open(), 'oferta, mi clave es hunter2')).toBe(`${TOLD} | Si quieres verlo, toca el botón.`);
    const chat = open();
    await chat.say('pedir');
    expect(await said(chat, 'mi clave es hunter2')).toMatch(/^Eso parece una clave o un código.* \| ¿Qué cambio\?$/);
  });
});

test('no button is met with silence, whatever it says', async () => {
  for (const choice of ['go:quiet', 'go:__proto__', 'go:', 'attended:back'])
    expect((await open().say({ tap: { choice } })).map(({ text }) => text)).toEqual(['¿Qué necesitas?']);
});

test.each(['no le entiendo', 'ay no entiendo nada', 'no sé cómo usar esto', '¿mande?', "i don't understand"])(
  '"%s", and nothing is open: the menu by its numbers',
  async (text) => expect(await said(open(), text)).toMatch(/^(?:No hay problema\. Responda con un número|No problem\. Answer with a number)/),
);

test.each(['estoy triste', 'hoy me siento muy sola'])('"%s" is no question for the help center', async (text) =>
  expect(await said(open(), text)).toMatch(/^Lo siento mucho\. Soy un programa/),
);

test.each(['gracias mija', 'bueno muchas gracias que Dios la bendiga', 'dios se lo pague'.replace('se lo', 'le')])('"%s" is a thank-you', (text) =>
  expect(smallTalk(text)).toBe('thanks'),
);
test.each(['no gracias', 'sí, gracias', 'gracias pero quiero mi saldo'])('"%s" says more than thanks', (text) =>
  expect(smallTalk(text)).toBeUndefined(),
);

test('"ahí le aviso" is let be', async () => expect(await said(open(), 'ahí le aviso')).toBe('De acuerdo. Aquí sigo.'));

describe('a minor', () => {
  test.each(['soy menor de edad', 'tengo 13 y quiero saldo', 'tengo 15 años'])('"%s": no advance, by whatever way it is asked for', async (text) => {
    const chat = open();
    await chat.say(text);
    expect(ConversationRecord.parse(JSON.parse(chat.state ?? '{}')).marks).toEqual(['minor']);
    expect(await said(chat, 'prestame')).toMatch(/^El adelanto es solo para el titular/);
    expect((await chat.say({ tap: { choice: 'go:loans' } }))[0]?.text).toMatch(/^El adelanto es solo para el titular/);
  });
  test('no advance where it was promised as a second wish', async () => {
    const chat = open();
    await chat.say('soy menor de edad');
    const then = { skill: 'loans', slots: {} };
    chat.state = JSON.stringify({ ...ConversationRecord.parse(JSON.parse(chat.state ?? '{}')), then });
    expect(await said(chat, 'oferta')).toMatch(/También pediste el adelanto/);
    expect(await said(chat, 'sí')).toMatch(/^El adelanto es solo para el titular/);
  });
  test.each(['hola tengo 9 años', 'tengo 12 añitos', "hi i'm 10 years old"])(
    '"%s" and nothing else: asked what they need, and no article is looked for',
    async (text) => expect(['¿Qué necesitas?', 'What do you need?']).toContain(await said(open(), text)),
  );
  test.each(['tengo 10 años con ustedes', 'tengo 10 y necesito 20', 'tengo 12 años de ser cliente'])('"%s" is said by a grown-up', async (text) => {
    const chat = open();
    await chat.say(text);
    expect(await said(chat, 'prestame')).toContain('Prestado.');
  });
});

test('a change that was not answered is not called nothing', async () =>
  expect(await said(open(), 'cambiar')).toBe(
    'El servicio no respondió a tiempo, y no sé si el cambio quedó hecho. Revísalo en unos minutos, antes de pedirlo otra vez.',
  ));

test('another skill is named without a stumble', async () => {
  const chat = open();
  await chat.say('pagar');
  expect(await said(chat, 'pedir')).toBe('Estábamos con el pago. ¿Lo dejo y paso al pedido?');
});
