import type { Desk } from './engine/desk';
import type { Flows } from './round';

/** Another bot calls this one as a skill: it gets the conversation back when what it asked for is over. */
export function beginCall({ record, now }: Desk, skill?: string): void {
  record.called = { ...(skill !== undefined && { skill }), since: now };
}

/** The caller takes the conversation back by itself: nothing stays open, and nothing is said. */
export function endCall({ record }: Desk, flows: Flows): void {
  flows.drop();
  for (const left of ['called', 'parked', 'awaits', 'asking', 'then', 'slots'] as const) delete record[left];
}

/** Says to the caller how it ended, unless something still waits for the customer. `failed`: a backend was down, or the skill is not known. */
export function handBack(desk: Desk, flows: Flows, failed: boolean): void {
  const { record, finished, moved, spent } = desk;
  const { called, asking, parked, awaits } = record;
  if (called && moved !== undefined && spent && spent !== 'limit') called.order = { reference: moved, state: spent };
  if (!called || flows.ids().length > 0 || asking || parked || awaits !== undefined) return;
  const skill = called.skill ?? finished;
  const outcome = failed ? 'failed' : finished === undefined ? 'left' : 'done';
  const { order } = called;
  const opened = caseOf(record, called.since);
  delete record.called;
  desk.replies.push({ text: '', ends: { ...(skill !== undefined && { skill }), outcome, ...(order && { order }), ...(opened && { case: opened }) } });
}

/** The case that was opened, or taken up, since the call. */
function caseOf({ trail }: Desk['record'], since = Infinity): { readonly reference: string; readonly number?: string } | undefined {
  if (!trail?.opened || trail.opened.at < since) return undefined;
  const { reference, number } = trail.opened;
  return { reference, ...(number !== undefined && { number }) };
}
