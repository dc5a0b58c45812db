import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { connect } from 'node:net';
import { createInterface } from 'node:readline';
import type { World } from './app';

interface Command {
  readonly name: string;
  /** Of a script; a page of the log has two, accept and commit more. */
  readonly keys: number;
}

/** By these a page of the log is known: whoever polls may come at any time. */
export const PAGE_KEYS = 2;

const LINE = /^\+[\d.]+ \[\d+ (\S+)\] (.*)$/;
const ARGUMENT = /"((?:[^"\\]|\\.)*)"/g;

/**
 * All that a Redis is asked, line by line, from when this resolves. By a socket of our own: the client library takes a line for an answer where it comes
 * in one piece with the OK of MONITOR.
 */
async function watch(url: string, tell: (source: string, args: readonly string[]) => void): Promise<{ readonly close: () => void }> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  const lines = createInterface({ input: socket });
  const isOn = once(lines, 'line'); // OK
  lines.on('line', (line: string) => {
    const [, source, said] = LINE.exec(line) ?? [];
    const args = [...(said ?? '').matchAll(ARGUMENT)].map(([, arg = '']) => arg);
    if (source !== undefined) tell(source, args);
  });
  socket.write('MONITOR\r\n');
  await isOn;
  return { close: () => void socket.destroy() };
}

/** What was sent to Redis during `act`; scripts' own commands, other conversations' scripts and the sweeper's glances left out. */
export async function commandsOf(world: Pick<World, 'redis'>, conversation: string, act: () => Promise<void>): Promise<readonly Command[]> {
  const watching = await world.redis.client();
  const commands: Command[] = [];
  const mark = randomUUID();
  let over = (): void => undefined;
  const isOver = new Promise<void>((resolve) => (over = resolve));
  const monitor = await watch(world.redis.url, (source, args) => {
    const [name = '', first, keys = '0'] = args;
    if (first === mark) return over();
    const isScript = name.toLowerCase() === 'evalsha';
    const isOthers = isScript && !args.some((arg) => arg.includes(conversation));
    if (source !== 'lua' && !isOthers) commands.push({ name: name.toLowerCase(), keys: isScript ? Number(keys) : 0 });
  });
  await act();
  await watching.echo(mark); // what Redis did before this, it has told before this
  await isOver;
  monitor.close();
  return commands;
}
