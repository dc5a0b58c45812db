import { startWorld, type World } from '../support/app';
import { openChat, type Chat } from '../support/chat';
import { transcriptOf, withoutChance } from '../support/kept';
import { until } from '../support/until';

let world: World;
beforeAll(async () => void (world = await startWorld()));
afterAll(() => world.close());
beforeEach(() => void (world.ahead = 0));

const MINUTE = 60_000;
const visitor = (): Promise<Chat> => openChat(world.url, world.codeOf);
const asked = async (line: string): Promise<Chat> => {
  const chat = await visitor();
  await chat.send('saldo');
  await chat.hear(1);
  await chat.send(line);
  return chat;
};
const signedIn = async (line: string): Promise<Chat> => {
  const chat = await asked(line);
  await chat.hear(1);
  await chat.send(await world.codeOf(line));
  await chat.hear(2);
  return chat;
};

/** Another code than this one. */
const wrongFor = (code: string): string => (code === '000000' ? '111111' : '000000');

/** Redis keeps its own time: every code that was sent was sent a minute earlier. */
async function aMinutePassesInRedis(): Promise<void> {
  const redis = await world.redis.client();
  for (const key of await redis.keys('{o:*}:by:*')) {
    const sent = await redis.zrange(key, '0', '-1', 'WITHSCORES');
    for (let at = 0; at < sent.length; at += 2) await redis.zadd(key, String(Number(sent[at + 1]) - MINUTE), sent[at] ?? '');
  }
}

test('a wrong code says how many tries are left, then how to go on', async () => {
  const chat = await asked('5555-0103');
  await chat.hear(1);
  const right = await world.codeOf('5555-0103');
  const wrong = wrongFor(right);
  await chat.play(`
    > ${wrong}
    < Ese código no coincide. Te quedan 2 intentos. Usa el del último SMS.
    > ${wrong}
    < Ese código no coincide. Te queda 1 intento. Usa el del último SMS.
    > ${wrong}
    < Ese código ya no sirve. Puedo mandarte otro …
    > ${right}
    < Ese código ya no sirve. Puedo mandarte otro …
    > [Mandar otro]
    < Puedo mandarte otro en … segundos.
    > [Seguir sin código]
    < De acuerdo, seguimos sin código: no veré tus datos. ¿Qué necesitas?
  `);
});

test('numbers are read as people type them, and what is no mobile of this country is told apart', async () => {
  const chat = await visitor();
  await chat.play(`
    > saldo
    < Claro que sí. …
    > 2222-0100
    < Ese es un teléfono fijo y no recibe SMS. Escribe el número de un celular.
    > +1 305 555 0199
    < Ese número es de otro país. Aquí puedo revisar líneas de este país: escribe una.
    > 5555 0120 o 5555 0122
    < Vi más de un número. ¿Cuál reviso primero?
    > a ver
    < Escribe el número completo de tu línea, por ejemplo 5555-0101.
    > no me acuerdo
    < No hay problema. Llama desde esa línea a alguien y mira qué número aparece; también está en la caja del chip. Sin él puedo responder dudas o pasarte con una persona.
    > mi numero es el (502) 5555.0120 gracias
    < Te mando un código por SMS al 5555-0120…
    > me equivoque, es 5555-0122
    < Te mando un código por SMS al 5555-0122…
  `);
});

test('nothing tells whether a number is a line of ours, and no SMS leaves for one that is not', async () => {
  const numbers = { cancelled: '5555-0199', 'never assigned': '5555-0198', 'of another operator': '4444-0100', ours: '5555-0105' };
  const heard: Record<string, unknown> = {};
  for (const [kind, number] of Object.entries(numbers)) {
    const chat = await asked(number);
    const said = [...(await chat.hear(1))];
    for (const code of ['123456', 'no me llega', '234567', '345678']) {
      await chat.send(code);
      said.push(...(await chat.hear(1)));
    }
    heard[kind] = said.map(({ text, suggestedActions }) => [
      text?.replaceAll(number, 'NUMBER').replace(/(?:mañana\sa\s)?las?\s\d+:\d\d\s[ap]|\d+\ssegundos/g, 'TIME'),
      suggestedActions?.actions.map(({ title }) => title),
    ]);
  }
  expect(heard['cancelled']).toEqual(heard['ours']);
  expect(heard['never assigned']).toEqual(heard['ours']);
  expect(heard['of another operator']).toEqual(heard['ours']);
  expect(await until(() => world.sandbox.sms('50255550105'), 'the SMS, which nobody waits for')).toMatch(/código|codigo/);
  for (const number of ['50255550199', '50255550198', '50244440100']) expect(await world.sandbox.sms(number)).toBeUndefined();
});

test('another code can be had after a while; only the last one is right', async () => {
  const chat = await asked('5555-0108');
  await chat.hear(1);
  const first = await world.codeOf('5555-0108');
  world.ahead = MINUTE;
  await aMinutePassesInRedis();
  await chat.play(`
    > no me llega nada
    < Revisa que 5555-0108 esté bien escrito y que el celular tenga señal. Puedo mandarte otro ya.
    > [Mandar otro]
    < Te mando un código por SMS al 5555-0108…
  `);
  const second = await world.codeOf('5555-0108');
  await chat.play(`
    > ${first === second ? wrongFor(second) : first}
    < Ese código no coincide. Te quedan 2 intentos. Usa el del último SMS.
    > ${second}
    < Listo, la línea 5555-0108 es tuya.
    < Línea 5555-0108…
  `);
});

test('several lines in one chat: add one, choose, sign one out, sign out', async () => {
  const chat = await signedIn('5555-0101');
  await chat.play(`
    > otra línea
    < Ahora hablamos de la línea 5555-0101. ¿Qué quieres hacer?
    > [Agregar otra línea]
    < Claro que sí. …
    > 5555-0102
    < Te mando un código…
    > {code 5555-0102}
    < Listo, la línea 5555-0102 es tuya.
    > saldo
    < Línea 5555-0102. Saldo: Q0.40…
    > mis líneas
    < Ahora hablamos de la línea 5555-0102. ¿Qué quieres hacer?
    > 1
    < Listo. Ahora hablamos de la línea 5555-0101.
    > saldo
    < Línea 5555-0101. Saldo: Q37.50…
    > mis líneas
    < Ahora hablamos de la línea 5555-0101. ¿Qué quieres hacer?
    > [Cerrar 5555-0101]
    < Listo, cerré la línea 5555-0101 en este chat.
    > saldo
    < Línea 5555-0102. Saldo: Q0.40…
    > salir
    < Listo, cerré tu sesión en este chat. Para ver tus datos otra vez te pediré un código nuevo.
    > saldo
    < Claro que sí. …
    > salir
    < No hay ninguna sesión abierta en este chat.
  `);
});

test('after half an hour of silence, or an hour at all, the line must be proved again', async () => {
  const chat = await signedIn('5555-0111');
  world.ahead = 29 * MINUTE;
  await chat.refresh();
  await chat.play(`
    > saldo
    < Línea 5555-0111. Saldo: Q6.00…
  `);
  world.ahead = 58 * MINUTE;
  await chat.refresh();
  world.ahead = 61 * MINUTE;
  await aMinutePassesInRedis();
  await chat.play(`
    > saldo
    < Por seguridad cerré tu sesión. ¿Te mando un código al 5555-0111 para seguir?
    > [Sí, enviar código]
    < Te mando un código por SMS al 5555-0111…
  `);
});

test('a deploy in the middle of a login loses nothing', async () => {
  const old = await world.another();
  const chat = await openChat(old.url, world.codeOf);
  await chat.send('mi plan');
  await chat.hear(1);
  await chat.send('5555-0112');
  await chat.hear(1);
  const code = await world.codeOf('5555-0112');
  await old.close();
  const next = await world.another();
  const headers = { authorization: `Bearer ${chat.token}`, 'content-type': 'application/json' };
  const base = `${next.url}/v3/directline/conversations/${chat.conversationId}/activities`;
  const body = JSON.stringify({ type: 'message', text: code, channelData: { clientActivityID: 'after' } });
  await until(async () => (await fetch(base, { method: 'POST', headers, body })).ok, 'the code is taken'); // as clients do who hear "in a moment"
  const text = await until(async () => {
    const page = await (await fetch(base, { headers })).text();
    return page.includes('Línea 5555-0112') ? page : undefined;
  }, 'the line is shown');
  expect(withoutChance(text)).not.toContain(code);
});

test('a gateway that is down says no more than one that is up, and the code comes when it is asked for again', async () => {
  await world.sandbox.fault({ counterpart: 'sms', kind: 'error' });
  const chat = await asked('5555-0106');
  expect((await chat.hear(1))[0]?.text).toMatch(/^Te mando un código por SMS al 5555-0106/);
  await chat.play(`
    > 123456
    < Ese código no coincide. Te quedan 2 intentos. Usa el del último SMS.
  `);
  await world.sandbox.clearFaults();
});

test('after "salir" nobody reads in this browser what was said before', async () => {
  const chat = await signedIn('5555-0101');
  await chat.play(`
    > salir
    < Listo, cerré tu sesión en este chat. …
  `);
  const all = await transcriptOf(world, chat);
  expect(all).toContain('salir');
  for (const before of ['Q37.50', '5555-0101', 'saldo disponible']) expect(all).not.toContain(before);
});

test('words that are no code stay readable while a code is asked for; digits do not', async () => {
  const chat = await asked('5555-0122');
  await chat.hear(1);
  await chat.send('mi codigo es 12 34 56');
  await chat.send('no me llega nada');
  await chat.hear(2);
  const all = await transcriptOf(world, chat);
  expect(all).toContain('no me llega nada');
  expect(all).toContain('mi codigo es •• •• ••');
  expect(all).not.toContain('12 34 56');
});

test('a slow gateway is not felt in the chat', async () => {
  await world.sandbox.fault({ counterpart: 'sms', kind: 'slow:3000' });
  const chat = await asked('5555-0107');
  await chat.play(`
    < Te mando un código por SMS al 5555-0107…
    > 000001
    < Ese código no coincide. Te quedan 2 intentos. Usa el del último SMS.
    > {code 5555-0107}
    < Listo, la línea 5555-0107 es tuya.
    < Línea 5555-0107…
  `);
  await world.sandbox.clearFaults();
});

test.each(['¿cuál es mi número?', 'se me olvidó mi número'])('signed in, "%s" is answered with the number', async (asking) => {
  const chat = await signedIn('5555-0101');
  await chat.play(`
    > ${asking}
    < Ahora hablamos de la línea 5555-0101. ¿Qué quieres hacer?
  `);
});
