import { Cluster, type Redis } from 'ioredis';
import type { Entry, Ledger } from './ledger';
import type { RedisConnection } from './redis';

const ORDER = /^\{l\d+\}:([^:]+):order:([^:]+)$/;
const PAGE = 500;

/**
 * Every order of the ledger that was opened in a period (epoch ms), in no order: read key by key while the bot works. One that nobody can read
 * is named to `unreadable`.
 */
export async function* ordersIn(
  { client }: Pick<RedisConnection, 'client'>,
  ledger: Pick<Ledger, 'entry'>,
  { from, to, unreadable }: { readonly from: number; readonly to: number; readonly unreadable: (member: string) => void },
): AsyncGenerator<Entry> {
  const seen = new Set<string>(); // SCAN may show a key twice
  for (const node of client instanceof Cluster ? client.nodes('master') : [client]) {
    for await (const member of membersIn(node)) {
      if (seen.has(member)) continue;
      seen.add(member);
      const entry = await ledger.entry(member).catch(() => unreadable(member));
      if (entry && entry.operation.at >= from && entry.operation.at <= to) yield entry;
    }
  }
}

async function* membersIn(node: Redis): AsyncGenerator<string> {
  let cursor = '0';
  do {
    const [next, keys] = await node.scan(cursor, 'MATCH', '{l*}:*:order:*', 'COUNT', PAGE);
    cursor = next;
    for (const key of keys) {
      const [, line, order] = ORDER.exec(key) ?? [];
      if (line !== undefined && order !== undefined) yield `${line}:${order}`;
    }
  } while (cursor !== '0');
}
