import { setTimeout as sleep } from 'node:timers/promises';
import { webChat } from './channels/webchat';
import type { Config } from './config';
import { commandIn } from './dialogs/commands';
import { health } from './http/health';
import { pages } from './http/pages';
import { httpServer } from './http/server';
import { smsReports } from './http/sms-report';
import { reporter, type Logger } from './observability/log';
import { activityLog } from './state/activity-log';
import { once } from './state/once';
import { connectRedis, type RedisConnection } from './state/redis';
import type { Store } from './state/redis-mailbox';
import { vault } from './state/seal';
import { subscriber } from './state/subscriber';
import { backends } from './wiring/backends';
import { conversations } from './wiring/conversations';
import { demoOf } from './wiring/demo';
import type { Parts } from './wiring/parts';

const SWEEP_MS = 1_000;
const HTTP_GRACE_MS = 2_000;
const DRAIN_MS = 10_000;

export interface App {
  /** Resolves once it listens. */
  listen(): Promise<{ readonly port: number }>;
  /** Takes no more, finishes what is in flight for `graceMs`, and lets go of Redis. */
  close(graceMs?: number): Promise<void>;
}

/** Puts the bot together; tests build the very same. @throws when the page's files are missing, or Redis is not there within 10 s. */
export async function createApp(config: Config, log: Logger, clock: () => number = Date.now): Promise<App> {
  const parts: Parts = { clock, report: reporter(log) };
  const redis = connectRedis(config.REDIS_URL, parts.report);
  await redis.ready();
  const store = storeOf(config, redis, parts);
  const ports = backends(config, { ...parts, store });
  const activities = activityLog(store, subscriber(redis));
  const typing = (to: string, said: number): void => void activities.announce(to, `typing:${said}`).catch(() => undefined); // nobody misses it
  const { turns, idle } = conversations(config, { ...parts, store, ports, typing });

  const http = httpServer({ log, hsts: config.production });
  let isOpen = true;
  health(http.server, () => isOpen && redis.isUp());
  smsReports(http.server, { codes: ports.reports, token: config.SMS_REPORT_TOKEN });
  webChat({ ...chatOptions(config), http, turns, log: activities, once: once(redis), clock });
  pages(await pageOptions(config))(http.server);
  turns.start(SWEEP_MS);
  return {
    listen: async () => ({ port: await http.listen(config.PORT, config.HOST) }),
    close: async (graceMs = DRAIN_MS) => {
      isOpen = false;
      turns.stop();
      await http.close(Math.min(graceMs, HTTP_GRACE_MS));
      await Promise.race([idle(), sleep(graceMs / 2, undefined, { ref: false })]); // what is nearly known is told, not left to others
      await turns.drain(graceMs / 2);
      redis.close();
    },
  };
}

const storeOf = ({ STATE_SECRET }: Config, redis: RedisConnection, { clock, report }: Parts): Store => {
  const masters = STATE_SECRET.split(',').map((secret) => Buffer.from(secret, 'base64url'));
  const unreadable: NonNullable<Store['unreadable']> = (conversation, error) => report('unreadable', { conversation, error: String(error) });
  return { redis, vault: vault(masters, clock), unreadable };
};

const chatOptions = (config: Config) => ({
  ...{ name: config.BRAND_NAME, publicUrl: config.publicUrl, production: config.production, proxies: config.TRUSTED_PROXIES },
  isCommand: (text: string) => commandIn(text) !== undefined,
  tokenSecrets: config.TOKEN_SECRET.split(','),
  directLineSecrets: config.DIRECTLINE_SECRET?.split(',') ?? [],
  allowedOrigins: config.ALLOWED_ORIGINS,
});

const pageOptions = async (config: Config) => ({
  assetsDir: config.ASSETS_DIR,
  brand: { name: config.BRAND_NAME },
  country: config.OPERATOR_COUNTRY,
  allowedFrameAncestors: config.ALLOWED_ORIGINS,
  production: config.production,
  ...(config.SANDBOX_URL && { demo: await demoOf({ shown: config.SANDBOX_URL, asked: config.TMF_BASE_URL }, config.OPERATOR_COUNTRY) }),
});
