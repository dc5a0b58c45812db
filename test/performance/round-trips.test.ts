import { startWorld, type World } from '../support/app';
import { openChat } from '../support/chat';

let world: World;
beforeAll(async () => void (world = await startWorld()));
afterAll(() => world.close());

/** What nobody waits for: a typing sign, and the last good answer kept for a bad day. */
const ASIDE = new Set(['publish', 'set']);
/** By these a page of the log is known: whoever polls may come at any time. */
const PAGE_KEYS = 2;

test('a signed-in balance turn waits for Redis twice before the reply: once to accept, once to commit', async () => {
  const chat = await openChat(world.url, world.codeOf);
  await chat.send('saldo');
  await chat.hear(1);
  await chat.send('5555-0101');
  await chat.hear(1);
  await chat.send(await world.codeOf('5555-0101'));
  await chat.hear(2);
  await chat.send('saldo'); // scripts and clients have been used once
  await chat.hear(1);

  const commands = await commandsOf(async () => {
    await chat.send('saldo');
    expect((await chat.hear(1))[0]?.text).toContain('Q37.50');
  }, chat.conversationId);
  const committed = commands.findLastIndex(({ keys }) => keys > 5);
  const beforeReply = commands.slice(0, committed + 1).filter(({ name, keys }) => !ASIDE.has(name) && keys !== PAGE_KEYS);
  expect(beforeReply.map(({ name }) => name)).toEqual(['evalsha', 'evalsha']);
});

interface Command {
  readonly name: string;
  /** Of a script; a page of the log has two, accept and commit more. */
  readonly keys: number;
}

/** What was sent to Redis during `act`, scripts' own commands and the sweeper's glances left out. */
async function commandsOf(act: () => Promise<void>, conversation: string): Promise<Command[]> {
  const watching = await world.redis.client();
  const monitor = await watching.monitor();
  const commands: Command[] = [];
  monitor.on('monitor', (_time: string, args: string[], source: string) => {
    const [name = '', , keys = '0'] = args;
    const isScript = name.toLowerCase() === 'evalsha';
    const isSweep = isScript && !args.some((arg) => arg.includes(conversation));
    if (source !== 'lua' && !isSweep) commands.push({ name: name.toLowerCase(), keys: isScript ? Number(keys) : 0 });
  });
  await act();
  const end = Date.now() + 5_000;
  while (!commands.some(({ keys }) => keys === PAGE_KEYS) && Date.now() < end) await new Promise((resolve) => setTimeout(resolve, 10));
  monitor.disconnect();
  return commands;
}
