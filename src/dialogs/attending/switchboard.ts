import type { Attended } from '../engine/attended';
import type { Desk } from '../engine/desk';
import { caseOf, wordsFor, type AttendingParts } from './parts';

/** The conversation goes to the channel's own people with the bot's last words. */
export function given({ record, replies, now }: Desk, attended: Attended, { isOpen }: AttendingParts): void {
  const { since, waits } = attended;
  if (since !== now || waits !== now) return; // handed over in this very turn
  if (!isOpen(now)) return void delete record.attended;
  const last = replies.pop();
  attended.passed = true;
  const { reference, ticket } = attended;
  replies.push({ ...(last ?? { text: '' }), passes: { reference, ...(ticket !== undefined && { number: ticket }) } });
}

/** The channel's people gave it back. */
export function returned(desk: Desk): void {
  const { attended } = desk.record;
  if (attended?.passed !== true) return;
  delete desk.record.attended;
  const t = wordsFor(desk);
  desk.say({ text: t.solved({ case: caseOf(attended) }), choices: [{ id: 'go:menu', label: t.menu }] });
  desk.finished = 'handover';
}
