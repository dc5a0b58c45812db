import { Agent, request } from 'node:http';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { keptKeys, PAUSE_MS } from '../../../src/channels/botframework/keys';
import { tokenCheck } from '../../../src/channels/botframework/token';
import { startBotWorld, type BotWorld } from '../../support/bot-framework';
import { APP_ID, CALLER, callerClaims, channelClaims, forgedTokens, openId, sign, signer, TENANT, type OpenId } from '../../support/tokens';

/** The SDK's list of issuers, which it adds to for every directory that a token names, verified or not. */
const { ToBotFromBotOrEmulatorTokenValidationParameters: sdk } = jest.requireActual<{
  ToBotFromBotOrEmulatorTokenValidationParameters: { readonly issuer: readonly string[] };
}>('botframework-connector/lib/auth/tokenValidationParameters');
const FORGED = 10_000;
const AT_ONCE = 16;

describe('ten thousand forged tokens', () => {
  let bot: BotWorld;
  beforeAll(async () => void (bot = await startBotWorld()));
  afterAll(() => bot.close());

  test('are all refused; nothing is learned from them, and the keys are not asked for again', async () => {
    await bot.post({}); // so that the keys are there
    const [issuers, asked] = [sdk.issuer.length, bot.keys.asked()];
    const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });
    const tokens = forgedTokens(FORGED, bot.keys.channel, bot.connector.url);
    const statuses = new Map<number, number>();
    await Promise.all(
      Array.from({ length: AT_ONCE }, async () => {
        for (const token of tokens) {
          const status = await knock(bot.world.url, token, agent);
          statuses.set(status, (statuses.get(status) ?? 0) + 1);
        }
      }),
    );
    agent.destroy();
    // Refused by their token, and, for whoever comes too fast, before anybody looks at it.
    expect([...statuses.keys()].every((status) => status === 401 || status === 429)).toBe(true);
    expect(statuses.get(401)).toBeGreaterThan(1_000);
    expect([...statuses.values()].reduce((sum, count) => sum + count, 0)).toBe(FORGED);
    expect(sdk.issuer).toHaveLength(issuers);
    expect(bot.keys.asked() - asked).toBeLessThanOrEqual(2); // of the other issuer's keys, once: configuration and keys
  });
});

test('the SDK by itself would have learned from each of them', () => {
  const { EmulatorValidation } = jest.requireActual<{ EmulatorValidation: { isTokenFromEmulator(header: string): boolean } }>(
    'botframework-connector',
  );
  const before = sdk.issuer.length;
  for (const token of forgedTokens(5, { kid: 'any' }, 'https://webchat.botframework.com/')) EmulatorValidation.isTokenFromEmulator(`Bearer ${token}`);
  expect(sdk.issuer.length).toBeGreaterThan(before);
});

const knock = (url: string, token: string, agent: Agent): Promise<number> =>
  new Promise((resolve, reject) => {
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'content-length': 2 };
    const sent = request(`${url}/api/messages`, { method: 'POST', agent, headers }, (answer) => {
      answer.resume();
      answer.once('end', () => resolve(answer.statusCode ?? 0));
    });
    sent.once('error', reject);
    sent.end('{}');
  });

/** Bytes in use after a full collection. */
function heapLeft(): number {
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('gc');
  if (typeof collect === 'function') collect();
  return process.memoryUsage().heapUsed;
}

describe('what is kept in mind', () => {
  let keys: OpenId;
  let now = Date.now();
  beforeAll(async () => void (keys = await openId()));
  afterAll(() => keys.close());
  const read = async <T>(url: string, schema: { parse(value: unknown): T }): Promise<T> => schema.parse(await (await fetch(url)).json());
  const keysOf = (whose: 'channel' | 'tenant', report = () => {}) =>
    keptKeys({ read, metadataUrl: `${keys.url}/${whose}/openid`, clock: () => now, report });
  const checkOf = () =>
    tokenCheck({
      appId: APP_ID,
      tenants: [TENANT],
      callers: [CALLER],
      channelKeys: keysOf('channel'),
      tenantKeys: keysOf('tenant'),
      clock: () => now,
    });
  const URL = 'https://webchat.botframework.com/';

  test('is two thousand tokens at most, and none that did not hold', async () => {
    const check = checkOf();
    for (const token of forgedTokens(1_000, keys.channel, URL)) expect(typeof (await check.read(`Bearer ${token}`))).toBe('string');
    expect(check.size()).toBe(0);
    for (let n = 0; n < 2_100; n += 1) expect(await check.read(`Bearer ${sign(keys.tenant, callerClaims({ n }))}`)).toMatchObject({ kind: 'caller' });
    expect(check.size()).toBe(2_000);
  });

  test('a hundred thousand forged ones leave nothing behind: the heap is what it was', async () => {
    const [check, asked] = [checkOf(), keys.asked()];
    const refuse = async (count: number): Promise<void> => {
      let left = count;
      for (const token of forgedTokens(count, keys.channel, URL)) {
        if (typeof (await check.read(`Bearer ${token}`)) !== 'string') throw new Error('let in');
        if (--left % 1_000 === 0) await new Promise(setImmediate); // the keys' host lives in this process, and must be heard
      }
    };
    await refuse(5_000); // code is compiled, keys are there
    const before = heapLeft();
    await refuse(100_000);
    expect((heapLeft() - before) / 2 ** 20).toBeLessThan(10);
    expect(check.size()).toBe(0);
    expect(keys.asked() - asked).toBeLessThanOrEqual(4); // configuration and keys, of both issuers
  });

  test('a token that held is known again until it ends, and not a second longer than the clocks may differ', async () => {
    const check = checkOf();
    const exp = Math.floor(now / 1_000) + 600;
    const header = `Bearer ${sign(keys.channel, channelClaims(URL, { exp }))}`;
    expect(await check.read(header)).toMatchObject({ kind: 'channel', serviceUrl: URL });
    now = (exp + 300) * 1_000;
    expect(await check.read(header)).toMatchObject({ kind: 'channel' });
    now += 1_000;
    expect(await check.read(header)).toBe('time');
  });

  test('new keys are found, old ones are let go, and an unknown one is no reason to ask without end', async () => {
    const rotating = await openId();
    const kept = keptKeys({ read, metadataUrl: `${rotating.url}/channel/openid`, clock: () => now, report: () => {} });
    await Promise.all(Array.from({ length: 50 }, (_, n) => kept.find(`unknown-${n}`)));
    expect(rotating.asked()).toBe(2);
    for (let n = 0; n < 50; n += 1) await kept.find(`unknown-${n}`);
    expect(rotating.asked()).toBe(2);
    now += PAUSE_MS.read;
    expect(await kept.find('unknown')).toBeUndefined();
    expect(rotating.asked()).toBe(4);
    expect(await kept.find('channel-1')).toBeDefined();
    await rotating.close();
  });

  test('when the keys cannot be read those we have go on, and without any every token is refused', async () => {
    const told: string[] = [];
    let isAway = true;
    const sometimes = async <T>(url: string, schema: { parse(value: unknown): T }): Promise<T> => {
      if (isAway) throw new Error('away');
      return read(url, schema);
    };
    const kept = keptKeys({ read: sometimes, metadataUrl: `${keys.url}/channel/openid`, clock: () => now, report: (event) => told.push(event) });
    expect(await kept.find('channel-1')).toBeUndefined();
    expect(told).toEqual(['token-keys.unread']);
    isAway = false;
    now += PAUSE_MS.failed;
    expect(await kept.find('channel-1')).toBeDefined();
    isAway = true;
    now += 2 * 3_600_000;
    expect(await kept.find('channel-1')).toBeDefined();
  });

  test('a short key, a key of another kind and a broken one are not used', async () => {
    const short = signer('short', ['webchat'], 1_024);
    const documents = [{ jwks_uri: 'https://keys.example/' }, { keys: [short.jwk, { kty: 'EC', kid: 'other' }, null, keys.channel.jwk] }];
    const kept = keptKeys({
      read: async (_, schema) => schema.parse(documents.shift()),
      metadataUrl: 'https://openid.example/',
      clock: () => now,
      report: () => {},
    });
    expect(await Promise.all(['short', 'other', 'channel-1'].map(async (kid) => (await kept.find(kid)) !== undefined))).toEqual([false, false, true]);
  });
});
