import { z } from 'zod';
import { startWorld, type World } from '../support/app';
import { openChat, type Chat } from '../support/chat';
import { until } from '../support/until';

let world: World;
beforeAll(async () => void (world = await startWorld()));
afterAll(() => world.close());

const Mails = z.object({ mails: z.array(z.object({ to: z.string(), subject: z.string(), text: z.string() })) });
const mails = async () => Mails.parse(await (await fetch(`${world.sandbox.url}/sandbox/mails`)).json()).mails;
const visitor = (): Promise<Chat> => openChat(world.url, world.codeOf);

/** Polls until there is one: a mail is written apart from the conversation. */
const mailTo = (address: string) => until(async () => (await mails()).find(({ to }) => to === address), `a mail to ${address}`);

test('robbed, at a strange computer: suspended in three turns, and the holder is written to', async () => {
  const chat = await visitor();
  await chat.send('me acaban de robar el cel');
  const [sorry, which] = await chat.hear(2);
  expect(sorry?.text).toContain('Lo siento. Lo primero es bloquear la línea');
  expect(which?.text).toBe('Escriba el número de la línea que suspendo ahora, y su DPI o el número de contrato.');
  await chat.send('5555-0101');
  expect((await chat.hear(1))[0]?.text).toContain('Para suspender la línea 5555-0101 necesito el DPI del titular');
  await chat.send('2451 80370 0101');
  const [done, next] = await chat.hear(2);
  expect(done?.text).toMatch(
    /^Listo: la línea terminada en 0101 está suspendida desde las?\s.+ También bloqueé la billetera y los adelantos\. Solo una persona/,
  );
  expect(next?.text).toMatch(/^Abrí el caso urgente (?:C-\w+|\d+), con respuesta antes de .+\. El IMEI sirve/);
  // Whoever has her phone now gets no code, and cannot tell.
  const thief = await visitor();
  await thief.send('saldo');
  await thief.hear(1);
  await thief.send('5555-0101');
  expect((await thief.hear(1))[0]?.text).toContain('Te mando un código por SMS al 5555-0101');
  const mail = await mailTo('maria.lopez@correo.example');
  expect(mail.text).toContain('línea terminada en 0101');
  expect(mail.text).not.toContain('5555');
  expect(await world.sandbox.sms('50255550101')).toBeUndefined();
});

test('line and document at once, in English; again is harmless', async () => {
  for (const _ of ['once', 'again']) {
    const chat = await visitor();
    await chat.send('english');
    await chat.hear(1);
    await chat.send('someone stole my phone');
    await chat.hear(2);
    await chat.send('5555-0104, 10002040');
    expect((await chat.hear(2))[0]?.text).toMatch(/^Done: the line ending in 0104 is suspended/);
  }
});

test('a wrong document and a line that is not ours sound the same, and tries run out', async () => {
  const tried = async (line: string): Promise<string> => {
    const chat = await visitor();
    await chat.send('me robaron el celular');
    await chat.hear(2);
    await chat.send(`${line} 1773 09466 1601`);
    return (await chat.hear(2)).map(({ text }) => text).join('|');
  };
  expect(await tried('5555-0103')).toBe(await tried('5555-0198'));
  expect(await tried('5555-0103')).toContain('No encontré una línea con esos dos datos.');
  const chat = await visitor();
  await chat.send('me robaron el celular');
  await chat.hear(2);
  for (let wrong = 0; wrong < 6; wrong++) {
    await chat.send('5555-0105 2083 77158 0108');
    await chat.hear(2);
  }
  await chat.send('5555-0105 2661 40289 0115');
  expect((await chat.hear(1))[0]?.text).toContain('Una persona bloquea la línea ahora mismo.');
});
