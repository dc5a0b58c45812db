import { randomBytes } from 'node:crypto';
import type { Tokens, Visitor } from './token';

/** A stream address can be used within this time, once. Direct Line's own limit, in s. */
export const TICKET_S = 60;

/** Where the conversation's socket is opened. It carries a ticket, not the token: addresses end up in logs of proxies. */
export function streamUrl(tokens: Tokens, visitor: Visitor, { base, watermark }: { base: string; watermark: string }): string {
  const ticket = tokens.issue('stream', visitor, TICKET_S, randomBytes(12).toString('base64url'));
  return `${base.replace(/^http/, 'ws')}/v3/directline/conversations/${visitor.conv}/stream?watermark=${watermark}&t=${ticket}`;
}
