import { randomBytes } from 'node:crypto';
import type { Begun, Checked, OneTimeCodes, Proof } from '../../src/integrations/codes/port';
import type { RedisConnection } from '../../src/state/redis';
import { oneTimeCodes, type CodeReports } from '../../src/state/otp';

export const MINUTE = 60_000;
export const DAY = 24 * 60 * MINUTE;

/** Codes on a real Redis, with a phone for every line and a time that a test moves. */
export interface CodeWorld {
  readonly codes: OneTimeCodes & CodeReports;
  /** What was sent, newest last. */
  readonly phone: { readonly to: string; readonly text: string; readonly reference: string }[];
  /** What was reported, in words: "code.refused login wait". */
  readonly reported: string[];
  now: number;
  /** Names a turn: each only once. */
  attempt(): string;
  /** Begins, and sends what was begun. */
  ask(who: Proof): Promise<Begun>;
  /** Asks for a code and types it, right or wrong. @throws when none was begun */
  prove(who: Proof, right?: boolean): Promise<Checked>;
}

/** Every world has a pepper of its own, so several in one Redis know nothing of each other. */
export function codeWorld(redis: RedisConnection, pepper = randomBytes(32).toString('base64url')): CodeWorld {
  const phone: CodeWorld['phone'] = [];
  const reported: string[] = [];
  let attempts = 0;
  const world: CodeWorld = {
    ...{ phone, reported, now: Date.parse('2026-11-20T20:20:00Z') },
    codes: oneTimeCodes({
      ...{ redis, pepper, clock: () => world.now },
      sms: { send: async (message) => void phone.push(message) },
      report: (event, { kind, reason }) => void reported.push([event, kind, reason].filter(Boolean).join(' ')),
    }),
    attempt: () => `${pepper}${++attempts}`,
    async ask(who) {
      const begun = await world.codes.begin({ ...who, attempt: world.attempt() });
      if (begun.status === 'begun') await world.codes.deliver({ ...who, challenge: begun.challenge, text: (code) => code });
      return begun;
    },
    async prove(who, right = true) {
      const begun = await world.ask(who);
      if (begun.status !== 'begun') throw new Error(begun.status);
      const code = phone.at(-1)?.text ?? '';
      return world.codes.check({ ...who, challenge: begun.challenge, attempt: world.attempt(), code: right ? code : wrongFor(code) });
    },
  };
  return world;
}

/** Another code, `by` away. */
export const wrongFor = (code: string, by = 1): string => String((Number(code) + by) % 1_000_000).padStart(6, '0');
