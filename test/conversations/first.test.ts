import { openChat } from '../support/chat';
import { startWorld, type World } from '../support/app';

let world: World;
beforeAll(async () => void (world = await startWorld()));
afterAll(() => world.close());

const codeOf = async (line: string): Promise<string> => /\d{6}/.exec(await world.sandbox.waitForSms(`502${line.replace(/\D/g, '')}`))?.[0] ?? 'no code';

test('María reads her balance, what she has left and her plan', async () => {
  const chat = await openChat(world.url, codeOf);
  await chat.play(`
    > saldo
    < Claro que sí. Para eso necesito confirmar que la línea es tuya. ¿Qué número reviso?
    > 55550101
    < Te mando un código por SMS al 5555-0101, si la línea está activa y es de Alba. Escríbelo aquí antes de l… No se lo digas a nadie por llamada.
    > {code 5555-0101}
    < Listo, la línea 5555-0101 es tuya.
    < Línea 5555-0101. Saldo: Q37.50, vale hasta …
    > [Lo que me queda]
    < …
    > mi plan
    < …
  `);
});
