import { startWorld, type World } from '../support/app';
import { openChat, type Chat } from '../support/chat';

let world: World;
beforeAll(async () => void (world = await startWorld()));
afterAll(() => world.close());
afterEach(() => world.sandbox.clearFaults());

const signedIn = async (line: string): Promise<Chat> => {
  const chat = await openChat(world.url, world.codeOf);
  await chat.play(`
    > saldo
    < …
    > ${line}
    < …
    > {code ${line}}
    < …
    < …
  `);
  return chat;
};

/** What the bot says next by itself: the settler waits until the first request can no longer arrive. */
const told = async (chat: Chat): Promise<string | undefined> => (await chat.hear(1))[0]?.text;

test('what the first sentence named is remembered over the login; a case for what nobody asked for', async () => {
  const chat = await openChat(world.url, world.codeOf);
  await chat.play(`
    > quitame esa musica que no pedi
    < Claro que sí. Para eso necesito confirmar que la línea es tuya. ¿Qué número reviso?
    > 5555-0101
    < …
    > {code 5555-0101}
    < Listo, la línea 5555-0101 es tuya.
    < Cancelo Música, Q39.00 al mes. La usas hasta … y ya no se cobra …. ¿Confirmas?
    > si
    < Cancelada. Referencia S-…. Si no la pediste tú, puedo abrir un caso para revisar el cobro de este mes.
    > [Abrir caso]
    < Abrí el caso … para revisar lo que se te cobró. Una persona te responde a más tardar …; si corresponde, te lo devuelven.
    > mis suscripciones
    < Línea 5555-0101. Tienes:…1. Te llamé + tono de espera: Q0.99 cada día, de tu saldo; se renueva mañana.…¿Cancelo alguna?
  `);
});

test('one is begun from the balance, and one with its first month free', async () => {
  const chat = await signedIn('5555-0101');
  await chat.play(`
    > suscribirme a la nube
    < Contratar Nube 100 GB en tu línea 5555-0101: Q15.00 hoy de tu saldo, y después Q15.00 al mes hasta que la canceles. ¿Confirmas?
    > sí
    < Listo. Ya tienes Nube 100 GB; se cobraron Q15.00. Referencia S-…. ✅
    > mi saldo
    < Línea 5555-0101. Saldo: Q22.50…
    > activar video+
    < Contratar Video+ en tu línea 5555-0101: el primer mes es gratis. El primer cobro es …: Q45.00 al mes, de tu saldo, hasta que la canceles. ¿Confirmas?
    > sí
    < Listo. Ya tienes Video+; hoy no se cobró nada y el primer cobro es …. Referencia S-…. ✅
    > mis suscripciones
    < Línea 5555-0101. Tienes:…Nube 100 GB: Q15.00 al mes…Video+: gratis hasta …, y ese día empieza a Q45.00 al mes…
  `);
});

test('one is charged to the wallet, and the end comes by itself once it was approved on the phone', async () => {
  const chat = await signedIn('5555-0101');
  await chat.play(`
    > suscribirme al antivirus
    < Contratar Antivirus y navegación segura en tu línea 5555-0101: Q12.00 hoy de tu saldo, y después Q12.00 al mes hasta que la canceles. ¿Confirmas?
    > [Cobrar de otro lado]
    < ¿De dónde se cobra?
    > billetera
    < Contratar Antivirus y navegación segura en tu línea 5555-0101: Q12.00 hoy de tu billetera, y después Q12.00 al mes hasta que la canceles. ¿Confirmas?
    > sí
    < Apruébalo en tu teléfono: te llegó un aviso de pago por la suscripción a Antivirus y navegación segura. …
  `);
  expect(await told(chat)).toMatch(
    /^Ya sé: la suscripción a Antivirus y navegación segura, en la línea terminada en 0101, sí se hizo\. Referencia S-/,
  );
});

test('the answer to a cancellation is lost: the end comes by itself', async () => {
  const chat = await signedIn('5555-0101');
  await chat.play(`
    > cancelar el tono de espera
    < Cancelo Te llamé + tono de espera, Q0.99 cada día. La usas hasta hoy y ya no se cobra mañana. ¿Confirmas?
  `);
  await world.sandbox.fault({ counterpart: 'orders', kind: 'error-after', times: 1 });
  await chat.play(`
    > sí
    < Todavía no sé si se aplicó: la cancelación de Te llamé + tono de espera. No lo repitas. …
  `);
  expect(await told(chat)).toMatch(/^Ya sé: la cancelación de Te llamé \+ tono de espera, en la línea terminada en 0101, sí se hizo\. Referencia S-/);
});

test('a minor’s line buys none; a line without any says so; in English', async () => {
  const kevin = await signedIn('5555-0111');
  await kevin.play(`
    > que suscripciones hay
    < En la línea de un menor las suscripciones las contrata el titular. …
  `);
  const carlos = await signedIn('5555-0103');
  await carlos.play(`
    > cancelar suscripcion
    < No tienes ninguna suscripción activa en la línea 5555-0103, así que no hay qué cancelar. Si ves un cobro, lo busco.
    > english
    < …
    > my subscriptions
    < Line 5555-0103. You have no active subscriptions, and none is charged. Shall I look for one to buy?
  `);
});

test('Nicaragua has none on sale, and lends nothing', async () => {
  const nicaragua = await world.another({ OPERATOR_COUNTRY: 'NI' });
  const chat = await openChat(nicaragua.url, () => world.codeOf('50588880101'));
  await chat.play(`
    > mis suscripciones
    < …
    > 88880101
    < …
    > {code 88880101}
    < …
    < Línea 8888-0101. No tenés suscripciones activas, y aquí no hay ninguna para contratar. No cobré nada.
    > prestame saldo
    < Aquí no hay adelantos de saldo por ahora. No se pidió ni se cobró nada. Podés recargar desde este chat.
  `);
  await nicaragua.close();
});
