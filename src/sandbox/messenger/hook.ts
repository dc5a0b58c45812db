import { createHmac } from 'node:crypto';
import type { MessengerAccess } from './access';

const DEADLINE_MS = 20_000;
const TRIES = 5;

/** Signs an event as Meta does and gives it to the bot, again when that does not say 200. `standby`: it is another app's, and the bot overhears it. */
export interface Hook {
  (psid: string, event: object, standby?: boolean): Promise<boolean>;
}

/** @param retryMs between two tries */
export function hook({ webhook, appSecret, pageId }: MessengerAccess, retryMs: number, now: () => number): Hook {
  const deliver = async (body: string): Promise<boolean> => {
    const headers = {
      ...{ 'content-type': 'application/json', 'user-agent': 'facebookexternalua' },
      'x-hub-signature-256': `sha256=${createHmac('sha256', appSecret).update(body).digest('hex')}`,
    };
    try {
      const answer = await fetch(webhook, { method: 'POST', headers, body, redirect: 'manual', signal: AbortSignal.timeout(DEADLINE_MS) });
      await answer.body?.cancel();
      return answer.status === 200;
    } catch {
      return false;
    }
  };
  return async (psid, event, standby = false) => {
    const time = now();
    const events = [{ sender: { id: psid }, recipient: { id: pageId }, timestamp: time, ...event }];
    const body = escaped(JSON.stringify({ object: 'page', entry: [{ id: pageId, time, [standby ? 'standby' : 'messaging']: events }] }));
    for (let tries = 1; tries <= TRIES; tries += 1) {
      if (await deliver(body)) return true;
      await new Promise((resolve) => setTimeout(resolve, retryMs).unref());
    }
    return false;
  };
}

/** Meta writes what is not ASCII as `\u00e1`, and signs that. */
const escaped = (json: string): string => json.replace(/[^\x20-\x7e]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
