import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { command, ROOT, say, seconds } from './terminal.mjs';

const AT_ONCE = 2;
const CACHE = join(ROOT, 'node_modules/.cache/check');

/** [name, program inside node_modules or of ours, its arguments]; the slow ones first. */
const CHECKS = [
  ['lint', 'eslint/bin/eslint.js', ['.', '--max-warnings', '0']],
  ['types', 'typescript/bin/tsc', tsc('tsconfig.json', 'types')],
  ['types of the pages', 'typescript/bin/tsc', tsc('tsconfig.web.json', 'types-web')],
  ['format', 'prettier/bin/prettier.cjs', ['--check', '--log-level', 'warn', '.']],
  ['imports', 'dependency-cruiser/bin/dependency-cruise.mjs', ['src', '--output-type', 'err']],
  ['unused code', 'knip/bin/knip.js', ['--no-progress']],
  ['drawn dialogs', '../scripts/dialogs.mjs', ['--check']],
];

/** What it remembers stands outside dist: a check must not look like a build. */
function tsc(project, name) {
  return ['--project', project, '--noEmit', '--incremental', '--tsBuildInfoFile', join(CACHE, `${name}.tsbuildinfo`)];
}

const HELP = `
npm run check

Types, lint, format, import rules, unused code, and whether docs/dialogs.md is up to date, two at a time: one line for each, and in full what those say that failed.`;

async function main() {
  mkdirSync(CACHE, { recursive: true });
  const queue = [...CHECKS];
  const failures = [];
  const worker = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) if (!(await check(next))) failures.push(next[0]);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  if (failures.length) process.exitCode = 1;
}

/** Resolves to whether it passed. */
async function check([name, program, args]) {
  const began = performance.now();
  const { code, output } = await run(join(ROOT, 'node_modules', program), args);
  say(`${code === 0 ? 'ok  ' : 'FAIL'}  ${name.padEnd(20)} ${seconds(began)}`);
  if (code !== 0) say(`\n${output.trim()}\n`);
  return code === 0;
}

function run(program, args) {
  const child = spawn(process.execPath, [program, ...args], { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (output += text));
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, output })));
}

await command(HELP, {}, main);
