import type { World } from './app';
import type { Chat } from './chat';

/** Everything that the chat would show to whoever opens it again, as JSON. */
export async function transcriptOf({ url }: World, { conversationId, token }: Chat): Promise<string> {
  const answer = await fetch(`${url}/v3/directline/conversations/${conversationId}/activities`, {
    headers: { authorization: `Bearer ${token}` },
  });
  return answer.text();
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

/** A condition that comes true by itself, or fails after 25 seconds. */
export async function eventually(check: () => Promise<void>): Promise<void> {
  for (const end = Date.now() + 25_000; Date.now() < end; await new Promise((resolve) => setTimeout(resolve, 20))) {
    if (
      await check()
        .then(() => true)
        .catch(() => false)
    )
      return;
  }
  return check();
}
