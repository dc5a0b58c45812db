import { z } from 'zod';
import { DETRACTOR_TAG, isDetractor } from '../../domain/nps';
import { NOTES } from '../care/handover/texts';
import type { Unsent } from '../engine/attended';
import type { Desk } from '../engine/desk';
import { noTrail } from '../engine/trail';
import { SURVEY_MS } from '../origin';
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
  const { attended } = record;
  const text = attended?.passed === true ? NOTES.settledMeanwhile(said) : NOTES.settled(said);
  if (attended && attended.leaves !== true) return queue(desk, attended, { as: 'note', text });
  const { awaited } = record;
  const isAwaited = awaited?.operation === operation;
  if (isAwaited) delete record.awaited;
  const on = isAwaited ? awaited.on : await links.ofOperation(operation, { conversation: desk.conversation, line });
  if (!on) return;
  noteOn(record, desk, on, { as: 'note', text });
}

/** A low score is read where the case is that was opened last, also when that is over by now. */
export function noteScore({ nps, record, ...desk }: Desk): void {
  const { surveyed: { score } = {}, trail: { opened } = noTrail } = record;
  if (score === undefined || !isDetractor(score) || (nps?.score === undefined && nps?.why === undefined)) return;
  if (!opened || desk.now - opened.at > SURVEY_MS) return;
  const { reference, number } = opened;
  const text = NOTES.scored(score);
  const { attended } = record;
  // With the reason it is told once, unless the score alone may be on the ticket already.
  if (attended?.failures === 0) attended.unsent = attended.unsent.filter((each) => each.text !== text);
  const why = nps.why === undefined ? {} : ({ text: NOTES.scoredFor(score, nps.why), atLeast: 'high' } as const);
  noteOn(record, desk, { reference, ticket: number }, { as: 'note', text, tags: [DETRACTOR_TAG], ...why });
}

/** Also when nobody has the conversation. */
function noteOn(
  record: Desk['record'],
  desk: Pick<Desk, 'now' | 'ring'>,
  { reference, ticket }: { readonly reference: string; readonly ticket?: string | undefined },
  unsent: Omit<Unsent, 'at' | 'on'>,
): void {
  const own = { reference, ...(ticket !== undefined && { ticket }) };
  record.attended ??= { ...own, since: desk.now, told: 0, unsent: [], failures: 0, leaves: true };
  queue(desk, record.attended, { ...unsent, ...(record.attended.reference !== reference && { on: own }) });
}
