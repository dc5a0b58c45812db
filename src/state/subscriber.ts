import { readyWithin, type RedisConnection } from './redis';

/** How long a first listener waits for its client, ms. */
const READY_MS = 500;

/** Hears what is published. `undefined`: something may have been missed, look yourself. */
export type Hear = (text: string | undefined) => void;

export interface Subscriber {
  /** Calls `hear` until the returned function is called. Resolves when nothing is missed any more; while Redis is away, at once. */
  subscribe(channel: string, hear: Hear): Promise<() => void>;
}

/** Pub/sub on a client of its own, made at first use: a client that subscribes can do nothing else. */
export function subscriber(redis: RedisConnection): Subscriber {
  const hearers = new Map<string, Set<Hear>>();
  let client: RedisConnection['client'] | undefined;

  const tell = (channel: string, text: string | undefined): void => hearers.get(channel)?.forEach((hear) => hear(text));
  /** Asks for `channels` now, or, while Redis is away, as soon as it is back: then `catchUp` asks for all. */
  const ask = async (channels: readonly string[]): Promise<void> => {
    client ??= listening();
    await readyWithin(client, READY_MS).catch(() => {});
    if (client.status === 'ready' && channels.length) await client.subscribe(...channels).catch(() => {});
  };
  const listening = (): RedisConnection['client'] => {
    const made = redis.another();
    const catchUp = async (): Promise<void> => {
      await ask([...hearers.keys()]);
      for (const channel of hearers.keys()) tell(channel, undefined);
    };
    made.on('message', tell);
    made.on('ready', () => void catchUp());
    made.on('+subscriber', () => void catchUp()); // a Cluster client moved its subscriptions to another node
    return made;
  };

  return {
    async subscribe(channel, hear) {
      const known = hearers.get(channel);
      const all = known ?? new Set<Hear>();
      hearers.set(channel, all.add(hear));
      await ask([channel]);
      return () => {
        all.delete(hear);
        if (all.size || hearers.get(channel) !== all) return;
        hearers.delete(channel);
        if (client?.status === 'ready') void client.unsubscribe(channel).catch(() => {});
      };
    },
  };
}
