import { z } from 'zod';
import type { Receipt } from '../../../integrations/receipts/port';
import { StoredMoney } from '../../engine/amounts';

/** Payments that were received and are not on the account yet: their sum, and of the newest what its paper says. */
export const Held = z.object({ id: z.string(), reference: z.string(), place: z.string(), at: z.number(), amount: StoredMoney, count: z.int() });
export type Held = z.infer<typeof Held>;

/** `receipts` newest first. Null when none waits. */
export function heldIn(receipts: readonly Receipt[]): Held | null {
  const waiting = receipts.filter(({ what, state }) => what === 'invoice' && state === 'received');
  const [newest] = waiting;
  if (!newest) return null;
  const { id, reference, place, at, amount } = newest;
  const minor = waiting.reduce((sum, each) => sum + each.amount.minor, 0);
  return { id, reference, place, at, amount: { ...amount, minor }, count: waiting.length };
}
