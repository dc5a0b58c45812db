import { z } from 'zod';
import { Message } from '../domain/message';
import { textsFor } from '../domain/texts';
import type { Outcome, Turn } from '../state/mailbox';
import { guarded } from './awaited';
import { ConversationRecord } from './engine/record';
import { isSent } from './stopping';
import { rootTexts } from './texts';
import { APART } from './turn-desk';

const Ring = z.object({ id: z.string(), at: z.number(), message: z.string() });
/** What a finished turn leaves: what is remembered and what is said. */
export const Done = z.object({
  record: ConversationRecord,
  replies: z.array(Message),
  forgets: z.boolean().optional(),
  rings: z.array(Ring).optional(),
});
export type Done = z.infer<typeof Done>;
/** Where an order is looked up. */
type InSight = Parameters<typeof isSent>[0];

/** A slow turn came to no end. Where money was sent in it, the ledger tells how that went. */
export async function lost(parts: InSight, turn: Turn, record: ConversationRecord): Promise<Outcome> {
  const what = (await isSent(parts, record)) ? 'onItsWay' : 'down';
  return outcomeOf(turn, { record: { ...record, stack: [] }, replies: [spoken(record, what)] });
}

/** Money that was sent cannot be left any more: nobody is told that it can. Where the books cannot be asked it is not known to be sent. */
export const paid = (parts: InSight, record: ConversationRecord): Promise<boolean> => isSent(parts, record).catch(() => false);

/** What is kept and sent of a turn: state, replies and whether a secret is awaited; the last reply of a turn is the one an answer must have seen. */
export function outcomeOf(turn: Turn, { record, replies, forgets = false, rings }: Done): Outcome {
  if (turn.conversation.startsWith(APART)) return { state: undefined, replies: [] };
  const spoke = replies.length > 0;
  const kept = spoke ? { ...record, last: replies.filter(({ ends }) => !ends).slice(-3), shown: turn.said + replies.length } : record;
  const { secret, asked } = guarded(kept);
  return {
    state: JSON.stringify(kept),
    replies: replies.map((reply) => JSON.stringify(reply)),
    forgets,
    secret,
    asked,
    ...(rings && { timers: rings }),
  };
}

/** What is said while something else is under way. A secret that was likely before is so still. */
export const spoken = (
  record: ConversationRecord,
  what: 'working' | 'workingPaid' | 'stillWorking' | 'stillPaid' | 'onItsWay' | 'cards' | 'down',
): Message => ({
  text: textsFor(rootTexts, record.language, record.form)[what],
  language: record.language,
  ...(record.last.at(-1)?.shields && { shields: 'digits' as const }),
});
