import type { Chat } from './chat';
import type { TestRedis } from './redis';

/** What a customer of any channel can do, and what they see. */
export interface Device {
  write(text: string): Promise<void>;
  /** Presses the button of this label that was shown last. */
  tap(label: string): Promise<void>;
  /** Words of what the bot said that nobody has read yet, message by message, without waiting. */
  rest(): Promise<readonly string[]>;
  /** Whether the bot has heard everything, and all that it said has gone out. */
  isStill(): Promise<boolean>;
}
/** A chat as the conversation tests know it, on any channel: the same words, in the same order. */
export type Scripted = Pick<Chat, 'send' | 'hear' | 'rest' | 'tap' | 'play'>;

const WAIT_MS = 90_000;

/** What was said and not yet looked at; waits until there is enough of it, and it is whole: a reply is several messages where it has cards; the page shows one. */
async function heardUntil(device: Device, unread: string[], isEnough: () => boolean): Promise<void> {
  for (const end = Date.now() + WAIT_MS; Date.now() < end;) {
    const isWhole = await device.isStill();
    unread.push(...(await device.rest()));
    if (isWhole && isEnough()) return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

/** {@link Device.isStill} of a bot that nobody else writes to: no mail waits for its turn, no reply for its channel. */
export function stillness({ redis: server }: { readonly redis: TestRedis }): Device['isStill'] {
  let redis: ReturnType<TestRedis['client']> | undefined;
  return async () => !(await (await (redis ??= server.client())).keys('{m*}:*')).some((key) => /:(?:mail|out)$/.test(key));
}

export function scripted(device: Device, codeOf: (line: string) => Promise<string>): Scripted {
  const unread: string[] = [];
  const said = (text: string) => ({ id: '', type: 'message', text, from: { id: 'bot', role: 'bot' } });
  const speak = async (line: string): Promise<void> => {
    const label = /^\[(.+)\]$/.exec(line)?.[1];
    if (label !== undefined) return device.tap(label);
    const asked = /\{code ([\d -]+)\}/.exec(line);
    return device.write(asked ? line.replace(asked[0], await codeOf(asked[1] ?? '')) : line);
  };
  return {
    send: async (what) => {
      if (typeof what !== 'string') throw new Error('only words are sent on this channel');
      await device.write(what);
      return '';
    },
    hear: async (count) => {
      await heardUntil(device, unread, () => unread.length >= count);
      return unread.splice(0).map(said);
    },
    rest: async () => [...unread.splice(0), ...(await device.rest())].map(said),
    tap: async (label) => (await device.tap(label), ''),
    async play(script) {
      for (const [customer, ...bot] of exchanges(script)) {
        if (customer !== undefined) {
          unread.length = 0; // cards of the last answer
          await speak(customer);
        }
        if (bot.length === 0) continue;
        const isSaid = (): boolean => inOrder(unread, bot).lines.every((line, at) => line === bot[at]);
        await heardUntil(device, unread, isSaid);
        const { lines, read } = inOrder(unread, bot);
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

/** Words to type are marked in some way on every channel, or in none. */
const unmarked = (text: string): string => text.replaceAll('\u00a0', ' ').replace(/\*+|"/g, '');

function fits(words: string, line: string): boolean {
  const pattern = unmarked(line)
    .split('…')
    .map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'))
    .join('[^]*');
  return new RegExp(`^${pattern}$`).test(unmarked(words));
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
