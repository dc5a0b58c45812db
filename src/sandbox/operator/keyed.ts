import { createHash } from 'node:crypto';
import { json, type Call, type Reply } from '../http/reply';

/** Digest of a body: what a key stands for. */
export const printOf = (call: Call): string => createHash('sha256').update(call.body).digest('base64url').slice(0, 22);

/** The key in a request's header, or undefined. */
export function keyOf(call: Call): string | undefined {
  const key = call.headers['idempotency-key'];
  return typeof key === 'string' && /^[\w.:-]{8,100}$/.test(key) ? key : undefined;
}

/** A refusal with a stable word: `insufficient`, `voucher-used`… */
export const refuse = (status: number, code: string, message: string): Reply =>
  json(status, { code, reason: code, message, status: String(status), '@type': 'Error' });

/** Parsed JSON of a request, or undefined. */
export function jsonIn(call: Call): unknown {
  try {
    return JSON.parse(call.body.toString('utf8'));
  } catch {
    return undefined;
  }
}
