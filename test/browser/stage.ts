import type { Page, Target } from 'puppeteer-core';
import type { World } from '../support/app';
import { launchChromium, type Chromium, type Look, type Watched } from '../support/chromium';
import { buildAssets, removeAssets } from './assets';
import { startFakeChat, type Answers, type FakeChat } from './fake-chat';
import { openPhonePage, person, PHONE, type Person, type PhonePage } from './real-chat';

/** A browser for all tests of a file. Whatever a test is about: its pages asked nobody outside, broke no policy, and left the console empty. */
interface Browsing {
  readonly browser: Chromium;
  /** A page that is looked after until the test is over. */
  watch(look?: Look): Promise<Watched>;
  /** Set by a test that takes something away from the page: the browser itself then writes to the console. */
  mayComplain: boolean;
}

export function browsing(): Browsing {
  let browser: Chromium;
  let opened: Watched[];
  beforeAll(async () => void (browser = await launchChromium()));
  afterAll(() => browser.close());
  beforeEach(() => void ([opened, own.mayComplain] = [[], false]));
  afterEach(async () => {
    const bad = opened.map(({ outside, violations, errors }) => ({ outside, violations, errors: own.mayComplain ? [] : errors }));
    await Promise.all(opened.map(({ close }) => close()));
    expect(bad).toEqual(opened.map(() => ({ outside: [], violations: [], errors: [] })));
  });
  const own: Browsing = {
    get browser() {
      return browser;
    },
    async watch(look) {
      const watched = await browser.open(look);
      opened.push(watched);
      return watched;
    },
    mayComplain: false,
  };
  return own;
}

type Playable = Pick<World, 'url' | 'redis' | 'sandbox' | 'close'>;

/** The real product, a browser in front of it, and the sandbox' phone beside. */
interface Stage<W extends Playable> {
  readonly world: W;
  readonly phone: PhonePage;
  readonly seen: Browsing;
  /** A customer at a page, with cookies of their own; on a phone where nothing else is said. */
  open(look?: Look, path?: string): Promise<{ readonly page: Page; readonly customer: Person }>;
  /** What a tap opens in a tab of its own, at an address with these words in it. */
  tabOf(address: string, tap: () => Promise<void>): Promise<{ readonly tab: Page; readonly url: string }>;
}

/** A tab takes as long as anything on a slow machine, ms. */
const LIMIT_MS = 90_000;

/** @param oneStory the tests of the file go on where the one before stopped; else each begins with an operator and a bot that know of nothing */
export function stage<W extends Playable>(start: () => Promise<W>, { oneStory = false } = {}): Stage<W> {
  let world: W;
  let phone: PhonePage;
  const seen = browsing();
  beforeAll(async () => {
    world = await start();
    if (oneStory) phone = await openPhonePage(seen.browser, world.sandbox.url);
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    if (oneStory) return;
    await world.sandbox.reset();
    await (await world.redis.client()).flushall();
    phone = await openPhonePage({ open: seen.watch }, world.sandbox.url);
  });
  return {
    seen,
    get world() {
      return world;
    },
    get phone() {
      return phone;
    },
    async open(look = PHONE, path = '/') {
      const { page } = await seen.watch(look);
      await page.goto(world.url + path, { waitUntil: 'domcontentloaded' });
      return { page, customer: person(page) };
    },
    async tabOf(address, tap) {
      const { browser } = seen.browser;
      const before = new Set(browser.targets());
      let url = ''; // as it opens: outside this machine the tab ends on a page of the browser's own
      const isIt = (each: Target): boolean => !before.has(each) && each.url().includes(address) && (url = each.url()) !== '';
      const [target] = await Promise.all([browser.waitForTarget(isIt, { timeout: LIMIT_MS }), tap()]);
      const tab = await target.page();
      if (!tab) throw new Error(`no tab on ${address}`);
      return { tab, url };
    },
  };
}

/** Enough of an operator for the page's own words. */
const DEMO = {
  sandboxUrl: 'http://127.0.0.1:1/',
  personas: [{ number: '5555-0101', story: { es: 'María: todo en orden', en: 'María: all is well' } }],
};

/** The pages as the build leaves them, before a bot that says what the test wants: another one for each test. */
interface FakeStage {
  readonly chat: FakeChat;
  readonly seen: Browsing;
  open(path?: string, look?: Look): Promise<Page>;
}

export function fakeStage(answers: Answers): FakeStage {
  let chat: FakeChat;
  let assetsDir: string;
  const seen = browsing();
  beforeAll(() => void (assetsDir = buildAssets()));
  afterAll(() => removeAssets(assetsDir));
  beforeEach(async () => void (chat = await startFakeChat({ assetsDir, demo: DEMO }, answers)));
  afterEach(() => chat.close());
  return {
    seen,
    get chat() {
      return chat;
    },
    async open(path = '/', look = {}) {
      const { page } = await seen.watch(look);
      await page.goto(chat.url + path, { waitUntil: 'domcontentloaded' });
      return page;
    },
  };
}
