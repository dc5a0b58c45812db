/** Cases that wait for a person, newest first. Read-only. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const HELP = `Usage: npm run cases [-- --json] [--most N]

Lists the cases that the bot opened for people: reference, when, what happened, what the customer was told.
Redis:    REDIS_URL, or the bot's private server (.data/redis.json)
Secrets:  STATE_SECRET and OTP_PEPPER, or .data/secrets.json`;

const words = process.argv.slice(2);
if (words.includes('--help') || words.includes('-h')) {
  console.log(HELP);
  process.exit(0);
}
const fail = (reason) => {
  console.error(reason);
  process.exit(1);
};
const most = words.includes('--most') ? Number(words[words.indexOf('--most') + 1]) : 50;
if (!Number.isInteger(most) || most < 1) fail('--most needs a whole number, 1 or more.');

function fromData(name) {
  const path = join(process.env.DATA_DIR ?? join(root, '.data'), name);
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined;
}
const secret = (name) => process.env[name] || fromData('secrets.json')?.[name] || fail(`No ${name}: set it, or start the bot once.`);

const url = process.env.REDIS_URL || fromData('redis.json')?.url || fail('No Redis: set REDIS_URL, or start the bot.');
const built = (path) => import(join(root, 'dist', `${path}.js`)).catch(() => fail('Not built yet: npm run build'));
const [{ connectRedis }, { vault }, { caseBook }] = await Promise.all(['state/redis', 'state/seal', 'state/cases'].map(built));
const masters = String(secret('STATE_SECRET'))
  .split(',')
  .map((each) => Buffer.from(each.trim(), 'base64url'));
const redis = connectRedis(url);
await redis.ready(3000).catch(() => fail('Redis does not answer.'));
const all = await caseBook({ redis, vault: vault(masters), pepper: String(secret('OTP_PEPPER')), clock: Date.now }).list(most);
redis.close();

if (words.includes('--json')) console.log(JSON.stringify(all, null, 2));
else if (all.length === 0) console.log('No cases.');
else
  for (const { reference, at, topic, reason, line, summary, facts, promised } of all) {
    console.log(`${reference}  ${new Date(at).toISOString()}  ${topic} · ${reason}${line ? ` · …${line.slice(-4)}` : ''}`);
    console.log(`  ${summary}`);
    for (const [name, value] of Object.entries(facts)) console.log(`  ${name}: ${value}`);
    console.log(`  Se le dijo: ${promised}\n`);
  }
