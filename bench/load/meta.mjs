import { createHmac, randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

const PATIENCE_MS = 15_000;
const PAUSES_MS = [0, 1, 2, 5, 10];
/** A page may say 300 messages a second: an operator's customers are on one page, the load's on several. */
const PAGES = Array.from({ length: 64 }, (_, at) => `${100_200_300_400 + at}`);
const SECRET = randomBytes(24).toString('hex');
const HEADERS = { 'Content-Type': 'application/json' };

/** Plays Meta's Graph API: takes what pages say, keeps the words until they are asked for, and signs what customers write. */
export async function meta() {
  const heard = new Map();
  const server = createServer((request, response) => {
    const parts = [];
    request.on('data', (part) => parts.push(part));
    request.on('end', () => {
      const { recipient, message } = JSON.parse(Buffer.concat(parts).toString());
      const text = message?.text ?? message?.attachment?.payload.text;
      if (text !== undefined) heard.set(recipient.id, [...(heard.get(recipient.id) ?? []), text]);
      response.writeHead(200, HEADERS).end(JSON.stringify({ recipient_id: recipient.id, message_id: 'm_kept' }));
    });
  });
  server.keepAliveTimeout = 60_000;
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    environment: {
      ...{ MESSENGER_APP_SECRET: SECRET, MESSENGER_APP_ID: '900100200300', MESSENGER_VERIFY_TOKEN: 'of-the-bench-only', MESSENGER_PER_SECOND: '300' },
      MESSENGER_PAGES: PAGES.map((page) => `${page}=benchtoken${page}`).join(','),
      META_GRAPH_URL: `http://127.0.0.1:${server.address().port}`,
    },
    take(psid) {
      const texts = heard.get(psid) ?? [];
      heard.delete(psid);
      return texts;
    },
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

let number = 0;
/** What Meta posts for one text of a customer, with its signature. */
function delivery(id, text) {
  const page = PAGES[Number(id) % PAGES.length] ?? PAGES[0];
  const timestamp = Date.now();
  const messaging = [{ sender: { id: psidOf(id) }, recipient: { id: page }, timestamp, message: { mid: `m_${process.pid}_${number++}`, text } }];
  const body = JSON.stringify({ object: 'page', entry: [{ id: page, time: timestamp, messaging }] });
  return { body, header: `X-Hub-Signature-256: sha256=${createHmac('sha256', SECRET).update(body).digest('hex')}\r\n` };
}
const psidOf = (id) => `77${String(id).padStart(12, '0')}`;

/** Posts one text as Meta does. Resolves once it is taken, which is before anybody answered. */
export async function post(pool, id, text) {
  const { body, header } = delivery(id, text);
  const { status, body: said } = await pool.request('POST', '/webhooks/messenger', body, header);
  if (status !== 200) throw new Error(`${status} ${said.slice(0, 200)}`);
}

/** Speaks Messenger: webhooks in, the Graph API out. */
export const messengerTalk = ({ pool, graph }) => ({
  async say(id, text, due) {
    await post(pool, id, text);
    const heard = [];
    for (const [end, pauses] = [performance.now() + PATIENCE_MS, [...PAUSES_MS]]; ;) {
      heard.push(...graph.take(psidOf(id)));
      if (heard.length >= due || performance.now() > end) return heard;
      await sleep(pauses.length > 1 ? pauses.shift() : pauses[0]);
    }
  },
  close: () => {},
});
