import nock from 'nock';
import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import { threadControl } from '../../../src/channels/messenger/control';
import { graphApi } from '../../../src/channels/messenger/graph';
import { pace } from '../../../src/channels/messenger/pace';
import { personas } from '../../../src/channels/messenger/personas';
import { sendBy, type SendParts } from '../../../src/channels/messenger/send';
import { threads, type Kept } from '../../../src/channels/messenger/threads';
import type { Message } from '../../../src/domain/message';
import { onlyNock } from '../../integrations/parts';
import { freePort } from '../../support/redis';

const [PAGE, PSID, TOKEN, SECRET] = ['1002', '7755', 'page-token-1', 'app-secret-1'];
const GRAPH = 'http://graph.test';
const INBOX = '263902037430900';
const NOW = 1_795_000_000_000;
const proof = createHmac('sha256', SECRET).update(TOKEN).digest('hex');

onlyNock();

interface Sending {
  readonly send: (message: Message | string, number?: number) => ReturnType<ReturnType<typeof sendBy>>;
  readonly reported: string[];
}
function sending(thread: Partial<Kept> = {}, more: Partial<SendParts> = {}, url = GRAPH): Sending {
  const kept = new Map<string, string>([['fb:c reference', JSON.stringify({ page: PAGE, psid: PSID, at: NOW - 1_000, ...thread })]]);
  const store = {
    put: async (to: string, what: string, text: string) => void kept.set(`${to} ${what}`, text),
    get: async (to: string, what: string) => kept.get(`${to} ${what}`),
  };
  const reported: string[] = [];
  const graph = graphApi({ url, version: 'v25.0', appSecret: SECRET, pages: { [PAGE]: TOKEN } });
  const send = sendBy({
    ...{
      graph,
      threads: threads(store),
      pace: pace(
        () => 300,
        () => NOW,
      ),
      outside: 'nothing' as const,
      clock: () => NOW,
    },
    personas: personas({ graph, picture: 'https://chat.example/person.svg', clock: () => NOW }),
    ...{ control: threadControl(graph, INBOX), notPassed: async (_: string, number: number) => void reported.push(`not passed ${number}`) },
    report: (event) => reported.push(event),
    ...more,
  });
  return { send: (message, number = 1) => send('fb:c', number, JSON.stringify(typeof message === 'string' ? { text: message } : message)), reported };
}

const messages = (body?: object) =>
  nock(GRAPH)
    .post('/v25.0/me/messages', body as nock.RequestBodyMatcher)
    .query({ appsecret_proof: proof });
/** Over real connections, which nock does not play: a Graph that ends them as `how` does, or that is not there. */
async function ended(how: ((socket: Socket) => void) | undefined, act: (url: string) => Promise<void>): Promise<void> {
  const [server, port] = [createServer(how), await freePort()]; // nobody else comes upon it, though nobody listens
  if (how) await once(server.listen(port, '127.0.0.1'), 'listening');
  nock.restore();
  try {
    await act(`http://127.0.0.1:${port}`);
  } finally {
    nock.activate();
    server.close();
  }
}
const taken = { recipient_id: PSID, message_id: 'm_1' };

test('a message goes to its thread, with the token in a header and its proof', async () => {
  nock(GRAPH, { reqheaders: { authorization: `Bearer ${TOKEN}` } })
    .post('/v25.0/me/messages', { recipient: { id: PSID }, messaging_type: 'RESPONSE', message: { text: 'Hola.' } })
    .query({ appsecret_proof: proof })
    .reply(200, taken);
  expect(await sending().send('Hola.')).toBe('delivered');
});

test.each<[string, number, number, number, unknown]>([
  ['temporary', 400, 1200, 0, { retry: expect.any(String) }],
  ['unexpected', 500, 2, 0, { retry: expect.any(String) }],
  ['too many calls', 400, 4, 0, { retry: expect.any(String), afterMs: 30_000 }],
  ['rate limit', 400, 613, 0, { retry: expect.any(String), afterMs: 30_000 }],
  ['a server in trouble', 503, 0, 0, { retry: expect.any(String) }],
  ['invalid', 400, 100, 2018001, { gaveUp: expect.stringContaining('100/2018001') }],
  ['the window', 400, 10, 2018278, { gaveUp: expect.stringContaining('window') }],
  ['a token that does not hold', 400, 190, 0, { gaveUp: expect.stringContaining('token') }],
  ['permissions', 403, 200, 0, { gaveUp: expect.any(String) }],
  ['permissions', 403, 230, 0, { gaveUp: expect.any(String) }],
  ['abuse', 400, 368, 0, { gaveUp: expect.any(String) }],
  ['blocked', 400, 551, 0, { gaveUp: expect.stringContaining('blocked') }],
  ['commerce', 400, 2022, 0, { gaveUp: expect.any(String) }],
  ['no permission', 400, 10900, 0, { gaveUp: expect.any(String) }],
  ['a code of tomorrow', 400, 99_999, 0, { gaveUp: expect.any(String) }],
  ['an answer that broke off', 500, 1, 1357046, { gaveUp: expect.stringContaining('may have arrived') }],
])('%s', async (_, status, code, error_subcode, expected) => {
  messages().reply(status, { error: { message: 'x', type: 'OAuthException', code, error_subcode } });
  expect(await sending().send('Hola.')).toEqual(expected);
});

test('a token that does not hold is an alarm', async () => {
  messages().reply(400, { error: { code: 190 } });
  const { send, reported } = sending();
  await send('Hola.');
  expect(reported).toEqual(['messenger.token']);
});

test('what may have arrived is not repeated, unless it tells of money', () =>
  ended(
    (socket) => socket.once('data', () => socket.destroy()),
    async (url) => {
      const { send } = sending({}, {}, url);
      expect(await send('Hola.')).toEqual({ gaveUp: expect.stringContaining('may have arrived') });
      expect(await send({ text: 'Listo. R-7K2M9.', tells: ['x'] }, 2)).toEqual({ retry: expect.any(String) });
    },
  ));

test('nobody there at all: it is tried again', () =>
  ended(undefined, async (url) => {
    expect(await sending({}, {}, url).send('Hola.')).toEqual({ retry: expect.any(String) });
  }));

test('"unexpected" is believed three times: it is said of who blocked us, too', async () => {
  messages()
    .times(3)
    .reply(500, { error: { code: 2 } });
  const { send } = sending();
  expect([await send('a'), await send('a'), await send('a')]).toEqual([
    { retry: expect.any(String) },
    { retry: expect.any(String) },
    { gaveUp: expect.any(String) },
  ]);
});

test('of a long reply only what has not gone out is sent again', async () => {
  const long = Array.from({ length: 200 }, (_, at) => `Esta frase es la ${at}.`).join(' ');
  const said: string[] = [];
  const note = (_: string, body: nock.Body): object => (said.push(JSON.stringify(body)), taken);
  messages().reply(200, note);
  messages().reply(503, {});
  messages().times(2).reply(200, note);
  const { send } = sending();
  expect(await send(long, 7)).toEqual({ retry: expect.any(String) });
  expect(await send(long, 7)).toBe('delivered');
  expect(said).toHaveLength(3);
  expect(new Set(said).size).toBe(3);
});

test('after a day nothing is said; a person may be, where that is granted, for a week', async () => {
  const late = { at: NOW - 25 * 3_600_000 };
  expect(await sending(late).send('Hola.')).toEqual({ gaveUp: 'outside the window' });
  const granted = { outside: 'human-agent' as const };
  expect(await sending(late, granted).send('Hola.')).toEqual({ gaveUp: 'outside the window' });
  nock(GRAPH)
    .post('/v25.0/me/personas', { name: 'Ana', profile_picture_url: 'https://chat.example/person.svg' })
    .query(true)
    .reply(200, { id: '77' });
  messages({
    recipient: { id: PSID },
    messaging_type: 'MESSAGE_TAG',
    tag: 'HUMAN_AGENT',
    persona_id: '77',
    message: { text: 'Hola, soy Ana.' },
  }).reply(200, taken);
  expect(await sending(late, granted).send({ text: 'Hola, soy Ana.', speaker: 'Ana' })).toBe('delivered');
  expect(await sending({ at: NOW - 8 * 24 * 3_600_000 }, granted).send({ text: 'x', speaker: 'Ana' })).toEqual({ gaveUp: 'outside the window' });
});

test('a person speaks under their own name, once made; without one the name stands before the words', async () => {
  nock(GRAPH).post('/v25.0/me/personas').query(true).reply(200, { id: '77' });
  messages((body: object) => 'persona_id' in body)
    .times(2)
    .reply(200, taken);
  const { send } = sending();
  await send({ text: 'Hola.', speaker: 'Ana' });
  expect(await send({ text: '¿Sigue ahí?', speaker: 'Ana' }, 2)).toBe('delivered');
  nock(GRAPH)
    .post('/v25.0/me/personas')
    .query(true)
    .reply(400, { error: { code: 100 } });
  messages({ recipient: { id: PSID }, messaging_type: 'RESPONSE', message: { text: 'Luis: Hola.' } }).reply(200, taken);
  expect(await sending().send({ text: 'Hola.', speaker: 'Luis' })).toBe('delivered');
});

const control = (how: 'pass' | 'take', body: object) =>
  nock(GRAPH)
    .post(`/v25.0/me/${how}_thread_control`, body as nock.RequestBodyMatcher)
    .query(true);
const handed = { text: 'Te paso con una persona.', passes: { reference: 'C-7K2M9', number: '48211' } };
const pass = () => control('pass', { recipient: { id: PSID }, target_app_id: INBOX, metadata: 'case 48211' });

test('a person of the page’s inbox gets the thread after the words; then only people speak there, and what tells of money', async () => {
  messages({ recipient: { id: PSID }, messaging_type: 'RESPONSE', message: { text: 'Te paso con una persona.' } }).reply(200, taken);
  pass().reply(503, {});
  pass().reply(200, { success: true });
  const { send } = sending();
  expect(await send(handed, 4)).toEqual({ retry: expect.any(String) });
  expect(await send(handed, 4)).toBe('delivered'); // the words once
  expect(await send('¿Algo más?', 5)).toEqual({ gaveUp: 'a person has the thread' });
  control('take', { recipient: { id: PSID }, metadata: /./ }).reply(200, { success: true });
  messages().reply(200, taken);
  control('pass', { recipient: { id: PSID }, target_app_id: INBOX, metadata: 'told' }).reply(200, { success: true });
  expect(await send({ text: 'Listo. R-7K2M9.', tells: ['x'] }, 6)).toBe('delivered');
});

test('a thread that cannot be passed is no dead end: it is said within, and the words stay', async () => {
  messages().reply(200, taken);
  pass().reply(400, { error: { code: 10 } });
  messages().reply(200, taken);
  const { send, reported } = sending();
  expect(await send(handed, 4)).toBe('delivered');
  expect(reported).toEqual(['messenger.not-passed', 'not passed 4']);
  expect(await send('¿Algo más?', 5)).toBe('delivered');
});

test('a thread that nobody takes is people’s on the case before its reply is given up: its customer waits for somebody', async () => {
  messages().reply(200, taken);
  pass().times(5).reply(503, {});
  const { send, reported } = sending();
  for (let tries = 1; tries < 5; tries++) expect(await send(handed, 4)).toEqual({ retry: expect.any(String) });
  expect(await send(handed, 4)).toBe('delivered');
  expect(reported).toEqual(['messenger.not-passed', 'not passed 4']);
});

test('a page is not written to faster than it may be, and what comes together goes out together', async () => {
  let now = 0;
  let room = 2;
  const limit = pace(
    () => room,
    () => now,
  );
  let gone = 0;
  for (let turn = 1; turn <= 6; turn++) void limit.turn(PAGE).then(() => (gone += 1));
  expect(await limit.turn(PAGE)).toBe(3_000); // two each second until then
  expect(gone).toBe(2);
  expect(await limit.turn('another')).toBe(0);
  now = 10_000;
  expect([await limit.turn(PAGE), await limit.turn(PAGE)]).toEqual([0, 0]);
  now = 10_500;
  room = 1; // another process writes to it too
  void limit.turn(PAGE);
  void limit.turn(PAGE);
  expect(await limit.turn(PAGE)).toBe(2_500);
});

test('a redirect is not followed, and what became of the message is not known', async () => {
  messages().reply(302, '', { location: `${GRAPH}/elsewhere` });
  expect(await sending().send('Hola.')).toEqual({ gaveUp: expect.stringContaining('may have arrived') });
});
