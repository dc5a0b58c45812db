import { startWorld, type World } from '../support/app';
import { openChat, type Chat } from '../support/chat';

let world: World;
beforeAll(async () => void (world = await startWorld()));
afterAll(() => world.close());
afterEach(() => world.sandbox.clearFaults());

const signedIn = async (line: string, language: 'es' | 'en' = 'es'): Promise<Chat> => {
  const chat = await openChat(world.url, world.codeOf, { language });
  for (const said of [language === 'es' ? 'saldo' : 'balance', line]) {
    await chat.send(said);
    await chat.hear(1);
  }
  await chat.send(await world.codeOf(line));
  await chat.hear(2);
  return chat;
};

test('what María bought is listed with its reference, and shown with a receipt; another chat of hers sees it too', async () => {
  const chat = await signedIn('5555-0101');
  await chat.play(`
    > mis movimientos
    < En los últimos 35 días no hiciste operaciones de dinero por este chat.
    > recarga 10
    < …
    > sí
    < Listo. Q10.00 en tu línea 5555-0101…
    > mis operaciones
    < Estas son tus últimas operaciones. Toca una para ver el comprobante:…1. R-…: recarga de Q10.00, hoy a …, hecha.
    > 1
    < Comprobante R-… de …: recarga de Q10.00, línea terminada en 0101. Hoy a … Estado: hecha.
    > me llegó la recarga de 10?
    < Tu última recarga: Q10.00, hoy a …, comprobante R-…. Sí entró.
    > saldo
    < …
  `);
});
