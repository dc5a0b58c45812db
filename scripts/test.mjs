import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from './build.mjs';
import { ensureChromium } from './chromium.mjs';
import { ensureRedisServer } from './redis.mjs';
import { command, ROOT, say } from './terminal.mjs';

const HELP = `
npm test [-- <jest's arguments>]

Builds, makes sure of redis-server and Chromium, and runs the tests: all, or those that jest's arguments choose
(npm test -- test/state -t fence). Prints what failed, and at the end one line: N passed, N failed.

  CHROME_PATH       the Chromium to use
  CHROMIUM_SLOWER   how many times slower its pages run, as on a slow machine; 1 where nothing is said`;

/** Every test starts what it needs; a Redis that somebody works with, or a setting of theirs, must not reach it. */
const NOT_PASSED_ON = ['REDIS_URL', 'LEDGER_REDIS_URL', 'OPERATOR_COUNTRY', 'PORT', 'SANDBOX_PORT'];

async function main(jestArguments) {
  const folder = mkdtempSync(join(tmpdir(), 'test-totals-'));
  const file = join(folder, 'totals.json');
  try {
    await build();
    ensureRedisServer();
    const code = await jest(jestArguments, { CHROME_PATH: ensureChromium(), TEST_TOTALS: file });
    conclude(code, read(file));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Resolves to jest's exit code. */
function jest(jestArguments, ours) {
  const env = Object.fromEntries(Object.entries({ ...process.env, ...ours }).filter(([name]) => !NOT_PASSED_ON.includes(name)));
  const args = ['--config', 'jest.config.cjs', ...jestArguments, '--reporters', join(ROOT, 'scripts/jest-reporter.mjs')];
  const child = spawn(process.execPath, [join(ROOT, 'node_modules/jest/bin/jest.js'), ...args], { cwd: ROOT, env, stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  return new Promise((resolve) => child.once('exit', (code) => resolve(code ?? 1)));
}

function read(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

/** Jest that ended without a count has failed, whatever it says; so has a run of no test. */
function conclude(code, totals) {
  const { passed, failed } = totals ?? { passed: 0, failed: 1 };
  const silent = code !== 0 && failed === 0 ? 1 : 0;
  say(`${passed} passed, ${failed + silent} failed`);
  process.exitCode = code || failed || !passed ? 1 : 0;
}

const args = process.argv.slice(2);
const wantsHelp = args.some((arg) => arg === '--help' || arg === '-h');
await command(HELP, {}, () => main(args), wantsHelp ? ['--help'] : []);
