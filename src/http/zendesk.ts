import { createHash, createHmac } from 'node:crypto';
import type { Server } from 'restify';
import { z } from 'zod';
import { parseJson, readBody } from './body';
import { refuse } from './errors';
import { memoryLimits, senderOf, type Limits } from './limits';
import { sameText } from './secrets';
import { sendJson } from './server';

/** How old, or how far ahead, a signed call may be, ms. */
export const REPLAY_WINDOW_MS = 300_000;
const SIGNATURE = 'x-zendesk-webhook-signature';
const TIMESTAMP = 'x-zendesk-webhook-signature-timestamp';
/** Not signed: whoever repeats a call under another one only has the ticket read once more. */
const INVOCATION = 'x-zendesk-webhook-invocation-id';

/** A whole moment: the signature is over timestamp and body in one, and nothing may be moved from one into the other. */
const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:\d\d)$/;

/** What the trigger sends. It is a signal: nothing else in it is read, because placeholders are not escaped and anybody may write in a ticket. */
const Signal = z.object({ ticket_id: z.coerce.string().regex(/^\d{1,20}$/) });

export interface ZendeskWebhook {
  /** What the account signs with. */
  readonly secret: string;
  /** The ticket changed: keeps that, so that it is looked at. `delivery` is the same for a repetition. Throws while nothing can be kept. */
  readonly changed: (ticket: string, delivery: string) => Promise<'kept' | 'unknown'>;
  readonly clock: () => number;
  /** Proxies in front of us. */
  readonly proxies: number;
  readonly limits?: Limits;
}

/**
 * `POST /webhooks/zendesk`: something happened to a ticket of the bot's. The signature covers the bytes as they came; what is older than five minutes
 * is refused, and the same call again changes nothing. 200 once the signal is kept, or is about a ticket of somebody else's.
 */
export function zendeskWebhook(server: Server, { secret, changed, clock, proxies, limits = memoryLimits() }: ZendeskWebhook): void {
  server.post('/webhooks/zendesk', async (request, response) => {
    if (limits.take('unproved', senderOf(request, proxies)) > 0) throw refuse(429, 'TooManyRequests', 'Too many calls at once.');
    const body = await readBody(request);
    const header = (name: string): string => String(request.headers[name] ?? '');
    const [signature, timestamp] = [header(SIGNATURE), header(TIMESTAMP)];
    if (!MOMENT.test(timestamp) || !sameText(signature, signatureOf(secret, timestamp, body)))
      throw refuse(401, 'Unauthorized', 'The signature does not fit.');
    const age = Math.abs(clock() - Date.parse(timestamp));
    if (!(age <= REPLAY_WINDOW_MS)) throw refuse(401, 'Unauthorized', 'The signature is too old.');
    const signal = Signal.safeParse(parseJson(body));
    if (!signal.success) throw refuse(400, 'BadRequest', 'The body names a ticket: {"ticket_id":"{{ticket.id}}"}.');
    // The signature alone does not tell two changes of one second apart: its timestamp counts seconds, and the body only names the ticket.
    const delivery = `zendesk:${createHash('sha256')
      .update(`${signature} ${header(INVOCATION)}`)
      .digest('base64url')}`;
    sendJson(response, 200, { status: await changed(signal.data.ticket_id, delivery) });
  });
}

/** base64(HMAC-SHA256(secret, timestamp + body)), as Zendesk documents it. */
export const signatureOf = (secret: string, timestamp: string, body: Uint8Array): string =>
  createHmac('sha256', secret).update(timestamp).update(body).digest('base64');
