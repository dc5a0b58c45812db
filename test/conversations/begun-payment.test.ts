import { startWorld, type World } from '../support/app';
import { openChat, type Chat } from '../support/chat';
import { BAD_CARD, openHosted, payLinkIn } from '../support/hosted-page';
import { until } from '../support/until';

let world: World;
beforeAll(async () => void (world = await startWorld()));
afterAll(() => world.close());

/** María tops up on the page, and has the link. */
async function toppingUp(amount: number): Promise<Chat> {
  const chat = await openChat(world.url, world.codeOf);
  await chat.play(`
    > recarga ${amount}
    < …¿Qué número…
    > 5555-0101
    < Te mando un código por SMS al 5555-0101…
    > {code 5555-0101}
    < Listo, la línea 5555-0101 es tuya.
    < Recargar Q${amount}.00 a tu línea 5555-0101 con tu Visa ••4242.…
    > [Otra tarjeta]
    < …
    > [Otra tarjeta]
    < Recargar Q${amount}.00 a tu línea 5555-0101…
    > [Sí, recargar]
    < …enlace…
  `);
  return chat;
}

test('Ana has the link to her bill: whether she asks why it was declined or says that she paid, she hears how it stands', async () => {
  const chat = await openChat(world.url, world.codeOf, { language: 'en' });
  await chat.play(`
    > balance
    < …
    > 5555-0104
    < …
    > {code 5555-0104}
    < …
    < …
    > pay my bill
    < You pay Q367.35…
    > [Yes, send the link]
    < This is the link to pay…
    > why was it declined?
    < Your operation of Q367.35, today, …, waits for you to pay by the link; the bank has confirmed no payment yet.… Reference P-….
    > menu
    < …
    > I paid already
    < Your operation of Q367.35, today, …, waits for you to pay by the link; …If you did pay, do not pay again…
  `);
});

test('María, while she is asked whether an article helped', async () => {
  const chat = await toppingUp(21);
  let said = '';
  await until(
    async () => {
      for (const wish of ['menú', 'cómo leo las partes de mi factura']) {
        await chat.send(wish);
        said = (await chat.hear(1))[0]?.text ?? '';
      }
      return said.includes('¿Te sirvió?');
    },
    () => said,
  );
  await chat.play(`
    > ya pagué
    < Tu operación de Q21.00, hoy …, espera el pago por el enlace; …Si ya pagaste, no pagues otra vez: …
  `);
});

test('declined on the page: asked why, it tells of that order, and that nothing was charged', async () => {
  const chat = await toppingUp(22);
  await (await openHosted(await payLinkIn(world.url, chat))).pay({ no: BAD_CARD });
  expect((await chat.hear(1))[0]?.text).toContain('no entró y no se cobró');
  await chat.play(`
    > por qué me lo rechazaron?
    < …no se hizo y no se cobró…
  `);
});

test('where nothing was begun it is the wish that it always was', async () => {
  const chat = await openChat(world.url, world.codeOf);
  await chat.play(`
    > ya pagué
    < ¿De tu celular o de tu casa?
  `);
});
