import { z } from 'zod';
import { keyOf, SHARDS, shardOf, tagOf } from './keys';
import type { Mailbox } from './mailbox';
import { opener, type Store } from './redis-mailbox';
import { about } from './rows';
import { script } from './scripts';

/** Something that could not be handled, and was taken out of the way of its chat. Kept for 30 days. */
export interface AsideEntry {
  /** `message`: it could not be run. `reply`: it could not be sent. */
  readonly kind: 'message' | 'reply';
  /** Number of the message or reply in its conversation. */
  readonly number: number;
  readonly tries: number;
  readonly throws: number;
  readonly reason: string;
  /** Unix time, ms. */
  readonly at: number;
  /** Undefined when it cannot be opened. Personal data: for the eyes of whoever repairs it. */
  readonly text: string | undefined;
}

/** What was set aside: for operators, see `npm run aside`. */
export interface Aside {
  /** Conversations with something aside. */
  conversations(): Promise<string[]>;
  list(conversation: string): Promise<AsideEntry[]>;
  /**
   * Puts the messages back into their conversation's mailbox, as new ones, at its end; the bot runs them within a second or so.
   * Replies are not sent again: the talk has moved on. Safe to repeat.
   */
  replay(conversation: string): Promise<{ readonly replayed: number; readonly left: number }>;
}

const Entry = z.object({
  kind: z.enum(['message', 'reply']),
  number: z.number(),
  delivery: z.string(),
  tries: z.number(),
  throws: z.number(),
  reason: z.string(),
  at: z.number(),
  what: z.string(),
});
type Entry = z.infer<typeof Entry>;

export function aside({ mailbox, ...store }: Store & { mailbox: Pick<Mailbox, 'accept' | 'hold'> }): Aside {
  const { client } = store.redis;
  const open = opener(store);
  const drop = script(store.redis, 'drop-aside');

  const rowsOf = (conversation: string): Promise<string[]> => client.lrange(keyOf(conversation, 'aside'), 0, -1);
  const textOf = (conversation: string, { kind, number, delivery, what }: Entry): string | undefined =>
    open(conversation, what, kind === 'message' ? about.mail(conversation, delivery) : about.reply(conversation, number));

  /** True when the message waits in its mailbox again. */
  const accepted = async (conversation: string, entry: Entry): Promise<boolean> => {
    const message = entry.kind === 'message' ? textOf(conversation, entry) : undefined;
    if (message === undefined) return false;
    const { status, turn } = await mailbox.accept({ conversation, id: `replay:${entry.number}:${entry.at}`, message });
    if (turn) await mailbox.hold(turn, 0, 'unrun'); // not ours to run
    return status !== 'full';
  };

  return {
    async conversations() {
      const found = await Promise.all(Array.from({ length: SHARDS }, (_, shard) => client.zrange(`${tagOf(shard)}:asides`, '0', '-1')));
      return found.flat();
    },
    async list(conversation) {
      const entries = (await rowsOf(conversation)).map((row) => Entry.parse(JSON.parse(row)));
      return entries.map((entry) => {
        const { delivery: _delivery, what: _what, ...shown } = entry;
        return { ...shown, text: textOf(conversation, entry) };
      });
    },
    async replay(conversation) {
      let replayed = 0;
      for (const row of await rowsOf(conversation)) {
        if (!(await accepted(conversation, Entry.parse(JSON.parse(row))))) continue;
        await drop([keyOf(conversation, 'aside'), `${tagOf(shardOf(conversation))}:asides`], [row, conversation]);
        replayed++;
      }
      return { replayed, left: await client.llen(keyOf(conversation, 'aside')) };
    },
  };
}
