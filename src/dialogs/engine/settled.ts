import { z } from 'zod';
import { Operation } from '../../domain/spending';
import { textsFor } from '../../domain/texts';
import { proves } from '../../state/session';
import type { Desk } from './desk';
import { known, toolsOf } from './knowing';
import { asMessage } from './question';
import type { Skill } from './skill';
import { engineTexts } from './texts';

/** Before this word stands the skill: the event that an order of its ended. */
const SETTLED = 'settled';
const Ended = z.object({ operation: Operation, what: z.enum(['done', 'refused', 'stuck']) });

/** Something that the skill listens for happened, outside any flow. */
export async function happened(skill: Skill, desk: Desk, name: string, value: unknown): Promise<void> {
  if (name === SETTLED && skill.settled) return tellEnd(skill, desk, value);
  const event = skill.events[name];
  if (event) await event.run({ ...known(skill, desk, { begun: desk.number, answers: {} }), ...toolsOf(desk, skill) }, event.schema.parse(value));
}

/**
 * Tells the end of an order in the skill's words, which name a line by its last digits alone and no balance: the session may have run out by
 * then. To somebody who left, only that there is an answer.
 */
function tellEnd(skill: Skill, desk: Desk, value: unknown): void {
  const { operation, what } = Ended.parse(value);
  const { record, now, ledger } = desk;
  const isGone = record.session.id === '' && !proves(record.session, operation.line, now, false); // a session that ran out keeps its id
  const tells = what === 'stuck' ? {} : { tells: [ledger.nameOf(operation.line, operation.order)] };
  if (!isGone && skill.settled) {
    const knows = known(skill, desk, { begun: desk.number, answers: {} });
    return desk.say({ ...asMessage(skill.settled(knows, operation, what)), ...tells });
  }
  const t = textsFor(engineTexts, record.language, record.form);
  desk.say({ text: t.answerWaits({ reference: operation.reference }), choices: [{ id: 'go:operations', label: t.see }] });
}
