import { createHmac } from 'node:crypto';
import { z } from 'zod';
import { startWorld, type World } from '../support/app';
import { openChat, type Chat } from '../support/chat';
import { openHosted, payLinkIn, readable } from '../support/hosted-page';
import { DLOCAL } from '../support/sandbox';
import { until } from '../support/until';

let world: World;
beforeAll(async () => void (world = await startWorld()));
afterAll(() => world.close());
beforeEach(async () => {
  await world.sandbox.reset();
  await (await world.redis.client()).flushall();
});
afterEach(() => world.sandbox.clearFaults());

const ANA = '5555-0104';
const Books = z.object({ balanced: z.boolean(), entries: z.array(z.object({ ref: z.string(), what: z.string() })), trial: z.array(z.object({ account: z.string(), debit: z.number(), credit: z.number() })) }); // prettier-ignore
/** What the operator's books say: what a billing account owes, minor units, and how often each thing was written. */
async function books(account = '70041183') {
  const { balanced, entries, trial } = Books.parse(await (await fetch(`${world.sandbox.url}/sandbox/books?limit=500`)).json());
  const stands = (name: string): number => {
    const row = trial.find((each) => each.account === name);
    return (row?.credit ?? 0) - (row?.debit ?? 0);
  };
  const times = (what: string): number => entries.filter((each) => each.what === what).length;
  return {
    balanced,
    owed: 0 - stands(`bills:${account}`),
    clearing: stands('gateway:GT'),
    paid: times('Pago de factura'),
    back: times('Devolución a la tarjeta'),
  };
}

const signIn = (chat: Chat, wish: string): Promise<void> =>
  chat.play(`
    > ${wish}
    < …
    > [De mi celular]
    < …¿Qué número…
    > ${ANA}
    < Te mando un código por SMS al 5555-0104…
    > {code 5555-0104}
    < Listo, la línea 5555-0104 es tuya.
    < Pagas Q367.35, factura de …, línea 5555-0104, con tarjeta en la página segura. ¿Te mando el enlace?
  `);

test('a bill is paid on the page: the chat says so by itself, the books agree, and it is not paid again', async () => {
  const chat = await openChat(world.url, world.codeOf);
  await signIn(chat, 'quiero pagar mi factura');
  await chat.play(`
    > [Sí, mandar enlace]
    < Este es el enlace de pago: abre en 127.0.0.1:… y vale hasta …, una sola vez. No me escribas datos de tarjeta aquí.… Referencia P-…
  `);
  const link = await payLinkIn(world.url, chat);
  const page = readable(await (await fetch(link)).text());
  expect(page).toContain('Factura de ');
  expect(page).not.toMatch(/5555|0104|70041183|Ana/);
  const hosted = await openHosted(link);
  expect(hosted.text).toContain('Q367.35');
  await hosted.pay(); // and the tab is closed: nobody follows the way back
  await chat.play(`
    < Recibimos tu pago de Q367.35. Factura pagada. Comprobante P-…
    > pagar mi factura
    < No hay nada por pagar, línea 5555-0104. Las facturas están al día.
  `);
  expect(await books()).toEqual({ balanced: true, owed: 0, clearing: 0, paid: 1, back: 0 });
  expect(await (await fetch(link)).text()).toContain('Pago recibido');
});

test('a part, and by a link for somebody else; asked again in another window, the same link is shown', async () => {
  const chat = await openChat(world.url, world.codeOf);
  await signIn(chat, 'quiero pagar mi factura');
  await chat.play(`
    > [Otro monto]
    < Son Q367.35; el mínimo es Q183.68. ¿Cuánto?
    > 100
    < Ese monto es muy bajo: el mínimo es Q183.68. ¿Qué monto pongo?
    > 200
    < Pagas Q200.00, factura de …, línea 5555-0104, con tarjeta en la página segura. ¿Te mando el enlace? Quedan Q167.35 por pagar.
    > [Otro medio]
    < ¿Con qué pagas?
    > [Pagará otra persona]
    < Hago un enlace de Q200.00, factura de …, línea 5555-0104, para que lo pague alguien más. Verá el monto y el concepto, nada tuyo. ¿Lo hago? Quedan Q167.35 por pagar.
    > [Sí, hacer enlace]
    < Este enlace es para quien va a pagar. Cópialo y mándalo: http…/pagar/…una sola vez. Te aviso cuando llegue el pago.
    > pagar mi factura
    < Ya hay un enlace abierto para pagar Q200.00 de esta factura. Vale hasta …; con uno basta.
  `);
  const link = await payLinkIn(world.url, chat);
  world.ahead = 3 * 3_600_000; // hours later, in another place
  await (await openHosted(link)).pay();
  world.ahead = 0;
  await chat.play(`
    < Recibimos tu pago de Q200.00. Queda una parte por pagar. Comprobante P-…
  `);
  expect(await books()).toEqual({ balanced: true, owed: 16_735, clearing: 0, paid: 1, back: 0 });
});

test('paid while another page was open: the second payment goes back, and is said so kindly', async () => {
  const chat = await openChat(world.url, world.codeOf);
  await signIn(chat, 'quiero pagar mi factura');
  await chat.play(`
    > [Sí, mandar enlace]
    < Este es el enlace de pago…
  `);
  const hosted = await openHosted(await payLinkIn(world.url, chat));
  await payElsewhere(36_735);
  await hosted.pay();
  await chat.play(`
    < Esa factura ya estaba pagada. No se cobra otra vez: si ya salieron los Q367.35, vuelven al mismo medio.
  `);
  expect(await books()).toEqual({ balanced: true, owed: 0, clearing: 0, paid: 1, back: 1 });
});

test('paid after its time was over: it is given back, and the bill is as it was', async () => {
  const chat = await openChat(world.url, world.codeOf);
  await signIn(chat, 'quiero pagar mi factura');
  await chat.play(`
    > [Sí, mandar enlace]
    < Este es el enlace de pago…
  `);
  const link = await payLinkIn(world.url, chat);
  const hosted = await openHosted(link);
  world.ahead = 21 * 60_000;
  expect(await (await fetch(link)).text()).toContain('Este enlace ya venció');
  await fetch(link.replace('/pagar/', '/payments/return?of=')); // whoever comes back makes it be read
  await chat.play(`
    < El enlace para pagar Q367.35 ya venció y nadie lo usó. No se cobró nada.
  `);
  await hosted.pay(); // from a page that was left open
  await chat.play(`
    < El pago de Q367.35 llegó cuando el enlace ya había vencido. Lo devolvimos al mismo medio, y todo sigue como antes. Referencia P-…
  `);
  world.ahead = 0;
  expect(await books()).toEqual({ balanced: true, owed: 36_735, clearing: 0, paid: 0, back: 1 });
});

test('the gateway is away: no link, and nothing charged; once it is back the same order has its link', async () => {
  const chat = await openChat(world.url, world.codeOf);
  await signIn(chat, 'quiero pagar mi factura');
  await world.sandbox.fault({ counterpart: 'gateway', kind: 'drop' });
  await chat.play(`
    > [Sí, mandar enlace]
    < Ahora no pude abrir la página de pago. No se cobró nada. Intenta otra vez en unos minutos.
  `);
  await world.sandbox.clearFaults();
  const asksAgain = async (): Promise<boolean> => {
    await chat.send('pagar mi factura');
    return ((await chat.hear(1))[0]?.text ?? '').startsWith('Ya hay un enlace abierto');
  };
  await until(asksAgain, 'a link once the gateway is back', { everyMs: 1_000 });
  await (await openHosted(await payLinkIn(world.url, chat))).pay();
  expect((await chat.hear(1))[0]?.text).toContain('Recibimos tu pago');
  expect(await books()).toEqual({ balanced: true, owed: 0, clearing: 0, paid: 1, back: 0 });
});

test('with a kept card: charged at once, by the operator; the card is kept on the page, and removed', async () => {
  const chat = await openChat(world.url, world.codeOf);
  await signIn(chat, 'quiero pagar mi factura');
  await chat.play(`
    > [No, cancelar]
    < …
    > mis tarjetas
    < Tarjetas guardadas: Mastercard ••5454 (vencida). ¿Qué hacemos?
    > [Guardar otra]
    < Abro la página segura para la tarjeta. No se cobra nada. Queda guardada para pagar después. ¿Te mando el enlace?
    > [Sí, mandar enlace]
    < Este es el enlace: abre en 127.0.0.1:… y vale hasta …. No me escribas datos de tarjeta aquí. Te aviso cuando quede guardada.
  `);
  const hosted = await openHosted(await payLinkIn(world.url, chat));
  expect(hosted.text).toContain('Guardar tarjeta');
  await hosted.pay();
  await chat.play(`
    < Listo: la Visa ••1111 quedó guardada. No se cobró nada.
    > [Pagar factura]
    < Pagas Q367.35, factura de …, línea 5555-0104, con tu Visa ••1111. ¿Confirmas?
    > [Pagar Q367.35]
    < Recibimos tu pago de Q367.35. Factura pagada. Comprobante P-…
    > mis tarjetas
    < Tarjetas guardadas: Mastercard ••5454 (vencida), Visa ••1111. ¿Qué hacemos?
    > [Quitar ••1111]
    < Quito la Visa ••1111. Ya no podrás pagar con ella. No se cobra nada. ¿Confirmas?
    > [Sí, quitarla]
    < Listo: quité la Visa ••1111. No se cobró nada.
    > mis tarjetas
    < Tarjetas guardadas: Mastercard ••5454 (vencida). ¿Qué hacemos?
  `);
  expect(await books()).toEqual({ balanced: true, owed: 0, clearing: 0, paid: 1, back: 0 });
});

test('automatic payment: expired card, a new one, on; the biller charges and the chat says so by itself; off', async () => {
  const chat = await openChat(world.url, world.codeOf);
  await signIn(chat, 'quiero pagar mi factura');
  await chat.play(`
    > [No, cancelar]
    < …
    > pago automático
    < El pago automático está activo, línea 5555-0104, pero la Mastercard ••5454 ya venció y el cobro no pasa. ¿Qué hacemos?
    > [Cambiar tarjeta]
    < Para el pago automático hace falta una tarjeta guardada y vigente. Se guarda en la página segura.
    > [Guardar una tarjeta]
    < Tarjetas guardadas: Mastercard ••5454 (vencida). ¿Qué hacemos?
    > [Guardar otra]
    < Abro la página segura…
    > [Sí, mandar enlace]
    < Este es el enlace…
  `);
  await (await openHosted(await payLinkIn(world.url, chat))).pay();
  await chat.play(`
    < Listo: la Visa ••1111 quedó guardada. No se cobró nada.
    > [Pago automático]
    < El pago automático está activo, línea 5555-0104, pero la Mastercard ••5454 ya venció y el cobro no pasa. ¿Qué hacemos?
    > [Cambiar tarjeta]
    < Autorizas que cada factura, línea 5555-0104, se cobre completa a tu Visa ••1111 el día que vence. Te aviso de cada cobro. Lo desactivas aquí cuando quieras. ¿Confirmas?
    > [Sí, activar]
    < Listo: el pago automático quedó activo. Hoy no se cobró nada. Referencia T-…
  `);
  const run = await fetch(`${world.sandbox.url}/sandbox/biller`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"account":"70041183"}' }); // prettier-ignore
  expect(await run.json()).toEqual({ charged: [{ account: '70041183', bill: '70041183-M', status: 'PAID' }] });
  await chat.play(`
    < El pago automático cobró Q367.35, cuenta terminada en 1183. Factura pagada. Comprobante …
  `);
  await notedAgain();
  await chat.play(`
    > pago automático
    < El pago automático está activo, línea 5555-0104, con la Visa ••1111. Último cobro: hoy. ¿Qué hacemos?
    > [Desactivar]
    < Desactivo el pago automático, línea 5555-0104. Las próximas facturas las pagas tú. ¿Confirmas?
    > [Sí, desactivar]
    < Listo: el pago automático quedó apagado. No se cobró nada. Referencia T-…
    > pago automático
    < El pago automático está apagado, línea 5555-0104. ¿Lo activamos?
  `);
  expect(await books()).toMatchObject({ balanced: true, owed: 0, clearing: 0 });
});

const Noted = z.object({ order_id: z.string(), notification_url: z.url() });

/** What the gateway said of the biller's charge comes again, forged, altered and for somebody else: refused, or told to nobody a second time. */
async function notedAgain(): Promise<void> {
  const payments = z.array(z.looseObject({})).parse(await (await fetch(`${world.sandbox.url}/sandbox/payments`)).json());
  const payment = payments.at(-1) ?? {};
  const { order_id: order, notification_url: url } = Noted.parse(payment);
  const post = async (changes: object, mandate?: string, secret: string = DLOCAL.dlocalSecretKey): Promise<number> => {
    const [to, body, date] = [new URL(url), JSON.stringify({ ...payment, ...changes }), new Date().toISOString()];
    if (mandate !== undefined) to.searchParams.set('mandate', mandate);
    const signature = createHmac('sha256', secret)
      .update(DLOCAL.dlocalLogin + date + body)
      .digest('hex');
    const headers = { 'content-type': 'application/json', 'x-date': date, authorization: `V2-HMAC-SHA256, Signature: ${signature}` };
    return (await fetch(to, { method: 'POST', headers, body })).status;
  };
  expect(new URL(url).searchParams.get('mandate')).toBe(order.split('.')[0]);
  expect(await Promise.all(Array.from({ length: 5 }, () => post({})))).toEqual([200, 200, 200, 200, 200]);
  expect(await post({ status: 'REJECTED' })).toBe(200); // late, and wrong: the payment itself is read
  expect(await post({}, undefined, 'not the gateway’s')).toBe(403);
  expect(await post({}, 'somebody-else')).toBe(400);
  expect(await post({ order_id: 'somebody-else.70041183-M.1' }, 'somebody-else')).toBe(200); // a mandate that nobody gave
}

/** Somebody pays the whole bill in another way: as the operator's own systems would. */
async function payElsewhere(minor: number): Promise<void> {
  const { access, url } = world.sandbox;
  const form = new URLSearchParams({ grant_type: 'client_credentials', client_id: access.clientId, client_secret: access.clientSecret });
  const { access_token: token } = z
    .object({ access_token: z.string() })
    .parse(await (await fetch(`${url}/oauth/token`, { method: 'POST', body: form })).json());
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const kept = { '@type': 'tokenizedCard', name: 'Visa ••1111', brand: 'Visa', lastFourDigits: '1111', token: 'CID-00000001', tokenType: 'gateway', expirationDate: '2039-09-01T00:00:00.000Z', relatedParty: [{ id: '50255550104', role: 'customer' }] }; // prettier-ignore
  const card = await fetch(`${url}/tmf-api/paymentMethod/v4/paymentMethod`, { method: 'POST', headers: { ...headers, 'idempotency-key': 'elsewhere-1' }, body: JSON.stringify(kept) }); // prettier-ignore
  const { id } = z.object({ id: z.string() }).parse(await card.json());
  const body = {
    ...{
      account: { id: '70041183' },
      payer: { id: '50255550104' },
      correlatorId: 'paid-elsewhere',
      totalAmount: { unit: 'GTQ', value: minor / 100 },
    },
    ...{ paymentMethod: { id, '@type': 'tokenizedCard' }, paymentItem: [{ item: { id: '70041183-M', '@referredType': 'CustomerBill' } }] },
  };
  const paid = await fetch(`${url}/tmf-api/paymentManagement/v4/payment`, { method: 'POST', headers, body: JSON.stringify(body) });
  expect([paid.status, await paid.json()]).toEqual([201, expect.objectContaining({ status: 'applied' })]);
}
