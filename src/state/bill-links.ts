import { createHmac } from 'node:crypto';
import { z } from 'zod';
import type { BillLinks } from '../integrations/bills/port';
import type { Store } from './redis-mailbox';

/** A link is good for so long, ms: enough to open it, too little to be found later. */
export const BILL_LINK_MS = 10 * 60_000;

const Linked = z.object({ bill: z.string(), month: z.string(), visitor: z.string(), until: z.number() });
/** What a link leads to, and the conversation it was made in. */
export type LinkedBill = z.infer<typeof Linked>;

/** Links to printed bills: a name that tells nothing, and sealed behind it what it leads to. It ends by itself. */
export interface LinkedBills extends BillLinks {
  /** Undefined when its time is over, or it never was. Looking uses nothing up. @throws while Redis is away */
  find(token: string): Promise<LinkedBill | undefined>;
}

/** Whether the chat has a browser that is known again: one on the web has. */
export const isBound = (visitor: string): boolean => visitor.startsWith('web:');

/** 128 bits. */
const TOKEN = /^[\da-f]{32}$/;

/** @param pepper makes tokens that nobody can guess from a conversation */
export function billLinks({
  redis,
  vault,
  pepper,
  clock,
  publicUrl,
}: Pick<Store, 'redis' | 'vault'> & { readonly pepper: string; readonly clock: () => number; readonly publicUrl: string }): LinkedBills {
  const keyOf = (token: string): string => `bill:${token}`;
  return {
    async make({ visitor, attempt, bill, month, now }) {
      const token = createHmac('sha256', pepper).update(`bill|${visitor}|${attempt}|${bill}`).digest('hex').slice(0, 32);
      const until = now + BILL_LINK_MS;
      const sealed = vault.seal(JSON.stringify({ bill, month, visitor, until } satisfies LinkedBill), [token, 'bill']);
      await redis.client.set(keyOf(token), sealed, 'PX', BILL_LINK_MS);
      return { url: `${publicUrl.replace(/\/+$/, '')}/documents/${token}`, until, bound: isBound(visitor) };
    },
    async find(token) {
      const sealed = TOKEN.test(token) ? await redis.client.get(keyOf(token)) : null;
      const linked = sealed === null ? undefined : opened(() => vault.open(sealed, [token, 'bill']));
      return linked && clock() < linked.until ? linked : undefined;
    },
  };
}

/** One that cannot be read any more is none. */
function opened(open: () => string): LinkedBill | undefined {
  try {
    return Linked.parse(JSON.parse(open()));
  } catch {
    return undefined;
  }
}
