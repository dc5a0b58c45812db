import { createHmac, createSign, generateKeyPairSync, randomUUID, type KeyObject } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Who is who in the tokens of tests. */
export const APP_ID = '11111111-1111-4111-8111-111111111111';
export const TENANT = '22222222-2222-4222-8222-222222222222';
export const CALLER = '33333333-3333-4333-8333-333333333333';
export const CHANNEL_ISSUER = 'https://api.botframework.com';
export const tenantIssuer = (tenant = TENANT): string => `https://sts.windows.net/${tenant}/`;
export const tenantIssuerV2 = (tenant = TENANT): string => `https://login.microsoftonline.com/${tenant}/v2.0`;

export interface Signer {
  readonly kid: string;
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
  /** As it is published. */
  readonly jwk: object;
}

/** An RSA key; `endorsements` as a channel's key has them. */
export function signer(kid: string, endorsements?: readonly string[], modulusLength = 2_048): Signer {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength });
  return { kid, privateKey, publicKey, jwk: { ...publicKey.export({ format: 'jwk' }), kid, use: 'sig', ...(endorsements && { endorsements }) } };
}

export type Claims = Readonly<Record<string, unknown>>;
const encode = (value: unknown): string => Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');
const DIGESTS: Readonly<Record<string, string>> = { RS256: 'RSA-SHA256', RS384: 'RSA-SHA384', RS512: 'RSA-SHA512' };

/** A token as its claims say; `head` changes what its header says, not how it is signed. */
export function sign(by: Signer, claims: Claims | string, head: Claims = {}, alg = 'RS256'): string {
  const text = `${encode({ typ: 'JWT', alg, kid: by.kid, ...head })}.${encode(claims)}`;
  return `${text}.${createSign(DIGESTS[alg] ?? 'RSA-SHA256')
    .update(text)
    .sign(by.privateKey)
    .toString('base64url')}`;
}

/** The old trick: the public key, which everybody has, as the secret of an HMAC. */
export function signWithPublicKey(by: Signer, claims: Claims): string {
  const text = `${encode({ typ: 'JWT', alg: 'HS256', kid: by.kid })}.${encode(claims)}`;
  const key = by.publicKey.export({ type: 'spki', format: 'pem' });
  return `${text}.${createHmac('sha256', key).update(text).digest('base64url')}`;
}

export const unsigned = (claims: Claims, head: Claims = { typ: 'JWT', alg: 'none' }, signature = ''): string =>
  `${encode(head)}.${encode(claims)}.${signature}`;

const inSeconds = (s: number): number => Math.floor(Date.now() / 1_000) + s;

/** What a channel's token says. */
export const channelClaims = (serviceUrl: string, more: Claims = {}): Claims => ({
  ...{ iss: CHANNEL_ISSUER, aud: APP_ID, serviceurl: serviceUrl, nbf: inSeconds(-60), exp: inSeconds(3_600) },
  ...more,
});

/** What the token of another bot says, in the older form. */
export const callerClaims = (more: Claims = {}): Claims => ({
  ...{ iss: tenantIssuer(), aud: APP_ID, tid: TENANT, ver: '1.0', appid: CALLER, nbf: inSeconds(-60), exp: inSeconds(3_600) },
  ...more,
});

/**
 * Tokens that nobody signed, each different from all others, of every kind that ever cost a verifier something: unknown directories
 * (which the SDK learns by heart), unknown keys, foreign signatures, large claims.
 *
 * @param real a signer whose key id is known and whose signature is not used
 */
export function* forgedTokens(count: number, real: Pick<Signer, 'kid'>, serviceUrl: string): Generator<string> {
  const noise = Buffer.alloc(256, 7).toString('base64url');
  for (let n = 0; n < count; n += 1) {
    const tid = randomUUID();
    const known = { typ: 'JWT', alg: 'RS256', kid: real.kid };
    switch (n % 5) {
      case 0:
        yield unsigned(callerClaims({ iss: tenantIssuer(tid), tid, n }), { ...known, kid: tid }, noise);
        break;
      case 1:
        yield unsigned(callerClaims({ n }), { ...known, kid: tid }, noise);
        break;
      case 2:
        yield unsigned(channelClaims(serviceUrl, { n }), { ...known, kid: tid }, noise);
        break;
      case 3:
        yield unsigned(channelClaims(serviceUrl, { n }), known, noise);
        break;
      default:
        yield unsigned(channelClaims(serviceUrl, { n, more: 'x'.repeat(2_000) }), { typ: 'JWT', alg: 'none', kid: tid }, 'AA');
    }
  }
}

/** An OpenID host on 127.0.0.1, with the keys of channels and those of directories. */
export interface OpenId {
  readonly url: string;
  readonly channel: Signer;
  readonly tenant: Signer;
  /** What `BOT_CHANNEL_METADATA_URL` and `BOT_TENANT_METADATA_URL` are to say. */
  readonly environment: Readonly<Record<string, string>>;
  /** How often its documents were asked for. */
  asked(): number;
  close(): Promise<void>;
}

export const ENDORSED = ['webchat', 'directline', 'emulator', 'facebook'] as const;

export async function openId(): Promise<OpenId> {
  const [channel, tenant] = [signer('channel-1', ENDORSED), signer('tenant-1')];
  let asked = 0;
  const server = createServer((request, response) => {
    asked += 1;
    const [, whose = '', what] = request.url?.split('/') ?? [];
    const keys = [...(whose === 'channel' ? [channel.jwk] : [tenant.jwk]), { kty: 'EC', kid: 'other' }, { kty: 'RSA', kid: 'broken', n: '', e: '' }];
    answer(response, what === 'keys' ? { keys } : { issuer: 'test', jwks_uri: `${url}/${whose}/keys` });
  });
  const url = await listening(server);
  return {
    ...{ url, channel, tenant, asked: () => asked, close: () => closed(server) },
    environment: { BOT_CHANNEL_METADATA_URL: `${url}/channel/openid`, BOT_TENANT_METADATA_URL: `${url}/tenant/openid` },
  };
}

export async function listening(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

export async function closed(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}

export function answer(response: ServerResponse, body: object, status = 200): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}

export async function bodyOf(request: IncomingMessage): Promise<unknown> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return JSON.parse(text || 'null');
}
