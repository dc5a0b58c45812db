import { z } from 'zod';
import { hearConversation } from './events';
import { channelOf, keyOf } from './keys';
import { opener, type Store } from './redis-mailbox';
import { about } from './rows';
import { script } from './scripts';
import type { Subscriber } from './subscriber';

/** One row of a conversation's log. */
export interface LogRow {
  /** Rises by one per row and never changes; begins at the clock (ms) when the conversation is born. */
  readonly position: number;
  /** Unix time, ms. */
  readonly at: number;
  /** `echo`: what the customer wrote. `reply`: what the bot said. */
  readonly kind: 'echo' | 'reply';
  /** Of a reply. */
  readonly number: number | undefined;
  /** Undefined when it can no longer be opened, or was taken back. */
  readonly text: string | undefined;
}

export interface LogPage {
  readonly rows: readonly LogRow[];
  /** Position of the newest row of all, 0 when there is none. */
  readonly last: number;
  /** The row just before these, which the reader knows, is what the customer wrote: the first of them may answer it. */
  readonly answers?: boolean;
}

/**
 * `grown`: read on. It also comes when something may have been missed. `echoed`: the same, and it is only what the customer wrote.
 * `announced`: gone once heard, e.g. `typing`.
 */
export type LogEvent = { readonly kind: 'grown' } | { readonly kind: 'echoed' } | { readonly kind: 'announced'; readonly what: string };

/** The log of conversations in log mode: the last 500 rows, 7 days. Any process may read it, whichever wrote it. */
export interface ActivityLog {
  /** Rows after position `after` (0: all there are), oldest first. */
  read(conversation: string, after: number, limit: number): Promise<LogPage>;
  /** Tells whoever listens now, in any process. Nothing is stored. */
  announce(conversation: string, what: string): Promise<void>;
  /** Calls `handler` until the returned function is called. Resolves when nothing can be missed any more; while Redis is away, at once. */
  listen(conversation: string, handler: (event: LogEvent) => void): Promise<() => void>;
}

/** The log of what `redis-mailbox.ts` writes, and its live events. */
export function activityLog(store: Store, subscriber: Subscriber): ActivityLog {
  const { redis } = store;
  const open = opener(store);
  const readLog = script(redis, 'read-log');

  const rowOf = (conversation: string, position: number, row: string): LogRow => {
    const [kind, at, whose = '', sealed = ''] = row.split(' ');
    if (kind === 'e')
      return { position, at: Number(at), kind: 'echo', number: undefined, text: open(conversation, sealed, about.echo(conversation, whose)) };
    const number = Number(whose);
    const text = sealed === UNSAID ? undefined : open(conversation, sealed, about.reply(conversation, number));
    return { position, at: Number(at), kind: 'reply', number, text };
  };

  return {
    async read(conversation, after, limit) {
      const keys = [keyOf(conversation, 'turn'), keyOf(conversation, 'log')];
      const [first, last, rows, before] = Page.parse(await readLog(keys, [after, limit]));
      return { rows: rows.map((row, index) => rowOf(conversation, first + index, row)), last, answers: before === 'e' };
    },
    async announce(conversation, announced) {
      await redis.client.publish(channelOf(conversation), JSON.stringify({ conversation, announced }));
    },
    listen: (conversation, handler) =>
      hearConversation(subscriber, conversation, (event) => {
        if (event?.announced !== undefined) handler({ kind: 'announced', what: event.announced });
        else if (!event || event.last !== undefined) handler({ kind: event?.echo ? 'echoed' : 'grown' });
      }),
  };
}

/** In the place of a reply that is taken back; as in `lua/commit.lua`. */
export const UNSAID = '-';
/** Position of the first row, position of the newest row of all, rows, kind of the row before them. */
const Page = z.tuple([z.number(), z.number(), z.array(z.string()), z.string()]);
