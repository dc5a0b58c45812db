import { z } from 'zod';

const MINUTE = 60_000;
/** How long it stays true who somebody is, in ms. Idle times run from the last thing that was said. */
export const SESSION = { idle: 30 * MINUTE, idleForMoney: 10 * MINUTE, most: 60 * MINUTE } as const;
/** Lines that may be signed in at once in one chat. */
const MOST_LINES = 10;
/** Home contracts that may be signed in at once: those of a company come together. */
const MOST_HOMES = 100;

/**
 * A contract that somebody has named with its document. Level 1: no more than that. Level 2: a code sent to the phone on file was typed, last at
 * `codeAt`.
 */
const Home = z.object({ contract: z.string(), level: z.literal([1, 2]), provedAt: z.number(), codeAt: z.number().optional() });
export type Home = z.infer<typeof Home>;
/** One whose level a newer release wrote, and this one does not know, is proved again. */
const Homes = z.array(Home.nullable().catch(null)).transform((all) => all.filter((home) => home !== null));

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
  homes: Homes.default([]),
  /** The contract we speak of, when it is about the home. */
  home: z.string().optional(),
  /** What was spoken of last: where a bill is asked for and both are signed in, it is this one's. */
  speaks: z.enum(['mobile', 'home']).optional().catch(undefined),
});
export type Session = z.infer<typeof Session>;

export const nobody: Session = { id: '', usedAt: 0, lapsedAt: 0, lines: [], homes: [] };

/** What is left of a session when something is said at `now`. */
export function touch(session: Session, now: number): Session {
  const idle = now - session.usedAt;
  const lasts = ({ provedAt }: { readonly provedAt: number }): boolean => idle < SESSION.idle && now - provedAt < SESSION.most;
  const [lines, homes] = [session.lines.filter(lasts), session.homes.filter(lasts)];
  return { ...session, lines, homes, usedAt: now, lapsedAt: idle >= SESSION.idleForMoney ? now : session.lapsedAt };
}

/** Whether `msisdn` may be spoken of at `now`, or, `forMoney`, moved money from. */
export function proves({ lines, lapsedAt, usedAt }: Session, msisdn: string, now: number, forMoney: boolean): boolean {
  const line = lines.find((each) => each.msisdn === msisdn);
  return line !== undefined && now - usedAt < SESSION.idle && now - line.provedAt < SESSION.most && (!forMoney || line.provedAt >= lapsedAt);
}

/** `msisdn` has just been proved: it is the line we speak of from now on. `id` names the new session. */
export function signIn(session: Session, msisdn: string, now: number, id: string): Session {
  const others = session.lines.filter((line) => line.msisdn !== msisdn);
  return { ...session, id, current: msisdn, speaks: 'mobile', usedAt: now, lines: [...others, { msisdn, provedAt: now }].slice(-MOST_LINES) };
}

/** The contract as it may be spoken of at `now`; undefined when it may not, or, `forMoney`, when nothing may be moved for it. */
export function homeIn({ homes, lapsedAt, usedAt }: Session, contract: string, now: number, forMoney: boolean): Home | undefined {
  const home = homes.find((each) => each.contract === contract);
  const lasts = home !== undefined && now - usedAt < SESSION.idle && now - home.provedAt < SESSION.most;
  return lasts && (!forMoney || home.provedAt >= lapsedAt) ? home : undefined;
}

/** `contract` has been named with its document (level 1), and its holder's `others` come with it. What a code proved stays, and lasts no longer for it. */
export function enterHome(session: Session, { contract, others }: { contract: string; others: readonly string[] }, now: number, id: string): Session {
  const coded = new Map(session.homes.filter(({ level }) => level === 2).map((home) => [home.contract, home]));
  const entered = [...others.filter((each) => each !== contract), contract].map(
    (each): Home => coded.get(each) ?? { contract: each, level: 1, provedAt: now },
  );
  const rest = session.homes.filter((home) => !entered.some((each) => each.contract === home.contract));
  return { ...session, id, home: contract, speaks: 'home', usedAt: now, homes: [...rest, ...entered].slice(-MOST_HOMES) };
}

/** A code to the phone on file of these contracts was typed: level 2. */
export function raiseHomes(session: Session, contracts: readonly string[], now: number, id: string): Session {
  const raised = (home: Home): Home => (contracts.includes(home.contract) ? { ...home, level: 2, provedAt: now, codeAt: now } : home);
  return { ...session, id, speaks: 'home', usedAt: now, homes: session.homes.map(raised) };
}

/** Signs out one contract, or all homes; the last one that remains, if any, becomes the current. */
export function leaveHome(session: Session, contract?: string): Session {
  const homes = contract === undefined ? [] : session.homes.filter((home) => home.contract !== contract);
  const { home, ...rest } = session;
  const next = contract === home || !homes.some((each) => each.contract === home) ? homes.at(-1)?.contract : home;
  return { ...rest, homes, ...(next === undefined ? {} : { home: next }) };
}

/** Signs out one line; the last one that remains, if any, becomes the current. */
export function signOut(session: Session, msisdn: string): Session {
  const lines = session.lines.filter((line) => line.msisdn !== msisdn);
  const { current, ...rest } = session;
  const next = current === msisdn ? lines.at(-1)?.msisdn : current;
  return { ...rest, lines, ...(next === undefined ? {} : { current: next }) };
}

/** A contract where the number of a line could stand: as owner of orders, and where personal data is looked up. */
export const homeOwner = (contract: string): string => `home:${contract}`;

/** How many lines and contracts are signed in. */
export const signedIn = ({ lines, homes }: Session): number => lines.length + homes.length;

/** Whether this owner of orders, a line or {@link homeOwner}, may be spoken of at `now`. */
export const isProved = (session: Session, owner: string, now: number): boolean =>
  proves(session, owner, now, false) || (owner.startsWith('home:') && homeIn(session, owner.slice('home:'.length), now, false) !== undefined);

/** Who has been proved between two states of a session, also those that were proved again: lines, and contracts as {@link homeOwner}. */
export function newlyProved(before: Session, after: Session): readonly string[] {
  const lines = after.lines.filter((line) => !before.lines.some((each) => each.msisdn === line.msisdn && each.provedAt === line.provedAt));
  const homes = after.homes.filter((home) => !before.homes.some((each) => each.contract === home.contract && each.provedAt === home.provedAt));
  return [...lines.map(({ msisdn }) => msisdn), ...homes.map(({ contract }) => homeOwner(contract))];
}
