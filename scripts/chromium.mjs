import { spawnSync } from 'node:child_process';
import { find, need } from './programs.mjs';
import { command, say, Stop } from './terminal.mjs';

const NAMES = [
  '/usr/bin/chromium',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/**
 * Path of a Chromium for the browser tests: `CHROME_PATH`, else one that is installed, else Debian's, installed now.
 * @throws Stop when there is none
 */
export function ensureChromium() {
  const chosen = process.env.CHROME_PATH;
  if (!chosen)
    return need({
      what: 'Chromium',
      why: 'the browser tests use it',
      package: 'chromium',
      brew: '--cask chromium',
      search: () => find(...NAMES),
    });
  const found = find(chosen);
  if (!found) throw new Stop(`CHROME_PATH is ${chosen}, and there is no program there.`);
  return found;
}

const HELP = `
node scripts/chromium.mjs

Makes sure of a Chromium for the browser tests and prints its path and version.
  CHROME_PATH   the one to use; else an installed one; else Debian's package, installed by apt-get when run as root`;

if (import.meta.filename === process.argv[1]) {
  await command(HELP, {}, () => {
    const path = ensureChromium();
    say(`${path}: ${spawnSync(path, ['--version'], { encoding: 'utf8' }).stdout.trim()}`);
  });
}
