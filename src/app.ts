import { setTimeout as sleep } from 'node:timers/promises';
import { webChat } from './channels/webchat';
import type { Config } from './config';
import { commandIn } from './dialogs/commands';
import { health } from './http/health';
import { mobileMoney } from './http/mobile-money';
import { pages } from './http/pages';
import { httpServer, type HttpServer } from './http/server';
import { smsReports } from './http/sms-report';
import { metricsRoute } from './http/metrics';
import type { Logger } from './observability/log';
import type { Vitals } from './observability/vitals';
import { soon } from './soon';
import { activityLog, type ActivityLog } from './state/activity-log';
import { caseFiles } from './state/cases-files';
import { once } from './state/once';
import { connectRedis, type RedisConnection } from './state/redis';
import type { Store } from './state/redis-mailbox';
import { rememberingLog, vault } from './state/seal';
import { subscriber, type Subscriber } from './state/subscriber';
import type { Turns } from './state/turns';
import { backends, type Backends } from './wiring/backends';
import { billDocuments } from './wiring/bills';
import { botFramework, type BotFrameworkParts } from './wiring/bot-framework';
import { conversations, type Conversations } from './wiring/conversations';
import { demoOf } from './wiring/demo';
import { insights } from './wiring/insights';
import { messenger } from './wiring/messenger';
import { handover } from './wiring/handover';
import { observing, type Observing } from './wiring/observing';
import { cardPayments } from './wiring/payments';
import type { Parts } from './wiring/parts';
import { demandSafeRedis } from './wiring/redis-safety';
import { sunshine } from './wiring/sunshine';

const SWEEP_MS = 1_000;
const HTTP_GRACE_MS = 2_000;
const DRAIN_MS = 10_000;

export interface App {
  /** Resolves once it listens. */
  listen(): Promise<{ readonly port: number }>;
  /** Says that it leaves, still serves for `DRAIN_DELAY_MS`, takes no more, finishes what is in flight for `graceMs`, and lets go of Redis. */
  close(graceMs?: number): Promise<void>;
}

/**
 * Puts the bot together; tests build the very same.
 *
 * @param outside what stands for Azure's login where it cannot be reached, and what only the process can say of itself
 * @throws BadConfig in production, when Redis is not set as what is kept in it needs
 * @throws when the page's files are missing, or Redis is not there within 10 s
 */
export async function createApp(
  config: Config,
  log: Logger,
  clock: () => number = Date.now,
  { vitals, ...outside }: Pick<BotFrameworkParts, 'credentials'> & { readonly vitals?: () => Vitals } = {},
): Promise<App> {
  const seen = observing(config, log, clock, vitals);
  const parts: Parts = { clock, report: seen.report, tracer: seen.tracer };
  const redis = await sharedRedis(config, parts);
  const ledger = await ledgerOf(config, redis, parts);
  const store = storeOf(config, redis, parts);
  const ports = backends(config, { ...parts, store });
  const events = subscriber(redis);
  const activities = activityLog(store, events);
  const channels = await channelsOf(config, { ...parts, ...outside, store, events, ports, activities });
  const talks = conversations(config, {
    ...{ ...parts, store, ledger, kinds: ports.kinds, typing: channels.typing, attending: channels.people.attending, sends: channels.sends },
    ports: { ...ports, ...(channels.people.agents && { agents: channels.people.agents }) },
  });
  const { turns, idle } = talks;
  const http = httpServer({ log, hsts: config.production, clock, observe: seen.observe });
  const leaving = seenFromOutside(config, { http, redis, ledger, seen, standing: ports.standing });
  await mounted(config, { ...parts, http, channels, talks, ports, store, activities });
  turns.start(SWEEP_MS);
  ports.casework.start({ accept: (delivery) => turns.accept(delivery), log: activities });
  return {
    listen: async () => ({ port: await http.listen(config.PORT, config.HOST) }),
    close: async (graceMs = DRAIN_MS) => {
      await leaving();
      turns.stop();
      ports.stop();
      await http.close(Math.min(graceMs, HTTP_GRACE_MS));
      await soon(idle(), graceMs / 2); // what is nearly known is told, not left to others
      await turns.drain(graceMs / 2);
      await seen.close();
      new Set([ledger, redis]).forEach(({ close }) => close());
    },
  };
}

interface ChannelParts extends Parts, Pick<BotFrameworkParts, 'credentials'> {
  readonly store: Store;
  readonly events: Subscriber;
  readonly ports: Backends;
  readonly activities: ActivityLog;
}
type Channels = Awaited<ReturnType<typeof channelsOf>>;

/** Every way in and out that is configured, and the people who may take a conversation over. */
async function channelsOf(config: Config, { store, events, ports, activities, ...parts }: ChannelParts) {
  const bot = await botFramework(config, { ...parts, store, subscriber: events, ports });
  const facebook = messenger(config, { ...parts, store, ports });
  const zendesk = sunshine(config, { ...parts, store });
  const people = handover(config, { ...parts, store, casework: ports.casework });
  const typing = (to: string, said: number): void => {
    if (![bot, facebook, zendesk].some((channel) => channel.typing(to))) void activities.announce(to, `typing:${said}`).catch(() => undefined); // nobody misses it
  };
  return { bot, facebook, zendesk, people, typing, sends: { ...bot.sends, ...facebook.sends, ...zendesk.sends } };
}

interface MountParts extends Parts {
  readonly http: HttpServer;
  readonly channels: Channels;
  readonly talks: Conversations;
  readonly ports: Backends;
  readonly store: Store;
  readonly activities: ActivityLog;
}

/** All routes but those of health; what they lead to has been rehearsed. */
async function mounted(config: Config, { http, channels, talks, ports, store, activities, ...parts }: MountParts): Promise<void> {
  await talks.rehearse();
  const { turns, hurry, journal, reading } = talks;
  const accept: Turns['accept'] = (delivery) => turns.accept(delivery);
  const { clock } = parts;
  smsReports(http.server, { codes: ports.reports, token: config.SMS_REPORT_TOKEN });
  mobileMoney(http.server, { hurry, proxies: config.TRUSTED_PROXIES });
  webChat({ ...chatOptions(config), http, turns, log: reading(activities), once: once(store.redis), clock, files: caseFiles(store) });
  for (const channel of [channels.bot, channels.facebook, channels.zendesk]) channel.mount(http, turns);
  channels.people.mount(http, accept);
  const paying = cardPayments(config, { ...parts, ports, server: http.server, accept, books: { hurry, journal } });
  pages({
    ...(await pageOptions(config)),
    asked: { ...paying, ...billDocuments(config, ports, clock), ...insights(config, { store, clock, server: http.server }) },
  })(http.server);
}

/** Health and metrics. What it returns says from now on that we leave, and waits until whoever balances the load has seen it. */
function seenFromOutside(
  config: Config,
  {
    http,
    redis,
    ledger,
    seen,
    standing,
  }: { http: HttpServer; redis: RedisConnection; ledger: RedisConnection; seen: Observing; standing: Backends['standing'] },
): () => Promise<void> {
  let isDraining = false;
  const watchers = { token: config.METRICS_TOKEN, production: config.production };
  health(http.server, { isDraining: () => isDraining, isRedisUp: redis.isUp, backends: standing }, watchers);
  seen.looksAt({ redis, ledger, backends: standing });
  metricsRoute(http.server, seen.metrics, watchers, seen.report);
  return async () => {
    isDraining = true;
    await sleep(config.drainDelayMs);
  };
}

/** Where conversations are. */
async function sharedRedis(config: Config, { report }: Parts): Promise<RedisConnection> {
  const redis = connectRedis(config.REDIS_URL, report, config.REDIS_TIMEOUT_MS);
  await demandSafeRedis(redis, { role: 'session', which: 'REDIS_URL', config, report });
  return redis;
}

/** Where the journal of money is: a Redis of its own, or the one of everything. */
async function ledgerOf(config: Config, shared: RedisConnection, { report }: Parts): Promise<RedisConnection> {
  const own = config.LEDGER_REDIS_URL === undefined ? shared : connectRedis(config.LEDGER_REDIS_URL, report, config.REDIS_TIMEOUT_MS);
  const which = own === shared ? 'REDIS_URL, which holds the ledger too,' : 'LEDGER_REDIS_URL';
  await demandSafeRedis(own, { role: 'ledger', which, config, report });
  return own;
}

const storeOf = ({ STATE_SECRET }: Config, redis: RedisConnection, { clock, report }: Parts): Store => {
  const masters = STATE_SECRET.split(',').map((secret) => Buffer.from(secret, 'base64url'));
  const unreadable: NonNullable<Store['unreadable']> = (conversation, error) => report('unreadable', { conversation, error });
  return { redis, vault: rememberingLog(vault(masters, clock)), unreadable };
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
