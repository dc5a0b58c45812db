import { z } from 'zod';
import { Arrival, Message } from '../../domain/message';
import { FORMS, LANGUAGES } from '../../domain/texts';
import { nobody, Session } from '../../state/session';

/** A flow on the dialog stack. What is inside `state` is the flow's own; it checks it when it reads it back. */
const Instance = z.object({ id: z.string(), state: z.unknown() });

/**
 * All that a conversation remembers between two messages; sealed in the mailbox. Another version is not read: the customer
 * gets the menu, which is better than a misread answer.
 */
export const ConversationRecord = z.object({
  version: z.literal(1),
  language: z.enum(LANGUAGES),
  form: z.enum(FORMS),
  session: Session,
  stack: z.array(Instance),
  /** A flow that was left for another one, to come back to. */
  parked: z.array(Instance).optional(),
  /** A yes-or-no question of the root itself: leave this flow for `skill`? come back to the parked one? */
  asking: z.object({ id: z.string(), kind: z.enum(['leave', 'return']), skill: z.string() }).optional(),
  /** Answers in a row that were none. */
  misses: z.number().int(),
  /** What was said last, to say it again. */
  last: z.array(Message),
  /** Number of the last reply of the turn that said `last`: an answer counts once that one was delivered. */
  shown: z.number().int(),
  /** A message whose turn takes longer than a turn may; its result comes by event. */
  awaiting: z.object({ number: z.number().int(), arrival: Arrival, tries: z.number().int(), delivered: z.boolean() }).optional(),
});
export type ConversationRecord = z.infer<typeof ConversationRecord>;

/** A conversation that has just begun. */
export const newRecord = (language: ConversationRecord['language'], form: ConversationRecord['form']): ConversationRecord => ({
  version: 1,
  language,
  form,
  session: nobody,
  stack: [],
  misses: 0,
  last: [],
  shown: 0,
});
