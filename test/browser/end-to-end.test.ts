import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startWorld } from '../support/app';
import { enter, press } from '../support/press';
import { eventually, until } from '../support/until';
import { contrastOf, fitsThePhone, holdBundle, keepsNothingOf, MARIA, openLauncher, person, PHONE, postElsewhere, signIn } from './real-chat';
import { stage } from './stage';
import { box, said } from './steps';

const ONLINE = 'En línea, responde al instante';

const own = stage(() => startWorld());

test('María, on her phone: she taps before the chat is there, signs in, and reads balance, quota and plan in Spanish and in English', async () => {
  const { page } = await own.seen.watch(PHONE);
  const maria = person(page);
  const release = await holdBundle(page);
  await page.goto(own.world.url, { waitUntil: 'domcontentloaded' });
  expect(await said(page, '#shell')).toContain('Hola, soy el asistente virtual de Alba');
  await press(page, '#shell .chips button');
  await until(async () => (await said(page, '#waiting')).startsWith('Ver mi saldo'));
  release();
  await maria.sees('¿Qué número reviso?');
  expect((await maria.reads()).split('Ver mi saldo').length).toBe(2);
  await press(page, '#demo summary');
  await press(page, `[data-number="${MARIA}"]`);
  await enter(page, box, MARIA);
  await maria.sees('Te mando un código por SMS al 5555-0101');
  await until(() => page.$eval(box, (field) => (field as HTMLTextAreaElement).inputMode === 'numeric'));
  const code = await own.phone.nextCode(MARIA);
  expect(code).toMatch(/^\d{3} \d{3}$/);
  await maria.writes(code);
  await maria.sees('Listo, la línea 5555-0101 es tuya.');
  await maria.sees('Línea 5555-0101. Saldo: Q37.50, vale hasta el');
  await maria.sees('Q5.00 promocional');
  await maria.sees('Saldo disponible');
  await fitsThePhone(page);
  await maria.taps('Lo que me queda');
  await maria.sees('Te queda: 1.2 GB de 3 GB');
  await maria.sees('45 min');
  await maria.sees('20 SMS');
  await fitsThePhone(page);
  await maria.taps('Ver mi plan');
  await maria.sees('Línea 5555-0101: Prepago Diario.');
  await maria.sees('Llamadas a Q0.99 el minuto');
  await fitsThePhone(page);

  await press(page, '[data-lang="en"]');
  await until(async () => (await said(page, '#status')) === 'Online, answers at once');
  await maria.sees('We go on in English.');
  await maria.writes('my balance');
  await maria.sees('Line 5555-0101. Balance: Q37.50, valid until');
  await maria.sees('Available balance');
  await maria.taps('What I have left');
  await maria.sees('Line 5555-0101. You have left: 1.2 GB of 3 GB');
  await maria.taps('See my plan');
  await maria.sees('Line 5555-0101: Prepago Diario.');
  await maria.sees('Includes');
  await fitsThePhone(page);

  await keepsNothingOf(code, page);
  expect(await maria.reads()).toContain('••• •••');
  expect(await maria.reads()).not.toMatch(/\.\.(?!\.)|undefined|\[object/);
});

test('a refresh in the middle of the login: the question goes on; one after it: all that was said is there, once, and the buttons work', async () => {
  const { page, customer: maria } = await own.open();
  await maria.sees('¿Qué necesitas?');
  await maria.writes('cuanto saldo tengo');
  await maria.sees('¿Qué número reviso?');
  await maria.writes('mi numero es 5555 0101');
  await maria.sees('Te mando un código por SMS al 5555-0101');
  await page.reload({ waitUntil: 'domcontentloaded' });
  await maria.sees('mi numero es 5555 0101');
  await maria.sees('Te mando un código por SMS al 5555-0101');
  await until(() => page.$eval(box, (field) => (field as HTMLTextAreaElement).inputMode === 'numeric'));
  const code = await own.phone.nextCode(MARIA);
  await maria.writes(`mi codigo es ${code}`);
  await maria.sees('Saldo: Q37.50');
  await maria.sees('Saldo disponible');
  const before = await maria.reads();
  await page.reload({ waitUntil: 'domcontentloaded' });
  await eventually(async () => expect(await maria.reads()).toBe(before));
  await maria.taps('Lo que me queda');
  await maria.sees('Te queda: 1.2 GB de 3 GB');
  await keepsNothingOf(code, page);
});

test('closed and opened again, in another tab of the same browser: the same conversation', async () => {
  const { page, customer: maria } = await own.open();
  await signIn(maria, own.phone);
  await maria.sees('Saldo: Q37.50');
  const tab = await page.browserContext().newPage();
  await page.close();
  await tab.setViewport({ ...PHONE, isMobile: true, hasTouch: true });
  await tab.goto(own.world.url, { waitUntil: 'domcontentloaded' });
  const again = person(tab);
  await again.sees('Saldo: Q37.50');
  await again.writes('mi plan');
  await again.sees('Prepago Diario');
  expect((await again.reads()).split('soy el asistente virtual').length).toBe(2);
});

test('two tabs of one browser: both stay online, and both show what is said in either', async () => {
  const { page, customer: maria } = await own.open();
  await maria.sees('¿Qué necesitas?');
  const tab = await page.browserContext().newPage();
  await tab.setViewport({ ...PHONE, isMobile: true, hasTouch: true });
  await tab.setExtraHTTPHeaders({ 'accept-language': 'es-GT' });
  await tab.goto(own.world.url, { waitUntil: 'domcontentloaded' });
  const other = person(tab);
  await other.sees('¿Qué necesitas?');
  await other.writes('mi plan');
  await Promise.all([maria.sees('¿Qué número reviso?'), other.sees('¿Qué número reviso?')]);
  await eventually(async () => expect([await said(page, '#status'), await said(tab, '#status')]).toEqual([ONLINE, ONLINE]));
});

test('in the dark: the whole page follows, and every word can be read', async () => {
  const { page, customer: maria } = await own.open({ ...PHONE, dark: true });
  await signIn(maria, own.phone);
  await maria.sees('Saldo disponible');
  expect(await page.$eval('html', (root) => root.dataset['theme'])).toBe('dark');
  const parts = [
    'body',
    '.webchat__bubble:not(.webchat__bubble--from-user) .webchat__text-content',
    '.webchat__bubble--from-user .webchat__text-content',
  ];
  for (const part of [...parts, '.ac-adaptiveCard .ac-fact-title', '.webchat__suggested-action', '#status'])
    await eventually(async () => expect({ part, readable: (await contrastOf(page, part)) >= 4.5 }).toEqual({ part, readable: true }));
  expect(
    await page.$eval('body', (body) => (getComputedStyle(body).backgroundColor.match(/\d+/g) ?? []).map(Number).every((part) => part < 80)),
  ).toBe(true);
});

test('in a frame on somebody’s page: the same bot, the same login', async () => {
  const { page } = await own.open(PHONE, '/demo/host');
  const maria = await openLauncher(page);
  await signIn(maria, own.phone, 'mi plan');
  await maria.sees('Prepago Diario');
  await page.reload({ waitUntil: 'domcontentloaded' });
  const again = await openLauncher(page);
  await again.sees('Prepago Diario');
  await again.writes('saldo');
  await again.sees('Saldo: Q37.50');
});

test('no network for a while: the page says so, and all goes on', async () => {
  const { page, customer: maria } = await own.open();
  await signIn(maria, own.phone);
  await maria.sees('Saldo: Q37.50');
  own.seen.mayComplain = true;
  await page.setOfflineMode(true);
  await until(async () => (await said(page, '#status')) === 'Sin conexión, reintentando');
  await page.setOfflineMode(false);
  await until(async () => (await said(page, '#status')) === ONLINE);
  await maria.writes('mi plan');
  await maria.sees('Prepago Diario');
});

test('two processes: what another one answers appears on the page at once', async () => {
  const other = await own.world.another();
  const { page, customer: maria } = await own.open();
  await signIn(maria, own.phone);
  await maria.sees('Saldo: Q37.50');
  expect(await postElsewhere(page, other.url, 'mi plan')).toBe(200);
  await maria.sees('Línea 5555-0101: Prepago Diario.');
  await maria.writes('datos me quedan');
  await maria.sees('Te queda: 1.2 GB de 3 GB');
  await other.close();
});

test('a picture is shown small in the chat, also after a refresh, and answered in words', async () => {
  const { page, customer: maria } = await own.open();
  await maria.sees('¿Qué necesitas?');
  const file = join(tmpdir(), `recibo-${process.pid}.png`);
  await page.screenshot({ path: file });
  const input = await page.waitForSelector('#webchat input[type="file"]');
  await (await input?.toElement('input'))?.uploadFile(file);
  await page.waitForSelector('#webchat .webchat__send-box__main .webchat__attachment-icon--checked'); // now the chat has it
  await press(page, '#webchat .webchat__send-button');
  await maria.sees('No leo fotos todavía, pero la guardo para tu caso');
  const pictures = (): Promise<number> =>
    page.$$eval('#webchat .webchat__bubble--from-user img', (all) => all.filter((image) => image.complete && image.naturalWidth > 20).length);
  await until(async () => (await pictures()) === 1);
  await page.reload({ waitUntil: 'domcontentloaded' });
  await maria.sees('No leo fotos todavía, pero la guardo para tu caso');
  await until(async () => (await pictures()) === 1);
  const redis = await own.world.redis.client();
  const [kept = 'none', ...more] = await redis.keys('*file:*');
  expect([more, (await redis.pttl(kept)) > 0, (await redis.get(kept))?.includes('iVBORw0KGgo')]).toEqual([[], true, false]); // sealed, for a while, until a case has it
  rmSync(file);
});
