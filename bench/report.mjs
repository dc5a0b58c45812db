import { paired, table } from './figures.mjs';

const HEAD = ['what handles the turn', 'CPU ms/turn', 'min–max', 'turns/s', 'used', 'at turns/s', 'p50 ms', 'p99 ms', 'p99.9 ms'];
const OURS = ['http', 'socket', 'messenger', 'messages', 'messages-inline'];

/** One table of a number of conversations, and how ours compares with every peer that holds the same conversation. */
export function turnsReport(title, all) {
  const results = all.filter(({ failed }) => failed === undefined);
  const failures = all.filter(({ failed }) => failed !== undefined).map(({ name, failed }) => `NOT MEASURED: ${name}: ${failed}`);
  const rows = results.map(({ name, cpu, cpuPerTurn, perSecond, used, isBusy, latency }) => [
    name,
    cpuPerTurn.toFixed(3),
    `${Math.min(...cpu).toFixed(3)}–${Math.max(...cpu).toFixed(3)}`,
    `${Math.round(perSecond)}${isBusy ? '' : ' *'}`,
    used.toFixed(2),
    Math.round(latency.perSecond),
    ...[latency.p50, latency.p99, latency.p999].map((ms) => ms.toFixed(1)),
  ]);
  const note = results.every(({ isBusy }) => isBusy)
    ? []
    : ['* not valid as turns/s: the server used less than 0.95 of its core, and waited for the load'];
  return [title, '', table(HEAD, rows), ...note, ...failures, ...ratios(results)].join('\n');
}

function ratios(results) {
  const mine = results.filter(({ key }) => OURS.includes(key));
  const theirs = results.filter(({ key, replies }) => !OURS.includes(key) && replies > 1);
  const rows = theirs.map((peer) => [
    peer.name,
    ...mine.map((own) => {
      const [least, middle, most] = paired(peer.cpu, own.cpu).map((ratio) => ratio.toFixed(2));
      return `${middle} (${least}–${most})`;
    }),
  ]);
  return mine.length && rows.length ? ['', table(['CPU of a turn: peer / ours, paired', ...mine.map(({ name }) => name)], rows)] : [];
}

/** Single figures, with the goal they are held against. */
export const figuresReport = (figures) =>
  table(
    ['figure', 'measured', 'goal', ''],
    figures.map(({ what, value, unit, most }) => [what, `${value} ${unit}`, most === undefined ? '' : `≤ ${most} ${unit}`, verdict(value, most)]),
  );

const verdict = (value, most) => (most === undefined ? '' : value <= most ? 'met' : 'MISSED');
