import { z } from 'zod';

/** Something for the agents that is not on the ticket yet. */
const Unsent = z.object({
  as: z.enum(['customer', 'note']).catch('note'),
  /** Another case than the one that is attended to. */
  on: z.object({ reference: z.string(), ticket: z.string().optional() }).optional(),
  text: z.string(),
  at: z.number(),
  /** What the ticket is found by from then on, and how urgent it is at least. */
  tags: z.array(z.string()).optional(),
  atLeast: z.literal('high').optional().catch('high'),
  /** By when the customer was told to have an answer. */
  promisedBy: z.number().optional(),
  files: z.array(z.object({ id: z.string(), name: z.string(), contentType: z.string(), bytes: z.number() })).optional(),
});
export type Unsent = z.infer<typeof Unsent>;

/** A person has this conversation, or the customer waits in line for one: the bot is silent. Times are epoch ms. */
export const Attended = z.object({
  /** Of the case, as the customer knows it. */
  reference: z.string(),
  /** The number of its ticket, once it has one. */
  ticket: z.string().optional(),
  since: z.number(),
  /** Who answered last. */
  name: z.string().optional(),
  /** Since when the customer waits for an answer; unset while the last word is the agent's. */
  waits: z.number().optional(),
  /** How often the customer was told that there is no answer yet. */
  told: z.number().int().default(0),
  unsent: z.array(Unsent).default([]),
  /** The customer knows that what they write is read: it was said once, or somebody has answered. */
  assured: z.boolean().optional(),
  /** When words were last put on the ticket, and when they will be next. */
  sentAt: z.number().optional(),
  dueAt: z.number().optional(),
  /** Tries in a row that Zendesk did not answer. */
  failures: z.number().int().default(0),
  /** So many of the first ones of `unsent` went with the last of these tries. */
  trying: z.number().int().optional(),
  /** The customer came back to the bot: only what waits for the ticket is left. */
  leaves: z.boolean().optional(),
  /** The channel's own people have it: nothing reaches the bot until it is given back. */
  passed: z.boolean().optional(),
  /** A flow that the agent began here, whose end goes to the ticket. */
  pushed: z.string().optional(),
});
export type Attended = z.infer<typeof Attended>;

/** Whether a person has the conversation, or the customer waits in line: not when only words are still on their way to the ticket. */
export const isAttended = ({ attended }: { readonly attended?: Attended | undefined }): boolean => attended !== undefined && attended.leaves !== true;

/** What waits for the ticket of one case, to be kept while another one is attended to. */
export const kept = ({ reference, ticket, unsent }: Attended): Unsent[] =>
  unsent.map((each) => ({ ...each, on: each.on ?? { reference, ...(ticket !== undefined && { ticket }) } }));

/** A case that a person takes up now. */
export interface HandedOver {
  readonly reference: string;
  readonly number?: string;
  /** It was there before: agents learn that somebody waits now. */
  readonly again?: boolean;
  /** Until when an answer was promised, as agents read it: `del 20 nov, 2:20 p. m.`; and the same, epoch ms. */
  readonly until?: string;
  readonly promisedBy?: number;
}
