import { z } from 'zod';
import { openChat, type Chat } from '../support/chat';
import { until } from '../support/until';

/** A page of a log: at most a hundred activities, and from where to read on. */
export const Page = z.object({
  activities: z.array(z.object({ type: z.string(), from: z.object({ role: z.string() }), text: z.string().optional() })),
  watermark: z.string(),
});
export type Page = z.infer<typeof Page>;

/** A visitor who does not know which process answers. */
export interface Visitor {
  /** Posts a text to a process; resolves to the status. */
  say(url: string, text: string): Promise<number>;
  /** All that the bot said to this visitor, as `url` shows it. */
  heard(url: string): Promise<readonly string[]>;
  /** Waits at `url` until the bot said something that fits, `times` times. */
  hears(url: string, pattern: RegExp, times?: number): Promise<void>;
  /** A raw poll after a watermark. */
  poll(url: string, watermark: string): Promise<{ status: number; activities: number; watermark: string }>;
  /** The newest watermark. */
  watermark(url: string): Promise<string>;
}

/** A visitor who has proved María's line by the code that her phone shows. */
export async function signedIn(url: string, line: string, codeOf: (line: string) => Promise<string>): Promise<Visitor> {
  const chat = await openChat(url, codeOf);
  await chat.play(`
    > saldo
    < Claro que sí. …
    > ${line}
    < Te mando un código por SMS…
    > {code ${line}}
    < Listo, la línea ${line} es tuya.
    < Línea ${line}. …
  `);
  return visitorOf(chat);
}

function visitorOf({ token, userId, conversationId }: Chat): Visitor {
  const path = `/v3/directline/conversations/${conversationId}/activities`;
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  let number = 0;
  const page = async (url: string, watermark: string) => {
    const answer = await fetch(`${url}${path}?watermark=${watermark}`, { headers });
    return { status: answer.status, ...Page.parse(await answer.json()) };
  };
  const whole = async (url: string) => {
    const all: Page['activities'] = [];
    for (let watermark = ''; ;) {
      const next = await page(url, watermark);
      if (next.activities.length === 0) return { activities: all, watermark };
      all.push(...next.activities);
      watermark = next.watermark;
    }
  };
  const heard = async (url: string): Promise<string[]> =>
    (await whole(url)).activities.filter(({ from, type }) => from.role === 'bot' && type === 'message').map(({ text = '' }) => text);
  return {
    heard,
    say: async (url, text) => {
      const activity = { type: 'message', text, from: { id: userId }, channelData: { clientActivityID: `process-${++number}` } };
      return (await fetch(url + path, { method: 'POST', headers, body: JSON.stringify(activity) })).status;
    },
    hears: async (url, pattern, times = 1) => {
      let last: readonly string[] = [];
      const isThere = async (): Promise<boolean> => {
        last = await heard(url);
        return last.filter((text) => pattern.test(text)).length >= times;
      };
      await until(isThere, () => `no ${times} × ${pattern} in\n${last.join('\n')}`);
    },
    poll: async (url, watermark) => {
      const { status, activities, watermark: next } = await page(url, watermark);
      return { status, activities: activities.length, watermark: next };
    },
    watermark: async (url) => (await whole(url)).watermark,
  };
}
