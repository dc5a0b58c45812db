import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Clock } from '../clock';

/** A short message on its way to a phone, or there. Times in epoch ms of the sandbox clock. */
export const Sms = z.object({
  id: z.string(),
  from: z.string(),
  /** E.164 without `+`. */
  to: z.string(),
  text: z.string(),
  at: z.number(),
  /** When it reaches the phone, or fails. */
  due: z.number(),
  state: z.enum(['waiting', 'delivered', 'failed']),
  report: z.object({ url: z.string(), mask: z.number() }).optional(),
});
export type Sms = z.infer<typeof Sms>;

export interface SmsCentre {
  accept(message: Pick<Sms, 'from' | 'to' | 'text' | 'report'>): void;
  /** Newest first; of one line, or of all. */
  inbox(to?: string): Sms[];
  forget(): void;
}

/** How a line takes its messages. */
export type Reception = 'ok' | 'never' | 'late';

interface SmsParts {
  readonly clock: Clock;
  readonly receptionOf: (msisdn: string) => Reception;
  /** Told each message when it comes and when its state changes. */
  readonly changed: (sms: Sms) => void;
  /** Sends a delivery report of type 8 (taken by the SMS centre), 1 (delivered) or 2 (failed). */
  readonly report: (sms: Sms, type: 1 | 2 | 8) => Promise<void>;
}

/** How late the phone of a line is whose messages arrive late. */
const LATE_MS = 4 * 60_000;
/** The oldest are forgotten beyond this. */
const KEPT = 5_000;

export function createSmsCentre(start: readonly Sms[], { clock, receptionOf, changed, report }: SmsParts): SmsCentre {
  const messages = new Map<string, Sms>();
  /** Reports of one message go out in their order. */
  const reported = new Map<string, Promise<void>>();
  for (const sms of start) messages.set(sms.id, sms);
  for (const sms of messages.values()) if (sms.state === 'waiting') clock.when(sms.due, () => settle(sms.id));

  function keep(sms: Sms): void {
    messages.set(sms.id, sms);
    const oldest = messages.keys().next().value;
    if (messages.size > KEPT && oldest !== undefined) messages.delete(oldest);
    changed(sms);
  }

  function tell(sms: Sms, type: 1 | 2 | 8): void {
    const after = (reported.get(sms.id) ?? Promise.resolve()).then(() => report(sms, type));
    reported.set(sms.id, after);
    if (type !== 8) void after.finally(() => reported.delete(sms.id));
  }

  function settle(id: string): void {
    const sms = messages.get(id);
    if (sms?.state !== 'waiting') return;
    const state = receptionOf(sms.to) === 'never' ? 'failed' : 'delivered';
    keep({ ...sms, state });
    tell(sms, state === 'failed' ? 2 : 1);
  }

  return {
    accept: (message) => {
      const at = clock.now();
      const due = receptionOf(message.to) === 'late' ? at + LATE_MS : at;
      const sms: Sms = { ...message, id: randomUUID(), at, due, state: 'waiting' };
      keep(sms);
      tell(sms, 8);
      if (due > at) clock.when(due, () => settle(sms.id));
      else settle(sms.id);
    },
    inbox: (to) => [...messages.values()].reverse().filter((sms) => to === undefined || sms.to === to),
    forget: () => messages.clear(),
  };
}
