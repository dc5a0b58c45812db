import type { Fact } from './facts';
import { wilson, type Interval } from './interval';
import { isHuman, isSolved, returns, sessionsOf, WINDOWS, type Session, type Window } from './sessions';

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
  readonly now: number;
  /** The session, or something of it, came back within the window. */
  readonly cameBack: (session: Session, window: Window) => boolean;
  /** A session of the same person, this one too, that a person or a ticket ended, begun before the window after this one was over. */
  readonly neededPeople: (session: Session, window: Window) => boolean;
  /** Any later session of the same person within the window. */
  readonly anyReturn: (session: Session, window: Window, of: 'person' | 'chat') => boolean;
}

/** @param facts all that are kept: a return may lie after the period */
export function materialOf(
  facts: readonly Fact[],
  period: { readonly from: number; readonly to: number; readonly now: number },
  takes: (session: Session) => boolean,
): Material {
  const sessions = sessionsOf(facts);
  const isReturned = returns(facts);
  const all = sessions.filter((session) => session.at >= period.from && session.at < period.to && takes(session));
  const withPeople = startsBy(
    sessions.filter(({ outcome }) => isHuman(outcome)),
    'person',
  );
  const starts = { person: startsBy(sessions, 'person'), chat: startsBy(sessions, 'chat') };
  return {
    all,
    engaged: all.filter(({ outcome }) => outcome !== 'unengaged'),
    now: period.now,
    cameBack: ({ matters }, window) => matters.some((matter) => isSolved(matter.outcome) && isReturned(matter, window)),
    neededPeople: ({ person, began, at }, window) => (withPeople.get(person) ?? []).some((start) => start >= began && start <= at + WINDOWS[window]),
    anyReturn: (session, window, of) =>
      (starts[of].get(session[of]) ?? []).some((began) => began > session.at && began <= session.at + WINDOWS[window]),
  };
}

function startsBy(sessions: readonly Session[], by: 'person' | 'chat'): ReadonlyMap<string, readonly number[]> {
  const starts = new Map<string, number[]>();
  for (const session of sessions) starts.set(session[by], [...(starts.get(session[by]) ?? []), session.began]);
  return starts;
}

interface Named {
  readonly id: string;
  readonly name: string;
  readonly definition: string;
}

export function share(named: Named, of: readonly Session[], counts: (session: Session) => boolean): Figure {
  const behind = of.filter(counts).map(({ id }) => id);
  return { ...named, ...part(behind.length, of.length), behind };
}
export const part = (numerator: number, denominator: number): Pick<Figure, 'numerator' | 'denominator' | 'value' | 'interval'> => ({
  ...{ numerator, denominator },
  value: denominator === 0 ? undefined : numerator / denominator,
  interval: wilson(numerator, denominator),
});

/** Only sessions that are old enough to know: their window is over. */
export const old = ({ engaged, now }: Material, window: Window): readonly Session[] => engaged.filter(({ at }) => at + WINDOWS[window] <= now);

/** Ours: what was solved, net of who came back. Only conversations whose window is over are counted, above and below the line. */
export function ourFigures(material: Material): readonly Figure[] {
  const { engaged, cameBack } = material;
  const contained = share(
    { id: 'contained', name: 'Gross containment', definition: 'engaged, no person and no ticket ÷ engaged' },
    engaged,
    ({ outcome }) => !isHuman(outcome),
  );
  const windows = (['24h', '72h', '7d'] as const).flatMap((window) => {
    const of = old(material, window);
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
  const of = old(material, '72h');
  const kept = of.filter((session) => isSolved(session.outcome) && !material.cameBack(session, '72h'));
  const tickets = of.filter(({ outcome }) => isHuman(outcome)).length;
  const definition = 'deflected (72 h) ÷ (deflected (72 h) + conversations that ended with a person or a ticket)';
  return {
    id: 'ticket-deflection',
    name: 'Ticket deflection rate',
    definition,
    ...part(kept.length, kept.length + tickets),
    behind: kept.map(({ id }) => id),
  };
}
