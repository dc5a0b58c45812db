import { z } from 'zod';
import { Message } from '../../domain/message';
import type { Send, Sent } from '../../state/outbox';
import type { Control } from './control';
import { sentOf } from './errors';
import type { Graph } from './graph';
import type { Pace } from './pace';
import type { Personas } from './personas';
import { render, underName, type Outgoing } from './render';
import { isHeld, type Kept, type Threads } from './threads';

const HOUR_MS = 3_600_000;
/** For so long after a customer's message anything may be said, ms. */
const WINDOW_MS = 24 * HOUR_MS;
/** And for so long a person may answer, where Meta granted it. */
const PERSON_WINDOW_MS = 7 * 24 * HOUR_MS;
/** Replies whose unexpected refusals are counted. */
const COUNTED = 1_000;
/** So often a thread is tried to be passed: fewer times than a reply is tried, or its customer would wait for nobody. */
const MOST_PASSES = 5;

export interface SendParts {
  readonly graph: Graph;
  readonly threads: Threads;
  readonly control: Control;
  readonly personas: Personas;
  readonly pace: Pace;
  readonly outside: 'nothing' | 'human-agent';
  readonly clock: () => number;
  readonly report: (event: string, detail: object) => void;
  /** Told when a thread could not be given to the page's inbox: people are reached in another way. */
  readonly notPassed: (conversation: string, number: number) => Promise<void>;
}

/**
 * The way out of the mailbox. A reply may be several messages: those that went out are not sent again when a later one must wait. While the page's inbox has the
 * thread only people speak, and what tells how a payment ended.
 */
export function sendBy(parts: SendParts): Send {
  const { threads, control } = parts;
  const say = sayer(parts);
  const give = passer(parts);
  return async (conversation, number, reply) => {
    const read = Message.safeParse(JSON.parse(reply));
    if (!read.success) return { gaveUp: 'no message' };
    const message = read.data;
    const near = await threads.near(conversation);
    // They may have written to another process since, or have been given back there.
    const isSure = near && near.passed !== true && mannerOf(near, message, parts)?.messaging_type === 'RESPONSE';
    const thread = isSure ? near : await threads.of(conversation);
    if (!thread) return { retry: 'nobody knows where to' };
    const how = mannerOf(thread, message, parts);
    if (how === undefined) return { gaveUp: 'outside the window' };
    const isTheirs = thread.passed === true && isHeld(thread, parts.clock());
    if (isTheirs && message.speaker === undefined && message.tells === undefined) return { gaveUp: 'a person has the thread' };
    if (isTheirs) await control.take(thread);
    const sent = await say({ conversation, number, thread, how }, message);
    if (isTheirs) await control.pass(thread, 'told');
    return sent === 'delivered' && message.passes ? give({ conversation, number, thread }, message.passes) : sent;
  };
}

/** One reply on its way. */
interface Reply {
  readonly conversation: string;
  readonly number: number;
  readonly thread: Kept;
}

/** Says a message, in as many of Messenger's as it takes. */
function sayer(parts: SendParts) {
  const { threads, personas, graph, pace } = parts;
  const refusals = counter();
  return async ({ conversation, number, thread, how }: Reply & { readonly how: Manner }, message: Message): Promise<Sent> => {
    const persona = message.speaker === undefined ? undefined : await personas.of(thread.page, message.speaker);
    const all = render(persona === undefined ? underName(message) : message);
    const steps = all.length + (message.passes ? 1 : 0);
    const begun = steps > 1 ? await threads.sent(conversation, number) : 0;
    let unsure = false;
    for (const [index, each] of all.entries()) {
      if (index < begun) continue;
      const wait = await pace.turn(thread.page);
      if (wait > 0) return { retry: 'its page is busy', afterMs: wait };
      const sent = await one(graph, thread, { ...how, ...(persona !== undefined && { persona_id: persona }), message: each }, () =>
        refusals(`${conversation} ${number}`),
      );
      if (sent === 'unsure' && message.tells !== undefined) return { retry: 'it may have arrived, and must' };
      if (sent === 'unsure') unsure = true;
      else if (sent !== 'delivered') return told(sent, conversation, parts);
      if (index + 1 < steps) await threads.progress(conversation, number, index + 1);
    }
    return unsure && !message.passes ? { gaveUp: 'no answer: it may have arrived' } : 'delivered';
  };
}

/** After its words the thread goes to the page's inbox, with the case that its people find. */
function passer({ threads, control, clock, report, notPassed }: SendParts) {
  const failures = counter();
  return async ({ conversation, number, thread }: Reply, { reference, number: ticket }: NonNullable<Message['passes']>): Promise<Sent> => {
    const done = await control.pass(thread, `case ${ticket ?? reference}`);
    if (done === 'done') {
      const known = await threads.of(conversation);
      await threads.keep(conversation, { ...(known ?? thread), person: clock(), passed: true }, known);
      return 'delivered';
    }
    if (done === 'later' && failures(`${conversation} ${number}`) < MOST_PASSES) return { retry: 'the thread is not passed yet' };
    report('messenger.not-passed', { conversation, why: done === 'later' ? 'nobody answers' : done.refused });
    await notPassed(conversation, number);
    return 'delivered';
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
