import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync, statSync, truncateSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { connectRedis, type RedisConnection } from '../../src/state/redis';
import { until } from './until';

/** A redis-server of a test's own: a free port, a folder of its own, append-only files. It dies with the test's process. */
export interface TestRedis {
  readonly url: string;
  readonly port: number;
  /** A plain client, connected; closed by {@link TestRedis.close}. */
  client(): Promise<Redis>;
  /** A connection as the product makes it, but for its patience, ready; closed by {@link TestRedis.close}. */
  connection(commandMs?: number): Promise<RedisConnection>;
  /** SIGKILL unless told otherwise. The data stays for the next {@link TestRedis.start}. */
  stop(signal?: NodeJS.Signals): Promise<void>;
  start(): Promise<void>;
  /** Stopped: takes the last bytes off its append-only file, as a power loss would. */
  truncate(bytes: number): void;
  /** Alive, but answering nothing. */
  freeze(): void;
  thaw(): void;
  /** The end: clients, server and data. */
  close(): Promise<void>;
}

/** @param options.args more arguments for redis-server; `--appendonly yes` and `everysec` are given */
export async function startRedis({ args = [] }: { args?: readonly string[] } = {}): Promise<TestRedis> {
  const port = await freePort();
  const url = `redis://127.0.0.1:${port}`;
  const dir = mkdtempSync(join(tmpdir(), 'redis-'));
  const closing: (() => void)[] = [];
  let server: Running | undefined;
  const redis: TestRedis = {
    url,
    port,
    client: async () => {
      const client = new Redis(url, { disconnectTimeout: 100 });
      client.on('error', () => {});
      closing.push(() => client.disconnect());
      await client.ping();
      return client;
    },
    connection: async (commandMs = PATIENT_MS) => {
      const connection = connectRedis(url, undefined, commandMs);
      closing.push(connection.close);
      await connection.ready();
      return connection;
    },
    start: async () => {
      server ??= run(port, dir, args);
      await answering(url);
    },
    stop: async (signal = 'SIGKILL') => {
      await server?.stop(signal);
      server = undefined;
    },
    truncate: (bytes) => {
      const folder = join(dir, 'appendonlydir');
      const last = readdirSync(folder).find((name) => name.endsWith('.incr.aof'));
      if (last !== undefined) truncateSync(join(folder, last), Math.max(0, statSync(join(folder, last)).size - bytes));
    },
    freeze: () => void server?.child.kill('SIGSTOP'),
    thaw: () => void server?.child.kill('SIGCONT'),
    close: async () => {
      closing.splice(0).forEach((close) => close());
      await redis.stop();
      rmSync(dir, { recursive: true, force: true });
    },
  };
  await redis.start();
  return redis;
}

interface Running {
  readonly child: ChildProcess;
  stop(signal: NodeJS.Signals): Promise<void>;
}

function run(port: number, dir: string, args: readonly string[]): Running {
  const own = ['--port', `${port}`, '--bind', '127.0.0.1', '--dir', dir, '--save', '', '--appendonly', 'yes', '--appendfsync', 'everysec'];
  const child = spawn('redis-server', [...own, ...args], { stdio: 'ignore' });
  // However this process ends, the pipe closes with it, and the guard tidies up.
  const guard = spawn('sh', ['-c', 'cat; kill -9 "$0"; rm -rf "$1"', `${child.pid}`, dir], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  });
  child.unref();
  guard.unref();
  if (guard.stdin && 'unref' in guard.stdin && typeof guard.stdin.unref === 'function') guard.stdin.unref();
  return {
    child,
    stop: async (signal) => {
      guard.kill('SIGKILL');
      guard.stdin?.destroy(); // its `cat` outlives it, until the pipe is closed
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = once(child, 'exit');
      child.kill(signal);
      if (signal !== 'SIGKILL') child.kill('SIGCONT');
      await gone;
    },
  };
}

/** On a slow machine Redis takes longer than half a second to answer. */
export const PATIENT_MS = 10_000;

/** A server that has just started may still be reading its files. */
async function answering(url: string): Promise<void> {
  const client = new Redis(url, { retryStrategy: () => 20, maxRetriesPerRequest: null });
  client.on('error', () => {});
  await until(async () => (await client.ping().catch(() => '')) === 'PONG', 'redis-server starts');
  client.disconnect();
}

/**
 * Ports are handed out below those that the system gives to whoever asks for any: between here and the server that gets one, also while that
 * server is stopped, nobody else comes upon it. A node of a Redis Cluster needs the one 10,000 higher too: nothing is handed out there.
 */
const PORTS = { first: 12_000, count: 10_000, workers: 8 } as const;
const MINE = PORTS.count / PORTS.workers;
/** Test files that run at the same time have ports of their own. */
const worker = Number(process.env['JEST_WORKER_ID'] ?? 0) % PORTS.workers;
let next = Math.floor(Math.random() * MINE);

/** A port of 127.0.0.1 that nobody listens on, another one at each call. */
export async function freePort(): Promise<number> {
  for (let tries = 0; tries < MINE; tries++) {
    const port = PORTS.first + worker * MINE + (next++ % MINE);
    if (await isFree(port)) return port;
  }
  throw new Error('no port is free');
}

async function isFree(port: number): Promise<boolean> {
  const probe = createServer().listen(port, '127.0.0.1');
  const isListening = await once(probe, 'listening').then(
    () => true,
    () => false,
  );
  if (isListening) await once(probe.close(), 'close');
  return isListening;
}
