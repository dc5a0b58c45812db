import { z } from 'zod';
import { again } from '../../src/dialogs/engine/control';
import { confirm, oneOf, type Question } from '../../src/dialogs/engine/question';
import { skill, type Basics } from '../../src/dialogs/engine/skill';
import { BackendFailure } from '../../src/domain/failure';
import { catalog } from '../../src/domain/texts';
import { lines, talk } from '../support/talk';
import { until } from '../support/until';

/** Small skills that have every part of the engine in them; what they do is written down here. */
const done: string[] = [];
let price = 10;
let backend: 'up' | 'down' = 'up';
let slow: Promise<void> | undefined;
beforeEach(() => {
  done.length = 0;
  price = 10;
  backend = 'up';
  slow = undefined;
});

const number = <K extends Basics>(ask: (known: K) => string): Question<K, number> => ({
  ask,
  rephrase: (known, misses) => `${ask(known)} (${misses})`,
  keeps: z.number().int().min(1).max(500),
  read: ({ text }) => (/^(mejor )?\d+$/.test(text) ? Number(text.replace(/\D/g, '')) : again()),
});
const texts = catalog(
  {
    title: 'la compra',
    button: 'Comprar',
    how: '¿Cuánto?',
    who: '¿Para quién?',
    sure: (v: { what: string }) => `¿Compro ${v.what}?`,
    bought: 'Comprado.',
    ok: 'Sí, comprar',
  },
  { title: 'buying', button: 'Buy', how: 'How much?', who: 'For whom?', sure: (v) => `Buy ${v.what}?`, bought: 'Bought.', ok: 'Yes, buy' },
);
const buy = skill('buy', texts)
  .hears({ es: ['comprar'], en: ['buy'] })
  .asks(
    'amount',
    number(({ t }) => t.how),
  )
  .asks('who', { ask: ({ t }) => t.who, keeps: z.string(), read: ({ text }) => (/^[A-Z]/.test(text) ? text : again()) })
  .loads('price', z.number(), async () => price)
  .confirms('agreed', {
    words: ({ t, amount, who, price: each }) => ({ text: t.sure({ what: `${amount} a ${each} para ${who}` }) }),
    yes: ({ t }) => t.ok,
    edits: () => ({ amount: 'Cambiar monto' }),
  })
  .does(async ({ t, say, agreed, amount, who, price: each }) => {
    done.push(`${agreed.order} ${amount} ${each} ${who}`);
    say(t.bought);
  });

const lookTexts = catalog({ title: 'la vista', button: 'Ver', seen: 'Visto.' }, { title: 'looking', button: 'Look', seen: 'Seen.' });
const look = skill('look', lookTexts)
  .hears({ es: ['ver'], en: ['look'] })
  .does(async ({ t, say }) => {
    await slow;
    if (backend === 'down') throw new BackendFailure('core', 'unavailable');
    say(t.seen);
  });

const manyTexts = catalog(
  { title: 'la lista', button: 'Lista', which: '¿Cuál?', picked: (v: { id: string }) => `Elegiste ${v.id}.` },
  { title: 'the list', button: 'List', which: 'Which?', picked: (v) => `You chose ${v.id}.` },
);
const many = skill('many', manyTexts)
  .hears({ es: ['lista'], en: ['list'] })
  .asks(
    'which',
    oneOf({ ask: ({ t }) => t.which, from: () => Array.from({ length: 14 }, (_, n) => ({ id: `o${n + 1}`, label: `Opción ${n + 1}` })) }),
  )
  .does(async ({ t, which, say }) => say(t.picked({ id: which })));

const twiceTexts = catalog(
  { title: 'dos permisos', button: 'Dos', first: '¿Primero?', second: '¿Segundo?', end: 'Los dos.', yes: 'Sí' },
  { title: 'two consents', button: 'Two', first: 'First?', second: 'Second?', end: 'Both.', yes: 'Yes' },
);
const twice = skill('twice', twiceTexts)
  .hears({ es: ['dos'], en: ['two'] })
  .confirms('one', { words: ({ t }) => ({ text: t.first }), yes: ({ t }) => t.yes })
  .confirms('two', { words: ({ t }) => ({ text: t.second }), yes: ({ t }) => t.yes })
  .does(async ({ one, two, t, say }) => {
    done.push(one.order === two.order ? 'same order' : 'two orders');
    say(t.end);
  });

const secretTexts = catalog(
  { title: 'la clave', button: 'Clave', which: '¿Clave?', kept: 'Guardada.' },
  { title: 'the secret', button: 'Secret', which: 'Secret?', kept: 'Kept.' },
);
const secret = skill('secret', secretTexts)
  .hears({ es: ['clave'], en: ['secret'] })
  .asksSecret('word', { ask: ({ t }) => ({ text: t.which, expects: 'secret' }), keeps: z.string(), read: ({ text }) => text })
  .does(async ({ word, t, say }) => {
    done.push(word);
    say(t.kept);
  });

const closedTexts = catalog(
  { title: 'la pregunta', button: 'Pregunta', q: '¿Sí o no?', a: (v: { yes: boolean }) => (v.yes ? 'Dijiste sí.' : 'Dijiste no.') },
  { title: 'the question', button: 'Question', q: 'Yes or no?', a: (v) => (v.yes ? 'You said yes.' : 'You said no.') },
);
const closed = skill('closed', closedTexts)
  .hears({ es: ['pregunta'], en: ['question'] })
  .asks(
    'yes',
    confirm(({ t }) => t.q),
  )
  .does(async ({ yes, t, say }) => say(t.a({ yes })));

const all = [look, buy, many, twice, secret, closed];
const chat = () => talk(all, { menu: ['look'], person: 'look' });
const upTo = async (...said: string[]) => {
  const bot = chat();
  for (const each of said) await bot.say(each);
  return bot;
};
const script = async (text: string, bot = chat()) => expect(await bot.play(text)).toEqual(lines(text));

describe('a skill', () => {
  test('asks what it does not know, shows what it is about to do, and does it once', async () => {
    await script(`
      > comprar
      < ¿Cuánto?
      > 20
      < ¿Para quién?
      > Ana
      < ¿Compro 20 a 10 para Ana?
      > sí
      < Comprado.
    `);
    expect(done).toEqual([expect.stringMatching(/^[\w-]{22} 20 10 Ana$/)]);
  });

  test('"no" does nothing and says so', async () => {
    await script(`
      > comprar
      < ¿Cuánto?
      > 20
      < ¿Para quién?
      > Ana
      < ¿Compro 20 a 10 para Ana?
      > no
      < De acuerdo, no hice nada.
    `);
    expect(done).toEqual([]);
  });

  test('an answer can be corrected at the consent, by words or by its button', () =>
    script(`
      > comprar
      < ¿Cuánto?
      > 20
      < ¿Para quién?
      > Ana
      < ¿Compro 20 a 10 para Ana?
      > mejor 50
      < ¿Compro 50 a 10 para Ana?
      > [Cambiar monto]
      < ¿Cuánto?
      > 30
      < ¿Para quién?
    `));

  test('"atrás" goes back one answer, and says so when there is none', () =>
    script(`
      > comprar
      < ¿Cuánto?
      > atrás
      < Este es el primer paso. Para salir, escribe *menú*.
      < ¿Cuánto?
      > 20
      < ¿Para quién?
      > atrás
      < ¿Cuánto?
    `));

  test('"repetir" says the open question again', () =>
    script(`
      > comprar
      < ¿Cuánto?
      > repetir
      < ¿Cuánto?
    `));

  test('a long list comes in pages, and answers to label and number', async () => {
    const bot = await upTo('lista');
    const [next] = await bot.tap('Ver más');
    expect(next?.choices?.map(({ label }) => label)).toEqual([
      'Opción 7',
      'Opción 8',
      'Opción 9',
      'Opción 10',
      'Opción 11',
      'Opción 12',
      'Ver más',
      'Ver anteriores',
    ]);
    expect((await bot.say('2')).map(({ text }) => text)).toEqual(['Elegiste o8.']);
  });

  test('a secret is used and never kept', async () => {
    const bot = await upTo('clave');
    expect(bot.outcomes.at(-1)?.secret).toBe('all');
    await bot.say('mariposa-77');
    expect(done).toEqual(['mariposa-77']);
    expect(bot.state).not.toContain('mariposa');
    expect(bot.outcomes.at(-1)?.secret).toBeUndefined();
  });

  test('two steps of one name, or a question after a secret, are refused where they are written', () => {
    expect(() =>
      skill('x', closedTexts)
        .asks(
          'a',
          confirm(() => ''),
        )
        .asks(
          'a',
          confirm(() => ''),
        ),
    ).toThrow('two steps');
    expect(() =>
      skill('x', closedTexts)
        .asksSecret(
          'a',
          confirm(() => ''),
        )
        .asks(
          'b',
          confirm(() => ''),
        ),
    ).toThrow('after a secret');
  });
});

describe('consent', () => {
  test('to a price that changed is none: the new one is shown, under a new order', async () => {
    const bot = await upTo('comprar', '20', 'Ana');
    price = 25;
    expect((await bot.say('sí')).map(({ text }) => text)).toEqual([
      'Algo cambió mientras hablábamos. Revísalo otra vez:',
      '¿Compro 20 a 25 para Ana?',
    ]);
    expect(done).toEqual([]);
    await bot.say('sí');
    expect(done).toHaveLength(1);
    expect(done[0]).toContain('20 25 Ana');
  });

  test('in another language is none: it is shown again in that language', async () => {
    const bot = await upTo('comprar', '20', 'Ana');
    const replies = await bot.arrive({ kind: 'language', language: 'en' });
    expect(replies.at(-1)?.text).toBe('Buy 20 a 10 para Ana?');
    await bot.say('yes');
    expect(done).toHaveLength(1);
  });

  test('typed before the words were delivered is none; a tap proves that they were seen', async () => {
    const bot = await upTo('comprar', '20', 'Ana');
    bot.unseen = true;
    expect((await bot.say('sí')).map(({ text }) => text)).toEqual(['¿Compro 20 a 10 para Ana?']);
    expect(done).toEqual([]);
    bot.unseen = true;
    await bot.tap('Sí, comprar');
    expect(done).toHaveLength(1);
  });

  test('twice in one skill means two questions and two orders', async () => {
    await script(`
      > dos
      < ¿Primero?
      > sí
      < ¿Segundo?
      > sí
      < Los dos.
    `);
    expect(done).toEqual(['two orders']);
  });

  test('an old button does nothing', async () => {
    const bot = await upTo('comprar', '20', 'Ana');
    const old = bot.outcomes.at(-1)?.replies.at(-1) ?? '';
    const question = z.object({ question: z.string() }).parse(JSON.parse(old)).question;
    await bot.say('mejor 50');
    const replies = await bot.say({ tap: { choice: 'yes', question } });
    expect(replies.map(({ text }) => text)).toEqual(['Ese botón ya pasó.', '¿Compro 50 a 10 para Ana?']);
    expect(done).toEqual([]);
  });

  test('a run of the same turn again shows the same order', async () => {
    const bot = await upTo('comprar', '20');
    const { state } = bot;
    const first = (await bot.say('Ana')).map(({ question }) => question);
    const again = talk(all, { number: 1_002 });
    again.state = state;
    expect((await again.say('Ana')).map(({ question }) => question)).toEqual(first);
  });
});

describe('interruptions', () => {
  test('another skill takes over when nothing is lost by it', () =>
    script(`
      > comprar
      < ¿Cuánto?
      > ver
      < Visto.
      > 20
      < No me quedó claro. ¿Es por tu saldo, por un paquete o por una factura?
    `));

  test('with a consent open the customer is asked, and may come back afterwards', () =>
    script(`
      > comprar
      < ¿Cuánto?
      > 20
      < ¿Para quién?
      > Ana
      < ¿Compro 20 a 10 para Ana?
      > ver
      < Estábamos con la compra. ¿Lo dejo y paso a la vista?
      > sí
      < Visto.
      < ¿Seguimos con la compra?
      > sí
      < ¿Compro 20 a 10 para Ana?
      > sí
      < Comprado.
    `));

  test('"no" to leaving stays where we were', () =>
    script(`
      > comprar
      < ¿Cuánto?
      > 20
      < ¿Para quién?
      > Ana
      < ¿Compro 20 a 10 para Ana?
      > ver
      < Estábamos con la compra. ¿Lo dejo y paso a la vista?
      > no
      < ¿Compro 20 a 10 para Ana?
    `));

  test('commands always win', () =>
    script(`
      > comprar
      < ¿Cuánto?
      > cancelar
      < Listo, lo dejo. No hice nada. ¿Qué necesitas?
      > 20
      < No me quedó claro. ¿Es por tu saldo, por un paquete o por una factura?
      > menú
      < ¿Qué necesitas?
    `));

  test('whoever leaves a consent by the menu hears that nothing was done', () =>
    script(`
      > comprar
      < ¿Cuánto?
      > 20
      < ¿Para quién?
      > Ana
      < ¿Compro 20 a 10 para Ana?
      > menú
      < Listo, lo dejo. No hice nada. ¿Qué necesitas?
      > menú
      < ¿Qué necesitas?
    `));

  test.each(['adiós', 'Chao!', 'ok, gracias, hasta luego', 'bye bye', 'ya me voy'])(
    '"%s" ends an open question, and its answer is none any more',
    (bye) =>
      script(`
      > comprar
      < ¿Cuánto?
      > ${bye}
      < Hasta luego. Aquí estoy a cualquier hora.
      > 20
      < No me quedó claro. ¿Es por tu saldo, por un paquete o por una factura?
    `),
  );

  test('whoever says goodbye to a consent hears that nothing was done, and a yes that comes later is none', async () => {
    await script(`
      > comprar
      < ¿Cuánto?
      > 20
      < ¿Para quién?
      > Ana
      < ¿Compro 20 a 10 para Ana?
      > adiós
      < Listo, lo dejo. No hice nada. Hasta luego. Aquí estoy a cualquier hora.
      > sí
      < No hay nada pendiente. ¿Qué necesitas?
    `);
    expect(done).toEqual([]);
  });

  test('what is not understood is asked in other words, then a person is offered', () =>
    script(`
      > comprar
      < ¿Cuánto?
      > mucho
      < ¿Cuánto? (1)
      > bastante
      < ¿Cuánto? (2)
      > no sé
      < ¿Cuánto? (3)
      < Sigo sin entender, y es cosa mía. Prueba con una palabra, por ejemplo *saldo*. O te digo cómo hablar con una persona.
    `));

  test('whoever writes usted is answered so from then on', () =>
    script(`
      > disculpe, qué hora es
      < No me quedó claro. ¿Es por su saldo, por un paquete o por una factura?
      > menú
      < ¿Qué necesita?
    `));

  test('a closed question takes any plain yes or no', () =>
    script(`
      > pregunta
      < ¿Sí o no?
      > dale
      < Dijiste sí.
      > pregunta
      < ¿Sí o no?
      > 2
      < Dijiste no.
    `));
});

test('what is asked as a secret may be any word', async () => {
  await script(`
    > clave
    < ¿Clave?
    > chao
    < Guardada.
  `);
  expect(done).toEqual(['chao']);
});

describe('what is stored', () => {
  test('a flow that this release does not have gives the menu, and a line in the log', async () => {
    const bot = await upTo('comprar');
    const next = talk([look], { menu: ['look'] });
    next.state = bot.state;
    expect((await next.say('20')).map(({ text }) => text)).toEqual(['Perdí el hilo de lo que hacíamos; no hice nada a medias. ¿Qué necesitas?']);
    expect(next.reported.join()).toContain('BrokenFlow');
  });

  test.each(['{', '{"version":2}', '[]', JSON.stringify({ version: 1, stack: 'x' })])(
    'a state that cannot be read (%s) is a new conversation',
    async (state) => {
      const bot = chat();
      bot.state = state;
      expect((await bot.say('ver')).map(({ text }) => text)).toEqual(['Visto.']);
      expect(bot.reported.join()).toContain('state.unreadable');
    },
  );

  test('a question that a release put before the open one is asked, and the consent is asked anew', async () => {
    const bot = await upTo('comprar', '20', 'Ana');
    const newer = skill('buy', texts)
      .hears({ es: ['comprar'], en: ['buy'] })
      .asks(
        'amount',
        number(({ t }) => t.how),
      )
      .asks(
        'sure',
        confirm(() => '¿De verdad?'),
      )
      .asks('who', { ask: ({ t }) => t.who, keeps: z.string(), read: ({ text }) => text })
      .loads('price', z.number(), async () => price)
      .confirms('agreed', { words: ({ t, amount, who }) => ({ text: t.sure({ what: `${amount} para ${who}` }) }), yes: ({ t }) => t.ok })
      .does(async ({ say }) => say('Nuevo.'));
    const next = talk([newer]);
    next.state = bot.state;
    await script(
      `
      > sí
      < ¿De verdad?
      > sí
      < ¿Compro 20 para Ana?
      > sí
      < Nuevo.
    `,
      next,
    );
  });
});

describe('backends', () => {
  test('one that is away is said honestly, with a way on', async () => {
    backend = 'down';
    const bot = chat();
    const [reply] = await bot.say('ver');
    expect(reply?.text).toMatch(/^Ahora no puedo consultarlo/);
    backend = 'up';
    expect((await bot.tap('Intentar otra vez')).map(({ text }) => text)).toEqual(['Visto.']);
  });

  test('a slow one frees the conversation, and its answer comes by itself', async () => {
    let finish = (): void => {};
    slow = new Promise((resolve) => (finish = resolve));
    const bot = talk(all, { menu: ['look'] });
    bot.hurried = true;
    expect((await bot.say('ver'))[0]?.text).toMatch(/^Sigo en ello/);
    expect((await bot.say('hola?'))[0]?.text).toMatch(/^Sigo con lo anterior/);
    finish();
    const late = await until(() => bot.posted.find(({ id }) => id.startsWith('late:')));
    expect((await bot.arrive(late.event)).map(({ text }) => text)).toEqual(['Visto.']);
    expect(await bot.arrive(late.event)).toEqual([]);
  });

  test('a slow one can be cancelled; what comes after that is not told', async () => {
    let finish = (): void => {};
    slow = new Promise((resolve) => (finish = resolve));
    const bot = talk(all, { menu: ['look'] });
    bot.hurried = true;
    await bot.say('ver');
    expect((await bot.say('cancelar'))[0]?.text).toMatch(/^No hay nada pendiente|^Listo/);
    finish();
    const late = await until(() => bot.posted.find(({ id }) => id.startsWith('late:')));
    expect(await bot.arrive(late.event)).toEqual([]);
  });

  test('a slow turn whose process died is run again by its timer', async () => {
    slow = new Promise(() => {});
    const bot = talk(all, { menu: ['look'] });
    bot.hurried = true;
    await bot.say('ver');
    const [timer] = bot.outcomes.at(-1)?.timers ?? [];
    slow = undefined;
    expect((await bot.arrive(JSON.parse(timer?.message ?? '{}'))).map(({ text }) => text)).toEqual(['Visto.']);
  });
});
