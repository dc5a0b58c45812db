import { startMessengerWorld, wordsOf, type MessengerWorld } from '../../support/messenger';
import { until } from '../../support/until';

let world: MessengerWorld;
beforeAll(async () => void (world = await startMessengerWorld()));
afterAll(() => world.close());
afterEach(() => world.sandbox.clearFaults());

test('the menu begins, a login follows, a pack is bought: with buttons, as on the page', async () => {
  const phone = await world.phone(0);
  await phone.do({ postback: { title: 'Empezar', payload: 'GET_STARTED' } });
  const [hello] = await phone.hear(1);
  expect(wordsOf(hello!)).toContain('Alba');
  expect(hello?.shown?.quick_replies?.length).toBeGreaterThan(0);
  await phone.play(`
    > cuál es mi saldo?
    < …¿Qué número reviso?
    > 5555-0101
    < Te mando un código por SMS al 5555-0101…
    > {code 5555-0101}
    < Listo, la línea 5555-0101 es tuya.
    < Línea 5555-0101. Saldo: …
    < …
    > [Lo que me queda]
    < Línea 5555-0101…
  `);
});

test('a link lands in its journey and survives the login', async () => {
  const phone = await world.phone(1);
  await phone.do({ ref: 'operations' });
  await phone
    .play(
      `
    > 5555-0102
    < …
    < …
    > {code 5555-0102}
    < Listo, la línea 5555-0102 es tuya.
    < …
  `,
    )
    .catch(async (error: unknown) => {
      throw new Error(`${String(error)}\n${JSON.stringify((await world.threads()).threads[1]?.said, null, 1)}`);
    });
});

test('voice notes, pictures, stickers and a place are answered sensibly', async () => {
  const phone = await world.phone(2);
  const answerTo = async (deed: object): Promise<string> => {
    await phone.do(deed);
    return wordsOf((await phone.hear(1))[0]!);
  };
  expect(await answerTo({ file: 'audio' })).toMatch(/audio|voz/i);
  expect(await answerTo({ file: 'image' })).not.toBe('');
  const redis = await world.redis.client();
  await until(async () => (await redis.keys('*:fb:*:file:*')).length === 1); // it waits for a case
  expect(await answerTo({ file: 'sticker' })).toMatch(/gusto|gracias|nada/i);
  expect(await answerTo({ place: { lat: 14.6071, long: -90.5883 } })).toMatch(/^Mixco, San Cristóbal/);
});

test('while a person answers in the inbox the bot is quiet; the menu asks for it again', async () => {
  const phone = await world.phone(3);
  await phone.do({ text: 'hola' });
  await phone.hear(1);
  await phone.do({ inbox: 'Hola, soy Ana. ¿En qué le ayudo?' });
  await phone.do({ text: 'mi saldo' });
  await phone.do({ text: 'sigue ahí?' });
  await phone.do({ postback: { title: 'Menú', payload: 'go:balances' } });
  expect(wordsOf((await phone.hear(1))[0]!)).toMatch(/¿Qué número reviso\?$/);
  expect(await phone.rest()).toEqual([]);
});

test('whom a person of the inbox wrote to first is the person’s', async () => {
  const phone = world.stranger();
  await phone.do({ inbox: 'Hola, soy Ana. Le escribo por su caso.' });
  await phone.do({ text: 'mi saldo' });
  await phone.do({ postback: { title: 'Menú', payload: 'go:balances' } });
  expect(wordsOf((await phone.hear(1))[0]!)).toMatch(/¿Qué número reviso\?$/);
  expect(await phone.rest()).toEqual([]);
});

test('outside the window nothing is said, and inside it is again', async () => {
  const phone = await world.phone(4);
  world.ahead = 25 * 3_600_000;
  await phone.do({ text: 'hola' });
  await until(() => world.log.some((line) => line.includes('outside the window')));
  expect(await phone.rest()).toEqual([]);
  world.ahead = 0;
  await phone.do({ text: 'hola' });
  await phone.hear(1);
});
