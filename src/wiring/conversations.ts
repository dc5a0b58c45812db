import { hkdfSync } from 'node:crypto';
import { scrubbed } from '../channels/scrub';
import type { Config } from '../config';
import type { Attending } from '../dialogs/attending';
import { once } from '../state/once';
import { conversation, type ConversationParts } from '../dialogs/conversation';
import { ConversationRecord } from '../dialogs/engine/record';
import { rootTexts } from '../dialogs/texts';
import { countryOf } from '../domain/countries';
import type { Arrival, Message } from '../domain/message';
import type { SpendKind } from '../domain/spending';
import { textsFor } from '../domain/texts';
import type { ActivityLog } from '../state/activity-log';
import { effects } from '../state/effects';
import type { Delivery, Turn } from '../state/mailbox';
import { people } from '../state/erase-people';
import { outbox, type Send } from '../state/outbox';
import type { RedisConnection } from '../state/redis';
import { redisMailbox, type Store } from '../state/redis-mailbox';
import { turns, type Turns } from '../state/turns';
import { ear, reviewing, surveying, type Asked } from './ear';
import { moneyBooks, type MoneyBooks } from './money';
import type { Parts } from './parts';
import { counting, type Counting } from './outcomes';
import { otherChats } from './elsewhere';
import { rehearse } from './rehearsal';
import { watch } from './watch';

/** Life of a conversation's state. Who somebody is ends earlier: state/session.ts. */
const STATE_MS = 24 * 3_600_000;

export interface Conversing extends Parts {
  readonly store: Store;
  readonly ports: Asked;
  /** Ways of moving money. */
  readonly kinds: readonly SpendKind[];
  /** Where the ledger is. */
  readonly ledger: RedisConnection;
  readonly typing: ConversationParts['typing'];
  /** What is for a person, where people can be reached. */
  readonly attending?: Attending | undefined;
  /** Ways out, by the beginning of a conversation's name: `bf:`. A web chat has none: its log is its outbox. */
  readonly sends: Readonly<Record<string, Send>>;
}

export interface Conversations {
  readonly turns: Turns;
  /** The log that pages read; what they took is told. */
  readonly reading: (log: ActivityLog) => ActivityLog;
  /** There may be news of an order in doubt, named as in the ledger's index. */
  readonly hurry: (member: string) => Promise<void>;
  readonly journal: MoneyBooks['journal'];
  /** Resolves when no slow turn is being finished in the background. */
  idle(): Promise<void>;
  /** Makes what is made at first use; see `rehearsal.ts`. */
  rehearse(): Promise<void>;
}

/** The mailbox and the dialogs behind it. */
export function conversations(config: Config, { store, ports, kinds, ledger, sends, attending, clock, typing, ...seen }: Conversing): Conversations {
  const counted = counting(config, { store, clock, report: seen.report });
  const { report, accepting, handling, hearing, sending } = watch({ ...seen, clock, heardOf: counted.heard });
  const { background, idle } = inBackground();
  const leaseMs = config.TURN_LEASE_MS;
  const mailbox = redisMailbox({ ...store, leaseMs, stateMs: STATE_MS, isLog: (id) => id.startsWith('web:') });
  const { cases, openLinks } = ports;
  const accept = (delivery: Delivery) => bot.accept(delivery);
  const money = moneyBooks(config, { store, redis: ledger, kinds, cases, clock, report, accept, ...(openLinks && { openLinks }) });
  const post = async (to: string, id: string, event: Arrival): Promise<void> =>
    void (await bot.accept({ conversation: to, id, message: JSON.stringify(event) }));
  const elsewhere = otherChats({ store, pepper: config.OTP_PEPPER, post });
  const surveys = surveying(config, once(store.redis), money.desk);
  const spoken: ConversationParts = {
    ...{ clock, report, typing, background, post, effects: effects(store), ledger: money.desk, ...standing(config) },
    budgetMs: config.TURN_BUDGET_MS,
    proved: people({ redis: store.redis, pepper: config.OTP_PEPPER }).proved,
    hear: ear(config, ports, reviewing({ ...store, clock }), { report, attending, elsewhere, surveys }),
  };
  const handle = conversation({ ...spoken, hear: hearing(spoken.hear) });
  const outgoing = outbox({ mailbox, leaseMs, report, send: sending(money.telling(sendBy(sends))) });
  const made = turns({
    ...{ mailbox, outbox: outgoing, handle: handling(handle), leaseMs, report },
    committed: ({ replies }) => void money.mark(replies, 'said'),
    apology: (turn) => [JSON.stringify(apology(turn))],
  });
  const bot: Turns = accepting(made);
  const { read: reading, hurry, journal } = money;
  const all = { ...bot, ...draining(bot, counted), ...sweeping(bot, money, counted), ...scrubbed(bot, countryOf(config.OPERATOR_COUNTRY)) };
  return { turns: all, reading, hurry, journal, idle, rehearse: () => rehearse(spoken) };
}

/** All that looks after what was left behind begins and ends together. */
const sweeping = (bot: Turns, ...others: readonly { readonly start: () => void; readonly stop: () => void }[]): Pick<Turns, 'start' | 'stop'> => ({
  start: (everyMs) => [() => bot.start(everyMs), ...others.map(({ start }) => start)].forEach((start) => start()),
  stop: () => [bot, ...others].forEach(({ stop }) => stop()),
});

/** What came of the last turns is noted before Redis is let go of. */
const draining = (bot: Turns, counted: Pick<Counting, 'idle'>): Pick<Turns, 'drain'> => ({
  drain: async (graceMs) => {
    await bot.drain(graceMs);
    await counted.idle();
  },
});

/** What is the same for every turn. */
const standing = ({ OPERATOR_COUNTRY, BRAND_NAME, BUILD_VERSION, TOKEN_SECRET }: Config) => ({
  ...{ country: countryOf(OPERATOR_COUNTRY), brand: BRAND_NAME, language: 'es' as const, release: BUILD_VERSION },
  signingKey: Buffer.from(hkdfSync('sha256', TOKEN_SECRET.split(',')[0] ?? '', '', 'buttons', 32)),
});

/** Work that goes on after its turn: the process should not end before it. */
function inBackground(): { readonly background: ConversationParts['background']; idle(): Promise<void> } {
  const all = new Set<Promise<void>>();
  return {
    background: (work) => {
      all.add(work);
      void work.finally(() => all.delete(work));
    },
    idle: async () => void (await Promise.all(all)),
  };
}

const sendBy =
  (sends: Conversing['sends']): Send =>
  async (to, number, reply) =>
    (await sends[to.slice(0, to.indexOf(':') + 1)]?.(to, number, reply)) ?? { gaveUp: 'no channel sends' };

/** For a message that was set aside, in the language that is remembered, if it can be read. */
function apology({ state }: Turn): Message {
  const read = ConversationRecord.safeParse(parsed(state));
  const { language, form } = read.success ? read.data : ({ language: 'es', form: 'tu' } as const);
  return { text: textsFor(rootTexts, language, form).apology, language };
}

/** Must not throw: nothing comes after an apology. */
function parsed(state: string | undefined): unknown {
  try {
    return JSON.parse(state ?? 'null');
  } catch {
    return undefined;
  }
}
