import type { Desk } from './engine/desk';
import type { ConversationRecord } from './engine/record';
import type { Skill } from './engine/skill';
import { Stored } from './engine/steps';
import type { Round } from './round';

/** A flow that the same customer left open in another chat. */
export interface LeftOpen {
  readonly conversation: string;
  readonly skill: string;
  /** The line it speaks of. */
  readonly line: string;
  readonly state: unknown;
}

/** The customer's other chats, known by the line that was proved in both. */
export interface Elsewhere {
  /** What is open in the one that was used last. */
  open(line: string, here: string): Promise<LeftOpen | undefined>;
  /** It goes on here: there it is over. The same `id` tells it once. */
  taken(left: Pick<LeftOpen, 'conversation' | 'skill'>, id: string): Promise<void>;
}

/** The event by which a chat hears that its flow goes on in another. */
export const TAKEN = 'root:taken';

/** Whoever has just proved a line may take up what they left open in another chat: it waits here as if it had been left for what was just done. */
export async function bring({ desk }: Pick<Round, 'desk'>, skills: ReadonlyMap<string, Skill>, elsewhere: Elsewhere): Promise<boolean> {
  const { record, conversation, now } = desk;
  const line = record.session.lines.find(({ provedAt }) => provedAt === now)?.msisdn;
  if (line === undefined || record.parked || record.called) return false;
  const left = await elsewhere.open(line, conversation);
  const skill = left && skills.get(left.skill);
  if (!left || !skill || skill.id === desk.finished) return false;
  const state = carried(skill, left, desk);
  if (Object.keys(state.answers).length === 0 && !state.slots) return false; // nothing of their own would be lost
  record.parked = [{ id: skill.id, state }];
  record.parkedFrom = left.conversation;
  return true;
}

/** The customer's own answers go along, not what was read, agreed to or shown there: all that is done anew here. */
function carried(skill: Skill, { state, line }: LeftOpen, { number }: Desk): Stored {
  const { answers, slots } = Stored.parse(state);
  const own = skill.steps.filter((step) => step.kind === 'ask' && !step.secret).map(({ name }) => name);
  const kept = Object.fromEntries(Object.entries(answers).filter(([name]) => own.includes(name)));
  return { begun: number, line, answers: kept, ...(slots && { slots }) };
}

/** It was said yes to. Only then the other chat is told. */
export async function taken({ desk }: Pick<Round, 'desk'>, skill: string, elsewhere: Elsewhere | undefined): Promise<void> {
  const { record } = desk;
  const from = record.parkedFrom;
  delete record.parkedFrom;
  if (from !== undefined) await elsewhere?.taken({ conversation: from, skill }, `taken:${desk.conversation}:${desk.number}`);
}

/** The flow on top is the one that goes on in another chat. */
export const isTaken = (record: ConversationRecord, value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'skill' in value && record.stack[0]?.id === value.skill;
