import { z } from 'zod';
import { BackendFailure } from '../../domain/failure';
import type { TicketNow } from '../../integrations/agents/port';
import { NOTES } from '../care/handover/texts';
import { commandIn } from '../commands';
import type { Attended } from '../engine/attended';
import type { Desk } from '../engine/desk';
import { replyOf, yesOrNo } from '../engine/question';
import type { Round } from '../round';
import { saidIn } from './notes';
import { queue } from './outgoing';
import { caseOn, LEAVING, wordsFor, type AttendingParts } from './parts';

/** Before the skill, in a tag by which an agent begins a flow here. */
const PUSH = 'push_';
/** Not a flow: the agent leaves the customer to the bot, and the case stays open. */
export const HAND_BACK = 'bot';

export const pushesIn = ({ tags }: Pick<TicketNow, 'tags'>): string[] =>
  tags.filter((tag) => tag.startsWith(PUSH)).map((tag) => tag.slice(PUSH.length));

/** The tag goes before the flow begins: it begins once. */
export async function untagged(desk: Desk, { agents }: AttendingParts, ticket: string, pushes: readonly string[]): Promise<boolean> {
  const tags = pushes.map((skill) => PUSH + skill);
  const act = async (): Promise<boolean> => {
    if (await agents.untag(ticket, tags)) return true;
    throw new BackendFailure('zendesk', 'unavailable'); // somebody changed the ticket meanwhile: looked at again
  };
  const done = await desk.effect('untag', z.boolean(), act, 'repeat');
  return done.status === 'done' && done.value;
}

/**
 * An agent wants to begin a flow here.
 *
 * @param asks who is said to want it, where they did not say so themselves
 * @returns the skill to start; undefined where there is none of that name, which agents read
 */
export function begun({ desk, voice }: Round, attended: Attended, skill: string, asks: string | undefined): string | undefined {
  desk.record.attended = attended;
  if (!voice.knows(skill)) {
    queue(desk, attended, { as: 'note', text: NOTES.noFlow(skill) });
    return undefined;
  }
  attended.pushed = skill;
  if (asks !== undefined) desk.say(wordsFor(desk).begins({ name: asks }));
  return skill;
}

/** Agents read what became of the flow that they began, once it is under way no more. */
export function ended({ desk, flows }: Round): void {
  const { attended, parked = [], asking } = desk.record;
  const skill = attended?.pushed;
  if (!attended || skill === undefined) return;
  const open = flows.ids();
  if (open.includes(skill) || parked.some(({ id }) => id === skill) || asking?.skill === skill) return;
  const said = open.length > 0 ? '' : saidIn(desk); // what is said of something else is not for that case
  queue(desk, attended, { as: 'note', text: becameOf(desk, skill)(skill, said) });
  delete attended.pushed;
  if (desk.spent === 'unknown' && desk.moved !== undefined) desk.record.awaited = { operation: desk.moved, on: caseOn(attended) };
}

function becameOf(desk: Desk, skill: string): (skill: string, said: string) => string {
  if (desk.finished === skill) return NOTES.done;
  if (desk.spent === 'unknown') return NOTES.goesOn;
  return desk.spent === undefined && gaveUp(desk) ? NOTES.left : NOTES.ended;
}

const gaveUp = ({ said }: Desk): boolean =>
  (said.tap !== undefined && LEAVING.includes(said.tap.choice)) ||
  commandIn(said.text) !== undefined ||
  yesOrNo(replyOf(said, { text: '' })) === false;
