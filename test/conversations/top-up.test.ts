import { startWorld, type World } from '../support/app';
import { openChat, type Chat } from '../support/chat';
import { transcriptOf } from '../support/kept';

let world: World;
beforeAll(async () => void (world = await startWorld()));
afterAll(() => world.close());
afterEach(() => world.sandbox.clearFaults());

/** A chat in which a line has been proved. */
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

test('María tops up her line with her saved card, and sees the new balance', async () => {
  const chat = await openChat(world.url, world.codeOf);
  await chat.play(`
    > recarga 30
    < Claro que sí. Para eso necesito confirmar que la línea es tuya. ¿Qué número reviso?
    > recarga 20
    < Claro que sí. Para eso necesito confirmar que la línea es tuya. ¿Qué número reviso?
    > 5555-0101
    < Te mando un código por SMS al 5555-0101…
    > mejor recarga 10
    < Te mando un código por SMS al 5555-0101…
    > {code 5555-0101}
    < Listo, la línea 5555-0101 es tuya.
    < Recargar Q10.00 a tu línea 5555-0101 con tu Visa ••4242. Vale hasta … ¿Confirmas?
    > [Cambiar monto]
    < ¿Cuánto recargo a tu línea 5555-0101?
    > 4
    < Ese monto es muy bajo: el mínimo es Q5.00. ¿Qué monto pongo?
    > 20, no, mejor 50
    < ¿Q20.00 o Q50.00?
    > Q5
    < Recargar Q5.00 a tu línea 5555-0101 con tu Visa ••4242. Vale hasta … ¿Confirmas?
    > sí
    < Listo. Q5.00 en tu línea 5555-0101. Tu saldo es Q42.50 hasta … Comprobante …. ✅
    > saldo
    < Línea 5555-0101. Saldo: Q42.50…
  `);
});

test('the answer is lost after the money moved: "todavía no sé", and the end comes by itself; the books moved once', async () => {
  const chat = await signedIn('5555-0101');
  await chat.play(`
    > recarga 10
    < Recargar Q10.00 a tu línea 5555-0101 con tu Visa ••4242. …¿Confirmas?
  `);
  await world.sandbox.fault({ counterpart: 'prepaid', kind: 'error-after', times: 1 });
  await chat.play(`
    > sí
    < Todavía no sé si se aplicó la recarga de Q10.00. No la repitas: se podría cobrar dos veces. La estoy revisando; te aviso a más tardar a … Referencia ….
  `);
  const [end] = await chat.hear(1); // it is looked at ten seconds later
  expect(end?.text?.replaceAll('\u00a0', ' ')).toMatch(
    /^Ya sé: la recarga de Q10.00 a la línea terminada en 0101 sí entró, a las?\s.* Comprobante .*\.$/,
  );
  await chat.play(`
    > mi saldo
    < Línea 5555-0101. Saldo: Q52.50…
  `);
});

test('the wallet is approved on the phone, and its end comes by itself', async () => {
  const chat = await signedIn('5555-0101');
  await chat.play(`
    > recarga 10
    < Recargar Q10.00 a tu línea 5555-0101 con tu Visa ••4242. …¿Confirmas?
    > [Otra tarjeta]
    < ¿Con qué la pago?
    > billetera
    < Recargar Q10.00 a tu línea 5555-0101 con tu Billetera. …¿Confirmas?
  `);
  await chat.send('sí');
  const [first] = await chat.hear(1);
  expect(first?.text).toMatch(/^(Apruébalo en tu teléfono|Listo)/);
});

test('a scratch card works once', async () => {
  const chat = await signedIn('5555-0101');
  await chat.play(`
    > tengo un pin
    < Recargar la línea 5555-0101 con el PIN de una tarjeta de recarga. El PIN sirve una sola vez. El PIN te lo pido después. ¿Sigo?
    > sí
    < Raspa la tarjeta y escribe el PIN. No lo guardo.
    > 5012 7781 0042
    < Listo. Q25.00 en la línea 5555-0101. Tu saldo es Q…. Comprobante …. ✅
  `);
  const another = await signedIn('5555-0101');
  await another.play(`
    > tengo un pin
    < Recargar la línea 5555-0101 con el PIN de una tarjeta de recarga. El PIN sirve una sola vez. El PIN te lo pido después. ¿Sigo?
    > sí
    < Raspa la tarjeta y escribe el PIN. No lo guardo.
    > 5012 7781 0042
    < No se hizo la recarga. Ese PIN ya se usó. No se cobró nada.
    < Escribe otra vez el PIN, número por número, o el de otra tarjeta: sirve para la línea 5555-0101. No lo guardo. Para dejarlo, *cancelar*.
    > 1234 5678 9012 34
    < No se hizo la recarga. Ese PIN no existe; quizás falta un número. No se cobró nada.
    < Escribe otra vez el PIN…
    > no
    < De acuerdo, no hice nada.
  `);
});

test('on the page a PIN that comes before it is asked for is hidden', async () => {
  const chat = await signedIn('5555-0101');
  await chat.play(`
    > tengo un pin
    < Recargar la línea 5555-0101 con el PIN…
    > 1234 5678 9012 34
    < Todavía no usé ningún PIN. Recargar la línea 5555-0101 con el PIN…
    > no
    < De acuerdo, no hice nada.
  `);
  const page = await transcriptOf(world, chat);
  expect(page).toContain('"text":"••••');
  expect(page.replace(/\D/g, '')).not.toContain('12345678901234');
});

test('the line that is to get a top-up is not the one to sign in with, unless it is called their own', async () => {
  const chat = await openChat(world.url, world.codeOf);
  await chat.play(`
    > quiero recargar
    < Claro que sí. Para eso necesito confirmar que la línea es tuya. ¿Qué número reviso?
    > recarga 10 al 5555-0102
    < Claro que sí. Para eso necesito confirmar que la línea es tuya. ¿Qué número reviso?
    > 5555-0101
    < Te mando un código por SMS al 5555-0101…
    > {code 5555-0101}
    < Listo, la línea 5555-0101 es tuya.
    < Para no equivocarnos, escribe los últimos 4 números de la línea que recargo.
    > cancelar
    < Listo, lo dejo. No hice nada. ¿Qué necesitas?
  `);
  const another = await openChat(world.url, world.codeOf);
  await another.play(`
    > quiero recargar
    < …
    > recarga 10 a mi número 5555-0102
    < Te mando un código por SMS al 5555-0102…
  `);
  for (const words of ['mándame el código al', 'envíalo al']) {
    const sent = await openChat(world.url, world.codeOf);
    await sent.play(`
      > mi saldo
      < …
      > ${words} 5555-0103
      < Te mando un código por SMS al 5555-0103…
    `);
  }
});

test('in English, another line with its last digits', async () => {
  const chat = await signedIn('5555-0101', 'en');
  await chat.play(`
    > top up 5 to 5555-0102
    < To make no mistake, write the last 4 digits of the line I top up.
    > 0102
    < Top up Q5.00 to line 5555-0102 with your Visa ••4242. …Do you confirm?
    > yes
    < Done. Q5.00 on line 5555-0102. Receipt …. ✅
  `);
});

test('P04: the SIM was changed, so nothing saved moves: a card is typed anew, on the page', async () => {
  const chat = await signedIn('5555-0105');
  await chat.play(`
    > recarga 10
    < Recargar Q10.00 a tu línea 5555-0105 con tarjeta en la página segura. …¿Confirmas?
  `);
});
