import type { Page } from 'puppeteer-core';
import { z } from 'zod';
import { dayOf } from '../../src/domain/dates';
import { countryOf } from '../../src/domain/countries';
import { startWorld } from '../support/app';
import { choose, press } from '../support/press';
import { eventually } from '../support/until';
import { fitsThePhone, PHONE, typesCard, type Person } from './real-chat';
import { stage } from './stage';

/** Her home: the bill rose by Q104.00, and its code goes to her mobile. */
const ANA = { contract: '10002040', document: '2083 77158 0108', phone: '5555-0104' };
/** Her home: an outage in her area, and a bill like the one before. */
const ROSA = { contract: '10003311', document: '1773 09466 1601' };
/** The line that is stolen, and who holds it. */
const MARIA = { line: '5555-0101', document: '2451 80370 0101' };
const LIMIT_MS = 90_000;
/** A restart is told to go on after 100 s, and to be over within a few minutes. */
const MINUTE_MS = 60_000;

const own = stage(() => startWorld(), { oneStory: true });
afterEach(() => void (own.world.ahead = 0));

async function greeted(): Promise<{ page: Page; customer: Person }> {
  const { page, customer } = await own.open();
  await customer.sees('¿Qué necesitas?');
  return { page, customer };
}

/** Contract and document, as she writes them. */
async function saysWho(customer: Person, { contract, document }: { readonly contract: string; readonly document: string }): Promise<void> {
  await customer.sees('número de contrato');
  await customer.writes(contract);
  await customer.sees('Ahora escrib');
  await customer.writes(document);
  await customer.sees(`Encontré la cuenta que termina en ${contract.slice(-4)}.`);
}

/** From the button in the chat to the gateway's page, typed and sent. */
async function paysOn(tab: Page): Promise<void> {
  await tab.setViewport({ ...PHONE, isMobile: true, hasTouch: true, deviceScaleFactor: 2 });
  await press(tab, 'a.btn.primary');
  await typesCard(tab);
}

/** Keeps a tab from its way back to our own page. What it gives resolves when the gateway has sent it there. */
async function wayBackCut(tab: Page): Promise<() => Promise<void>> {
  await tab.setRequestInterception(true);
  const sentBack = new Promise<void>((done) => {
    tab.on('request', (request) => {
      const isBack = request.url().includes('/payments/return');
      void (isBack ? request.abort() : request.continue());
      if (isBack) done();
    });
  });
  return () => sentBack;
}

const Books = z.object({ balanced: z.boolean(), entries: z.array(z.object({ what: z.string() })) });
const Payments = z.array(z.object({ status: z.string(), amount: z.number(), currency: z.string() }));
const read = async <T>(path: string, schema: z.ZodType<T>): Promise<T> => schema.parse(await (await fetch(own.world.sandbox.url + path)).json());

test('Ana: why her bill rose, paid in another tab, the receipt and the PDF in the chat, and her modem restarted', async () => {
  const { page, customer } = await greeted();
  await customer.writes('porque me vino mas cara la factura de mi casa');
  await saysWho(customer, ANA);
  await customer.taps('Enviar código');
  await choose(own.phone.page, '#line', '50255550104');
  await customer.writes(await own.phone.nextCode(ANA.phone));
  await customer.sees('Tu factura subió Q104.00: de Q334.00 a Q438.00.');
  await customer.sees('+Q80.00');
  await customer.sees('+Q24.00');
  await fitsThePhone(page);
  await customer.taps('Pagar');
  await customer.sees('Pagas Q438.00, factura de');
  await customer.taps('Sí, mandar enlace');
  await customer.sees('Este es el enlace de pago');
  const { tab } = await own.tabOf('/pagar/', () => customer.taps('Pagar Q438.00'));
  await paysOn(tab);
  await press(tab, '.pay-now');
  await tab.waitForFunction(() => document.querySelector('.badge.ok') !== null, { timeout: LIMIT_MS });
  await customer.sees('Recibimos tu pago de Q438.00. Factura pagada. Comprobante P-');
  await tab.close();
  await page.bringToFront();
  await customer.taps('Mi factura');
  await customer.sees('pagada. Fue de Q438.00. Último pago: Q438.00, hoy.');
  await customer.writes('descargar el pdf');
  await customer.sees('solo abre en este mismo aparato');
  await fitsThePhone(page);
  const { tab: pdf, url } = await own.tabOf('/documents/', () => customer.taps('Abrir la factura'));
  const printed = await page.evaluate(async (link) => {
    const answer = await fetch(link);
    return [answer.headers.get('content-type'), (await answer.text()).slice(0, 5)];
  }, url);
  expect(printed).toEqual(['application/pdf', '%PDF-']);
  await pdf.close();
  await page.bringToFront();
  own.world.ahead = -2 * MINUTE_MS; // once it is back, the restart will have begun two minutes ago
  await customer.writes('reiniciar mi modem');
  await customer.sees('te quedas sin internet unos 3 minutos. ¿Sigo?');
  await customer.taps('Reiniciar');
  await customer.sees('Listo, tu módem se está reiniciando.');
  own.world.ahead = 0;
  await eventually(() => customer.sees('todavía se está reiniciando'));
  await own.world.sandbox.clock({ advanceMs: 4 * MINUTE_MS });
  await eventually(() => customer.sees('Tu módem volvió y tiene señal. ¿Ya navegas?'));
  await customer.taps('Ya funciona');
  await customer.sees('Qué bueno.');
});

test('Rosa: the outage before anything else, then her bill, paid with the tab closed before its way back', async () => {
  const { page, customer } = await greeted();
  await customer.writes('no ay internet en la casa desde la mañana y el niño tiene clases');
  await saysWho(customer, ROSA);
  await customer.sees('Hay una falla en Cobán, zonas 2 a 4 desde');
  await customer.sees('Tu cuenta está activa: no es por pago. ¿Te aviso cuando vuelva?');
  await fitsThePhone(page);
  await customer.taps('Sí, avísame');
  await customer.sees('Te escribo aquí cuando vuelva');
  await customer.writes('pagar mi factura');
  await customer.sees('Pagas Q249.00, factura de');
  await customer.taps('Sí, mandar enlace');
  await customer.sees('Este es el enlace de pago');
  const { tab } = await own.tabOf('/pagar/', () => customer.taps('Pagar Q249.00'));
  await paysOn(tab);
  const sentBack = await wayBackCut(tab);
  await press(tab, '.pay-now');
  await sentBack(); // the card was typed and sent; nobody ever comes back
  await tab.close();
  await customer.sees('Recibimos tu pago de Q249.00. Factura pagada. Comprobante P-');
  await customer.writes('pagar mi factura');
  await customer.sees('No hay nada por pagar');
});

test('robbed: suspended in three turns; and somebody without a login finds the store that is open', async () => {
  const { customer } = await greeted();
  await customer.writes('me acaban de robar el cel');
  await customer.sees('y su DPI o el número de contrato');
  await customer.writes(MARIA.line);
  await customer.sees(`Para suspender la línea ${MARIA.line} necesito el DPI del titular`);
  await customer.writes(MARIA.document);
  await customer.sees('Listo: la línea terminada en 0101 está suspendida');
  await customer.sees('Abrí el caso urgente');
  own.world.ahead = untilNoon();
  const { page, customer: other } = await greeted();
  await other.writes('donde hay una tienda abierta ahorita por la zona 10');
  await other.sees('Zona 10, Centro Oakland, abierta hasta las');
  await fitsThePhone(page);
  await eventually(async () => expect(await roomAround(page)).toEqual([PADDING, PADDING])); // a card with nothing but a link
  const { tab: map, url } = await own.tabOf('google.com/maps', () => other.taps('Cómo llegar'));
  expect(url).toContain('14.598');
  await map.close();
});

test('books, gateway and bills agree: each bill was paid once', async () => {
  const { balanced, entries } = await read('/sandbox/books?limit=1000', Books);
  const paid = (await read('/sandbox/payments', Payments)).filter(({ status }) => status === 'PAID').map(({ amount }) => amount);
  expect({ balanced, paid: paid.toSorted(), written: entries.filter(({ what }) => /factura/i.test(what)).length }).toEqual({
    ...{ balanced: true, paid: [249, 438], written: 2 },
  });
});

/** Between the edges of the newest card and its button, above and below, CSS pixels. */
const PADDING = 16;
const roomAround = (page: Page): Promise<number[]> =>
  page.$$eval('#webchat .ac-adaptiveCard', (all) => {
    const [card, button] = [all.at(-1), all.at(-1)?.querySelector('.ac-pushButton')].map((each) => each?.getBoundingClientRect() ?? new DOMRect());
    return [(button?.top ?? 0) - (card?.top ?? 0), (card?.bottom ?? 0) - (button?.bottom ?? 0)].map(Math.round);
  });

/** How far it is to the next noon in Guatemala, ms: the store of the mall is open every day. */
function untilNoon(): number {
  const now = Date.now();
  const noon = Date.parse(`${dayOf(now, countryOf('GT'))}T18:00:00Z`);
  return noon > now ? noon - now : noon + 24 * 60 * MINUTE_MS - now;
}
