import type { CaseBook } from './cases';
import type { Identity, PersonalData } from './erase';
import type { Ledger } from './ledger';
import { ledgerKeys } from './ledger-keys';
import type { RedisConnection } from './redis';
import { homeOwner } from './session';

/** More than anybody has in the 35 days that the ledger remembers. */
const MOST = 10_000;

/** Orders of a line. One that is not settled yet stays until it is: whose money is under way would otherwise never be known. */
export function orderData({ redis: { client }, ledger }: { readonly redis: RedisConnection; readonly ledger: Ledger }): PersonalData {
  const all = async (lines: readonly string[]) => (await Promise.all(lines.map((line) => ledger.list(line, MOST)))).flat();
  return {
    find: async ({ lines }) => (await all(lines)).map((value) => ({ kind: 'orders', value })),
    async erase({ lines }) {
      let gone = 0;
      for (const { line, order, state } of await all(lines)) {
        if (state !== 'done' && state !== 'refused') continue;
        const member = ledger.memberOf(line, order);
        const [key, orders, due] = ledgerKeys(member);
        gone += await client.del(key);
        await client.zrem(orders, order);
        await client.zrem(due, member);
      }
      return { orders: gone };
    },
  };
}

/** Cases of a line, a contract or a conversation. What became a ticket is the agents' system's to forget. */
export function caseData(cases: Pick<CaseBook, 'list' | 'drop'>): PersonalData {
  const about = async ({ lines, conversations }: Identity) =>
    (await cases.list(MOST)).filter(({ line, contract, origin }) => {
      const owners = [
        line,
        contract === undefined ? undefined : homeOwner(contract),
        ...(origin?.lines ?? []),
        ...(origin?.contracts ?? []).map(homeOwner),
      ];
      return (
        owners.some((owner) => owner !== undefined && lines.includes(owner)) || (origin !== undefined && conversations.includes(origin.conversation))
      );
    });
  return {
    find: async (who) => (await about(who)).map((value) => ({ kind: 'cases', value })),
    async erase(who) {
      const found = await about(who);
      await cases.drop(found.map(({ id }) => id));
      return { cases: found.length };
    },
  };
}
