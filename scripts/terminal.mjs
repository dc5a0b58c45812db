import { parseArgs } from 'node:util';
import { join, resolve } from 'node:path';

/** The folder of the project, wherever it was started from. */
export const ROOT = resolve(import.meta.dirname, '..');
/** Everything that a start remembers: Redis, the sandbox's books, secrets, logs. Never in git. */
export const DATA = join(ROOT, '.data');

/** A reason to stop that a person can act on: said without a stack. */
export class Stop extends Error {}

export const say = (text = '') => void process.stdout.write(`${text}\n`);
export const complain = (text) => void process.stderr.write(`${text}\n`);

/**
 * Runs a command's `main` with its options read; `--help` prints `help` instead.
 * A {@link Stop} becomes its message and exit code 1.
 */
export async function command(help, options, main, args = process.argv.slice(2)) {
  const { values, wrong } = read(args, { ...options, help: { type: 'boolean', short: 'h' } });
  if (wrong) return fail(`${wrong}\n\n${help.trim()}`);
  if (values.help) return say(help.trim());
  try {
    await main(values);
  } catch (error) {
    fail(error instanceof Stop ? error.message : String(error?.stack ?? error));
  }
}

function read(args, options) {
  try {
    return { values: parseArgs({ args, options }).values };
  } catch (error) {
    return { wrong: error.message };
  }
}

function fail(text) {
  complain(text);
  process.exitCode = 1;
}

export const seconds = (sinceMs) => `${((performance.now() - sinceMs) / 1000).toFixed(1)} s`;
