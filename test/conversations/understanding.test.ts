import { startWorld, type World } from '../support/app';
import { openChat, type Chat } from '../support/chat';

let world: World;
beforeAll(async () => void (world = await startWorld({ CRISIS_LINE: '1500', POLICE_LINE: '110', EMERGENCY_LINE: '123' })));
afterAll(() => world.close());

const open = (language: 'es' | 'en' = 'es'): Promise<Chat> => openChat(world.url, world.codeOf, { language });
const script = async (text: string, language: 'es' | 'en' = 'es'): Promise<void> => (await open(language)).play(text);
/** The last of `count` answers, with its buttons. */
const answerTo = async (text: string | object, count = 1, language: 'es' | 'en' = 'es'): Promise<string> => {
  const chat = await open(language);
  await chat.send(text);
  const answers = await chat.hear(count);
  return answers
    .map(({ text: said, suggestedActions }) => `${said} ${(suggestedActions?.actions ?? []).map(({ title }) => `[${title}]`).join('')}`)
    .join('\n');
};

describe('sure: it is done', () => {
  test.each(['kiero saver kuanto ai en mi linea de plata', 'puede decirme cuánto dinero hay disponible en mi número por favor'])(
    '"%s" is about the balance',
    async (text) => expect(await answerTo(text)).toMatch(/^Claro que sí/),
  );

  test.each(['cancela la nube', 'cancelar mi seguro', '¿ya entró?', 'did it go through?'])('"%s" is not asked about', async (text) =>
    expect(await answerTo(text)).toMatch(/^(?:Claro que sí|Of course)/),
  );

  test('what was said is not asked again', () =>
    script(`
      > buenas tardes disculpe me puede decir cuanto saldo tengo
      < Claro que sí. Para eso necesito confirmar que la línea es suya. ¿Qué número reviso?
    `));

  test('the line in the sentence is the one that is looked at', () =>
    script(`
      > saldo del 5555-0102
      < Te mando un código por SMS al 5555-0102…
      > {code 5555-0102}
      < Listo, la línea 5555-0102 es tuya.
      < Línea 5555-0102. …
      > saldo del 5555-0101
      < Te mando un código por SMS al 5555-0101…
      > {code 5555-0101}
      < Listo, la línea 5555-0101 es tuya.
      < Línea 5555-0101. …
      > cuanto me queda en el 5555-0102
      < Línea 5555-0102…
    `));

  test('a landline in the sentence is refused with its reason', () =>
    script(`
      > saldo del 2222-0100
      < Ese es un teléfono fijo y no recibe SMS…
    `));

  test.each(['cuánto debo de mi internet', 'no ay internet en la casa desde la mañana y el niño tiene clases', 'quiero cambiar la clave del wifi'])(
    '"%s" is about a home, and nobody asks which',
    async (text) => expect(await answerTo(text)).toMatch(/^Con gusto\. Escríbeme el número de contrato/),
  );

  test('a question for the help center and nothing else is looked up at once', async () =>
    expect(await answerTo('voy a viajar a mexico')).toMatch(/^Encontré esto: Roaming/));

  test('in English, too', () =>
    script(
      `
      > how much balance do i have
      < Of course…
      > 5555-0101
      < …
      > {code 5555-0101}
      < …
      < Line 5555-0101. Balance: Q37.50…
    `,
      'en',
    ));

  test('two wishes: the first is done, the second offered', () =>
    script(`
      > quiero ver mi saldo y también mi plan
      < Primero, tu saldo. Después, tu plan.
      < Claro que sí…
      > 5555-0101
      < …
      > {code 5555-0101}
      < …
      < Línea 5555-0101. Saldo: …
      < También pediste tu plan. ¿Vamos con eso?
      > sí
      < Línea 5555-0101: …
    `));

  test('three wishes: none is dropped, and a look in between changes nothing', () =>
    script(`
      > recarga 20, ver mi saldo y mi plan
      < Primero, la recarga. Después, tu saldo y tu plan.
      < Claro que sí…
      > cancelar
      < Listo, lo dejo. No hice nada.
      < También pediste tu saldo. ¿Vamos con eso?
      > no
      < También pediste tu plan. ¿Vamos con eso?
      > no gracias
      < De acuerdo. Aquí sigo.
    `));

  test('two wishes: whoever drops the first is offered the second', () =>
    script(`
      > recargame 20 y decime si ya esta la factura
      < Primero, la recarga. Después, tu factura.
      < Claro que sí…
      > cancelar
      < Listo, lo dejo. No hice nada.
      < También pediste tu factura. ¿Vamos con eso?
      > no
      < …
    `));
});

describe('not wanted', () => {
  test('what is denied is not started', async () => {
    expect(await answerTo('no quiero ver mi saldo')).toMatch(/^De acuerdo, no hago nada/);
    expect(await answerTo('no quiero recargar, solo ver mi saldo', 2)).toMatch(/^De acuerdo, no recargo nada\.[^]*Claro que sí/);
  });

  test('an advance is not for a minor', async () =>
    expect(await answerTo('tengo 13 y kiero un prestamo de saldo')).toMatch(/^El adelanto es solo para el titular.*\[Ver mi saldo\]$/));
});

describe('unsure: it is asked', () => {
  test('with two or three buttons and something else', async () => {
    expect(await answerTo('es que lo del otro dia q me dijeron')).toMatch(
      /^No me quedó claro\. ¿Es por .+, .+ o .+\? (\[[^\]]{2,20}\]){2,3}\[Otra cosa\]$/,
    );
    expect(await answerTo('es que lo del otro dia q me dijeron')).toMatch(/\[Mi factura\]/);
    const chat = await open();
    await chat.send('es que lo del otro dia q me dijeron');
    await chat.hear(1);
    await chat.play(`
      > [Otra cosa]
      < ¿Qué necesitas?
    `);
  });
});

describe('not understood', () => {
  test.each(['asdf qwer', 'zzz'])('"%s" is not guessed at', async (text) => expect(await answerTo(text)).toMatch(/^No me quedó claro/));

  test('again and again: a person', () =>
    script(`
      > asdf qwer
      < No me quedó claro…
      > ninguno
      < Mejor que lo vea una persona.
      < Claro que sí. Cuéntame en una frase qué pasó…
    `));

  test('in an open question another wish is heard', () =>
    script(`
      > saldo
      < Claro que sí…
      > mejor quiero pagar mi factura con tarjeta
      < ¿De tu celular o de tu casa?
    `));
});

describe('before any menu', () => {
  test('somebody in distress', () =>
    script(`
      > ya no quiero vivir
      < Lamento que estés pasando por algo tan duro. Soy un asistente automático, y hay personas que pueden ayudarte ahora. Llama al 1500, o al 123 si hay peligro.
      < ¿Quieres hablar además con una persona de nuestro equipo?
      > si
      < Llama al 611, de 7:00 a. m. a 9:00 p. m.…
      < Llama al 1500, o al 123 si hay peligro.
      > no se que hacer
      < Aquí sigo. Puedes hablar con una persona de nuestro equipo cuando quieras.
      > gracias
      < De acuerdo. Aquí sigo.
    `));

  test('no button leads to a menu or an offer', async () => {
    const said = await answerTo('me quiero morir', 2);
    expect(said).toMatch(/\[Sí, por favor\]\[No, gracias\]$/);
    expect(await answerTo('mi papá falleció', 2)).not.toMatch(/\[/);
  });

  test.each([
    ['me llaman y dicen que van a matar a mi hijo si no deposito', 'Esto es grave. No deposite nada y no siga la llamada. Llame ahora al 110.'],
    ['mi ex me quiere matar', 'Esto es grave, y su seguridad va primero.'],
    ['me pidieron un codigo y se lo di', 'Lo siento. No dé más datos y no siga la llamada: nadie de Alba le pide códigos ni su PIN.'],
    ['mi papá falleció y quiero dar de baja su línea', 'Lo siento mucho. Una persona le ayuda con el trámite, y no tendrá que explicarlo otra vez.'],
  ])('"%s"', async (text, first) => {
    const said = await answerTo(text, 2);
    expect(said.startsWith(first)).toBe(true);
    expect(said).toContain('611');
  });

  test('a stolen phone leads to the block, without a code', async () =>
    expect(await answerTo('me acaban de robar el cel', 2)).toMatch(
      /^Lo siento\. Lo primero es bloquear la línea, y para eso no necesita el teléfono\.[^]*Escriba el número de la línea que suspendo ahora/,
    ));

  test('in the middle of a login, and in the other language', () =>
    script(`
      > saldo
      < Claro que sí…
      > my phone was stolen
      < I am sorry. The first thing is to block the line…
      < Type the number of the line I suspend now…
    `));

  test('everyday words raise no alarm', async () => expect(await answerTo('me robaron el saldo')).not.toMatch(/^Lo siento/));
});

describe('as people are', () => {
  test('who cannot hear is answered in writing', () =>
    script(`
      > soy sordo no me llamen
      < Anotado: solo por escrito…
    `));

  test('who reads with trouble gets numbers, and a number is enough', () =>
    script(`
      > nose leer bien
      < No hay problema. Responda con un número. 1 ver mi saldo. 2 …
      > 1
      < Claro que sí. Para eso necesito confirmar que la línea es suya…
    `));

  test('words of another language lead on', async () => {
    expect(await answerTo("mba'éichapa, che saldo?", 2)).toMatch(/^Hola\. Por ahora atiendo en español e inglés\. \nClaro que sí/);
    expect(await answerTo('saqarik, la utz awach')).toMatch(/^Hola\. Por ahora atiendo.*\[Hablar con alguien\]/);
  });

  test('insults are not scolded', async () => {
    expect(await answerTo('son unos ladrones hijos de p*')).toMatch(/^Entiendo su molestia/);
    expect(await answerTo('QUIERO VER MI SALDO YA!!!')).toMatch(/^Claro que sí/);
  });

  test('who writes Spanish on an English page is answered in Spanish, whatever they say of themselves, and the other way round', async () => {
    expect(await answerTo('no tengo internet, mejor llámenme', 2, 'en')).toMatch(/^Anotado: prefieres que te llamen\.[^]*De tu celular o de tu casa/);
    expect(await answerTo('soy sordo no me llamen', 1, 'en')).toMatch(/^Anotado: solo por escrito/);
    expect(await answerTo('eres un robot?', 1, 'en')).toMatch(/^Soy un asistente automático.*\[Hablar con alguien\]/);
    expect(await answerTo('son unos ladrones', 1, 'en')).toMatch(/^Entiendo su molestia/);
    expect(await answerTo('i am deaf, do not call me')).toMatch(/^Noted: only in writing/);
    expect(await answerTo('my internet does not work, please call me', 2)).toMatch(
      /^Noted: you would rather be called\.[^]*First, checking your service/,
    );
  });

  test('an emoji alone is no riddle', async () => expect(await answerTo('👍')).toMatch(/^Con gusto/));

  test('a card is taken out', () =>
    script(`
      > 4242424242424242 08/29 123
      < Borra ese mensaje si puedes: por tu seguridad nunca escribas tu tarjeta en un chat, y yo no la guardé.
    `));
});
