import { z } from 'zod';
import type { Message } from '../domain/message';
import type { Asked } from '../state/mailbox';
import type { ConversationRecord } from './engine/record';
import { Stored } from './engine/steps';

/** What the log hides of an answer, by what is asked for. */
type Awaited = NonNullable<Message['expects']> | 'nothing';
const HIDES: Partial<Record<Awaited, 'digits' | 'all'>> = { code: 'digits', secret: 'all' };
/** What the mailbox wants to know of it. */
const ASKS: Record<Awaited, Asked> = {
  nothing: 'nothing',
  phone: 'phone',
  code: 'code',
  number: 'number',
  text: 'other',
  place: 'other',
  secret: 'secret',
};

/** What is hidden of the next message, and what the mailbox takes it for. */
export function guarded(record: ConversationRecord): { readonly secret: 'digits' | 'all' | undefined; readonly asked: Asked } {
  const what = awaited(record);
  const shields = shieldsOf(record, what);
  return { secret: HIDES[what] ?? shields, asked: shields ? 'secret' : ASKS[what] };
}

/** Whether a message that is written now is told to no agent. */
export function isHidden(record: ConversationRecord, text: string): boolean {
  const what = awaited(record);
  return HIDES[what] !== undefined || (shieldsOf(record, what) !== undefined && /\p{Nd}/u.test(text));
}

/** A secret that nobody asks for may come all the same. */
const shieldsOf = ({ last }: ConversationRecord, what: Awaited): 'digits' | undefined =>
  HIDES[what] === undefined ? last.at(-1)?.shields : undefined;

/** What an answer to the open question would be. */
export function awaited({ asking, last, stack, parked }: ConversationRecord): Awaited {
  // Whoever is asked whether to leave a flow, or to come back to it, may still type its code, PIN or password.
  const hidden = asking?.kind === 'leave' ? hiddenAt(stack) : asking?.kind === 'return' ? hiddenAt(parked) : undefined;
  // And whatever was said since it was asked for: "I am still at it", the words of an agent.
  return hidden ?? last.at(-1)?.expects ?? (stack.length > 0 ? (hiddenAt(stack) ?? 'text') : 'nothing');
}

const Open = z.object({ asked: Stored.shape.asked });

/** What the flow on top asks for, where that is not shown to anybody. Logins call the question for their code so. */
function hiddenAt(flows: ConversationRecord['stack'] = []): 'code' | 'secret' | undefined {
  const { name, secret } = Open.safeParse(flows.at(-1)?.state).data?.asked ?? {};
  return secret ? 'secret' : name === 'code' ? 'code' : undefined;
}
