import { createHash, verify } from 'node:crypto';
import { z } from 'zod';
import type { Keys, SigningKey } from './keys';

/** What a token that holds proves about its sender. */
export interface Sender {
  /** `channel`: the Bot Connector. `caller`: another bot, which calls this one as a skill. `own`: an Emulator with our own credentials. */
  readonly kind: 'channel' | 'caller' | 'own';
  /** The application that calls, unless it is a channel. */
  readonly appId: string | undefined;
  /** The service URL that the token is bound to. A channel's always is. */
  readonly serviceUrl: string | undefined;
  /** Channels that the signing key may speak for; undefined: it says nothing of channels. */
  readonly endorsements: ReadonlySet<string> | undefined;
}

/** Why a token does not hold: for the log, never for its sender. */
export type Flaw = 'header' | 'shape' | 'algorithm' | 'issuer' | 'audience' | 'time' | 'claims' | 'caller' | 'key' | 'signature';

export interface TokenCheck {
  /** @param header the request's `Authorization` */
  read(header: string | undefined): Promise<Sender | Flaw>;
  /** Tokens kept in mind. */
  size(): number;
}

export interface TokenCheckParts {
  /** The bot's own application. */
  readonly appId: string;
  /** Directories whose tokens are read at all: a token of any other is refused before anything is looked up. */
  readonly tenants: readonly string[];
  /** Applications that may call the bot as a skill. */
  readonly callers: readonly string[];
  readonly channelKeys: Keys;
  readonly tenantKeys: Keys;
  /** Epoch ms. */
  readonly clock: () => number;
}

const CHANNEL_ISSUER = 'https://api.botframework.com';
/** Longest header, in characters. Tokens of the Bot Connector have about 1,200. */
const HEADER_CHARACTERS = 8_192;
/** How far two clocks may be apart, s: what the protocol's own SDKs allow. */
const TOLERANCE_S = 300;
/** Tokens kept in mind once they held, and for how long, ms: a key that is withdrawn is not trusted for longer. */
const KEPT = { tokens: 2_000, ms: 3_600_000 } as const;
const DIGESTS: ReadonlyMap<string, string> = new Map([
  ['RS256', 'sha256'],
  ['RS384', 'sha384'],
  ['RS512', 'sha512'],
]);
const BEARER = /^Bearer ([\w-]+)\.([\w-]+)\.([\w-]+)$/;

const Head = z.object({ alg: z.string(), kid: z.string().min(1).max(200), crit: z.undefined().optional() });
const Claims = z.object({
  iss: z.string(),
  aud: z.string(),
  exp: z.number(),
  nbf: z.number().optional(),
  serviceurl: z.string().min(1).optional(),
  tid: z.string().optional(),
  ver: z.string().optional(),
  appid: z.string().optional(),
  azp: z.string().optional(),
});
type Claims = z.infer<typeof Claims>;

/**
 * Reads tokens of the Bot Framework, cheapest question first. It stands before the SDK, which remembers issuers that it has not
 * verified, for ever, and answers some forgeries with a 500.
 */
export function tokenCheck(parts: TokenCheckParts): TokenCheck {
  const { appId, clock, channelKeys, tenantKeys } = parts;
  const senderOf = sender(parts);
  const kept = new Map<string, { readonly sender: Sender; readonly from: number; readonly until: number }>();

  const keep = (name: string, found: Sender, { exp, nbf = 0 }: Claims): void => {
    const until = Math.min((exp + TOLERANCE_S) * 1_000, clock() + KEPT.ms);
    kept.set(name, { sender: found, from: (nbf - TOLERANCE_S) * 1_000, until });
    const [oldest] = kept.keys();
    if (kept.size > KEPT.tokens && oldest !== undefined) kept.delete(oldest);
  };
  const recall = (name: string): Sender | undefined => {
    const known = kept.get(name);
    if (!known) return undefined;
    kept.delete(name);
    if (clock() > known.until || clock() < known.from) return undefined;
    kept.set(name, known); // last used, last forgotten
    return known.sender;
  };

  return {
    size: () => kept.size,
    async read(header = '') {
      if (header.length > HEADER_CHARACTERS) return 'header';
      const [, head = '', body = '', signature = ''] = BEARER.exec(header) ?? [];
      if (!signature) return 'shape';
      const name = createHash('sha256').update(header).digest('base64');
      const known = recall(name);
      if (known) return known;
      const [read, claims] = [Head.safeParse(parsed(head)), Claims.safeParse(parsed(body))];
      if (!read.success || !claims.success) return 'shape';
      const digest = DIGESTS.get(read.data.alg);
      if (!digest) return 'algorithm';
      const found = senderOf(claims.data);
      if (typeof found === 'string') return found;
      if (claims.data.aud !== appId) return 'audience';
      if (!isInForce(claims.data, clock())) return 'time';
      const key = await (found.kind === 'channel' ? channelKeys : tenantKeys).find(read.data.kid);
      if (!key) return 'key';
      if (!verify(digest, Buffer.from(`${head}.${body}`), key.key, Buffer.from(signature, 'base64url'))) return 'signature';
      const proven = { ...found, endorsements: endorsementsOf(found, key) };
      keep(name, proven, claims.data);
      return proven;
    },
  };
}

/** Who the claims say it is, if that is anybody we listen to. */
function sender({ appId, tenants, callers }: TokenCheckParts): (claims: Claims) => Sender | Flaw {
  /** Issuer → the version of its tokens, and the directory they must name. */
  const issuers = new Map(
    tenants.flatMap((tenant): [string, { ver: string; tenant: string }][] => [
      [`https://sts.windows.net/${tenant}/`, { ver: '1.0', tenant }],
      [`https://login.microsoftonline.com/${tenant}/v2.0`, { ver: '2.0', tenant }],
    ]),
  );
  const listened = new Set([appId, ...callers]);
  return ({ iss, ver, tid, appid, azp, serviceurl: serviceUrl }) => {
    if (iss === CHANNEL_ISSUER) return serviceUrl ? { kind: 'channel', appId: undefined, serviceUrl, endorsements: undefined } : 'claims';
    const issuer = issuers.get(iss);
    if (!issuer) return 'issuer';
    if (ver !== issuer.ver || tid !== issuer.tenant) return 'claims';
    const caller = ver === '1.0' ? appid : azp;
    if (caller === undefined || !listened.has(caller)) return 'caller';
    return { kind: caller === appId ? 'own' : 'caller', appId: caller, serviceUrl, endorsements: undefined };
  };
}

/** A channel's key that endorses nothing speaks for no channel. */
const endorsementsOf = ({ kind }: Sender, { endorsements }: SigningKey): Sender['endorsements'] =>
  kind === 'channel' ? (endorsements ?? new Set()) : undefined;

function isInForce({ exp, nbf = 0 }: Claims, now: number): boolean {
  return now <= (exp + TOLERANCE_S) * 1_000 && now >= (nbf - TOLERANCE_S) * 1_000;
}

function parsed(part: string): unknown {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString());
  } catch {
    return undefined;
  }
}
