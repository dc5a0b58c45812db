import { spawn } from 'node:child_process';
import { build } from './build.mjs';
import { ensureRedisServer } from './redis.mjs';
import { command, ROOT, say, Stop } from './terminal.mjs';

const HELP = `
npm run chaos -- [--kills N] [--minutes M] [--seed S] [--json]

Customers top up and buy packs over the web chat while the bot, its Redis, both, or every TCP connection between them and the operator is cut: at each step
of an order, while it drains, and at any time; with faults of the operator mixed in. Then the operator's books, the ledger and the chats must say the
same: at most one charge for a yes, to exactly its words; what was applied was told, what was told was applied, what was refused took nothing, and
whoever writes is answered. At the end the ledger is lost three times in mid-operation; nobody is charged twice. Exit code 1 when one of it is not so.

  --kills N   30 when not given
  --minutes M no other kill is begun after so long; what came of the others is still judged, and how many they were is said
  --seed S    the same points, cuts and wishes again, as far as processes are the same twice; 1 when not given
  --json      the report as JSON, for a program`;

const OPTIONS = {
  kills: { type: 'string', default: '30' },
  seed: { type: 'string', default: '1' },
  minutes: { type: 'string', default: 'Infinity' },
  json: { type: 'boolean' },
};

async function main({ kills, seed, minutes, json }) {
  if (!(Number.isInteger(Number(kills)) && Number(kills) > 0 && Number.isInteger(Number(seed)) && Number(minutes) > 0))
    throw new Stop('--kills and --seed take whole numbers, --minutes a number.');
  ensureRedisServer();
  if (!process.env.CHAOS_DIST) await build();
  if (!json) say(`${kills} kills, seed ${seed}`);
  const program = ['--require', './test/support/register.cjs', 'test/money/chaos/main.ts'];
  const child = spawn(process.execPath, [...program, kills, seed, json ? 'json' : '', minutes], { cwd: ROOT, stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  process.exitCode = await new Promise((resolve) => child.once('exit', (code) => resolve(code ?? 1)));
}

await command(HELP, OPTIONS, main, process.argv.slice(2));
