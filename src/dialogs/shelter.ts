import type { Mark } from '../domain/alarm';
import { textsFor } from '../domain/texts';
import type { Grave } from '../understanding/safety';
import { firstWords, type HelpLines } from './care/safety';
import { safetyTexts } from './care/safety/texts';
import type { Desk } from './engine/desk';
import { ask } from './interruptions';
import type { Round } from './round';

/** Marks the conversation for whoever takes it over. */
export function mark({ record }: Desk, kind: Mark): void {
  record.marks = [...new Set([...(record.marks ?? []), kind])];
}

/** Whether something grave was said in this conversation: then there is no menu for what is not understood, no offer and no emoji. */
export const isSheltered = ({ record }: Desk): boolean => record.survey === 'never';

/**
 * Something grave was said. Whatever was under way is dropped (nothing was charged for it), and the way to a person stands at once; somebody
 * in distress is asked first. `person` leads there; `block`, where a stolen line can be blocked here, asks at once for what that needs.
 */
export async function shelter(
  round: Round,
  { alarm, language }: Grave,
  { lines, block, person }: { readonly lines: HelpLines; readonly block?: () => Promise<void>; readonly person: () => Promise<void> },
): Promise<void> {
  const { desk, flows } = round;
  const { record } = desk;
  flows.drop();
  for (const over of ['parked', 'asking', 'then', 'slots'] as const) delete record[over];
  record.language = language;
  record.survey = 'never';
  record.misses = 0;
  if (alarm !== 'crisis') record.form = 'usted';
  mark(desk, alarm);
  desk.tried({ asked: desk.said.text }); // whoever takes over reads it, also where a yes leads there, or a bare "asesor"
  const { form } = record;
  const blocks = block !== undefined;
  const text = firstWords({ alarm, language, form, brand: desk.brand, lines, blocks });
  desk.say(text);
  if (alarm === 'theft' && block) return block();
  if (alarm !== 'crisis') return person();
  ask(round, 'person', { skill: '', text: textsFor(safetyTexts, language, form).wantPerson });
}

/** What somebody in danger or grief is told instead of "I did not get that". */
export function stay({ desk, voice }: Round): void {
  const { here } = textsFor(safetyTexts, desk.record.language, desk.record.form);
  desk.say({ text: here, choices: [voice.toPerson(desk)] });
}
