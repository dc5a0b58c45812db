import type { Mailbox, Turn } from './mailbox';

/** Turns in this process' hands, renewed at a third of their lease. */
export interface Leases {
  turns(): Turn[];
  /** Keeps `turn` while `act` runs. `lost()` turns true when somebody else took over. */
  keeping<T>(turn: Turn, act: (lost: () => boolean) => Promise<T>): Promise<T>;
  close(): void;
}

/** A turn that takes longer than this hangs: it is renewed no more, so that it cannot block its chat for ever. */
const LONGEST_MS = 120_000;

export function leases(mailbox: Pick<Mailbox, 'hold'>, leaseMs: number): Leases {
  const held = new Map<Turn, { since: number; lost: boolean }>();
  const renewal = setInterval(() => {
    for (const [turn, holding] of held) {
      const age = Date.now() - holding.since;
      if (age < leaseMs / 6 || age > LONGEST_MS) continue; // granted a moment ago, or far too long ago
      mailbox.hold(turn, leaseMs).then(
        (ours) => void (holding.lost ||= !ours),
        () => {}, // Redis away: next time
      );
    }
  }, leaseMs / 3);
  renewal.unref();
  return {
    turns: () => [...held.keys()],
    async keeping(turn, act) {
      const holding = { since: Date.now(), lost: false };
      held.set(turn, holding);
      try {
        return await act(() => holding.lost);
      } finally {
        held.delete(turn);
      }
    },
    close: () => clearInterval(renewal),
  };
}
