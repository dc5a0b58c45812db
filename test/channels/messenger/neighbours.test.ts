import { createHmac } from 'node:crypto';
import { createApp } from '../../../src/app';
import { messengerWebhook } from '../../../src/channels/messenger';
import { neighbours, type Neighbours } from '../../../src/channels/messenger/neighbours';
import { threads } from '../../../src/channels/messenger/threads';
import { readConfig } from '../../../src/config';
import { httpServer } from '../../../src/http/server';
import { logger } from '../../../src/observability/log';
import { freePort, startRedis } from '../../support/redis';
import { APP, startMessengerWorld, wordsOf } from '../../support/messenger';
import { until } from '../../support/until';

const SECRET = 'the-secret-of-the-app-that-they-share';
const [GT, SV, HN, NOBODYS] = ['100200', '300400', '500600', '700800'] as const;
const signed = (body: string): string => `sha256=${createHmac('sha256', SECRET).update(body).digest('hex')}`;
const text = (page: string, mid: string): object => ({
  id: page,
  messaging: [{ sender: { id: '77' }, recipient: { id: page }, timestamp: 1, message: { mid, text: 'recarga' } }],
});
const batch = (...entry: readonly object[]): string => JSON.stringify({ object: 'page', entry });

interface Bot {
  readonly url: string;
  /** Ids of what it heard. */
  readonly heard: readonly string[];
  readonly reports: readonly string[];
  /** Requests that came. */
  readonly asked: () => number;
  deliver(body: string, more?: Readonly<Record<string, string>>, signature?: string): Promise<number>;
  close(): Promise<void>;
}
const bots: Bot[] = [];
afterEach(async () => void (await Promise.all(bots.splice(0).map((each) => each.close()))));

const never = (): never => {
  throw new Error('not asked for');
};

/** The webhook of one country, over HTTP; behind it is only an ear. */
async function bot(page: string, others: Readonly<Record<string, string>>, port = 0): Promise<Bot> {
  const heard: string[] = [];
  const reports: string[] = [];
  let asked = 0;
  const http = httpServer({ log: logger('silent'), hsts: false, observe: () => void (asked += 1) });
  const report = (event: string): void => void reports.push(event);
  messengerWebhook({
    ...{ http, report, clock: Date.now, pages: [page], secrets: [SECRET], verifyToken: 'verify-me-please', people: undefined },
    turns: { accept: async ({ id }) => (heard.push(id), { status: 'granted', position: 1 }) },
    threads: threads({ put: async () => undefined, get: async () => undefined }),
    control: { pass: never, take: never, request: never },
    reader: { appId: '1', begins: () => true, payloadOf: () => undefined },
    keepFile: never,
    neighbours: neighbours({ pages: others, clock: Date.now, report, random: () => 0 }),
  });
  const url = `http://127.0.0.1:${await http.listen(port, '127.0.0.1')}`;
  const made: Bot = {
    ...{ url, heard, reports, asked: () => asked },
    deliver: async (body, more = {}, signature = signed(body)) => {
      const headers = { 'content-type': 'application/json', 'x-hub-signature-256': signature, ...more };
      return (await fetch(`${url}/webhooks/messenger`, { method: 'POST', headers, body })).status;
    },
    close: () => http.close(100),
  };
  bots.push(made);
  return made;
}

test('a delivery for two countries is heard by each, for its own page alone', async () => {
  const sv = await bot(SV, {});
  const gt = await bot(GT, { [SV]: sv.url });
  expect(await gt.deliver(batch(text(GT, 'm1'), text(SV, 'm2'), text(NOBODYS, 'm3'), text(SV, 'm4')))).toBe(200);
  expect([gt.heard, sv.heard, sv.asked()]).toEqual([['m1'], ['m2', 'm4'], 1]);
  expect([gt.reports.toSorted(), sv.reports]).toEqual([['backend', 'messenger.unknown-page'], []]);
});

test('a delivery for us alone goes nowhere else', async () => {
  const sv = await bot(SV, {});
  const gt = await bot(GT, { [SV]: sv.url });
  expect([await gt.deliver(batch(text(GT, 'm1'))), gt.heard, sv.asked()]).toEqual([200, ['m1'], 0]);
});

test('while one of them is away Meta is told to send it again, and the others have it meanwhile', async () => {
  const port = await freePort();
  const hn = await bot(HN, {});
  const gt = await bot(GT, { [SV]: `http://127.0.0.1:${port}/`, [HN]: hn.url });
  const body = batch(text(GT, 'm1'), text(SV, 'm2'), text(HN, 'm3'));
  expect([await gt.deliver(body), gt.heard, hn.heard]).toEqual([503, ['m1'], ['m3']]);
  expect(gt.reports).toContain('messenger.not-handed-on');
  const sv = await bot(SV, {}, port);
  expect([await gt.deliver(body), sv.heard]).toEqual([200, ['m2']]); // what the others hear again their mailboxes drop, by its mid
});

test('what Meta did not sign is handed to nobody, and believed of no neighbour', async () => {
  const sv = await bot(SV, {});
  const gt = await bot(GT, { [SV]: sv.url });
  const body = batch(text(SV, 'm1'));
  for (let at = 0; at < body.length; at += 1) {
    const bent = body.slice(0, at) + String.fromCharCode(body.charCodeAt(at) ^ 1) + body.slice(at + 1);
    expect(await gt.deliver(bent, {}, signed(body))).toBe(403);
    expect(await sv.deliver(bent, { 'x-messenger-pages': SV }, signed(body))).toBe(403);
  }
  expect([gt.heard, sv.heard, sv.asked()]).toEqual([[], [], body.length]);
});

test('a page that each says is the other’s goes to the other once, and back to Meta', async () => {
  const port = await freePort();
  const gt = await bot(GT, { [NOBODYS]: `http://127.0.0.1:${port}` });
  const sv = await bot(SV, { [NOBODYS]: gt.url, [GT]: gt.url }, port);
  expect(await gt.deliver(batch(text(NOBODYS, 'm1'), text(SV, 'm2'), text(GT, 'm3')))).toBe(503);
  expect([gt.asked(), sv.asked(), sv.heard]).toEqual([1, 1, []]);
  expect(await sv.deliver(batch(text(SV, 'm4'), text(GT, 'm5')), { 'x-messenger-pages': SV })).toBe(200);
  expect([gt.asked(), sv.heard]).toEqual([1, ['m4']]);
});

const answering = (...answers: readonly (readonly [number, string])[]): { readonly asked: () => number; readonly to: Neighbours } => {
  let asked = 0;
  const fetch = async (): Promise<Response> => {
    const [status, body] = answers[Math.min(asked, answers.length - 1)] ?? [500, ''];
    asked += 1;
    return new Response(body, { status });
  };
  const pages = { [SV]: 'https://sv.operator.example' };
  return { asked: () => asked, to: neighbours({ pages, fetch, clock: Date.now, report: () => undefined, random: () => 0 }) };
};
const handed = (to: Neighbours): Promise<void> => to.handOn({ body: Buffer.from('{}'), signature: 'sha256=' }, [SV]);

test('what a neighbour cannot take now is sent again, and again at most', async () => {
  const soon = answering([502, ''], [503, ''], [200, 'EVENT_RECEIVED']);
  await handed(soon.to);
  expect(soon.asked()).toBe(3);
  const away = answering([502, '']);
  await expect(handed(away.to)).rejects.toThrow();
  expect(away.asked()).toBe(3);
});

test.each([
  [200, '<html>Welcome</html>'],
  [403, ''],
  [404, ''],
  [302, ''],
  [500, ''],
])('%d %s is no bot that has it', async (status, body) => {
  const other = answering([status, body]);
  await expect(handed(other.to)).rejects.toThrow();
  expect(other.asked()).toBe(1);
});

test('a neighbour that fails and fails is left alone for a while', async () => {
  const failing = answering([500, '']);
  for (let times = 0; times < 8; times += 1) await expect(handed(failing.to)).rejects.toThrow();
  expect(failing.asked()).toBe(5);
});

test('two countries under one app: each answers as its country does, and the same delivery fifty times at once is heard once', async () => {
  const [port, redis] = await Promise.all([freePort(), startRedis()]);
  const page = '500600700800';
  const world = await startMessengerWorld({ MESSENGER_NEIGHBOURS: `${page}=http://127.0.0.1:${port}` });
  const salvador = { OPERATOR_COUNTRY: 'SV', PORT: String(port), REDIS_URL: redis.url, MESSENGER_PAGES: `${page}=${APP.pageToken}` };
  const sv = await createApp(readConfig({ ...world.environment, ...salvador, MESSENGER_NEIGHBOURS: `${APP.pageId}=${world.url}` }), logger('silent'));
  try {
    await sv.listen();
    const phones = [await world.phone(0), await world.phone(1)] as const;
    for (const each of phones) await each.do({ text: 'gracias' }); // the stand-in has one page: it knows now that they wrote
    const said = (at: 0 | 1, id: string, words: string): object => ({
      ...{ id, time: Date.now() },
      messaging: [{ sender: { id: phones[at].psid }, recipient: { id }, timestamp: Date.now(), message: { mid: `m_${words}_${at}`, text: words } }],
    });
    const both = (words: string): string => batch(said(0, APP.pageId, words), said(1, page, words));
    for (const each of phones) await each.hear(1);
    const hears = async (words: string, guatemala: string, elSalvador: string): Promise<void> => {
      const [one, other] = [await phones[0].hear(1), await phones[1].hear(1)];
      expect([words, ...[...one, ...other].map(wordsOf)]).toEqual([words, expect.stringContaining(guatemala), expect.stringContaining(elSalvador)]);
    };
    const keeps = (body: string): Promise<unknown> => until(async () => (await world.deliver(body)).status === 200); // else Meta sends it again
    await keeps(both('recarga'));
    await hears('recarga', '¿Qué número', '¿Qué número');
    const body = both('es la mía');
    await Promise.all(Array.from({ length: 50 }, () => keeps(body)));
    await hears('es la mía', '5555-0101', '7070-0101');
    await keeps(both('cancelar'));
    await hears('cancelar', 'Listo, lo dejo', 'Listo, lo dejo'); // and nothing before it
  } finally {
    await sv.close(2_000);
    await Promise.all([world.close(), redis.close()]);
  }
});
