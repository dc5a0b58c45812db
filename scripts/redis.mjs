import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { guard, isAlive, lastLines } from './processes.mjs';
import { need, find } from './programs.mjs';
import { command, DATA, say, Stop } from './terminal.mjs';

/** The oldest Redis whose commands the scripts of the mailbox use. */
const OLDEST = [6, 2];
/** A large append-only file is read before the first answer. */
const START_MS = 60_000;
const STOP_MS = 15_000;
const CHECK_MS = 500;
/** A Redis that is asked whether it is there may be slow to say so. */
const BUSY_MS = 20_000;

const NOTE = join(DATA, 'redis.json');
export const REDIS_DIR = join(DATA, 'redis');
const LOG = join(DATA, 'log', 'redis.log');

/** Path of a redis-server that is new enough. @throws Stop when there is none and it cannot be installed from here */
export function ensureRedisServer() {
  const path = need({
    what: 'redis-server',
    why: 'conversations are kept in it',
    package: 'redis-server',
    brew: 'redis',
    search: () => find('redis-server'),
  });
  const said = spawnSync(path, ['--version'], { encoding: 'utf8' }).stdout ?? '';
  refuseOld(/v=(\S+)/.exec(said)?.[1], path);
  return path;
}

function refuseOld(version, where) {
  const [major = 0, minor = 0] = (version ?? '').split('.').map(Number);
  const old = major < OLDEST[0] || (major === OLDEST[0] && minor < OLDEST[1]);
  if (old) throw new Stop(`${where} is Redis ${version ?? 'of an unknown version'}; it must be ${OLDEST.join('.')} or newer.`);
}

/**
 * Makes sure of a Redis that answers: `REDIS_URL`, else the private one of `.data/`, started now unless it already runs.
 * `own` tells which; `stop` ends a private one (its files are complete then) and leaves any other alone.
 *
 * @returns {Promise<{url: string, own: boolean, adopted: boolean, pid?: number, stop: () => Promise<void>, kill: () => void}>}
 */
export async function startRedis() {
  const given = process.env.REDIS_URL;
  if (given) return useGiven(given);
  const running = await runningRedis();
  if (running) return { ...running, own: true, adopted: true, ...endings(running) };
  const started = await startPrivate(ensureRedisServer());
  return { ...started, own: true, adopted: false, ...endings(started) };
}

async function useGiven(url) {
  const shown = withoutPassword(url);
  const info = await ask(url.split(',')[0].trim(), (redis) => redis.info('server'));
  if (info === undefined) throw new Stop(`REDIS_URL is set, and the Redis at ${shown} does not answer.`);
  refuseOld(/^redis_version:(\S+)/m.exec(info)?.[1], shown);
  return { url, own: false, adopted: true, stop: async () => {}, kill: () => {} };
}

/** An address that may be shown: without its password. */
export const withoutPassword = (url) => url.replace(/\/\/[^@/]*@/g, '//');

/** The private Redis, when it runs: {url, pid}. One that is only slow to answer runs too: a second one would write into the same files. */
export async function runningRedis() {
  const note = readNote();
  for (const end = Date.now() + BUSY_MS; note && isAlive(note.pid); await sleep(100)) {
    if (await answers(note.url)) return note;
    if (Date.now() > end || (await listen(note.port)) !== undefined) return undefined;
  }
  return undefined;
}

function readNote() {
  try {
    return JSON.parse(readFileSync(NOTE, 'utf8'));
  } catch {
    return undefined;
  }
}

async function startPrivate(program) {
  mkdirSync(REDIS_DIR, { recursive: true, mode: 0o700 });
  mkdirSync(join(DATA, 'log'), { recursive: true, mode: 0o700 });
  const port = await freePort(readNote()?.port);
  const password = randomBytes(32).toString('base64url');
  const conf = join(REDIS_DIR, 'redis.conf');
  // In a file, not among the arguments: those can be read by everybody on the machine.
  writeFileSync(conf, settings(port, password), { mode: 0o600 });
  const child = spawn(program, [conf], { stdio: 'ignore', detached: true });
  child.unref();
  guard(child);
  const note = { url: `redis://default:${password}@127.0.0.1:${port}`, port, pid: child.pid };
  writeFileSync(NOTE, JSON.stringify(note), { mode: 0o600 });
  await answering(note);
  return note;
}

const settings = (port, password) => `# Written at every start.
bind 127.0.0.1
port ${port}
requirepass ${password}
dir "${REDIS_DIR}"
logfile "${LOG}"
appendonly yes
appendfsync always
save ""
maxmemory-policy noeviction
`;

async function answering({ url, pid }) {
  for (const end = Date.now() + START_MS; !(await answers(url)); await sleep(30)) {
    if (!isAlive(pid)) throw new Stop(`redis-server ended while starting:\n${lastLines(LOG)}`);
    if (Date.now() > end) throw new Stop(`redis-server did not answer within ${START_MS / 1000} s; see ${LOG}.`);
  }
}

const endings = ({ url, pid }) => ({
  stop: async () => {
    await ask(url, (redis) => redis.shutdown());
    for (const end = Date.now() + STOP_MS; isAlive(pid) && Date.now() < end;) await sleep(20);
    if (isAlive(pid)) process.kill(pid, 'SIGKILL');
  },
  kill: () => isAlive(pid) && process.kill(pid, 'SIGKILL'),
});

/** @returns a promise that rejects when the private Redis ends. It may be of an earlier start, no child of ours: so it is looked at. */
export function whenRedisDied({ pid }) {
  const died = new Promise((_, reject) => {
    const look = () => {
      if (isAlive(pid)) return;
      clearInterval(watch);
      reject(new Stop(`The private Redis ended. Its last words, in ${LOG}:\n\n${lastLines(LOG)}`));
    };
    const watch = setInterval(look, CHECK_MS).unref();
  });
  died.catch(() => {});
  return died;
}

const answers = async (url) => (await ask(url, (redis) => redis.ping())) === 'PONG';

/** One question over a connection of its own; undefined when nobody answers. */
export async function ask(url, question) {
  const redis = new Redis(url, { retryStrategy: () => null, maxRetriesPerRequest: 0, connectTimeout: 2000, lazyConnect: true });
  redis.on('error', () => {});
  try {
    await redis.connect();
    return await question(redis);
  } catch {
    return undefined;
  } finally {
    redis.disconnect();
  }
}

/** `wanted` when nobody listens there, else any free one. */
async function freePort(wanted) {
  const remembered = wanted ? await listen(wanted) : undefined;
  return remembered ?? (await listen(0));
}

/** The port, or undefined when it is taken. */
export const listen = (port, host = '127.0.0.1') =>
  new Promise((resolve) => {
    const probe = createServer().once('error', () => resolve(undefined));
    probe.listen(port, host, () => {
      const chosen = probe.address().port;
      probe.close(() => resolve(chosen));
    });
  });

/** Forgets the private Redis' data. It must not run. */
export function removeRedis() {
  rmSync(REDIS_DIR, { recursive: true, force: true });
  rmSync(NOTE, { force: true });
}

const HELP = `
node scripts/redis.mjs

Makes sure of the redis-server program (6.2 or newer) and prints its path. \`npm start\` runs it with files under .data/redis.
  REDIS_URL   use this Redis instead: redis://user:password@host:port, or the nodes of a cluster, separated by commas`;

if (import.meta.filename === process.argv[1]) await command(HELP, {}, () => say(ensureRedisServer()));
