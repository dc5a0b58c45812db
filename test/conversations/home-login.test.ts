import { startWorld, type World } from '../support/app';
import { openChat, type Chat } from '../support/chat';

let world: World;
beforeAll(async () => void (world = await startWorld()));
afterAll(() => world.close());

const ANA = { contract: '10002040', document: '2083 77158 0108' };
const visitor = (): Promise<Chat> => openChat(world.url, world.codeOf);
/** What the bot said since, whole, without ids and times. */
const bytes = async (chat: Chat, count: number): Promise<string[]> =>
  (await chat.hear(count)).map(({ text, attachments, suggestedActions }) =>
    JSON.stringify({ text, attachments, suggestedActions }).replace(/"q":"[^"]*"/g, '"q":""'),
  );
const begun = async (contract: string): Promise<Chat> => {
  const chat = await visitor();
  await chat.send('mis contratos');
  await chat.hear(1);
  await chat.send(contract);
  await chat.hear(1);
  return chat;
};

test('a contract and its document, and what was typed wrong is told before anybody is asked', async () => {
  const chat = await visitor();
  await chat.send('mis contratos');
  const [asked] = await chat.hear(1);
  expect(asked?.text).toContain('Con gusto. Escríbeme el número de contrato');
  await chat.send('es el 10002040');
  expect((await chat.hear(1))[0]?.text).toBe('Gracias. Ahora escribe el DPI del titular, por ejemplo 1580 35224 0101.');
  await chat.send('2083771590108');
  expect((await chat.hear(1))[0]?.text).toBe('Ese DPI tiene un número equivocado. Revísalo como está impreso, por ejemplo 1580 35224 0101.');
  await chat.send('0801 1995 04417');
  expect((await chat.hear(1))[0]?.text).toContain('Ese parece un documento de Honduras');
  await chat.send('2083 77158 0108');
  const [found, which] = await chat.hear(2);
  expect(found?.text).toContain('2040');
  expect(which?.text).toContain('Ahora hablamos del contrato que termina en 2040');
});

test('unknown contract, wrong document and both: the same words and buttons', async () => {
  const tried = async (contract: string, document: string) => {
    const chat = await begun(contract);
    await chat.send(document);
    return bytes(chat, 2);
  };
  const unknown = await tried('10009999', ANA.document);
  expect(await tried(ANA.contract, '1773 09466 1601')).toEqual(unknown);
  expect(await tried('10009998', '1580 35224 0101')).toEqual(unknown);
  expect(unknown[0]).toContain('No encontré una cuenta con esos dos datos. Revisa el número de contrato en tu factura y el DPI del titular.');
});

test('too many tries wait, whoever makes them; and who is signed in stays', async () => {
  const rosa = await begun('10003311');
  await rosa.send('1773 09466 1601');
  await rosa.hear(2);
  const chat = await begun('10003311');
  for (let wrong = 0; wrong < 6; wrong++) {
    await chat.send('2661 40289 0115');
    await chat.hear(2);
    await chat.send('10003311');
    await chat.hear(1);
  }
  await chat.send('1773 09466 1601');
  expect((await chat.hear(1))[0]?.text).toContain('Por seguridad, después de varios intentos hay que esperar. Puedes probar otra vez a las');
  await rosa.send('mis contratos');
  expect((await rosa.hear(1))[0]?.text).toContain('termina en 3311');
});

test('in English and Honduras, and by an old number in El Salvador: each under the name that its bill has', async () => {
  const honduras = await world.another({ OPERATOR_COUNTRY: 'HN' });
  const chat = await openChat(honduras.url, world.codeOf);
  await chat.send('english');
  await chat.hear(1);
  await chat.send('my contracts');
  expect((await chat.hear(1))[0]?.text).toContain('Of course. Type the contract number.');
  await chat.send('300418');
  expect((await chat.hear(1))[0]?.text).toContain("Now type the account holder's DNI");
  await chat.send('0801-1995-04417');
  expect((await chat.hear(2))[0]?.text).toContain('ending in 0418');
  const salvador = await world.another({ OPERATOR_COUNTRY: 'SV' });
  const oscar = await openChat(salvador.url, world.codeOf);
  await oscar.send('mis contratos');
  await oscar.hear(1);
  await oscar.send('20881734');
  await oscar.hear(1);
  await oscar.send('04417263-7');
  expect((await oscar.hear(2))[0]?.text).toBe('Gracias. Tu cuenta tiene un número nuevo, que termina en 3971. Ya la encontré.');
});
