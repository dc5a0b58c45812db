import { createServer, type Server } from 'node:http';
import { environmentOf } from '../support/app';
import { activityOf, appEnvironment, postTo } from '../support/bot-framework';
import { startConnector, type Connector } from '../support/connector';
import { startRedis, type TestRedis } from '../support/redis';
import { startSandbox, type TestSandbox } from '../support/sandbox';
import { answer, channelClaims, closed, listening, openId, sign, type OpenId } from '../support/tokens';
import { until } from '../support/until';
import { startBot, type Bot } from './bot';

/** What the host of a process gives it, where the bot has no secret: a token of its managed identity. */
const TOKEN = 'of-the-managed-identity';

let redis: TestRedis;
let sandbox: TestSandbox;
let keys: OpenId;
let azure: Connector;
let host: Server;
let bots: readonly Bot[] = [];
beforeAll(async () => {
  [redis, sandbox, keys, azure] = await Promise.all([startRedis(), startSandbox(), openId(), startConnector()]);
  host = createServer((_, response) =>
    answer(response, { access_token: TOKEN, expires_on: String(Math.floor(Date.now() / 1_000) + 3_600), resource: 'bot', token_type: 'Bearer' }),
  );
  const { MICROSOFT_APP_PASSWORD: _, ...application } = appEnvironment(keys, azure);
  const environment = {
    ...environmentOf(redis.url, sandbox),
    ...{ ...application, MICROSOFT_APP_TYPE: 'UserAssignedMSI', IDENTITY_HEADER: 'of-the-host' },
    ...{ IDENTITY_ENDPOINT: `${await listening(host)}/msi/token`, NODE_ENV: 'development', LOG_LEVEL: 'warn' },
  };
  bots = await Promise.all([startBot(environment), startBot(environment)]);
});
afterAll(async () => {
  bots.forEach(({ child }) => child.kill('SIGKILL'));
  await Promise.all([closed(host), azure.close(), keys.close(), sandbox.close()]);
  await redis.close();
});

const said = (): string[] => azure.sendings.flatMap(({ activity: { type, text = '' } }) => (type === 'message' ? [text] : []));
const says = async (bot: Bot | undefined, text: string): Promise<void> => {
  const headers = { authorization: `Bearer ${sign(keys.channel, channelClaims(azure.url))}` };
  expect((await postTo(bot?.url ?? '', activityOf(azure, 'c1', { text }), headers)).status).toBe(200);
};
const hears = (pattern: RegExp): Promise<true> =>
  until(
    () => said().some((words) => pattern.test(words)),
    () => `no ${String(pattern)} in:\n${said().join('\n')}\n${bots.map(({ output }) => output()).join('\n')}`,
  );

test('kill -9 in the middle of a conversation of Azure’s: another process goes on, with its own token, and answers once', async () => {
  const [first, second] = bots;
  await says(first, 'saldo');
  await hears(/¿Qué número reviso\?$/);
  await says(first, '5555-0101');
  await hears(/Te mando un código/);
  const code = /\b\d{6}\b/.exec(await sandbox.waitForSms('50255550101'))?.[0] ?? '';
  await sandbox.fault({ counterpart: 'prepaid', kind: 'slow:6000', times: 20 });
  await says(first, code);
  first?.signal('SIGKILL');
  await first?.exited();
  await sandbox.clearFaults();
  await hears(/Q37\.50/);
  await says(second, 'gracias');
  await hears(/De nada|Con gusto|A la orden/i);
  expect(said().filter((words) => words.startsWith('Listo, la línea 5555-0101 es tuya'))).toHaveLength(1);
  expect(said().filter((words) => words.includes('37.50'))).toHaveLength(1);
  expect(new Set(azure.sendings.map(({ authorization }) => authorization))).toEqual(new Set([`Bearer ${TOKEN}`]));
});
