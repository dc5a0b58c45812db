import { BackendFailure } from '../domain/failure';
import {
  type ABSENT,
  type HostedPage,
  type Pending,
  type Operation,
  type Order,
  type Sent,
  type Settled,
  type SpendKind,
  type Spent,
} from '../domain/spending';
import type { SpendKey } from '../domain/spending/key';
import type { Entry, Ledger } from './ledger';
import { persist } from './persist';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

/** When doubts are looked at, and how long hope lasts; all in ms. Tests go faster. */
export interface Pace {
  /** From one look to the next, by how many there were; the last one repeats. */
  readonly looks: readonly number[];
  /** By when the customer is promised the end, from sending. Then a person takes over what is still open. */
  readonly promise: number;
  /** From sending: a request on its way arrives within this, so that "not found" after it is a no. */
  readonly arrival: number;
  /** From sending: after this nothing is asked or sent any more, and the order waits for a person. */
  readonly most: number;
  /** After the end is known: when it is told by an event, unless the turn itself has said it. */
  readonly grace: number;
}
export const PACE: Pace = {
  looks: [10 * SECOND, 20 * SECOND, 30 * SECOND, MINUTE, 2 * MINUTE, 5 * MINUTE, 10 * MINUTE],
  promise: 30 * MINUTE,
  arrival: 10 * MINUTE,
  most: 240 * MINUTE,
  grace: 45 * SECOND,
};
/** How long to try to write down what became of an order. Longer, and it is found out again by looking. */
const INSIST_MS = 5 * SECOND;

/** Sends orders once, and finds out what became of those in doubt. */
export interface Spending {
  /**
   * Opens the order in the ledger and sends it. A second call with the same order, from this turn or another one, sends nothing and tells what
   * is known. @throws what is a bug of ours, and when the ledger is away: then nothing was sent
   */
  spend(order: Order): Promise<Spent>;
  /** Looks once at an order that is due, if nobody else does. */
  look(member: string): Promise<void>;
}

export interface SpendingParts {
  readonly ledger: Ledger;
  readonly kinds: readonly SpendKind[];
  readonly clock: () => number;
  /** Puts the end of an order, or that it is stuck, into its conversation's mailbox. `known`: it was there already. */
  readonly tell: (operation: Operation, what: 'settled' | 'stuck') => Promise<'posted' | 'known'>;
  readonly report: (event: string, detail: object) => void;
  readonly pace?: Pace;
}

const sentOf = ({ operation: { line, amount, at } }: Entry): Sent => ({ line, amount, at });
/** What may have been sent before: that it does not get through now says nothing. */
const inDoubt = (entry: Entry): Entry => ({ ...entry, operation: { ...entry.operation, state: 'unknown' } });
/** Time that somebody was given to do something before it can end, ms. */
const waitOf = ({ waitsMs }: SpendKind, { operation }: Entry): number => waitsMs?.(operation.details) ?? 0;

type Doubt = 'unknown';
type Ending = Settled | Doubt;

export function spending({ ledger, kinds, clock, tell, report, pace = PACE }: SpendingParts): Spending {
  const byName = new Map(kinds.map((kind) => [kind.kind, kind]));
  const kindOf = (name: string): SpendKind => {
    const kind = byName.get(name);
    if (!kind) throw new TypeError(`no way of spending is called ${name}`);
    return kind;
  };
  const nextLook = ({ tries, operation }: Entry, { label }: SpendKind): number => {
    const age = clock() - operation.at;
    if (label === 'neither' && age < pace.promise) return pace.promise;
    const next = pace.looks[tries - 1] ?? pace.looks.at(-1) ?? MINUTE;
    // From then on "not found" is a no: nobody waits for it until the look after.
    return label === 'queryable' && age <= pace.arrival && age + next > pace.arrival ? pace.arrival - age + SECOND : next;
  };

  /** What the other side says. Not knowing is an answer; only what is a bug of ours is thrown, and the order stays in doubt. */
  const asked = async (ask: () => Promise<Settled | Pending | typeof ABSENT>, { operation }: Entry): Promise<Ending> => {
    try {
      const answer = await ask();
      if (answer.status === 'absent') return clock() - operation.at > pace.arrival ? { status: 'refused', reason: 'not-found' } : 'unknown';
      return answer.status === 'pending' ? 'unknown' : answer;
    } catch (error) {
      if (!(error instanceof BackendFailure)) throw error;
      report('operation.doubt', { kind: operation.kind, backend: error.backend, reason: error.kind });
      return error.untouched && operation.state === 'sent' ? { status: 'refused', reason: 'unreached' } : 'unknown';
    }
  };
  const written = async (entry: Entry, ending: Ending, nextMs: number): Promise<Entry> => {
    const after = await persist(() => ledger.record(entry, ending, nextMs), INSIST_MS);
    const { kind, state, at, settledAt } = after.operation;
    report('operation', { kind, outcome: state, ms: (settledAt ?? clock()) - at });
    return after;
  };
  const spent = ({ operation }: Entry, page?: HostedPage): Spent => {
    const { state, outcome, at } = operation;
    if ((state === 'done' || state === 'refused') && outcome) return { status: state, operation, outcome };
    return { status: 'unknown', operation, until: at + pace.promise, ...(page && { page }) };
  };

  /** The first sending. What may have been sent before is looked up first, where that can be done. */
  const first = async (kind: SpendKind, key: SpendKey, entry: Entry, { again, secret }: Order, hosted: { page?: HostedPage }): Promise<Ending> => {
    const details = kind.details.parse(entry.operation.details);
    const { find } = kind;
    if (again && kind.label === 'neither') return 'unknown';
    if (again && kind.label === 'queryable' && find) {
      const found = await asked(() => find(key, details, sentOf(entry)), inDoubt({ ...entry, operation: { ...entry.operation, at: clock() } }));
      if (found !== 'unknown') return found;
    }
    return asked(
      async () => {
        const answer = await kind.send(key, details, {
          ...sentOf(entry),
          ...(!again && { first: true as const }),
          ...(secret !== undefined && { secret }),
        });
        if ('page' in answer) hosted.page = answer.page;
        return answer;
      },
      again ? inDoubt(entry) : entry,
    ); // where it runs again, a journal may have been lost after the request left
  };
  const later = async (kind: SpendKind, entry: Entry): Promise<Ending> => {
    const { find, send, label } = kind;
    const doubt = inDoubt(entry);
    const age = clock() - entry.operation.at;
    const wait = waitOf(kind, entry);
    if (label === 'neither' || age > pace.most + wait) return 'unknown';
    const details = kind.details.parse(entry.operation.details);
    const key = ledger.keyOf(entry);
    // Posting again after the customer was told that a person looks at it would surprise both.
    if (label === 'keyed' && age < pace.promise + wait) return asked(() => send(key, details, sentOf(entry)), doubt);
    return find ? asked(() => find(key, details, sentOf(entry)), doubt) : 'unknown';
  };

  return {
    async spend(order) {
      const kind = kindOf(order.kind);
      const opened = await ledger.open(order, kind.deadlineMs);
      if (opened.status === 'limit') return opened;
      if (opened.status === 'known') return spent(opened.entry);
      const hosted: { page?: HostedPage } = {};
      const ending = await first(kind, opened.key, opened.entry, order, hosted);
      return spent(await written(opened.entry, ending, ending === 'unknown' ? nextLook(opened.entry, kind) : pace.grace), hosted.page);
    },
    async look(member) {
      const entry = await ledger.claim(member, pace.grace);
      if (!entry) return;
      const { operation } = entry;
      const kind = kindOf(operation.kind);
      const isOver = operation.state === 'done' || operation.state === 'refused';
      const after = isOver ? entry : await settled(kind, entry);
      if (after.operation.state === 'done' || after.operation.state === 'refused') {
        if ((await tell(after.operation, 'settled')) === 'known') await ledger.told(member, 'said');
        return;
      }
      const wait = waitOf(kind, after);
      if (clock() - operation.at < pace.promise + wait) return;
      await tell(after.operation, 'stuck');
      if (clock() - operation.at >= pace.most + wait) await ledger.told(member, 'left');
    },
  };

  async function settled(kind: SpendKind, entry: Entry): Promise<Entry> {
    const ending = await later(kind, entry);
    return written(entry, ending, ending === 'unknown' ? nextLook(entry, kind) : pace.grace);
  }
}
