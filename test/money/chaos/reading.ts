import { z } from 'zod';
import type { Consent } from './customer';

export const Action = z.object({ title: z.string(), value: z.unknown().optional() });
export const Activity = z.object({
  ...{ id: z.string(), type: z.string(), text: z.string().optional(), from: z.object({ role: z.string().optional() }) },
  suggestedActions: z.object({ actions: z.array(Action) }).optional(),
});
export type Activity = z.infer<typeof Activity>;
export const Page = z.object({ activities: z.array(Activity), watermark: z.string() });
export const Seat = z.object({ token: z.string(), userId: z.string(), conversationId: z.string() });
export const Inbox = z.object({ messages: z.array(z.object({ text: z.string(), at: z.string() })) });

/** How long a request may take, ms. */
export const TRY_MS = 3_000;

/** What became of a PIN is known. */
export const ENDED = /^Listo\. |sí entró|no entró|PIN ya se usó/;
export const KINDS: readonly (readonly [Consent['kind'], RegExp])[] = [
  ['top-up', /Recargar Q/],
  ['invoice', /Pagas Q/],
  ['repay', /^Pagar Q/],
  ['advance', /^Adelanto de Q/],
];

/** Follows our link and pays, as somebody with a browser; whether there is nothing more to do there. A few cards are declined. */
export async function paidOn(link: string, random: () => number): Promise<boolean> {
  const ours = await asked(link);
  if (ours === undefined) return false;
  const page = /href="([^"]+\/checkout\/[^"]+)"/.exec(await ours.text())?.[1];
  if (page === undefined) return true; // paid, or over
  const no = random() < 0.85 ? '4111 1111 1111 1111' : '4000 0000 0000 0002';
  const body = new URLSearchParams({ no, ex: '08/39', cv: '123', na: 'Quien Paga' });
  return (await asked(page, { method: 'POST', redirect: 'manual', body }))?.status === 303;
}
const asked = (url: string, init: RequestInit = {}): Promise<Response | undefined> =>
  fetch(url, { ...init, signal: AbortSignal.timeout(TRY_MS) }).catch(() => undefined);

/** A connection that was kept may be closed by its server at the very moment of the next request: that one is made again. */
export const twice = <T>(ask: () => Promise<T>): Promise<T> => ask().catch(ask);
