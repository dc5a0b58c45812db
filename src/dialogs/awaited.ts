import type { Message } from '../domain/message';
import type { Asked } from '../state/mailbox';
import type { ConversationRecord } from './engine/record';
import { Stored } from './engine/steps';

/** What the log hides of an answer, by what is asked for. */
type Awaited = NonNullable<Message['expects']> | 'nothing';
export const HIDES: Partial<Record<Awaited, 'digits' | 'all'>> = { code: 'digits', secret: 'all' };
/** What the mailbox wants to know of it. */
export const ASKS: Record<Awaited, Asked> = {
  nothing: 'nothing',
  phone: 'phone',
  code: 'code',
  number: 'number',
  text: 'other',
  place: 'other',
  secret: 'secret',
};

/** What an answer to the open question would be. */
export function awaited({ asking, last, stack, parked }: ConversationRecord): Awaited {
  // Whoever is asked whether to leave a flow, or to come back to it, may still type its code, PIN or password.
  const hidden = asking?.kind === 'leave' ? hiddenAt(stack) : asking?.kind === 'return' ? hiddenAt(parked) : undefined;
  return hidden ?? last.at(-1)?.expects ?? (stack.length > 0 ? 'text' : 'nothing');
}

/** What the flow on top asks for, where that is not shown to anybody. Logins call the question for their code so. */
function hiddenAt(flows: ConversationRecord['stack'] = []): 'code' | 'secret' | undefined {
  const { name, secret } = Stored.safeParse(flows.at(-1)?.state).data?.asked ?? {};
  return secret ? 'secret' : name === 'code' ? 'code' : undefined;
}
