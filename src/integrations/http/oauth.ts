import { z } from 'zod';
import { exchange, failed, jsonOf, type Answer, type Fetch } from './exchange';
import { guard, orAborted, type Reach } from './guard';

/** What to send as `authorization`. */
export interface Authorization {
  /** Waits no longer than `signal`. @throws BackendFailure */
  header(signal: AbortSignal): Promise<string>;
  /** Says that a header was refused. The next caller gets a new one, unless somebody else has fetched it already. */
  drop(header: string): void;
}

export interface ClientCredentials extends Reach {
  readonly tokenUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly fetch?: Fetch;
}

/** Of a token's life: after this share a new one is fetched, while the old one is still used. */
const FRESH = 0.8;
/** A token this close to its end is not used any more: it has to arrive alive. */
const MARGIN_MS = 5_000;
/** When the server does not say how long it lives (RFC 6749 only recommends it). */
const DEFAULT_SECONDS = 300;

/** Some servers write numbers as text, and `BearerToken`. */
const Grant = z.object({
  access_token: z.string().regex(/^[\x21-\x7e]+$/),
  token_type: z
    .string()
    .regex(/^bearer/i)
    .default('Bearer'),
  expires_in: z.union([z.number(), z.string().regex(/^\d+$/).transform(Number)]).default(DEFAULT_SECONDS),
});

interface Token {
  readonly header: string;
  readonly freshUntil: number;
  readonly goodUntil: number;
}

/**
 * OAuth 2.0 client credentials (RFC 6749, 4.4), one token for this process. However many callers need it, one request is out;
 * it is renewed before it expires, behind the callers' backs.
 */
export function clientCredentials(parts: ClientCredentials): Authorization {
  const { backend, clock } = parts;
  const guarded = guard(parts);
  let token: Token | undefined;
  let fetching: Promise<Token> | undefined;
  const renew = (): Promise<Token> => {
    fetching ??= guarded('token', (signal) => fetchToken(parts, signal))
      .then((fetched) => (token = fetched))
      .finally(() => (fetching = undefined));
    return fetching;
  };
  return {
    header: async (signal) => {
      const now = clock();
      if (token !== undefined && now < token.goodUntil) {
        if (now >= token.freshUntil) renew().catch(() => undefined);
        return token.header;
      }
      return (await orAborted(backend, renew(), signal)).header;
    },
    drop: (header) => {
      if (token?.header === header) token = undefined;
    },
  };
}

async function fetchToken({ backend, tokenUrl, clientId, clientSecret, clock, fetch }: ClientCredentials, signal: AbortSignal): Promise<Token> {
  // Both parts are form-encoded before Basic joins them (RFC 6749, 2.3.1).
  const basic = Buffer.from(`${encodeURIComponent(clientId)}:${encodeURIComponent(clientSecret)}`).toString('base64');
  const headers = { authorization: `Basic ${basic}`, accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded' };
  const asked = clock();
  const answer = await exchange(backend, { method: 'POST', url: new URL(tokenUrl), headers, body: 'grant_type=client_credentials' }, signal, fetch);
  return tokenOf(backend, answer, asked);
}

/** @param asked epoch ms: the token's life is counted from before the question, so that it never seems longer than it is */
function tokenOf(backend: string, { status, body }: Answer, asked: number): Token {
  if (status === 429 || status >= 500) throw failed(backend, 'unavailable', `status ${status}`);
  if (status !== 200) throw failed(backend, 'contract', `status ${status}`);
  const { success, data } = Grant.safeParse(jsonOf(body));
  if (!success) throw failed(backend, 'contract', 'not a token');
  const lifeMs = data.expires_in * 1000;
  return { header: `Bearer ${data.access_token}`, freshUntil: asked + lifeMs * FRESH, goodUntil: asked + lifeMs - MARGIN_MS };
}
