import { spawn, spawnSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { build } from './build.mjs';
import { guard } from './processes.mjs';
import { ask, listen } from './redis.mjs';
import { command, ROOT, say, seconds, Stop } from './terminal.mjs';

const HELP = `
npm run bench -- [--quick] [--only A,B] [--parts P,Q] [--sizes N,M] [--json FILE]

Measures the product beside its peers, each in a process of its own. The server has one core (taskset, where there is one), load and Redis the
other. All variants are warmed by turns, then measured in alternating order. A run with a wrong reply, an error, an uneven mix of turns or too few
finished conversations fails.

  --quick        smaller in everything: shows that it works; not to be quoted
  --only A,B     these variants alone: {variants}
  --parts P,Q    of turns, far (Redis 1 ms away), start, idle, page, ledger, webhook; all when not given
  --sizes N,M    conversations; 64,1000,10000 when not given. At sizes other than 1000 only the main variants run, unless --only names some
  --rounds N     windows of each variant
  --json FILE    also writes all figures there

The first run installs what only the peers need, into bench/peers. The full run takes about 25 minutes.`;

const OPTIONS = {
  quick: { type: 'boolean' },
  only: { type: 'string' },
  parts: { type: 'string' },
  sizes: { type: 'string' },
  rounds: { type: 'string' },
  json: { type: 'string' },
};
const PLANS = {
  full: { warmTurns: 10_000, rounds: 5, windowMs: 3_000, latencyMs: 4_000, sizes: [64, 1_000, 10_000] },
  quick: { warmTurns: 700, rounds: 2, windowMs: 700, latencyMs: 700, sizes: [64] },
};
const PARTS = ['turns', 'far', 'start', 'idle', 'page', 'ledger', 'webhook'];
const MAIN = ['waterfall-memory', 'waterfall-redis', 'waterfall-connector', 'waterfall-production', 'http', 'socket'];
const FAR = ['waterfall-redis', 'http', 'socket'];
const FAR_MS = 1;
const ALL_AT = 1_000;

const list = (text) => text?.split(',').map((item) => item.trim());

async function main(values) {
  const began = performance.now();
  await build();
  const { VARIANTS } = await import('../bench/variants.mjs');
  const servers = await import('../bench/servers.mjs');
  const asked = choices(values, VARIANTS);
  installPeers(asked.only ?? Object.keys(VARIANTS), VARIANTS);
  servers.leaveServerCore();
  say(machine(servers.isPinned));
  const redis = await servers.benchRedis();
  try {
    const results = await measured({ ...asked, variants: VARIANTS, redis, servers });
    if (values.json) writeFileSync(values.json, `${JSON.stringify({ machine: machine(servers.isPinned), plan: asked.plan, ...results }, null, 2)}\n`);
  } finally {
    await redis.close();
  }
  say(`\nTook ${seconds(began)}.${values.quick ? ' A quick run: not to be quoted.' : ''}`);
}

function choices({ quick, only, parts, sizes, rounds }, variants) {
  const plan = PLANS[quick ? 'quick' : 'full'];
  const asked = { only: list(only), parts: list(parts) ?? PARTS, sizes: list(sizes)?.map(Number) ?? plan.sizes };
  const unknown = [...(asked.only ?? []).filter((key) => !(key in variants)), ...asked.parts.filter((part) => !PARTS.includes(part))];
  if (unknown.length) throw new Stop(`Nothing here is called ${unknown.join(', ')}.\n\n${HELP.trim()}`);
  if (asked.sizes.some((size) => !(size > 0))) throw new Stop('--sizes takes numbers of conversations.');
  return { ...asked, plan: { ...plan, ...(rounds && { rounds: Number(rounds) }) } };
}

function installPeers(keys, variants) {
  const peers = join(ROOT, 'bench/peers');
  if (!keys.some((key) => variants[key].installs) || existsSync(join(peers, 'node_modules'))) return;
  say('Installing what only the peers need, into bench/peers …');
  const { status, stderr } = spawnSync('npm', ['ci', '--prefix', peers], { cwd: ROOT, encoding: 'utf8' });
  if (status !== 0)
    throw new Stop(`npm ci --prefix bench/peers failed:\n${stderr}\nWithout the successor: npm run bench -- --only ${MAIN.join(',')}`);
}

const machine = (isPinned) =>
  `Node ${process.version}, ${cpus().length} cores (${cpus()[0]?.model ?? 'unknown'}), ${isPinned ? 'server pinned to one, load and Redis on the other' : 'not pinned: taskset is missing'}`;

/** Progress goes to one line of a terminal, and nowhere else. */
function note(text) {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${text}`);
}
function told(text) {
  note('');
  say(`\n${text}`);
}

async function measured({ only, parts, sizes, plan, variants, redis, servers }) {
  const { turnsReport, figuresReport } = await import('../bench/report.mjs');
  const { measureTurns } = await import('../bench/parts/turns.mjs');
  const results = { turns: [], far: [], figures: [] };
  const pick = (keys) => (only ?? keys).map((key) => [key, variants[key]]);
  for (const size of parts.includes('turns') ? sizes : []) {
    const rows = await measureTurns({
      variants: pick(size === ALL_AT ? Object.keys(variants) : MAIN),
      size,
      newRedis: servers.benchRedis,
      plan,
      note,
    });
    results.turns.push(...rows);
    told(turnsReport(`${size} conversations`, rows));
    if (rows.some(({ failed }) => failed)) process.exitCode = 1;
  }
  if (parts.includes('far')) {
    results.far = await measureTurns({ variants: pick(FAR), size: Math.min(...sizes, ALL_AT), newRedis: () => farRedis(servers), plan, note });
    told(turnsReport(`Redis ${FAR_MS} ms away, ${results.far[0].size ?? ALL_AT} conversations`, results.far));
    if (results.far.some(({ failed }) => failed)) process.exitCode = 1;
  }
  results.figures = await singles(parts, redis);
  if (results.figures.length) told(figuresReport(results.figures));
  return results;
}

async function singles(parts, redis) {
  const { firstReply, idleConversations } = await import('../bench/parts/singles.mjs');
  const { page } = await import('../bench/parts/page.mjs');
  const { webhookAnswers } = await import('../bench/parts/webhook.mjs');
  const { ledgerCost } = await import('../bench/purchase/ledger.mjs');
  const context = { redis, redisUrl: redis.url, note };
  return [
    ...(parts.includes('start') ? await firstReply(context) : []),
    ...(parts.includes('idle') ? await idleConversations(context) : []),
    ...(parts.includes('page') ? await page(context) : []),
    ...(parts.includes('webhook') ? await webhookAnswers(context) : []),
    ...(parts.includes('ledger') ? await ledgerCost(context) : []),
  ];
}

async function farRedis({ benchRedis }) {
  const redis = await benchRedis();
  const port = await listen(0);
  const child = spawn(process.execPath, [join(ROOT, 'bench/slow-redis.mjs'), `${port}`, `${redis.port}`, `${FAR_MS}`], { stdio: 'ignore' });
  guard(child);
  for (const url = `redis://127.0.0.1:${port}`; !(await ask(url, (client) => client.ping())););
  return {
    url: `redis://127.0.0.1:${port}`,
    close: async () => {
      child.kill();
      await redis.close();
    },
  };
}

const variantNames = Object.keys((await import('../bench/variants.mjs')).VARIANTS).join(', ');
await command(HELP.replace('{variants}', variantNames), OPTIONS, main);
