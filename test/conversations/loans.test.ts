import { startWorld, type World } from '../support/app';
import { openChat, type Chat } from '../support/chat';

let world: World;
beforeAll(async () => void (world = await startWorld()));
afterAll(() => world.close());
afterEach(() => world.sandbox.clearFaults());

const signedIn = async (line: string, language: 'es' | 'en' = 'es'): Promise<Chat> => {
  const chat = await openChat(world.url, world.codeOf, { language });
  await chat.play(
    language === 'es'
      ? `
    > saldo
    < …
    > ${line}
    < …
    > {code ${line}}
    < …
    < …
  `
      : `
    > english
    < …
    > balance
    < …
    > ${line}
    < …
    > {code ${line}}
    < …
    < …
  `,
  );
  return chat;
};

test('María takes an advance, sees what she owes, may not take another, and pays it from her balance', async () => {
  const chat = await signedIn('5555-0101');
  await chat.play(`
    > prestame saldo
    < Puedes pedir hasta Q20.00. Ejemplo: recibes Q10.00 y en tu próxima recarga se descuentan Q12.00 (Q2.00 de comisión). ¿Cuánto?
    > [Q10.00]
    < Adelanto de Q10.00 para tu línea 5555-0101: recibes Q10.00 y en tu próxima recarga se descuentan Q12.00 (Q2.00 de comisión). ¿Confirmas?
    > mejor 20
    < Adelanto de Q20.00 para tu línea 5555-0101: recibes Q20.00 y en tu próxima recarga se descuentan Q24.00 (Q4.00 de comisión). ¿Confirmas?
    > sí
    < Listo. Q20.00 en tu línea 5555-0101. Tu saldo es Q57.50. Por este adelanto, en tu próxima recarga se descuentan Q24.00. Comprobante A-….
    > cuánto debo de adelanto
    < Línea 5555-0101: debes Q24.00 de adelantos, desde hoy. Recibiste Q20.00 hoy, con Q4.00 de comisión; faltan Q24.00. …Tu límite es Q20.00; ahora quedan Q0.00 para pedir.
    > quiero otro adelanto
    < Ahora no puedo darte otro adelanto: sigue pendiente uno de Q24.00 desde hoy. Al recargar Q24.00 o más queda pagado y puedes pedir de nuevo.
    > yo no pedí ese adelanto
    < Encontré el adelanto de Q20.00: se pidió por chat hoy a …, con un código enviado a tu línea. Referencia A-…. Esto se aceptó: «Adelanto de Q20.00…».
    < Abrí el caso … por los Q24.00 que faltan. …
    > pagar mi adelanto
    < Pagar Q24.00 con tu saldo (tienes Q57.50): tu línea 5555-0101 queda sin deuda de adelantos. ¿Confirmas?
    > sí
    < Listo. Pagaste Q24.00: tu línea 5555-0101 ya no debe adelantos. Comprobante A-…. ✅
    > mi prestamo
    < Línea 5555-0101: no debes ningún adelanto. Tu límite es Q20.00; ahora quedan Q20.00 para pedir.
  `);
});

test('Carlos owes one already: why not, since when, and what pays it; his balance does not', async () => {
  const chat = await signedIn('5555-0103');
  await chat.play(`
    > prestame saldo
    < Ahora no puedo darte otro adelanto: sigue pendiente uno de Q12.00 desde el … Al recargar Q12.00 o más queda pagado y puedes pedir de nuevo.
    > [Pagar lo que debo]
    < Debes Q12.00 y en tu saldo faltan Q11.15. No cobré nada. Al recargar Q12.00 o más queda pagado y puedes pedir de nuevo.
    > yo no pedí ningún préstamo
    < Encontré un adelanto de Q10.00 en tu línea, el …. No se pidió por este chat, o fue hace más de 35 días.
    < Abrí el caso … por los Q12.00 que faltan. …
  `);
});

test('each line that may not borrow hears why', async () => {
  const reasons: Readonly<Record<string, string>> = {
    '5555-0111': 'El adelanto solo lo pide el dueño de la línea, que debe ser mayor de edad. …',
    '5555-0104': 'Los adelantos son para líneas de prepago, y tu línea es de un plan con factura. …',
    '5555-0105': 'El chip de esta línea se cambió hace menos de 3 días. Para proteger tu dinero, las compras, los adelantos y la billetera vuelven …',
    '5555-0102': 'Todavía no hay adelanto: faltan 2 recargas para abrirlo. Puedes recargar ahora, y ya cuenta.',
  };
  for (const [line, why] of Object.entries(reasons)) {
    const chat = await signedIn(line);
    await chat.play(`
      > prestame saldo
      < ${why}
    `);
  }
});

test('lending does not answer: nothing is asked for, and that is said', async () => {
  const chat = await signedIn('5555-0101');
  await chat.play(`
    > prestame saldo, 5
    < Adelanto de Q5.00 para tu línea 5555-0101: … ¿Confirmas?
  `);
  await world.sandbox.fault({ counterpart: 'lending', kind: 'error' });
  await chat.play(`
    > sí
    < Ahora no puedo consultarlo: el servicio no responde. No cambié nada. …
  `);
  await world.sandbox.clearFaults();
});

test('Bolivia: collected of every top-up and every morning, and Bs 1 stays', async () => {
  const bolivia = await world.another({ OPERATOR_COUNTRY: 'BO' });
  const chat = await openChat(bolivia.url, () => world.codeOf('59170000101'));
  await chat.play(`
    > prestame saldo
    < …
    > 70000101
    < …
    > {code 70000101}
    < …
    < Ahora no puedo darte otro adelanto: sigue pendiente uno de Bs 12,00 desde … Cada recarga lo va pagando, y cada día se trata de cobrar del saldo; siempre te quedan Bs 1,00. También puedes pagarlo todo ahora.
  `);
  await bolivia.close();
});

test('in English', async () => {
  const chat = await signedIn('5555-0103', 'en');
  await chat.play(`
    > why can't I get a loan
    < I cannot give you another advance now: one of Q12.00 is still open since … A top-up of Q12.00 or more pays it, and you can ask again.
  `);
});
