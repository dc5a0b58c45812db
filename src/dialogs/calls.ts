import type { Desk } from './engine/desk';
import type { Flows } from './round';

/** Another bot calls this one as a skill: it gets the conversation back when what it asked for is over. */
export function beginCall({ record }: Desk, skill?: string): void {
  record.called = skill === undefined ? {} : { skill };
}

/** The caller takes the conversation back by itself: nothing stays open, and nothing is said. */
export function endCall({ record }: Desk, flows: Flows): void {
  flows.drop();
  for (const left of ['called', 'parked', 'awaits', 'asking', 'then', 'slots'] as const) delete record[left];
}

/** Says to the caller how it ended, unless something still waits for the customer. `failed`: a backend was down, or the skill is not known. */
export function handBack(desk: Desk, flows: Flows, failed: boolean): void {
  const { record, finished } = desk;
  const { called, asking, parked, awaits } = record;
  if (!called || flows.ids().length > 0 || asking || parked || awaits !== undefined) return;
  const skill = called.skill ?? finished;
  const outcome = failed ? 'failed' : finished === undefined ? 'left' : 'done';
  delete record.called;
  desk.replies.push({ text: '', ends: { ...(skill !== undefined && { skill }), outcome } });
}
