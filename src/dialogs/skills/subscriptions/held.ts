import { z } from 'zod';
import type { SubscriptionOffer } from '../../../integrations/catalogue/port';
import { StoredMoney } from '../../engine/amounts';

/** A subscription as a flow keeps it. */
export const Held = z.object({
  ...{ id: z.string(), offer: z.string(), name: z.string(), price: StoredMoney, every: z.enum(['day', 'month']) },
  ...{ renews: z.number(), freeUntil: z.number().exactOptional(), paidFrom: z.enum(['balance', 'wallet', 'bill']), since: z.number() },
});
export type Held = z.infer<typeof Held>;

/** A subscription on sale, as a flow keeps it. */
export const Offer = z.object({
  ...{ id: z.string(), name: z.string(), content: z.string(), price: StoredMoney, every: z.enum(['day', 'month']) },
  ...{ freeUntil: z.number().exactOptional(), payable: z.array(z.enum(['balance', 'wallet', 'bill'])) },
  barred: z.enum(['minor', 'not-for-this-line', 'already']).exactOptional(),
});
export type Offer = z.infer<typeof Offer>;

export const kept = ({ payable, ...offer }: SubscriptionOffer): Offer => ({ ...offer, payable: [...payable] });
