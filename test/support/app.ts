import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { createApp, type App } from '../../src/app';
import { readConfig } from '../../src/config';
import { logger } from '../../src/observability/log';
import { freePort, startRedis, type TestRedis } from './redis';
import { DLOCAL, startSandbox, WEBHOOK_SECRET, ZENDESK, type TestSandbox } from './sandbox';

/** The whole product: the real app, a real Redis and the real sandbox, each on a free port, talking over HTTP. */
export interface World {
  readonly url: string;
  readonly redis: TestRedis;
  readonly sandbox: TestSandbox;
  readonly environment: Readonly<Record<string, string>>;
  /** How far the bot's clock is ahead of the machine's, ms. Redis keeps its own time. */
  ahead: number;
  /** The code in the next SMS to a line, as its owner would read it: "5555-0101". */
  codeOf(line: string): Promise<string>;
  /** Another process's worth of app on the same Redis and sandbox, with other settings if need be. */
  another(more?: Readonly<Record<string, string>>): Promise<{ readonly url: string; close(): Promise<void> }>;
  close(): Promise<void>;
}

/** What the log writes, at once and where a test can listen: the real one goes past `process.stdout`. */
const OUTPUT = { write: (line: string): void => void process.stdout.write(line) };

/** A person who takes over silences the bot: whether there is one must not hang on the hour at which the tests run. */
const NOBODY_IS_HERE = 'holidays 00:00-00:01';

/** A turn that takes long on a slow machine still answers at once; what takes long is tested where it is said. */
const PATIENCE_MS = '20000';
/** So that a Redis on a slow machine does not count as away. */
const REDIS_MS = '8000';

const secret = (): string => randomBytes(32).toString('base64url');

const DAY_MS = 24 * 3_600_000;
/** Guatemala has no summer time. */
const BEHIND_UTC_MS = 6 * 3_600_000;
/** As long as a world may be played in, on a slow machine, and less than jest waits for it to begin. */
const PLAY_MS = 180_000;

/** The operator's "today" and "yesterday" are of the day on which a world begins: it does not begin right before that day ends. */
export async function pastMidnight(): Promise<void> {
  const left = DAY_MS - ((Date.now() - BEHIND_UTC_MS) % DAY_MS);
  if (left < PLAY_MS) await sleep(left + 1_000);
}

/** What a real environment has, with a sandbox for an operator. */
export function environmentOf(redisUrl: string, sandbox: Pick<TestSandbox, 'url' | 'access'>): Record<string, string> {
  const { clientId, clientSecret, smsUser, smsPassword } = sandbox.access;
  return {
    ...{ NODE_ENV: 'test', PORT: '0', LOG_LEVEL: 'silent', REDIS_URL: redisUrl, REDIS_TIMEOUT_MS: REDIS_MS },
    ...{ STATE_SECRET: secret(), OTP_PEPPER: secret(), TOKEN_SECRET: secret() },
    ...{ TMF_BASE_URL: sandbox.url, OAUTH_TOKEN_URL: `${sandbox.url}/oauth/token`, OAUTH_CLIENT_ID: clientId, OAUTH_CLIENT_SECRET: clientSecret },
    ...{ SMS_URL: `${sandbox.url}/cgi-bin/sendsms`, SMS_USER: smsUser, SMS_PASSWORD: smsPassword },
    ...{ DLOCAL_URL: `${sandbox.url}/dlocal`, DLOCAL_LOGIN: DLOCAL.dlocalLogin, DLOCAL_TRANS_KEY: DLOCAL.dlocalTransKey },
    ...{ DLOCAL_SECRET_KEY: DLOCAL.dlocalSecretKey },
    ...{ SMS_REPORT_URL: 'http://127.0.0.1:9/webhooks/sms/report', SMS_REPORT_TOKEN: secret() },
    ...{
      SANDBOX_URL: sandbox.url,
      ...{ ZENDESK_URL: sandbox.url, ZENDESK_USER: ZENDESK.zendeskUser, ZENDESK_TOKEN: ZENDESK.zendeskToken, ZENDESK_WEBHOOK_SECRET: WEBHOOK_SECRET },
      CARE_CONTACT_ES: 'Llama al 611, de 7:00 a. m. a 9:00 p. m.',
      CARE_CONTACT_EN: 'Call 611, 7:00 a.m. to 9:00 p.m.',
      ...{ CARE_HOURS: NOBODY_IS_HERE, TURN_BUDGET_MS: PATIENCE_MS },
    },
  };
}

/**
 * @param outside what stands for services that cannot be reached from here
 * @param operator how the sandbox is set up
 */
export async function startWorld(
  more: Readonly<Record<string, string>> = {},
  outside: Parameters<typeof createApp>[3] = {},
  operator: Parameters<typeof startSandbox>[0] = {},
): Promise<World> {
  await pastMidnight();
  const redis = await startRedis();
  const sandbox = await startSandbox(operator);
  const messaging = operator.sunshine && { SUNSHINE_URL: `${sandbox.url}/sc` };
  const environment = { ...environmentOf(redis.url, sandbox), ...messaging, ...more };
  const running: App[] = [];
  const another = async (others: Readonly<Record<string, string>> = {}) => {
    const port = others['PORT'] ?? String(await freePort());
    const settings: Record<string, string> = {
      ...environment,
      PORT: port,
      SMS_REPORT_URL: `http://127.0.0.1:${port}/webhooks/sms/report`,
      ...others,
    };
    const app = await createApp(readConfig(settings), logger(settings['LOG_LEVEL'] ?? 'silent', OUTPUT), () => Date.now() + world.ahead, outside);
    running.push(app);
    await app.listen();
    return { url: `http://127.0.0.1:${port}`, close: () => app.close(2_000) };
  };
  const world: World = {
    ...{ url: '', redis, sandbox, environment, another, ahead: 0 },
    codeOf: async (line) => {
      const digits = line.replace(/\D/g, '');
      const text = await sandbox.waitForSms(digits.length === 8 ? `502${digits}` : digits);
      return /\b\d{6}\b/.exec(text)?.[0] ?? `no code in ${text}`;
    },
    close: async () => {
      await Promise.all(running.map((app) => app.close(2_000)));
      await sandbox.close();
      await redis.close();
    },
  };
  const { PORT } = more; // the first one's, where somebody must know it before
  return Object.assign(world, await orClosed(world, another(PORT === undefined ? {} : { PORT })), { close: world.close });
}

/** What starts last; when it does not, what was started before it is closed: nobody else knows of it, and it would keep the process alive. */
export const orClosed = <T>(before: Pick<World, 'close'>, last: Promise<T>): Promise<T> =>
  last.catch(async (error: unknown) => {
    await before.close();
    throw error;
  });
