import type { Elsewhere, Fact } from './facts';
import { wilson, type Interval } from './interval';
import { isHuman, isSolved, personsOf, returns, sessionsOf, WINDOWS, type Session, type Window } from './sessions';

/** A number with all it takes to believe it. */
export interface Figure {
  readonly id: string;
  readonly name: string;
  readonly definition: string;
  readonly numerator: number;
  readonly denominator: number;
  /** A share, or for `ratio` how many to one; undefined of nothing. */
  readonly value: number | undefined;
  /** Wilson's, 95 %; a ratio has none. */
  readonly interval?: Interval | undefined;
  readonly ratio?: true;
  /** Sessions that make the numerator. */
  readonly behind: readonly string[];
}

/** What figures are made of: the sessions of a period, and what is known of returns up to now. */
export interface Material {
  readonly engaged: readonly Session[];
  readonly all: readonly Session[];
  /** The sessions of all times, of the same channel and country, in the order in which they began: what a conversation is by others' definitions may begin before the period. */
  readonly ever: readonly Session[];
  readonly from: number;
  readonly to: number;
  readonly now: number;
  /** Tickets of the period that this bot did not open, of people who were here in it. */
  readonly elsewhere: readonly Elsewhere[];
  /** The session, or something of it, came back within the window. */
  readonly cameBack: (session: Session, window: Window) => boolean;
  /** A session of the same person, this one too, that a person or a ticket ended, or a ticket of theirs from elsewhere, before the window after this one was over. */
  readonly neededPeople: (session: Session, window: Window) => boolean;
  /** Any later session of the same person within the window. */
  readonly anyReturn: (session: Session, window: Window, of: 'person' | 'chat') => boolean;
}

/** @param facts all that are kept, in order: a return may lie after the period */
export function materialOf(
  facts: readonly Fact[],
  { from, to, now }: { readonly from: number; readonly to: number; readonly now: number },
  takes: (session: Session) => boolean,
): Material {
  const nameOf = personsOf(facts);
  const sessions = sessionsOf(facts, nameOf);
  const backAfter = returns(facts, nameOf);
  const ever = sessions.filter(takes);
  const all = ever.filter(({ at }) => at >= from && at < to);
  const engaged = all.filter(({ outcome }) => outcome !== 'unengaged');
  const tickets = facts.flatMap((fact) => (fact.kind === 'ticket' ? [{ ...fact, person: nameOf(fact) }] : []));
  const here = new Set(engaged.map(({ person }) => person));
  const withPeople = startsBy([...sessions.filter(({ outcome }) => isHuman(outcome)), ...tickets.map(({ person, at }) => ({ person, began: at }))]);
  const starts = { person: startsBy(sessions), chat: startsBy(sessions.map(({ chat, began }) => ({ person: chat, began }))) };
  return {
    ...{ all, ever, engaged, from, to, now },
    elsewhere: tickets.filter(({ at, person }) => at >= from && at < to && here.has(person)),
    cameBack: (session, window) => backAfter(session) <= WINDOWS[window],
    neededPeople: ({ person, began, at }, window) => (withPeople.get(person) ?? []).some((start) => start >= began && start <= at + WINDOWS[window]),
    anyReturn: (session, window, of) =>
      (starts[of].get(session[of]) ?? []).some((began) => began > session.at && began <= session.at + WINDOWS[window]),
  };
}

function startsBy(all: readonly { readonly person: string; readonly began: number }[]): ReadonlyMap<string, readonly number[]> {
  const starts = new Map<string, number[]>();
  for (const { person, began } of all) {
    const known = starts.get(person);
    if (known) known.push(began);
    else starts.set(person, [began]);
  }
  return starts;
}

interface Named {
  readonly id: string;
  readonly name: string;
  readonly definition: string;
}

export function share(named: Named, of: readonly Session[], counts: (session: Session) => boolean): Figure {
  const behind: string[] = [];
  for (const session of of) if (counts(session)) behind.push(session.id);
  return { ...named, ...part(behind.length, of.length), behind };
}
export const part = (numerator: number, denominator: number): Pick<Figure, 'numerator' | 'denominator' | 'value' | 'interval'> => ({
  ...{ numerator, denominator },
  value: denominator === 0 ? undefined : numerator / denominator,
  interval: wilson(numerator, denominator),
});

/** Only sessions that are old enough to know: their window is over. */
export const old = ({ now }: Pick<Material, 'now'>, sessions: readonly Session[], window: Window): readonly Session[] =>
  sessions.filter(({ at }) => at + WINDOWS[window] <= now);

/** Ours: what was solved, net of who came back. Only conversations whose window is over are counted, above and below the line. */
export function ourFigures(material: Material): readonly Figure[] {
  const { engaged, cameBack } = material;
  const contained = share(
    { id: 'contained', name: 'Gross containment', definition: 'engaged, no person and no ticket ÷ engaged' },
    engaged,
    ({ outcome }) => !isHuman(outcome),
  );
  const windows = (['24h', '72h', '7d'] as const).flatMap((window) => {
    const of = old(material, engaged, window);
    const stays = (session: Session): boolean => isSolved(session.outcome) && !cameBack(session, window);
    const kept = (name: string, id: string, definition: string, counts: (session: Session) => boolean): Figure =>
      share(
        { id: `${id}-${window}`, name: `${name}, ${window}`, definition: `${definition}, nobody back on the same topic within ${window} ÷ engaged` },
        of,
        (session) => stays(session) && counts(session),
      );
    return [
      kept('Deflected', 'deflected', 'proved, confirmed or assumed', () => true),
      ...(['proved', 'confirmed', 'assumed'] as const).map((how) => kept(`Deflected, ${how}`, how, how, ({ outcome }) => outcome === how)),
      kept('Proved + confirmed', 'sure', 'proved or confirmed', ({ outcome }) => outcome !== 'assumed'),
      share(
        {
          id: `recontact-${window}`,
          name: `Recontact, ${window}`,
          definition: `solved and back on the same topic, on any channel or by ticket, within ${window} ÷ solved`,
        },
        of.filter(({ outcome }) => isSolved(outcome)),
        (session) => cameBack(session, window),
      ),
    ];
  });
  return [contained, ...windows, ticketDeflection(material)];
}

function ticketDeflection(material: Material): Figure {
  const of = old(material, material.engaged, '72h');
  const kept = of.filter((session) => isSolved(session.outcome) && !material.cameBack(session, '72h'));
  const elsewhere = material.elsewhere.filter(({ at }) => at + WINDOWS['72h'] <= material.now).length;
  const tickets = of.filter(({ outcome }) => isHuman(outcome)).length + elsewhere;
  return {
    id: 'ticket-deflection',
    name: 'Ticket deflection rate',
    definition:
      'deflected (72 h) ÷ (deflected (72 h) + tickets of the same people: conversations that ended with a person or a ticket, and tickets opened elsewhere)',
    ...part(kept.length, kept.length + tickets),
    behind: kept.map(({ id }) => id),
  };
}
