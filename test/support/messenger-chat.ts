import type { Chat } from './chat';
import { wordsOf, type MessengerPhone, type MessengerWorld, type Seen } from './messenger';

/** A reply is several messages where it has cards; the page shows one. When nothing has come for so long, it is whole, ms. */
const SETTLED_MS = 150;
const WAIT_MS = 10_000;

/** A chat as the conversation tests know it, on Messenger: the same words, in the same order. */
export async function messengerChat(
  world: MessengerWorld,
  options: { language?: 'es' | 'en'; join?: boolean } = {},
): Promise<Pick<Chat, 'send' | 'hear' | 'rest' | 'tap' | 'play'>> {
  const phone = world.stranger();
  const chat = chatOn(phone, world);
  if (options.join !== false) {
    await phone.do({ postback: { title: 'Empezar', payload: 'GET_STARTED' } });
    await phone.hear(1);
    if (options.language === 'en') {
      await phone.do({ text: 'english' });
      await phone.hear(1);
    }
  }
  return chat;
}

/** What was said and not yet looked at; waits until there is enough of it, and nothing more comes for a moment. */
async function heardUntil(phone: MessengerPhone, unread: Seen[], isEnough: () => boolean): Promise<void> {
  for (let [end, quiet] = [Date.now() + WAIT_MS, Date.now()]; Date.now() < end;) {
    const more = await phone.rest();
    if (more.length > 0) quiet = Date.now();
    unread.push(...more);
    if (Date.now() - quiet >= SETTLED_MS && isEnough()) return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

function chatOn(phone: MessengerPhone, world: MessengerWorld): Pick<Chat, 'send' | 'hear' | 'rest' | 'tap' | 'play'> {
  const unread: Seen[] = [];
  const said = (each: Seen) => ({ id: '', type: 'message', text: wordsOf(each), from: { id: 'bot', role: 'bot' } });
  const speak = async (line: string): Promise<void> => {
    const label = /^\[(.+)\]$/.exec(line)?.[1];
    if (label !== undefined) return phone.tap(label);
    const asked = /\{code ([\d -]+)\}/.exec(line);
    return phone.do({ text: asked ? line.replace(asked[0], await world.codeOf(asked[1] ?? '')) : line });
  };
  return {
    send: async (what) => {
      if (typeof what !== 'string') throw new Error('only words are sent on Messenger');
      await phone.do({ text: what });
      return '';
    },
    hear: async (count) => {
      await heardUntil(phone, unread, () => unread.length >= count);
      return unread.splice(0).map(said);
    },
    rest: async () => [...unread.splice(0), ...(await phone.rest())].map(said),
    tap: async (label) => (await phone.tap(label), ''),
    async play(script) {
      for (const [customer, ...bot] of exchanges(script)) {
        if (customer !== undefined) {
          unread.length = 0; // cards of the last answer
          await speak(customer);
        }
        if (bot.length === 0) continue;
        const isSaid = (): boolean => inOrder(unread.map(wordsOf), bot).lines.every((line, at) => line === bot[at]);
        await heardUntil(phone, unread, isSaid);
        const { lines, read } = inOrder(unread.map(wordsOf), bot);
        expect([customer, ...lines]).toEqual([customer, ...bot]);
        unread.splice(0, read);
      }
    },
  };
}

/** For each line of the script the first message after the one before that says so; where there is none, all that was said. */
function inOrder(words: readonly string[], script: readonly string[]): { readonly lines: string[]; readonly read: number } {
  let read = 0;
  const lines = script.map((line) => {
    const at = words.findIndex((each, index) => index >= read && fits(each, line));
    if (at < 0) return words.slice(read).join(' | ');
    read = at + 1;
    return line;
  });
  return { lines, read };
}

function fits(words: string, line: string): boolean {
  const pattern = line
    .replaceAll('*', '"')
    .split('…')
    .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('[^]*');
  return new RegExp(`^${pattern}$`).test(words);
}

function exchanges(script: string): [string | undefined, ...string[]][] {
  const all: [string | undefined, ...string[]][] = [];
  for (const line of script
    .split('\n')
    .map((each) => each.trim())
    .filter(Boolean)) {
    if (line.startsWith('>')) all.push([line.slice(1).trim()]);
    else if (all.length === 0) all.push([undefined, line.slice(1).trim()]);
    else all.at(-1)?.push(line.slice(1).trim());
  }
  return all;
}
