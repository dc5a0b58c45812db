import type { Identity, PersonalData } from './erase';
import { factRows } from './outcomes';
import { closedOf, FACTS, OPEN, outcomeNames, stepsOf } from './outcomes-keys';
import type { Store } from './redis-mailbox';

/** Facts about somebody, for `export` and `erase`: by the keyed digests of their lines, contracts and conversations. */
export function outcomeData({ redis, pepper }: Pick<Store, 'redis'> & { readonly pepper: string }): PersonalData {
  const { client } = redis;
  const names = outcomeNames(pepper);
  const mine = async ({ lines, conversations }: Identity) => {
    const people = new Set([...lines, ...conversations].map(names.person));
    const chats = new Set(conversations.map(names.chat));
    const found = [];
    for await (const row of factRows({ redis })) if (people.has(row.fact.person) || chats.has(row.fact.chat)) found.push(row);
    return found;
  };
  return {
    find: async (who) => (await mine(who)).map(({ fact }) => ({ kind: 'outcomes', value: fact })),
    async erase(who) {
      const rows = await mine(who);
      for (const { row } of rows) await client.xdel(FACTS, row);
      let gone = rows.length;
      for (const chat of who.conversations.map(names.chat)) {
        gone += await client.del(stepsOf(chat));
        await client.zrem(OPEN, chat);
        await client.del(closedOf(chat));
      }
      return { outcomes: gone };
    },
  };
}
