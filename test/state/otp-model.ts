import type { Purpose } from '../../src/integrations/codes/port';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const PAUSES = [30_000, 60_000, 120_000];

interface Failures {
  count: number;
  at: number;
}
interface Challenge {
  readonly key: string;
  readonly counter: string;
  readonly at: number;
  left: number;
  code: string | undefined;
}
export interface Who {
  readonly line: string;
  readonly visitor: string;
  readonly purpose: Purpose;
}

/** The limits of codes as a person would keep them: lists of times, and a few sums. Knows nothing of Redis. */
export class PlainLimits {
  now = 0;
  private readonly sends = new Map<string, number[]>();
  private readonly failures = new Map<string, Failures>();
  private readonly open = new Map<string, Map<string, number>>();
  private readonly proved = new Map<string, Set<string>>();

  begin(who: Who): { status: 'begun' | 'wait' | 'today' | 'lines'; until?: number; last?: number; again?: number; challenge?: Challenge } {
    const { line, visitor, purpose } = who;
    const mine = this.recent(purpose === 'login' ? `login ${line} ${visitor}` : `step-up ${line} ${visitor}`);
    const all = purpose === 'login' ? this.recent(`all ${line}`) : [];
    const counter = purpose === 'login' ? line : `${line} ${visitor}`;
    const locked = this.lockedUntil(counter);
    if (locked) return { status: 'wait', until: locked };
    const full = Math.max(dayEnds(mine, 8), dayEnds(all, 20));
    if (full > 0) return { status: 'today', until: full };
    const lately = mine.filter((at) => at > this.now - 15 * MINUTE);
    if (lately.length >= 3) return { status: 'wait', until: (lately.at(-3) ?? 0) + 15 * MINUTE };
    const pause = lately.length > 0 ? (mine.at(-1) ?? 0) + (PAUSES[lately.length - 1] ?? 0) : 0;
    if (pause > this.now) return { status: 'wait', until: pause };
    const lines = purpose === 'login' && this.linesFull(line, visitor);
    if (lines) return { status: 'lines', until: lines };

    mine.push(this.now);
    if (purpose === 'login') all.push(this.now);
    const ends = Math.max(lately.length === 2 ? (lately[0] ?? 0) + 15 * MINUTE : 0, dayEnds(mine, 8), dayEnds(all, 20));
    const again = Math.max(this.now + (PAUSES[lately.length] ?? 0), ends);
    const challenge = { key: `${line} ${visitor}`, counter, at: this.now, left: 3, code: undefined };
    return { status: 'begun', again, challenge, ...(ends > 0 && { last: again }) };
  }

  check(challenge: Challenge, code: string, who: Who): { status: string; left?: number; until?: number } {
    if (this.now >= challenge.at + 10 * MINUTE || challenge.left <= 0) return { status: 'expired' };
    const locked = this.lockedUntil(challenge.counter);
    if (locked) return { status: 'locked', until: locked };
    challenge.left--;
    if (code === challenge.code) {
      challenge.left = 0;
      this.failures.delete(challenge.counter);
      if (who.purpose === 'login') {
        this.open.get(who.visitor)?.delete(who.line);
        this.proved.set(who.visitor, (this.proved.get(who.visitor) ?? new Set()).add(who.line));
      }
      return { status: 'right' };
    }
    this.failures.set(challenge.counter, { count: (this.failures.get(challenge.counter)?.count ?? 0) + 1, at: this.now });
    const nowLocked = this.lockedUntil(challenge.counter);
    if (nowLocked) return { status: 'locked', until: nowLocked };
    const remain = 10 - (this.failures.get(challenge.counter)?.count ?? 0);
    return this.now >= challenge.at + 3 * MINUTE ? { status: 'expired' } : { status: 'wrong', left: Math.min(challenge.left, remain) };
  }

  private lockedUntil(counter: string): number | undefined {
    const { count, at } = this.failures.get(counter) ?? { count: 0, at: 0 };
    return count >= 10 && at + 15 * MINUTE > this.now ? at + 15 * MINUTE : undefined;
  }

  private linesFull(line: string, visitor: string): number | undefined {
    const open = this.open.get(visitor) ?? new Map<string, number>();
    this.open.set(visitor, open);
    for (const [each, at] of open) if (at <= this.now - DAY) open.delete(each);
    if (open.has(line) || this.proved.get(visitor)?.has(line)) return undefined;
    if (open.size >= 3) return Math.min(...open.values()) + DAY;
    open.set(line, this.now);
    return undefined;
  }

  private recent(name: string): number[] {
    const kept = (this.sends.get(name) ?? []).filter((at) => at > this.now - DAY);
    this.sends.set(name, kept);
    return kept;
  }
}

/** When the day of the `most`-th last one is over; 0 while there were fewer. */
const dayEnds = (sent: readonly number[], most: number): number => (sent.length >= most ? (sent.at(-most) ?? 0) + DAY : 0);
