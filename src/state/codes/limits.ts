const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const DAY = 24 * 60 * MINUTE;

/** Of one code. NIST SP 800-63B asks for six digits or more, and at most ten minutes. */
export const CODE = { digits: 6, secretBytes: 20 } as const;
/** A code is good for 180 s from the report that it arrived; without a report, 10 min from sending. */
export const LIFE_MS = { fromReport: 180 * SECOND, fromSending: 10 * MINUTE } as const;

/** For one visitor and one line, step-ups apart. `pauses` after the first, second and third code. `perLineAndDay`: logins, by anybody. */
export const SENDING = {
  windowMs: 15 * MINUTE,
  perWindow: 3,
  perDay: 8,
  perLineAndDay: 20,
  pauses: [30 * SECOND, 60 * SECOND, 120 * SECOND],
} as const;

/** Failures in a row: of logins for one line, by anybody; of step-ups for one line and chat. Only a success resets them. After that, one try a pause. */
export const FAILURES = { most: 10, pauseMs: 15 * MINUTE, rememberedMs: 90 * DAY } as const;

/** Lines that a visitor asks for within a day and does not prove. A family that signs in six phones proves each: those do not count. */
export const VISITOR = { unprovedLines: 3, provedMs: 7 * DAY } as const;

/** A line that was proved once in this time is asked for by its owner: the breaker does not count it, nor hold it back. */
export const PROVED_MS = 90 * DAY;

/**
 * Against pumping: codes that are sent and never typed. Judged are the last 200 of a group that are old enough to have been typed; fewer than
 * 200 within a day are never judged. A group below 40 % gets one code a minute, which is also how it finds back.
 */
export const BREAKER = {
  judged: 200,
  completedPercent: 40,
  ripeMs: LIFE_MS.fromReport,
  mostOpen: 1_000,
  trickleMs: MINUTE,
  remembered: 5_000,
} as const;

/** Pumps buy adjacent numbers: a group is all that differ in their last four digits only. In Guatemala that leaves the first four of a national number. */
export const BLOCK_DIGITS = 4;
