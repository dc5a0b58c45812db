import { conversation, type ConversationParts } from '../dialogs/conversation';
import type { Turn } from '../state/mailbox';

/** What customers begin with, as far as nobody outside is asked anything; mistyped, so that spelling is used too. */
const SAID = ['hola', 'ola, kiero ver mi saldoo ensallado'];
const NOBODY: Omit<Turn, 'number' | 'message' | 'state'> = {
  ...{ conversation: 'rehearsal:0', fence: 0, tries: 0, throws: 0, suspect: false },
  ...{ delivery: '', wanted: false, said: 0, seen: 0 },
};

const nothing = async (): Promise<void> => undefined;
const refused = (): Promise<never> => Promise.reject(new Error('a rehearsal changes nothing'));

/**
 * A conversation with nobody, before anybody comes: what is made at first use (schemas, expressions, calendars, the SDK's memory) is then made,
 * and no customer waits for it. Nothing of it is kept, counted or sent. Where it does not go well only that is said: the first customer waits a little.
 */
export async function rehearse(parts: ConversationParts): Promise<void> {
  const quiet = { report: () => undefined, typing: () => undefined, background: () => undefined, post: nothing, proved: nothing };
  const handle = conversation({ ...parts, ...quiet, effects: { once: refused } });
  let state: string | undefined;
  try {
    for (const [at, text] of SAID.entries()) {
      ({ state } = await handle({ ...NOBODY, number: at + 1, state, message: JSON.stringify({ kind: 'said', text }) }));
    }
  } catch (error) {
    parts.report('rehearsal.failed', { error });
  }
}
