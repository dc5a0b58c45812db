import { createRequire } from 'node:module';
import { setTimeout as sleep } from 'node:timers/promises';
import { webSocket } from './socket.mjs';

const require = createRequire(import.meta.url);
const PATIENCE_MS = 15_000;

/** A sender's address is allowed 200 messages a second: the load has as many addresses as a cloud's front has. */
const ADDRESSES = 64;
let hop = 0;
const forwarded = () => `X-Forwarded-For: 192.0.2.${hop++ % ADDRESSES}\r\n`;

/** Speaks Bot Framework's activities to `/api/messages`; replies come in the answer, or, with a `connector`, through it. */
export function activityTalk({ pool, connector, bearer, serviceUrl = connector?.url ?? 'http://127.0.0.1:9' }) {
  const headers = bearer ? `Authorization: Bearer ${bearer}\r\n` : '';
  let number = 0;
  return {
    async say(id, text, due) {
      const activity = {
        ...{ type: 'message', id: `m${number++}`, timestamp: new Date().toISOString(), channelId: 'directline', serviceUrl, text },
        ...{ from: { id: `user${id}` }, recipient: { id: 'bot' }, conversation: { id: `bench${id}` }, locale: 'en-US' },
        ...(!connector && { deliveryMode: 'expectReplies' }),
      };
      const { status, body } = await pool.request('POST', '/api/messages', JSON.stringify(activity), `${headers}${forwarded()}`);
      if (status >= 300) throw new Error(`${status} ${body.slice(0, 200)}`);
      if (!connector) return JSON.parse(body).activities.flatMap(({ type, text: said }) => (type === 'message' ? [said] : []));
      return until(due, () => connector.take(`bench${id}`));
    },
    close: () => {},
  };
}

/** A visitor may write 20 messages at once: conversations change their visitor before that. */
const MESSAGES_PER_VISITOR = 14;
const TOKEN_S = 3_600;

function visitors(secret) {
  const { tokens } = require('../../dist/channels/webchat/token');
  const issuer = tokens([secret]);
  const kept = new Map();
  let number = 0;
  return {
    ticket: (conv) => issuer.issue('stream', { user: `dl_${number}`, conv }, 60, `bench${number++}`),
    bearer(conv) {
      const held = kept.get(conv);
      if (held && held.left-- > 0) return held.token;
      const token = issuer.issue('directline', { user: `dl_${number++}`, conv }, TOKEN_S);
      kept.set(conv, { token, left: MESSAGES_PER_VISITOR - 1 });
      return token;
    },
  };
}

const pathOf = (conv) => `/v3/directline/conversations/${conv}`;
const saidIn = ({ activities }) => activities.flatMap(({ type, from, text }) => (type === 'message' && from.role === 'bot' ? [text] : []));

/** Speaks Direct Line. Gives `post`, which resolves once the bot has kept the message. */
function directLine({ pool, secret }) {
  const known = visitors(secret);
  let number = 0;
  return {
    known,
    async post(conv, text) {
      const bearer = `Authorization: Bearer ${known.bearer(conv)}\r\n`;
      const body = JSON.stringify({ type: 'message', text, from: { id: 'me' }, channelData: { clientActivityID: `c${number++}` } });
      const answer = await pool.request('POST', `${pathOf(conv)}/activities`, body, bearer);
      if (answer.status !== 200) throw new Error(`${answer.status} ${answer.body.slice(0, 200)}`);
      return bearer;
    },
  };
}

/** Replies are fetched: the client asks for what is new until it has what is due. */
export function pollingTalk({ pool, secret }) {
  const { post } = directLine({ pool, secret });
  const watermarks = new Map();
  return {
    async say(id, text, due) {
      const conv = `bench${id}`;
      const bearer = await post(conv, text);
      return until(due, async () => {
        const { body } = await pool.request('GET', `${pathOf(conv)}/activities?watermark=${watermarks.get(conv) ?? ''}`, '', bearer);
        const page = JSON.parse(body);
        watermarks.set(conv, page.watermark);
        return saidIn(page);
      });
    },
    close: () => {},
  };
}

/** Replies come over a WebSocket per conversation. */
export function socketTalk({ pool, port, secret }) {
  const { post, known } = directLine({ pool, secret });
  const waiting = new Map();
  const sockets = [];
  const hear = (conv) => (frame) => {
    const one = waiting.get(conv);
    if (!one || !frame) return; // an empty frame keeps the line open
    one.heard.push(...saidIn(JSON.parse(frame)));
    if (one.heard.length >= one.due) one.resolve(one.heard);
  };
  const open = async (id) => {
    const conv = `bench${id}`;
    const path = `${pathOf(conv)}/stream?watermark=&t=${known.ticket(conv)}`;
    sockets.push(await webSocket(port, path, hear(conv), (error) => waiting.get(conv)?.reject(error)));
  };
  return {
    async open(ids) {
      for (let at = 0; at < ids.length; at += 50) await Promise.all(ids.slice(at, at + 50).map(open));
    },
    async say(id, text, due) {
      const conv = `bench${id}`;
      const replies = new Promise((resolve, reject) => waiting.set(conv, { due, heard: [], resolve, reject }));
      const late = setTimeout(() => waiting.get(conv)?.reject(new Error('no reply over the socket')), PATIENCE_MS);
      const [heard] = await Promise.all([replies, post(conv, text)]).finally(() => clearTimeout(late));
      waiting.delete(conv);
      return heard;
    },
    close: () => sockets.forEach((socket) => socket.close()),
  };
}

const PAUSES_MS = [0, 1, 2, 5, 10];

/** Asks again until `due` texts are there, each time after a longer pause. */
async function until(due, take) {
  const heard = [];
  for (const [end, pauses] = [performance.now() + PATIENCE_MS, [...PAUSES_MS]]; ;) {
    heard.push(...(await take()));
    if (heard.length >= due || performance.now() > end) return heard;
    await sleep(pauses.length > 1 ? pauses.shift() : pauses[0]);
  }
}
