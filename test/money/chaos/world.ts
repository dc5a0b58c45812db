import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { environmentOf, orClosed } from '../../support/app';
import { freePort, startRedis, type TestRedis } from '../../support/redis';
import { ACCESS, DLOCAL } from '../../support/sandbox';
import { link, type Link, type Trap } from './links';

const ROOT = resolve(__dirname, '../../..');
const SPARE = join(__dirname, 'spare.cjs');
const READY_MS = 60_000;
/** Instead of the usual ten seconds: a chat whose bot was killed is nobody's for so long, and only chats that go on can be cut again. */
const LEASE_MS = '2000';
const GATEWAY = {
  SANDBOX_DLOCAL_LOGIN: DLOCAL.dlocalLogin,
  SANDBOX_DLOCAL_TRANS_KEY: DLOCAL.dlocalTransKey,
  SANDBOX_DLOCAL_SECRET_KEY: DLOCAL.dlocalSecretKey,
};

/** Bot, Redis and operator, each a process of its own; what the bot says to the other two goes over links that can be cut. */
export interface ChaosWorld {
  readonly url: string;
  readonly sandbox: string;
  readonly redis: TestRedis;
  readonly environment: Readonly<Record<string, string>>;
  readonly links: readonly Link[];
  /** What waits for the next of its kind on a link. */
  trap: Trap | undefined;
  /** What the bots wrote, the last lines. */
  output(): string;
  kill(signal: NodeJS.Signals): Promise<void>;
  /** Lets the warm spare take over, unless the bot is still there; resolves when it is ready. */
  start(): Promise<void>;
  close(): Promise<void>;
}

/** @param dist folder of the built bot; `CHAOS_DIST` names another one */
export async function chaosWorld(dist = process.env['CHAOS_DIST'] ?? join(ROOT, 'dist')): Promise<ChaosWorld> {
  const data = mkdtempSync(join(tmpdir(), 'chaos-'));
  symlinkSync(join(ROOT, 'node_modules'), join(data, 'node_modules'));
  const redis = await startRedis({ args: ['--appendfsync', 'always'] }); // as a ledger's Redis must be: with `everysec` it may hold back writes while its disk is busy
  const sandbox = await startOperator(dist, data);
  const port = String(await freePort());
  const url = `http://127.0.0.1:${port}`;
  const environment: Record<string, string> = {};
  const bots = botsOf(dist, environment);
  const links: Link[] = [];
  const world: ChaosWorld = {
    ...{ url, redis, links, sandbox: sandbox.url, trap: undefined, environment, output: bots.output, kill: bots.kill },
    start: () => bots.start(url),
    close: async () => {
      bots.close();
      links.forEach((each) => each.close());
      sandbox.child.kill('SIGKILL');
      await redis.close();
      rmSync(data, { recursive: true, force: true });
    },
  };
  links.push(await link('redis', redis.port, () => world.trap), await link('http', Number(new URL(sandbox.url).port), () => world.trap));
  const [toRedis, toOperator] = links.map((each) => each.port);
  const there = { url: `http://127.0.0.1:${toOperator}`, access: ACCESS };
  const seen = { ...environmentOf(`redis://127.0.0.1:${toRedis}`, there), PORT: port, SMS_REPORT_URL: `${url}/webhooks/sms/report` };
  const more = {
    LOG_LEVEL: 'error',
    ASSETS_DIR: join(ROOT, 'dist/web'),
    WALLET_CALLBACK_URL: `${url}/webhooks/mobile-money`,
    TURN_LEASE_MS: LEASE_MS,
    REDIS_TIMEOUT_MS: '500', // as it is where nothing is set
  };
  Object.assign(environment, seen, more);
  await orClosed(world, world.start());
  return world;
}

/** The bot that serves, and the spare that is ready to. */
function botsOf(dist: string, environment: Readonly<Record<string, string>>) {
  let bot: ChildProcess | undefined;
  let spare: ChildProcess | undefined;
  let output = '';
  const isGone = (child: ChildProcess): boolean => child.exitCode !== null || child.signalCode !== null;
  const warm = (): ChildProcess => {
    const child = spawn(process.execPath, [SPARE, dist], { cwd: ROOT, env: { ...environment }, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (text) => (output = (output + String(text)).slice(-20_000)));
    return child.on('error', () => undefined);
  };
  return {
    output: () => output,
    kill: async (signal: NodeJS.Signals): Promise<void> => {
      if (bot === undefined || isGone(bot)) return;
      const gone = once(bot, 'exit');
      bot.kill(signal);
      if (signal === 'SIGKILL') await gone;
    },
    start: async (url: string): Promise<void> => {
      if (bot !== undefined && !isGone(bot)) return ready(url, bot, () => output);
      bot = spare ?? warm();
      bot.send('go');
      await ready(url, bot, () => output);
      spare = warm(); // after that, so that who takes over has the machine for itself
    },
    close: () => [bot, spare].forEach((each) => each?.kill('SIGKILL')),
  };
}

async function startOperator(dist: string, data: string): Promise<{ url: string; child: ChildProcess }> {
  const port = String(await freePort());
  const env = {
    SANDBOX_PORT: port,
    SANDBOX_DATA_DIR: join(data, 'sandbox'),
    SANDBOX_CLIENT_ID: ACCESS.clientId,
    SANDBOX_CLIENT_SECRET: ACCESS.clientSecret,
  };
  const child = spawn(process.execPath, [join(dist, 'sandbox/main.js')], {
    ...{ cwd: ROOT, stdio: 'ignore' },
    env: { ...env, SANDBOX_SMS_USER: ACCESS.smsUser, SANDBOX_SMS_PASSWORD: ACCESS.smsPassword, ...GATEWAY },
  });
  const url = `http://127.0.0.1:${port}`;
  await answers(`${url}/healthz`, child, () => 'the operator did not start');
  return { url, child };
}

const ready = (url: string, child: ChildProcess, output: () => string): Promise<void> => answers(`${url}/readyz`, child, output);

async function answers(url: string, child: ChildProcess, words: () => string): Promise<void> {
  for (const end = Date.now() + READY_MS; ; await sleep(30)) {
    if (await fetch(url, { signal: AbortSignal.timeout(1_000) }).then(({ ok }) => ok, () => false)) return; // prettier-ignore
    if (Date.now() > end || child.exitCode !== null || child.signalCode !== null) throw new Error(`${url} is not there: ${words()}`);
  }
}
