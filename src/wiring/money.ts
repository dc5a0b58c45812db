import { z } from 'zod';
import type { Config } from '../config';
import type { LedgerDesk } from '../dialogs/engine/spend';
import { countryOf } from '../domain/countries';
import type { Arrival } from '../domain/message';
import type { Operation, SpendKind } from '../domain/spending';
import type { ActivityLog } from '../state/activity-log';
import type { Cases } from '../integrations/cases/port';
import type { OpenLinks } from '../integrations/gateway/port';
import { ledger, type Ledger } from '../state/ledger';
import type { Accepted, Delivery } from '../state/mailbox';
import type { RedisConnection } from '../state/redis';
import type { Store } from '../state/redis-mailbox';
import type { Send } from '../state/outbox';
import { settler } from '../state/settler';
import { spending, type Pace } from '../state/spending';
import type { Parts } from './parts';
import { stuckCase } from './stuck';

const SWEEP_MS = 2_000;
/** Most turns tell of no money. */
const NOTHING = Promise.resolve();
const Told = z.object({ tells: z.array(z.string()).optional() });

export interface MoneyParts extends Pick<Parts, 'clock' | 'report'> {
  /** Seals and reports as the rest of the bot does. */
  readonly store: Store;
  /** Where the ledger is: a Redis of its own, or the bot's. */
  readonly redis: RedisConnection;
  readonly kinds: readonly SpendKind[];
  /** Where an order goes that nobody knows the end of. */
  readonly cases: Pick<Cases, 'open'>;
  readonly accept: (delivery: Delivery) => Promise<Pick<Accepted, 'status'>>;
  readonly pace?: Pace;
  /** Links to pages where customers pay. */
  readonly openLinks?: OpenLinks;
}

/** Everything about money that outlives a turn. */
export interface MoneyBooks {
  readonly desk: LedgerDesk;
  /** Replies are in the outbox (`said`), or a channel took them (`told`): the ledger learns whose end they tell. Never throws. */
  mark(replies: readonly string[], how: 'said' | 'told'): Promise<void>;
  /** The same sending, which tells the ledger what the channel took. */
  telling(send: Send): Send;
  /** The same log, which tells the ledger what a page took. */
  read(log: ActivityLog): ActivityLog;
  /** There may be news of an order in doubt, which is named as in the ledger's index: it is looked at now. */
  hurry(member: string): Promise<void>;
  /** Orders as they stand, by the name that the index gives them. */
  readonly journal: Pick<Ledger, 'entry' | 'keyOf'>;
  start(): void;
  stop(): void;
}

export function moneyBooks(config: Config, { store, redis, kinds, cases, accept, clock, report, pace, openLinks }: MoneyParts): MoneyBooks {
  const country = countryOf(config.OPERATOR_COUNTRY);
  const journal = ledger({ ...store, redis, pepper: config.OTP_PEPPER });
  const tell = async (operation: Operation, how: 'settled' | 'stuck'): Promise<'posted' | 'known'> => {
    const { conversation, skill, language } = operation.teller;
    const what = how === 'stuck' ? how : operation.state;
    if (how === 'stuck') await cases.open(`stuck:${operation.order}`, stuckCase(operation, country)); // the same one, however often it is told
    const event: Arrival = { kind: 'event', name: `${skill}:settled`, value: { operation, what }, language };
    const { status } = await accept({ conversation, id: `${how}:${operation.order}`, message: JSON.stringify(event) });
    return status === 'duplicate' ? 'known' : 'posted';
  };
  const { spend, look } = spending({ ledger: journal, kinds, clock, tell, report, ...(pace && { pace }) });
  const settling = settler({ ledger: journal, spending: { look }, report });
  const mark: MoneyBooks['mark'] = (replies, how) => {
    const telling = replies.filter((reply) => reply.includes('"tells"'));
    return telling.length === 0 ? NOTHING : markAll(telling, how);
  };
  const markAll: MoneyBooks['mark'] = async (replies, how) => {
    const members = replies.flatMap((reply) => Told.parse(JSON.parse(reply)).tells ?? []);
    // Lost, it is told once more by the settler: better twice than never.
    for (const member of members) await journal.told(member, how).catch((error: unknown) => report('operation.untold', { error }));
  };
  return {
    desk: {
      // A turn that runs again sends nothing again; its link is still there.
      spend: async (order) => {
        const spent = await spend(order);
        const page = spent.status === 'unknown' && !spent.page ? await openLinks?.of(order.line, order.id) : undefined;
        return spent.status === 'unknown' && page ? { ...spent, page } : spent;
      },
      operations: (line, most) => journal.list(line, most),
      operation: async (line, order) => (await journal.read(line, order))?.operation,
      nameOf: journal.memberOf,
    },
    mark,
    telling: (send) => async (to, number, reply) => {
      const sent = await send(to, number, reply);
      if (sent === 'delivered') await mark([reply], 'told');
      return sent;
    },
    read: (log) => ({
      ...log,
      read: async (conversation, after, limit) => {
        const page = await log.read(conversation, after, limit);
        void mark(
          page.rows.flatMap(({ kind, text }) => (kind === 'reply' && text !== undefined ? [text] : [])),
          'told',
        );
        return page;
      },
    }),
    hurry: journal.hurry,
    journal,
    start: () => settling.start(SWEEP_MS),
    stop: settling.stop,
  };
}
