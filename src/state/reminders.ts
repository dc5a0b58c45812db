import { z } from 'zod';
import { Reminder, type Reminders } from '../integrations/reminders/port';
import { beside } from './beside';
import type { Store } from './redis-mailbox';

const LIFE_MS = 60 * 24 * 3_600_000;
/** Nobody needs more, and a list is read and written whole. */
const MOST = 20;
const NAME = 'reminders';

/** Sealed, beside the conversation: what erases that erases them. Only the turn that has the conversation writes, so reading and writing back is safe. */
export function reminders(store: Store): Reminders {
  const kept = beside(store);
  const of = async (visitor: string): Promise<readonly Reminder[]> => {
    const text = await kept.get(visitor, NAME);
    return text === undefined ? [] : z.array(Reminder).parse(JSON.parse(text));
  };
  const write = (visitor: string, all: readonly Reminder[]): Promise<void> => kept.put(visitor, NAME, JSON.stringify(all.slice(-MOST)), LIFE_MS);
  return {
    of,
    keep: async (visitor, reminder) => write(visitor, [...(await of(visitor)).filter((each) => !isTwin(each, reminder)), reminder]),
    async drop(visitor, id) {
      const all = await of(visitor);
      const left = id === undefined ? [] : all.filter((each) => each.id !== id);
      if (left.length < all.length) await write(visitor, left);
      return all.length - left.length;
    },
  };
}

/** Whoever asks twice for the same word is told once. */
const isTwin = (one: Reminder, other: Reminder): boolean =>
  one.id === other.id || (['what', 'line', 'home', 'name', 'end'] as const).every((part) => one[part] === other[part]);
