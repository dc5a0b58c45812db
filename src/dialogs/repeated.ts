import { proves } from '../state/session';
import { onceMore, wasJustNow } from './engine/once-more';
import type { Round } from './round';

/** Orders that people give several of in a row; each is called as the skill that places it. */
const IN_A_ROW: ReadonlySet<string> = new Set(['top-up']);

/** The skill that "y otros 20 al 5555-0102" goes on with: the one whose order was the last of this line, just now. Each has a consent of its own. */
export async function repeatedIn({ desk, voice }: Pick<Round, 'desk' | 'voice'>, text: string): Promise<string | undefined> {
  const { record, ledger, now } = desk;
  const { current } = record.session;
  if (current === undefined || onceMore(text) === undefined || !proves(record.session, current, now, false)) return undefined;
  const [last] = await ledger.operations(current, 1);
  return last && IN_A_ROW.has(last.kind) && voice.knows(last.kind) && wasJustNow(last, now) ? last.kind : undefined;
}
