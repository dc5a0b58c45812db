import { randomBytes } from 'node:crypto';
import { json, type Call, type Family, type Reply } from '../http/reply';
import { sameSecret } from '../http/secret';

export interface OauthAccess {
  readonly clientId: string;
  readonly clientSecret: string;
}

/** How long a token lives, seconds of the sandbox clock. */
const TOKEN_SECONDS = 3_600;
/** The oldest are dropped beyond this. */
const KEPT = 1_000;

export interface Tokens {
  /** A bearer token not older than its lifetime. */
  valid(token: string): boolean;
  issue(): { token: string; seconds: number };
}

/** Tokens live in memory and for one epoch: after a restart or a reset the operator knows none, and clients must fetch new ones. */
export function createTokens(now: () => number, epoch: () => string): Tokens {
  const ends = new Map<string, { until: number; epoch: string }>();
  return {
    valid: (token) => {
      const end = ends.get(token);
      return end !== undefined && end.until > now() && end.epoch === epoch();
    },
    issue: () => {
      const token = randomBytes(32).toString('base64url');
      ends.set(token, { until: now() + TOKEN_SECONDS * 1000, epoch: epoch() });
      const oldest = ends.keys().next().value;
      if (ends.size > KEPT && oldest !== undefined) ends.delete(oldest);
      return { token, seconds: TOKEN_SECONDS };
    },
  };
}

/** OAuth 2.0 client credentials (RFC 6749 section 4.4): credentials as HTTP Basic or in the form. */
export function oauth(tokens: Tokens, access: OauthAccess): Family {
  return {
    prefix: '/oauth/',
    routes: [{ method: 'POST', path: '/oauth/token', counterpart: 'oauth', handle: (call) => grant(call, tokens, access) }],
    failure: (status, message) => error(status, ERRORS[status] ?? (status < 500 ? 'invalid_request' : 'server_error'), message),
  };
}

const ERRORS: Readonly<Record<number, string>> = { 401: 'invalid_client', 403: 'unauthorized_client', 503: 'temporarily_unavailable' };

function error(status: number, code: string, description: string): Reply {
  const challenge = status === 401 ? { 'www-authenticate': 'Basic realm="sandbox"' } : {};
  return json(status, { error: code, error_description: description }, challenge);
}

function grant(call: Call, tokens: Tokens, access: OauthAccess): Reply {
  if (!/^application\/x-www-form-urlencoded\b/i.test(call.headers['content-type'] ?? '')) {
    return error(400, 'invalid_request', 'Send a form: application/x-www-form-urlencoded.');
  }
  const form = new URLSearchParams(call.body.toString('utf8'));
  const { id, secret } = credentials(call, form);
  const known = sameSecret(id, access.clientId);
  if (!sameSecret(secret, access.clientSecret) || !known) return error(401, 'invalid_client', 'Unknown client or wrong secret.');
  if (form.get('grant_type') !== 'client_credentials') return error(400, 'unsupported_grant_type', 'Only client_credentials.');
  const { token, seconds } = tokens.issue();
  return json(200, { access_token: token, token_type: 'Bearer', expires_in: seconds });
}

function credentials(call: Call, form: URLSearchParams): { id: string; secret: string } {
  const basic = /^Basic ([A-Za-z0-9+/=]+)$/i.exec(call.headers.authorization ?? '')?.[1];
  if (basic === undefined) return { id: form.get('client_id') ?? '', secret: form.get('client_secret') ?? '' };
  const [id = '', ...secret] = Buffer.from(basic, 'base64').toString('utf8').split(':');
  return { id: formDecoded(id), secret: formDecoded(secret.join(':')) };
}

/** RFC 6749 has both parts percent-encoded before Basic encodes them; clients that forget it are understood too. */
function formDecoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
