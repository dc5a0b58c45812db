import { NO_TOPIC, OUTCOMES, type Closed, type Fact, type Outcome, type Step } from './facts';

/** Skills that carry a matter on and are none themselves, unless there is no other. */
const CARRIERS = new Set(['agent', 'ticket', 'photo', 'handover', 'person']);

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
  const closed = (topic: string, outcome: Outcome, { began, ended, unheard }: Omit<Matter, 'ends'>): Closed => {
    return { kind: 'closed', ...about, session, topic, outcome, began, ended, at: last.at, unheard };
  };
  const asides = inOrder.flatMap((step) => asidesOf(step, about));
  if (!inOrder.some(({ said, survey }) => said && !survey)) return asides; // only things that happened, or an answer to a survey: no conversation
  if (!inOrder.some(({ engages }) => engages)) return [closed(NO_TOPIC, 'unengaged', { began: first.at, ended: last.at, unheard: 0 }), ...asides];
  const matters = mattersOf(inOrder);
  return [...[...matters].map(([topic, matter]) => closed(topic, outcomeOf(matter), matter)), ...asides];
}

/** Topic by topic. What carries a matter on belongs to the topic that was spoken of before it. */
function mattersOf(steps: readonly Step[]): ReadonlyMap<string, Matter> {
  const matters = new Map<string, Matter>();
  let current: string | undefined;
  for (const step of steps) {
    if (!step.said) {
      const known = step.topic === undefined ? undefined : matters.get(step.topic);
      if (known && step.end) settle(known, MADE[step.end]); // nobody spoke: what happened ends what was spoken of, and opens nothing
      continue;
    }
    const named = step.topic;
    if (named !== undefined && (!CARRIERS.has(named) || current === undefined || current === NO_TOPIC)) current = adopt(matters, current, named);
    const isAnything = step.engages || named !== undefined || step.person || step.ticket;
    if (!isAnything) continue;
    current ??= NO_TOPIC;
    const matter = matters.get(current) ?? { ends: new Set(), began: step.at, ended: step.at, unheard: 0 };
    matter.ended = step.at;
    if (step.unheard) matter.unheard++;
    if (step.end && !(named !== undefined && CARRIERS.has(named))) settle(matter, MADE[step.end]);
    if (step.ticket) matter.ends.add('ticket');
    if (step.person) matter.ends.add('escalated');
    matters.set(current, matter);
  }
  return matters;
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

function asidesOf({ survey, helped, settled, at, topic = NO_TOPIC }: Step, about: Whose & Pick<Step, 'channel' | 'country'>): Fact[] {
  return [
    ...(survey?.asked ? [{ kind: 'survey' as const, ...about, at, topic: survey.topic }] : []),
    ...(survey?.score === undefined ? [] : [{ kind: 'survey' as const, ...about, at, topic: survey.topic, score: survey.score }]),
    ...(survey?.why === undefined ? [] : [{ kind: 'reason' as const, ...about, at, topic: survey.topic, why: survey.why }]),
    ...(helped === undefined ? [] : [{ kind: 'judged' as const, ...about, at, topic, helped }]),
    ...(settled === undefined ? [] : [{ kind: 'settled' as const, ...about, at, topic, done: settled }]),
  ];
}

/** How a whole conversation counts, by its matters: as the gravest of them. */
export const worst = (outcomes: readonly Outcome[]): Outcome => OUTCOMES.find((each) => outcomes.includes(each)) ?? 'unengaged';
