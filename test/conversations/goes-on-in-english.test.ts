import { tongueOf } from '../../src/dialogs/tongue';
import { startWorld, type World } from '../support/app';
import { openChat } from '../support/chat';

let world: World;
beforeAll(async () => void (world = await startWorld()));
afterAll(() => world.close());

test('whoever answers a Spanish question in English goes on in English', async () => {
  const chat = await openChat(world.url, world.codeOf);
  await chat.play(`
    > abrir un caso
    < Cuéntame en una frase qué pasó…
    > my internet does not work
    < Since when?
    > since Tuesday
    < Does it happen on all devices, or on one only?
    > en todos los aparatos de la casa
    < Caso … abierto: “My internet does not work”…
  `);
});

test.each<[string, 'es' | 'en', 'es' | 'en' | undefined]>([
  ['my internet does not work since yesterday', 'en', 'en'],
  ['en todos los aparatos de la casa', 'es', 'es'],
  ['Miraflores Mall Plaza', 'en', undefined],
  ['Plaza de las Américas', 'es', undefined],
  ['Colonia el Carmen de la zona 10', 'es', undefined],
  ['calle de las flores y avenida de los próceres', 'es', undefined],
  ['Walmart Roosevelt zona 11', 'en', undefined],
  ['la app dice error the network is not available', 'en', undefined],
  ['yes', 'en', undefined],
  ['el pack Internet Day', 'en', undefined],
])('"%s" (probably %s) is answered in %s', (text, guessed, language) => expect(tongueOf(text, guessed)).toBe(language));
