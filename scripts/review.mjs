import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { build } from './build.mjs';
import { command, DATA, ROOT, say, Stop } from './terminal.mjs';

const HELP = `
npm run review [-- --list | --json]

Shows what customers wrote and the bot did not serve: not understood, asked about, or ended with a person. Alike texts are grouped, and those that cost
people most come first. You say what each group wants; its texts are appended to src/understanding/intents/<label>/utterances.<language>.txt.
Afterwards: npm run train, npm run eval, and read the difference.

  --list   prints the groups and asks nothing
  --json   the same, as one line of JSON

Redis:  REDIS_URL, or the bot's private server (.data/redis.json)
Secret: STATE_SECRET (several separated by commas), or .data/secrets.json
The texts are masked, but other people's words all the same: mind where you print them.`;

const fromData = (name) => (existsSync(join(DATA, name)) ? JSON.parse(readFileSync(join(DATA, name), 'utf8')) : {});
const READY_MS = 3_000;

async function main({ list, json }) {
  const url = process.env.REDIS_URL ?? fromData('redis.json').url;
  const secret = process.env.STATE_SECRET ?? fromData('secrets.json').STATE_SECRET;
  if (!url) throw new Stop('No Redis: set REDIS_URL, or start the bot.');
  if (!secret) throw new Stop('No master secret: set STATE_SECRET, or start the bot once.');
  if (!json) await build();
  const load = (name) => createRequire(import.meta.url)(join(ROOT, 'dist', name));
  const { createRecogniser, grouped, interview } = load('understanding/review');
  const redis = load('state/redis').connectRedis(url);
  try {
    await redis.ready(READY_MS).catch(() => {
      throw new Stop('Redis does not answer.');
    });
    const vault = load('state/seal').vault(secret.split(',').map((each) => Buffer.from(each, 'base64url')));
    const queue = load('state/review').reviewQueue({ redis, vault, clock: Date.now });
    const groups = grouped(await queue.all(), createRecogniser());
    if (json) return say(JSON.stringify(groups));
    if (groups.length === 0) return say('Nothing to review.');
    if (list) return groups.forEach(told);
    const lines = createInterface({ input: process.stdin });
    const intents = join(ROOT, 'src/understanding/intents');
    await queue.drop(await interview({ groups, answers: lines[Symbol.asyncIterator](), tell: say, intents }));
    lines.close();
  } finally {
    redis.close();
  }
}

function told({ label, language, texts, cost }) {
  say(`${label} (${language}): ${texts.length} texts, ${cost} ended with a person`);
  for (const { text, why } of texts) say(`  ${why.padEnd(14)} ${text}`);
}

await command(HELP, { list: { type: 'boolean' }, json: { type: 'boolean' } }, main);
