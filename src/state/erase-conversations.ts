import { z } from 'zod';
import { keysOfRedis, type Identity, type PersonalData, type PersonalDatum } from './erase';
import { UNSAID } from './activity-log';
import { filesRoom } from './files-room';
import { keyOf, shardOf, tagOf } from './keys';
import { opener, type Store } from './redis-mailbox';
import { about, mailRow } from './rows';
import { script } from './scripts';
import type { About } from './seal';

/** What runs for a conversation without its waiting is a conversation of its own: `APART` of dialogs/turn-desk.ts. */
const apartOf = (conversation: string): string => `apart:${conversation}`;

const KINDS: Readonly<Record<string, string>> = {
  ...{ turn: 'bookkeeping', seen: 'bookkeeping', parts: 'last numbers' },
  ...{ mail: 'messages waiting', out: 'replies waiting', state: 'state', aside: 'set aside', timers: 'timers', log: 'history' },
  ...{ effect: 'effects', answer: 'answers', file: 'files', reminders: 'reminders' },
  ...{ reference: 'where replies go', sending: 'half-sent replies', 'outage-watch': 'ends of outages' },
};
const kindOf = (part: string): string => KINDS[part.split(':')[0] ?? ''] ?? 'other';

/** All that mailbox, log, effects, answers and what is aside keep of a conversation. */
export function conversationData(store: Store): PersonalData {
  const { client } = store.redis;
  const open = opener({ ...store, unreadable: () => {} });
  const forget = script(store.redis, 'erase');
  const read = reader(store, open);
  const room = filesRoom(store.redis);

  const partsOf = async ({ conversations }: Identity): Promise<ReadonlyMap<string, readonly string[]>> => {
    const prefixes = new Map(conversations.flatMap((each) => [each, apartOf(each)]).map((each) => [keyOf(each, ''), each]));
    const own = (key: string): string | undefined => [...prefixes.keys()].find((prefix) => key.startsWith(prefix));
    const found = prefixes.size === 0 ? [] : await keysOfRedis(client, (key) => key.startsWith('{m') && own(key) !== undefined);
    const parts = new Map<string, string[]>();
    for (const key of found) {
      const prefix = own(key) ?? '';
      if (key === `${prefix}lines`) continue; // the index's own: see erase-people.ts
      const conversation = prefixes.get(prefix) ?? '';
      parts.set(conversation, [...(parts.get(conversation) ?? []), key.slice(prefix.length)]);
    }
    return parts;
  };

  return {
    async find(who) {
      const found: PersonalDatum[] = [];
      for (const [conversation, parts] of await partsOf(who)) {
        for (const part of parts) found.push(...(await read(conversation, part)).map((value) => ({ kind: kindOf(part), conversation, value })));
      }
      return found;
    },
    async erase(who) {
      const gone: Record<string, number> = {};
      for (const [conversation, parts] of await partsOf(who)) {
        const tag = tagOf(shardOf(conversation));
        for (const part of parts) gone[kindOf(part)] = (gone[kindOf(part)] ?? 0) + 1;
        await forget([`${tag}:due`, `${tag}:asides`, ...parts.map((part) => keyOf(conversation, part))], [conversation]);
        for (const part of parts) if (part.startsWith('file:')) await room.free(keyOf(conversation, part));
      }
      return gone;
    },
  };
}

const Aside = z.object({ kind: z.string(), number: z.number(), delivery: z.string(), at: z.number(), reason: z.string(), what: z.string() });

type Open = (conversation: string, sealed: string, what: About) => string | undefined;

/** Reads what a key holds, opened; bookkeeping has nothing to read. */
function reader({ redis: { client } }: Store, open: Open): (conversation: string, part: string) => Promise<readonly unknown[]> {
  const numbers = async (conversation: string): Promise<Record<string, number>> => {
    const kept = await client.hgetall(keyOf(conversation, 'turn'));
    return Object.fromEntries(Object.entries(kept).map(([name, value]) => [name, Number(value)]));
  };
  const list = (conversation: string, part: string): Promise<string[]> => client.lrange(keyOf(conversation, part), 0, -1);
  const plain = (conversation: string, sealed: string, what: About): unknown => parsed(open(conversation, sealed, what));
  const one = async (conversation: string, part: string, what: About): Promise<readonly unknown[]> => {
    const sealed = await client.get(keyOf(conversation, part));
    return sealed === null ? [] : [plain(conversation, sealed, what)];
  };
  const readers: Readonly<Record<string, (conversation: string, rest: string) => Promise<readonly unknown[]>>> = {
    state: async (of) => one(of, 'state', about.state(of, (await numbers(of))['version'] ?? 0)),
    parts: async (of) => one(of, 'parts', about.parts(of)),
    answer: async (of, delivery) => one(of, `answer:${delivery}`, about.answer(of, delivery)),
    effect: async (of, rest) => {
      const [number = '', ...step] = rest.split(':');
      return one(of, `effect:${rest}`, [of, 'effect', Number(number), step.join(':')]);
    },
    mail: async (of) => (await list(of, 'mail')).map(mailRow).map(({ delivery, sealed }) => plain(of, sealed, about.mail(of, delivery))),
    log: async (of) =>
      (await list(of, 'log')).map((row) => {
        const [kind, at, whose = '', sealed = ''] = row.split(' ');
        const what = kind === 'e' ? about.echo(of, whose) : about.reply(of, Number(whose));
        const text = sealed === UNSAID ? 'taken back' : plain(of, sealed, what);
        return { at: new Date(Number(at)).toISOString(), [kind === 'e' ? 'customer' : 'bot']: text };
      }),
    out: async (of) => {
      const rows = await list(of, 'out');
      const { seq = 0 } = await numbers(of);
      return rows.map((sealed, index) => plain(of, sealed, about.reply(of, seq - rows.length + index + 1)));
    },
    timers: async (of) =>
      (await client.zrange(keyOf(of, 'timers'), '0', '-1')).map((row) => {
        const [delivery = '', sealed = ''] = row.split(' ');
        return plain(of, sealed, about.mail(of, delivery));
      }),
    aside: async (of) =>
      (await list(of, 'aside')).map((row) => {
        const { kind, number, delivery, what, at, reason } = Aside.parse(JSON.parse(row));
        return {
          at: new Date(at).toISOString(),
          reason,
          [kind]: plain(of, what, kind === 'message' ? about.mail(of, delivery) : about.reply(of, number)),
        };
      }),
  };
  return async (conversation, part) => {
    const [name = '', ...rest] = part.split(':');
    if (name === 'turn' || name === 'seen') return [];
    return readers[name]?.(conversation, rest.join(':')) ?? one(conversation, part, [conversation, part]).catch(() => []); // kept beside: see beside.ts
  };
}

/** What cannot be opened any more is said to be there. */
function parsed(text: string | undefined): unknown {
  if (text === undefined) return 'cannot be opened';
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
