import { areKindred } from '../cases/kinds';
import { isCarrier, worst } from './close';
import { NO_TOPIC, OUTCOMES, type Closed, type Fact, type Outcome } from './facts';

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

/**
 * Each fact once, in the order of what happened: neither a copy nor the order in which facts were written changes a figure. Where two tell of the same
 * matter of the same session, the later one counts, and the graver one of two of the same moment.
 */
export function inOrder(facts: readonly Fact[]): readonly Fact[] {
  const once = new Map<string, Fact>();
  for (const fact of facts) {
    const key = keyOf(fact);
    const known = once.get(key);
    if (!known || isBetter(fact, known)) once.set(key, fact);
  }
  const rows = [...once].sort(([key, fact], [otherKey, other]) => fact.at - other.at || (key < otherKey ? -1 : 1));
  return rows.map(([, fact]) => fact);
}

/** What a fact is about; the same for the same. Reasons are sealed anew each time, so their words are no part of it. */
function keyOf(fact: Fact): string {
  const { kind, chat, at, topic } = fact;
  switch (kind) {
    case 'closed':
      return `closed ${fact.session} ${topic}`;
    case 'survey':
      return `survey ${chat} ${at} ${fact.score ?? 'asked'}`;
    case 'ticket':
      return `ticket ${fact.ticket ?? `${fact.person} ${at} ${topic}`}`;
    default:
      return `${kind} ${chat} ${at} ${topic}`;
  }
}

function isBetter(fact: Fact, known: Fact): boolean {
  if (fact.at !== known.at || fact.kind !== 'closed' || known.kind !== 'closed') return fact.at > known.at;
  return OUTCOMES.indexOf(fact.outcome) < OUTCOMES.indexOf(known.outcome);
}

/** Conversations as they were, one person under one key: who proved a line in a chat is that line in all of that chat. @param facts in order */
export function sessionsOf(facts: readonly Fact[], nameOf: NameOf): readonly Session[] {
  const bySession = new Map<string, Closed[]>();
  const endOf = settledLater(facts);
  for (const fact of facts) {
    if (fact.kind !== 'closed') continue;
    const matters = bySession.get(fact.session);
    if (matters) matters.push(endOf(fact));
    else bySession.set(fact.session, [endOf(fact)]);
  }
  return Array.from(bySession, ([id, matters]) => sessionOf(id, matters, nameOf)).sort((one, other) => one.began - other.began);
}

function sessionOf(id: string, matters: readonly Closed[], nameOf: NameOf): Session {
  const [first] = matters;
  if (!first) throw new Error('a session has a matter');
  const { chat, channel, country } = first;
  let { began, at } = first;
  for (const matter of matters) {
    began = Math.min(began, matter.began);
    at = Math.max(at, matter.at);
  }
  const outcome = matters.length === 1 ? first.outcome : worst(matters.map(({ outcome: each }) => each));
  return { id, chat, channel, country, person: nameOf(first), began, at, outcome, matters };
}

/** The end of money that was told after its matter had closed belongs to that matter, however often the customer came with the topic since. */
function settledLater(facts: readonly Fact[]): (matter: Closed) => Closed {
  const open = new Map<string, Closed[]>();
  const ends = new Map<string, Outcome>();
  const money = facts.filter((fact) => fact.kind === 'settled' || (fact.kind === 'closed' && fact.unsettled));
  for (const fact of money.sort((one, other) => momentOf(one) - momentOf(other))) {
    const key = `${fact.chat} ${fact.topic}`;
    if (fact.kind === 'closed') open.set(key, [...(open.get(key) ?? []), fact]);
    const first = fact.kind === 'settled' ? open.get(key)?.shift() : undefined;
    if (fact.kind !== 'settled' || first?.outcome !== 'abandoned') continue;
    if (fact.done) ends.set(`${first.session} ${first.topic}`, 'proved');
    else if (fact.ticket) ends.set(`${first.session} ${first.topic}`, 'ticket');
  }
  return (matter) => {
    const outcome = matter.unsettled && ends.get(`${matter.session} ${matter.topic}`);
    return outcome === undefined ? matter : { ...matter, outcome };
  };
}

const momentOf = (fact: Fact): number => (fact.kind === 'closed' ? fact.began : fact.at);

/** Whose a fact is. */
export type NameOf = (fact: Fact) => string;

/** Whose a fact is, also when it was kept before somebody proved who they are. @param facts in order */
export function personsOf(facts: readonly Fact[]): NameOf {
  const proved = new Map<string, string>();
  for (const { verified, chat, person } of facts) if (verified) proved.set(chat, person);
  return ({ verified, person, chat }) => (verified ? person : (proved.get(chat) ?? person));
}

/**
 * Who wants a person, or has a case, without a word of what it is about may well be back: nobody can say that it is something else. Nor of a kindred
 * topic: whoever topped up, and then has a case about a top-up that is looked for.
 */
const mayBeAbout = (fact: Fact, topic: string): boolean =>
  fact.topic === topic ||
  (fact.kind === 'closed' && isHuman(fact.outcome) && (fact.topic === NO_TOPIC || isCarrier(fact.topic) || areKindred(fact.topic, topic))) ||
  (fact.kind === 'ticket' && areKindred(fact.topic, topic));

/**
 * How long after what was solved in a session its person came with the same topic again, ms: in this bot on any channel, or with a ticket of whatever
 * origin. Infinity: not yet.
 */
export function returns(facts: readonly Fact[], nameOf: NameOf): (session: Session) => number {
  const visits = new Map<string, Fact[]>();
  for (const fact of facts) {
    if (fact.kind !== 'closed' && fact.kind !== 'ticket') continue;
    const person = nameOf(fact);
    const known = visits.get(person);
    if (known) known.push(fact);
    else visits.set(person, [fact]);
  }
  const known = new Map<string, number>();
  const first = ({ person, matters }: Session): number => {
    let after = Infinity;
    for (const { topic, outcome, ended } of matters) {
      if (!isSolved(outcome)) continue;
      for (const fact of visits.get(person) ?? []) {
        const late = momentOf(fact) - ended;
        if (late > 0 && late < after && mayBeAbout(fact, topic)) after = late;
      }
    }
    return after;
  };
  return (session) => {
    const after = known.get(session.id) ?? first(session);
    known.set(session.id, after);
    return after;
  };
}
