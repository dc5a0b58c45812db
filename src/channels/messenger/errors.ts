import type { Sent } from '../../state/outbox';
import type { GraphError } from './graph';

/** Pauses after which Meta may take more, ms. */
const SLOW_DOWN_MS = 30_000;
/** "Retry later", which is also said of customers who blocked the page: so often it is believed. */
export const MOST_UNEXPECTED = 3;

/** Temporary failures of the Send API: https://developers.facebook.com/docs/messenger-platform/error-codes */
const TEMPORARY: readonly number[] = [1200];
const TOO_FAST: readonly number[] = [4, 613, 80006];
const UNEXPECTED = 2;
/** The answer broke off after the message may have gone out. */
const BROKEN_ANSWER = 1_357_046;
const WHY: Readonly<Record<number, string>> = {
  ...{
    10: 'outside the window, or not permitted',
    100: 'invalid, or nobody there',
    190: 'the token does not hold',
    200: 'not permitted',
    230: 'not permitted',
  },
  ...{ 368: 'deemed abusive', 551: 'blocked, or gone', 2022: 'not permitted', 10900: 'not permitted', 10903: 'not permitted' },
};

/** What a refusal of Meta means for a message; `unsure`: it may have arrived. @param tries how often this one was refused as unexpected, with this time */
export function sentOf({ status, code, subcode }: GraphError, tries: number): Exclude<Sent, 'delivered'> | 'unsure' {
  if (code === 1 && subcode === BROKEN_ANSWER) return 'unsure';
  if (TEMPORARY.includes(code)) return { retry: `temporary, code ${code}` };
  if (TOO_FAST.includes(code) || status === 429) return { retry: `too fast, code ${code}`, afterMs: SLOW_DOWN_MS };
  if (code === UNEXPECTED) return tries < MOST_UNEXPECTED ? { retry: 'unexpected, code 2' } : { gaveUp: 'unexpected, again and again: blocked?' };
  const why = WHY[code];
  if (why !== undefined) return { gaveUp: `${why}, code ${code}${subcode > 0 ? `/${subcode}` : ''}` };
  return status >= 500 ? { retry: `status ${status}` } : { gaveUp: `refused, code ${code}` };
}
