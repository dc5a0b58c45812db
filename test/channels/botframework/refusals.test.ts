import { randomUUID } from 'node:crypto';
import { connect } from 'node:net';
import { activityOf, postTo, startBotWorld, type BotWorld } from '../../support/bot-framework';
import {
  APP_ID,
  callerClaims,
  channelClaims,
  ENDORSED,
  sign,
  signer,
  signWithPublicKey,
  tenantIssuer,
  tenantIssuerV2,
  unsigned,
  type Claims,
} from '../../support/tokens';

let bot: BotWorld;
beforeAll(async () => void (bot = await startBotWorld()));
afterAll(() => bot.close());

const now = (): number => Math.floor(Date.now() / 1_000);
const OTHER = '44444444-4444-4444-8444-444444444444';
const stranger = signer('channel-1', ENDORSED);

/** The header of a channel's token, with something wrong in it. */
const channel = (more: Claims = {}, head: Claims = {}): string => `Bearer ${sign(bot.keys.channel, channelClaims(bot.connector.url, more), head)}`;
const caller = (more: Claims = {}, head: Claims = {}): string => `Bearer ${sign(bot.keys.tenant, callerClaims(more), head)}`;
const claims = (): Claims => channelClaims(bot.connector.url);

/** Each of them is one step away from a request that is served. */
const REFUSED: readonly (readonly [what: string, status: 401 | 403, header: () => string | undefined, activity?: object])[] = [
  ['no header', 401, () => undefined],
  ['an empty header', 401, () => ''],
  ['the scheme alone', 401, () => 'Bearer '],
  ['another scheme', 401, () => channel().replace('Bearer', 'Basic')],
  ['the scheme in small letters', 401, () => channel().replace('Bearer', 'bearer')],
  ['two spaces', 401, () => channel().replace(' ', '  ')],
  ['two tokens', 401, () => `${channel()} ${channel().slice(7)}`],
  ['two tokens with a comma', 401, () => `${channel()}, ${channel()}`],
  ['a word', 401, () => 'Bearer word'],
  ['two parts', 401, () => channel().split('.').slice(0, 2).join('.')],
  ['four parts', 401, () => `${channel()}.AAAA`],
  ['five parts, as an encrypted token has', 401, () => `${channel()}.AAAA.AAAA`],
  ['base64 with padding', 401, () => `${channel()}==`],
  ['a header of 12 KB', 401, () => channel({ more: 'x'.repeat(9_000) })],
  ['a header that is no JSON', 401, () => `Bearer AAAA.${channel().split('.')[1]}.AAAA`],
  ['claims that are no JSON', 401, () => `Bearer ${sign(bot.keys.channel, 'claims')}`],
  ['claims that are a list', 401, () => `Bearer ${sign(bot.keys.channel, '[]')}`],
  ['claims that are null', 401, () => `Bearer ${sign(bot.keys.channel, 'null')}`],
  ['no signature, algorithm none', 401, () => `Bearer ${unsigned(claims())}`],
  ['algorithm none with a signature', 401, () => `Bearer ${unsigned(claims(), { alg: 'none', kid: 'channel-1' }, 'AAAA')}`],
  ['algorithm nOnE', 401, () => channel({}, { alg: 'nOnE' })],
  ['an HMAC with the public key', 401, () => `Bearer ${signWithPublicKey(bot.keys.channel, claims())}`],
  ['an algorithm that is not listed', 401, () => channel({}, { alg: 'PS256' })],
  ['an elliptic algorithm', 401, () => channel({}, { alg: 'ES256' })],
  ['a name that every object has for an algorithm', 401, () => channel({}, { alg: 'constructor' })],
  ['another algorithm than it was signed with', 401, () => channel({}, { alg: 'RS512' })],
  ['no key id', 401, () => channel({}, { kid: undefined })],
  ['an unknown key id', 401, () => channel({}, { kid: 'channel-2' })],
  ['a key id with a path', 401, () => channel({}, { kid: '../../tenant/keys' })],
  ['a key id that is a number', 401, () => channel({}, { kid: 1 })],
  ['the id of a broken key', 401, () => channel({}, { kid: 'broken' })],
  ['an extension that must be understood', 401, () => channel({}, { crit: ['b64'], b64: false })],
  ['a key of its own in the header', 401, () => `Bearer ${sign(stranger, claims(), { kid: 'mine', jwk: stranger.jwk })}`],
  ['the right key id, another key', 401, () => `Bearer ${sign(stranger, claims())}`],
  ['a changed signature', 401, () => channel().replace(/\.([\w-])(?=[^.]*$)/, (_, first: string) => `.${first === 'A' ? 'B' : 'A'}`)],
  ['an empty signature', 401, () => channel().replace(/[^.]+$/, '')],
  [
    'changed claims',
    401,
    () => channel().replace(/\..*\./, `.${Buffer.from(JSON.stringify(channelClaims(bot.connector.url, { more: 1 }))).toString('base64url')}.`),
  ],
  ['another issuer', 401, () => channel({ iss: 'https://evil.example' })],
  ['an issuer with a slash too many', 401, () => channel({ iss: 'https://api.botframework.com/' })],
  ['an issuer that only begins right', 401, () => channel({ iss: 'https://api.botframework.com.evil.example' })],
  ['no issuer', 401, () => channel({ iss: undefined })],
  ['a list of issuers', 401, () => channel({ iss: ['https://api.botframework.com'] })],
  ['another audience', 401, () => channel({ aud: OTHER })],
  ['a list of audiences', 401, () => channel({ aud: [APP_ID] })],
  ['an empty audience', 401, () => channel({ aud: '' })],
  ['no audience', 401, () => channel({ aud: undefined })],
  ['expired 301 s ago', 401, () => channel({ exp: now() - 301 })],
  ['no expiry', 401, () => channel({ exp: undefined })],
  ['an expiry that is a text', 401, () => channel({ exp: String(now() + 600) })],
  ['not valid for another 302 s', 401, () => channel({ nbf: now() + 302 })],
  ['no service URL', 401, () => channel({ serviceurl: undefined })],
  ['an empty service URL', 401, () => channel({ serviceurl: '' })],
  ['another service URL', 403, () => channel({ serviceurl: 'https://smba.trafficmanager.net/apis/' })],
  ['a service URL with a slash too many', 403, () => channel({ serviceurl: `${bot.connector.url}/` })],
  [
    'a service URL that is not allowed, in token and activity',
    403,
    () => channel({ serviceurl: 'https://evil.example' }),
    { serviceUrl: 'https://evil.example' },
  ],
  ['a channel that the key does not speak for', 403, () => channel(), { channelId: 'msteams' }],
  ['a channel in other letters', 403, () => channel(), { channelId: 'WebChat' }],
  ['a channel’s claims under a key of a directory', 401, () => `Bearer ${sign(bot.keys.tenant, claims())}`],
  ['a bot’s claims under a key of a channel', 401, () => `Bearer ${sign(bot.keys.channel, callerClaims())}`],
  ['a bot of a directory that is not allowed', 401, () => caller({ iss: tenantIssuer(OTHER), tid: OTHER })],
  ['a bot whose directory is not its issuer’s', 401, () => caller({ tid: OTHER })],
  ['a bot without a directory', 401, () => caller({ tid: undefined })],
  ['a bot that is not listed', 403, () => caller({ appid: OTHER })],
  ['a bot that is not listed, newer form', 403, () => caller({ iss: tenantIssuerV2(), ver: '2.0', azp: OTHER, appid: undefined })],
  ['a listed bot in the wrong claim', 403, () => caller({ iss: tenantIssuerV2(), ver: '2.0' })],
  ['a bot without a name', 403, () => caller({ appid: undefined })],
  ['a bot without a version', 401, () => caller({ ver: undefined })],
  ['a bot with a version that there is not', 401, () => caller({ ver: '3.0' })],
  ['an older form from the newer issuer', 401, () => caller({ iss: tenantIssuerV2() })],
  ['a bot for another audience', 401, () => caller({ aud: OTHER })],
  ['a bot whose token has expired', 401, () => caller({ exp: now() - 301 })],
  ['a bot’s own service URL that is not the activity’s', 403, () => caller({ serviceurl: 'https://evil.example' })],
  ['a bot that wants replies at a place that is not allowed', 403, () => caller(), { serviceUrl: 'https://evil.example/api/skills' }],
  ['the Emulator of another application', 403, () => caller({ appid: OTHER }), { channelId: 'emulator' }],
  ['an anonymous skill', 403, () => caller({ appid: 'AnonymousSkill' }), { channelId: 'emulator', recipient: { id: 'bot', role: 'skill' } }],
];

test.each(REFUSED.map(([what, status, header, more = {}]) => [what, status, header, more] as const))(
  '%s: %d, and no turn runs',
  async (_, status, header, more) => {
    const conversation = randomUUID();
    const authorization = header();
    const answer = await postTo(
      bot.world.url,
      activityOf(bot.connector, conversation, { text: 'hola', ...more }),
      authorization === undefined ? {} : { authorization },
    );
    expect(answer).toMatchObject({ status, body: { code: status === 401 ? 'Unauthorized' : 'Forbidden', message: expect.any(String) } });
    expect(answer.text.length).toBeLessThan(120);
    expect(answer.text).not.toMatch(/1111|2222|3333|127\.0\.0\.1|example|stack|at /);
    expect(await conversationsKept()).toEqual([]);
  },
);

/** Nothing was kept of any conversation: what is refused leaves no trace. */
async function conversationsKept(): Promise<string[]> {
  const redis = await bot.world.redis.client();
  try {
    return await redis.keys('*bf:*');
  } finally {
    redis.disconnect();
  }
}

test('what the tests above change is what they are refused for: the same requests unchanged are served', async () => {
  for (const authorization of [
    channel(),
    channel({ exp: now() - 295 }),
    channel({ nbf: now() + 295 }),
    caller(),
    caller({ iss: tenantIssuerV2(), ver: '2.0', azp: '33333333-3333-4333-8333-333333333333', appid: undefined }),
    caller({ appid: APP_ID }),
    `Bearer ${sign(bot.keys.channel, claims(), {}, 'RS384')}`,
    `Bearer ${sign(bot.keys.channel, claims(), {}, 'RS512')}`,
  ])
    expect((await postTo(bot.world.url, activityOf(bot.connector, randomUUID(), { type: 'typing' }), { authorization })).status).toBe(200);
});

describe('a token that holds, with a body that does not', () => {
  const BODIES: readonly (readonly [what: string, status: number, body: () => string])[] = [
    ['no type', 400, () => JSON.stringify(activityOf(bot.connector, 'c', { type: undefined }))],
    ['a type that is a number', 400, () => JSON.stringify(activityOf(bot.connector, 'c', { type: 1 }))],
    ['no conversation', 400, () => JSON.stringify(activityOf(bot.connector, 'c', { conversation: undefined }))],
    ['no service URL', 400, () => JSON.stringify(activityOf(bot.connector, 'c', { serviceUrl: undefined }))],
    ['no channel', 400, () => JSON.stringify(activityOf(bot.connector, 'c', { channelId: undefined }))],
    ['a channel that is none', 400, () => JSON.stringify(activityOf(bot.connector, 'c', { channelId: 'a b:c' }))],
    ['nobody', 400, () => JSON.stringify(activityOf(bot.connector, 'c', { from: undefined }))],
    ['a text that is a list', 400, () => JSON.stringify(activityOf(bot.connector, 'c', { text: [] }))],
    ['a text of 2,001 characters', 400, () => JSON.stringify(activityOf(bot.connector, 'c', { text: 'x'.repeat(2_001) }))],
    ['a list', 400, () => '[]'],
    ['a text', 400, () => '"hola"'],
    ['a number', 400, () => '1'],
    ['null', 400, () => 'null'],
    ['nothing', 400, () => ''],
    ['no JSON', 400, () => '{"type":'],
    ['a thousand levels', 400, () => `${'['.repeat(1_000)}${']'.repeat(1_000)}`],
    ['30 MB', 413, () => JSON.stringify(activityOf(bot.connector, 'c', { text: 'x'.repeat(30_000_000) }))],
  ];
  test.each(BODIES)('%s: %d', async (_, status, body) => {
    expect(await postTo(bot.world.url, body(), { authorization: channel() })).toMatchObject({ status, body: { code: expect.any(String) } });
  });
});

test('30 MB of a stranger are not even read', async () => {
  const answer = await postTo(bot.world.url, 'x'.repeat(30_000_000), { authorization: 'Bearer a.b.c' });
  expect(answer.status).toBe(401);
});

test('a header of 1 MB ends at the server', async () => {
  const { hostname, port } = new URL(bot.world.url);
  const socket = connect(Number(port), hostname);
  const ended = new Promise((resolve) => socket.on('close', resolve).on('error', () => {})); // it may be cut while we still send
  socket.write(`POST /api/messages HTTP/1.1\r\nHost: bot\r\nAuthorization: Bearer ${'a'.repeat(1_000_000)}\r\n\r\n`);
  let answer = '';
  socket.on('data', (chunk) => (answer += String(chunk)));
  await ended;
  expect(['431', undefined]).toContain(answer.split(' ')[1]); // what was answered may be lost with the connection
});

test('other methods are not known, and without an application there is nothing at all', async () => {
  expect((await fetch(`${bot.world.url}/api/messages`)).status).toBe(405);
  const nobody = Object.fromEntries(Object.keys(bot.world.environment).flatMap((name) => (/^(MICROSOFT|BOT)_/.test(name) ? [[name, '']] : [])));
  const closed = await bot.world.another(nobody);
  expect((await postTo(closed.url, activityOf(bot.connector, 'c'), { authorization: channel() })).status).toBe(404);
  await closed.close();
});
