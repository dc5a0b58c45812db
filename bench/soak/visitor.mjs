import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';

const REPLY_MS = 60_000;
const POLL_MS = 150;
const QUIET_MS = 400;

/** A visitor over Direct Line, who goes to the next bot when one does not answer, and repeats what was not kept under the same name. */
export async function visitor(bots) {
  let at = Math.floor(Math.random() * bots.length);
  const call = async (path, { token, body } = {}) => {
    for (const end = performance.now() + REPLY_MS; ; at++) {
      try {
        const headers = { ...(token && { authorization: `Bearer ${token}` }), ...(body && { 'content-type': 'application/json' }) };
        const options = { headers, signal: AbortSignal.timeout(10_000), ...(body && { method: 'POST', body: JSON.stringify(body) }) };
        const answer = await fetch(`${bots[at % bots.length]}${path}`, options);
        if (answer.ok) return await answer.json();
        if (answer.status < 500 && answer.status !== 429)
          throw Object.assign(new Error(`${answer.status} ${await answer.text()}`), { isFinal: true });
      } catch (error) {
        if (error.isFinal || performance.now() > end) throw error;
      }
      await sleep(200);
    }
  };
  const refresh = async (token) => (await call('/v3/directline/tokens/refresh', { token, body: {} })).token;
  let { token, conversationId, userId } = await call('/webchat/token', { body: {} });
  let born = performance.now();
  let watermark = '';
  const path = `/v3/directline/conversations/${conversationId}/activities`;
  const news = async () => {
    const page = await call(`${path}?watermark=${watermark}`, { token });
    ({ watermark } = page);
    return page.activities.flatMap(({ type, from, text }) => (type === 'message' && from.role === 'bot' ? [text] : []));
  };
  return {
    /** Says something and resolves to all that is said to it: until `isOver` holds, and a moment longer, for what would be said twice. */
    async say(text, isOver) {
      if (performance.now() - born > 600_000) [token, born] = [await refresh(token), performance.now()];
      await call(path, { token, body: { type: 'message', text, from: { id: userId }, channelData: { clientActivityID: randomUUID() } } });
      const heard = [];
      for (const end = performance.now() + REPLY_MS; !isOver(heard) && performance.now() < end; await sleep(POLL_MS)) heard.push(...(await news()));
      await sleep(QUIET_MS);
      heard.push(...(await news()));
      return heard;
    },
  };
}
