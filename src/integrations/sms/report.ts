import { z } from 'zod';

/** Kannel's report types: bits of `dlr-mask`, one of which comes as `%d`. */
const STATES = { 1: 'delivered', 2: 'failed', 4: 'buffered', 8: 'accepted', 16: 'rejected' } as const;

/** Every report there is. */
export const ALL_REPORTS = 31;

/** What our reference and the secret may be made of: Kannel reads a `%` in the URL as a placeholder of its own. */
const PLAIN = /^[\w.~-]{1,200}$/;

/**
 * The query of `GET /webhooks/sms/report`, as {@link reportUrl} asked for it: whose message, and what became of it. `delivered`,
 * `failed` and `rejected` are ends; `accepted` (by the SMS centre) and `buffered` are not. The `token` beside it is the route's to compare.
 */
export const smsReport = z
  .object({ reference: z.string().regex(PLAIN), type: z.enum(['1', '2', '4', '8', '16']) })
  .transform(({ reference, type }) => ({ reference, state: STATES[type] }));
export type SmsReport = z.infer<typeof smsReport>;

/**
 * Where the gateway reports about one message: `<base>?token=…&reference=…&type=%d`. Its own ids differ from call to call, so
 * only our reference says which message it was.
 *
 * @throws RangeError for what the gateway would take for placeholders.
 */
export function reportUrl({ base, token }: { readonly base: string; readonly token: string }, reference: string): string {
  if (!PLAIN.test(reference) || !PLAIN.test(token)) throw new RangeError('a reference and a token are letters, digits and .~_-');
  if (base.includes('%')) throw new RangeError('a report URL has no % in it');
  return `${base}${base.includes('?') ? '&' : '?'}token=${token}&reference=${reference}&type=%d`;
}
