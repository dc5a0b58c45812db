import { setTimeout as sleep } from 'node:timers/promises';
import { HandlerError, judge, type JudgeParts } from './judge';
import { leases } from './leases';
import type { Accepted, Delivery, Granted, Mailbox, Outcome, Turn } from './mailbox';
import type { Outbox } from './outbox';
import { persist } from './persist';
import { sweeper } from './sweeper';

export type { Handle } from './judge';

/** Pause after a run that threw, ms; doubles. */
const PAUSE_MS = 500;
/** Turns and sendings in flight beyond which the sweeper leaves work to others. */
const MOST_IN_FLIGHT = 200;
/** How long draining waits for turns in flight before it hands them over, ms. */
const GRACE_MS = 10_000;

export interface Turns {
  /** Resolves once the message is durable: only then may the channel be told 200. Throws while Redis is away: 503. */
  accept(delivery: Delivery): Promise<Omit<Accepted, 'turn'>>;
  /** Takes over, once, what was left behind, here and by others. */
  sweep(): Promise<void>;
  /** Sweeps every `everyMs` until {@link Turns.stop} or {@link Turns.drain}. */
  start(everyMs: number): void;
  stop(): void;
  /** For SIGTERM: hands over every conversation after the turn it is in; resolves when nothing is in flight, after `graceMs` at most. */
  drain(graceMs?: number): Promise<void>;
}

type Parts = JudgeParts & {
  readonly mailbox: Mailbox;
  readonly outbox: Outbox;
  /** A turn is committed: what it said will be delivered. Never throws. */
  readonly committed?: (outcome: Outcome) => void;
  /** After a run that threw, ms. */
  readonly pauseMs?: number;
};

/** Accept, run, commit, deliver: one message of a conversation at a time and in order, all conversations at once. */
export function turns(parts: Parts): Turns {
  const { mailbox, report } = parts;
  const flow = flowOf(parts);
  const sweeping = sweeper({
    mailbox,
    isFull: () => flow.isDraining() || flow.size() >= MOST_IN_FLIGHT,
    failed: (error) => report('sweep.failed', { error }),
    take: async (conversation) => {
      const granted = await mailbox.claim(conversation);
      flow.deliver(granted);
      flow.run(granted.turn);
    },
  });
  return {
    async accept(delivery) {
      const { turn, ...accepted } = await mailbox.accept(delivery);
      flow.run(turn);
      return accepted;
    },
    sweep: sweeping.sweep,
    start: sweeping.start,
    stop: sweeping.stop,
    async drain(graceMs = GRACE_MS) {
      sweeping.stop();
      await flow.drain(graceMs);
    },
  };
}

/** What is in flight: conversations that run, replies that go out. */
function flowOf(parts: Parts) {
  const { mailbox, outbox, leaseMs } = parts;
  const inFlight = new Set<Promise<void>>();
  const held = leases(mailbox, leaseMs);
  let isDraining = false;

  const track = (work: Promise<void>): void => {
    const over = (): void => void inFlight.delete(done);
    const done: Promise<void> = work.then(over, (error: unknown) => {
      over();
      throw error;
    });
    inFlight.add(done);
  };
  const deliver = ({ pen }: Pick<Granted, 'pen'>): void => void (pen && track(outbox.deliver(pen)));
  const step = stepper(parts, deliver);
  const run = async (first: Turn): Promise<void> => {
    for (let turn: Turn | undefined = first; turn;) {
      const current: Turn = turn;
      if (isDraining && current !== first) return void (await mailbox.hold(current, 0, 'unrun').catch(() => {}));
      turn = await held.keeping(current, (lost) => step(current, lost));
    }
  };

  return {
    size: () => inFlight.size,
    isDraining: () => isDraining,
    deliver,
    run: (turn: Turn | undefined) => void (turn && track(run(turn))),
    async drain(graceMs: number): Promise<void> {
      isDraining = true;
      const over = sleep(graceMs, 'over' as const, { ref: false });
      while (inFlight.size && (await Promise.race([...inFlight, over])) !== 'over');
      await Promise.all(held.turns().map((turn) => mailbox.hold(turn, 0).catch(() => false)));
      held.close();
    },
  };
}

/** Runs one message; resolves to the next one of its conversation. */
function stepper({ mailbox, leaseMs, pauseMs = PAUSE_MS, report, committed: done, ...parts }: Parts, deliver: (granted: Granted) => void) {
  const outcomeOf = judge({ mailbox, leaseMs, report, ...parts });
  return async (turn: Turn, lost: () => boolean): Promise<Turn | undefined> => {
    const { conversation, number, tries } = turn;
    try {
      const outcome = await outcomeOf(turn, lost);
      const committed = outcome && (await persist(() => mailbox.commit(turn, outcome), leaseMs));
      if (!outcome || !committed || committed === 'stale') return void report('turn.stale', { conversation, number });
      done?.(outcome);
      deliver(committed);
      return committed.turn;
    } catch (error) {
      const isOurs = error instanceof HandlerError;
      report('turn.failed', { conversation, number, tries, error: isOurs ? error.cause : error });
      // Back to the sweeper, after a pause. When Redis is away the lease runs out by itself, and the message is not to blame.
      await mailbox.hold(turn, pauseMs * 2 ** Math.min(tries, 6), isOurs ? 'threw' : undefined).catch(() => {});
      return undefined;
    }
  };
}
