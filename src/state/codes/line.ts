import { z } from 'zod';
import type { Checked, Proof } from '../../integrations/codes/port';
import type { RedisConnection } from '../redis';
import { script } from '../scripts';
import { FAILURES, LIFE_MS, PROVED_MS, SENDING } from './limits';
import { keyOf, type Names } from './names';

/** What Redis keeps of one line, step by step. All keys of a line share a slot: each step is one script. */
export interface LineCodes {
  /** `look` begins nothing: it asks whether a code could be sent (`free`). `known`: the line was proved before. */
  begin(what: 'look' | 'begin', who: Proof, challenge: string): Promise<BegunRow>;
  check(who: Proof, challenge: string, attempt: string, code: string): Promise<{ readonly checked: Checked; readonly repeated: boolean }>;
  /** Keeps the code that was made last. False when the challenge can no longer be answered. */
  made(who: Proof, challenge: string, code: string): Promise<boolean>;
  /** The SMS of the challenge arrived; `line` as {@link Names} calls it. */
  arrived(line: string, challenge: string): Promise<void>;
}

export interface BegunRow {
  readonly status: 'begun' | 'free' | 'wait' | 'today';
  /** Epoch ms: until when it is promised, or refused. */
  readonly at: number;
  readonly again: number;
  /** Epoch ms until which there is no other code, or 0. */
  readonly last: number;
  readonly known: boolean;
  /** Where it is refused: the challenge of this visitor's that can still be answered, until `promised`; or ''. */
  readonly open: string;
  readonly promised: number;
}

const BegunAnswer = z.tuple([z.enum(['begun', 'free', 'wait', 'today']), z.number(), z.number(), z.number(), z.number(), z.string(), z.number()]);
const CheckedAnswer = z.tuple([z.enum(['right', 'wrong', 'expired', 'locked']), z.number(), z.number()]);

/** @param now epoch ms, for a test that moves the time */
export function lineCodes(redis: RedisConnection, { mac, line, visitor }: Names, now: () => number | ''): LineCodes {
  const begin = script(redis, 'otp-common', 'otp-begin');
  const check = script(redis, 'otp-common', 'otp-check');
  const code = script(redis, 'otp-common', 'otp-code');
  const challengeOf = (who: Proof, challenge: string): string => keyOf(line(who), 'challenge', challenge);
  const codeMac = ({ msisdn, visitor: by }: Proof, challenge: string, typed: string): string => mac('code', challenge, msisdn, by, typed);

  return {
    async begin(what, who, challenge) {
      const { mine, all, failures, proved } = countersOf(who, line(who), visitor(who));
      const { windowMs, perWindow, perDay, perLineAndDay, pauses } = SENDING;
      const limits = [windowMs, perWindow, perDay, perLineAndDay, FAILURES.most, FAILURES.pauseMs, ...pauses];
      const args = [now(), what, challenge, LIFE_MS.fromReport, LIFE_MS.fromSending, ...limits];
      const row = await begin([challengeOf(who, challenge), mine, all, failures, proved], args);
      const [status, at, again, last, known, open, promised] = BegunAnswer.parse(row);
      return { status, at, again, last, known: known === 1, open, promised };
    },

    async check(who, challenge, attempt, typed) {
      const { failures, proved } = countersOf(who, line(who), visitor(who));
      const limits = [FAILURES.most, FAILURES.pauseMs, FAILURES.rememberedMs, LIFE_MS.fromReport, PROVED_MS];
      const row = await check([challengeOf(who, challenge), failures, proved], [now(), codeMac(who, challenge, typed), attempt, ...limits]);
      const [status, value, repeated] = CheckedAnswer.parse(row);
      return { checked: checkedOf(status, value), repeated: repeated === 1 };
    },

    made: async (who, challenge, typed) => (await code([challengeOf(who, challenge)], [now(), 'made', codeMac(who, challenge, typed)])) === 1,
    arrived: async (of, challenge) => void (await code([keyOf(of, 'challenge', challenge)], [now(), 'delivered', LIFE_MS.fromReport])),
  };
}

/** What counts for whom: a login is counted for the line, whoever tries; a step-up only for the chat in which the line is signed in. */
function countersOf({ purpose }: Proof, line: string, visitor: string) {
  const proved = keyOf(line, 'proved');
  if (purpose === 'login') return { mine: keyOf(line, 'by', visitor), all: keyOf(line, 'sent'), failures: keyOf(line, 'failures'), proved };
  const mine = keyOf(line, 'step-ups', visitor);
  return { mine, all: mine, failures: keyOf(line, 'step-up-failures', visitor), proved };
}

function checkedOf(status: Checked['status'], value: number): Checked {
  if (status === 'wrong') return { status, left: value };
  return status === 'locked' ? { status, until: value } : { status };
}
