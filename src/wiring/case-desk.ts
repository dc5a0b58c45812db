import type { Desk } from '../dialogs/engine/desk';
import { originOf } from '../dialogs/origin';
import type { Ports } from '../dialogs/skills';
import { addedFor } from '../domain/cases/claimed';
import { isOpen, type ServiceHours } from '../domain/cases/hours';
import { areKindred } from '../domain/cases/kinds';
import type { CaseOrigin } from '../domain/cases/record';
import type { Country } from '../domain/countries';
import { isCarrier } from '../domain/outcomes/close';
import { WINDOWS } from '../domain/outcomes/sessions';
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

/** Two cases within this time may be of one visit, ms. */
const VISIT_MS = 30 * 60_000;

export interface TagParts {
  readonly book: Pick<CaseBook, 'of'>;
  readonly hours: ServiceHours;
  readonly country: Country;
  readonly clock: () => number;
}

/** What agents find a case by, whichever skill opens it: nobody was there, or the same person was here about it within 72 h. */
export function tagsFor({ book, hours, country, clock }: TagParts) {
  const isBack = async ({ topic }: NewCase, { lines, contracts, conversation }: CaseOrigin): Promise<boolean> => {
    const now = clock();
    const before = await book.of({ lines, contracts, conversations: [conversation] });
    // Who wants a person does not say what about: then it counts as the same, as it does in the figures.
    return before.some(({ topic: of, at }) => now - at >= VISIT_MS && now - at < WINDOWS['72h'] && (areKindred(of, topic) || isCarrier(topic)));
  };
  return async (what: NewCase, origin: CaseOrigin | undefined): Promise<string[]> => [
    ...(what.tags ?? []),
    ...(isOpen(clock(), hours, country) ? [] : ['fuera_de_horario']),
    ...(origin && (await isBack(what, origin)) ? ['recontacto_72h'] : []),
  ];
}

const CLOSED: readonly string[] = ['solved', 'closed'];

/** A chat outlives whoever signs out of it: cases of somebody proved are shown to them, and the one that was opened last as long as the chat remembers it. */
const isProved = ({ level, origin }: Case): boolean => (level ?? origin?.level ?? 0) > 0;
const isOf = ({ line, contract, origin }: Case, numbers: readonly string[]): boolean =>
  [line, contract, ...(origin?.lines ?? []), ...(origin?.contracts ?? [])].some((each) => each !== undefined && numbers.includes(each));

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
    const opened = now.record.trail?.opened?.reference;
    const isTheirs = (each: Case): boolean => !isProved(each) || each.reference === opened || isOf(each, [...lines, ...contracts]);
    return (await book.of({ lines, contracts, conversations: [conversation] })).filter(
      (each) => isTheirs(each) && !openedIn(now, each) && (closed || !CLOSED.includes(each.status ?? '')),
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
      const now = desk();
      const found = (await mine()).find((each) => each.reference === reference);
      if (!found || !now) return false;
      await book.add(found.id, key, { text: addedFor(said.text, originOf(now).lines, now.country), files: said.files.map((file) => ({ ...file })) });
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
