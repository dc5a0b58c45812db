import { startWorld, type World } from '../support/app';
import { openChat } from '../support/chat';

let world: World;
beforeAll(async () => void (world = await startWorld()));
afterAll(() => world.close());

test.each(['Tecún Umán', 'tarija', 'Portales'])('"%s" is a place, however much it sounds like a wish', async (place) => {
  const chat = await openChat(world.url, world.codeOf);
  await chat.play(`
    > tiendas
    < ¿Por dónde estás?…
    > ${place}
    < No tengo una tienda con ese nombre.…
    > mi factura
    < ¿De tu celular o de tu casa?
  `);
});

test('on the page a shared place finds the store, and nothing of it stays', async () => {
  const chat = await openChat(world.url, world.codeOf);
  await chat.play(`
    > tiendas
    < ¿Por dónde estás?…
  `);
  await chat.send({ type: 'message', text: 'Mi ubicación', channelData: { place: { lat: 14.60712, lon: -90.58834 } } });
  const [answer] = await chat.hear(1);
  expect(answer?.text).toMatch(/^Mixco, San Cristóbal, .*Queda a cerca de 1 km/);
  expect(JSON.stringify(await chat.rest())).not.toContain('14.60712');
  await chat.play(`
    > historial de llamadas
    < Claro que sí…
    > 5555-0101
    < Te mando…
    > {code 5555-0101}
    < …
    < Línea 5555-0101, llamadas de los últimos 7 días: …
  `);
});
