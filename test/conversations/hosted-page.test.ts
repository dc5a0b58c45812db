import { createHmac } from 'node:crypto';
import { z } from 'zod';
import { startWorld, type World } from '../support/app';
import { openChat, type Chat } from '../support/chat';
import { BAD_CARD, openHosted, payLinkIn, readable, SLOW_CARD } from '../support/hosted-page';
import { DLOCAL } from '../support/sandbox';
import { eventually } from '../support/until';

let world: World;
beforeAll(async () => void (world = await startWorld()));
afterAll(() => world.close());
afterEach(() => world.sandbox.clearFaults());

/** A page that is opened too often says so. */
const COUNTED = { everyMs: 1_000 };

const Payment = z.object({ id: z.string(), order_id: z.string(), status: z.string(), amount: z.number(), notification_url: z.string() });

/** María tops up on the page: as far as the link. */
async function linkFor(chat: Chat, amount: number): Promise<string> {
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
  `);
  await chat.tap('Sí, recargar');
  await chat.hear(1);
  return payLinkIn(world.url, chat);
}

test('paid on the page: nothing is believed but the gateway; the chat tells it by itself, the return page turns green', async () => {
  const chat = await openChat(world.url, world.codeOf);
  const link = await linkFor(chat, 11);
  for (let robot = 0; robot < 5; robot++) expect((await fetch(link)).status).toBe(200); // nothing is used up
  expect((await fetch(link, { method: 'HEAD' })).status).toBe(200);
  const page = await (await fetch(link, { headers: { 'accept-language': 'en' } })).text();
  expect(page).toMatch(/<html lang="es-GT"/); // as its order was agreed to, on an English phone too
  const shown = readable(page);
  expect(shown).toContain('Q11.00');
  expect(shown).not.toMatch(/5555|0101|Mar[ií]a/);
  const back = await (await openHosted(link)).pay();
  expect(back).toMatch(/\/payments\/return\?of=[\da-f]{24}$/);
  await eventually(
    async () => expect(await (await fetch(back, { headers: { 'accept-language': 'en' } })).text()).toContain('Pago recibido'),
    COUNTED,
  );
  const [told] = await chat.hear(1);
  expect(told?.text?.replaceAll('\u00a0', ' ')).toMatch(/^Ya sé: la recarga de Q11\.00 a la línea terminada en 0101 sí entró/);
  expect(await (await fetch(link)).text()).toContain('Pago recibido');
});

test('declined: nothing is charged, and the chat says so', async () => {
  const chat = await openChat(world.url, world.codeOf);
  const back = await (await openHosted(await linkFor(chat, 12))).pay({ no: BAD_CARD });
  const [told] = await chat.hear(1);
  expect(told?.text?.replaceAll('\u00a0', ' ')).toMatch(/la recarga de Q12\.00 .*no entró y no se cobró/);
  expect(await (await fetch(back)).text()).toContain('No se cobró nada');
});

test('notifications forged, altered, repeated, of another order: refused or harmless', async () => {
  const chat = await openChat(world.url, world.codeOf);
  const hosted = await openHosted(await linkFor(chat, 13));
  await world.sandbox.fault({ counterpart: 'gateway-notes', kind: 'drop' });
  const back = await hosted.pay({ no: SLOW_CARD });
  const payment = await paymentOf(13);
  const post = async (body: string, more: { signature?: string; query?: string } = {}): Promise<number> => {
    const date = new Date().toISOString();
    const signature = more.signature ?? createHmac('sha256', DLOCAL.dlocalSecretKey).update(DLOCAL.dlocalLogin + date + body).digest('hex'); // prettier-ignore
    const url = new URL(payment.notification_url);
    if (more.query !== undefined) url.search = more.query;
    const headers = { 'content-type': 'application/json', 'x-date': date, authorization: `V2-HMAC-SHA256, Signature: ${signature}` };
    return (await fetch(url, { method: 'POST', headers, body })).status;
  };
  const isTaken = (body: string): Promise<void> => eventually(async () => expect(await post(body)).toBe(200)); // as the gateway does: what is not taken comes again
  const claim = JSON.stringify({ ...payment, status: 'PAID' }); // signed, and not so
  expect(await post(claim, { signature: 'a'.repeat(64) })).toBe(403);
  await Promise.all(Array.from({ length: 20 }, () => isTaken(claim)));
  const text = await (await fetch(back)).text();
  expect(text).toContain('Estamos confirmando el pago'); // the gateway itself says pending, for some seconds yet
  expect(await chat.rest()).toEqual([]);
  expect(await post(JSON.stringify({ ...payment, order_id: 'another' }))).toBe(400);
  expect(await post('{"id":1}')).toBe(400);
  expect(await post(claim, { query: '?order=../../x' })).toBe(400);
  await world.sandbox.clock({ advanceMs: 30_000 });
  await isTaken(JSON.stringify({ ...payment, status: 'REJECTED' })); // late, and wrong
  await eventually(async () => expect(await (await fetch(back)).text()).toContain('Pago recibido'), COUNTED);
  const [told] = await chat.hear(1);
  expect(told?.text).toContain('sí entró');
  expect(await chat.rest()).toEqual([]);
});

test('an unknown link says so, and tells nothing', async () => {
  for (const path of [`/pagar/${'0'.repeat(24)}`, '/pagar/x', '/payments/return', `/payments/return?of=${'f'.repeat(24)}`]) {
    const answer = await fetch(world.url + path);
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain('No conocemos este enlace');
  }
});

/** The payment of this amount, as the gateway would notify it: those of other tests may come at any time. */
async function paymentOf(amount: number) {
  const journal: unknown = await (await fetch(`${world.sandbox.url}/sandbox/payments`)).json();
  const found = z
    .array(Payment)
    .parse(journal)
    .find((each) => each.amount === amount);
  if (!found) throw new Error(`nothing of Q${amount} was paid`);
  return found;
}
