import { z } from 'zod';
import { NOTES } from '../care/handover/texts';
import type { Desk } from '../engine/desk';
import { queue } from './outgoing';
import type { AttendingParts } from './parts';

const Ended = z.object({ operation: z.object({ reference: z.string(), line: z.string() }) });

/** What the bot said in this turn, in words; not what people said. */
export const saidIn = ({ replies }: Pick<Desk, 'replies'>): string =>
  replies
    .map(({ text, speaker, cards = [] }) => (speaker === undefined ? text || cards.map(({ speak }) => speak).join('\n') : ''))
    .filter(Boolean)
    .join('\n');

/** The end of an operation was told: agents read it where they have the conversation, else on the case about that money, if there is one. */
export async function noteEnd({ record, ...desk }: Desk, { links }: AttendingParts, event: unknown): Promise<void> {
  const ended = Ended.safeParse(event).data;
  const said = saidIn({ replies: desk.replies });
  if (!ended || !said) return;
  const { reference: operation, line } = ended.operation;
  const text = NOTES.settled(said);
  const { attended } = record;
  if (attended && attended.leaves !== true) return queue(desk, attended, { as: 'note', text });
  const { awaited } = record;
  const isAwaited = awaited?.operation === operation;
  if (isAwaited) delete record.awaited;
  const on = isAwaited ? awaited.on : await links.ofOperation(operation, { conversation: desk.conversation, line });
  if (!on) return;
  const { reference, ticket } = on;
  const own = { reference, ...(ticket !== undefined && { ticket }) };
  record.attended ??= { ...own, since: desk.now, told: 0, unsent: [], failures: 0, leaves: true };
  queue(desk, record.attended, { as: 'note', text, ...(record.attended.reference !== reference && { on: own }) });
}
