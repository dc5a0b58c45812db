import type { Desk } from '../dialogs/engine/desk';
import { originOf } from '../dialogs/origin';
import type { Ports } from '../dialogs/skills';
import { withoutNumbers } from '../domain/cases/numbers';
import type { CaseOrigin } from '../domain/cases/record';
import type { CaseDesk, NewCase } from '../integrations/cases/port';
import type { Case, CaseBook } from '../state/cases';

/** A case about nobody in particular is about whoever is signed in. */
export const spokenOf = (what: NewCase, origin: CaseOrigin | undefined): NewCase => {
  if (what.line !== undefined || what.contract !== undefined || !origin) return what;
  const [line] = origin.lines;
  const [contract] = origin.contracts;
  return line !== undefined ? { ...what, line } : { ...what, ...(contract !== undefined && { contract }) };
};

/** Whether it was opened in this very turn, when that ran before: a turn that runs again has not opened anything yet. */
export const openedIn = (desk: Pick<Desk, 'conversation' | 'number'> | undefined, found: Pick<Case, 'origin'> | undefined): boolean =>
  desk !== undefined && found?.origin?.conversation === desk.conversation && found.origin.turn === desk.number;

const CLOSED: readonly string[] = ['solved', 'closed'];

export interface CaseDeskParts {
  readonly book: CaseBook;
  /** The turn that asks. */
  readonly desk: () => Desk | undefined;
  /** Goes on with a case at once. */
  readonly hurry: (id: string) => void;
  readonly outages: () => Pick<Ports, 'outages'>;
}

/** Cases of whoever asks in this turn. */
export function caseDeskOf({ book, desk, hurry, outages }: CaseDeskParts): CaseDesk {
  const mine = async (closed = false) => {
    const now = desk();
    if (!now) return [];
    const { lines, contracts, conversation } = originOf(now);
    return (await book.of({ lines, contracts, conversations: [conversation] })).filter(
      (each) => !openedIn(now, each) && (closed || !CLOSED.includes(each.status ?? '')),
    );
  };
  return {
    mine: async ({ closed = false } = {}) =>
      (await mine(closed)).map(({ reference, ticket, topic, summary, at }) => ({
        reference,
        topic,
        summary,
        at,
        ...(ticket !== undefined && { number: ticket }),
      })),
    async add(key, reference, said) {
      const found = (await mine()).find((each) => each.reference === reference);
      if (!found) return false;
      await book.add(found.id, key, { text: withoutNumbers(said.text), files: said.files.map((file) => ({ ...file })) });
      hurry(found.id);
      return true;
    },
    async fault() {
      const now = desk();
      const [contract] = now ? originOf(now).contracts : [];
      const outage = contract === undefined ? undefined : await outages().outages.perhapsAt(contract);
      return outage && { incident: outage.ticket ?? outage.id, ...(outage.expected !== undefined && { until: outage.expected }) };
    },
  };
}
