/**
 * What was set aside, for whoever repairs it: a message that could not be run, a reply that could not be sent.
 * It works on the built bot's Redis, with the bot's own master secret.
 */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const HELP = `Usage: npm run aside -- list                     conversations with something aside
       npm run aside -- show <conversation>      what it is (personal data: mind where you print it)
       npm run aside -- replay <conversation>    puts its messages back; the running bot handles them

Redis:  REDIS_URL, or the bot's private server (.data/redis.json)
Secret: STATE_SECRET (base64, 32 bytes; several separated by commas), or .data/secrets.json`;

const fail = (reason) => {
  console.error(reason);
  process.exit(1);
};

/** A file that the bot writes at its first start; undefined when there is none. */
function fromData(name) {
  const path = join(process.env.DATA_DIR ?? join(root, '.data'), name);
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined;
}

function masters() {
  const secrets = fromData('secrets.json');
  const text = process.env.STATE_SECRET ?? secrets?.STATE_SECRET ?? secrets?.stateSecret;
  if (!text) fail('No master secret: set STATE_SECRET, or start the bot once.');
  return String(text)
    .split(',')
    .map((each) => Buffer.from(each.trim(), 'base64'));
}

async function open() {
  const url = process.env.REDIS_URL ?? fromData('redis.json')?.url;
  if (!url) fail('No Redis: set REDIS_URL, or start the bot.');
  const built = (name) => import(join(root, 'dist', 'state', `${name}.js`)).catch(() => fail('Not built yet: npm run build'));
  const [{ connectRedis }, { vault }, { redisMailbox }, { aside }] = await Promise.all(['redis', 'seal', 'redis-mailbox', 'aside'].map(built));
  const redis = connectRedis(url);
  await redis.ready(3000).catch(() => fail('Redis does not answer.'));
  const store = { redis, vault: vault(masters()) };
  // Only accepts and lets go: state and leases are the bot's business.
  const mailbox = redisMailbox({ ...store, leaseMs: 1000, stateMs: 1000, isLog: (conversation) => conversation.startsWith('web:') });
  return { desk: aside({ ...store, mailbox }), close: redis.close };
}

const when = (at) => new Date(at).toISOString();
const commands = {
  async list(desk) {
    const conversations = await desk.conversations();
    for (const conversation of conversations) {
      const entries = await desk.list(conversation);
      const latest = entries.at(-1);
      if (latest) console.log(`${conversation}\t${entries.length}\t${when(latest.at)}\t${latest.kind}: ${latest.reason}`);
    }
    if (!conversations.length) console.log('Nothing is aside.');
  },
  async show(desk, conversation) {
    for (const { kind, number, at, tries, throws, reason, text } of await desk.list(conversation)) {
      console.log(`${when(at)}  ${kind} ${number}  ${tries} tries, ${throws} errors: ${reason}`);
      console.log(`  ${text ?? '(cannot be opened)'}`);
    }
  },
  async replay(desk, conversation) {
    const { replayed, left } = await desk.replay(conversation);
    console.log(`${replayed} put back, ${left} still aside.`);
  },
};

const [name = '--help', conversation] = process.argv.slice(2);
const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
if (name === '--help' || name === '-h' || name === 'help') {
  console.log(HELP);
} else if (!command || (name !== 'list' && !conversation)) {
  fail(HELP);
} else {
  const { desk, close } = await open();
  await command(desk, conversation).finally(close);
}
