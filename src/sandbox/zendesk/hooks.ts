import { createHmac, randomUUID } from 'node:crypto';
import type { FaultKind, Faults } from '../control/faults';
import type { ServiceDesk } from './desk';
import { notificationsOf, type Notification } from './triggers';
import { webhookId } from './settings';

const DEADLINE_MS = 10_000;
const TRIES = 4;

/** base64(HMAC-SHA256(secret, timestamp + body)), as Zendesk signs. */
export const signatureOf = (secret: string, timestamp: string, body: string): string =>
  createHmac('sha256', secret)
    .update(timestamp + body)
    .digest('base64');

/**
 * Calls webhooks after changes of tickets, each on its own, so that nothing promises their order. The faults of `zendesk-hooks`: `drop` loses one,
 * `apply-then-hang` and `error-after` send it twice, `slow:<ms>` sends it later, all others do not reach the receiver the first time.
 */
export function hookCaller(desk: ServiceDesk, faults: Pick<Faults, 'take'>, retryMs: number): void {
  desk.watch((change) => {
    for (const notification of notificationsOf(desk, change)) void play(notification, faults.take('zendesk-hooks', []), retryMs);
  });
}

async function play(notification: Notification, fault: FaultKind | undefined, retryMs: number): Promise<void> {
  if (fault === 'drop') return;
  if (fault?.startsWith('slow:')) await pause(Number(fault.slice('slow:'.length)));
  else if (fault === 'apply-then-hang' || fault === 'error-after') await deliver(notification, retryMs);
  else if (fault !== undefined) await pause(retryMs);
  await deliver(notification, retryMs);
}

async function deliver({ webhook, body }: Notification, retryMs: number): Promise<void> {
  const invocation = randomUUID();
  for (let tries = 1; tries <= TRIES; tries += 1) {
    if (await taken(webhook, body, invocation)) return;
    await pause(retryMs);
  }
}

/** The timestamp is the machine's: a moved clock of the sandbox is nobody else's. */
async function taken({ id, secret = '', values }: Notification['webhook'], body: string, invocation: string): Promise<boolean> {
  const timestamp = new Date().toISOString().replace(/\.\d+Z$/, 'Z');
  const headers = {
    ...{ 'content-type': 'application/json; charset=utf-8', 'user-agent': 'Zendesk Webhook', 'x-zendesk-webhook-id': webhookId(id) },
    ...{ 'x-zendesk-webhook-invocation-id': invocation, 'x-zendesk-webhook-signature-timestamp': timestamp },
    'x-zendesk-webhook-signature': signatureOf(secret, timestamp, body),
  };
  try {
    const signal = AbortSignal.timeout(DEADLINE_MS);
    const answer = await fetch(String(values['endpoint']), { method: 'POST', headers, body, redirect: 'manual', signal });
    await answer.body?.cancel();
    return answer.ok || (answer.status < 500 && answer.status !== 409 && answer.status !== 429);
  } catch {
    return false;
  }
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms).unref());
