import type { Fact } from './facts';
import { materialOf, ourFigures, part, share, type Figure, type Material } from './figures';
import { netPromoters } from './interval';
import { vendorFigures } from './vendors';
import { isHuman, isSolved, personsOf, type Session } from './sessions';

/** What is asked for. Moments in epoch ms; `to` is not part of the period. */
export interface Asked {
  readonly from: number;
  readonly to: number;
  readonly now: number;
  /** IANA name: where days and months begin. */
  readonly timeZone: string;
  readonly channel?: string | undefined;
  readonly country?: string | undefined;
}

/** People in a day (`2026-11-20`) or a month (`2026-11`). */
export interface Active {
  readonly when: string;
  readonly people: number;
}

export interface TopicFigures {
  readonly topic: string;
  readonly matters: number;
  readonly proved: number;
  readonly confirmed: number;
  readonly assumed: number;
  readonly human: number;
  readonly abandoned: number;
  readonly unheard: number;
}

type Nps = NonNullable<ReturnType<typeof netPromoters>> & { readonly asked: number; readonly by: string };

/** Everything that is known of a period. The command and the page print this and nothing else. */
export interface Report {
  readonly from: number;
  readonly to: number;
  readonly timeZone: string;
  readonly engaged: number;
  readonly conversations: number;
  readonly ours: readonly Figure[];
  readonly vendors: readonly Figure[];
  readonly days: readonly (Active & {
    readonly engaged: number;
    readonly proved: number;
    readonly confirmed: number;
    readonly assumed: number;
    readonly net: number;
  })[];
  readonly months: readonly Active[];
  readonly nps: { readonly all: Nps | undefined; readonly asked: number; readonly parts: readonly Nps[] };
  readonly csat: Figure;
  readonly topics: readonly TopicFigures[];
  readonly notUnderstood: Figure;
}

/** @param facts all that are kept */
export function reportOf(facts: readonly Fact[], asked: Asked): Report {
  const { from, to, timeZone, channel, country } = asked;
  const fits = (one: { readonly channel: string; readonly country: string }): boolean =>
    (channel ?? one.channel) === one.channel && (country ?? one.country) === one.country;
  const material = materialOf(facts, asked, fits);
  const mine = facts.filter((fact) => fact.at >= from && fact.at < to && fits(fact));
  const { engaged, all } = material;
  const dayOf = calendar(timeZone);
  const judged = mine.flatMap((fact) => (fact.kind === 'judged' ? [fact.helped] : []));
  return {
    ...{ from, to, timeZone, engaged: engaged.length, conversations: all.length },
    ours: ourFigures(material),
    vendors: vendorFigures(material),
    days: daysOf(material, dayOf),
    months: [...grouped(engaged, (at) => dayOf(at).slice(0, 'yyyy-mm'.length))].map(([when, of]) => ({ when, people: peopleIn(of) })),
    nps: surveys(mine, personsOf(facts)),
    csat: {
      id: 'csat',
      name: 'Article helped',
      definition: '"yes" to "did it help?" ÷ answers to it',
      ...part(judged.filter(Boolean).length, judged.length),
      behind: [],
    },
    topics: topicsOf(engaged),
    notUnderstood: share(
      { id: 'not-understood', name: 'Not understood', definition: 'engaged with an answer that nobody understood ÷ engaged' },
      engaged,
      ({ matters }) => matters.some(({ unheard }) => unheard > 0),
    ),
  };
}

/** The day of a moment where the operator is, as `2026-11-20`. */
function calendar(timeZone: string): (at: number) => string {
  const format = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  return (at) => format.format(at);
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

function daysOf({ engaged, cameBack }: Material, dayOf: (at: number) => string): Report['days'] {
  return [...grouped(engaged, dayOf)].map(([when, of]) => {
    const count = (outcome: string): number => of.filter((session) => session.outcome === outcome).length;
    const net = of.filter((session) => isSolved(session.outcome) && !cameBack(session, '7d')).length;
    return { when, people: peopleIn(of), engaged: of.length, proved: count('proved'), confirmed: count('confirmed'), assumed: count('assumed'), net };
  });
}

function topicsOf(engaged: readonly Session[]): readonly TopicFigures[] {
  const matters = engaged.flatMap((session) => session.matters);
  const topics = [...new Set(matters.map(({ topic }) => topic))];
  return topics
    .map((topic) => {
      const of = matters.filter((matter) => matter.topic === topic);
      const count = (outcome: string): number => of.filter((matter) => matter.outcome === outcome).length;
      const [proved, confirmed, assumed, abandoned] = [count('proved'), count('confirmed'), count('assumed'), count('abandoned')];
      const human = of.filter(({ outcome }) => isHuman(outcome)).length;
      return { topic, matters: of.length, proved, confirmed, assumed, human, abandoned, unheard: of.reduce((sum, { unheard }) => sum + unheard, 0) };
    })
    .sort((one, other) => other.matters - one.matters || one.topic.localeCompare(other.topic));
}

/** One mark per person and question: who answers twice is heard once, with the last word. */
function surveys(mine: readonly Fact[], nameOf: (fact: Fact) => string): Report['nps'] {
  const all = mine.flatMap((fact) => (fact.kind === 'survey' ? [fact] : []));
  const asked = all.filter(({ score }) => score === undefined);
  const scored = [...new Map(all.filter(({ score }) => score !== undefined).map((fact) => [nameOf(fact), fact])).values()];
  const of = (by: string, takes: (fact: (typeof all)[number]) => boolean): Nps | undefined => {
    const net = netPromoters(scored.filter(takes).flatMap(({ score }) => score ?? []));
    return net && { ...net, by, asked: asked.filter(takes).length };
  };
  const names = (name: 'topic' | 'channel'): string[] => [...new Set(scored.map((fact) => fact[name]))].sort();
  const parts = (['topic', 'channel'] as const).flatMap((name) =>
    names(name).flatMap((value) => of(`${name}:${value}`, (fact) => fact[name] === value) ?? []),
  );
  return { all: of('all', () => true), asked: asked.length, parts };
}
