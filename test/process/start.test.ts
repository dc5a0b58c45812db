import { environmentOf } from '../support/app';
import { withoutChance } from '../support/kept';
import { startRedis, type TestRedis } from '../support/redis';
import { startSandbox, type TestSandbox } from '../support/sandbox';
import { until } from '../support/until';
import { ready, run, startBot, type Bot } from './bot';
import { signedIn } from './visitor';

let redis: TestRedis;
let sandbox: TestSandbox;
let environment: Readonly<Record<string, string>>;
let running: Bot[] = [];

const start = async (more: Readonly<Record<string, string>> = {}): Promise<Bot> => {
  const bot = await startBot({ ...environment, ...more });
  running.push(bot);
  return bot;
};
const codeOf = async (line: string): Promise<string> => /\d{6}/.exec(await sandbox.waitForSms(`502${line.replace('-', '')}`))?.[0] ?? '';

/** The next question to the prepaid core takes so long. Resolve `begun` to wait until it was asked. */
async function slow(ms: number): Promise<{ readonly begun: () => Promise<true> }> {
  await sandbox.fault({ counterpart: 'prepaid', kind: `slow:${ms}`, times: 1 });
  const isAsked = async (): Promise<boolean> => !(await (await fetch(`${sandbox.url}/sandbox/faults`)).text()).includes('slow:');
  expect(await isAsked()).toBe(false);
  return { begun: () => until(isAsked, 'the backend is asked') };
}

beforeAll(async () => {
  redis = await startRedis();
  sandbox = await startSandbox();
  environment = { ...environmentOf(redis.url, sandbox), NODE_ENV: 'development', LOG_LEVEL: 'info' };
});
beforeEach(async () => {
  await sandbox.reset();
  await (await redis.client()).flushall();
});
afterEach(() => {
  running.forEach(({ child }) => child.kill('SIGKILL'));
  running = [];
});
afterAll(async () => {
  await sandbox.close();
  await redis.close();
});

describe('a start', () => {
  const REQUIRED =
    'REDIS_URL STATE_SECRET OTP_PEPPER TOKEN_SECRET TMF_BASE_URL OAUTH_TOKEN_URL OAUTH_CLIENT_ID OAUTH_CLIENT_SECRET SMS_URL SMS_USER SMS_PASSWORD SMS_REPORT_URL SMS_REPORT_TOKEN';
  const named = (output: string): string[] => output.match(/\b[A-Z]+_[A-Z_]+\b/g) ?? [];

  test.each([
    ['missing', () => ({})],
    ['empty', () => Object.fromEntries(REQUIRED.split(' ').map((name) => [name, '']))],
  ])('is refused while settings are %s: each is named, at once', async (_, settings) => {
    const bot = run({ NODE_ENV: 'production', ...settings() });
    expect(await bot.exited()).toBe(78);
    expect(named(bot.output())).toEqual(expect.arrayContaining(REQUIRED.split(' ')));
  });

  test('in production is refused without what only production needs, in the same breath', async () => {
    const bot = run({ NODE_ENV: 'production' });
    expect(await bot.exited()).toBe(78);
    expect(named(bot.output())).toEqual(expect.arrayContaining(['REDIS_URL', 'PUBLIC_URL', 'CARE_CONTACT_ES']));
  });

  test('is refused with settings that are wrong, and their values are nowhere', async () => {
    const wrong = { STATE_SECRET: 'too-short-to-be-safe', TMF_BASE_URL: 'ftp://user:hunter2@core.example', PORT: 'ninety', SMS_REPORT_TOKEN: 'tiny' };
    const bot = run({ ...environment, ...wrong });
    expect(await bot.exited()).toBe(78);
    for (const [name, value] of Object.entries(wrong)) {
      expect(bot.output()).toContain(name);
      expect(bot.output()).not.toContain(value);
    }
    for (const name of ['OTP_PEPPER', 'TOKEN_SECRET', 'SMS_PASSWORD'] as const) expect(bot.output()).not.toContain(environment[name]);
  });

  test('is ready once it listens, serves the page, and its log is JSON without numbers or codes of customers', async () => {
    const bot = await start();
    expect(await ready(bot.url)).toBe(200);
    expect((await fetch(`${bot.url}/healthz`)).status).toBe(200);
    const page = await fetch(bot.url);
    expect([page.status, page.headers.get('content-security-policy')]).toEqual([200, expect.stringContaining("'nonce-")]);
    const script = await fetch(`${bot.url}/static/vendor/webchat.js`, { headers: { 'accept-encoding': 'br' } });
    expect([script.status, script.headers.get('content-encoding')]).toEqual([200, 'br']);
    let code = '';
    await signedIn(bot.url, '5555-0101', async (line) => (code = await codeOf(line)));
    bot.signal('SIGTERM');
    expect(await bot.exited()).toBe(0);
    const lines = bot.output().trim().split('\n');
    expect(lines.length).toBeGreaterThan(5);
    for (const line of lines) expect(() => void JSON.parse(line)).not.toThrow();
    expect(code).toMatch(/^\d{6}$/);
    const told = withoutChance(bot.output());
    for (const secret of [code, '5555-0101', '55550101', environment['STATE_SECRET'] ?? '']) expect(told).not.toContain(secret);
  });
});

/** What María heard until she was signed in: greeting, question, code sent, welcome, balance. */
const SIGNED_IN = 5;

describe('in the middle of a turn', () => {
  test('SIGTERM: the turn is finished, what waits behind it goes to another process, and this one ends by itself', async () => {
    const leaving = await start();
    const other = await start();
    const maria = await signedIn(leaving.url, '5555-0101', codeOf);
    const { begun } = await slow(1_500);
    expect(await maria.say(leaving.url, 'saldo')).toBe(200);
    await begun();
    expect(await maria.say(leaving.url, 'mi plan')).toBe(200);
    leaving.signal('SIGTERM');
    expect(await leaving.exited()).toBe(0);
    await maria.hears(other.url, /Prepago Diario/);
    const answers = (await maria.heard(other.url)).slice(SIGNED_IN);
    expect(answers).toEqual([expect.stringContaining('Saldo: Q37.50'), expect.stringContaining('Prepago Diario')]);
  });

  test('SIGTERM while the rest of a slow turn is awaited: another process finishes it', async () => {
    const leaving = await start({ TURN_BUDGET_MS: '2000' });
    const other = await start();
    const maria = await signedIn(other.url, '5555-0101', codeOf); // who is new here has all the time of a slow machine
    await slow(7_500);
    expect(await maria.say(leaving.url, 'saldo')).toBe(200);
    await maria.hears(other.url, /^Sigo en ello/);
    leaving.signal('SIGTERM');
    expect(await leaving.exited()).toBe(0);
    await maria.hears(other.url, /Saldo: Q37\.50/, 2);
    expect((await maria.heard(other.url)).slice(SIGNED_IN)).toEqual([
      expect.stringMatching(/^Sigo en ello/),
      expect.stringContaining('Saldo: Q37.50'),
    ]);
  });

  test('kill -9: a new process goes on, and the message is answered exactly once', async () => {
    const doomed = await start();
    const maria = await signedIn(doomed.url, '5555-0101', codeOf);
    const { begun } = await slow(1_900);
    expect(await maria.say(doomed.url, 'saldo')).toBe(200);
    await begun();
    doomed.signal('SIGKILL');
    expect(await doomed.exited()).toBe('SIGKILL');
    const next = await start();
    await maria.hears(next.url, /Saldo: Q37\.50/, 2);
    expect(await maria.say(next.url, 'mi plan')).toBe(200);
    await maria.hears(next.url, /Prepago Diario/);
    expect((await maria.heard(next.url)).slice(SIGNED_IN)).toEqual([
      expect.stringContaining('Saldo: Q37.50'),
      expect.stringContaining('Prepago Diario'),
    ]);
  });
});

test('Redis stopped: no message is taken, a poll finds nothing new, not ready; and all is back by itself with it', async () => {
  const bot = await start();
  const maria = await signedIn(bot.url, '5555-0101', codeOf);
  const watermark = await maria.watermark(bot.url);
  await redis.stop('SIGTERM');
  await until(async () => (await ready(bot.url)) === 503, '/readyz says 503');
  expect(await maria.say(bot.url, 'mi plan')).toBe(503);
  expect(await maria.poll(bot.url, watermark)).toEqual({ status: 200, activities: 0, watermark });
  expect(await ready(bot.url)).toBe(503);
  expect((await fetch(`${bot.url}/healthz`)).status).toBe(200);
  await redis.start();
  await until(async () => (await ready(bot.url)) === 200, '/readyz says 200');
  await until(async () => (await maria.say(bot.url, 'mi plan')) === 200, 'a message is taken');
  await maria.hears(bot.url, /Prepago Diario/);
  bot.signal('SIGTERM');
  expect(await bot.exited()).toBe(0);
});

test('SIGTERM while Redis is away: the process still ends by itself', async () => {
  const bot = await start();
  await redis.stop('SIGTERM');
  await until(async () => (await ready(bot.url)) === 503, '/readyz says 503');
  bot.signal('SIGTERM');
  expect(await bot.exited()).toBe(0);
  await redis.start();
});
