import fc from 'fast-check';
import { createRecogniser } from '../../src/understanding/recogniser';

const recogniser = createRecogniser();
const best = (text: string): string | undefined => recogniser.rank(text, 'es')[0]?.skill;

/** The policy of docs/understanding.md, in its own words. */
const POLICY: readonly (readonly [text: string, skill: string])[] = [
  ['mi recarga no llegó', 'find-payment'],
  ['pagué y no aparece', 'find-payment'],
  ['me cobraron doble', 'find-payment'],
  ['ya pagué y no me reconectan', 'reconnect'],
  ['sigo suspendido y pagué', 'reconnect'],
  ['me cobraron de más', 'invoices'],
  ['por qué subió mi factura', 'invoices'],
  ['ver mi factura', 'invoices'],
  ['quiero pagar mi factura', 'pay-invoice'],
  ['pagar con tarjeta', 'pay-invoice'],
  ['donde pago', 'pay-invoice'],
  ['me robaron el celular', 'block-line'],
  ['perdí mi teléfono, bloqueen', 'block-line'],
  ['en qué se fue mi saldo', 'balance-use'],
  ['me roban el saldo', 'balance-use'],
  ['se me acabó el saldo y no llamé', 'balance-use'],
  ['cuánto consumí', 'usage-history'],
  ['detalle de llamadas', 'usage-history'],
  ['mi consumo', 'usage-history'],
  ['consumo de datos', 'usage-history'],
  ['cómo recargo', 'top-up'],
  ['cuál es el monto mínimo para recargar', 'top-up'],
  ['necesito un préstamo', 'loans'],
  ['mis últimas recargas', 'operations'],
  ['cuánto me queda de datos', 'quota'],
  ['cuándo vence mi paquete', 'quota'],
  ['cuánto saldo tengo', 'balances'],
  ['qué plan tengo', 'plan'],
  ['quiero comprar un paquete', 'buy-pack'],
  ['ponele 20 de saldo a mi línea', 'top-up'],
  ['prestame saldo', 'loans'],
  ['quitame esa musica que no pedi', 'subscriptions'],
  ['no tengo señal', 'no-service'],
  ['hay una falla en mi zona?', 'outage'],
  ['cambiar la clave del wifi', 'wifi'],
  ['reiniciar el modem', 'modem'],
  ['donde hay una tienda abierta', 'stores'],
  ['quiero poner una queja', 'ticket'],
  ['cómo va mi caso', 'cases'],
  ['quiero hablar con una persona', 'agent'],
  ['cómo activo el roaming', 'faq'],
  ['buenos días', 'greet'],
  ['gracias, hasta luego', 'bye'],
  ['cuéntame un chiste', 'oos'],
];

test.each(POLICY)('"%s" is %s', (text, skill) => {
  expect(best(text)).toBe(skill);
});

describe('what an operator sells is called by its own names', () => {
  test.each([
    ...[
      'cancela la nube',
      'cancelar mi nube',
      'cancelar seguro',
      'cancelar mi seguro',
      'cancela el antivirus',
      'cancel cloud',
      'cancel my insurance',
    ],
    ...['kancela la nube', 'canselar nube', 'cancelá el seguro', 'cancelame la nube', 'cancelen el antivirus', 'quiero cancelar la nube'],
    ...['cancela deezer', 'cancela el horoscopo', 'quitame el horoscopo', 'cancela trivia', 'cancela consejos de salud', 'cancela los juegos'],
    ...[
      'cancelar futbol',
      'cancela los deportes',
      'cancelar tonos',
      'quita netflix por favor',
      'quita el seguro',
      'kita el seguro',
      'elimina spotify',
    ],
    ...[
      'desactiva el antivirus',
      'dar de baja la nube',
      'quita esa cancion',
      'cancel my music',
      'cancel the horoscope',
      'cancel sports',
      'cancel games',
    ],
  ])('"%s" ends a subscription, and nobody asks whether', (text) =>
    expect(recogniser.hear(text, 'es')).toMatchObject({ band: 'sure', intents: [{ skill: 'subscriptions' }] }),
  );

  test.each([
    ...['cancela mi seguro medico', 'cancelar seguro del carro', 'cancela la pizza', 'cancela mi vuelo', 'cancela la cita', 'cancela el hotel'],
    ...[
      'cancela eso',
      'cancela esto',
      'cancela todo',
      'cancelar',
      'quita el perro',
      'quita la foto',
      'cancela mi reserva de hotel',
      'cancela el uber',
    ],
    ...[
      'cancelar el servicio',
      'cancelar servicio',
      'cancel service',
      'cancelar linea',
      'cancela mi numero',
      'cancelar mi plan',
      'cancelar internet',
    ],
    ...[
      'cancelar mi factura',
      'cancelar el recibo',
      'cancelar mi deuda',
      'quiero cancelar el mes de mayo',
      'cancelar enero',
      'desactiva buzón',
      'desactiva el número privado',
      'desactiva el modo avión',
      'cancelar el pago',
      'cancela la recarga',
      'cancela mi caso',
      'cancela el adelanto',
    ],
    ...['quita el roaming', 'quita los avisos', 'elimina mi cuenta', 'cancel my flight', 'cancel my order', 'cancel my gym', 'remove my card'],
  ])('"%s" is not taken for one', (text) => {
    const { band, intents } = recogniser.hear(text, 'es');
    expect([band, intents[0]?.skill]).not.toEqual(['sure', 'subscriptions']);
  });
});

describe('money that was given and is not there', () => {
  test.each([
    ...['le eché 20 ayer en la tienda y no me cae', 'yo le puse una recarga de 20 ayer donde don chepe y asta ahorita nada'],
    ...['buenas tardes mire fíjese que le eché 20 ayer en la tienda de la esquina y no me cae', 'le heche 20 ayer en la tiendita y no me a caido'],
    ...[
      'hola buen dia le meti 20 ayer en el super y no me sale el saldo',
      'le eche 20 a mi cel y nada que cae',
      'fijese que puse 20 en la tienda y nada',
    ],
    ...['compre 20 de saldo y no me lo dieron', 'me vendieron una recarga de 20 y no me entro', 'el señor de la tienda me puso 20 y todavia no'],
    ...['hace 2 dias le metí 20 a mi chip y no me cae', 'le puse 20 a mi teléfono hace 3 horas y nada', 'le eché veinte a mi celular 2 veces y nada'],
    ...['ayer en la farmacia le eché 20 pesos y no me cargó', 'mire yo le eche veinte ayer y no me cayo', 'pagué 20 en el oxxo y no se refleja'],
    ...[
      'good afternoon so look i paid 20 at the shop on the corner yesterday and my phone still has nothing',
      'i topped up 20 yesterday and nothing',
    ],
    ...[
      'i put 20 yesterday at the corner store and it never arrived',
      'paid 20 still no credit',
      'the lady at the store charged me 20 and i got nothing',
    ],
    'disculpe señorita es que ayer fui a la tienda y pague 20 de recarga y la muchacha me dijo que ya estaba pero no me ha entrado y necesito llamar a mi hijo',
  ])('"%s" is looked for at once', (text) =>
    expect(recogniser.hear(text, 'es')).toMatchObject({ band: 'sure', intents: [{ skill: 'find-payment' }] }),
  );

  test.each([
    ...[
      'le eché 20 y no tengo internet',
      'puse 20 y no puedo llamar',
      'pagué mi factura ayer y no me reconectan',
      'le puse 20 ayer y ya no tengo nada',
    ],
    ...['le eche 20 y se me fue', 'le eche 20 y me quitaron 12', 'recargue 20 y me desapareció', 'quiero recargar 20', 'ponle 20', 'no me eches 20'],
    ...['como le echo 20', 'si le echo 20 cuanto me dan', 'compre un paquete de 20 y no tengo datos', 'pague 300 de internet y no tengo señal'],
    ...[
      'le preste 20 a mi amigo y no me paga',
      'paid my bill 20 yesterday and still no service',
      'i bought a 20 pack and have no data',
      'no debo nada',
    ],
    ...['me cobraron 20 y no hice nada', 'eche 20 y ya no aparecen', 'pago 200 al mes y no carga nada', 'puse 20 y no me carga youtube'],
    ...['compré un celular de 200 y no carga', 'compré un chip hace 2 dias y no carga', 'vendí mi celular hace 2 dias y no me aparece'],
    ...['mandaron al tecnico hace 3 dias y no llega', 'hice portabilidad hace 10 dias y nada', 'cargué el cel 3 horas y nada'],
    ...['metí el pin 3 veces y nada', 'puse la clave tres veces y no entra', 'hice el reset 2 veces y nada', 'mandé 3 fotos y no aparecen'],
    ...['recargué hace 2 horas y no me cargan las páginas', 'I put the code in 3 times and nothing', 'i put my password 2 times and nothing'],
    ...['me cobraron 20 y no pedi nada', 'échele 20 a mi linea porfa', 'le eché gasolina ayer 20', 'ayer le eche 20 y ya se me acabo'],
  ])('"%s" is something else, or is asked about', (text) => {
    const { band, intents } = recogniser.hear(text, 'es');
    expect([band, intents[0]?.skill]).not.toEqual(['sure', 'find-payment']);
  });
});

describe('three bands', () => {
  const thresholds = (text: string) => recogniser.hear(text, 'es');
  test('a plain wish is sure', () => {
    expect(thresholds('quiero recargar 20 quetzales')).toMatchObject({ band: 'sure', intents: [{ skill: 'top-up' }] });
  });
  test('what no skill answers is none, and offers nothing', () => {
    expect(thresholds('quién ganó el partido de fútbol ayer')).toEqual({ band: 'none', intents: [] });
  });
  test('what is unsure names two or three things to ask about, none of them out of scope', () => {
    const { band, intents } = thresholds('mi línea y el pago');
    expect(band).toBe('unsure');
    expect(intents.length).toBeGreaterThanOrEqual(1);
    expect(intents.length).toBeLessThanOrEqual(3);
    expect(intents.map(({ skill }) => skill)).not.toContain('oos');
  });
  test('two wishes: the first is done, the second offered', () => {
    expect(thresholds('quiero ver mi saldo y también mi factura')).toMatchObject({
      band: 'sure',
      intents: [{ skill: 'balances' }],
      then: { skill: 'invoices' },
    });
  });
  test('one matter told in two halves is one wish', () => {
    expect(thresholds('ya pagué y no me reconectan').then).toBeUndefined();
  });
});

describe('rules', () => {
  test('what is not wanted is not offered, and what is wanted instead is', () => {
    expect(recogniser.rank('no quiero recargar', 'es').map(({ skill }) => skill)).not.toContain('top-up');
    expect(recogniser.hear('no quiero recargar', 'es').band).toBe('none');
    expect(best('no quiero recargar, quiero ver mi saldo')).toBe('balances');
    expect(best('I do not want a loan, I want to top up my phone')).toBe('top-up');
  });
  test('a promise to pay it back is no wish of its own; to pay something else is', () => {
    for (const text of ['necesito que me presten 10 quetzales porque no tengo y despues les pago cuando recargue', 'prestame 10 y luego te los pago'])
      expect(recogniser.hear(text, 'es')).toEqual({ band: 'sure', intents: [expect.objectContaining({ skill: 'loans' })] });
    expect(recogniser.hear('recarga 10 y luego pago mi factura', 'es')).toMatchObject({
      intents: [{ skill: 'top-up' }],
      then: { skill: 'pay-invoice' },
    });
  });
  test('whoever sees a bill and pays it wants both, unless it is paid later', () => {
    for (const text of [
      'quiero ver mi factura y les pago con tarjeta',
      'muéstrame mi factura y les pago ahorita',
      'muéstrame mi factura y la pago con tarjeta',
      'quiero ver mi factura y la pago',
      'quiero mi factura, la pago ahora mismo',
    ])
      expect(recogniser.hear(text, 'es')).toMatchObject({ intents: [{ skill: 'invoices' }], then: { skill: 'pay-invoice' } });
    for (const text of ['reconéctame y lo pago mañana', 'reconéctame y lo pago el viernes', 'reconectame, se lo pago en la quincena'])
      expect(recogniser.hear(text, 'es')).toEqual({ band: 'sure', intents: [expect.objectContaining({ skill: 'reconnect' })] });
  });
  test('a password of nobody knows what is asked about, the one of the Wi-Fi is not', () => {
    expect(recogniser.hear('olvidé mi contraseña', 'es')).toMatchObject({ band: 'unsure', intents: [{ skill: 'faq' }, { skill: 'wifi' }] });
    expect(recogniser.hear('cuál es la contraseña', 'es')).toMatchObject({ band: 'unsure', intents: [{ skill: 'wifi' }, { skill: 'faq' }] });
    expect(recogniser.hear('olvidé la contraseña del wifi', 'es')).toMatchObject({ band: 'sure', intents: [{ skill: 'wifi' }] });
  });
  test.each(['mi celular', 'la línea', 'internet', 'mi cuenta'])('"%s" says nothing of the thing: it is asked about', (text) => {
    expect(recogniser.hear(text, 'es').band).toBe('unsure');
  });
  test('what is rather nothing for us is strange', () => {
    expect(['quién ganó el partido de ayer', 'hoy llueve en la capital'].map((text) => recogniser.isStrange(text, 'es'))).toEqual([true, true]);
    expect(['cómo activo el roaming', 'sí'].map((text) => recogniser.isStrange(text, 'es'))).toEqual([false, false]);
  });
  test('not to want a robot is to want a person', () => {
    expect(best('no quiero hablar con un robot')).toBe('agent');
  });
  test.each(['sí', 'No.', 'ok', 'dale', '', '   ', '👍', '...'])('"%s" wants nothing', (text) => {
    expect(recogniser.rank(text, 'es')).toEqual([]);
    expect(recogniser.hear(text, 'es')).toEqual({ band: 'none', intents: [] });
  });
  test.each([
    ['Saldo', 'balances'],
    ['MI FACTURA', 'invoices'],
    ['asesor por favor', 'agent'],
    ['top up', 'top-up'],
  ])('"%s" names %s', (text, skill) => {
    expect(recogniser.hear(text, 'es')).toMatchObject({ band: 'sure', intents: [{ skill }] });
  });
  test.each([
    ['quiero pagar mi fatcura', 'pay-invoice'],
    ['rreiniciar el modem', 'modem'],
    ['mis gygas', 'quota'],
    ['kiero una tienda sercana', 'stores'],
    ['im lookng for the nearst store', 'stores'],
  ])('"%s" is mistyped, and %s', (text, skill) => {
    expect(best(text)).toBe(skill);
  });
  test('the language of a text is told when it is clear', () => {
    expect(recogniser.rank('I want to pay my bill please', 'es')[0]?.language).toBe('en');
    expect(recogniser.rank('quiero pagar mi factura por favor', 'en')[0]?.language).toBe('es');
  });
  test('shorthand, slips and shouting say the same', () => {
    for (const text of ['kiero rekargar x fa', 'KIERO RECARGAAAR', 'quiero recargr porfa']) expect(best(text)).toBe('top-up');
  });
});

describe('any text', () => {
  test('has a ranking of probabilities, the same every time', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 2000, unit: 'grapheme' }), (text) => {
        const ranking = recogniser.rank(text, 'es');
        expect(recogniser.rank(text, 'es')).toEqual(ranking);
        const scores = ranking.map(({ score }) => score);
        expect(scores.every((score) => score >= 0 && score <= 1)).toBe(true);
        expect([...scores].sort((a, b) => b - a)).toEqual(scores);
        if (ranking.length > 0) expect(scores.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 6);
      }),
      { numRuns: 150 },
    );
  });
  test('made of words the recogniser knows never throws, however long', () => {
    const words = fc.constantFrom(
      'no',
      'quiero',
      'recargar',
      'saldo',
      'y',
      ',',
      'mi',
      'factura',
      'Q20',
      '5555-1234',
      '2gb',
      'xq',
      '¿',
      'http://a.b/c',
      '\n',
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 400 }), (said) => {
        const { band, intents } = recogniser.hear(said.join(' '), 'es');
        expect(intents.length).toBeGreaterThanOrEqual(band === 'none' ? 0 : 1);
        expect(intents.length).toBeLessThanOrEqual(band === 'sure' ? 1 : 3);
      }),
      { numRuns: 150 },
    );
  });
});

test.each(['quiero pagar la luz', 'pay my electric bill', 'what is the credit limit on my visa', 'how much is in my savings account'])(
  'what may be about another company is asked about: %s',
  (text) => {
    const { band, intents } = recogniser.hear(text, 'es');
    expect([band, ['pay-invoice', 'loans', 'balances'].includes(intents[0]?.skill ?? '')]).toEqual(['unsure', true]);
  },
);

test('what is paid with a card of a bank is ours', () => {
  expect(recogniser.hear('quiero pagar mi factura con tarjeta visa', 'es')).toMatchObject({
    band: 'sure',
    intents: [{ skill: 'pay-invoice' }],
  });
});
