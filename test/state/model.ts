import type { Redis } from 'ioredis';
import type { Mailbox, Pen, Turn } from '../../src/state/mailbox';

/** What must be true of one conversation, written as plainly as possible. Numbers count from `base`, its birth. */
export interface Model {
  readonly isLog: boolean;
  base: number;
  seen: Set<string>;
  mail: { id: string; seen: number; wanted: boolean }[];
  timers: { id: string; at: number }[];
  state: string | undefined;
  done: number;
  tries: number;
  throws: number;
  aside: number;
  secret: 'digits' | 'all' | undefined;
  said: number;
  /** Fence of the one who has the turn. */
  turn: number | undefined;
  /** Replies to send; null: went out as an answer. */
  out: (string | null)[];
  settled: number;
  pen: number | undefined;
  penTries: number;
  penBy: number | undefined;
  log: string[];
  echoedAt: Map<string, number>;
}

export const newModel = (isLog: boolean): Model => ({
  isLog,
  base: 0,
  seen: new Set(),
  mail: [],
  timers: [],
  state: undefined,
  done: 0,
  tries: 0,
  throws: 0,
  aside: 0,
  secret: undefined,
  said: 0,
  turn: undefined,
  out: [],
  settled: 0,
  pen: undefined,
  penTries: 0,
  penBy: undefined,
  log: [],
  echoedAt: new Map(),
});

/** What real processes would have in their hands: rights that may be stale by now. */
export interface Real {
  /** Of two clients. */
  readonly boxes: readonly Mailbox[];
  /** Lets time pass. */
  readonly redis: Redis;
  readonly conversation: string;
  readonly turns: Turn[];
  readonly pens: Pen[];
}

export const FREE = 2; // runs of a message before it is a suspect
export const FAR = 8_000_000_000_000; // a timer that does not ring in this test

export const counts: Record<string, number> = {};
export const count = (what: string): number => (counts[what] = (counts[what] ?? 0) + 1);

const deliveredBy = (m: Model): number => (m.isLog ? m.said : m.said - m.out.length);
export function keep(m: Model, id: string, wanted = false): boolean {
  if (m.seen.has(id)) return false;
  m.seen.add(id);
  m.mail.push({ id, seen: deliveredBy(m), wanted });
  return true;
}
export function ring(m: Model): void {
  const due = m.timers.filter(({ at }) => at < FAR).sort((a, b) => a.at - b.at);
  m.timers = m.timers.filter(({ at }) => at >= FAR);
  for (const { id } of due) if (keep(m, id)) count('rung');
}
export function write(m: Model, row: string): number {
  m.log.push(row);
  return m.base + m.log.length;
}

/** A turn is granted exactly when there is mail and nobody has it. */
export function expectTurn(m: Model, r: Real, turn: Turn | undefined): void {
  const next = m.mail[0];
  if (m.turn !== undefined || !next) return expect(turn).toBeUndefined();
  count('granted');
  expect(turn).toMatchObject({
    message: next.id,
    state: m.state,
    tries: m.tries,
    throws: m.throws,
    suspect: m.tries >= FREE,
    wanted: next.wanted,
  });
  expectNumbers(m, turn);
  expect(r.turns.every(({ fence }) => fence < turn!.fence)).toBe(true);
  if (m.tries < FREE) m.tries++;
  m.turn = turn!.fence;
  r.turns.push(turn!);
}
export function expectNumbers(m: Model, turn: Turn | undefined): void {
  expect(turn).toMatchObject({ number: m.base + m.done + 1, said: m.base + m.said, seen: m.base + m.mail[0]!.seen });
}

export function expectPen(m: Model, r: Real, pen: Pen | undefined, by: number | undefined): void {
  if (m.pen !== undefined || !m.out.length) return expect(pen).toBeUndefined();
  count('pen');
  m.penTries++;
  m.penBy = by;
  expect(r.pens.every((old) => old.pen < pen!.pen)).toBe(true);
  expectShown(m, r, pen);
}
export function expectShown(m: Model, r: Real, pen: Pen | undefined): void {
  const shown = m.out.slice(0, 50);
  const first = m.base + m.settled + 1;
  const replies = shown.map((text, index) => ({ number: first + index, text })).filter(({ text }) => text !== null);
  expect(pen).toMatchObject({ replies, last: first + shown.length - 1, tries: m.penTries });
  m.pen = pen!.pen;
  r.pens.push(pen!);
}
