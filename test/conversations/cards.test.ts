import { startWorld, type World } from '../support/app';
import { openChat, type Chat } from '../support/chat';
import { everythingKept, transcriptOf } from '../support/kept';

/** The number, and the expiry as it was typed ("0829" alone may stand by chance in any time or id, "08/29" within what is sealed). */
const CARD = /4242\D{0,3}4242\D{0,3}4242|(?<![\w+/])08\/29(?![\w+/])/;
const ADVICE = 'Borra ese mensaje si puedes: por tu seguridad nunca escribas tu tarjeta en un chat, y yo no la guardé.';

let world: World;
let logged = '';
beforeAll(async () => {
  jest.spyOn(process.stdout, 'write').mockImplementation((line) => {
    logged += String(line);
    return true;
  });
  world = await startWorld({ LOG_LEVEL: 'trace' });
});
afterAll(async () => {
  await world.close();
  jest.restoreAllMocks();
});

const visitor = (language: 'es' | 'en' = 'es'): Promise<Chat> => openChat(world.url, world.codeOf, { language });

test('a card that is written is answered kindly, the menu follows, and nothing of it stays', async () => {
  const chat = await visitor();
  await chat.play(`
    > paga mi factura con 4242 4242 4242 4242 08/29 123
    < ${ADVICE}
    > ٤٢٤٢٤٢٤٢٤٢٤٢٤٢٤٢
    < ${ADVICE}
    > cancelar
    < No hay nada pendiente. ¿Qué necesitas?
  `);
  const transcript = await transcriptOf(world, chat);
  expect(transcript).toContain('paga mi factura con [tarjeta]');
  expect(transcript).not.toMatch(/٤٢٤٢/);
  expect(transcript).not.toMatch(CARD);
  const kept = await everythingKept(world);
  expect(kept).toContain(chat.conversationId);
  expect(kept).not.toMatch(CARD);
});

test('the open question is asked again and answered as if nothing had been', async () => {
  const chat = await visitor();
  await chat.play(`
    > saldo
    < Claro que sí. Para eso necesito confirmar que la línea es tuya. ¿Qué número reviso?
    > 4242-4242-4242-4242 y mi linea es 5555-0102
    < ${ADVICE}
    < …¿Qué número reviso?
    > 5555-0101
    < Te mando un código por SMS al 5555-0101…
    > 4242424242424242
    < ${ADVICE}
    < …código…
    > {code 5555-0101}
    < Listo, la línea 5555-0101 es tuya.
    < Línea 5555-0101. Saldo: Q37.50…
  `);
  expect(await transcriptOf(world, chat)).not.toMatch(CARD);
});

test('not in a tap, not in what a client adds to its message, not in a file’s name', async () => {
  const chat = await visitor();
  const channelData = { clientActivityID: 'mine', messageBack: { displayText: '4242 4242 4242 4242' } };
  await chat.send({ text: 'ok', value: { choice: '4242424242424242' }, channelData });
  expect((await chat.hear(1)).map(({ text }) => text)).toEqual([ADVICE]);
  const form = new FormData();
  form.append('activity', new Blob([JSON.stringify({ type: 'message', text: '' })], { type: 'application/vnd.microsoft.activity' }));
  form.append('file', new Blob(['%PDF-1.4'], { type: 'application/pdf' }), 'visa 4242-4242-4242-4242.pdf');
  const { status } = await fetch(`${world.url}/v3/directline/conversations/${chat.conversationId}/upload?userId=${chat.userId}`, {
    ...{ method: 'POST', headers: { authorization: `Bearer ${chat.token}` }, body: form },
  });
  expect(status).toBe(200);
  await chat.hear(1);
  const transcript = await transcriptOf(world, chat);
  expect(transcript).toContain('"clientActivityID":"mine"');
  expect(transcript).toContain('visa [tarjeta].pdf');
  expect(transcript).not.toMatch(CARD);
  expect(await everythingKept(world)).not.toMatch(CARD);
});

test('in English too', async () => {
  const chat = await visitor('en');
  await chat.play(`
    > my card is 4242 4242 4242 4242
    < Delete that message if you can: for your safety never write your card in a chat, and I did not keep it.
  `);
});

test('and the log, at its most talkative, says nothing of it', () => {
  expect(logged).toContain('"level"');
  expect(logged).not.toMatch(CARD);
});
