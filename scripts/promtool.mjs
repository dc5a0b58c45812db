import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { find } from './programs.mjs';
import { command, DATA, say, Stop } from './terminal.mjs';

const TOOLS = join(DATA, 'tools');
const UNPACKED = join(TOOLS, 'prometheus', 'usr', 'bin', 'promtool');

/**
 * Path of promtool, which tests the alert rules: `PROMTOOL`, else one that is installed, else the one of Debian's package "prometheus", which is
 * downloaded and unpacked under `.data/tools`, not installed: a server that starts by itself is more than a test may bring along.
 *
 * @throws Stop when there is none and it cannot be had from here
 */
export function ensurePromtool() {
  return find(process.env.PROMTOOL ?? 'promtool', 'promtool', UNPACKED) ?? unpacked();
}

function unpacked() {
  if (!find('apt-get') || !find('dpkg-deb'))
    throw new Stop('promtool is missing (it tests the alert rules). Please install Prometheus, or set PROMTOOL.');
  mkdirSync(TOOLS, { recursive: true });
  const dir = mkdtempSync(join(TOOLS, 'download-'));
  try {
    if (!download(dir)) {
      run('apt-get', ['-q', 'update']);
      if (!download(dir)) throw new Stop('apt-get could not download "prometheus", whose promtool tests the alert rules.');
    }
    const [file] = readdirSync(dir);
    run('dpkg-deb', ['-x', join(dir, file), join(TOOLS, 'prometheus')]);
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
  return UNPACKED;
}

const download = (cwd) => run('apt-get', ['-q', 'download', 'prometheus'], cwd) && readdirSync(cwd).some((file) => file.endsWith('.deb'));
const run = (program, args, cwd) => spawnSync(program, args, { cwd, encoding: 'utf8' }).status === 0;

const HELP = `
node scripts/promtool.mjs

Makes sure of a promtool for the tests of the alert rules and prints its path.
  PROMTOOL   the one to use; else an installed one; else Debian's, unpacked under .data/tools`;

if (import.meta.filename === process.argv[1]) await command(HELP, {}, async () => say(ensurePromtool()));
