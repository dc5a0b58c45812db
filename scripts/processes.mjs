import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, mkdirSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { ROOT } from './terminal.mjs';

const LOG_LIMIT_BYTES = 10 << 20;

export function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/**
 * However this process ends, kill -9 too, the child is asked to end: the pipe to the guard closes with us. The guard ends with the child, so
 * that it never signals another process of the same number.
 */
export function guard(child) {
  const script = 'read -r _; kill -TERM "$0"';
  const watcher = spawn('sh', ['-c', script, `${child.pid}`], { stdio: ['pipe', 'ignore', 'ignore'], detached: true });
  watcher.unref();
  watcher.stdin.on('error', () => {});
  watcher.stdin.unref?.();
  child.once('exit', () => watcher.kill('SIGKILL'));
}

/** The end of a log, to be shown when its process died; nothing of what stands before `fromByte`. */
export function lastLines(file, fromByte = 0, count = 15) {
  try {
    return readFileSync(file).subarray(fromByte).toString('utf8').trimEnd().split('\n').slice(-count).join('\n');
  } catch {
    return '';
  }
}

/**
 * Starts a Node program in a process group of its own (so that Ctrl-C in the terminal reaches only us, and we choose the order), with its
 * output in a log file and, when `verbose`, on the terminal too.
 *
 * @returns {{name: string, lastWords: () => string, ended: Promise<string>, stop: (withinMs: number) => Promise<void>, kill: () => void}}
 *   `ended` resolves to how it ended
 */
export function run(name, script, { env, log, verbose = false }) {
  rotate(log);
  const from = sizeOf(log);
  const output = verbose ? 'pipe' : openLog(log);
  const child = spawn(process.execPath, ['--enable-source-maps', script], {
    cwd: ROOT,
    env,
    detached: true,
    stdio: ['ignore', output, output],
  });
  guard(child);
  if (verbose) tee(child, log);
  let living = true;
  const ended = once(child, 'exit').then(([code, signal]) => {
    living = false;
    return signal ? `was ended by ${signal}` : `ended with code ${code}`;
  });
  const send = (signal) => void (living && child.kill(signal));
  const stop = async (withinMs) => {
    send('SIGTERM');
    const late = setTimeout(send, withinMs, 'SIGKILL');
    await ended;
    clearTimeout(late);
  };
  return { name, lastWords: () => lastLines(log, from), ended, stop, kill: () => send('SIGKILL') };
}

const sizeOf = (file) => statSync(file, { throwIfNoEntry: false })?.size ?? 0;

/** A log that has grown large is set aside, and the one set aside before is dropped. */
function rotate(file) {
  if (sizeOf(file) > LOG_LIMIT_BYTES) renameSync(file, `${file}.1`);
}

function openLog(file) {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  return openSync(file, 'a', 0o600);
}

function tee(child, log) {
  const file = createWriteStream('', { fd: openLog(log) });
  for (const stream of [child.stdout, child.stderr]) {
    stream.pipe(file, { end: false });
    stream.pipe(process.stdout, { end: false });
  }
}
