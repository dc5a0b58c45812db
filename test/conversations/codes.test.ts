import { z } from 'zod';
import { LINES } from '../../src/sandbox/seed';
import { startWorld, type World } from '../support/app';
import { openChat, type Chat } from '../support/chat';
import { transcriptOf } from '../support/kept';
import { until } from '../support/until';

let world: World;
beforeAll(async () => void (world = await startWorld()));
afterAll(() => world.close());
beforeEach(async () => {
  const redis = await world.redis.client();
  for (const key of await redis.keys('{o:*}:*')) await redis.del(key); // what one test used up is no matter of the next
});

const visitor = (): Promise<Chat> => openChat(world.url, world.codeOf);
const asked = async (line: string): Promise<Chat> => {
  const chat = await visitor();
  for (const text of ['saldo', line]) {
    await chat.send(text);
    await chat.hear(1);
  }
  return chat;
};

/** Redis keeps its own time: every code that was sent to a line was sent a minute earlier. */
async function aMinutePassesInRedis(): Promise<void> {
  const redis = await world.redis.client();
  for (const key of await redis.keys('{o:*}:by:*')) {
    for (const member of await redis.zrange(key, '0', '-1')) await redis.zincrby(key, -60_000, member);
  }
  world.ahead += 60_000;
}

/** The SMS, which only a line of ours gets; what is read for all customers; and what the test itself reads. */
const BESIDES = /^\/(?:cgi-bin\/sendsms|oauth\/token|api\/v2\/help_center|sandbox)\b/;

/** What the bot asks the operator, whatever is asked: method and address, the number taken out. What a slow machine made one turn ask again counts once. */
function askedOf(number: string): { readonly all: () => readonly string[]; stop(): void } {
  const fetched = jest.spyOn(globalThis, 'fetch');
  const told = ([to, { method = 'GET', headers } = {}]: Parameters<typeof fetch>, at: number): [string, string][] => {
    const { origin, pathname, search } = new URL(to instanceof Request ? to.url : to);
    if (origin !== world.sandbox.url || BESIDES.test(pathname)) return [];
    const question = `${method} ${pathname}${search}`.replaceAll(number.replace('-', ''), 'NUMBER');
    return [[`${new Headers(headers).get('x-correlation-id') ?? at} ${question}`, question]];
  };
  return { all: () => [...new Map(fetched.mock.calls.flatMap(told)).values()], stop: () => fetched.mockRestore() };
}

const Inbox = z.object({ messages: z.array(z.object({ to: z.string() })) });
const inbox = async (): Promise<Set<string>> =>
  new Set(Inbox.parse(await (await fetch(`${world.sandbox.url}/sandbox/sms?limit=1000`)).json()).messages.map(({ to }) => to));

/** All that a page gets of a chat, with what differs in any two chats taken out. */
async function bytesOf(chat: Chat, number: string): Promise<string> {
  const all = await transcriptOf(world, chat);
  const first = /\|(\d{13,})"/.exec(all)?.[1] ?? '';
  return all
    .replaceAll(chat.conversationId, 'CONVERSATION')
    .replaceAll(chat.userId, 'VISITOR')
    .replaceAll(number, 'NUMBER')
    .replace(/\d{13,}/g, (found) => `#${Number(found) - Number(first)}`)
    .replace(/"timestamp":"[^"]+"/g, 'WHEN')
    .replace(/(#\d+\.\w+\.)[\w-]+/g, '$1SIGNATURE')
    .replace(/(?:mañana\sa\s)?las?\s\d+:\d\d\s[ap]\.\sm\./g, 'HOUR')
    .replace(/\d+\ssegundos/g, 'SECONDS');
}

const KINDS = { ours: '5555-0105', cancelled: '5555-0199', 'never assigned': '5555-0198', 'of another operator': '4444-0100', ported: '5555-0123' };

test('a number of ours and any other ask the operator the same and give the same bytes: first code, wrong ones, another code, the last, and none', async () => {
  const heard = new Map<string, { asked: readonly string[]; bytes: string }>();
  for (const [kind, number] of Object.entries(KINDS)) {
    world.ahead = 0;
    const questions = askedOf(number);
    const chat = await asked(number);
    const say = async (text: string): Promise<void> => {
      await chat.send(text);
      await chat.hear(1);
    };
    for (const text of ['123456', '234567', '345678', '456789', 'mandar otro', 'no me llega']) await say(text);
    for (let n = 0; n < 3; n++) {
      await aMinutePassesInRedis();
      await aMinutePassesInRedis();
      await say('mandar otro');
    }
    await say('567890');
    await say('seguir sin codigo');
    const all = questions.all();
    questions.stop();
    heard.set(kind, { asked: all, bytes: await bytesOf(chat, number) });
  }
  const ours = heard.get('ours');
  expect(ours?.bytes).toContain('Es el último que puedo mandar hasta HOUR');
  expect(ours?.bytes).toContain('seguimos sin código');
  expect(ours?.asked).toHaveLength(3);
  expect(ours?.asked.join()).toContain('NUMBER');
  for (const kind of Object.keys(KINDS)) expect([kind, heard.get(kind)]).toEqual([kind, ours]);
});

test('whoever is signed in stays signed in, whatever strangers try with their number', async () => {
  const owner = await asked('5555-0111');
  await owner.send(await world.codeOf('5555-0111'));
  await owner.hear(2);
  for (let stranger = 0; stranger < 4; stranger++) {
    const chat = await asked('5555-0111');
    for (const code of ['000001', '000002', '000003']) {
      await chat.send(code);
      await chat.hear(1);
    }
  }
  const late = await asked('5555-0111');
  await late.send('saldo');
  const [refused] = await late.hear(1);
  expect(refused?.text).not.toMatch(/Línea 5555-0111/);
  await owner.play(`
    > saldo
    < Línea 5555-0111. Saldo: …
  `);
});

test('of adjacent numbers only active lines of the operator ever get an SMS', async () => {
  const block = (prefix: string, from: number, count: number): string[] =>
    Array.from({ length: count }, (_, n) => `${prefix}-${String(from + n).padStart(4, '0')}`);
  const numbers = [...block('5555', 90, 135), ...block('4444', 95, 15)];
  const before = await inbox();
  const ask = async (three: readonly string[]): Promise<void> => {
    const chat = await visitor();
    for (const number of three) {
      await chat.send(number === three[0] ? 'saldo' : 'cambiar numero');
      await chat.hear(1);
      await chat.send(number);
      expect((await chat.hear(1))[0]?.text).toMatch(/^Te mando un código/);
    }
  };
  for (let at = 0; at < numbers.length; at += 15) {
    await Promise.all([0, 3, 6, 9, 12].map((n) => ask(numbers.slice(at + n, at + n + 3))));
  }
  const wanted = new Set(numbers.map((number) => `502${number.replace('-', '')}`));
  const active = LINES.filter(({ msisdn, line }) => wanted.has(msisdn) && line.status !== 'terminated').map(({ msisdn }) => msisdn);
  expect(active.length).toBeGreaterThan(8);
  const reached = await until(async () => {
    const now = await inbox();
    return active.every((msisdn) => now.has(msisdn)) ? now : undefined;
  }, 'every active line has its code');
  const fresh = [...reached].filter((msisdn) => wanted.has(msisdn) && (active.includes(msisdn) || !before.has(msisdn)));
  expect(fresh.sort()).toEqual([...active].sort());
});
