import { Cluster, Redis, type ClusterOptions, type RedisOptions } from 'ioredis';

/** One client for all commands. Whoever blocks or subscribes needs a client of its own: see `subscriber.ts`. */
export interface RedisConnection {
  readonly client: Redis | Cluster;
  /** Resolves once commands can be sent. Throws when that takes longer than `withinMs`. */
  ready(withinMs?: number): Promise<void>;
  /** Whether commands can be sent now: what a readiness probe asks. */
  isUp(): boolean;
  /** What is asked from now on, until this turn of the event loop is over, goes out in one piece. */
  gather(): void;
  /** Another client of the same Redis. Closed together with this connection. */
  another(): Redis | Cluster;
  close(): void;
}

/** How long Redis may take to answer before it counts as away, ms. */
const COMMAND_MS = 500;
/** Longest pause between two attempts to connect, ms: back well within 5 s of Redis' return. */
const RECONNECT_MS = 500;
const READY_MS = 10_000;

/**
 * By default ioredis hangs for 73 s on a dead Redis, and sends a command again whose answer was cut off: an INCR ran twice.
 * So: no queue, no silent repeats, no promise that never settles. What may be repeated is repeated by its caller.
 */
const FROZEN = {
  enableOfflineQueue: false,
  maxRetriesPerRequest: 1,
  commandTimeout: COMMAND_MS,
  autoResendUnfulfilledCommands: false,
  connectTimeout: 1000,
  disconnectTimeout: 100, // else a client that is closed while Redis is away keeps the process alive for 2 s
  retryStrategy: (attempt: number) => Math.min(attempt * 50, RECONNECT_MS),
} satisfies RedisOptions;

const FROZEN_CLUSTER = {
  enableOfflineQueue: false,
  maxRedirections: 3,
  retryDelayOnFailover: 50,
  retryDelayOnClusterDown: 50,
  retryDelayOnTryAgain: 50,
  clusterRetryStrategy: FROZEN.retryStrategy,
} satisfies ClusterOptions;

/**
 * Connects in the background and stays connected.
 *
 * @param url `redis://user:password@host:port/db`, `rediss://…`, or the nodes of a Redis Cluster: `redis://a:1,redis://b:2`
 * @param report told of connection errors (Redis away is normal life: nothing is thrown)
 * @param commandMs how long Redis may take to answer before it counts as away
 */
export function connectRedis(url: string, report: (event: string, detail: object) => void = () => {}, commandMs = COMMAND_MS): RedisConnection {
  const clients: (Redis | Cluster)[] = [];
  const another = (): Redis | Cluster => {
    const client = connect(url, commandMs);
    client.on('error', (error: unknown) => report('redis.error', { error }));
    client.setMaxListeners(0); // every waiting listener waits for the same client
    clients.push(client);
    return client;
  };
  const client = another();
  return {
    client,
    ready: (withinMs = READY_MS) => readyWithin(client, withinMs),
    isUp: () => client.status === 'ready',
    gather: gatherer(client),
    another,
    close: () => clients.splice(0).forEach((each) => each.disconnect()),
  };
}

/** Writing costs the kernel as much for one command as for ten, and most turns of the loop have several. A cluster's nodes each have a stream of their own. */
function gatherer(client: Redis | Cluster): () => void {
  let isGathering = false;
  return () => {
    if (isGathering || client instanceof Cluster || client.status !== 'ready') return;
    const { stream } = client;
    isGathering = true;
    stream.cork();
    setImmediate(() => {
      isGathering = false;
      stream.uncork();
    });
  };
}

/** Resolves when `client` is ready, whatever fails before. Throws after `withinMs`. */
export function readyWithin(client: Redis | Cluster, withinMs: number): Promise<void> {
  if (client.status === 'ready') return Promise.resolve();
  return new Promise((resolve, reject) => {
    const isReady = (): void => {
      clearTimeout(timer);
      resolve();
    };
    const timer = setTimeout(() => {
      client.off('ready', isReady);
      reject(new Error(`Redis is not ready after ${withinMs} ms`));
    }, withinMs);
    client.once('ready', isReady);
  });
}

function connect(url: string, commandTimeout: number): Redis | Cluster {
  const [first = '', ...rest] = url.split(',').map((node) => node.trim());
  if (!rest.length) return new Redis(first, { ...FROZEN, commandTimeout });
  const { username, password, protocol } = new URL(first);
  const redisOptions = {
    maxRetriesPerRequest: FROZEN.maxRetriesPerRequest,
    commandTimeout,
    autoResendUnfulfilledCommands: FROZEN.autoResendUnfulfilledCommands,
    connectTimeout: FROZEN.connectTimeout,
    disconnectTimeout: FROZEN.disconnectTimeout,
    ...(username ? { username: decodeURIComponent(username) } : {}),
    ...(password ? { password: decodeURIComponent(password) } : {}),
    ...(protocol === 'rediss:' ? { tls: {} } : {}),
  };
  return new Cluster([first, ...rest], { ...FROZEN_CLUSTER, redisOptions });
}
