import { startWorld, type World } from '../../support/app';
import { freePort } from '../../support/redis';
import { stillness } from '../../support/scripted';
import { until } from '../../support/until';

const SECRET = 'secret-of-the-sunshine-webhook';
const KEY = { id: 'app-key', secret: 'secret-of-the-app-key' };
const BOT = { SUNSHINE_APP_ID: 'app1', SUNSHINE_KEY_ID: KEY.id, SUNSHINE_KEY_SECRET: KEY.secret, SUNSHINE_WEBHOOK_SECRET: SECRET };

interface Line {
  readonly by: string;
  readonly name: string;
  readonly content: {
    readonly text?: string;
    readonly type: string;
    readonly actions?: readonly { readonly text: string; readonly payload: string }[];
  };
}
interface Chat {
  readonly cid: string;
  readonly holder: string;
  readonly ticket?: number;
  readonly metadata?: Record<string, unknown>;
  readonly lines: readonly Line[];
}

let world: World;
let port: number;
let isStill: () => Promise<boolean>;
beforeAll(async () => {
  port = await freePort();
  const hook = { url: `http://127.0.0.1:${port}/webhooks/sunshine`, secret: SECRET, appId: BOT.SUNSHINE_APP_ID, responder: 'care-bot' };
  world = await startWorld(
    { ...BOT, PORT: String(port), CARE_HOURS: 'mo-su 00:00-24:00; holidays 00:00-24:00', TURN_BUDGET_MS: '30000' }, // of which a case's number is waited for
    {},
    { sunshine: { hook, access: { keyId: KEY.id, keySecret: KEY.secret } } },
  );
  isStill = stillness(world);
});
afterAll(() => world.close());

const post = async (path: string, body: object, headers = {}): Promise<Response> =>
  fetch(path, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) });
const user = async (what: object): Promise<string> =>
  ((await (await post(`${world.sandbox.url}/sandbox/sunshine`, what)).json()) as { conversation: string }).conversation;
const chatOf = async (cid: string): Promise<Chat> => {
  const { chats } = (await (await fetch(`${world.sandbox.url}/sandbox/sunshine`)).json()) as { chats: Chat[] };
  const found = chats.find((each) => each.cid === cid);
  if (!found) throw new Error('no such conversation');
  return found;
};
const saidBy = async (who: string, cid: string): Promise<readonly Line[]> => (await chatOf(cid)).lines.filter(({ by }) => by === who);
/** All that the bot said, once it is so much and whole: a reply may be several messages. */
const spoke = async (cid: string, count: number): Promise<readonly Line[]> => {
  await until(async () => (await saidBy('bot', cid)).length >= count);
  await until(isStill);
  return saidBy('bot', cid);
};
/** How much the bot had said before it answers one word more. A conversation is heard in its order: whatever it answered by mistake stands before that. */
const saidInAll = async (cid: string): Promise<number> => {
  await user({ conversation: cid, text: 'english' });
  return until(async () => {
    const said = await saidBy('bot', cid);
    const last = said.findIndex(({ content }) => content.text?.includes('We go on in English.'));
    return last < 0 ? undefined : last;
  });
};

test('it answers in text with replies, takes a reply back, shows that it works, and never answers itself', async () => {
  const cid = await user({ text: 'hola' });
  const [hello] = await spoke(cid, 1);
  expect(hello?.name).toBe('Alba');
  const replies = hello?.content.actions ?? [];
  expect(replies.length).toBeGreaterThan(0);
  await user({ conversation: cid, text: 'ayuda' });
  const said = await spoke(cid, 2);
  await user({ conversation: cid, text: replies[0]?.text ?? '', payload: replies[0]?.payload ?? '' });
  await spoke(cid, said.length + 1);
  await user({ conversation: cid, text: 'cancelar' });
  await spoke(cid, said.length + 2);
  expect(await saidInAll(cid)).toBe(said.length + 2);
});

test('a postback is a tap', async () => {
  const cid = await user({ text: 'hola' });
  await spoke(cid, 1);
  await user({ conversation: cid, postback: 'go:balances' });
  const said = await spoke(cid, 2);
  expect(said[1]?.content.text).toMatch(/número/i);
});

test('nobody gets in without the key, or for another app', async () => {
  const url = `${world.url}/webhooks/sunshine`;
  const body = { app: { id: 'app1' }, events: [] };
  const statuses = await Promise.all([
    post(url, body),
    post(url, body, { 'x-api-key': 'wrong' }),
    post(url, { ...body, app: { id: 'x' } }, { 'x-api-key': SECRET }),
    post(url, body, { 'x-api-key': SECRET }),
  ]);
  expect(statuses.map(({ status }) => status)).toEqual([401, 401, 403, 200]);
});

test('the same event twice is one message, and events of a conversation that others hold are not answered', async () => {
  const cid = await user({ text: 'hola' });
  const before = (await spoke(cid, 1)).length;
  const event = (holder: string, id: string) => ({
    app: { id: 'app1' },
    events: [
      {
        ...{ id, type: 'conversation:message' },
        payload: {
          conversation: { id: cid, activeSwitchboardIntegration: { id: 'x', name: holder, integrationId: 'y' } },
          message: { author: { type: 'user' }, content: { type: 'text', text: 'ayuda' } },
        },
      },
    ],
  });
  /** As Zendesk does: what a slow machine did not keep is sent again. */
  const send = (body: object): Promise<boolean> =>
    until(async () => (await post(`${world.url}/webhooks/sunshine`, body, { 'x-api-key': SECRET })).ok);
  await send(event('zd-agentWorkspace', 'e1'));
  await send(event('care-bot', 'e2'));
  await spoke(cid, before + 1);
  await send(event('care-bot', 'e2'));
  expect(await saidInAll(cid)).toBe(before + 1);
});

interface Filed {
  readonly ticket: { readonly comments: readonly { readonly files: readonly { readonly name: string; readonly url: string }[] }[] };
}

test('a person is wanted: control is passed with the case, agents speak for themselves, and the bot is back when they close', async () => {
  const cid = await user({ text: 'quiero hablar con una persona' });
  await spoke(cid, 1);
  await user({ conversation: cid, text: 'mi internet no funciona desde ayer' });
  const held = await until(async () => {
    const chat = await chatOf(cid);
    return chat.holder === 'agents' ? chat : undefined;
  });
  expect(held.metadata).toMatchObject({ reference: expect.stringMatching(/^C-/), case: expect.stringMatching(/^\d+$/) });
  const handed = held.lines.filter(({ by }) => by === 'bot');
  expect(handed.at(-1)?.content.text).toContain(`Caso ${String(held.metadata?.['case'])}`);
  // What was said so far goes with the case, though no log of it is kept.
  const filed = (await (await fetch(`${world.sandbox.url}/sandbox/tickets/${String(held.metadata?.['case'])}`)).json()) as Filed;
  const [transcript] = filed.ticket.comments.flatMap(({ files }) => files);
  expect(transcript?.name).toBe('conversacion.txt');
  expect(await (await fetch(new URL(transcript?.url ?? '', world.sandbox.url))).text()).toMatch(
    / > quiero hablar con una persona\n\S+ < Claro que sí/,
  );
  await user({ conversation: cid, text: 'menú' });
  const ticket = `${world.sandbox.url}/sandbox/tickets/${held.ticket}`;
  await post(ticket, { text: 'Hola, soy Marta.' });
  const { lines } = await chatOf(cid);
  expect(lines.findLast(({ by }) => by === 'agent')).toMatchObject({ name: 'Marta Solís', content: { text: 'Hola, soy Marta.' } });
  await post(ticket, { status: 'closed' });
  const back = await spoke(cid, handed.length + 1);
  expect(back[handed.length]?.content.text).toContain('quedó cerrado. Sigo aquí si necesitas algo más.');
  await user({ conversation: cid, text: 'gracias' });
  await spoke(cid, handed.length + 2);
});

test('Sunshine may refuse for a moment, or fail: what was said still arrives, in order', async () => {
  const cid = await user({ text: 'hola' });
  const before = (await spoke(cid, 1)).length;
  await world.sandbox.fault({ counterpart: 'sunshine', kind: 'limit', times: 2 });
  await user({ conversation: cid, text: 'ayuda' });
  const said = await spoke(cid, before + 1);
  expect(said.length).toBe(before + 1);
});
