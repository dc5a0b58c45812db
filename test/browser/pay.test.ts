import type { Page } from 'puppeteer-core';
import { startWorld } from '../support/app';
import { choose, press } from '../support/press';
import { until } from '../support/until';
import { contrastOf, fitsThePhone, MARIA, PHONE, signIn, typesCard } from './real-chat';
import { stage } from './stage';

/** Postpaid: her bill rose, and her card expired. */
const ANA = '5555-0104';
const LIMIT_MS = 90_000;

const own = stage(() => startWorld());

/** The page that the button of the chat opens, on a own.phone. */
async function payPageOf(tap: () => Promise<void>): Promise<Page> {
  const { tab } = await own.tabOf('/pagar/', tap);
  await tab.setViewport({ ...PHONE, isMobile: true, hasTouch: true, deviceScaleFactor: 2 });
  return tab;
}
const reads = async (page: Page): Promise<string> => (await page.evaluate(() => document.body.innerText)).replaceAll('\u00a0', ' ');
const isWide = (page: Page): Promise<boolean> => page.evaluate((width) => document.documentElement.scrollWidth > width, PHONE.width);

/** From our own page to the gateway's: by the one button there is. */
async function toGateway(tab: Page): Promise<void> {
  await press(tab, 'a.btn.primary');
  await tab.waitForSelector('.pay-now');
  expect(tab.url()).toContain('/checkout/');
}

test('Ana pays her bill on the page; the chat says so by itself, and the way back turns green', async () => {
  const { page, customer } = await own.open();
  await customer.sees('¿Qué necesitas?');
  await customer.writes('quiero pagar mi factura');
  await customer.taps('De mi celular');
  await customer.sees('¿Qué número reviso?');
  await customer.writes(ANA);
  await customer.sees(`Te mando un código por SMS al ${ANA}`);
  await choose(own.phone.page, '#line', '50255550104');
  await customer.writes(await own.phone.nextCode(ANA));
  await customer.sees('Pagas Q367.35, factura de');
  await fitsThePhone(page);
  await customer.taps('Sí, mandar enlace');
  await customer.sees('Este es el enlace de pago');
  const tab = await payPageOf(() => customer.taps('Pagar Q367.35'));
  await tab.waitForSelector('a.btn.primary');
  expect(await reads(tab)).toContain('Q367.35');
  expect(await reads(tab)).not.toContain('0104');
  expect(await isWide(tab)).toBe(false);
  await toGateway(tab);
  expect(await isWide(tab)).toBe(false);
  await press(tab, '.pay-now');
  await tab.waitForSelector('.error');
  expect(await reads(tab)).toContain('revisa que estén todos');
  await typesCard(tab);
  await press(tab, '.pay-now');
  await tab.waitForFunction(() => document.querySelector('.badge.ok') !== null, { timeout: LIMIT_MS });
  expect(tab.url()).toContain('/payments/return?of=');
  expect(await reads(tab)).toMatch(/Pago recibido|Payment received/); // a new tab speaks the browser's own language
  expect(await isWide(tab)).toBe(false);
  await customer.sees('Recibimos tu pago de Q367.35. Factura pagada. Comprobante P-');
  await tab.close();
  await page.bringToFront();
  // A link that was tapped stays readable; its colours change within a moment.
  await until(async () => (await contrastOf(page, '#webchat .ac-pushButton[aria-pressed="true"]')) > 4.5);
});

test('María tops up on the page and closes the tab before the way back: the chat tells it all the same', async () => {
  const { customer } = await own.open();
  await signIn(customer, own.phone, 'recarga 15', MARIA);
  await customer.sees('Recargar Q15.00');
  await customer.taps('Otra tarjeta');
  await customer.sees('¿Con qué la pago?');
  await customer.taps('Otra tarjeta');
  await customer.sees('con tarjeta en la página segura');
  await customer.taps('Sí, recargar');
  await customer.sees('Este es el enlace seguro para pagar Q15.00');
  const tab = await payPageOf(() => customer.taps('Pagar Q15.00'));
  await toGateway(tab);
  await typesCard(tab);
  await tab.setRequestInterception(true);
  tab.on('request', (request) => void (request.url().includes('/payments/return') ? request.abort() : request.continue()));
  await press(tab, '.pay-now');
  await customer.sees('la recarga de Q15.00 a la línea terminada en 0101 sí entró');
  await tab.close();
});
