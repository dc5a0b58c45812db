import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { build } from './build.mjs';
import { botEnvironment, sandboxEnvironment } from './demo-environment.mjs';
import { applyProfile } from './messenger-profile.mjs';
import { welcome } from './welcome.mjs';
import { run } from './processes.mjs';
import { ready } from './ready.mjs';
import { listen, startRedis, whenRedisDied } from './redis.mjs';
import { claimData } from './running.mjs';
import { secrets } from './secrets.mjs';
import { stopOnSignals } from './signals.mjs';
import { command, DATA, ROOT, say, Stop } from './terminal.mjs';

/** The bot finishes the turns it has begun, at most so long; then the sandbox, which answers it, may go. */
const STOP_MS = { bot: 25_000, sandbox: 5_000 };

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
  let isOver = false;
  const answering = ready([`${places.sandbox}/healthz`, `${places.botHere}/readyz`], () => isOver);
  await Promise.race([answering, sandboxDied, botDied, redisDied, stopping.asked]).finally(() => (isOver = true));
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

/** The sandbox's page gets its menu, as `npm run messenger:profile` gives one to a real page. The demo is none the worse without it. */
async function pageMenu({ sandbox }, keys) {
  const to = { graph: `${sandbox}/graph`, version: 'v25.0', secret: keys.MESSENGER_APP_SECRET, token: keys.SANDBOX_MESSENGER_PAGE_TOKEN };
  await applyProfile(to, process.env.BRAND_NAME || 'Alba').catch(() => undefined);
}

/** In the reverse order of starting: the bot drains while sandbox and Redis still answer. */
async function stopAll(started) {
  for (const each of [...started].reverse()) await each.stop();
}

await command(HELP, { verbose: { type: 'boolean', short: 'v' } }, main);
