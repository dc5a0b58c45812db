import { agentDesk, MARTA } from '../../support/agents';
import { startMessengerWorld, wordsOf, type MessengerPhone, type MessengerWorld } from '../../support/messenger';
import { stillness } from '../../support/scripted';
import { until } from '../../support/until';

let world: MessengerWorld;
beforeAll(async () => void (world = await startMessengerWorld({ MESSENGER_PEOPLE: 'page-inbox' })));
afterAll(() => world.close());

const isInbox = async ({ psid }: MessengerPhone): Promise<boolean> =>
  (await world.threads()).threads.some((each) => each.psid === psid && each.inbox);
/** Somebody who asked for a person, and whose thread went to the page's inbox. */
async function handedOver(story = 'mi factura viene doble este mes'): Promise<MessengerPhone> {
  const phone = world.stranger();
  await phone.play(`
    > quiero hablar con una persona porque ${story}
    < Te paso con una persona…
  `);
  await until(() => isInbox(phone));
  return phone;
}

test('who asks for a person is given to the page’s inbox, and the bot is quiet until it is given back', async () => {
  const phone = await handedOver();
  await phone.do({ text: 'hola, ¿hay alguien?' });
  await phone.do({ inbox: 'Hola, soy Ana. Ya veo su factura.' });
  await phone.do({ text: 'mi saldo' });
  expect(await phone.rest()).toEqual([]);
  await phone.do({ thread: 'give' });
  const [back] = await phone.hear(1);
  expect(wordsOf(back!)).toMatch(/^Te atiende otra vez el asistente virtual\. El caso \S+ sigue abierto hasta que lo cierren\.$/);
  await phone.play(`
    > mi saldo
    < …¿Qué número reviso?
  `);
});

test('the menu calls the bot back, though Meta tells only its title to who overhears', async () => {
  const phone = await handedOver();
  await phone.do({ postback: { title: 'Ver mi saldo', payload: 'go:balances' } });
  expect(wordsOf((await phone.hear(1))[0]!)).toMatch(/¿Qué número reviso\?$/);
  expect(await isInbox(phone)).toBe(false);
});

test('an agent who answers on the case is read in the thread all the same, and the inbox keeps it', async () => {
  const story = 'mi factura viene triple este mes';
  const phone = await handedOver(story);
  const desk = agentDesk(world.sandbox);
  await desk.work(await desk.ticketOf(story), { agent: MARTA, text: 'Soy Marta, de cobros.' });
  const [said] = await phone.hear(1);
  expect([said?.name, wordsOf(said!)]).toEqual(['Marta Solís', 'Soy Marta, de cobros.']);
  await until(() => isInbox(phone));
});

test('a person of the inbox takes a thread and gives it back, and gets the one that they ask for', async () => {
  const taken = world.stranger();
  await taken.play('> hola\n< …asistente virtual…');
  await taken.do({ thread: 'take' });
  await taken.do({ text: 'mi saldo' });
  expect(await taken.rest()).toEqual([]);
  const asked = world.stranger();
  await asked.play('> hola\n< …asistente virtual…');
  await asked.do({ thread: 'ask' });
  await until(() => isInbox(asked));
  await taken.do({ thread: 'give' });
  expect(wordsOf((await taken.hear(1))[0]!)).toBe('Te atiende otra vez el asistente virtual.');
  await taken.play('> mi saldo\n< …¿Qué número reviso?');
});

test('a thread that Meta does not pass is the desk’s: the words go to the case', async () => {
  const phone = world.stranger();
  await world.control('/errors', { of: 'threads', code: 10 });
  await phone.play(`
    > quiero hablar con una persona porque mi recarga no entró ayer
    < Te paso con una persona…
  `);
  await until(() => world.log.some((line) => line.includes('messenger.not-passed')));
  await until(stillness(world), 'the conversation knows it');
  expect(await isInbox(phone)).toBe(false);
  await phone.do({ text: 'era de Q10 en la tienda' });
  const desk = agentDesk(world.sandbox);
  const ticket = await desk.ticketOf('mi recarga no entró ayer');
  await until(async () => (await desk.comments(ticket)).some(({ by, body }) => by === 'customer' && body.includes('era de Q10')));
});
