import { buildAssets } from '../browser/assets';
import { launchChromium, type Chromium, type Watched } from '../support/chromium';
import { choose, fill, press } from '../support/press';
import { ZENDESK } from '../support/sandbox';
import { startClient, type Client } from './client';

const BASIC = `Basic ${Buffer.from(`${ZENDESK.zendeskUser}/token:${ZENDESK.zendeskToken}`).toString('base64')}`;
const NOTE = `QUÉ PASÓ   Sin internet desde el viernes a las 7:10 p. m.
ESPERA     Que vuelva. Se le dijo: respuesta antes de las 6:00 p. m.
QUIÉN      Carlos P. · nivel 2 (código 10:31) · contrato •• 0937 · GT · es · tú
BOT PROBÓ  Reinicio del módem dos veces: terminó, sigue sin luz.
ÁNIMO      Cansado, amable. Pidió una persona 1 vez.
SUGERIDO   Macro «Reinicia el módem conmigo»`;

let sandbox: Client;
let browser: Chromium;
beforeAll(async () => {
  sandbox = await startClient({ assetsDir: buildAssets(), zendeskHook: { url: 'http://127.0.0.1:9/', secret: 'not-listening-here' } });
  browser = await launchChromium();
});
beforeEach(async () => void (await sandbox.reset()));
afterAll(async () => {
  await browser.close();
  await sandbox.close();
});

async function open(dark = false): Promise<Watched> {
  const watched = await browser.open({ dark });
  await watched.page.goto(`${sandbox.url}/#/desk`);
  await watched.page.waitForSelector('#tickets li');
  return watched;
}

async function fieldId(title: string): Promise<number> {
  const { body } = await sandbox.get('/api/v2/ticket_fields.json', { headers: { authorization: BASIC } });
  return body.ticket_fields.find((field: { title: string }) => field.title === title).id;
}

async function ticket(subject: string, body: string): Promise<number> {
  const requester = { name: 'Carlos Pérez', external_id: 'line:4821' };
  const custom_fields = [
    { id: await fieldId('id_level'), value: '2' },
    { id: await fieldId('bot_topic'), value: 'no-service' },
  ];
  const made = { subject, comment: { body, public: false }, requester, tags: ['bot', 'home', 'pais_gt'], custom_fields };
  const { body: answer } = await sandbox.post('/api/v2/tickets.json', { ticket: made }, { authorization: BASIC });
  return answer.ticket.id;
}

test('an agent reads the packet, answers in public and in private, uses a macro and solves, without a mouse trap', async () => {
  const watched = await open();
  const { page } = watched;
  const id = await ticket('Sin internet desde ayer', NOTE);
  await page.waitForSelector(`#ticket-${id}`);
  expect(await page.$eval('#thread .msg.note .body', ({ textContent }) => textContent)).toContain('Reinicio del módem dos veces');
  const told = (list: string): Promise<(string | null)[]> => page.$$eval(`${list} dd`, (all) => all.map(({ textContent }) => textContent));
  expect(await told('#packet')).toEqual(expect.arrayContaining(['Carlos Pérez', 'Level 2, code by SMS', 'no-service']));
  expect(await told('#fields')).toEqual(expect.arrayContaining(['no-service', '2']));
  await fill(page, '#words', '<b>Hola</b>, Carlos');
  await press(page, '#reply .primary');
  await page.waitForSelector('#thread .msg.agent');
  expect(await page.$eval('#thread .msg.agent .body', ({ textContent }) => textContent)).toBe('<b>Hola</b>, Carlos');
  await press(page, '.seg-b[data-public="false"]');
  await fill(page, '#words', 'Solo nosotros');
  await press(page, '#reply .primary');
  await page.waitForFunction(`document.querySelectorAll('#thread .msg.note').length === 2`);
  await press(page, '.seg-b[data-public="true"]');
  const macro = await page.$$eval(
    '#macro option',
    (all) => all.find(({ textContent }) => textContent === 'Reinicia el módem conmigo')?.getAttribute('value') ?? '',
  );
  await choose(page, '#macro', macro);
  await press(page, '#reply [value="solved"]');
  await page.waitForFunction(`[...document.querySelectorAll('#tags .pill')].some((tag) => tag.textContent === 'push_modem')`);
  expect(await page.$eval('#status', (select) => (select as HTMLSelectElement).value)).toBe('solved');
  await watched.close();
  expect([watched.outside, watched.errors, watched.violations]).toEqual([[], [], []]);
});

test('the list is searched, and says when there is nothing', async () => {
  const watched = await open();
  const { page } = watched;
  expect(await page.$eval('#tickets', ({ textContent }) => textContent)).toBe('No tickets.');
  await ticket('Uno', 'a');
  const other = await ticket('Dos', 'b');
  await page.waitForSelector(`#ticket-${other}`);
  await fill(page, '#find', 'dos');
  await page.waitForFunction(`document.querySelectorAll('#tickets button').length === 1`);
  expect(await page.$eval('#t-desk .count', ({ textContent }) => textContent)).toBe('2 waiting');
  await watched.close();
  expect([watched.outside, watched.errors, watched.violations]).toEqual([[], [], []]);
});
