import { z } from 'zod';

const MINUTE = 60_000;
/** How long it stays true who somebody is, in ms. Idle times run from the last thing that was said. */
export const SESSION = { idle: 30 * MINUTE, idleForMoney: 10 * MINUTE, most: 60 * MINUTE } as const;
/** Lines that may be signed in at once in one chat. */
const MOST_LINES = 10;

/** Who has proved what in one chat. Part of the conversation's sealed state. */
export const Session = z.object({
  /** New at every login, so that nothing bound to an older session outlives it. */
  id: z.string(),
  /** The line we speak of. */
  current: z.string().optional(),
  /** When something was said last. */
  usedAt: z.number(),
  /** When somebody last came back after more than `idleForMoney`: proofs from before it no longer move money. */
  lapsedAt: z.number(),
  lines: z.array(z.object({ msisdn: z.string(), provedAt: z.number() })),
});
export type Session = z.infer<typeof Session>;

export const nobody: Session = { id: '', usedAt: 0, lapsedAt: 0, lines: [] };

/** What is left of a session when something is said at `now`. */
export function touch(session: Session, now: number): Session {
  const idle = now - session.usedAt;
  const lines = idle >= SESSION.idle ? [] : session.lines.filter(({ provedAt }) => now - provedAt < SESSION.most);
  return { ...session, lines, usedAt: now, lapsedAt: idle >= SESSION.idleForMoney ? now : session.lapsedAt };
}

/** Whether `msisdn` may be spoken of at `now`, or, `forMoney`, moved money from. */
export function proves({ lines, lapsedAt, usedAt }: Session, msisdn: string, now: number, forMoney: boolean): boolean {
  const line = lines.find((each) => each.msisdn === msisdn);
  return line !== undefined && now - usedAt < SESSION.idle && now - line.provedAt < SESSION.most && (!forMoney || line.provedAt >= lapsedAt);
}

/** `msisdn` has just been proved: it is the line we speak of from now on. `id` names the new session. */
export function signIn(session: Session, msisdn: string, now: number, id: string): Session {
  const others = session.lines.filter((line) => line.msisdn !== msisdn);
  return { ...session, id, current: msisdn, usedAt: now, lines: [...others, { msisdn, provedAt: now }].slice(-MOST_LINES) };
}

/** Signs out one line; the last one that remains, if any, becomes the current. */
export function signOut(session: Session, msisdn: string): Session {
  const lines = session.lines.filter((line) => line.msisdn !== msisdn);
  const { current, ...rest } = session;
  const next = current === msisdn ? lines.at(-1)?.msisdn : current;
  return { ...rest, lines, ...(next === undefined ? {} : { current: next }) };
}

/** Lines that have been proved between two states of a session, also those that were proved again. */
export const newlyProved = (before: Session, after: Session): readonly string[] =>
  after.lines
    .filter(({ msisdn, provedAt }) => !before.lines.some((each) => each.msisdn === msisdn && each.provedAt === provedAt))
    .map(({ msisdn }) => msisdn);
