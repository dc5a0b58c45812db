import { createHmac, timingSafeEqual } from 'node:crypto';

const HEADER = /^sha256=([\da-f]{64})$/i;

/** `X-Hub-Signature-256` of a body, as Meta makes it. */
export const signatureOf = (body: Uint8Array, secret: string): string => `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;

/** Whether the very bytes of a body were signed with one of the secrets. */
export function isSigned(body: Uint8Array, header: string | undefined, secrets: readonly string[]): boolean {
  const hex = HEADER.exec(header ?? '')?.[1];
  if (hex === undefined) return false;
  const given = Buffer.from(hex, 'hex');
  return secrets.filter((secret) => timingSafeEqual(given, createHmac('sha256', secret).update(body).digest())).length > 0;
}

/** Proves that who uses a page's token knows the app's secret too. */
export const proofOf = (token: string, secret: string): string => createHmac('sha256', secret).update(token).digest('hex');
