import { createHmac, hkdfSync } from 'node:crypto';
import { z } from 'zod';
import { sameText } from '../../http/secrets';

/** Life of a Direct Line token, in seconds; its client refreshes at half of it. */
export const TOKEN_S = 1_800;
/** Longest token worth looking at; ours have about 400 characters. */
const MOST_CHARACTERS = 1_024;
/** Visitors' and conversations' ids: nothing that could leave a URL or a key. */
export const ID = /^[\w-]{1,128}$/;

/**
 * What a token is for; one kind does not pass as another. `directline`: the API, one conversation. `stream`: opens one socket.
 * `visitor`: the cookie by which a browser is known again.
 */
type Purpose = 'directline' | 'stream' | 'visitor';

/** Tokens whose signature was checked, kept so that a page's every request does not check it again; about 5 MB. Their time is checked each time. */
const KNOWN_TOKENS = 10_000;

/** Who speaks, and where. `user` is the claim that Direct Line's client reads. */
export interface Visitor {
  readonly user: string;
  readonly conv: string;
}

const Claims = z.object({
  user: z.string().regex(ID),
  conv: z.string().regex(ID),
  aud: z.enum(['directline', 'stream', 'visitor']),
  /** Unix time, s. */
  exp: z.number().int(),
  jti: z.string().optional(),
});
type Claims = z.infer<typeof Claims>;

export interface Tokens {
  /** @param jti a name by which this very token can be used up */
  issue(purpose: Purpose, visitor: Visitor, seconds: number, jti?: string): string;
  /** Undefined for whatever we did not sign for this purpose. `expiredMs`: how long ago it ended, 0 while it lives. */
  read(purpose: Purpose, token: string): (Visitor & { readonly jti: string | undefined; readonly expiredMs: number }) | undefined;
}

/**
 * Compact tokens, signed with HMAC-SHA256 (JWS, RFC 7515). The header is compared as a whole with those we write ourselves, so
 * no other algorithm or key can be asked for.
 *
 * @param secrets the first signs, all verify: to change it, put the new one in front for half an hour at least
 * @param now Unix ms
 */
export function tokens(secrets: readonly string[], now: () => number = Date.now): Tokens {
  const keys = new Map(secrets.map((secret) => [headerOf(secret), derive(secret, 'webchat token key')]));
  const [current] = keys;
  if (!current) throw new Error('a secret is needed to sign tokens');
  const [header, key] = current;
  const verified = new Map<string, Claims>();
  const claimsOf = (token: string): Claims | undefined => {
    const known = verified.get(token);
    if (known) return known;
    const [head = '', payload = '', signature = '', ...rest] = token.split('.');
    const found = keys.get(head);
    if (!found || rest.length || !sameText(sign(found, `${head}.${payload}`), signature)) return undefined;
    const claims = Claims.safeParse(parse(payload));
    if (!claims.success) return undefined;
    if (verified.size >= KNOWN_TOKENS) verified.clear();
    verified.set(token, claims.data);
    return claims.data;
  };
  return {
    issue(purpose, { user, conv }, seconds, jti) {
      const claims: Claims = { user, conv, aud: purpose, exp: Math.floor(now() / 1_000) + seconds, ...(jti && { jti }) };
      const signed = `${header}.${encode(JSON.stringify(claims))}`;
      return `${signed}.${sign(key, signed)}`;
    },
    read(purpose, token) {
      if (token.length > MOST_CHARACTERS) return undefined;
      const claims = claimsOf(token);
      if (claims?.aud !== purpose) return undefined;
      const { user, conv, jti, exp } = claims;
      return { user, conv, jti, expiredMs: Math.max(0, now() - exp * 1_000) };
    },
  };
}

const encode = (text: string): string => Buffer.from(text).toString('base64url');
const derive = (secret: string, purpose: string): Buffer => Buffer.from(hkdfSync('sha256', secret, '', purpose, 32));
/** Names the key without saying anything about it. */
const headerOf = (secret: string): string =>
  encode(JSON.stringify({ alg: 'HS256', typ: 'JWT', kid: derive(secret, 'webchat token key id').toString('hex').slice(0, 8) }));
const sign = (key: Buffer, text: string): string => createHmac('sha256', key).update(text).digest('base64url');

function parse(payload: string): unknown {
  try {
    return JSON.parse(Buffer.from(payload, 'base64url').toString());
  } catch {
    return undefined;
  }
}
