import { z } from 'zod';

/** What a customer asked to be reminded of: a pack that ends, a balance that runs out, an advance or a bill that is due. */
export const Reminder = z.object({
  /** Of this reminder, not of what it is about. */
  id: z.string(),
  what: z.enum(['pack', 'balance', 'loan', 'bill']),
  /** E.164 without `+`: what it is about, and where an SMS goes. Of a home's bill the phone on file. */
  line: z.string(),
  /** The billing account, for a home's bill. */
  home: z.string().exactOptional(),
  /** As the customer knows it: "Datos 1 GB". */
  name: z.string(),
  /** When it ends or is due, and when the customer is told; epoch ms. */
  end: z.number(),
  at: z.number(),
});
export type Reminder = z.infer<typeof Reminder>;

/** What the customer of a conversation asked to be reminded of. Kept until it was told, or for 60 days. All throw while Redis is away. */
export interface Reminders {
  of(visitor: string): Promise<readonly Reminder[]>;
  /** The same id is kept once. */
  keep(visitor: string, reminder: Reminder): Promise<void>;
  /** One, or all. Resolves to how many were there. */
  drop(visitor: string, id?: string): Promise<number>;
}
