import { startWorld, type World } from '../support/app';
import { openChat } from '../support/chat';

let world: World;
beforeAll(async () => void (world = await startWorld()));
afterAll(() => world.close());
afterEach(() => world.sandbox.clearFaults());

test('María buys a pack by her budget, from her balance', async () => {
  const chat = await openChat(world.url, world.codeOf);
  await chat.play(`
    > algo de 20 con whats para el finde
    < Claro que sí. Para eso necesito confirmar que la línea es tuya. ¿Qué número reviso?
    > 5555-0101
    < Te mando un código por SMS al 5555-0101…
    > {code 5555-0101}
    < Listo, la línea 5555-0101 es tuya.
    < Con Q20.00 te sirve Paquete Todo en uno…, hasta … a las 11:59 p. m. Q20.00 de tu saldo (tienes Q37.50, te quedan Q17.50). Línea 5555-0101. ¿Lo compro?
    > [Comprar]
    < Listo. Paquete Todo en uno… quedó activo, hasta … Te quedan Q17.50 de saldo. Comprobante …. ✅
  `);
});

test('not enough balance: a top-up, and back to the same pack; a price that changed on the way is said', async () => {
  const chat = await openChat(world.url, world.codeOf);
  await chat.play(`
    > algo de 45
    < Claro que sí. Para eso necesito confirmar que la línea es tuya. ¿Qué número reviso?
    > 5555-0101
    < …
    > {code 5555-0101}
    < Listo, la línea 5555-0101 es tuya.
    < Paquete Todo en uno… cuesta Q45.00 y te faltan Q…. Puedes recargar y sigo con este mismo paquete…
    > [Recargar]
    < Recargar Q… a tu línea 5555-0101 con tu Visa ••4242. …¿Confirmas?
    > sí
    < Listo. Q… en tu línea 5555-0101… ✅
    < Con Q45.00 te sirve Paquete Todo en uno… ¿Lo compro?
  `);
  await world.sandbox.price('GT-M7', '48.00');
  await chat.play(`
    > sí
    < El precio cambió mientras hablábamos: ahora son Q48.00, no Q45.00. No cobré nada.
    < Paquete Todo en uno… cuesta Q48.00 y te faltan Q…. Puedes recargar y sigo con este mismo paquete…
    > [Ver más baratos]
    < Estos alcanzan con Q…
  `);
});
