import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Redis } from 'ioredis';
import { personalData } from '../../src/wiring/personal-data';
import { vault } from '../../src/state/seal';
import { mailboxId } from '../../src/channels/webchat';
import { keyOf } from '../../src/state/keys';
import { startWorld, type World } from '../support/app';
import { appEnvironment, fakeCredentials, postTo } from '../support/bot-framework';
import { openChat, type Chat, type Said } from '../support/chat';
import { startConnector, type Connector } from '../support/connector';
import { transcriptOf } from '../support/kept';
import { APP, pageEnvironment } from '../support/messenger';
import { freePort, startRedis, type TestRedis } from '../support/redis';
import { channelClaims, openId, sign, type OpenId } from '../support/tokens';
import { until } from '../support/until';
import {
  CANARIES,
  CARD,
  CARELESS,
  hits,
  HOME,
  LINE,
  MAY_LEAVE,
  NEVER_SHOWN,
  openings,
  REASON,
  rehearsed,
  STORY,
  STRANGER,
  WIFI,
  type Canary,
} from './canaries';
import { recorder, type Outgoing, type Recorder } from './recorder';
import { onChannel, onMessenger, through } from './ways';

/** Answers to one skill's questions before the walk goes on to the next. */
const MOST_STEPS = 6;
/** Messages that one visitor may send at once. */
const A_CHAT = 18;
/** Chats at the same time. */
const AT_ONCE = 4;
/** For all of them, where many tests share few processors. */
const WALK_MS = 600_000;

let world: World;
let gate: Recorder;
let redis: Redis;
/** The ledger has a Redis of its own. */
let money: TestRedis;
let ledger: Redis;
let logged = '';
const chats: Chat[] = [];
/** The chat in which an account was signed in. */
let home: Chat;
const codes = new Set<string>();
let keys: OpenId;
let connector: Connector;
/** What was heard last on each of the ways that are walked once. */
const heard = new Map<string, string>();

beforeAll(async () => {
  jest.spyOn(process.stdout, 'write').mockImplementation((line) => {
    logged += String(line);
    return true;
  });
  [gate, money, keys, connector] = [await recorder(), await startRedis(), await openId(), await startConnector()];
  const port = String(await freePort());
  const settings = {
    ...{ PORT: port, SURVEY_SHARE: '1', SECOND_OPINION_URL: `${gate.url}/opinion/v1`, SECOND_OPINION_MODEL: 'any' },
    ...{ ...pageEnvironment(`${gate.url}/graph`), ...appEnvironment(keys, connector) },
    ...{ LOG_LEVEL: 'trace', SANDBOX_URL: '', TMF_BASE_URL: gate.url, LEDGER_REDIS_URL: money.url },
    ...{
      OAUTH_TOKEN_URL: `${gate.url}/oauth/token`,
      SMS_URL: `${gate.url}/cgi-bin/sendsms`,
      ZENDESK_URL: gate.url,
      DLOCAL_URL: `${gate.url}/dlocal`,
    },
    ...{ WALLET_URL: gate.url, LENDING_URL: gate.url, SIM_SWAP_URL: gate.url, OTEL_EXPORTER_OTLP_ENDPOINT: `${gate.url}/otlp` },
  };
  const webhook = `http://127.0.0.1:${port}/webhooks/messenger`;
  world = await startWorld(settings, { credentials: fakeCredentials }, { messenger: { ...APP, webhook } });
  gate.target = world.sandbox.url;
  redis = await world.redis.client();
  ledger = await money.client();
  await Promise.all([atHome(), complaint(), walk()]);
  await otherWays();
  await replay(); // it asks for codes that nobody reads: not before the others have theirs
}, WALK_MS);
afterAll(async () => {
  await world.close();
  await Promise.all([gate.close(), money.close(), keys.close(), connector.close()]);
  jest.restoreAllMocks();
});

/** The code that the phone shows; remembered, to be looked for. */
async function codeOf(line: string): Promise<string> {
  const code = await world.codeOf(line);
  codes.add(code);
  return code;
}

/** What the phone shows: a slow bot may still seem to ask for a code that was typed already, and then no other comes. */
async function newestCode(line: string): Promise<string> {
  const shown = async (): Promise<string> => /\b\d{6}\b/.exec((await world.sandbox.sms(`502${line.replace('-', '')}`)) ?? '')?.[0] ?? '';
  const isNew = async (): Promise<boolean> => !['', ...codes].includes(await shown());
  await until(isNew, 'a new code', { withinMs: SILENT_MS }).catch(() => undefined);
  const code = await shown();
  if (code !== '') codes.add(code);
  return code || '000000';
}

async function opened(): Promise<Chat> {
  const chat = await openChat(world.url, codeOf);
  chats.push(chat);
  return chat;
}

/** After so long the bot is silent on purpose: it says after two seconds that it is still on it. */
const SILENT_MS = 4_000;

/** The bot's answers to one message: waits for the first, takes what else is there. Where a person attends, which is so by the hour of the day, the bot is called back. */
async function told(chat: Chat, text: string): Promise<Said | undefined> {
  await chat.send(text);
  let [first] = await chat.hear(1, SILENT_MS);
  if (!first) {
    await chat.send('volver al bot');
    [first] = await chat.hear(1, SILENT_MS);
  }
  const more = await chat.rest();
  return more.at(-1) ?? first;
}

/** What is said like this, after whatever a slow machine still had to say. */
async function heardOf(chat: Chat, words: RegExp): Promise<string> {
  for (;;) {
    const [said] = await chat.hear(1);
    if (said === undefined || words.test(said.text ?? '')) return said?.text ?? '';
  }
}

/** Says what is given, in one chat. */
async function says(lines: readonly string[]): Promise<void> {
  const chat = await opened();
  for (const line of lines) await told(chat, line);
}

/** An account at home: who it is, its modem's password, its bills. */
async function atHome(): Promise<void> {
  home = await opened();
  await home.play(`
    > cambiar clave del wifi
    < …
    > ${HOME.contract}
    < …
    > ${HOME.document}
    < …
    < …
    > [Enviar código]
    < …
    > {code ${HOME.line}}
    < …
    < …
    > [La contraseña]
    < …
    > [Cambiar]
    < …
    > ${WIFI}
    < Listo, …
  `);
  await told(home, 'mi factura');
  await home.send('gracias');
  heard.set('a score', await heardOf(home, /Del 0 al 10/));
  heard.set('a reason', await through(home, [['2', 1]]));
  await told(home, REASON);
}

/** Channels besides the page, a reminder that rings, and a theft: it is the last of its line. */
async function otherWays(): Promise<void> {
  const lines = [...CARELESS, 'saldo', `mi número es ${LINE}`];
  const headers = () => ({ authorization: `Bearer ${sign(keys.channel, channelClaims(connector.url))}` });
  heard.set('Messenger', await onMessenger(world, lines));
  heard.set('a channel', await onChannel({ connector, post: (body) => postTo(world.url, body, headers()) }, lines));
  const reminded = await opened();
  await through(reminded, [['avísame antes de que venza mi factura', 1], [HOME.line, 1], [() => codeOf(HOME.line), 2], ['sí', 1]]); // prettier-ignore
  const timers = keyOf(mailboxId(reminded.conversationId), 'timers');
  for (const timer of await redis.zrange(timers, '0', '-1')) await redis.zadd(timers, 1, timer); // it is time
  heard.set('a reminder', await through(reminded, [['gracias', 2]]));
  heard.set(
    'a theft',
    await through(await opened(), [
      ['me robaron el celular', 2],
      [`${HOME.line}, ${HOME.contract}`, 2],
    ]),
  );
}

/** A case that becomes a ticket. */
async function complaint(): Promise<void> {
  await says([`abrir un caso: la recarga de Q10 de ayer en ${STORY} no entró, comprobante PV-55120`, 'no sé', 'no sé']);
}

/** Every dialog with every carelessness at each of its questions. */
async function walk(): Promise<void> {
  for (const opening of openings()) {
    const chat = await opened();
    let last = await told(chat, opening);
    for (let step = 0; step < MOST_STEPS && last; step++) {
      const { expects } = last.channelData ?? {};
      await Promise.all([chat.send(CARELESS[step % CARELESS.length] ?? ''), chat.hear(1, SILENT_MS)]);
      await chat.rest();
      if (expects === 'code') last = await told(chat, await newestCode(LINE));
      else if (expects === 'phone') last = await told(chat, `mi número es ${LINE}`);
      else if (last.suggestedActions?.actions[0]) last = await told(chat, last.suggestedActions.actions[0].title);
      else break;
      if (last?.channelData?.['expects'] === undefined && step > 2) break;
    }
    for (const careless of CARELESS) last = await told(chat, careless);
    await told(chat, 'saldo');
    await told(chat, STRANGER);
  }
}

/** All that customers say in other tests. */
async function replay(): Promise<void> {
  const lines = [...new Set(rehearsed())];
  const waiting = Array.from({ length: Math.ceil(lines.length / A_CHAT) }, (_, at) => lines.slice(at * A_CHAT, (at + 1) * A_CHAT));
  const lane = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) await says(next);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
}

const all = (): readonly Canary[] => [
  ...CANARIES,
  { kind: 'code', forms: [...codes] },
  { kind: 'token', forms: chats.flatMap(({ token }) => [token, token.split('.').at(-1) ?? token]) },
];

/** What Redis would leave behind on a disk: append-only files, and a dump without compression. */
async function filesOfRedis(of: Redis = redis): Promise<string> {
  await of.config('SET', 'rdbcompression', 'no');
  await of.save();
  const [, dir = ''] = await of.config('GET', 'dir');
  return readdirSync(dir, { recursive: true, encoding: 'utf8' })
    .map((file) => join(dir, file))
    .filter((file) => statSync(file).isFile())
    .map((file) => readFileSync(file, 'latin1'))
    .join('\n');
}

/** Values that went where nobody allowed them to go. */
const strays = (sent: readonly Outgoing[]): readonly string[] =>
  sent.flatMap(({ method, url, headers, body }) =>
    hits(`${url}\n${headers}\n${body}`, all())
      .filter((kind) => !MAY_LEAVE.some(({ kinds, to }) => kinds.some((each) => each === kind) && to.test(url)))
      .map((kind) => `${kind} in ${method} ${url}`),
  );

const histories = async (): Promise<string> => (await Promise.all(chats.map((chat) => transcriptOf(world, chat)))).join('\n');

describe('canaries in every dialog', () => {
  test('the walk was worth it: it reached the operator, got codes, was recorded and remembered', async () => {
    expect(openings().length).toBeGreaterThanOrEqual(3);
    expect(rehearsed().length).toBeGreaterThan(20);
    expect(codes.size).toBeGreaterThan(0);
    expect(gate.sent.filter(({ url }) => url.startsWith('/cgi-bin/sendsms'))).not.toEqual([]);
    for (const counterpart of ['/tmf-api/', '/camara/', '/lending/', '/api/v2/tickets', '/otlp/v1/traces', '/graph/', '/opinion/'])
      expect([counterpart, gate.sent.some(({ url }) => url.startsWith(counterpart))]).toEqual([counterpart, true]);
    expect(hits(gate.sent.map(({ url, body }) => `${url}\n${body}`).join('\n'), all())).toEqual(
      expect.arrayContaining(['contract', 'holder', 'wifi', 'story']),
    );
    expect(await ledger.dbsize()).toBeGreaterThan(0);
    expect(hits(gate.sent.map(({ url }) => url).join('\n'), all())).toEqual(expect.arrayContaining(['line', 'code']));
    expect(logged).toContain('"level"');
    expect(await redis.dbsize()).toBeGreaterThan(chats.length);
    expect(await histories()).toContain('[tarjeta]');
    expect(Object.fromEntries(heard)).toEqual({
      ...{ Messenger: expect.stringContaining('Borra ese mensaje'), 'a channel': expect.stringContaining('Borra ese mensaje') },
      ...{ 'a score': expect.stringContaining('Del 0 al 10'), 'a reason': expect.stringContaining('¿Qué fue lo peor?') },
      ...{ 'a reminder': expect.stringContaining('El aviso que pediste'), 'a theft': expect.stringContaining('suspendida') },
    });
  });

  test('0 hits in the log, at its most talkative', () => expect(hits(logged, all())).toEqual([]));
  test('0 hits in the files of Redis', async () => expect(hits(await filesOfRedis(), all())).toEqual([]));
  test("0 hits in the files of the ledger's own Redis", async () => expect(hits(await filesOfRedis(ledger), all())).toEqual([]));
  test('0 hits on the page of metrics', async () => {
    const labels = (await (await fetch(`${world.url}/metrics`)).text()).replace(/ [\d.e+-]+$/gm, ''); // how many is nobody's number
    expect(hits(labels, all())).toEqual([]);
  });
  test('0 values left for where they may not go', () => expect(strays(gate.sent)).toEqual([]));
  test('0 secrets in any history, nor in what a channel is told', async () => {
    const shown = (await histories()) + JSON.stringify(connector.sendings.map(({ activity }) => activity));
    expect(
      hits(
        shown,
        all().filter(({ kind }) => NEVER_SHOWN.includes(kind)),
      ),
    ).toEqual([]);
  });
  test('every key expires, but for work that is not done yet', async () => {
    const keys = await redis.keys('*');
    const lasting = await Promise.all(keys.map(async (key) => ((await redis.pttl(key)) === -1 ? [key] : [])));
    expect(lasting.flat().filter((key) => !/:(?:due|mail|out|timers)$/.test(key) && !isBusy(key) && !isOpenOrder(key))).toEqual([]);
  });
  /** Nobody paid on that page yet: what moves money is kept until its end was told. */
  const isOpenOrder = (key: string): boolean => /^\{l\d+\}:[^:]+:order:/.test(key);
  /** The turn of a conversation with work lasts as long as the work. */
  const isBusy = (key: string): boolean => key.endsWith(':turn');
});

describe('the scan itself can fail', () => {
  test.each(CANARIES)('a $kind in a log line', ({ kind, forms: [form = ''] }) =>
    expect(hits(`{"level":30,"event":"x","detail":"${form}"}`, all())).toContain(kind),
  );

  test('a code and a card in Redis', async () => {
    await redis.set('leak', `${[...codes][0]} ${CARD}`);
    expect(hits(await filesOfRedis(), all())).toEqual(['card', 'code']);
    await redis.del('leak');
  });

  test('a document in a request, and a line in one to somebody else', async () => {
    const before = gate.sent.length;
    await fetch(`${gate.url}/tmf-api/leak?document=1763+48291+0101`);
    await fetch(`${gate.url}/elsewhere`, { method: 'POST', body: JSON.stringify({ line: '50255550101' }) });
    expect(strays(gate.sent.slice(before))).toEqual(['document in GET /tmf-api/leak?document=1763 48291 0101', 'line in POST /elsewhere']);
  });
});

describe('after erase', () => {
  const HMAC_COUNTERS = /^\{o:[\w-]+\}:(?:by|sent|failures)/; // counters of codes against abuse: docs/privacy.md

  const everybody = () =>
    personalData({
      store: { redis: connection!, vault: vault([Buffer.from(world.environment['STATE_SECRET'] ?? '', 'base64url')]) },
      pepper: world.environment['OTP_PEPPER'] ?? '',
      country: 'GT',
      ledgerRedis: moneyConnection!,
    });
  type Connection = Awaited<ReturnType<TestRedis['connection']>>;
  let connection: Connection | undefined;
  let moneyConnection: Connection | undefined;
  beforeAll(async () => {
    connection = await world.redis.connection();
    moneyConnection = await money.connection();
  });

  /** Names of keys, and all that is in them. */
  const everything = async (): Promise<string> => {
    const keys = (await redis.keys('*')).filter((key) => !HMAC_COUNTERS.test(key));
    const dumps = await Promise.all(keys.map(async (key) => `${key}\n${(await redis.dumpBuffer(key))?.toString('latin1') ?? ''}`));
    return dumps.join('\n');
  };

  test('export opens all that is kept about a line: history, state, last-known answers, codes', async () => {
    const who = await everybody().identityOf('+502 5555-0101');
    const found = await everybody().find(who!);
    const kinds = new Set(found.map(({ kind }) => kind));
    expect([...kinds].sort()).toEqual(expect.arrayContaining(['codes', 'conversations of a line', 'history', 'last known', 'state']));
    const text = JSON.stringify(found);
    expect([text.includes('Zoraida Quetzalwitz'), text.includes('cannot be opened')]).toEqual([true, false]);
    expect(
      hits(
        text,
        all().filter(({ kind }) => NEVER_SHOWN.includes(kind)),
      ),
    ).toEqual([]);
  });

  test('nothing of the person is left, under no name, but for the counters; others keep theirs; and it may be repeated', async () => {
    const stranger = await opened();
    await told(stranger, 'hola');
    const who = await everybody().identityOf(LINE);
    const { conversations } = who!;
    expect(conversations.length).toBeGreaterThanOrEqual(3); // some skills ask for no line
    const codesBefore = (await redis.keys('{o:*')).filter((key) => HMAC_COUNTERS.test(key)).length;
    const gone = await everybody().erase(who!);
    expect(gone).toMatchObject({ history: conversations.length });
    const left = await everything();
    for (const conversation of conversations) expect(left).not.toContain(conversation.replace(/^web:/, ''));
    expect((await everybody().identityOf(LINE))?.conversations).toEqual([]);
    const others = await everybody().find((await everybody().identityOf(HOME.line))!);
    expect(await redis.keys('known:*')).toHaveLength(others.filter(({ kind }) => kind === 'last known').length);
    expect(left).toContain(stranger.conversationId);
    expect((await redis.keys('{o:*')).filter((key) => HMAC_COUNTERS.test(key))).toHaveLength(codesBefore);
    expect(await everybody().find(who!)).toEqual(expect.not.arrayContaining([expect.objectContaining({ kind: 'history' })]));
    expect(Object.values(await everybody().erase(who!)).reduce((sum, count) => sum + count, 0)).toBe(0);
  });

  test('an account at home: its chat, and what was noted of it, are given out by their names, and forgotten', async () => {
    const who = await everybody().identityOf(`home:${HOME.contract}`);
    expect(who?.conversations).toContain(`web:${home.conversationId}`);
    const kinds = new Set((await everybody().find(who!)).map(({ kind }) => kind));
    expect([...kinds]).toEqual(expect.arrayContaining(['history', 'state', 'effects', 'conversations of a line']));
    expect(kinds).not.toContain('other');
    await everybody().erase(who!);
    expect(await everything()).not.toContain(home.conversationId);
    expect(await everybody().find(who!)).toEqual([]);
  });

  test('whoever is in that chat goes on as a new customer', async () => {
    const chat = await opened();
    await told(chat, 'saldo');
    const who = await everybody().identityOf(`web:${chat.conversationId}`);
    await everybody().erase(who!);
    const again = await told(chat, 'hola');
    expect(again?.text).toBeTruthy();
  });

  test('a slip of the pen is nobody', async () => expect(await everybody().identityOf('12')).toBeUndefined());
});
