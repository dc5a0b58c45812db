import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import {
  ConversationState,
  MemoryStorage,
  SkillConversationIdFactory,
  TestAdapter,
  type TurnContext,
  type Activity,
  type BotFrameworkClient,
  type InvokeResponse,
} from 'botbuilder';
import { DialogSet, DialogTurnStatus, SkillDialog, type BeginSkillDialogOptions } from 'botbuilder-dialogs';
import { z } from 'zod';
import { CALLS } from '../../../src/channels/botframework/calls';
import { activityOf, channelChat, startBotWorld, type BotWorld } from '../../support/bot-framework';
import { APP_ID, CALLER, callerClaims, sign } from '../../support/tokens';

const ROOT = resolve(__dirname, '../../..');
const written: unknown = JSON.parse(readFileSync(resolve(ROOT, 'manifests/skill/care-bot.json'), 'utf8'));
const isManifest = addFormats(new Ajv({ strict: false })).compile(
  JSON.parse(readFileSync(resolve(ROOT, 'test/schemas/skill-manifest-2.2.schema.json'), 'utf8')) as object,
);

let bot: BotWorld;
beforeAll(async () => void (bot = await startBotWorld()));
afterAll(() => bot.close());
afterEach(() => bot.world.sandbox.clearFaults());

const token = (): string => sign(bot.keys.tenant, callerClaims());

describe('the manifest', () => {
  test('is one, by the published schema, as it is written and as it is served', async () => {
    const served: unknown = await (await fetch(`${bot.world.url}/manifests/care-bot.json`)).json();
    for (const manifest of [written, served]) expect(isManifest(manifest) ? [] : isManifest.errors).toEqual([]);
    expect(served).toMatchObject({ endpoints: [{ endpointUrl: expect.stringMatching(/^http.*\/api\/messages$/), msAppId: APP_ID }] });
    expect(isManifest({ ...(written as object), endpoints: [] })).toBe(false);
  });

  test('names what can be called, and nothing else', () => {
    const { activities } = z.object({ activities: z.record(z.string(), z.looseObject({ name: z.string().optional() })) }).parse(written);
    expect(Object.values(activities).flatMap(({ name }) => name ?? [])).toEqual([...CALLS]);
  });

  test('one that is not there is a 404', async () => {
    for (const name of ['other.json', '..%2f..%2fpackage.json']) expect((await fetch(`${bot.world.url}/manifests/${name}`)).status).toBe(404);
  });
});

/** The HTTP of a root bot, with its token made by the local key set. */
const client: BotFrameworkClient = {
  async postActivity<T>(
    _from: string,
    _to: string,
    url: string,
    serviceUrl: string,
    conversation: string,
    activity: Activity,
  ): Promise<InvokeResponse<T>> {
    const forwarded = {
      ...activity,
      serviceUrl,
      conversation: { ...activity.conversation, id: conversation },
      recipient: { id: 'care', name: 'Care' },
    };
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token()}` },
      body: JSON.stringify(forwarded),
    });
    const text = await answer.text();
    return { status: answer.status, body: (text ? JSON.parse(text) : undefined) as T };
  },
};

/** Another bot, made of the SDK's own dialogs: "cuida de mí" and "saldo" go to the care bot, all else it answers itself. */
function rootBot() {
  const storage = new MemoryStorage();
  const state = new ConversationState(storage);
  const dialogs = new DialogSet(state.createProperty('dialogs'));
  const ends: unknown[] = [];
  dialogs.add(
    new SkillDialog(
      {
        botId: CALLER,
        skillHostEndpoint: bot.connector.url,
        skill: { id: 'care', appId: APP_ID, skillEndpoint: `${bot.world.url}/api/messages` },
        skillClient: client,
        conversationIdFactory: new SkillConversationIdFactory(storage),
        conversationState: state,
      },
      'care',
    ),
  );
  const adapter = new TestAdapter(async (context) => {
    const dc = await dialogs.createContext(context);
    const going = await dc.continueDialog();
    if (going.status === DialogTurnStatus.complete) ends.push(going.result);
    if (going.status === DialogTurnStatus.empty) await begin(dc, context);
    await state.saveChanges(context);
  });
  const begin = async (dc: Awaited<ReturnType<DialogSet['createContext']>>, context: TurnContext): Promise<void> => {
    const { text } = context.activity;
    if (text === 'hola') return void (await context.sendActivity('Soy el otro bot.'));
    const asked = text === 'recarga 20' ? { type: 'event', name: 'top-up', value: { amount: 20 } } : { type: 'message', text };
    const activity = { ...asked, deliveryMode: 'expectReplies', locale: 'es-GT' } as unknown as Activity;
    const begun = await dc.beginDialog('care', { activity } satisfies Partial<BeginSkillDialogOptions>);
    if (begun.status === DialogTurnStatus.complete) ends.push(begun.result);
  };
  const say = async (text: string): Promise<string[]> => {
    adapter.activeQueue.length = 0;
    await adapter.processActivity(text);
    return adapter.activeQueue.flatMap(({ type, text: words }) => (type === 'message' ? [(words ?? '').replaceAll('\u00a0', ' ')] : []));
  };
  return { say, ends };
}

describe('another bot, of the SDK, calls this one', () => {
  test('a customer signs in and reads a balance within it, and gets the other bot back', async () => {
    const { say, ends } = rootBot();
    expect(await say('hola')).toEqual(['Soy el otro bot.']);
    expect(await say('saldo')).toEqual([expect.stringContaining('¿Qué número reviso?')]);
    expect(await say('5555-0101')).toEqual([expect.stringContaining('Te mando un código')]);
    expect(ends).toEqual([]);
    expect(await say(await bot.world.codeOf('5555-0101'))).toEqual(['Listo, la línea 5555-0101 es tuya.', expect.stringContaining('Q37.50')]);
    expect(ends).toEqual([{ skill: 'balances', outcome: 'done' }]);
    expect(await say('hola')).toEqual(['Soy el otro bot.']);
  });

  test('the end says what came of it: the reference of an order, and that of a case', async () => {
    const { say, ends } = rootBot();
    await say('recarga 20');
    await say('5555-0102');
    expect((await say(await bot.world.codeOf('5555-0102'))).at(-1)).toContain('Q20.00');
    const [done = ''] = await say('sí');
    const reference = /Comprobante (R-[A-Z0-9]+)/.exec(done)?.[1];
    expect(ends).toEqual([{ skill: 'top-up', outcome: 'done', order: { reference, state: 'done' } }]);
    expect(reference).toBeDefined();
    await say('abrir un caso: no puedo llamar a otras redes desde ayer');
    const [opened = ''] = await say('Mixco, zona 4');
    const number = /^Caso (\d+) abierto/.exec(opened)?.[1]; // without one in time, by its reference
    expect(ends[1]).toEqual({ skill: 'ticket', outcome: 'done', case: { reference: expect.stringMatching(/^C-/), ...(number && { number }) } });
    const { definitions } = z.object({ definitions: z.object({ end: z.looseObject({}) }) }).parse(written);
    const isEnd = new Ajv({ strict: false }).compile(definitions.end);
    for (const end of ends) expect([isEnd(end), isEnd.errors]).toEqual([true, null]);
  });

  test('an event begins a skill with what is known already; who goes away from it ends it', async () => {
    const { say, ends } = rootBot();
    expect((await say('recarga 20')).at(-1)).toMatch(/número/);
    await say('cancelar');
    expect(ends).toEqual([{ skill: 'top-up', outcome: 'left' }]);
  });
});

describe('what a caller hears by the connector', () => {
  const called = (more: object) => channelChat({ ...bot, post: (body) => bot.post(body, { authorization: `Bearer ${token()}` }) }, more);

  test('the end comes after the words, with our token for that caller', async () => {
    const chat = called({});
    await chat.send({ type: 'event', name: 'plan', value: {} });
    await chat.hear(1);
    await chat.send('5555-0104');
    await chat.hear(1);
    await chat.send(await bot.world.codeOf('5555-0104'));
    const heard = await chat.hear(3);
    expect(heard.at(-1)).toMatchObject({ type: 'endOfConversation', code: 'completedSuccessfully', value: { skill: 'plan', outcome: 'done' } });
    const mine = bot.connector.sendings.filter(({ conversation }) => conversation === chat.conversation);
    expect(mine.at(-1)?.authorization).toBe(`Bearer for ${CALLER}`);
  });

  test('a backend that is down ends it too, and says so', async () => {
    const chat = called({});
    await chat.send('saldo');
    await chat.hear(1);
    await chat.send('5555-0103');
    await chat.hear(1);
    await bot.world.sandbox.fault({ counterpart: 'prepaid', kind: 'refuse', times: 50 });
    await chat.send(await bot.world.codeOf('5555-0103'));
    const heard = await chat.hear(3);
    expect(heard.at(-1)).toMatchObject({ type: 'endOfConversation', value: { outcome: 'failed' } });
  });

  test('the caller may take the conversation back: what was asked is not open any more', async () => {
    const chat = called({});
    await chat.send('saldo');
    expect((await chat.hear(1))[0]?.text).toContain('¿Qué número reviso?');
    await chat.send({ type: 'endOfConversation' });
    await chat.send('5555-0101');
    expect((await chat.hear(1))[0]?.text).not.toContain('Te mando un código');
  });

  test('a channel’s customer never hears of it', async () => {
    const chat = channelChat(bot);
    await chat.send({ type: 'event', name: 'balances', value: {} });
    await chat.send('gracias');
    expect((await chat.hear(1)).map(({ type }) => type)).toEqual(['message']);
    expect(await chat.hear(0)).toEqual([]);
  });

  test('a caller that is not listed calls nothing', async () => {
    const stranger = sign(bot.keys.tenant, callerClaims({ appid: '44444444-4444-4444-8444-444444444444' }));
    const posted = await bot.post(activityOf(bot.connector, 'x', { type: 'event', name: 'balances' }), { authorization: `Bearer ${stranger}` });
    expect(posted.status).toBe(403);
  });
});
