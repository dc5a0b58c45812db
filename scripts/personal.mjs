/** What `erase` and `export` have in common: the bot's Redis with the bot's own secrets, and what is kept about one person in it. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

export const WHERE = `<identity>  a number as the country writes it ("5555-0101") or with its country (+502 5555 0101); a contract: home:10002040;
            or a conversation: web:…
Redis:      REDIS_URL, or the bot's private server (.data/redis.json); LEDGER_REDIS_URL, if the ledger has its own
Secrets:    STATE_SECRET (base64url, 32 bytes; several separated by commas) and OTP_PEPPER, or .data/secrets.json
Country:    OPERATOR_COUNTRY, or GT`;

export const fail = (reason) => {
  console.error(reason);
  process.exit(1);
};

/** A file that the bot writes at its first start; undefined when there is none. */
function fromData(name) {
  const path = join(process.env.DATA_DIR ?? join(root, '.data'), name);
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined;
}

function secret(name) {
  const found = process.env[name] || fromData('secrets.json')?.[name];
  if (!found) fail(`No ${name}: set it, or start the bot once.`);
  return String(found);
}

/** Options and the one identity. Whatever is not known is refused: nothing may be erased by a slip of the pen. */
export function readArguments(help, { flags = [], values = [] } = {}) {
  const given = {};
  const words = [];
  const rest = process.argv.slice(2);
  while (rest.length) {
    const word = rest.shift();
    if (word === '--help' || word === '-h') {
      console.log(help);
      process.exit(0);
    } else if (flags.includes(word)) given[word.slice(2)] = true;
    else if (values.includes(word) && rest.length) given[word.slice(2)] = rest.shift();
    else if (word.startsWith('--')) fail(help);
    else words.push(word);
  }
  if (!words.length) fail(help);
  return { ...given, identity: words.join(' ') };
}

/** The person, and what is kept about them. @returns {{ who, people, close }} */
export async function open(identity) {
  const url = process.env.REDIS_URL || fromData('redis.json')?.url;
  if (!url) fail('No Redis: set REDIS_URL, or start the bot.');
  const built = (path) => import(join(root, 'dist', `${path}.js`)).catch(() => fail('Not built yet: npm run build'));
  const [{ connectRedis }, { vault }, { personalData }] = await Promise.all(['state/redis', 'state/seal', 'wiring/personal-data'].map(built));
  const masters = secret('STATE_SECRET')
    .split(',')
    .map((each) => Buffer.from(each.trim(), 'base64url'));
  const redis = connectRedis(url);
  await redis.ready(3000).catch(() => fail('Redis does not answer.'));
  const ledgerRedis = process.env.LEDGER_REDIS_URL ? connectRedis(process.env.LEDGER_REDIS_URL) : redis;
  await ledgerRedis.ready(3000).catch(() => fail('The Redis of the ledger does not answer.'));
  const people = personalData({
    ledgerRedis,
    store: { redis, vault: vault(masters) },
    pepper: secret('OTP_PEPPER'),
    country: process.env.OPERATOR_COUNTRY || 'GT',
  });
  const who = await people.identityOf(identity);
  if (!who) fail(`Neither a phone number of ${process.env.OPERATOR_COUNTRY || 'GT'} nor a contract (home:…) nor a conversation (web:…): ${identity}`);
  const close = () => [redis, ledgerRedis].forEach((each) => each.close());
  return { who, people, close };
}
