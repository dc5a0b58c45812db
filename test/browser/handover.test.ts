import type { Page } from 'puppeteer-core';
import { startWorld } from '../support/app';
import type { Watched } from '../support/chromium';
import { WEBHOOK_SECRET } from '../support/sandbox';
import { fill, press } from '../support/press';
import { freePort } from '../support/redis';
import { until } from '../support/until';
import { chooseAgent, signIn } from './real-chat';
import { stage } from './stage';

const HOURS = 'mo-su 00:00-24:00; holidays 00:00-24:00';
const own = stage(
  async () => {
    const port = await freePort();
    const zendeskHook = { url: `http://127.0.0.1:${port}/webhooks/zendesk`, secret: WEBHOOK_SECRET };
    return startWorld({ PORT: String(port), CARE_HOURS: HOURS, SURVEY_SHARE: '1' }, {}, { zendeskHook, reportRetryMs: 50 });
  },
  { oneStory: true },
);
let desk: Watched;
beforeEach(async () => {
  desk = await own.seen.watch();
  await desk.page.goto(`${own.world.sandbox.url}/#/desk`);
});

/** What an agent does on the desk: as who, in which words, and how it is sent. */
async function replies(page: Page, who: string, words: string, how = '.primary'): Promise<void> {
  await chooseAgent(page, who);
  await fill(page, '#words', words);
  await press(page, `#reply ${how}`);
  await page.waitForFunction(() => (document.querySelector('#words') as HTMLTextAreaElement).value === '');
}
/** What is said where no article could be read. */
const AWAY = 'Ahora no puedo abrir';
const thread = (page: Page): Promise<string> => page.$eval('#thread', (all) => (all as HTMLElement).innerText);

test('an article answers; a case goes to the desk; two people and a customer talk; solved, the bot is back and asks how it was', async () => {
  const { customer: maria } = await own.open();
  await signIn(maria, own.phone);
  // A bot that has just started may not have read the help texts yet: it says so, and is asked again.
  const asksForHelp = async (): Promise<boolean> => {
    const times = (await maria.reads()).split(AWAY).length;
    await maria.writes('como desbloqueo mi celular para usar otro chip');
    await until(async () => (await maria.reads()).includes('¿Te sirvió?') || (await maria.reads()).split(AWAY).length > times);
    return (await maria.reads()).includes('¿Te sirvió?');
  };
  await until(asksForHelp, 'an article', { everyMs: 1_000 });
  await maria.taps('Sí');
  await maria.sees('Me alegra que haya servido.');
  await maria.writes('abrir un caso: mi recarga de Q10 de ayer en la tienda no entró, comprobante PV-55120');
  await until(async () => /\bcaso (?:C-|\d{5})/i.test(await maria.reads()));
  await maria.writes('quiero hablar con una persona');
  await maria.sees('Te paso con una persona');
  await desk.page.waitForSelector('#tickets button');
  expect(await desk.page.$$eval('#tickets button', (all) => all.length)).toBe(1); // the case that the bot opened is the one that a person takes up
  await press(desk.page, '#tickets button');
  await desk.page.waitForSelector('#thread .msg.note .body');
  expect(await desk.page.$eval('#thread', ({ scrollTop }) => scrollTop)).toBe(0); // she reads what happened first
  expect(await thread(desk.page)).toMatch(/QUÉ PASÓ[^]*PV-55120[^]*QUIÉN\s+María[^]*CUENTA[^]*BOT PROBÓ[^]*«Liberar mi teléfono»: sirvió/);
  await replies(desk.page, 'Marta', 'Hola María, soy Marta. ¿La tienda te dio un papel?');
  await maria.sees('soy Marta');
  await maria.writes('sí, tengo el papel');
  await until(async () => (await thread(desk.page)).includes('tengo el papel'));
  await replies(desk.page, 'Diego', 'La recarga ya está aplicada.');
  await maria.sees('ya está aplicada');
  await replies(desk.page, 'Diego', 'Cierro el caso. ¡Gracias!', '[value="solved"]');
  await maria.sees('cerró el caso');
  await maria.sees('Del 0 al 10');
});
