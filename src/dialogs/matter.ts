import type { Arrival } from '../domain/message';
import { commandIn } from './commands';
import type { Desk } from './engine/desk';
import type { Review } from './round';
import { isQuestion } from './unheard';

/** A case was opened for what was written: the bot may learn from how the customer first put it. */
export function learn(desk: Desk, arrival: Arrival, review: Review | undefined): void {
  const isOpened = arrival.kind === 'said' && desk.marks.some(({ opened }) => opened !== undefined);
  const text = isOpened ? matterOf(desk) : undefined;
  if (text !== undefined) review?.({ text, why: 'ticket', language: desk.record.language });
}

/** The first words that tell something since the last matter came to its end. */
function matterOf({ record: { trail }, said }: Desk): string | undefined {
  const turns = trail?.turns ?? [];
  const since = turns.slice(turns.findLastIndex(({ done }) => done !== undefined) + 1);
  return [...since.map((turn) => turn.said), said.text].find((text) => isQuestion(text) && commandIn(text) === undefined);
}
