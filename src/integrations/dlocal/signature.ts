import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { Fetch } from '../http/exchange';

/** What dLocal gave the operator. */
export interface DlocalKeys {
  readonly login: string;
  readonly transKey: string;
  readonly secretKey: string;
}

const SCHEME = 'V2-HMAC-SHA256, Signature: ';

/** Over login, date and the body, byte by byte as it is sent. */
const signatureOf = ({ login, secretKey }: DlocalKeys, date: string, body: string | Uint8Array): string =>
  SCHEME +
  createHmac('sha256', secretKey)
    .update(login + date)
    .update(body)
    .digest('hex');

/** The same `fetch`, whose requests dLocal takes as ours. Each try is signed anew. */
export const signing =
  (keys: DlocalKeys, fetch: Fetch = (url, init) => globalThis.fetch(url, init)): Fetch =>
  (url, init) => {
    const date = new Date().toISOString();
    const headers = new Headers(init.headers);
    const own = { 'x-date': date, 'x-login': keys.login, 'x-trans-key': keys.transKey, 'x-version': '2.1', 'user-agent': 'care-bot' };
    for (const [name, value] of Object.entries(own)) headers.set(name, value);
    headers.set('authorization', signatureOf(keys, date, typeof init.body === 'string' ? init.body : ''));
    return fetch(url, { ...init, headers: Object.fromEntries(headers) });
  };

/** Whether a notification is dLocal's, over the bytes as they came; in a time that says nothing about the signature. */
export function isTheirs(
  keys: DlocalKeys,
  { date, authorization }: { readonly date: string; readonly authorization: string },
  body: Uint8Array,
): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return date !== '' && timingSafeEqual(digest(authorization), digest(signatureOf(keys, date, body)));
}
