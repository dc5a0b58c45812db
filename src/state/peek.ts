import { keyOf } from './keys';
import { opener, type Store } from './redis-mailbox';
import { about } from './rows';

/**
 * Reads what another conversation remembers, without its turn: as it was after its last message. Undefined when there is none, or when it changed
 * in this very moment.
 */
export function peeking(store: Store): (conversation: string) => Promise<string | undefined> {
  const open = opener({ ...store, unreadable: () => undefined });
  const { client } = store.redis;
  return async (conversation) => {
    const [version, sealed] = await Promise.all([client.hget(keyOf(conversation, 'turn'), 'version'), client.get(keyOf(conversation, 'state'))]);
    return sealed === null ? undefined : open(conversation, sealed, about.state(conversation, Number(version ?? 0)));
  };
}
