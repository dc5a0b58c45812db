import { activeUsers, type ActiveUsers } from './active';
import type { Fact } from './facts';
import { materialOf, ourFigures, part, share, type Figure } from './figures';
import { netPromoters } from './interval';
import { inOrder, isHuman, personsOf, type Session } from './sessions';
import { vendorFigures } from './vendors';

/** What is asked for. Moments in epoch ms; `to` is not part of the period. */
export interface Asked {
  readonly from: number;
  readonly to: number;
  readonly now: number;
  /** IANA name: where days, weeks and months begin. */
  readonly timeZone: string;
  readonly channel?: string | undefined;
  readonly country?: string | undefined;
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

/** One answer is no measure: below this many a score is not shown on the page. */
const FEWEST_ANSWERS = 30;
type Nps = NonNullable<ReturnType<typeof netPromoters>> & {
  readonly asked: number;
  readonly by: string;
  /** The conversations in which it was answered. */
  readonly behind: readonly string[];
};

/** Everything that is known of a period. The command and the page show this and nothing else. */
export interface Report extends Omit<ActiveUsers, 'people' | 'before'> {
  readonly from: number;
  readonly to: number;
  readonly timeZone: string;
  readonly engaged: number;
  readonly conversations: number;
  /** Distinct, in the period, and in the one of the same length before it. */
  readonly people: number;
  readonly before: number;
  readonly ours: readonly Figure[];
  readonly vendors: readonly Figure[];
  /** Tickets that people of the period opened without the bot. */
  readonly elsewhere: number;
  readonly nps: {
    readonly all: Nps | undefined;
    readonly asked: number;
    readonly parts: readonly Nps[];
    /** So many answers make a score. */ readonly fewest: number;
  };
  readonly csat: Figure;
  readonly topics: readonly TopicFigures[];
  readonly notUnderstood: Figure;
  /** The conversations of the period, to look at those behind a number. */
  readonly sessions: readonly Session[];
  /** Channels that anybody ever wrote on. */
  readonly channels: readonly string[];
}

/** @param kept all facts there are, in any order, however often each */
export function reportOf(kept: readonly Fact[], asked: Asked): Report {
  const { from, to, timeZone, channel, country } = asked;
  const facts = inOrder(kept);
  const fits = (one: { readonly channel: string; readonly country: string }): boolean =>
    (channel ?? one.channel) === one.channel && (country ?? one.country) === one.country;
  const material = materialOf(facts, asked, fits);
  const mine = facts.filter((fact) => fact.at >= from && fact.at < to && fits(fact));
  const { engaged, all } = material;
  const saidIn = conversationsBy(all);
  return {
    ...{ from, to, timeZone, engaged: engaged.length, conversations: all.length },
    ...activeUsers(material, timeZone),
    ours: ourFigures(material),
    vendors: vendorFigures(material),
    elsewhere: material.elsewhere.length,
    nps: surveys(mine, personsOf(facts), saidIn),
    csat: csat(mine, saidIn),
    topics: topicsOf(engaged),
    notUnderstood: share(
      { id: 'not-understood', name: 'Not understood', definition: 'engaged with an answer that nobody understood ÷ engaged' },
      engaged,
      ({ matters }) => matters.some(({ unheard }) => unheard > 0),
    ),
    sessions: all,
    channels: [...new Set(facts.flatMap((fact) => (fact.kind === 'closed' ? [fact.channel] : [])))].sort(),
  };
}

type SaidIn = (said: readonly { readonly chat: string; readonly at: number }[]) => readonly string[];

/** In which conversations something was said: the last one of its chat that had begun by then. @param sessions in order */
function conversationsBy(sessions: readonly Session[]): SaidIn {
  const byChat = new Map<string, Session[]>();
  for (const session of sessions) {
    const of = byChat.get(session.chat);
    if (of) of.push(session);
    else byChat.set(session.chat, [session]);
  }
  return (said) => [...new Set(said.flatMap(({ chat, at }) => byChat.get(chat)?.findLast(({ began }) => began <= at)?.id ?? []))];
}

/** What readers say of articles: no part of the recommendation, nor of what was solved. */
function csat(mine: readonly Fact[], saidIn: SaidIn): Figure {
  const judged = mine.flatMap((fact) => (fact.kind === 'judged' ? [fact] : []));
  const helped = judged.filter(({ helped: did }) => did);
  return {
    ...{ id: 'csat', name: 'Article helped', definition: '"yes" to "did it help?" ÷ answers to it' },
    ...part(helped.length, judged.length),
    behind: saidIn(helped),
  };
}

function topicsOf(engaged: readonly Session[]): readonly TopicFigures[] {
  const byTopic = new Map<string, Session['matters'][number][]>();
  for (const matter of engaged.flatMap(({ matters }) => matters)) {
    const of = byTopic.get(matter.topic);
    if (of) of.push(matter);
    else byTopic.set(matter.topic, [matter]);
  }
  return [...byTopic]
    .map(([topic, of]) => {
      const count = (outcome: string): number => of.filter((matter) => matter.outcome === outcome).length;
      const [proved, confirmed, assumed, abandoned] = [count('proved'), count('confirmed'), count('assumed'), count('abandoned')];
      const human = of.filter(({ outcome }) => isHuman(outcome)).length;
      return { topic, matters: of.length, proved, confirmed, assumed, human, abandoned, unheard: of.reduce((sum, { unheard }) => sum + unheard, 0) };
    })
    .sort((one, other) => other.matters - one.matters || one.topic.localeCompare(other.topic));
}

/** One mark per person: who answers twice is heard once, with the last word. @param mine in order */
function surveys(mine: readonly Fact[], nameOf: (fact: Fact) => string, saidIn: SaidIn): Report['nps'] {
  const all = mine.flatMap((fact) => (fact.kind === 'survey' ? [fact] : []));
  const asked = all.filter(({ score }) => score === undefined);
  const scored = [...new Map(all.filter(({ score }) => score !== undefined).map((fact) => [nameOf(fact), fact])).values()];
  const of = (by: string, takes: (fact: (typeof all)[number]) => boolean): Nps | undefined => {
    const answers = scored.filter(takes);
    const net = netPromoters(answers.flatMap(({ score }) => score ?? []));
    return net && { ...net, by, asked: asked.filter(takes).length, behind: saidIn(answers) };
  };
  const names = (name: 'topic' | 'channel'): string[] => [...new Set(scored.map((fact) => fact[name]))].sort();
  const parts = (['topic', 'channel'] as const).flatMap((name) =>
    names(name).flatMap((value) => of(`${name}:${value}`, (fact) => fact[name] === value) ?? []),
  );
  return { all: of('all', () => true), asked: asked.length, parts, fewest: FEWEST_ANSWERS };
}
