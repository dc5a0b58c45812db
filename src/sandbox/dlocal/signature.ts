import { createHmac } from 'node:crypto';
import { sameSecret } from '../http/secret';
import type { Call } from '../http/reply';

/** What a merchant and the gateway know together. Without it nobody is a merchant. */
export interface DlocalAccess {
  readonly dlocalLogin?: string;
  readonly dlocalTransKey?: string;
  readonly dlocalSecretKey?: string;
}

const SCHEME = 'V2-HMAC-SHA256, Signature: ';

/** `V2-HMAC-SHA256`: over login, date and the body as it goes over the wire. */
const signatureOf = ({ dlocalLogin = '', dlocalSecretKey = '' }: DlocalAccess, date: string, body: Buffer | string): string =>
  createHmac('sha256', dlocalSecretKey)
    .update(dlocalLogin + date)
    .update(body)
    .digest('hex');

/** Headers of something signed now. */
export const signed = (access: DlocalAccess, body: string): Readonly<Record<string, string>> => {
  const date = new Date().toISOString();
  return { 'content-type': 'application/json', 'x-date': date, authorization: SCHEME + signatureOf(access, date, body) };
};

/** Whether a merchant's call is signed as it must be. */
export function isSigned(access: DlocalAccess, { headers, body }: Call): boolean {
  const { 'x-login': login, 'x-trans-key': transKey, 'x-date': date, 'x-version': version, authorization } = headers;
  if (!access.dlocalLogin || !access.dlocalTransKey || !access.dlocalSecretKey || typeof date !== 'string') return false;
  if (Number.isNaN(Date.parse(date)) || version !== '2.1') return false;
  const known = sameSecret(String(login), access.dlocalLogin) && sameSecret(String(transKey), access.dlocalTransKey);
  return known && sameSecret(authorization ?? '', SCHEME + signatureOf(access, date, body));
}
