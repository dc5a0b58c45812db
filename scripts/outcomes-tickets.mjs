import { readFileSync } from 'node:fs';
import { Stop } from './terminal.mjs';

/** Tickets of a file with one JSON object a line; all of them or none. @throws Stop naming the first line that is none */
export function ticketsIn(path) {
  const lines = text(path).split('\n');
  return lines.flatMap((line, at) => (line.trim() === '' ? [] : [ticketIn(line, `${path}, line ${at + 1}`)]));
}

function text(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new Stop(`${path} cannot be read: ${error.code ?? error.message}.`);
  }
}

function ticketIn(line, where) {
  const found = parsed(line, where);
  const word = (name, fits) => {
    const value = found[name];
    if (value === undefined) return undefined;
    if (!fits.test(String(value))) throw new Stop(`${where}: "${name}" is not what it must be.`);
    return String(value);
  };
  const needed = (name, fits) => {
    const value = word(name, fits);
    if (value === undefined) throw new Stop(`${where}: there is no "${name}".`);
    return value;
  };
  const at = Date.parse(needed('at', /^\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:?\d\d)$/));
  if (Number.isNaN(at)) throw new Stop(`${where}: "at" is no moment.`);
  const [mobile, contract] = [word('line', /^\+?\d{8,15}$/)?.replace('+', ''), word('contract', /^[\w-]{3,40}$/)];
  if (mobile === undefined && contract === undefined) throw new Stop(`${where}: there is neither "line" nor "contract".`);
  const name = /^[a-z][a-z-]{1,39}$/;
  return { ticket: needed('ticket', /^[\w-]{1,40}$/), line: mobile, contract, at, topic: needed('topic', name), channel: needed('channel', name) };
}

function parsed(line, where) {
  try {
    const found = JSON.parse(line);
    if (typeof found === 'object' && found !== null && !Array.isArray(found)) return found;
  } catch {
    // told below
  }
  throw new Stop(`${where}: this is no JSON object.`);
}
