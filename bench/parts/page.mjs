import puppeteer from 'puppeteer-core';
import { ensureChromium } from '../../scripts/chromium.mjs';
import { ourEnvironment, startServer } from '../servers.mjs';

const LINE = { offline: false, latency: 100, downloadThroughput: 400_000 / 8, uploadThroughput: 400_000 / 8 };
const SHELL_BYTES = 40 * 1_024;
const USABLE_MS = 3_000;
const WAIT_MS = 60_000;
/** The box that a customer writes into, usable before Web Chat itself is there. */
const BOX = 'textarea:not([disabled]), input[type="text"]:not([disabled])';

/** The page on a slow line: what it loads until somebody can write, and how long that takes. */
export async function page({ redisUrl, note }) {
  note('the page on 400 kbit/s');
  const { env } = ourEnvironment(redisUrl, { NODE_ENV: 'development', PUBLIC_URL: '' });
  const server = await startServer({ program: 'bench/ours/main.cjs', env, pinned: false });
  const browser = await puppeteer.launch({ executablePath: ensureChromium(), args: ['--no-sandbox', '--disable-gpu'] });
  try {
    const tab = await browser.newPage();
    const network = await tab.createCDPSession();
    await network.send('Network.enable');
    await network.send('Network.emulateNetworkConditions', LINE);
    let bytes = 0;
    let isUsable = false;
    network.on('Network.dataReceived', ({ encodedDataLength }) => (bytes += isUsable ? 0 : encodedDataLength));
    const began = performance.now();
    await tab.goto(`http://127.0.0.1:${server.port}/`, { waitUntil: 'domcontentloaded', timeout: WAIT_MS });
    await tab.waitForSelector(BOX, { visible: true, timeout: WAIT_MS });
    isUsable = true;
    const ms = Math.round(performance.now() - began);
    return [
      { what: 'page: bytes until somebody can write', value: bytes, unit: 'B', most: SHELL_BYTES },
      { what: 'page: time until somebody can write, 400 kbit/s', value: ms, unit: 'ms', most: USABLE_MS },
    ];
  } finally {
    await browser.close();
    await server.stop();
  }
}
