import { ECHO, FORM } from './form.mjs';
import { APP, connector } from './load/connector.mjs';
import { httpPool } from './load/http.mjs';
import { meta, messengerTalk } from './load/meta.mjs';
import { activityTalk, pollingTalk, socketTalk } from './load/talks.mjs';
import { ourEnvironment, startServer } from './servers.mjs';

const CONNECTIONS = 32;

/** In production mode the successor asks the cloud for an identity before every first reply; nothing here may leave the machine. */
const SUCCESSOR_MODE = 'development';

/** A peer under `bench/peers`, spoken to in activities. */
const peer = (name, file, { storage = 'memory', through = 'inline', tokens = false, script = FORM, installs = false } = {}) => ({
  ...{ name, script, installs },
  async start({ redisUrl }) {
    const heard = through === 'connector' ? await connector() : undefined;
    const asks = tokens && { PEER_KEYS: `${heard.url}/openid`, PEER_APP: APP.id, PEER_TENANT: APP.tenant };
    const env = () => ({ REDIS_URL: redisUrl, PEER_STORAGE: storage, NODE_ENV: installs ? SUCCESSOR_MODE : 'production', ...asks });
    const server = await startServer({ program: `bench/peers/${file}`, env });
    const pool = httpPool(server.port, CONNECTIONS);
    return running(server, pool, activityTalk({ pool, connector: heard, bearer: tokens && heard.token() }), heard);
  },
});

/** The product itself. */
const ours = (name, talkOf, more, program = 'bench/ours/main.cjs') => ({
  ...{ name, script: FORM, installs: false },
  async start({ redisUrl, nodeArgs }) {
    const { secret, env } = ourEnvironment(redisUrl, more);
    const server = await startServer({ program, env, nodeArgs });
    const pool = httpPool(server.port, CONNECTIONS);
    return running(server, pool, talkOf({ pool, port: server.port, secret }));
  },
});

/** The product at `/api/messages`, with tokens as in production; replies come in the answer, as for a caller who asks for that. */
const messages = (name) => ({
  ...{ name, script: FORM, installs: false },
  async start({ redisUrl }) {
    const heard = await connector();
    const app = { MICROSOFT_APP_ID: APP.id, MICROSOFT_APP_TYPE: 'SingleTenant', MICROSOFT_APP_PASSWORD: 'none', MICROSOFT_APP_TENANT_ID: APP.tenant };
    const hosts = { BOT_CHANNEL_METADATA_URL: `${heard.url}/openid`, BOT_TENANT_METADATA_URL: `${heard.url}/openid`, BOT_SERVICE_URLS: heard.url };
    const { env } = ourEnvironment(redisUrl, { NODE_ENV: 'development', PUBLIC_URL: '', TRUSTED_PROXIES: '1', ...app, ...hosts });
    const server = await startServer({ program: 'bench/ours/main.cjs', env });
    const pool = httpPool(server.port, CONNECTIONS);
    return running(server, pool, activityTalk({ pool, bearer: heard.token(), serviceUrl: heard.url }), heard);
  },
});

/** The product on a page of Messenger: from Meta's webhook to the Graph API's taking of the reply. */
const messenger = (name) => ({
  ...{ name, script: FORM, installs: false },
  async start({ redisUrl }) {
    const graph = await meta();
    const { env } = ourEnvironment(redisUrl, { NODE_ENV: 'development', PUBLIC_URL: '', ...graph.environment });
    const server = await startServer({ program: 'bench/ours/main.cjs', env });
    const pool = httpPool(server.port, CONNECTIONS);
    return running(server, pool, messengerTalk({ pool, graph }), graph);
  },
});

const running = (server, pool, talk, heard) => ({
  ...{ server, pool, talk, workers: CONNECTIONS },
  async stop() {
    talk.close();
    pool.close();
    heard?.close();
    await server.stop();
  },
});

/** All that can be measured, by the name that `--only` takes. */
export const VARIANTS = {
  restify: peer('restify echo', 'restify-echo.cjs', { script: ECHO }),
  redis: peer('lock-load, save-unlock on Redis', 'redis-echo.cjs', { script: ECHO }),
  'waterfall-memory': peer('waterfall, memory, inline', 'waterfall.cjs'),
  'waterfall-redis': peer('waterfall, naive Redis, inline', 'waterfall.cjs', { storage: 'redis' }),
  'waterfall-connector': peer('waterfall, memory, connector', 'waterfall.cjs', { through: 'connector' }),
  'waterfall-production': peer('waterfall, memory, connector, tokens', 'waterfall.cjs', { through: 'connector', tokens: true }),
  'waterfall-redis-connector': peer('waterfall, naive Redis, connector', 'waterfall.cjs', { storage: 'redis', through: 'connector' }),
  successor: peer('successor SDK, memory, inline', 'successor.cjs', { installs: true }),
  'successor-connector': peer('successor SDK, memory, connector', 'successor.cjs', { through: 'connector', installs: true }),
  http: ours('ours, web chat, replies by GET', pollingTalk),
  socket: ours('ours, web chat, replies by socket', socketTalk),
  purchase: ours('ours, web chat, a purchase with its journal', pollingTalk, undefined, 'bench/purchase/main.cjs'),
  messenger: messenger('ours, Messenger webhook to Graph send'),
  messages: messages('ours, /api/messages, inline, tokens'),
};
