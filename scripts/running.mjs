import { closeSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isAlive } from './processes.mjs';
import { DATA, Stop } from './terminal.mjs';

const NOTE = join(DATA, 'start.json');

/** What `npm start` runs here now: {pid, bot, sandbox, redis, own}, or undefined. The last four are known once it is ready. */
export function runningStart() {
  const note = read();
  return note && isAlive(note.pid) && isStart(note.pid) ? note : undefined;
}

function read() {
  try {
    return JSON.parse(readFileSync(NOTE, 'utf8'));
  } catch {
    return undefined;
  }
}

/** After a restart of the machine the number may be another program's. */
function isStart(pid) {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('start.mjs');
  } catch {
    return true;
  }
}

/**
 * Says that `.data` is ours from now on. Two starts on one folder would spoil each other's books.
 * @returns how to add what is known later, and how to give the folder back
 * @throws Stop when another start has it
 */
export function claimData() {
  const other = runningStart();
  if (other) throw new Stop(`It runs here already (process ${other.pid}${other.bot ? `, ${other.bot}` : ''}). Stop that one first with Ctrl-C.`);
  mkdirSync(DATA, { recursive: true, mode: 0o700 });
  rmSync(NOTE, { force: true });
  try {
    closeSync(openSync(NOTE, 'wx', 0o600));
  } catch {
    throw new Stop('Another start began at the same moment.');
  }
  const note = (known) => writeFileSync(NOTE, JSON.stringify({ pid: process.pid, ...known }));
  note({});
  return { note, release: () => rmSync(NOTE, { force: true }) };
}
