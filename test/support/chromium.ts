import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';

/** The real Chromium, unable to reach anything but this machine, with a profile that nobody used before. */
export interface Chromium {
  readonly browser: Browser;
  /** A page with cookies and storage of its own. */
  open(look?: Look): Promise<Watched>;
  /** The end: pages, browser, profile. */
  close(): Promise<void>;
}

/** How a visitor looks at a page. */
export interface Look {
  /** CSS pixels; below 600 it is a phone: touch, two pixels for one. */
  readonly width?: number;
  readonly height?: number;
  /** What the browser asks for: an Accept-Language. */
  readonly language?: string;
  readonly dark?: boolean;
}

/** A page, and everything it did that a good page does not do. */
export interface Watched {
  readonly page: Page;
  /** Addresses it asked for outside this machine: requests and sockets. */
  readonly outside: readonly string[];
  /** Errors on its console, and those that nobody caught. */
  readonly errors: readonly string[];
  /** What its content security policy refused: directive, address, and the beginning of what was inline. */
  readonly violations: readonly string[];
  close(): Promise<void>;
}

const PHONE_BELOW_PX = 600;
/** What anything in a browser may take on a slow machine, ms. */
const LIMIT_MS = 90_000;
const OURS = /^(https?|wss?):\/\/(127\.0\.0\.1|localhost)(:\d+)?(\/|$)|^(data|blob|about):/;
const ARGUMENTS = [
  '--no-sandbox', // tests often run as root, in a container
  '--disable-gpu',
  '--disable-quic',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1 , EXCLUDE localhost',
];

/** How many times slower every page's processor is made: `CHROMIUM_SLOWER=6 npx jest test/browser` plays them as on a machine of that kind. */
const SLOWER = Number(process.env['CHROMIUM_SLOWER'] ?? 1);

/** Starts Chromium: `CHROME_PATH`, else Debian's. `npm test` has made sure of one. @throws Error when there is none */
export async function launchChromium(): Promise<Chromium> {
  const executablePath = [process.env['CHROME_PATH'], '/usr/bin/chromium', '/usr/bin/google-chrome'].find((path) => path && existsSync(path));
  if (!executablePath) throw new Error('no Chromium: install it, or set CHROME_PATH');
  const userDataDir = mkdtempSync(join(tmpdir(), 'chromium-'));
  const browser = await puppeteer.launch({ executablePath, headless: true, args: ARGUMENTS, userDataDir, timeout: LIMIT_MS });
  // Tabs that a page opens are as patient and as slow as the page.
  browser.on('targetcreated', (target) => void (String(target.type()) === 'page' && target.page().then(asOnThisMachine, () => undefined)));
  return {
    browser,
    open: (look = {}) => open(browser, look),
    close: async () => {
      await browser.close();
      rmSync(userDataDir, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

async function asOnThisMachine(page: Page | null): Promise<void> {
  page?.setDefaultTimeout(LIMIT_MS);
  if (SLOWER > 1) await page?.emulateCPUThrottling(SLOWER);
}

async function open(browser: Browser, { width = 1280, height = 800, language = 'es-GT,es;q=0.9', dark = false }: Look): Promise<Watched> {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  await asOnThisMachine(page);
  const phone = width < PHONE_BELOW_PX;
  await page.setViewport({ width, height, ...(phone && { isMobile: true, hasTouch: true, deviceScaleFactor: 2 }) });
  await page.setExtraHTTPHeaders({ 'accept-language': language });
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: dark ? 'dark' : 'light' }]);
  const outside = await watchRequests(page);
  const errors = watchErrors(page);
  const violations = await watchPolicy(page);
  return { page, outside, errors, violations, close: () => context.close() };
}

async function watchRequests(page: Page): Promise<string[]> {
  const outside: string[] = [];
  const note = (url: string): void => void (OURS.test(url) || outside.push(url));
  page.on('request', (request) => note(request.url()));
  const devtools = await page.createCDPSession();
  await devtools.send('Network.enable');
  devtools.on('Network.webSocketCreated', ({ url }) => note(url));
  return outside;
}

function watchErrors(page: Page): string[] {
  const errors: string[] = [];
  page.on('console', (message) => void (message.type() === 'error' && errors.push(message.text())));
  page.on('pageerror', (error) => errors.push(String(error)));
  return errors;
}

async function watchPolicy(page: Page): Promise<string[]> {
  const violations: string[] = [];
  await page.exposeFunction('tellViolation', (what: string) => void violations.push(what));
  await page.evaluateOnNewDocument(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const tell: unknown = Reflect.get(window, 'tellViolation');
      if (typeof tell === 'function') tell(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`);
    });
  });
  return violations;
}
