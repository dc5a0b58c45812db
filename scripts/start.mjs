import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { build } from './build.mjs';
import { applyProfile } from './messenger-profile.mjs';
import { welcome } from './welcome.mjs';
import { run } from './processes.mjs';
import { listen, startRedis, whenRedisDied } from './redis.mjs';
import { claimData } from './running.mjs';
import { secrets } from './secrets.mjs';
import { command, complain, DATA, ROOT, say, Stop } from './terminal.mjs';

const READY_MS = 60_000;
/** The bot finishes the turns it has begun, at most so long; then the sandbox, which answers it, may go. */
const STOP_MS = { bot: 25_000, sandbox: 5_000 };
/** One Ctrl-C may come twice: from the terminal, and passed on by npm. */
const SAME_PRESS_MS = 500;
const ORPHAN_CHECK_MS = 250;

const HELP = `
npm start [-- --verbose]

Builds, makes sure of Redis, starts the sandbox operator and the bot, and says where they are. Ctrl-C stops everything; the next start goes on
where this one ended. Everything it keeps is under .data; \`npm run reset\` forgets it. A file .env is read, if there is one.

  --verbose   the logs on the terminal too (else in .data/log only)

  PORT, SANDBOX_PORT   where bot (3978) and sandbox (3979) listen; 0: any free port
  REDIS_URL            a Redis to use; else a private one
  OPERATOR_COUNTRY     GT (else SV HN NI CR PA CO BO PY): whose operator the demo is`;

async function main({ verbose }) {
  if (existsSync(join(ROOT, '.env'))) process.loadEnvFile(join(ROOT, '.env'));
  const data = claimData();
  const started = [];
  const stopping = stopOnSignals(started);
  try {
    const places = await choosePlaces();
    await build();
    await begin(started, places, { verbose, data, stopping });
    await Promise.race([stopping.asked, ...started.flatMap(({ died }) => died ?? [])]);
  } catch (error) {
    if (!stopping.now()) throw error;
  } finally {
    await stopAll(started);
    data.release();
    stopping.done();
    if (stopping.now()) say('Stopped.');
  }
}

/** Starts one after the other what the next one needs; whatever was started is in `started`, so that it can be stopped at any moment. */
async function begin(started, places, { verbose, data, stopping }) {
  const redis = stopping.now() ? undefined : await startRedis();
  const redisDied = redis?.own ? whenRedisDied(redis) : stopping.asked;
  if (redis) started.push({ ...redis, died: redisDied });
  if (stopping.now()) return;
  const keys = secrets();
  const sandboxDied = startNode(started, 'sandbox', 'dist/sandbox/main.js', { env: sandboxEnvironment(places, keys), verbose });
  const botDied = startNode(started, 'bot', 'dist/main.js', { env: botEnvironment(places, keys, redis.url), verbose });
  await Promise.race([ready([`${places.sandbox}/healthz`, `${places.botHere}/readyz`]), sandboxDied, botDied, redisDied, stopping.asked]);
  if (stopping.now()) return;
  await pageMenu(places, keys);
  data.note({ ...places, redis: redis.url, own: redis.own });
  say(await welcome(places, redis));
}

/** @returns a promise that rejects when the process ends by itself */
function startNode(started, name, script, { env, verbose }) {
  const log = join(DATA, 'log', `${name}.log`);
  const child = run(name, join(ROOT, script), { env: { ...process.env, ...env }, log, verbose });
  const died = child.ended.then((how) => Promise.reject(new Stop(`The ${name} ${how}. Its last words, in ${log}:\n\n${child.lastWords()}`)));
  died.catch(() => {});
  started.push({ ...child, died, stop: () => child.stop(STOP_MS[name]) });
  return died;
}

/** @throws Stop naming the port that is taken */
async function choosePlaces() {
  const port = await freePort('PORT', 3978, process.env.HOST || undefined);
  const sandboxPort = await freePort('SANDBOX_PORT', 3979);
  const here = `http://127.0.0.1:${port}`;
  return { port, sandboxPort, botHere: here, bot: process.env.PUBLIC_URL || here, sandbox: `http://127.0.0.1:${sandboxPort}` };
}

async function freePort(name, standard, host) {
  const wanted = Number(process.env[name] || standard);
  if (!Number.isInteger(wanted) || wanted < 0 || wanted > 65_535) throw new Stop(`${name} must be a port: a whole number up to 65535.`);
  const port = await listen(wanted, host);
  if (port) return port;
  throw new Stop(`Port ${wanted} is taken by another program. Choose another one:\n\n  ${name}=${(await listen(0)) ?? wanted + 10} npm start\n`);
}

const sandboxEnvironment = ({ sandboxPort, botHere }, keys) => ({
  SANDBOX_PORT: `${sandboxPort}`,
  SANDBOX_DATA_DIR: join(DATA, 'sandbox'),
  SANDBOX_CLIENT_ID: keys.SANDBOX_CLIENT_ID,
  SANDBOX_CLIENT_SECRET: keys.SANDBOX_CLIENT_SECRET,
  SANDBOX_SMS_USER: keys.SANDBOX_SMS_USER,
  SANDBOX_SMS_PASSWORD: keys.SANDBOX_SMS_PASSWORD,
  SANDBOX_DLOCAL_LOGIN: keys.SANDBOX_DLOCAL_LOGIN,
  SANDBOX_DLOCAL_TRANS_KEY: keys.SANDBOX_DLOCAL_TRANS_KEY,
  SANDBOX_DLOCAL_SECRET_KEY: keys.SANDBOX_DLOCAL_SECRET_KEY,
  SANDBOX_MESSENGER_APP_SECRET: keys.MESSENGER_APP_SECRET,
  SANDBOX_MESSENGER_PAGE_TOKEN: keys.SANDBOX_MESSENGER_PAGE_TOKEN,
  SANDBOX_ZENDESK_TOKEN: keys.SANDBOX_ZENDESK_TOKEN,
  SANDBOX_ZENDESK_WEBHOOK_SECRET: keys.ZENDESK_WEBHOOK_SECRET,
  SANDBOX_SUNSHINE_KEY_SECRET: keys.SUNSHINE_KEY_SECRET,
  SANDBOX_SUNSHINE_WEBHOOK_SECRET: keys.SUNSHINE_WEBHOOK_SECRET,
  BOT_URL: botHere,
});

/** The bot's configuration for the demo. Whatever the environment says already wins: a real backend can be put in place of one of the sandbox's. */
function botEnvironment({ port, botHere, bot, sandbox }, keys, redisUrl) {
  const usual = {
    PUBLIC_URL: bot,
    STATE_SECRET: keys.STATE_SECRET,
    OTP_PEPPER: keys.OTP_PEPPER,
    TOKEN_SECRET: keys.TOKEN_SECRET,
    TMF_BASE_URL: sandbox,
    OAUTH_TOKEN_URL: `${sandbox}/oauth/token`,
    OAUTH_CLIENT_ID: keys.SANDBOX_CLIENT_ID,
    OAUTH_CLIENT_SECRET: keys.SANDBOX_CLIENT_SECRET,
    SMS_URL: `${sandbox}/cgi-bin/sendsms`,
    SMS_USER: keys.SANDBOX_SMS_USER,
    SMS_PASSWORD: keys.SANDBOX_SMS_PASSWORD,
    SMS_REPORT_URL: `${botHere}/webhooks/sms/report`,
    SMS_REPORT_TOKEN: keys.SMS_REPORT_TOKEN,
    WALLET_URL: sandbox,
    WALLET_CALLBACK_URL: `${botHere}/webhooks/mobile-money`,
    ...dlocalEnvironment(botHere, sandbox, keys),
    LENDING_URL: sandbox,
    SIM_SWAP_URL: sandbox,
    SANDBOX_URL: sandbox,
    ...zendeskEnvironment(sandbox, keys),
    ...messengerEnvironment(sandbox, keys),
    SURVEY_SHARE: '1',
    CARE_CONTACT_ES: 'En el 611 atiende una persona, de 7:00 a. m. a 9:00 p. m.',
    CARE_CONTACT_EN: 'A person answers at 611, from 7:00 a.m. to 9:00 p.m.',
    ASSETS_DIR: join(ROOT, 'dist', 'web'),
  };
  const unset = Object.entries(usual).filter(([name]) => !process.env[name]);
  return { ...Object.fromEntries(unset), PORT: `${port}`, REDIS_URL: redisUrl, NODE_ENV: 'development' };
}

/** All of the sandbox's Zendesk, or nothing of it. */
function zendeskEnvironment(sandbox, keys) {
  if (process.env.ZENDESK_URL) return {};
  return {
    ZENDESK_URL: sandbox,
    ZENDESK_USER: 'bot@operator.example',
    ZENDESK_TOKEN: keys.SANDBOX_ZENDESK_TOKEN,
    ZENDESK_WEBHOOK_SECRET: keys.ZENDESK_WEBHOOK_SECRET,
    ZENDESK_GROUPS: 'prepaid=Móvil,postpaid=Móvil,home=Hogar,billing=Facturación,wallet=Billetera,fraud=Fraude',
    SUNSHINE_URL: `${sandbox}/sc`,
    SUNSHINE_APP_ID: 'sandbox',
    SUNSHINE_KEY_ID: 'sandbox',
    SUNSHINE_KEY_SECRET: keys.SUNSHINE_KEY_SECRET,
    SUNSHINE_WEBHOOK_SECRET: keys.SUNSHINE_WEBHOOK_SECRET,
  };
}

/** The sandbox's page gets its menu, as `npm run messenger:profile` gives one to a real page. The demo is none the worse without it. */
async function pageMenu({ sandbox }, keys) {
  const to = { graph: `${sandbox}/graph`, version: 'v25.0', secret: keys.MESSENGER_APP_SECRET, token: keys.SANDBOX_MESSENGER_PAGE_TOKEN };
  await applyProfile(to, process.env.BRAND_NAME || 'Alba').catch(() => undefined);
}

/** All of the sandbox's Meta app, or nothing of it. */
function messengerEnvironment(sandbox, keys) {
  if (process.env.MESSENGER_APP_SECRET) return {};
  return {
    MESSENGER_APP_SECRET: keys.MESSENGER_APP_SECRET,
    MESSENGER_APP_ID: '900100200300',
    MESSENGER_VERIFY_TOKEN: keys.MESSENGER_VERIFY_TOKEN,
    MESSENGER_PAGES: `100200300400=${keys.SANDBOX_MESSENGER_PAGE_TOKEN}`,
    META_GRAPH_URL: `${sandbox}/graph`,
    MESSENGER_FILE_HOSTS: new URL(sandbox).host,
  };
}

/** All of the sandbox's gateway, or nothing of it: half of somebody's own would not work. */
function dlocalEnvironment(botHere, sandbox, keys) {
  if (process.env.DLOCAL_URL) return {};
  return {
    DLOCAL_URL: `${sandbox}/dlocal`,
    DLOCAL_LOGIN: keys.SANDBOX_DLOCAL_LOGIN,
    DLOCAL_TRANS_KEY: keys.SANDBOX_DLOCAL_TRANS_KEY,
    DLOCAL_SECRET_KEY: keys.SANDBOX_DLOCAL_SECRET_KEY,
    DLOCAL_NOTIFICATION_URL: `${botHere}/webhooks/payments`,
  };
}

async function ready(urls) {
  const end = Date.now() + READY_MS;
  for (const url of urls) {
    while (!(await answersOk(url))) {
      if (Date.now() > end) throw new Stop(`${url} was not ready within ${READY_MS / 1000} s; the logs are in ${join(DATA, 'log')}.`);
      await sleep(50);
    }
  }
}

const answersOk = (url) =>
  fetch(url, { signal: AbortSignal.timeout(2000) }).then(
    (answer) => answer.ok,
    () => false,
  );

/** `asked` resolves at the first signal, and `now` tells whether there was one; a second one, later, ends everything at once. */
function stopOnSignals(started) {
  let first = 0;
  const { promise: asked, resolve } = deferred();
  const heard = () => {
    const now = performance.now();
    if (first === 0) {
      first = now;
      say('\nStopping … (Ctrl-C again: at once)');
      resolve();
    } else if (now - first > SAME_PRESS_MS) {
      complain('Ended at once.');
      for (const each of started) each.kill();
      process.exit(1);
    }
  };
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  for (const signal of signals) process.on(signal, heard);
  const orphaned = whenOrphaned(heard);
  const done = () => {
    clearInterval(orphaned);
    for (const signal of signals) process.off(signal, heard);
  };
  return { asked, now: () => first > 0, done };
}

/** npm passes a SIGTERM on to its shell, which dies of it without telling us: then our parent is another. */
function whenOrphaned(heard) {
  const parent = process.ppid;
  const look = () => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    heard();
  };
  const watch = setInterval(look, ORPHAN_CHECK_MS);
  if (!process.env.npm_lifecycle_event) clearInterval(watch);
  return watch.unref();
}

function deferred() {
  let resolve;
  const promise = new Promise((done) => (resolve = done));
  return { promise, resolve };
}

/** In the reverse order of starting: the bot drains while sandbox and Redis still answer. */
async function stopAll(started) {
  for (const each of [...started].reverse()) await each.stop();
}

await command(HELP, { verbose: { type: 'boolean', short: 'v' } }, main);
