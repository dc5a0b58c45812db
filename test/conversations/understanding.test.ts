import { startWorld, type World } from '../support/app';
import { openChat } from '../support/chat';

let world: World;
beforeAll(async () => void (world = await startWorld()));
afterAll(() => world.close());

const answerTo = async (text: string): Promise<string> => {
  const chat = await openChat(world.url, world.codeOf);
  await chat.send(text);
  const [answer] = await chat.hear(1);
  return `${answer?.text} ${(answer?.suggestedActions?.actions ?? []).map(({ title }) => `[${title}]`).join('')}`;
};

test.each(['kiero saver kuanto ai en mi linea de plata', 'puede decirme cuánto dinero hay disponible en mi número por favor'])(
  '"%s" is about the balance',
  async (text) => expect(await answerTo(text)).toMatch(/^Claro que sí/),
);

test.each(['quiero recargar 20 quetzales', 'me robaron el celular bloqueen la linea', 'quiero pagar mi factura con tarjeta'])(
  '"%s" is understood, and honestly not done yet',
  async (text) => expect(await answerTo(text)).toMatch(/^Eso todavía no lo hago en este chat\..*\[Hablar con alguien\]/),
);

test.each(['qué hora es en japón', 'asdf qwer zxcv'])('"%s" is not guessed at', async (text) =>
  expect(await answerTo(text)).toMatch(/^No me quedó claro/),
);
