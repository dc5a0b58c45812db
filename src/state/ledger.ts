import { createHash, randomUUID } from 'node:crypto';
import { z } from 'zod';
import { Evidence, Settled, type Operation, STATES, StoredAmount, Teller, type Limit, type Order } from '../domain/spending';
import { mint, type SpendKey } from '../domain/spending/key';
import { dueIn } from './due';
import { ledgerKeys, limitKey, lineName, referenceOf, splitMember, dueKey } from './ledger-keys';
import { persist } from './persist';
import type { Store } from './redis-mailbox';
import { script } from './scripts';

/** An order in the journal. Whoever has `fence` may settle it, until somebody else claims it. */
export interface Entry {
  readonly operation: Operation;
  readonly fence: number;
  /** Sendings and look-ups begun, this one included. */
  readonly tries: number;
  /** Its end is in the chat's outbox, or with the customer. */
  readonly said: boolean;
  readonly told: boolean;
}

/** `opened`: journalled, and ours to send. `known`: it was opened before, by this turn or another one. */
export type Opened =
  | { readonly status: 'opened'; readonly entry: Entry; readonly key: SpendKey }
  | { readonly status: 'known'; readonly entry: Entry }
  | { readonly status: 'limit'; readonly limit: Limit };

/**
 * The journal of money: what was agreed to, what was sent, what became of it. Each step is one script and one round trip; an order's
 * keys, its line's limits and the index of what is due share a slot. Nothing expires before it is settled and told.
 */
export interface Ledger {
  /** @throws TypeError when this id was used for another order: nothing is sent then. @throws while Redis is away: nothing was opened */
  open(order: Order, deadlineMs: number): Promise<Opened>;
  /** Writes what became of it. Resolves to what stands now: done and refused are final, whoever found out first; what a loss forgot is written again by who sent it. */
  record(entry: Entry, outcome: Settled | 'unknown', nextMs: number): Promise<Entry>;
  read(line: string, order: string): Promise<Entry | undefined>;
  /** The order that the index of due work calls so. */
  entry(member: string): Promise<Entry | undefined>;
  /** A line's orders, newest first. */
  list(line: string, most: number): Promise<Operation[]>;
  /** What nobody is looking after, of one shard (0 to 255). */
  due(shard: number): Promise<readonly string[]>;
  /** The right to look after one that is due, for `ms`. */
  claim(member: string, ms: number): Promise<Entry | undefined>;
  /** `said`: committed to the outbox. `told`: the channel took it. `left`: a person has it now, and it is no longer looked at. */
  told(member: string, how: 'said' | 'told' | 'left'): Promise<void>;
  /** There may be news of an order in doubt: it is due now. Any other one is left alone. */
  hurry(member: string): Promise<void>;
  /** How replies and the index of due work name an order: no number of anybody's in it. */
  memberOf(line: string, order: string): string;
  /** The right to send an order again under its own key. */
  keyOf(entry: Entry): SpendKey;
}

const DUE_AT_ONCE = 100;
/** How long to ask again for the right to send an order, when Redis' answer did not come in time, ms: else nobody has it, and a customer waits for nothing. */
const OPEN_MS = 1_000;
const State = z.enum(STATES);
const Row = z.tuple([
  z.string(), // state: a newer release may have more of them
  z.string(), // sealed order
  z.string(), // sealed outcome
  z.coerce.number(), // at
  z.string(), // settledAt
  z.coerce.number(), // fence
  z.coerce.number(), // tries
  z.string(), // said
  z.string(), // told
]);
type Row = z.infer<typeof Row>;
/** With a number: when it was written, by Redis, or which limit. With a row: what somebody else wrote. */
const OpenAnswer = z.union([z.tuple([z.enum(['opened', 'limit']), z.number()]), z.tuple([z.literal('known'), Row]), z.tuple([z.literal('other')])]);
const RecordAnswer = z.union([z.tuple([z.literal('recorded'), z.number()]), z.tuple([z.literal('known'), Row]), z.tuple([z.literal('gone')])]);
const Asked = z.object({
  ...{ order: z.string(), reference: z.string(), kind: z.string(), line: z.string() },
  ...{ amount: StoredAmount, details: z.unknown(), teller: Teller, evidence: Evidence },
});
const NAMES = ['state', 'asked', 'outcome', 'at', 'settledAt', 'fence', 'tries', 'said', 'told'] as const;

/** @param pepper keeps the numbers of lines out of the names of keys */
export function ledger(options: Store & { readonly pepper: string }): Ledger {
  const { redis, vault, pepper } = options;
  const own = (name: string) => script(redis, 'ledger-common', `ledger-${name}`);
  const scripts = { open: own('open'), record: own('record'), claim: own('claim'), told: own('told') };
  const due = dueIn(redis, DUE_AT_ONCE);
  const entryOf = reader(options);
  const memberOf = (line: string, order: string): string => `${lineName(pepper, line)}:${order}`;
  const sealed = (member: string, what: 'order' | 'outcome', value: unknown): string => vault.seal(JSON.stringify(value), [member, what]);

  const read = async (member: string): Promise<Entry | undefined> => {
    const row = await redis.client.hmget(ledgerKeys(member)[0], ...NAMES);
    return row[0] === null ? undefined : entryOf(member, Row.parse(row.map((value) => value ?? '')));
  };

  /** Redis came back without its last second, and without an order that may be on its way: whoever sent it writes it again. What it counted is lost. */
  const reopen = async ({ operation }: Entry, deadlineMs: number): Promise<void> => {
    const member = memberOf(operation.line, operation.order);
    const asked = Asked.parse(operation);
    const args = [member, asked.order, printOf(operation), sealed(member, 'order', asked), deadlineMs, 0, ''];
    await scripts.open([...ledgerKeys(member), limitKey(member, '')], args);
  };

  return {
    memberOf,
    keyOf: ({ operation }) => mint(operation.order, operation.reference),
    read: (line, order) => read(memberOf(line, order)),
    entry: read,
    due: (shard) => due(dueKey(shard)),
    async open(order, deadlineMs) {
      const member = memberOf(order.line, order.id);
      const { id, kind, line, amount, details, limits, day, teller, evidence } = order;
      const reference = referenceOf(pepper, kind, id);
      const asked = { order: id, reference, kind, line, amount, details, teller, evidence };
      const counted = limits.flatMap(({ name, count = -1, minor = -1 }) => [name, count, minor, amount.minor]);
      const args = [member, id, printOf(order), sealed(member, 'order', asked), deadlineMs, limits.length, randomUUID(), ...counted];
      const answer = OpenAnswer.parse(await persist(() => scripts.open([...ledgerKeys(member), limitKey(member, day)], args), OPEN_MS));
      if (answer[0] === 'other') throw new TypeError('the id of an order was used for another one');
      if (answer[0] === 'limit') return { status: 'limit', limit: limits[answer[1]] ?? { name: 'unknown' } };
      if (answer[0] === 'known') return { status: 'known', entry: entryOf(member, answer[1]) };
      const [, at] = answer;
      return { status: 'opened', entry: { operation: { ...asked, state: 'sent', at }, fence: at, tries: 1, said: false, told: false }, key: mint(id, reference) }; // prettier-ignore
    },
    async record(entry, outcome, nextMs) {
      const { line, order } = entry.operation;
      const member = memberOf(line, order);
      const [state, what] = outcome === 'unknown' ? [outcome, ''] : [outcome.status, sealed(member, 'outcome', outcome)];
      const write = async () => RecordAnswer.parse(await scripts.record(ledgerKeys(member), [member, entry.fence, state, what, nextMs]));
      let answer = await write();
      if (answer[0] === 'gone' && entry.tries === 1) {
        await reopen(entry, nextMs);
        answer = await write();
      }
      if (answer[0] === 'known') return entryOf(member, answer[1]);
      const settledAt = answer[0] === 'recorded' ? { settledAt: answer[1] } : {};
      return { ...entry, operation: { ...entry.operation, state, ...(outcome !== 'unknown' && { outcome, ...settledAt }) } };
    },
    async list(line, most) {
      const name = lineName(pepper, line);
      const orders = await redis.client.zrevrange(ledgerKeys(`${name}:`)[1], 0, most - 1);
      const entries = await Promise.all(orders.map((order) => read(`${name}:${order}`)));
      return entries.flatMap((entry) => (entry ? [entry.operation] : []));
    },
    async hurry(member) {
      const [order, , index] = ledgerKeys(member);
      if ((await redis.client.hget(order, 'state')) === 'unknown') await redis.client.zadd(index, 'XX', 0, member);
    },
    async claim(member, ms) {
      const answer = await scripts.claim(ledgerKeys(member), [member, ms]);
      const row = answer === null ? undefined : Row.parse(answer);
      // What this release has no word for is left to one that has.
      return row && State.safeParse(row[0]).success ? entryOf(member, row) : undefined;
    },
    told: async (member, how) => void (await scripts.told(ledgerKeys(member), [member, how])),
  };
}

/**
 * Opens what is stored. In a state that only a newer release knows, nobody knows here what became of it: it hides no other order, and is not looked after.
 *
 * @throws when it cannot be opened: an order that nobody can read must not be sent again
 */
function reader({ vault, unreadable = () => {} }: Store) {
  return (member: string, [stands, asked, outcome, at, settledAt, fence, tries, said, told]: Row): Entry => {
    const { data: state } = State.safeParse(stands);
    try {
      const order = Asked.parse(JSON.parse(vault.open(asked, [member, 'order'])));
      const end = state === undefined || outcome === '' ? {} : { outcome: Settled.parse(JSON.parse(vault.open(outcome, [member, 'outcome']))) };
      const settled = settledAt === '' ? {} : { settledAt: Number(settledAt) };
      return { operation: { ...order, state: state ?? 'unknown', at, ...end, ...settled }, fence, tries, said: said !== '', told: told !== '' };
    } catch (error) {
      unreadable(splitMember(member).line, error);
      throw error;
    }
  };
}

/** What was agreed to: the same id with anything else in it is another order. */
function printOf({ kind, line, amount, details }: Pick<Order, 'kind' | 'line' | 'amount' | 'details'>): string {
  return createHash('sha256')
    .update(JSON.stringify([kind, line, amount.minor, amount.currency, details]))
    .digest('base64url')
    .slice(0, 22);
}
