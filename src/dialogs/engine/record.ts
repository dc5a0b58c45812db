import { z } from 'zod';
import { Arrival, Message } from '../../domain/message';
import { FORMS, LANGUAGES } from '../../domain/texts';
import { nobody, Session } from '../../state/session';
import { Attended } from './attended';
import { Trail } from './trail';

/** A flow on the dialog stack. What is inside `state` is the flow's own; it checks it when it reads it back. */
const Instance = z.object({ id: z.string(), state: z.unknown() });

/**
 * All that a conversation remembers between two messages; sealed in the mailbox. Another version is not read: the customer
 * gets the menu, which is better than a misread answer. While a release rolls out, older processes read what newer ones wrote: a word that is not
 * known yet costs what it stands in, or is kept as it is, never the conversation.
 */
export const ConversationRecord = z.object({
  version: z.literal(1),
  language: z.enum(LANGUAGES).catch('es'),
  form: z.enum(FORMS).catch('usted'),
  session: Session,
  stack: z.array(Instance),
  /** A flow that was left for another one, to come back to. */
  parked: z.array(Instance).optional(),
  /** It was left in this other chat of the same customer, and is offered here. */
  parkedFrom: z.string().optional(),
  /** The skill that what is parked waits for: it goes on by itself when that one is done. */
  awaits: z.string().optional(),
  /** A yes-or-no question of the root itself: leave this flow for `skill`? come back to the parked one? the second wish now? a person? */
  asking: z
    .object({
      id: z.string(),
      kind: z.enum(['leave', 'return', 'also', 'person', 'nps']),
      skill: z.string(),
      slots: z.record(z.string(), z.string()).optional(),
    })
    .optional()
    .catch(undefined),
  /** A second wish of the same message, to be offered when the first is done. */
  then: z.object({ skill: z.string(), slots: z.record(z.string(), z.string()) }).optional(),
  /** What it asked for after that. */
  more: z.array(z.object({ skill: z.string(), slots: z.record(z.string(), z.string()) })).optional(),
  /** Another bot called this one, for this skill or for whatever its customer says, and waits for the end. */
  called: z
    .object({
      skill: z.string().optional(),
      /** Epoch ms. */
      since: z.number().optional(),
      /** The last order that was sent for it. */
      order: z
        .object({ reference: z.string(), state: z.enum(['done', 'refused', 'unknown']) })
        .optional()
        .catch(undefined),
    })
    .optional(),
  /** A person has this conversation, or the customer waits in line for one. */
  attended: Attended.optional(),
  /** Money of a flow that an agent began, and the case that its end goes to, also when that is over by then. */
  awaited: z.object({ operation: z.string(), on: z.object({ reference: z.string(), ticket: z.string().optional() }) }).optional(),
  /** What the last message said besides its wish, while the customer is asked which wish that was. */
  slots: z.record(z.string(), z.string()).optional(),
  /** What whoever takes over must know at once: each a `Mark`, or one of a newer release. */
  marks: z.array(z.string()).optional(),
  /** Something grave was said: nobody is asked how they liked the chat, and nothing is sold. */
  survey: z.literal('never').optional().catch('never'),
  /** What went before, for whoever takes over. */
  trail: Trail.optional(),
  /** What was done last, and well: a customer may be asked how it was. */
  journey: z.object({ skill: z.string(), at: z.number() }).optional(),
  /** What the last survey of this chat was about, and what was answered; `why` is masked. */
  surveyed: z.object({ topic: z.string(), at: z.number(), score: z.exactOptional(z.int()), why: z.exactOptional(z.string()) }).optional(),
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

/** A card was written over several messages: what the first ones were taken for is forgotten. Whom a code proved is no card. */
export const forgotten = ({
  awaiting: _,
  parked: __,
  asking: ___,
  slots: ____,
  then: _____,
  more: ______,
  trail,
  ...record
}: ConversationRecord): ConversationRecord => ({
  ...record,
  // The parts stand among the last turns; what was tried says nothing of them.
  ...(trail && { trail: { ...trail, turns: [], earlier: undefined, asked: undefined } }),
  ...{ stack: [], last: [], misses: 0 },
});
