import type { Material } from './figures';
import { isSolved, type Session } from './sessions';

/** People in a day (`2026-11-20`), an ISO week (`2026-W47`) or a month (`2026-11`). */
export interface Active {
  readonly when: string;
  readonly people: number;
}

/** A day: people, and conversations by their outcome. `net`: solved, and nobody back on the same topic within 7 d, as far as it is known today. */
export interface Day extends Active {
  readonly engaged: number;
  readonly proved: number;
  readonly confirmed: number;
  readonly assumed: number;
  readonly net: number;
}

/** Who wrote, de-duplicated after login. */
export interface ActiveUsers {
  /** In the whole period, and in the one of the same length before it. */
  readonly people: number;
  readonly before: number;
  readonly days: readonly Day[];
  readonly weeks: readonly Active[];
  readonly months: readonly Active[];
}

/** Clocks of countries differ from UTC by quarters of hours. */
const QUARTER_MS = 900_000;
const DAY_MS = 86_400_000;
const THURSDAY = 4;

/** @param timeZone IANA name: where days, weeks and months begin */
export function activeUsers(material: Material, timeZone: string): ActiveUsers {
  const { engaged, ever, from, to } = material;
  const dayOf = calendar(timeZone);
  const by = (when: (day: string) => string): Active[] =>
    [...grouped(engaged, (at) => when(dayOf(at)))].map(([name, of]) => ({ when: name, people: peopleIn(of) }));
  const earlier = ever.filter(({ at, outcome }) => outcome !== 'unengaged' && at >= from - (to - from) && at < from);
  return {
    ...{ people: peopleIn(engaged), before: peopleIn(earlier) },
    days: daysOf(material, dayOf),
    weeks: by(weekOf),
    months: by((day) => day.slice(0, 'yyyy-mm'.length)),
  };
}

/** The day of a moment where the operator is, as `2026-11-20`. */
function calendar(timeZone: string): (at: number) => string {
  const format = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  const known = new Map<number, string>();
  return (at) => {
    const quarter = Math.floor(at / QUARTER_MS);
    const day = known.get(quarter) ?? format.format(quarter * QUARTER_MS);
    known.set(quarter, day);
    return day;
  };
}

/** The ISO week of a day: it belongs to the year of its Thursday. */
function weekOf(day: string): string {
  const noon = new Date(`${day}T12:00:00Z`);
  const thursday = new Date(noon.getTime() + (THURSDAY - (noon.getUTCDay() || 7)) * DAY_MS);
  const first = Date.UTC(thursday.getUTCFullYear(), 0, 1);
  const week = Math.floor((thursday.getTime() - first) / (7 * DAY_MS)) + 1;
  return `${thursday.getUTCFullYear()}-W${String(week).padStart(2, '0')}`;
}

function grouped(sessions: readonly Session[], when: (at: number) => string): ReadonlyMap<string, readonly Session[]> {
  const groups = new Map<string, Session[]>();
  for (const session of sessions) {
    const name = when(session.at);
    const group = groups.get(name);
    if (group) group.push(session);
    else groups.set(name, [session]);
  }
  return new Map([...groups].sort(([one], [other]) => one.localeCompare(other)));
}

const peopleIn = (sessions: readonly Session[]): number => new Set(sessions.map(({ person }) => person)).size;

function daysOf({ engaged, cameBack }: Material, dayOf: (at: number) => string): readonly Day[] {
  return [...grouped(engaged, dayOf)].map(([when, of]) => {
    const count = (outcome: string): number => of.filter((session) => session.outcome === outcome).length;
    const net = of.filter((session) => isSolved(session.outcome) && !cameBack(session, '7d')).length;
    return { when, people: peopleIn(of), engaged: of.length, proved: count('proved'), confirmed: count('confirmed'), assumed: count('assumed'), net };
  });
}
