import { APP, signed, startMessengerWorld, wordsOf, type MessengerWorld } from '../../support/messenger';
import { until } from '../../support/until';

let world: MessengerWorld;
let psids: string[];
beforeAll(async () => {
  world = await startMessengerWorld();
  psids = (await world.threads()).threads.map(({ psid }) => psid);
  // The sandbox' Meta lets nobody be written to who did not write: their window opens here.
  for (const at of [0, 1, 2, 3]) await (await world.phone(at)).do({ text: 'gracias' });
  for (const at of [0, 1, 2, 3]) await (await world.phone(at)).hear(1);
});
afterAll(() => world.close());

const event = (at: number, more: object, timestamp = Date.now()): object => ({
  sender: { id: psids[at] },
  recipient: { id: APP.pageId },
  timestamp,
  ...more,
});
const text = (at: number, mid: string, words: string, timestamp?: number): object => event(at, { message: { mid, text: words } }, timestamp);
const batch = (...messaging: unknown[]): string => JSON.stringify({ object: 'page', entry: [{ id: APP.pageId, time: Date.now(), messaging }] });
const saidTo = async (at: number): Promise<string[]> =>
  ((await world.threads()).threads[at]?.said ?? []).filter(({ by }) => by === 'bot').map(wordsOf);

test('verification: the challenge for who knows the token, 403 for everybody else', async () => {
  const ask = (query: Record<string, string>) => fetch(`${world.url}/webhooks/messenger?${new URLSearchParams(query).toString()}`);
  const good = { 'hub.mode': 'subscribe', 'hub.verify_token': APP.verifyToken, 'hub.challenge': '1158201444' };
  const answer = await ask(good);
  expect([answer.status, await answer.text(), answer.headers.get('content-type')]).toEqual([200, '1158201444', 'text/plain']);
  for (const wrong of [{}, { ...good, 'hub.verify_token': 'x' }, { ...good, 'hub.mode': 'unsubscribe' }, { ...good, 'hub.challenge': '<script>' }])
    expect((await ask(wrong as Record<string, string>)).status).toBe(403);
});

test('a body is believed as it was signed, and in no other way', async () => {
  const body = batch(text(0, 'm_forged', 'hola'));
  const before = await saidTo(0);
  const header = signed(body);
  expect((await world.deliver(body, '')).status).toBe(403);
  expect((await world.deliver(body, header.replace('sha256', 'sha1'))).status).toBe(403);
  for (let at = 0; at < body.length; at += 1) {
    const bent = body.slice(0, at) + String.fromCharCode(body.charCodeAt(at) ^ 1) + body.slice(at + 1);
    expect((await world.deliver(bent, header)).status).toBe(403);
  }
  expect((await world.deliver('{}', signed('{}'))).status).toBe(400);
  expect((await world.deliver('[', signed('['))).status).toBe(400);
  expect(await saidTo(0)).toEqual(before);
});

test('the same message a hundred times at once is heard once', async () => {
  const before = (await saidTo(1)).length;
  const body = batch(text(1, 'm_same', 'hola'));
  const isKept = (): Promise<true> => until(async () => (await world.deliver(body)).status === 200); // else Meta sends it again
  await Promise.all(Array.from({ length: 100 }, isKept));
  await until(async () => (await saidTo(1)).length > before);
  await world.deliver(batch(text(1, 'm_after', 'gracias')));
  await until(async () => (await saidTo(1)).length > before + 1);
  expect(await saidTo(1)).toHaveLength(before + 2);
});

test('a batch in disorder, with what nobody understands in it, is heard in order', async () => {
  const before = (await saidTo(2)).length;
  const now = Date.now();
  const body = batch(text(2, 'm_b', 'english', now + 2), { garbage: true }, 7, event(2, { read: { watermark: 1 } }), text(2, 'm_a', 'hola', now + 1));
  expect((await world.deliver(body)).status).toBe(200);
  await until(async () => (await saidTo(2)).length > before + 1);
  const [first, second] = (await saidTo(2)).slice(before);
  expect([first, second]).toEqual([expect.stringContaining('asistente virtual'), expect.stringMatching(/English|speak|assistant/i)]);
});

test('another page’s events are taken and not answered: they are none of ours', async () => {
  const body = JSON.stringify({ object: 'page', entry: [{ id: '999', messaging: [text(3, 'm_other', 'hola')] }] });
  const before = await saidTo(3);
  expect((await world.deliver(body)).status).toBe(200);
  await world.deliver(batch(text(3, 'm_ours', 'gracias')));
  await until(async () => (await saidTo(3)).length > before.length);
  expect(await saidTo(3)).toHaveLength(before.length + 1);
});

test('a refusal that passes is tried again, one that does not is given up, and the chat goes on', async () => {
  const phone = await world.phone(0);
  await phone.rest();
  await world.control('/errors', { code: 1200 });
  await phone.do({ text: 'hola' });
  expect(wordsOf((await phone.hear(1))[0]!)).toContain('asistente virtual');
  await world.control('/errors', { code: 551 });
  await phone.do({ text: 'hola' });
  await phone.do({ text: 'gracias' });
  expect(wordsOf((await phone.hear(1))[0]!)).not.toContain('asistente virtual');
});

test('it is answered at once while the operator takes four seconds', async () => {
  const phone = await world.phone(3);
  await world.sandbox.fault({ counterpart: 'stores', kind: 'slow:4000' });
  const answer = await world.deliver(batch(text(3, 'm_slow', 'tiendas en xela')));
  expect(answer.status).toBe(200);
  expect((await phone.rest()).map(wordsOf).join()).not.toContain('Quetzaltenango'); // it did not wait for the operator
  await until(async () => (await saidTo(3)).some((words) => words.includes('Quetzaltenango')));
  await world.sandbox.clearFaults();
});

test('Redis away: nothing is lost, because Meta is told to send it again', async () => {
  const body = batch(text(0, 'm_away', 'gracias'));
  const before = await saidTo(0);
  await world.redis.stop();
  expect((await world.deliver(body)).status).toBe(503);
  await world.redis.start();
  await until(async () => (await world.deliver(body)).status === 200);
  await until(async () => (await saidTo(0)).length > before.length);
});
