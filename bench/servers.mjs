import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { guard } from '../scripts/processes.mjs';
import { find } from '../scripts/programs.mjs';
import { ask, ensureRedisServer, listen } from '../scripts/redis.mjs';
import { ROOT, Stop } from '../scripts/terminal.mjs';

const START_MS = 60_000;
const STOP_MS = 10_000;
const PROBE = join(ROOT, 'bench/probe.cjs');
/** The measured server has a core of its own; load, connector and Redis share the other. */
const SERVER_CORE = '0';
const LOAD_CORE = '1';
const taskset = availableParallelism() > 1 ? find('taskset') : undefined;

export const isPinned = taskset !== undefined;

/** Moves this process, and all it starts from now on, off the server's core. */
export function leaveServerCore() {
  if (taskset) spawnSync(taskset, ['-a', '-c', '-p', LOAD_CORE, `${process.pid}`], { stdio: 'ignore' });
}

/** A Redis of this run alone, as production has it: append-only file, fsync every second. */
export async function benchRedis() {
  const program = ensureRedisServer();
  const dir = mkdtempSync(join(tmpdir(), 'bench-redis-'));
  const port = await listen(0);
  const own = ['--port', `${port}`, '--bind', '127.0.0.1', '--dir', dir, '--save', '', '--appendonly', 'yes', '--appendfsync', 'everysec'];
  const child = spawn(program, own, { stdio: 'ignore' });
  guard(child);
  const url = `redis://127.0.0.1:${port}`;
  for (const end = Date.now() + START_MS; (await ask(url, (redis) => redis.ping())) !== 'PONG'; await sleep(20)) {
    if (Date.now() > end) throw new Stop('redis-server did not start.');
  }
  return {
    ...{ url, port },
    ask: (question) => ask(url, question),
    async close() {
      child.kill('SIGKILL');
      if (child.exitCode === null) await once(child, 'exit');
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

/**
 * Starts a Node program on the server's core and waits until it listens.
 *
 * @returns {Promise<{port: number, startMs: number, ask: (what: 'cpu'|'memory'|'handles'|'late') => Promise<any>, failures: string[], stop: () => Promise<void>}>}
 */
export async function startServer({ program, env, nodeArgs = [], pinned = true, port: wanted }) {
  const port = wanted ?? (await listen(0));
  const args = [...nodeArgs, '--require', PROBE, join(ROOT, program)];
  const [command, ...all] = taskset && pinned ? [taskset, '-c', SERVER_CORE, process.execPath, ...args] : [process.execPath, ...args];
  const began = performance.now();
  const child = spawn(command, all, {
    cwd: ROOT,
    env: { ...environment(), ...env(port), PORT: `${port}` },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  guard(child);
  const failures = [];
  const answers = new Map();
  let words = '';
  child.stdout.resume();
  child.stderr.setEncoding('utf8').on('data', (text) => (words = `${words}${text}`.slice(-2_000)));
  child.on('message', ({ id, answer, failed }) => {
    if (failed) failures.push(failed);
    answers.get(id)?.(answer);
    answers.delete(id);
  });
  const ended = once(child, 'exit');
  await answering(port, child, () => words);
  let number = 0;
  return {
    ...{ port, failures, pid: child.pid, startMs: performance.now() - began },
    ask: (what) =>
      new Promise((resolve, reject) => {
        answers.set(++number, resolve);
        if (child.connected) child.send({ id: number, ask: what });
        else reject(new Error(`${program} has ended: ${words}`));
      }),
    async stop(signal = 'SIGTERM') {
      const late = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
      child.kill(signal);
      await ended;
      clearTimeout(late);
    },
  };
}

/** Nothing of this shell that would make one run unlike another. */
const environment = () => ({ PATH: process.env.PATH, HOME: process.env.HOME, NODE_NO_WARNINGS: '1' });

async function answering(port, child, words) {
  for (const end = Date.now() + START_MS; ; await sleep(5)) {
    const isThere = await fetch(`http://127.0.0.1:${port}/`).then(
      () => true,
      () => false,
    );
    if (isThere) return;
    if (child.exitCode !== null || Date.now() > end) throw new Stop(`A server did not start: ${words()}`);
  }
}

const secret = () => randomBytes(32).toString('base64url');

/** All that the product asks of an environment; nothing in the measured conversation needs the operator. */
export function ourEnvironment(redisUrl, more = {}) {
  const nowhere = 'http://127.0.0.1:9';
  const own = { TOKEN_SECRET: secret(), STATE_SECRET: secret(), OTP_PEPPER: secret(), SMS_REPORT_TOKEN: secret() };
  const all = {
    ...{ NODE_ENV: 'production', LOG_LEVEL: 'info', REDIS_URL: redisUrl, LEDGER_DURABILITY: 'everysec-accepted', ...own },
    ...{ PUBLIC_URL: 'https://bench.example', CARE_CONTACT_ES: 'Llama al 611.', ASSETS_DIR: join(ROOT, 'dist/web') },
    ...{ TMF_BASE_URL: nowhere, OAUTH_TOKEN_URL: nowhere, OAUTH_CLIENT_ID: 'bench', OAUTH_CLIENT_SECRET: 'bench' },
    ...{ SMS_URL: nowhere, SMS_USER: 'bench', SMS_PASSWORD: 'bench', SMS_REPORT_URL: nowhere },
    ...more,
  };
  return { secret: own.TOKEN_SECRET, env: () => all };
}

export const peersFolder = join(dirname(PROBE), 'peers');
