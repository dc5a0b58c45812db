import { wallClock, type Place } from './dates';

/** Hours in which nobody is disturbed, by the customer's clock: from eight in the evening to eight in the morning. */
export const QUIET = { from: 20, to: 8 } as const;
const HOUR = 3_600_000;
const MINUTE = 60_000;

/** The first moment not before `ms` at which somebody may be told something. Epoch ms. */
export function afterQuiet(ms: number, place: Place): number {
  const { hour, minute } = wallClock(ms, place);
  if (hour >= QUIET.to && hour < QUIET.from) return ms;
  return ms + ((QUIET.to + 24 - hour) % 24) * HOUR - minute * MINUTE;
}

/** The latest moment not after `ms` at which somebody may be told something: within quiet hours, the last quarter of an hour before them. Epoch ms. */
export function beforeQuiet(ms: number, place: Place): number {
  const { hour, minute } = wallClock(ms, place);
  if (hour >= QUIET.to && hour < QUIET.from) return ms;
  const since = hour >= QUIET.from ? hour - QUIET.from : hour + 24 - QUIET.from;
  return ms - since * HOUR - minute * MINUTE - 15 * MINUTE;
}
