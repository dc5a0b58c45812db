import { z } from 'zod';
import { TopUpDetails } from '../../../domain/spending/details';
import { StoredMoney } from '../../engine/amounts';
import { isForOwn, onceMore, wasJustNow } from '../../engine/once-more';
import type { MoneyView } from '../../engine/spend';

/** The top-up that is wanted once more: to whom it went, and how much it was where just that is wanted again. */
export const Before = z.object({ to: z.string(), amount: StoredMoney.exactOptional() }).nullable();
export type Before = z.infer<typeof Before>;

/** What "otros 20" and "lo mismo" go on from: the last order of this line, where it was a top-up of just now. */
export async function lastIn(words: string | undefined, { operations }: MoneyView, now: number): Promise<Before> {
  const again = words === undefined ? undefined : onceMore(words);
  if (again === undefined) return null;
  const [last] = await operations(1);
  const details = last?.kind === 'top-up' && wasJustNow(last, now) ? TopUpDetails.safeParse(last.details).data : undefined;
  return last && details ? { to: details.to, ...(again === 'same' && { amount: { ...last.amount } }) } : null;
}

/** The line that got it, unless the customer now says "a la mía". */
export const meantAgain = (before: Before | undefined, words = ''): string | undefined => (isForOwn(words) ? undefined : before?.to);
