import { startWorld, type World } from '../support/app';
import { openChat, type Chat } from '../support/chat';

let world: World;
beforeAll(async () => void (world = await startWorld()));
afterAll(() => world.close());
afterEach(() => world.sandbox.clearFaults());

/** A chat in which a line has been proved. */
const signedIn = async (line: string, language: 'es' | 'en' = 'es', at = world.url): Promise<Chat> => {
  const chat = await openChat(at, world.codeOf, { language });
  for (const said of [language === 'es' ? 'saldo' : 'balance', line]) {
    await chat.send(said);
    await chat.hear(1);
  }
  await chat.send(await world.codeOf(line));
  await chat.hear(2);
  return chat;
};

test('Carlos finds what he paid in a shop: do not pay again, a case, and the same case when he asks again', async () => {
  const chat = await signedIn('5555-0103');
  await chat.play(`
    > pagué en la tienda y no me cayó la recarga
    < Encontré tu recarga: Q10.00, ayer a las 6:05 p. m., comprobante PV-55120. La recibimos y todavía no la aplicamos a tu línea. No pagues otra vez.
    < Abrí el caso … para que se aplique. Tienes respuesta a más tardar …
    > mi recarga no llegó, comprobante PV-55120
    < Encontré tu recarga: Q10.00, ayer a las 6:05 p. m., comprobante PV-55120. La recibimos y todavía no la aplicamos a tu línea. No pagues otra vez.
    < Ya está abierto el caso …, desde hoy: una persona lo está viendo.
  `);
});

test('Carlos tells it as a story: what he says of it is not asked again', async () => {
  const chat = await signedIn('5555-0103');
  await chat.play(`
    > buenas tardes mire fíjese que yo le eché 10 ayer donde doña Chony, la de la esquina, porque mi nena tenía clases, y hasta ahorita nada
    < Encontré tu recarga: Q10.00, ayer a las 6:05 p. m., comprobante PV-55120. La recibimos y todavía no la aplicamos a tu línea. No pagues otra vez.
    < …caso …
  `);
});

test('Carlos, by amount and day in one sentence, in English', async () => {
  const chat = await signedIn('5555-0103', 'en');
  await chat.play(`
    > my top-up has not arrived, I paid 10 yesterday at a shop
    < I found your top-up: Q10.00, yesterday, 6:05 p.m., receipt PV-55120. We received it and have not applied it to your line yet. Do not pay again.
    < …ase …
  `);
});

test('Héctor paid his bill at a bank and complains: found, in usted, without paying again', async () => {
  const chat = await signedIn('5555-0109');
  await chat.play(`
    > quiero poner una queja: mi pago no aparece
    < Encontré su pago: Q308.00, ayer a las 5:42 p. m., comprobante BI-884201. Lo recibimos y todavía no lo aplicamos a su cuenta. No pague otra vez.
    < Abrí el caso … para que se aplique. Tiene respuesta a más tardar …
  `);
});

test('María only wants to see whether the one of yesterday arrived', async () => {
  const chat = await signedIn('5555-0101');
  await chat.play(`
    > no quiero recargar, solo ver si me llegó la de ayer
    < De acuerdo, no recargo nada.
    < Tu última recarga: Q20.00, ayer a las 6:10 p. m. Sí entró.
    > [No es esa]
    < Lo busco. ¿De cuánto fue el pago o la recarga?
    > 35
    < Con eso no lo encuentro. ¿Qué número de comprobante tiene tu recibo?
    > [No lo sé]
    < No encontré un pago con esos datos en los últimos 35 días. Abrí el caso … con lo que me dijiste: una persona lo busca y te responde a más tardar … Guarda tu recibo.
  `);
});

test('María put money on a line of her mother: nothing is said of her own', async () => {
  const chat = await signedIn('5555-0101');
  await chat.play(`
    > le eché 20 a mi mamá ayer y no le cae
    < ¿A qué número fue?
    > 5555-0102
    < ¿Qué número de comprobante tiene tu recibo?
    > [No lo sé]
    < Los pagos de otra línea no los veo desde aquí. Abrí el caso … con lo que me dijiste: una persona lo busca y te responde a más tardar … Guarda tu recibo.
    > le eché 30 a la 5555-0102 ayer y no le cae
    < ¿Qué número de comprobante tiene tu recibo?
  `);
});

test('the register of payments does not answer: that is said, and no case is opened on a guess', async () => {
  const chat = await signedIn('5555-0103');
  await world.sandbox.fault({ counterpart: 'payments', kind: 'error' });
  await chat.play(`
    > mi recarga no llegó
    < Ahora no puedo consultarlo: el servicio no responde. No cambié nada. …
  `);
});

test('Honduras, where nothing was paid', async () => {
  const honduras = await world.another({ OPERATOR_COUNTRY: 'HN' });
  const chat = await openChat(honduras.url, () => world.codeOf('50499990101'));
  await chat.play(`
    > buscar mi pago
    < …
    > 9999-0101
    < …
    > {code 99990101}
    < …
    < Lo busco. ¿De cuánto fue el pago o la recarga?
    > L 50
    < ¿Qué día fue?
  `);
  await honduras.close();
});
