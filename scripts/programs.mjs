import { spawnSync } from 'node:child_process';
import { accessSync, constants, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { say, Stop } from './terminal.mjs';

/** Full path of the first of these programs that can be run, or undefined. A name with a slash is a path already. */
export function find(...names) {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const candidates = names.flatMap((name) => (name.includes('/') ? [name] : folders.map((folder) => join(folder, name))));
  return candidates.find(runs);
}

function runs(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * The program's path; when it is missing, Debian's package is installed if that is possible without asking anybody (as root, with
 * apt-get), else the one line to type is told.
 *
 * @param what what people call it, `package` Debian's name, `brew` what a Mac would type, `search` looks for it
 * @throws Stop when it is missing and cannot be installed from here
 */
export function need({ what, why, package: name, brew, search }) {
  const found = search();
  if (found) return found;
  if (process.getuid?.() !== 0 || !find('apt-get')) throw new Stop(`${what} is missing (${why}). Please type:\n\n  ${lineToType(name, brew)}\n`);
  say(`${what} is missing (${why}): installing Debian's package "${name}" with apt-get …`);
  install(name);
  const installed = search();
  if (!installed) throw new Stop(`apt-get installed "${name}", but ${what} is still not found.`);
  return installed;
}

function lineToType(name, brew) {
  if (process.platform === 'darwin') return `brew install ${brew}`;
  return find('apt-get') ? `sudo apt-get install -y ${name}` : `# install ${name} with this system's package manager`;
}

/** A fresh machine or image has no package lists, and a stale one may name files that are gone: both are cured by one update. */
function install(name) {
  const haveLists = listsExist();
  if (!haveLists) apt('update');
  if (aptInstall(name)) return;
  if (haveLists && apt('update') && aptInstall(name)) return;
  throw new Stop(`apt-get could not install "${name}". Please type:\n\n  apt-get update && apt-get install -y ${name}\n`);
}

function listsExist() {
  try {
    return readdirSync('/var/lib/apt/lists').some((file) => file.includes('_Packages'));
  } catch {
    return false;
  }
}

const aptInstall = (name) => apt('install', '-y', '--no-install-recommends', name);

/** A fresh machine may be installing its updates just now, and a network that is busy drops a download. */
const PATIENT = ['-o', 'DPkg::Lock::Timeout=300', '-o', 'Acquire::Retries=3'];

/** What apt-get says is shown only when it failed. */
function apt(...args) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const { status, stdout, stderr } = spawnSync('apt-get', ['-q', ...PATIENT, ...args], { env, encoding: 'utf8', maxBuffer: 64 << 20 });
  if (status !== 0) say(`${stdout}${stderr}`.trimEnd().split('\n').slice(-8).join('\n'));
  return status === 0;
}
