import type { Permission } from 'puppeteer-core';
import { startWorld, type World } from '../support/app';
import { launchChromium, type Chromium } from '../support/chromium';
import { press } from '../support/press';
import { buildAssets, removeAssets } from './assets';
import { person } from './real-chat';

let world: World;
let browser: Chromium;
let assets: string;
beforeAll(async () => {
  assets = buildAssets();
  world = await startWorld({ ASSETS_DIR: assets });
  browser = await launchChromium();
});
afterAll(async () => {
  await browser.close();
  await world.close();
  removeAssets(assets);
});

test('the page offers to share a place only while one is asked for; refused, it says so; allowed, the store is found', async () => {
  const { page, violations, close } = await browser.open();
  await page.goto(`${world.url}/webchat`);
  const chat = person(page);
  const isOffered = () => page.$eval('#place', (box) => !box.hasAttribute('hidden'));
  await chat.writes('tiendas');
  await chat.sees('comparte tu ubicación');
  await page.waitForFunction(`!document.querySelector('#place').hidden`);
  const allow = (permissions: Permission[]) => page.browserContext().overridePermissions(world.url, permissions);
  await allow([]);
  await press(page, '#place button');
  await page.waitForFunction(`document.querySelector('#place p').textContent.includes('No se pudo')`);
  await allow(['geolocation']);
  await page.setGeolocation({ latitude: 14.60712, longitude: -90.58834 });
  await press(page, '#place button');
  await chat.sees('Mixco, San Cristóbal');
  expect(await isOffered()).toBe(false);
  expect(await chat.reads()).not.toContain('14.607');
  expect(violations).toEqual([]);
  await close();
});
