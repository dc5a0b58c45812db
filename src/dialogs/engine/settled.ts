import { z } from 'zod';
import { formatMoney } from '../../domain/money';
import { Operation } from '../../domain/spending';
import { textsFor } from '../../domain/texts';
import { isProved } from '../../state/session';
import type { Desk } from './desk';
import { placeOf } from './identity';
import { known, toolsOf } from './knowing';
import { asMessage } from './question';
import type { Skill } from './skill';
import { moneyTexts } from './money-texts';
import { engineTexts } from './texts';

/** Before this word stands the skill: the event that an order of its ended. */
const SETTLED = 'settled';
/** … and that it was paid after all, too late, and went back. */
const GIVEN_BACK = 'given-back';
const Late = z.object({ operation: Operation });
const Ended = z.object({ operation: Operation, what: z.enum(['done', 'refused', 'stuck']) });

/** Something that the skill listens for happened, outside any flow. */
export async function happened(skill: Skill, desk: Desk, name: string, value: unknown): Promise<void> {
  if (name === SETTLED && skill.settled) return tellEnd(skill, desk, value);
  if (name === GIVEN_BACK) return tellGivenBack(skill, desk, Late.parse(value).operation);
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
  const isGone = record.session.id === '' && !isProved(record.session, operation.line, now); // a session that ran out keeps its id
  const tells = what === 'stuck' ? {} : { tells: [ledger.nameOf(operation.line, operation.order)] };
  if (!isGone && skill.settled) {
    const knows = known(skill, desk, { begun: desk.number, answers: {} });
    return desk.say({ ...asMessage(skill.settled(knows, operation, what)), ...tells });
  }
  const t = textsFor(engineTexts, record.language, record.form);
  desk.say({ text: t.answerWaits({ reference: operation.reference }), choices: [{ id: placeOf(operation.line), label: t.see }] });
}

/** In the same words for all that is paid on a page: what, how much, and that nothing is lost. */
function tellGivenBack({ id }: Skill, { say, record, country }: Desk, { amount, reference }: Operation): void {
  const t = textsFor(moneyTexts, record.language, record.form);
  const text = t.givenBack({ amount: formatMoney(amount, country), reference });
  say({ text, choices: [{ id: `go:${id}`, label: t.tryAgain }] });
}
