import { z } from 'zod';
import { channelOf } from './keys';
import type { Subscriber } from './subscriber';

/** What is published on a shard's channel, and by whom: `last` and `answered` by the scripts, `announced` by a process. */
const Event = z.object({
  conversation: z.string(),
  /** The log has grown up to this position. */
  last: z.number().optional(),
  /** What it has grown by is the customer's own words. */
  echo: z.boolean().optional(),
  /** The answer to this delivery is there. */
  answered: z.string().optional(),
  announced: z.string().optional(),
});
export type ConversationEvent = z.infer<typeof Event>;

/** Events of one conversation, out of its shard's channel. `undefined`: something may have been missed. */
export function hearConversation(
  subscriber: Subscriber,
  conversation: string,
  hear: (event: ConversationEvent | undefined) => void,
): Promise<() => void> {
  return subscriber.subscribe(channelOf(conversation), (text) => {
    if (text === undefined) return hear(undefined);
    const event = parse(text);
    if (event?.conversation === conversation) hear(event);
  });
}

let last: { readonly text: string; readonly event: ConversationEvent | undefined } = { text: '', event: undefined };
/** All who listen to a shard get the same text, one after the other: it is read once. */
function parse(text: string): ConversationEvent | undefined {
  if (last.text !== text) last = { text, event: read(text) };
  return last.event;
}

/** Others may publish too, and another version of ourselves. */
function read(text: string): ConversationEvent | undefined {
  try {
    return Event.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}
