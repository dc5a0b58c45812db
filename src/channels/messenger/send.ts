import { z } from 'zod';
import { Message } from '../../domain/message';
import type { Send, Sent } from '../../state/outbox';
import { sentOf } from './errors';
import type { Graph } from './graph';
import type { Pace } from './pace';
import type { Personas } from './personas';
import { render, underName, type Outgoing } from './render';
import type { Kept, Threads } from './threads';

const HOUR_MS = 3_600_000;
/** For so long after a customer's message anything may be said, ms. */
const WINDOW_MS = 24 * HOUR_MS;
/** And for so long a person may answer, where Meta granted it. */
const PERSON_WINDOW_MS = 7 * 24 * HOUR_MS;
/** Replies whose unexpected refusals are counted. */
const COUNTED = 1_000;

export interface SendParts {
  readonly graph: Graph;
  readonly threads: Threads;
  readonly personas: Personas;
  readonly pace: Pace;
  readonly outside: 'nothing' | 'human-agent';
  readonly clock: () => number;
  readonly report: (event: string, detail: object) => void;
}

/** The way out of the mailbox. A reply may be several messages: those that went out are not sent again when a later one must wait. */
export function sendBy(parts: SendParts): Send {
  const { threads, personas, graph } = parts;
  const refusals = counter();
  return async (conversation, number, reply) => {
    const read = Message.safeParse(JSON.parse(reply));
    if (!read.success) return { gaveUp: 'no message' };
    const message = read.data;
    const near = await threads.near(conversation);
    // They may have written to another process since.
    const thread = near && mannerOf(near, message, parts)?.messaging_type !== 'RESPONSE' ? await threads.of(conversation) : near;
    if (!thread) return { retry: 'nobody knows where to' };
    const how = mannerOf(thread, message, parts);
    if (how === undefined) return { gaveUp: 'outside the window' };
    const persona = message.speaker === undefined ? undefined : await personas.of(thread.page, message.speaker);
    const all = render(persona === undefined ? underName(message) : message);
    const begun = all.length > 1 ? await threads.sent(conversation, number) : 0;
    let unsure = false;
    for (const [index, each] of all.entries()) {
      if (index < begun) continue;
      const wait = await parts.pace.turn(thread.page);
      if (wait > 0) return { retry: 'its page is busy', afterMs: wait };
      const sent = await one(graph, thread, { ...how, ...(persona !== undefined && { persona_id: persona }), message: each }, () =>
        refusals(`${conversation} ${number}`),
      );
      if (sent === 'unsure' && message.tells !== undefined) return { retry: 'it may have arrived, and must' };
      if (sent === 'unsure') unsure = true;
      else if (sent !== 'delivered') return told(sent, conversation, parts);
      if (index + 1 < all.length) await threads.progress(conversation, number, index + 1);
    }
    return unsure ? { gaveUp: 'no answer: it may have arrived' } : 'delivered';
  };
}

interface Manner {
  readonly messaging_type: 'RESPONSE' | 'MESSAGE_TAG';
  readonly tag?: 'HUMAN_AGENT';
}

/** How something may be said now; undefined: not at all. */
function mannerOf({ at }: Kept, { speaker }: Message, { outside, clock }: SendParts): Manner | undefined {
  const silence = clock() - at;
  if (silence < WINDOW_MS) return { messaging_type: 'RESPONSE' };
  const mayPerson = outside === 'human-agent' && speaker !== undefined && silence < PERSON_WINDOW_MS;
  return mayPerson ? { messaging_type: 'MESSAGE_TAG', tag: 'HUMAN_AGENT' } : undefined;
}

const Acknowledged = z.looseObject({ message_id: z.string() });

async function one(
  graph: Graph,
  { page, psid }: Kept,
  body: Manner & { readonly persona_id?: string; readonly message: Outgoing },
  refusedBefore: () => number,
): Promise<Sent | 'unsure'> {
  const called = await graph.call(page, 'messages', { recipient: { id: psid }, ...body });
  if (called.ok) return Acknowledged.safeParse(called.body).success ? 'delivered' : 'unsure';
  if (called.error === 'unsure') return 'unsure';
  return called.error === 'unsent' ? { retry: 'nobody answers' } : sentOf(called.error, refusedBefore());
}

/** A token that does not hold is everybody's: somebody must look at once. */
function told(sent: Exclude<Sent, 'delivered'>, conversation: string, { report }: SendParts): Sent {
  if ('gaveUp' in sent && sent.gaveUp.includes('token')) report('messenger.token', { conversation, why: sent.gaveUp });
  return sent;
}

/** Counts per name, for the last names only. */
function counter(): (name: string) => number {
  const counts = new Map<string, number>();
  return (name) => {
    const count = (counts.get(name) ?? 0) + 1;
    counts.delete(name);
    counts.set(name, count);
    const [oldest] = counts.keys();
    if (counts.size > COUNTED && oldest !== undefined) counts.delete(oldest);
    return count;
  };
}
