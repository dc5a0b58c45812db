import type { Page } from 'puppeteer-core';
import { profileOf } from '../../src/channels/messenger/profile';
import { proofOf } from '../../src/channels/messenger/signature';
import type { Watched } from '../support/chromium';
import { APP, startMessengerWorld } from '../support/messenger';
import { choose, fill, press } from '../support/press';
import { until } from '../support/until';
import { chooseAgent, typesCard } from './real-chat';
import { stage } from './stage';

/** Postpaid, with a bill that is due. */
const ANA = '5555-0104';
const LIMIT_MS = 90_000;

const own = stage(startMessengerWorld, { oneStory: true });
let desk: Watched;
beforeAll(async () => {
  const { status } = await fetch(
    `${own.world.sandbox.url}/graph/v25.0/me/messenger_profile?appsecret_proof=${proofOf(APP.pageToken, APP.appSecret)}`,
    {
      method: 'POST',
      headers: { authorization: `Bearer ${APP.pageToken}`, 'content-type': 'application/json' },
      body: JSON.stringify(profileOf('Alba')),
    },
  );
  expect(status).toBe(200);
});
beforeEach(async () => {
  desk = await own.seen.watch();
  await desk.page.goto(`${own.world.sandbox.url}/#/desk`);
});

/** The sandbox' Messenger, as its owner uses it. */
interface Messenger {
  /** What was said after what was read before, with plain spaces; waits until these words are among it. */
  sees(words: string): Promise<string>;
  writes(text: string): Promise<void>;
  /** Presses an item of the menu, a quick reply, or the last button of that label. */
  chooses(item: string): Promise<void>;
  taps(label: string): Promise<void>;
}

function messengerOn({ page }: Watched): Messenger {
  let read = 0;
  const words = (): Promise<string> => page.$eval('#m-log', (log) => (log as HTMLElement).innerText.replaceAll('\u00a0', ' '));
  const pressed = async (selector: string, label: string): Promise<void> => {
    const isPressed = (): Promise<boolean> =>
      page.$$eval(
        selector,
        (all, wanted) => {
          const found = all.findLast((each) => each.textContent?.replaceAll('\u00a0', ' ').trim() === wanted);
          if (found instanceof HTMLElement) found.click();
          return found !== undefined;
        },
        label,
      );
    await until(isPressed).catch(async () => Promise.reject(new Error(`no ${label} under:\n${await words()}`)));
  };
  return {
    async sees(wanted) {
      let at = -1;
      await until(async () => (at = (await words()).indexOf(wanted, read)) >= 0).catch(async () =>
        Promise.reject(new Error(`no “${wanted}” in:\n${(await words()).slice(read)}`)),
      );
      read = at + wanted.length;
      return words();
    },
    async writes(text) {
      await fill(page, '#m-text', text);
      await press(page, '#m-form button');
    },
    async chooses(item) {
      await press(page, '#m-menu summary');
      await pressed('#m-items button', item);
    },
    taps: (label) => pressed('#m-quick button, .mcard button, .mcard a', label),
  };
}

/** The gateway's page, which the link opens in a tab of its own, with a card on it. */
async function paid(tap: () => Promise<void>): Promise<void> {
  const { tab } = await own.tabOf('/pagar/', tap);
  await press(tab, 'a.btn.primary');
  await typesCard(tab);
  await press(tab, '.pay-now');
  await tab.waitForFunction(() => document.querySelector('.badge.ok') !== null, { timeout: LIMIT_MS });
  await tab.close();
}

/** What an agent does with the first ticket of the desk. */
async function answered(page: Page, who: string, words: string): Promise<void> {
  await press(page, '#tickets button');
  await page.waitForSelector('#thread .msg.note .body');
  await chooseAgent(page, who);
  await fill(page, '#words', words);
  await press(page, '#reply .primary');
}

test('on the Messenger phone: from the menu to a login, a pack, a bill that is paid, a case, and a person who answers it', async () => {
  const { page } = own.phone;
  const ana = messengerOn(own.phone);
  const psid = await page.$$eval('#psid option', (all) => all.find(({ textContent }) => textContent?.startsWith('Ana'))?.getAttribute('value'));
  await choose(page, '#psid', psid ?? '');
  await ana.chooses('Comprar un paquete');
  await ana.sees('¿Qué número reviso?');
  await ana.writes(ANA);
  await ana.sees(`Te mando un código por SMS al ${ANA}`);
  await choose(page, '#line', '50255550104');
  await ana.writes(await own.phone.nextCode(ANA));
  await ana.sees(`Listo, la línea ${ANA} es tuya.`);
  await ana.sees('¿Qué buscas?');
  await ana.taps('Datos');
  await ana.sees('2 GB, 3 días. Q15.00');
  await ana.taps('2 GB · 3 días');
  await ana.sees('Q15.00 en tu próxima factura. Línea 5555-0104. ¿Lo compro?');
  await ana.taps('Comprar');
  await ana.sees('Comprobante');
  await ana.writes('pagar mi factura');
  await ana.sees('Pagas Q367.35, factura de');
  await ana.taps('Sí, mandar enlace');
  await ana.sees('Este es el enlace de pago');
  await paid(() => ana.taps('Pagar Q367.35'));
  await page.bringToFront();
  await ana.sees('Factura pagada.');
  await ana.writes('abrir un caso: no puedo llamar a otras redes desde ayer');
  await ana.sees('¿En qué lugar pasa?');
  await ana.writes('Mixco, zona 4');
  await ana.sees('antes de ');
  await ana.writes('quiero hablar con una persona');
  await ana.sees('Te paso con una persona');
  await answered(desk.page, 'Marta', 'Hola Ana, soy Marta. Ya lo reviso.');
  await page.bringToFront();
  await ana.sees('soy Marta');
  expect([own.phone.errors, own.phone.violations, own.phone.outside]).toEqual([[], [], []]);
});
