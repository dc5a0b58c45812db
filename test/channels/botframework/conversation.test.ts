import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { activityOf, channelChat, postTo, startBotWorld, type BotWorld, type ChannelChat } from '../../support/bot-framework';
import { callerClaims, CALLER, sign } from '../../support/tokens';
import { until } from '../../support/until';

let bot: BotWorld;
beforeAll(async () => void (bot = await startBotWorld()));
afterAll(() => bot.close());
afterEach(() => bot.world.sandbox.clearFaults());

const textsOf = (said: readonly { text?: string | undefined }[]): string[] => said.map(({ text = '' }) => text.replaceAll('\u00a0', ' '));
const signIn = async (chat: ChannelChat, line = '5555-0101', { world } = bot): Promise<void> => {
  await chat.send('saldo');
  await chat.hear(1);
  await chat.send(line);
  await chat.hear(1);
  await chat.send(await world.codeOf(line));
};
/** Messages that went to a conversation: a slow machine shows besides that it is at work. */
const sentTo = (conversation: string) =>
  bot.connector.sendings.filter((each) => each.conversation === conversation && each.activity.type !== 'typing');

test('María signs in and reads her balance; every reply goes through the connector, in order, with a token of ours', async () => {
  const chat = channelChat(bot);
  await chat.send({ type: 'conversationUpdate', membersAdded: [{ id: 'bot@alba' }] });
  await chat.send({ type: 'conversationUpdate', membersAdded: [{ id: 'maria' }] });
  expect(textsOf(await chat.hear(1))).toEqual([expect.stringContaining('soy el asistente virtual de Alba')]);
  expect(await chat.send('saldo')).toEqual({ status: 200, text: '', body: undefined });
  expect(textsOf(await chat.hear(1))).toEqual([expect.stringContaining('¿Qué número reviso?')]);
  await chat.send('55550101');
  expect(textsOf(await chat.hear(1))).toEqual([expect.stringContaining('Te mando un código por SMS al 5555-0101')]);
  await chat.send(await bot.world.codeOf('5555-0101'));
  const [done, balance] = await chat.hear(2);
  expect(textsOf([done!, balance!])).toEqual(['Listo, la línea 5555-0101 es tuya.', expect.stringContaining('Saldo: Q37.50')]);
  expect(balance).toMatchObject({
    ...{ type: 'message', channelId: 'webchat', serviceUrl: bot.connector.url, conversation: { id: chat.conversation } },
    ...{ from: { id: 'bot@alba' }, recipient: { id: `user of ${chat.conversation}` } },
  });
  await chat.tap('Lo que me queda');
  expect(textsOf(await chat.hear(1))).toEqual([expect.stringContaining('1.2 GB de 3 GB')]);
  const mine = bot.connector.sendings.filter(({ conversation }) => conversation === chat.conversation);
  expect(new Set(mine.map(({ authorization }) => authorization))).toEqual(new Set(['Bearer for https://api.botframework.com']));
  expect(bot.connector.strays).toEqual([]);
});

test('on Facebook behind Azure taps are what they are, and an echo of our own words is nobody’s message', async () => {
  const chat = channelChat(bot, { channelId: 'facebook' });
  const heard = async (more: object) => {
    await chat.send(more);
    const [one] = await chat.hear(1);
    const { text, attachment } = z.looseObject({ text: z.string().optional(), attachment: z.unknown().optional() }).parse(one?.channelData ?? {});
    return `${one?.text ?? ''}${text ?? ''}${JSON.stringify(attachment ?? '')}`;
  };
  const echo = { message: { mid: 'm_e', text: 'saldo', is_echo: true, app_id: 1 } };
  await chat.send({ text: 'saldo', channelData: echo });
  await chat.send({ type: 'event', name: 'x', value: { delivery: { watermark: 1 } }, channelData: echo });
  expect(await heard({ text: 'GET_STARTED', channelData: { postback: { title: 'Empezar', payload: 'GET_STARTED' } } })).toContain(
    'asistente virtual',
  );
  expect(await heard({ text: 'go:balances', channelData: { postback: { title: 'Ver mi saldo', payload: 'go:balances' } } })).toContain(
    '¿Qué número reviso?',
  );
  expect(
    await heard({ text: 'x', channelData: { message: { mid: 'm_1', text: 'Menú', quick_reply: { payload: '{"choice":"go:stores"}' } } } }),
  ).toMatch(/tienda|dónde/i);
  expect(await heard({ type: 'event', name: 'referral', value: { referral: { ref: 'plan', source: 'SHORTLINK', type: 'OPEN_THREAD' } } })).toMatch(
    /número/,
  );
  expect(
    await heard({ text: '', channelData: { message: { mid: 'm_2', attachments: [{ type: 'audio', payload: { url: 'https://x' } }] } } }),
  ).toMatch(/audio|voz/i);
  expect(await chat.hear(0)).toEqual([]);
});

test('a slow turn shows that the bot is at work; replies answer nothing by name, for they may come later', async () => {
  const chat = channelChat(bot);
  await signIn(chat, '5555-0102');
  await chat.hear(2);
  await bot.world.sandbox.fault({ counterpart: 'prepaid', kind: 'slow:2500', times: 1 });
  await chat.send('saldo');
  expect(textsOf(await chat.hear(1))).toEqual([expect.stringContaining('5555-0102')]);
  const mine = bot.connector.sendings.filter(({ conversation }) => conversation === chat.conversation);
  expect(mine.slice(-2).map(({ activity }) => activity.type)).toEqual(['typing', 'message']);
  expect(mine.map(({ path, activity }) => [path.endsWith('/activities'), activity.replyToId])).toEqual(mine.map(() => [true, undefined]));
});

test('a repeated activity has one effect, and a card number never gets further than the door', async () => {
  const chat = channelChat(bot);
  const activity = activityOf(bot.connector, chat.conversation, { text: 'hola' });
  expect((await Promise.all([1, 2, 3].map(() => bot.post(activity)))).map(({ status }) => status)).toEqual([200, 200, 200]);
  await chat.send('mi tarjeta es 4111 1111 1111 1111');
  const said = textsOf(await chat.hear(2));
  expect(said[0]).toContain('¿Qué necesitas?');
  expect(said[1]).toMatch(/tarjeta/);
  expect(await chat.hear(0)).toEqual([]);
  expect(sentTo(chat.conversation)).toHaveLength(2);
});

describe('callers that expect the replies in the answer', () => {
  const ask = (conversation: string, more: object) => bot.post(activityOf(bot.connector, conversation, { deliveryMode: 'expectReplies', ...more }));
  const activitiesIn = ({ body }: { body: unknown }) =>
    (body as { activities: { type: string; text: string; replyToId?: string; id?: string }[] }).activities;

  test('get them there, and a repeated call gets the same ones', async () => {
    const conversation = randomUUID();
    const activity = { id: 'one', text: 'saldo' };
    const first = await ask(conversation, activity);
    expect(first.status).toBe(200);
    expect(activitiesIn(first)).toMatchObject([{ type: 'message', text: expect.stringContaining('¿Qué número reviso?'), replyToId: 'one' }]);
    expect(activitiesIn(await ask(conversation, activity))).toEqual(activitiesIn(first));
    expect(sentTo(conversation)).toEqual([]);
  });

  test('are told that it takes longer, and get the rest through the connector', async () => {
    const hasty = await startBotWorld({ TURN_BUDGET_MS: '2000' });
    try {
      const chat = channelChat(hasty);
      const balance = (): Promise<true> => until(async () => textsOf(await chat.hear(1)).some((words) => words.includes('Saldo: Q37.50')));
      await signIn(chat, '5555-0101', hasty);
      await balance();
      await hasty.world.sandbox.fault({ counterpart: 'prepaid', kind: 'slow:3000', times: 1 });
      const answer = await hasty.post(activityOf(hasty.connector, chat.conversation, { deliveryMode: 'expectReplies', text: 'saldo' }));
      expect(textsOf(activitiesIn(answer))).toEqual([expect.stringContaining('Sigo en ello')]);
      await balance();
    } finally {
      await hasty.close();
    }
  });

  test('are answered with nothing when nothing is said', async () => {
    expect(await ask(randomUUID(), { type: 'typing' })).toMatchObject({ status: 200, body: { activities: [] } });
  });
});

test('another bot that is listed may call this one; our token is made for it, and its conversations are its own', async () => {
  const chat = channelChat(bot);
  await signIn(chat);
  await chat.hear(2);
  const token = sign(bot.keys.tenant, callerClaims());
  const posted = await bot.post(activityOf(bot.connector, chat.conversation, { text: 'saldo' }), { authorization: `Bearer ${token}` });
  expect(posted.status).toBe(200);
  expect(textsOf(await chat.hear(1))).toEqual([expect.stringContaining('¿Qué número reviso?')]); // not María's balance
  expect(sentTo(chat.conversation).at(-1)?.authorization).toBe(`Bearer for ${CALLER}`);
});

test('replies are sent again after a 503 and a 429, in order; one that is refused for good does not hold up the next', async () => {
  const chat = channelChat(bot);
  bot.connector.refuse(503, { status: 429, headers: { 'retry-after': '0' } });
  await signIn(chat, '5555-0104');
  expect(textsOf(await chat.hear(2))).toEqual(['Listo, la línea 5555-0104 es tuya.', expect.stringContaining('5555-0104')]);
  bot.connector.refuse(403);
  await chat.send('menú');
  await chat.send('gracias');
  expect(textsOf(await chat.hear(1))).toEqual([expect.stringContaining('Con gusto')]);
});

test('what the bot has no use for is taken and dropped', async () => {
  const statuses = [];
  for (const more of [
    { type: 'typing' },
    { type: 'endOfConversation' },
    { type: 'event', name: 'anything' },
    { type: 'messageReaction' },
    { type: 'message', text: '' },
    { type: 'message', text: 'saldo', conversation: { id: 'group', isGroup: true } },
  ])
    statuses.push((await bot.post(activityOf(bot.connector, 'quiet', more))).status);
  expect(new Set(statuses)).toEqual(new Set([200]));
  expect(await bot.post(activityOf(bot.connector, 'quiet', { type: 'invoke', name: 'x' }))).toMatchObject({
    status: 501,
    body: { code: 'NotImplemented' },
  });
  expect(await bot.connector.hear('quiet', 0)).toEqual([]);
});

test('what a process could not deliver before it went is delivered by another, which has never heard of the conversation', async () => {
  const leaving = await bot.world.another();
  const [conversation, headers] = [randomUUID(), { authorization: `Bearer ${bot.token()}` }];
  bot.connector.refuse(503);
  await postTo(leaving.url, activityOf(bot.connector, conversation, { text: 'hola' }), headers);
  await until(() => bot.connector.sendings.some((each) => each.conversation === conversation));
  await leaving.close();
  expect(textsOf(await bot.connector.hear(conversation, 1))).toEqual([expect.stringContaining('¿Qué necesitas?')]);
});
