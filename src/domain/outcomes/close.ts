import { areKindred } from '../cases/kinds';
import { NO_TOPIC, OUTCOMES, type Closed, type Fact, type Outcome, type Step } from './facts';

/** Skills that carry a matter on and are none themselves, unless there is no other. */
const CARRIERS: ReadonlySet<string> = new Set(['agent', 'ticket', 'photo', 'case-words', 'handover', 'person']);
export const isCarrier = (topic: string): boolean => CARRIERS.has(topic);

/** Who a stretch of conversation is about; see `Closed`. */
export interface Whose {
  readonly person: string;
  readonly chat: string;
  readonly verified: boolean;
}

interface Matter {
  readonly ends: Set<Outcome>;
  readonly began: number;
  ended: number;
  unheard: number;
  /** Orders of it whose end nobody knows yet. */
  doubts: number;
}

/** What one end makes of its matter. Money that was refused or is still unknown is not what the customer came for. */
const MADE: Readonly<Record<NonNullable<Step['end']>, Outcome>> = {
  proved: 'proved',
  told: 'assumed',
  confirmed: 'confirmed',
  contradicted: 'abandoned',
  refused: 'abandoned',
  unsettled: 'abandoned',
};

/**
 * Closes a stretch of conversation: each topic of it ends in exactly one outcome, and what was surveyed is told beside. Pure: the same steps, in any
 * order and however often each was written, close the same.
 *
 * @param steps of one conversation, from its first turn after a silence to its last
 */
export function closing(steps: readonly Step[], whose: Whose): readonly Fact[] {
  const inOrder = [...new Map(steps.map((step) => [step.number, step])).values()].sort((one, other) => one.number - other.number);
  const [first] = inOrder;
  const last = inOrder.at(-1);
  if (!first || !last) return [];
  const { channel, country } = first;
  const about = { ...whose, channel, country };
  const session = `${whose.chat}.${first.number}`;
  const closed = (topic: string, outcome: Outcome, { began, ended, unheard, doubts }: Omit<Matter, 'ends'>): Closed => {
    const times = { began, ended, at: last.at };
    return { kind: 'closed', ...about, session, topic, outcome, ...times, unheard, ...(doubts > 0 && { unsettled: true }) };
  };
  const { matters, settledHere } = mattersOf(inOrder);
  const asides = inOrder.flatMap((step) => asidesOf(step, about, settledHere.has(step)));
  if (!inOrder.some(({ said, survey }) => said && !survey)) return asides; // only things that happened, or an answer to a survey: no conversation
  if (!inOrder.some(({ engages }) => engages))
    return [closed(NO_TOPIC, 'unengaged', { began: first.at, ended: last.at, unheard: 0, doubts: 0 }), ...asides];
  return [...[...matters].map(([topic, matter]) => closed(topic, outcomeOf(matter), matter)), ...asides];
}

interface Matters {
  readonly matters: ReadonlyMap<string, Matter>;
  /** Ends of money that was put in doubt in this very stretch: they are told by its matter. */
  readonly settledHere: ReadonlySet<Step>;
}

/** Topic by topic. What carries a matter on belongs to the topic that was spoken of before it, unless that was solved and the case names another. */
function mattersOf(steps: readonly Step[]): Matters {
  const matters = new Map<string, Matter>();
  const settledHere = new Set<Step>();
  let current: string | undefined;
  for (const step of steps) {
    if (!step.said) {
      if (happened(step.topic === undefined ? undefined : matters.get(step.topic), step)) settledHere.add(step);
      continue;
    }
    const named = step.topic;
    if (named !== undefined && (!CARRIERS.has(named) || current === undefined || current === NO_TOPIC)) current = adopt(matters, current, named);
    else if (step.about !== undefined && isOther(step.about, current) && isSolved(matters, current)) current = step.about;
    const isAnything = step.engages || named !== undefined || step.person || step.ticket;
    if (!isAnything) continue;
    current ??= NO_TOPIC;
    const matter = matters.get(current) ?? { ends: new Set(), began: step.at, ended: step.at, unheard: 0, doubts: 0 };
    said(matter, step);
    matters.set(current, matter);
  }
  return { matters, settledHere };
}

const isOther = (about: string, current: string | undefined): boolean => !CARRIERS.has(about) && !areKindred(about, current ?? about);

function isSolved(matters: Matters['matters'], topic: string | undefined): boolean {
  const matter = topic === undefined ? undefined : matters.get(topic);
  return matter !== undefined && ['proved', 'confirmed'].includes(outcomeOf(matter));
}

function said(matter: Matter, { at, unheard, end, topic, ticket, person }: Step): void {
  matter.ended = at;
  if (unheard) matter.unheard++;
  if (end && !(topic !== undefined && CARRIERS.has(topic))) settle(matter, MADE[end]);
  if (end === 'unsettled') matter.doubts++;
  if (ticket) matter.ends.add('ticket');
  if (person) matter.ends.add('escalated');
}

/** Nobody spoke: what happened ends what was spoken of, and opens nothing. True when it is the end of money that this matter had put in doubt. */
function happened(matter: Matter | undefined, { end, settled, ticket }: Step): boolean {
  if (!matter) return false;
  if (end) settle(matter, MADE[end]);
  if (settled === undefined || matter.doubts === 0) return false;
  matter.doubts--;
  if (settled) settle(matter, 'proved');
  if (ticket) matter.ends.add('ticket');
  return true;
}

/** What somebody said before it was understood belongs to what it turned out to be; a carrier without a matter becomes one when it comes. */
function adopt(matters: Map<string, Matter>, current: string | undefined, named: string): string {
  const isLoose = current === NO_TOPIC || (current !== undefined && CARRIERS.has(current) && matters.get(current)?.ends.size === 0);
  const before = current !== undefined && isLoose && current !== named ? matters.get(current) : undefined;
  if (before && current !== undefined) {
    matters.delete(current);
    const known = matters.get(named);
    if (known) known.unheard += before.unheard;
    else matters.set(named, before);
  }
  return named;
}

/** A later end of the same matter replaces an earlier one: a payment that was refused and then went through was made. */
function settle({ ends }: Matter, outcome: Outcome): void {
  for (const earlier of ['abandoned', 'assumed'] as const) ends.delete(earlier);
  if (outcome === 'abandoned') for (const earlier of ['confirmed', 'proved'] as const) ends.delete(earlier);
  ends.add(outcome);
}

function outcomeOf({ ends }: Matter): Outcome {
  if (ends.has('escalated')) return 'escalated';
  if (ends.has('ticket')) return 'ticket';
  return BEST.find((outcome) => ends.has(outcome)) ?? 'abandoned';
}
const BEST = ['proved', 'confirmed', 'assumed'] as const;

function asidesOf(step: Step, about: Whose & Pick<Step, 'channel' | 'country'>, isToldByMatter: boolean): Fact[] {
  const { survey, helped, settled, ticket, at, topic = NO_TOPIC } = step;
  const isCase = ticket === true;
  return [
    ...(survey?.asked ? [{ kind: 'survey' as const, ...about, at, topic: survey.topic }] : []),
    ...(survey?.score === undefined ? [] : [{ kind: 'survey' as const, ...about, at, topic: survey.topic, score: survey.score }]),
    ...(survey?.why === undefined ? [] : [{ kind: 'reason' as const, ...about, at, topic: survey.topic, why: survey.why }]),
    ...(helped === undefined ? [] : [{ kind: 'judged' as const, ...about, at, topic, helped }]),
    ...(settled === undefined || isToldByMatter ? [] : [{ kind: 'settled' as const, ...about, at, topic, done: settled, ...(isCase && { ticket }) }]),
  ];
}

/** How a whole conversation counts, by its matters: as the gravest of them. */
export const worst = (outcomes: readonly Outcome[]): Outcome => OUTCOMES.find((each) => outcomes.includes(each)) ?? 'unengaged';
