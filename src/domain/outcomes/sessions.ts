import { worst } from './close';
import type { Closed, Fact, Outcome } from './facts';

const HOUR = 3_600_000;
/** How long after its end a matter may be taken back by a return, ms. */
export const WINDOWS = { '24h': 24 * HOUR, '72h': 72 * HOUR, '7d': 168 * HOUR } as const;
export type Window = keyof typeof WINDOWS;

/** A conversation from its first word after a silence to the next silence, with all its matters. */
export interface Session {
  readonly id: string;
  readonly chat: string;
  /** One key for everything that is known to be of the same person. */
  readonly person: string;
  readonly channel: string;
  readonly country: string;
  readonly began: number;
  readonly at: number;
  readonly outcome: Outcome;
  readonly matters: readonly Closed[];
}

const SOLVED: ReadonlySet<Outcome> = new Set(['proved', 'confirmed', 'assumed']);
export const isSolved = (outcome: Outcome): boolean => SOLVED.has(outcome);
export const isHuman = (outcome: Outcome): boolean => outcome === 'escalated' || outcome === 'ticket';

/** Conversations as they were, one person under one key: who proved a line in a chat is that line in all of that chat. */
export function sessionsOf(facts: readonly Fact[]): readonly Session[] {
  const nameOf = personsOf(facts);
  const bySession = new Map<string, Closed[]>();
  const endOf = settledLater(facts);
  for (const fact of facts) if (fact.kind === 'closed') bySession.set(fact.session, [...(bySession.get(fact.session) ?? []), endOf(fact)]);
  return [...bySession].map(([id, matters]) => {
    const [first] = matters;
    if (!first) throw new Error('a session has a matter');
    const { chat, channel, country, at } = first;
    return {
      id,
      chat,
      channel,
      country,
      at,
      person: nameOf(first),
      began: Math.min(...matters.map(({ began }) => began)),
      outcome: worst(matters.map(({ outcome }) => outcome)),
      matters,
    };
  });
}

/** Money that moved after its matter had closed was moved all the same: that matter is proved. */
function settledLater(facts: readonly Fact[]): (matter: Closed) => Closed {
  const last = new Map<string, Closed>();
  const late = new Set<string>();
  for (const fact of [...facts].sort((one, other) => momentOf(one) - momentOf(other))) {
    const key = `${fact.chat} ${fact.kind === 'closed' || fact.kind === 'settled' ? fact.topic : ''}`;
    if (fact.kind === 'closed') last.set(key, fact);
    const before = fact.kind === 'settled' && fact.done ? last.get(key) : undefined;
    if (before?.outcome === 'abandoned') late.add(`${before.session} ${before.topic}`);
  }
  return (matter) => (late.has(`${matter.session} ${matter.topic}`) ? { ...matter, outcome: 'proved' } : matter);
}

const momentOf = (fact: Fact): number => (fact.kind === 'closed' ? fact.began : fact.at);

/** Whose a fact is, also when it was kept before somebody proved who they are. */
export function personsOf(facts: readonly Fact[]): (fact: Fact) => string {
  const proved = new Map(facts.filter(({ verified }) => verified).map(({ chat, person }) => [chat, person]));
  return ({ verified, person, chat }) => (verified ? person : (proved.get(chat) ?? person));
}

/** When each person came with each topic: in this bot on any channel, or with a ticket of whatever origin. */
export function returns(facts: readonly Fact[]): (matter: Closed, window: Window) => boolean {
  const nameOf = personsOf(facts);
  const times = new Map<string, number[]>();
  for (const fact of facts) {
    if (fact.kind !== 'closed' && fact.kind !== 'ticket') continue;
    const key = `${nameOf(fact)} ${fact.topic}`;
    times.set(key, [...(times.get(key) ?? []), fact.kind === 'closed' ? fact.began : fact.at]);
  }
  return (matter, window) =>
    (times.get(`${nameOf(matter)} ${matter.topic}`) ?? []).some((at) => at > matter.ended && at <= matter.ended + WINDOWS[window]);
}
