import { createPublicKey, type KeyObject } from 'node:crypto';
import { z } from 'zod';

/** A key that signs tokens. `endorsements`: the channels it may speak for; undefined for keys that say nothing of channels. */
export interface SigningKey {
  readonly key: KeyObject;
  readonly endorsements: ReadonlySet<string> | undefined;
}

export interface Keys {
  /** The key of this id, if it is published. Never throws, and never asks more often than {@link PAUSE_MS} allows, whatever ids are named. */
  find(kid: string): Promise<SigningKey | undefined>;
  /** Fetches them now, unless that was tried a moment ago. Resolves when it is over, well or badly. */
  refresh(): Promise<void>;
}

export interface KeysParts {
  /** Reads a JSON document. Has a deadline, and follows no redirect. */
  readonly read: <T>(url: string, schema: z.ZodType<T>) => Promise<T>;
  /** An OpenID configuration; it names where the keys are. */
  readonly metadataUrl: string;
  /** Epoch ms. */
  readonly clock: () => number;
  readonly report: (event: string, detail: object) => void;
}

/** Keys are published a day or more before they are used, and withdrawn at leisure: those we have are read again every hour. */
const FRESH_MS = 3_600_000;
/** Between two readings, ms: an unknown id is no reason to ask again sooner, or a forger could make us ask without end. */
export const PAUSE_MS = { read: 300_000, failed: 15_000 } as const;
const MOST_KEYS = 100;
const LEAST_BITS = 2_048;

const Metadata = z.object({ jwks_uri: z.url({ protocol: /^https?$/ }) });
const Jwk = z.object({
  kty: z.literal('RSA'),
  use: z.literal('sig').optional(),
  kid: z.string().min(1).max(200),
  n: z.string().max(2_000),
  e: z.string().max(20),
  endorsements: z.array(z.string()).optional(),
});
const KeySet = z.object({ keys: z.array(z.unknown()) });

/** The keys behind an OpenID configuration, kept ready to verify with. What cannot be read leaves those that were read before. */
export function keptKeys({ read, metadataUrl, clock, report }: KeysParts): Keys {
  let keys: ReadonlyMap<string, SigningKey> = new Map();
  let readAt = -Infinity;
  let nextAt = -Infinity;
  let reading: Promise<void> | undefined;

  const fetchKeys = async (): Promise<void> => {
    try {
      const { jwks_uri: keysUrl } = await read(metadataUrl, Metadata);
      if (metadataUrl.startsWith('https:') && !keysUrl.startsWith('https:')) throw new Error('the keys are not behind TLS');
      const set = await read(keysUrl, KeySet);
      const found = new Map(set.keys.slice(0, MOST_KEYS).flatMap(keyOf));
      if (found.size === 0) throw new Error('no usable key');
      keys = found;
      readAt = clock();
      nextAt = readAt + PAUSE_MS.read;
    } catch (error) {
      nextAt = clock() + PAUSE_MS.failed;
      report('token-keys.unread', { error: String(error) });
    }
  };
  const refresh = async (): Promise<void> => {
    if (clock() < nextAt) return;
    reading ??= fetchKeys().finally(() => (reading = undefined));
    await reading;
  };
  return {
    refresh,
    async find(kid) {
      const known = keys.get(kid);
      if (!known) await refresh();
      else if (clock() - readAt > FRESH_MS) void refresh();
      return keys.get(kid);
    },
  };
}

/** A key we cannot use (another kind, too short) is as good as not there. */
function keyOf(entry: unknown): [string, SigningKey][] {
  const jwk = Jwk.safeParse(entry);
  if (!jwk.success) return [];
  const { kty, n, e, kid, endorsements } = jwk.data;
  try {
    const key = createPublicKey({ key: { kty, n, e }, format: 'jwk' });
    if ((key.asymmetricKeyDetails?.modulusLength ?? 0) < LEAST_BITS) return [];
    return [[kid, { key, endorsements: endorsements && new Set(endorsements) }]];
  } catch {
    return [];
  }
}
