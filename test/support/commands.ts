import { randomUUID } from 'node:crypto';
import type { World } from './app';

interface Command {
  readonly name: string;
  /** Of a script; a page of the log has two, accept and commit more. */
  readonly keys: number;
}

/** By these a page of the log is known: whoever polls may come at any time. */
export const PAGE_KEYS = 2;

/** What was sent to Redis during `act`; scripts' own commands, other conversations' scripts and the sweeper's glances left out. */
export async function commandsOf(world: Pick<World, 'redis'>, conversation: string, act: () => Promise<void>): Promise<readonly Command[]> {
  const watching = await world.redis.client();
  const monitor = await watching.monitor();
  const commands: Command[] = [];
  const mark = randomUUID();
  const isOver = new Promise<void>((resolve) => {
    monitor.on('monitor', (_time: string, args: string[], source: string) => {
      const [name = '', first, keys = '0'] = args;
      if (first === mark) return resolve();
      const isScript = name.toLowerCase() === 'evalsha';
      const isOthers = isScript && !args.some((arg) => arg.includes(conversation));
      if (source !== 'lua' && !isOthers) commands.push({ name: name.toLowerCase(), keys: isScript ? Number(keys) : 0 });
    });
  });
  await act();
  await watching.echo(mark); // what Redis did before this, it has told before this
  await isOver;
  monitor.disconnect();
  return commands;
}
