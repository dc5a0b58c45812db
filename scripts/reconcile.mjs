/** Compares ledger, backend and gateway, and names every difference. Works while the bot runs. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { command, DATA, ROOT, say, Stop } from './terminal.mjs';

const HELP = `
npm run reconcile -- [--from TIME] [--to TIME] [--json]
npm run reconcile -- --settle ORDER --as done|refused --note TEXT [--yes]

Compares what the ledger says of each order with what the backend says of it, and, where it was paid there, the card gateway or the wallet; and
every row that the backend has of the bot with the ledger. Changes nothing. Exit code 1 when they differ.

  --from, --to   a period, as ISO 8601; the last 24 hours when not given
  --json         the whole comparison as JSON

With --settle a person ends an order that is "unknown": ORDER is its id, or its reference (R-7K2M9). The note says who found out, and how; it is
kept with the order. The bot then tells the customer. It asks first; --yes does not ask.

Redis:    LEDGER_REDIS_URL or REDIS_URL, or the bot's private server (.data/redis.json)
Secrets:  STATE_SECRET, OTP_PEPPER, and how the others are reached (TMF_BASE_URL, OAUTH_…, DLOCAL_…); of a demo that runs here, all of it is known`;

const OPTIONS = {
  ...{ from: { type: 'string' }, to: { type: 'string' }, json: { type: 'boolean' } },
  ...{ settle: { type: 'string' }, as: { type: 'string' }, note: { type: 'string' }, yes: { type: 'boolean' } },
};
const DAY_MS = 86_400_000;
/** What the comparison does not use, and the configuration asks for. */
const UNUSED = {
  SMS_URL: 'http://127.0.0.1:9',
  SMS_USER: '-',
  SMS_PASSWORD: '-',
  SMS_REPORT_URL: 'http://127.0.0.1:9',
  SMS_REPORT_TOKEN: '-'.repeat(32),
};

/** Secrets of the bot that seal the ledger. The others in that file are of channels, of which nothing is asked here. */
const OWN = ['STATE_SECRET', 'OTP_PEPPER', 'TOKEN_SECRET'];

const fromData = (name) => {
  const path = join(process.env.DATA_DIR ?? DATA, name);
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {};
};

/** The bot's own environment; what it lacks, of the demo that runs here. */
function environment() {
  const secrets = fromData('secrets.json');
  const running = fromData('start.json');
  const demo = running.sandbox && {
    ...{ TMF_BASE_URL: running.sandbox, OAUTH_TOKEN_URL: `${running.sandbox}/oauth/token`, SANDBOX_URL: running.sandbox },
    ...{ OAUTH_CLIENT_ID: secrets.SANDBOX_CLIENT_ID, OAUTH_CLIENT_SECRET: secrets.SANDBOX_CLIENT_SECRET },
    ...{ DLOCAL_URL: `${running.sandbox}/dlocal`, DLOCAL_LOGIN: secrets.SANDBOX_DLOCAL_LOGIN },
    ...{ DLOCAL_TRANS_KEY: secrets.SANDBOX_DLOCAL_TRANS_KEY, DLOCAL_SECRET_KEY: secrets.SANDBOX_DLOCAL_SECRET_KEY },
  };
  const own = Object.fromEntries(OWN.flatMap((name) => (secrets[name] ? [[name, secrets[name]]] : [])));
  const redis = fromData('redis.json').url;
  const given = Object.fromEntries(Object.entries(process.env).filter(([, value]) => value));
  return { ...UNUSED, TOKEN_SECRET: 'A'.repeat(43), ...demo, ...own, ...(redis && { REDIS_URL: redis }), ...given, NODE_ENV: 'development' };
}

const built = (path) =>
  import(join(ROOT, 'dist', `${path}.js`)).catch((error) => {
    throw new Stop(error.code === 'ERR_MODULE_NOT_FOUND' ? 'Not built yet: npm run build' : String(error));
  });

async function main(values) {
  const period = periodOf(values);
  const [{ readConfig }, { connectRedis }, { reconciler }] = await Promise.all(['config', 'state/redis', 'wiring/reconcile'].map(built));
  const config = configured(readConfig);
  const redis = connectRedis(config.LEDGER_REDIS_URL ?? config.REDIS_URL);
  try {
    await redis.ready(3_000).catch(() => {
      throw new Stop('The Redis of the ledger does not answer.');
    });
    const books = reconciler(config, redis);
    if (values.settle === undefined) return report(await books.compare(period), period, values.json);
    await settle(books, values);
  } finally {
    redis.close();
  }
}

function configured(readConfig) {
  try {
    return readConfig(environment());
  } catch (error) {
    throw new Stop(error.message);
  }
}

function periodOf({ from, to }) {
  const end = to === undefined ? Date.now() : Date.parse(to);
  const begin = from === undefined ? end - DAY_MS : Date.parse(from);
  if (Number.isNaN(begin) || Number.isNaN(end) || begin >= end)
    throw new Stop(`--from and --to take times like 2026-11-20T00:00:00Z.\n\n${HELP.trim()}`);
  return { from: begin, to: end };
}

function report({ orders, rows, differences }, { from, to }, isJson) {
  if (differences.length > 0) process.exitCode = 1;
  if (isJson) return say(JSON.stringify({ from, to, orders, rows, differences }, null, 2));
  say(`${new Date(from).toISOString()} to ${new Date(to).toISOString()}`);
  say(`ledger: ${orders} orders`);
  for (const [book, count] of Object.entries(rows)) say(`${book}: ${count} rows of ours`);
  for (const { what, book, order, reference, kind, here, there } of differences)
    say(`  ${what.padEnd(14)} ${book.padEnd(8)} ${reference ?? ''} ${order} ${kind ?? ''} here: ${here ?? '–'} there: ${there ?? '–'}`);
  say(differences.length === 0 ? 'They agree.' : `${differences.length} differences.`);
}

async function settle(books, { settle: name, as: how, note, yes }) {
  if (!['done', 'refused'].includes(how) || !note?.trim()) throw new Stop(`--settle needs --as done or refused, and a --note.\n\n${HELP.trim()}`);
  const entry = await books.find(name);
  if (!entry) throw new Stop(`No order, or more than one, is called ${name}.`);
  const { reference, kind, state, amount, line, at } = entry.operation;
  if (state !== 'unknown') throw new Stop(`${reference} is ${state}: only an order that is unknown is settled by hand.`);
  say(`${reference}: ${kind}, ${amount.minor} minor units of ${amount.currency}, line …${line.slice(-4)}, ${new Date(at).toISOString()}`);
  if (!yes && !(await agreed(`Write down that it was ${how}? The customer will be told. Type yes: `))) throw new Stop('Nothing was changed.');
  const after = await books.settle(entry, how, note.trim().slice(0, 500));
  say(`${reference} is ${after.operation.state}.`);
}

async function agreed(question) {
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  const ended = new Promise((resolve) => lines.once('close', () => resolve('')));
  const answer = await Promise.race([lines.question(question), ended]);
  lines.close();
  return answer.trim().toLowerCase() === 'yes';
}

await command(HELP, OPTIONS, main);
