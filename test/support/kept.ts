import type { World } from './app';
import type { Chat } from './chat';
import { until } from './until';

/** Everything that the chat would show to whoever opens it again, as JSON. Nothing at all is what a page gets while Redis is slow: it is asked again. */
export function transcriptOf({ url }: Pick<World, 'url'>, { conversationId, token }: Pick<Chat, 'conversationId' | 'token'>): Promise<string> {
  return until(async () => {
    const answer = await fetch(`${url}/v3/directline/conversations/${conversationId}/activities`, {
      headers: { authorization: `Bearer ${token}` },
    });
    const page = await answer.text();
    return page.includes('"activities":[{') ? page : undefined;
  }, 'the chat is shown');
}

/** Every key of Redis with what it holds, as Redis would save it. */
export async function everythingKept({ redis: server }: World): Promise<string> {
  const redis = await server.client();
  const keys = await redis.keys('*');
  const dumps = await Promise.all(keys.map(async (key) => (await redis.dumpBuffer(key))?.toString('latin1') ?? ''));
  return keys.join('\n') + dumps.join('\n');
}

/**
 * What by chance has anybody's digits: ids of requests, traces and chats, positions and times. Taken out of a text before a number of a few digits
 * is looked for in it.
 */
export const withoutChance = (text: string): string =>
  text
    .replace(/\b[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}\b/gi, 'ID')
    .replace(/(?<![\w-])(?=[\w-]*[a-z])[\w-]{20,}/gi, 'ID')
    .replace(/(?<=\d{13}\.\w+\.)[\w-]+/g, 'SIGNATURE')
    .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'WHEN')
    .replace(/(?<!\d)1\d{12}(?:\d{6})?(?!\d)/g, 'AT');
