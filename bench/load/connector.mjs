import { createSign, generateKeyPairSync } from 'node:crypto';
import { createServer } from 'node:http';

const ANSWER = JSON.stringify({ id: 'kept' });
const HEADERS = { 'Content-Type': 'application/json', 'Content-Length': ANSWER.length };

export const ISSUER = 'https://api.botframework.com';
const TOKEN_S = 7_200;

/** The app that peers and product answer for, when tokens are asked. */
export const APP = { id: '11111111-1111-4111-8111-111111111111', tenant: '22222222-2222-4222-8222-222222222222' };

/**
 * Plays Bot Framework's connector: takes a bot's replies at `/v3/conversations/:id/activities` and keeps their texts until they are asked for. Also
 * the host of the keys by which its tokens are known.
 */
export async function connector() {
  const heard = new Map();
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2_048 });
  const keys = { keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'bench', use: 'sig', endorsements: ['directline'] }] };
  const url = () => `http://127.0.0.1:${server.address().port}`;
  const documents = {
    '/openid': () => ({ issuer: ISSUER, jwks_uri: `${url()}/keys`, id_token_signing_alg_values_supported: ['RS256'] }),
    '/keys': () => keys,
    '/token': () => ({ access_token: 'bench', token_type: 'Bearer', expires_in: TOKEN_S }),
  };
  const server = createServer((request, response) => {
    const document = documents[request.url];
    if (document) return void response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify(document()));
    const parts = [];
    request.on('data', (part) => parts.push(part));
    request.on('end', () => {
      const { type, text } = JSON.parse(Buffer.concat(parts).toString());
      const id = /\/v3\/conversations\/([^/]+)\/activities/.exec(request.url)?.[1];
      if (type === 'message') heard.set(id, [...(heard.get(id) ?? []), text]);
      response.writeHead(200, HEADERS).end(ANSWER);
    });
  });
  server.keepAliveTimeout = 60_000;
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: url(),
    /** What the channel shows to a bot, for two hours. */
    token: () => {
      const now = Math.floor(Date.now() / 1_000);
      const part = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');
      const claims = { iss: ISSUER, aud: APP.id, serviceurl: url(), nbf: now - 60, exp: now + TOKEN_S };
      const signed = `${part({ alg: 'RS256', typ: 'JWT', kid: 'bench' })}.${part(claims)}`;
      return `${signed}.${createSign('RSA-SHA256').update(signed).sign(privateKey, 'base64url')}`;
    },
    /** What was said in a conversation since it was asked last. */
    take(id) {
      const texts = heard.get(id) ?? [];
      heard.delete(id);
      return texts;
    },
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
