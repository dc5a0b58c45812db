import { z } from 'zod';
import { TAKEN, type Elsewhere, type LeftOpen } from '../dialogs/elsewhere';
import { ConversationRecord } from '../dialogs/engine/record';
import type { DeskParts } from '../dialogs/turn-desk';
import { people } from '../state/erase-people';
import { peeking } from '../state/peek';
import type { Store } from '../state/redis-mailbox';

/** Other chats that are looked at, those in which the line was proved last. */
const LOOKED_AT = 5;
const Pinned = z.looseObject({ line: z.string() });

/** The customer's other chats, by the lines that were proved in them. What cannot be read counts as nothing: nobody waits for more than a convenience. */
export function otherChats({ store, pepper, post }: { readonly store: Store; readonly pepper: string; readonly post: DeskParts['post'] }): Elsewhere {
  const index = people({ redis: store.redis, pepper });
  const peek = peeking(store);
  const openIn = async (conversation: string, line: string): Promise<LeftOpen | undefined> => {
    const read = ConversationRecord.safeParse(jsonOf(await peek(conversation)));
    const flow = read.data?.stack[0];
    return flow && Pinned.safeParse(flow.state).data?.line === line ? { conversation, skill: flow.id, line, state: flow.state } : undefined;
  };
  return {
    async open(line, here) {
      const { conversations } = await index.of(line);
      for (const conversation of conversations
        .filter((each) => each !== here)
        .slice(-LOOKED_AT)
        .toReversed()) {
        const left = await openIn(conversation, line);
        if (left) return left;
      }
      return undefined;
    },
    taken: ({ conversation, skill }, id) => post(conversation, id, { kind: 'event', name: TAKEN, value: { skill } }),
  };
}

function jsonOf(text: string | undefined): unknown {
  try {
    return text === undefined ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}
