import { startWorld, type World } from '../support/app';
import { openChat } from '../support/chat';
import { commandsOf, PAGE_KEYS } from '../support/commands';

let world: World;
beforeAll(async () => void (world = await startWorld()));
afterAll(() => world.close());

/** What nobody waits for: a typing sign, and the last good answer kept for a bad day. */
const ASIDE = new Set(['publish', 'set']);

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

  const asked = async (): Promise<readonly string[]> => {
    const commands = await commandsOf(world, chat.conversationId, async () => {
      await chat.send('saldo');
      expect((await chat.hear(1))[0]?.text).toContain('Q37.50');
    });
    const committed = commands.findLastIndex(({ keys }) => keys > 5);
    const beforeReply = commands.slice(0, committed + 1).filter(({ name, keys }) => !ASIDE.has(name) && keys !== PAGE_KEYS);
    return beforeReply.map(({ name }) => name);
  };
  // On a slow machine what the turn before left to do comes in between. It can only add.
  let names = await asked();
  for (let more = 0; more < 4 && names.length > 2; more++) names = await asked();
  expect(names).toEqual(['evalsha', 'evalsha']);
});
