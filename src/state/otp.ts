import { createHmac, randomBytes } from 'node:crypto';
import { generateSync } from 'otplib';
import { z } from 'zod';
import type { Begun, Checked, OneTimeCodes, Proof } from '../integrations/codes/port';
import type { Sms } from '../integrations/sms/port';
import type { RedisConnection } from './redis';
import { script } from './scripts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const DAY = 24 * 60 * MINUTE;

const CODE_DIGITS = 6;
const SECRET_BYTES = 20;
/** A code is good for 180 s from the report that it arrived; without a report, 10 min from sending (NIST SP 800-63B's most). */
const LIFE_MS = { fromReport: 180 * SECOND, fromSending: 10 * MINUTE } as const;
/** For one visitor and one line. `pauses` after the first, second and third code. */
const SENDING = { windowMs: 15 * MINUTE, perWindow: 3, perDay: 8, perLineAndDay: 20, pauses: [30 * SECOND, 60 * SECOND, 120 * SECOND] } as const;
/** Failures in a row for one line, by anybody; only a success resets them. After that, one try a pause. */
const FAILURES = { most: 10, pauseMs: 15 * MINUTE, rememberedMs: 90 * DAY } as const;

const BegunRow = z.tuple([z.enum(['begun', 'wait', 'today']), z.number(), z.number().optional()]);
const CheckedRow = z.tuple([z.enum(['right', 'wrong', 'expired', 'locked']), z.number()]);

/** What a delivery report carries back to find its challenge. */
export interface CodeReports {
  /** An SMS with this reference arrived: its code is good for 180 s from now. */
  arrived(reference: string): Promise<void>;
}

/**
 * One-time codes in Redis. A code exists in clear only while its SMS is being made: what is kept is an HMAC with a pepper that
 * Redis does not know, and of the line's number only an HMAC too. All keys of a line share a slot, so each step is one script.
 */
export function oneTimeCodes({
  redis,
  sms,
  pepper,
}: {
  readonly redis: RedisConnection;
  readonly sms: Sms;
  readonly pepper: string;
}): OneTimeCodes & CodeReports {
  const begin = script(redis, 'otp-begin');
  const check = script(redis, 'otp-check');
  const code = script(redis, 'otp-code');
  const mac = (...parts: readonly string[]): string => createHmac('sha256', pepper).update(parts.join('|')).digest('base64url').slice(0, 32);
  const lineOf = ({ msisdn }: Proof): string => mac('line', msisdn);
  const key = (line: string, ...rest: readonly string[]): string => [`{o:${line}}`, ...rest].join(':');

  return {
    async begin(who): Promise<Begun> {
      const line = lineOf(who);
      const challenge = mac('challenge', who.visitor, who.attempt);
      const { windowMs, perWindow, perDay, perLineAndDay, pauses } = SENDING;
      const row = await begin(
        [key(line, 'challenge', challenge), key(line, 'by', mac('visitor', who.visitor)), key(line, 'sent'), key(line, 'failures')],
        [challenge, LIFE_MS.fromReport, LIFE_MS.fromSending, windowMs, perWindow, perDay, perLineAndDay, ...pauses, FAILURES.most, FAILURES.pauseMs],
      );
      const [status, at, again = at] = BegunRow.parse(row);
      return status === 'begun' ? { status, challenge, promised: at, again } : { status, until: at };
    },

    async deliver({ challenge, text, ...who }) {
      const typed = generateSync({ strategy: 'hotp', secret: randomBytes(SECRET_BYTES), counter: 0, algorithm: 'sha256', digits: CODE_DIGITS });
      await code([key(lineOf(who), 'challenge', challenge)], ['made', mac('code', challenge, who.msisdn, who.visitor, typed)]);
      await sms.send({ to: who.msisdn, text: text(typed), reference: `${lineOf(who)}.${challenge}` });
    },

    async check({ challenge, attempt, code: typed, ...who }): Promise<Checked> {
      const line = lineOf(who);
      const row = await check(
        [key(line, 'challenge', challenge), key(line, 'failures')],
        [mac('code', challenge, who.msisdn, who.visitor, typed), attempt, FAILURES.most, FAILURES.pauseMs, FAILURES.rememberedMs, LIFE_MS.fromReport],
      );
      const [status, value] = CheckedRow.parse(row);
      if (status === 'wrong') return { status, left: value };
      return status === 'locked' ? { status, until: value } : { status };
    },

    async arrived(reference) {
      const [line = '', challenge = ''] = reference.split('.');
      await code([key(line, 'challenge', challenge)], ['delivered', LIFE_MS.fromReport]);
    },
  };
}
