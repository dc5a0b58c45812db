import { mailboxId } from '../../src/channels/webchat';
import { cardPart, joinsCard } from '../../src/domain/card-parts';
import { keyOf } from '../../src/state/keys';
import { about } from '../../src/state/rows';
import { vault } from '../../src/state/seal';
import { startWorld, type World } from '../support/app';
import { openChat, type Chat } from '../support/chat';
import { commandsOf, PAGE_KEYS } from '../support/commands';
import { everythingKept, transcriptOf, withoutChance } from '../support/kept';
import { eventually } from '../support/until';

const ADVICE = 'Borra ese mensaje si puedes: por tu seguridad nunca escribas tu tarjeta en un chat, y yo no la guardé.';

let world: World;
let logged = '';
beforeAll(async () => {
  jest.spyOn(process.stdout, 'write').mockImplementation((line) => {
    logged += String(line);
    return true;
  });
  world = await startWorld({ LOG_LEVEL: 'trace' });
});
afterAll(async () => {
  await world.close();
  jest.restoreAllMocks();
});

const visitor = (): Promise<Chat> => openChat(world.url, world.codeOf);

/** Posts to one of several processes, again when it was too busy to keep it, as clients do. */
async function post({ conversationId, userId, token }: Chat, url: string, text: string, name: string): Promise<void> {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const body = JSON.stringify({ type: 'message', text, from: { id: userId }, channelData: { clientActivityID: name } });
  await eventually(async () => {
    const { status } = await fetch(`${url}/v3/directline/conversations/${conversationId}/activities`, { method: 'POST', headers, body });
    expect(status).toBe(200);
  });
}

const shownIn = async (chat: Chat): Promise<string> => withoutChance(await transcriptOf(world, chat));
/** What Redis and the log hold, as far as it can be read: what is sealed has by chance anybody's digits, in longer words of other letters. */
const keptOf = async (): Promise<string> => (await everythingKept(world)) + withoutChance(logged);
const alone = (written: string): RegExp => new RegExp(`(?<![\\w+/])(?:${written})(?![\\w+/])`);

describe('a card in two messages', () => {
  const opened = async (chat: Chat): Promise<string> => {
    const vaulted = vault([Buffer.from(world.environment['STATE_SECRET'] ?? '', 'base64url')]);
    const redis = await world.redis.client();
    const conversation = mailboxId(chat.conversationId);
    // Both of one moment: a turn may end in between.
    const [[, sealed] = [], [, version] = []] =
      (await redis.multi().get(keyOf(conversation, 'state')).hget(keyOf(conversation, 'turn'), 'version').exec()) ?? [];
    return withoutChance(vaulted.open(String(sealed), about.state(conversation, Number(version))));
  };

  test('is told kindly when the second half comes, and both halves go: from the transcript, from replies, from what is remembered', async () => {
    const chat = await visitor();
    await chat.play(`
      > saldo
      < Claro que sí. Para eso necesito confirmar que la línea es tuya. ¿Qué número reviso?
      > 4242 4242
      < Te mando un código por SMS al 4242-4242…
    `);
    expect(await transcriptOf(world, chat)).toMatch(/4242.4242/);
    expect(await opened(chat)).toMatch(/4242.?4242/);
    await chat.play(`
      > 4242 4242 08/29 123
      < ${ADVICE}
    `);
    const transcript = await shownIn(chat);
    expect(transcript).not.toMatch(/4242|08\/29/);
    expect(transcript.match(/\[tarjeta\]/g)).toHaveLength(2);
    expect(await opened(chat)).not.toMatch(/4242|08\/29/);
    expect(await keptOf()).not.toMatch(alone('4242.?4242|08/29'));
    expect(await (await world.redis.client()).exists(keyOf(mailboxId(chat.conversationId), 'parts'))).toBe(0);
    await chat.play(`
      > cancelar
      < No hay nada pendiente. ¿Qué necesitas?
    `);
  });

  test.each([
    ['4242', '4242 4242 4242'],
    ['mi tarjeta es 4242424242', 'y sigue 424242, vence 08/29'],
    ['4242 4242 4242', 'termina en 4242'],
    ['5555 5555', '5555-4444'],
  ])('%j, %j', async (first, second) => {
    const chat = await visitor();
    await chat.send(first);
    await chat.hear(1);
    await chat.play(`
      > ${second}
      < ${ADVICE}
    `);
    expect(await shownIn(chat)).not.toMatch(/4242|5555|4444/);
    expect(await opened(chat)).not.toMatch(/4242|5555|4444/);
  });

  test('in four messages, and sent together, whichever process takes them', async () => {
    const other = await world.another();
    const chat = await visitor();
    const said = ['4242', '4242', '4242', '4242'];
    for (const [at, text] of said.entries()) {
      await post(chat, at % 2 ? other.url : world.url, text, `four${at}`);
    }
    await eventually(async () => expect(await transcriptOf(world, chat)).toContain('Borra ese mensaje'));
    expect(await shownIn(chat)).not.toMatch(/4242/);
    expect(await opened(chat)).not.toMatch(/4242/);
    await other.close();
  });

  test('halves that arrive at the same moment, in two processes, in twenty chats', async () => {
    const other = await world.another();
    const chats: Chat[] = [];
    while (chats.length < 20) chats.push(await visitor());
    await Promise.all(chats.flatMap((chat) => [post(chat, world.url, '4242 4242', 'one'), post(chat, other.url, '4242 4242', 'two')]));
    for (const chat of chats) {
      await eventually(async () => expect(await transcriptOf(world, chat)).toContain('Borra ese mensaje'));
      expect(await shownIn(chat)).not.toMatch(/4242/);
      expect(await opened(chat)).not.toMatch(/4242/);
    }
    await other.close();
  });

  test('a code that is awaited goes on with nothing, even where it makes a card of the number before it', async () => {
    const makesCard = (code: string): boolean => joinsCard(['36123456'], cardPart(code) ?? { all: [], last: undefined }) === 1;
    const unlucky = Array.from({ length: 10 }, (_, last) => `12345${last}`).find(makesCard);
    expect(unlucky).toBeDefined();
    const chat = await visitor();
    await chat.play(`
      > saldo
      < Claro que sí. Para eso necesito confirmar que la línea es tuya. ¿Qué número reviso?
      > 36123456
      < Te mando un código por SMS al 3612-3456…
      > ${unlucky}
      < …código…
    `);
    expect(await transcriptOf(world, chat)).not.toContain('Borra ese mensaje');
  });

  test('no round trip more for whoever writes one number', async () => {
    const cost = async (text: string): Promise<number> => {
      const chat = await visitor();
      await chat.send('hola'); // as ordinary a turn as any
      await chat.hear(1);
      const commands = await commandsOf(world, chat.conversationId, async () => {
        await chat.send(text);
        await chat.hear(1);
      });
      return commands.filter(({ name, keys }) => name === 'evalsha' && keys !== PAGE_KEYS).length;
    };
    // What a slow machine has to ask again can only add.
    const least = async (text: string): Promise<number> => Math.min(await cost(text), await cost(text), await cost(text));
    const ordinary = await least('hola');
    expect(ordinary).toBeGreaterThan(0);
    expect(await least('mi contrato es 10002040')).toBeLessThanOrEqual(ordinary);
  });
});

describe('codes and passwords that nobody asked for', () => {
  test.each([
    ['482910', alone('482910')],
    ['mi código es 482 910', alone('482.?910')],
    ['mi clave es hunter2', /hunter2/],
    ['password: Tr0ub4dor', /Tr0ub4dor/],
    ['el pin es 12345678901234', /12345678901234/],
  ])('%j is kept nowhere', async (text, secret) => {
    const chat = await visitor();
    await chat.send(text);
    await chat.hear(1);
    expect(await shownIn(chat)).not.toMatch(secret);
    expect(await shownIn(chat)).toContain('••••••');
    expect(await keptOf()).not.toMatch(secret);
  });
});
