import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { ask, REDIS_DIR, removeRedis, runningRedis, startRedis, withoutPassword } from './redis.mjs';
import { runningStart } from './running.mjs';
import { command, DATA, ROOT, say, Stop } from './terminal.mjs';

const SANDBOX_DIR = join(DATA, 'sandbox');

const HELP = `
npm run reset [-- --yes]

Forgets bot and sandbox together: every conversation, session and code, and the operator's books. Secrets and logs stay. While \`npm start\` runs, it
goes on with a clean slate.

  --yes       do not ask; needed when nobody can be asked, and for a Redis that REDIS_URL names
  REDIS_URL   the bot's Redis, when it is not the private one: its whole database is emptied`;

async function main({ yes }) {
  if (existsSync(join(ROOT, '.env'))) process.loadEnvFile(join(ROOT, '.env'));
  const running = runningStart();
  if (running && !running.redis) throw new Stop('It is just starting. Wait until it is ready, or stop it.');
  const foreign = running ? !running.own && running.redis : process.env.REDIS_URL;
  await consent(yes, foreign);
  if (foreign) await flush(foreign);
  if (running) await resetRunning(running);
  else await removeFiles();
  say('Bot and sandbox start anew.');
}

/** @throws Stop unless a person, or `--yes`, wants this */
async function consent(yes, foreign) {
  const what = foreign
    ? `EVERYTHING in the Redis at ${withoutPassword(foreign)}, and the sandbox's books`
    : "all conversations and the sandbox's books";
  say(`This forgets ${what}.`);
  if (yes) return;
  if (foreign) throw new Stop('That Redis is not ours alone. If it is what you want: npm run reset -- --yes');
  if (!process.stdin.isTTY) throw new Stop('Nobody is here to be asked. If it is what you want: npm run reset -- --yes');
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await terminal.question('Go on? (y/N) ');
  terminal.close();
  if (!/^(y|yes|s|si|sí)$/i.test(answer.trim())) throw new Stop('Nothing was forgotten.');
}

/** The nodes of a cluster are emptied one by one. */
async function flush(url) {
  for (const node of url.split(',')) {
    const done = await ask(node.trim(), (redis) => redis.flushdb());
    if (done !== 'OK') throw new Stop(`The Redis at ${withoutPassword(node)} could not be emptied.`);
  }
}

/** Books first: their new epoch tells the bot's conversations apart from what it is about to forget. */
async function resetRunning({ sandbox, redis, own }) {
  const answer = await fetch(`${sandbox}/sandbox/reset`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{}',
  }).catch(() => undefined);
  if (!answer?.ok) throw new Stop(`The sandbox at ${sandbox} did not reset (${answer?.status ?? 'no answer'}). Nothing was forgotten.`);
  if (own) await flush(redis);
}

async function removeFiles() {
  if (await runningRedis()) await stopPrivate();
  if (existsSync(REDIS_DIR)) removeRedis();
  rmSync(SANDBOX_DIR, { recursive: true, force: true });
}

/** One that was left behind. */
async function stopPrivate() {
  delete process.env.REDIS_URL;
  await (await startRedis()).stop();
}

await command(HELP, { yes: { type: 'boolean', short: 'y' } }, main);
