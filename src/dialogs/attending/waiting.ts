import { z } from 'zod';
import { NOTES } from '../care/handover/texts';
import type { Attended } from '../engine/attended';
import type { Desk } from '../engine/desk';
import { queue } from './outgoing';
import { BACK, caseOf, EVENTS, leave, WAIT, wordsFor, type AttendingParts } from './parts';

/** How often somebody who waits is told that there is no answer yet; the second time comes later. */
const QUIET_TIMES = [1, 4];
const Begun = z.object({
  reference: z.string().optional(),
  again: z.boolean().default(false),
  until: z.string().optional(),
  promisedBy: z.number().optional(),
});
const Since = z.object({ since: z.number() });

/** Where the customer stands: in line, or with whom. */
export function standing(desk: Desk, attended: Attended): string {
  const t = wordsFor(desk);
  const { name } = attended;
  return name === undefined ? t.inLine({ case: caseOf(attended) }) : t.withPerson({ name, case: caseOf(attended) });
}

/** Begins to look at the clock for somebody who waits. */
export function watchQuiet(desk: Pick<Desk, 'ring' | 'now'>, { waits, told }: Attended, quietMs: number): void {
  const times = QUIET_TIMES[told];
  if (waits !== undefined && times !== undefined) desk.ring('quiet', desk.now + times * quietMs, { name: EVENTS.quiet, value: { since: waits } });
}

/** Somebody was handed over. Out of hours nobody is kept waiting in silence: it was said when an answer comes. */
export function begun(desk: Desk, { isOpen, quietMs }: AttendingParts, value: unknown): void {
  const { attended } = desk.record;
  const { reference = attended?.reference, again, until, promisedBy } = Begun.parse(value);
  if (attended?.waits === undefined || attended.reference !== reference || attended.passed === true) return;
  const by = promisedBy === undefined ? {} : { promisedBy };
  if (again) queue(desk, attended, { as: 'note', text: NOTES.waits(until), atLeast: 'high', ...by }); // as a case that is opened for a person
  if (attended.leaves === true || !isOpen(desk.now)) return leave(desk, attended);
  watchQuiet(desk, attended, quietMs);
}

/** Handed over in this very turn while nobody is there: from here on the bot has the conversation, and the case is all that is left for people. */
export function leftAlone({ record: { attended }, now }: Desk, { isOpen }: AttendingParts): void {
  if (attended?.since === now && attended.waits === now && !isOpen(now)) attended.leaves = true;
}

/** Whether the customer still waits as when this timer was set. */
export const isQuiet = ({ record: { attended } }: Desk, value: unknown): boolean =>
  attended !== undefined && attended.leaves !== true && attended.waits === Since.parse(value).since;

/** Nobody answered for a while: said as it is, with a way back. Out of hours the bot is back by itself. */
export function quiet(desk: Desk, parts: AttendingParts, value: unknown): void {
  const { attended } = desk.record;
  if (!attended || !isQuiet(desk, value)) return;
  const t = wordsFor(desk);
  if (!parts.isOpen(desk.now)) {
    leave(desk, attended);
    return desk.say(t.closed({ case: caseOf(attended) }));
  }
  attended.told += 1;
  const choices = [
    { id: WAIT, label: t.wait },
    { id: BACK, label: t.back },
  ];
  desk.say({ text: t.quiet({ case: caseOf(attended) }), choices });
  watchQuiet(desk, attended, parts.quietMs);
}
