import { z } from 'zod';
import { isAttended, type Attended } from '../engine/attended';
import type { Desk } from '../engine/desk';
import { caseOf, takenBack, wordsFor, type AttendingParts } from './parts';
import { begun } from './waiting';

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

/** `open`: nothing was said of the case. */
const Returned = z.object({ open: z.boolean().default(false) });

/** The channel's people gave it back. That it is a machine that answers from here on is said, too. */
export function returned(desk: Desk, value: unknown): void {
  const { attended } = desk.record;
  const { open } = Returned.parse(value ?? {});
  const mine = attended?.passed === true ? attended : undefined;
  if (!mine && (!open || isAttended(desk.record))) return;
  const t = wordsFor(desk);
  const choices = [{ id: 'go:menu', label: t.menu }];
  if (mine) {
    takenBack(desk, mine);
    desk.finished = 'handover';
  }
  const ofCase = mine && (open ? t.stillOpen : t.solved)({ case: caseOf(mine) });
  desk.say({ text: [...(open ? [t.botAgain] : []), ...(ofCase === undefined ? [] : [ofCase])].join(' '), choices });
}

/** The channel's people did not get it: whoever answers on the case does, as on channels that have no people. */
export function kept(desk: Desk, parts: AttendingParts): void {
  const { attended } = desk.record;
  if (attended?.passed !== true) return;
  delete attended.passed;
  begun(desk, parts, {});
}
