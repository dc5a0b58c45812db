import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';

const REPLY_MS = 60_000;
const POLL_MS = 150;
const QUIET_MS = 400;

/** Asks one of the bots, and the next one when it does not answer: the same again, until somebody has kept it. @param passing refusals that pass */
function anyOf(bots, passing = [429]) {
  let at = Math.floor(Math.random() * bots.length);
  return async (path, { token, body } = {}) => {
    for (const end = performance.now() + REPLY_MS; ; at++) {
      try {
        const headers = { ...(token && { authorization: `Bearer ${token}` }), ...(body && { 'content-type': 'application/json' }) };
        const options = { headers, signal: AbortSignal.timeout(10_000), ...(body && { method: 'POST', body: JSON.stringify(body) }) };
        const answer = await fetch(`${bots[at % bots.length]}${path}`, options);
        if (answer.ok) return JSON.parse((await answer.text()) || '{}');
        if (answer.status < 500 && !passing.includes(answer.status))
          throw Object.assign(new Error(`${answer.status} ${await answer.text()}`), { isFinal: true });
      } catch (error) {
        if (error.isFinal || performance.now() > end) throw error;
      }
      await sleep(200);
    }
  };
}

/** A visitor over Direct Line, who repeats what was not kept under the same name. */
export async function visitor(bots) {
  const call = anyOf(bots);
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

/** A customer of a channel that writes to `/api/messages` and reads the replies in the answer, and through the connector what was not known so soon. */
export function channelCustomer(bots, channel) {
  const call = anyOf(bots, [429, 401]); // a bot that has just started and has no keys yet believes no token
  const [id, token] = [`soak-${randomUUID()}`, channel.token()];
  const known = { conversation: { id }, from: { id: `user of ${id}` }, recipient: { id: 'bot' }, serviceUrl: channel.url };
  return {
    async say(text, isOver) {
      const activity = { type: 'message', channelId: 'directline', deliveryMode: 'expectReplies', locale: 'en-US', id: randomUUID(), text };
      const { activities = [] } = await call('/api/messages', { token, body: { ...activity, ...known } });
      const heard = [...channel.take(id), ...activities.flatMap(({ type, text: said }) => (type === 'message' ? [said] : []))];
      for (const end = performance.now() + REPLY_MS; !isOver(heard) && performance.now() < end; await sleep(POLL_MS)) heard.push(...channel.take(id));
      return heard;
    },
  };
}
