import { startWorld, type World } from '../support/app';
import { openChat, type Chat } from '../support/chat';
import { eventually } from '../support/until';

let world: World;
beforeAll(async () => void (world = await startWorld()));
afterAll(() => world.close());
const open = (): Promise<Chat> => openChat(world.url, world.codeOf);

/** A top-up of which the amount is still asked. */
async function leftOpen(): Promise<Chat> {
  const chat = await open();
  await chat.play(`
    > quiero recargar el 5555-0102
    < …
    > 5555-0101
    < Te mando un código…
    > {code 5555-0101}
    < Listo, la línea 5555-0101 es tuya.
    < ¿Cuánto recargo a la línea 5555-0102?
  `);
  return chat;
}

test('what was left open in one chat goes on in another, and is over in the first', async () => {
  const first = await leftOpen();
  const second = await open();
  await second.play(`
    > saldo
    < …
    > 5555-0101
    < Te mando un código…
    > {code 5555-0101}
    < Listo, la línea 5555-0101 es tuya.
    < Línea 5555-0101. …
    < En otro chat quedó a medias la recarga. ¿Lo seguimos aquí?
    > sí
    < ¿Cuánto recargo a la línea 5555-0102?
  `);
  await eventually(async () => expect((await first.rest()).map(({ text }) => text)).toEqual(['Eso lo seguimos en el otro chat. Aquí no hice nada.']));
  await first.play(`
    > 20
    < …
  `);
  expect(JSON.stringify(await first.rest())).not.toContain('Recargar Q20');
});

test('who does not want it is not asked again, and the first chat goes on', async () => {
  const first = await leftOpen();
  const second = await open();
  await second.play(`
    > mi plan
    < …
    > 5555-0101
    < Te mando un código…
    > {code 5555-0101}
    < Listo, la línea 5555-0101 es tuya.
    < …
    < En otro chat quedó a medias la recarga. ¿Lo seguimos aquí?
    > no
    < …
    > saldo
    < Línea 5555-0101. …
  `);
  await first.play(`
    > 20
    < Para no equivocarnos, escribe los últimos 4 números…
  `);
});

test('somebody who proves another line hears nothing of it', async () => {
  await leftOpen();
  const stranger = await open();
  await stranger.play(`
    > saldo
    < …
    > 5555-0103
    < Te mando un código…
    > {code 5555-0103}
    < Listo, la línea 5555-0103 es tuya.
    < Línea 5555-0103. …
  `);
  expect(await stranger.rest()).toEqual([]);
});
