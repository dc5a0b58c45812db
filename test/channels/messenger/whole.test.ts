import { agentDesk, MARTA } from '../../support/agents';
import { openHosted } from '../../support/hosted-page';
import { startMessengerWorld, wordsOf, type MessengerPhone, type MessengerWorld, type Seen } from '../../support/messenger';
import { chatOn } from '../../support/messenger-chat';
import { until } from '../../support/until';

let world: MessengerWorld;
beforeAll(async () => void (world = await startMessengerWorld()));
afterAll(() => world.close());

const ANA = '5555-0104';
const saidTo = async (phone: MessengerPhone): Promise<readonly Seen[]> =>
  ((await world.threads()).threads.find(({ psid }) => psid === phone.psid)?.said ?? []).filter(({ by }) => by === 'bot');

test('from the menu: a login, a pack, a bill paid on the page, and a person who answers a case with its photo', async () => {
  const phone = world.stranger();
  const chat = chatOn(world, phone);
  await phone.do({ postback: { title: 'Comprar un paquete', payload: 'go:buy-pack' } });
  await chat.play(`
    < …¿Qué número…
    > ${ANA}
    < Te mando un código por SMS al 5555-0104…
    > {code ${ANA}}
    < Listo, la línea 5555-0104 es tuya.
  `);
  await chat.play(`
    > pagar mi factura
    < Pagas Q367.35, factura de …, línea 5555-0104, con tarjeta en la página segura. ¿Te mando el enlace?
    > [Sí, mandar enlace]
    < Este es el enlace de pago: …
  `);
  const link =
    (await saidTo(phone)).flatMap(({ shown }) => shown?.attachment?.payload.buttons ?? []).findLast(({ url }) => url !== undefined)?.url ?? '';
  await (await openHosted(link)).pay();
  await chat.play('< …pag…Q367.35…');
  const desk = agentDesk(world.sandbox);
  await chat.play(`
    > quiero hablar con una persona
    < …Cuéntame en una frase…
  `);
  await phone.do({ file: 'image' });
  await chat.play('< Te paso con una persona…');
  const ticket = await desk.ticketOf('quiero hablar con una persona');
  await desk.work(ticket, { agent: MARTA, text: 'Hola, soy Marta. Ya veo la foto.' });
  const answer = await until(async () => (await saidTo(phone)).find((each) => wordsOf(each).includes('Ya veo la foto')));
  expect([answer.name, wordsOf(answer)]).toEqual(['Marta Solís', 'Hola, soy Marta. Ya veo la foto.']);
  await phone.do({ text: 'gracias, quedo pendiente' });
  await until(async () => (await desk.comments(ticket)).find(({ by, body }) => by === 'customer' && body.includes('quedo pendiente')));
  await desk.work(ticket, { agent: MARTA, text: 'Listo.', status: 'solved' });
  await chat.play('< Listo.\n< Marta Solís cerró el caso …');
});
