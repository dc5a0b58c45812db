import { z } from 'zod';

const Action = z.object({ title: z.string(), value: z.unknown().optional() });
const CardAction = z.object({ title: z.string(), data: z.object({ cardAction: z.object({ value: z.unknown() }) }).optional() });
const Activity = z.object({
  id: z.string(),
  type: z.string(),
  text: z.string().optional(),
  from: z.object({ id: z.string(), role: z.string().optional() }),
  channelData: z.record(z.string(), z.unknown()).optional(),
  suggestedActions: z.object({ actions: z.array(Action) }).optional(),
  attachments: z
    .array(
      z.object({ contentType: z.string(), content: z.object({ actions: z.array(CardAction).optional(), speak: z.string().optional() }).optional() }),
    )
    .optional(),
});
export type Said = z.infer<typeof Activity>;

/** One visitor's web chat, over the same Direct Line that the page uses. */
export interface Chat {
  readonly userId: string;
  readonly conversationId: string;
  /** Of now: see `refresh`. */
  token: string;
  /** Gets a new token for the same conversation, as the page does every quarter of an hour. */
  refresh(): Promise<void>;
  /** From now on another process is asked, at this address. */
  moveTo(url: string): void;
  /** Sends a text, or whole parts of an activity. Resolves to the activity's id. */
  send(text: string | object): Promise<string>;
  /** Waits for `count` more activities of the bot. */
  hear(count: number, patienceMs?: number): Promise<readonly Said[]>;
  /** What has been said since, of both sides, without waiting. */
  rest(): Promise<readonly Said[]>;
  /** Taps the button with this label, wherever it was shown last. */
  tap(label: string): Promise<string>;
  /**
   * Plays a conversation: `>` the customer, `<` the bot, `[x]` a tap, `{code 5555-0101}` the code that the phone shows.
   * In the bot's lines `…` stands for anything. Fails at the first line that is not so.
   */
  play(script: string): Promise<void>;
}

/** A turn whose command Redis did not answer in time is taken up again when its lease is over, after ten seconds. */
const WAIT_MS = 90_000;
/** Answers that mean "in a moment": too fast, or Redis was busy. */
const AGAIN = [429, 503];

/** Opens a chat. `codeOf` reads the phone. */
export async function openChat(
  url: string,
  codeOf: (line: string) => Promise<string>,
  options: { language?: 'es' | 'en'; join?: boolean } = {},
): Promise<Chat> {
  let served = url;
  const post = async (path: string, body: object, token?: string): Promise<unknown> => {
    const headers = { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) };
    for (const end = Date.now() + WAIT_MS; ;) {
      const answer = await fetch(served + path, { method: 'POST', headers, body: JSON.stringify(body) });
      if (answer.ok) return answer.json();
      const text = await answer.text();
      // A client that was told "in a moment" asks again with the same id; the mailbox takes it once.
      if (!AGAIN.includes(answer.status) || Date.now() > end) throw new Error(`${path} ${answer.status} ${text}`);
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
  };
  const {
    token: first,
    userId,
    conversationId,
  } = z.object({ token: z.string(), userId: z.string(), conversationId: z.string() }).parse(await post('/webchat/token', {}));
  let token = first;
  await post('/v3/directline/conversations', {}, token);
  const base = `/v3/directline/conversations/${conversationId}/activities`;
  let watermark = '';
  let number = 0;
  const waiting: Said[] = [];
  const known: Said[] = [];

  const poll = async (): Promise<void> => {
    const answer = await fetch(`${served}${base}?watermark=${watermark}`, { headers: { authorization: `Bearer ${token}` } });
    const page = z.object({ activities: z.array(Activity), watermark: z.string() }).parse(await answer.json());
    ({ watermark } = page);
    const bot = page.activities.filter(({ from, type }) => from.role === 'bot' && type === 'message');
    waiting.push(...bot);
    known.push(...page.activities);
  };
  const send = async (what: string | object): Promise<string> => {
    const activity = typeof what === 'string' ? { type: 'message', text: what } : { type: 'message', ...what };
    const channelData = { clientActivityID: `c${++number}` };
    return z.object({ id: z.string() }).parse(await post(base, { from: { id: userId }, channelData, ...activity }, token)).id;
  };
  const hear = async (count: number, patienceMs = WAIT_MS): Promise<readonly Said[]> => {
    for (const end = Date.now() + patienceMs; waiting.length < count && Date.now() < end;) {
      await poll();
      if (waiting.length < count) await new Promise((resolve) => setTimeout(resolve, 20));
    }
    return waiting.splice(0, count);
  };
  const tap = async (label: string): Promise<string> => {
    for (const activity of known.toReversed()) {
      const chip = activity.suggestedActions?.actions.find(({ title }) => title === label);
      const button = activity.attachments?.flatMap(({ content }) => content?.actions ?? []).find(({ title }) => title === label);
      const value = chip?.value ?? button?.data?.cardAction.value;
      if (value !== undefined)
        return send({ text: label, value, channelData: { clientActivityID: `c${++number}`, messageBack: { displayText: label } } });
    }
    throw new Error(`no button ${label}`);
  };
  const rest = async (): Promise<readonly Said[]> => {
    await poll();
    return waiting.splice(0);
  };
  if (options.join !== false) {
    await send({ type: 'event', name: 'webchat/join', value: { language: options.language ?? 'es' } });
    await hear(1);
  }
  return {
    ...{ userId, conversationId, send, hear, rest, tap },
    get token() {
      return token;
    },
    moveTo: (next) => void (served = next),
    refresh: async () => void ({ token } = z.object({ token: z.string() }).parse(await post('/v3/directline/tokens/refresh', {}, token))),
    play: async (script) => {
      for (const [customer, ...bot] of exchanges(script)) {
        if (customer !== undefined)
          await speak(customer, { tap, send, codeOf }).catch((error: unknown) => {
            throw new Error(`${String(error)}, after ${JSON.stringify(known.slice(-4).map(({ text }) => text))}`, { cause: error });
          });
        const said = await hear(bot.length);
        expect([customer, ...said.map(({ text }, at) => matched(text ?? '', bot[at] ?? ''))]).toEqual([customer, ...bot]);
      }
      expect((await rest()).map(({ text }) => text)).toEqual([]);
    },
  };
}

async function speak(line: string, { tap, send, codeOf }: Pick<Chat, 'tap' | 'send'> & { codeOf: (line: string) => Promise<string> }): Promise<void> {
  const button = /^\[(.+)\]$/.exec(line)?.[1];
  if (button !== undefined) return void (await tap(button));
  const phone = /\{code ([\d -]+)\}/.exec(line);
  await send(phone ? line.replace(phone[0], await codeOf(phone[1] ?? '')) : line);
}

/** The script's own line where it fits, so that a difference shows only what differs. No-break spaces count as spaces. */
function matched(text: string, expected: string): string {
  const plain = text.replaceAll('\u00a0', ' ').replaceAll('**', '*');
  const pattern = expected
    .split('…')
    .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('[^]*');
  return new RegExp(`^${pattern}$`).test(plain) ? expected : plain;
}

/** Each of the customer's lines with the bot's answers to it. */
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
