import { z } from 'zod';
import type { Config } from '../config';
import { commandIn } from '../dialogs/commands';
import { isAttended } from '../dialogs/engine/attended';
import type { Desk } from '../dialogs/engine/desk';
import { smallTalk } from '../dialogs/manners';
import type { Arrival } from '../domain/message';
import type { Step } from '../domain/outcomes';
import { topicOf } from '../domain/outcomes/topics';
import { homeOwner, type Session } from '../state/session';
import { outcomeLedger, type OutcomeLedger } from '../state/outcomes';
import type { Store } from '../state/redis-mailbox';
import type { Parts } from './parts';

/** What the watch over a turn knows of it. */
export interface Watched {
  readonly skill: string | undefined;
  readonly outcome: string;
}

/** Skills on the way to a topic, and none themselves: who somebody is, what they think of us. */
const NO_TOPIC = /^(?:login-|lines$|contracts$|nps$)/;
/** What becomes of a message that says more than hello. */
const ENGAGED: ReadonlySet<string> = new Set(['done', 'asking', 'handover', 'unheard', 'down', 'left', 'failed', 'broken']);
/** How often quiet conversations are looked for, ms. */
const LOOK_MS = 60_000;

/** The step of one turn; undefined when it says nothing: a timer, a language switch, words that are for a person. Pure. */
export function stepOf(desk: Desk, arrival: Arrival, { skill, outcome }: Watched): Step | undefined {
  const { conversation, number, now, country, record, marks, nps } = desk;
  const said = arrival.kind === 'said' || arrival.kind === 'called';
  const settled = settledIn(arrival);
  const topic = [settled?.topic, desk.finished, skill, desk.begun].find((name) => name !== undefined && !NO_TOPIC.test(name));
  const isWithPerson = isAttended(record);
  const isOurs = said && !(isWithPerson && outcome === 'talk');
  if (!isOurs && !nps && settled === undefined) return undefined;
  const end = endOf(desk, topic, outcome);
  const helped = marks.findLast((mark) => mark.helped !== undefined)?.helped;
  const about = marks.findLast((mark) => mark.about !== undefined)?.about;
  const { asked, score } = nps ?? {};
  // A flow that an agent begins is no work of the bot's alone.
  const isPerson = outcome === 'handover' || marks.some(({ person }) => person === true) || (isOurs && isWithPerson);
  const isCase = settled?.isStuck === true || marks.some(({ opened }) => opened !== undefined);
  return {
    ...{ number, at: now, channel: conversation.split(':', 1)[0] ?? '', country: country.code, language: record.language, said },
    engages: said && isMatter(arrival, outcome) && skill !== 'nps' && (nps === undefined || nps.asked === true),
    ...(topic !== undefined && { topic: topicOf(topic) }),
    ...(end && { end }),
    ...(isUnheard(desk, topic, outcome) && { unheard: true }),
    // Nobody was there: what is left for people is a ticket.
    ...(isPerson && (!isCase || isWithPerson) && { person: true }),
    ...(isCase && { ticket: true, ...(about !== undefined && { about }) }),
    ...(helped !== undefined && { helped }),
    ...(nps && {
      survey: { topic: topicOf(record.surveyed?.topic ?? topic ?? 'none'), ...(asked && { asked }), ...(score !== undefined && { score }) },
    }),
    ...(settled && { settled: settled.done }),
  };
}

/** More than a greeting, a thank-you or a command: also what led to no skill. */
function isMatter(arrival: Arrival, outcome: string): boolean {
  if (ENGAGED.has(outcome)) return true;
  return outcome === 'talk' && arrival.kind === 'said' && smallTalk(arrival.text) === undefined && commandIn(arrival.text) === undefined;
}

/** Not understood, or asked back for; a question to which an article was found was heard. */
const isUnheard = ({ noted, record }: Desk, topic: string | undefined, outcome: string): boolean =>
  (outcome === 'unheard' || noted !== undefined) && !(topic === 'faq' && hasFound(record.stack[0]?.state));

/** Skills that show what was asked for and then ask what next: the question under which the answer stands, and what that answer is worth. */
const SHOWN: Readonly<Record<string, readonly [question: string, end: NonNullable<Step['end']>]>> = {
  'balance-use': ['what', 'proved'],
  operations: ['which', 'proved'],
  'usage-history': ['next', 'proved'],
  stores: ['next', 'proved'],
  cases: ['which', 'told'],
  outage: ['notify', 'told'],
};

/** What the end of a skill says of its matter. */
function endOf({ finished, marks, spent, record }: Desk, topic: string | undefined, outcome: string): Step['end'] {
  const state = record.stack[0]?.state;
  if (topic === 'faq') {
    const helped = marks.findLast((mark) => mark.helped !== undefined)?.helped;
    if (helped !== undefined) return helped ? 'confirmed' : 'contradicted';
    return (outcome === 'asking' || outcome === 'unheard') && hasFound(state) ? 'told' : undefined;
  }
  if (spent === 'refused' || spent === 'limit') return 'refused';
  if (spent === 'unknown') return 'unsettled';
  if (finished !== undefined && finished === topic) return 'proved';
  const [question, end] = SHOWN[topic ?? ''] ?? [];
  return question !== undefined && record.stack[0]?.id === topic && questionIn(state) === question ? end : undefined;
}

const Asked = z.object({ asked: z.object({ name: z.string() }) });
/** The question of a flow that is open. */
const questionIn = (state: unknown): string | undefined => Asked.safeParse(state).data?.asked.name;

/** The end of an order that came later is what became of its topic; `isStuck`: it has none, and people look for it. */
function settledIn(arrival: Arrival): { readonly topic: string; readonly done: boolean; readonly isStuck: boolean } | undefined {
  if (arrival.kind !== 'event' || !arrival.name.endsWith(':settled')) return undefined;
  const { value } = arrival;
  if (typeof value !== 'object' || value === null || !('what' in value)) return undefined;
  if (value.what !== 'done' && value.what !== 'refused' && value.what !== 'stuck') return undefined;
  return { topic: arrival.name.slice(0, -':settled'.length), done: value.what === 'done', isStuck: value.what === 'stuck' };
}

const Found = z.object({ answers: z.object({ found: z.unknown().refine((found) => found !== undefined) }) });
/** Articles were shown and wait for a word. */
const hasFound = (state: unknown): boolean => Found.safeParse(state).success;

/** Who is proved: the line or the contract that we speak of. */
function identityOf({ current, home, speaks, lines, homes }: Session): string | undefined {
  const line = lines.find(({ msisdn }) => msisdn === current)?.msisdn;
  const contract = homes.find((each) => each.contract === home)?.contract;
  const owner = contract === undefined ? undefined : homeOwner(contract);
  return speaks === 'home' ? (owner ?? line) : (line ?? owner);
}

/** Notes what came of turns, and closes conversations that went quiet. */
export interface Counting {
  /** Nobody waits for it; a turn that runs again is noted once. */
  readonly heard: (desk: Desk, arrival: Arrival, watched: Watched) => void;
  readonly start: () => void;
  readonly stop: () => void;
  /** Resolves when what was heard is noted. */
  readonly idle: () => Promise<void>;
}

export function counting(
  { OTP_PEPPER, OUTCOME_IDLE_MINUTES }: Pick<Config, 'OTP_PEPPER' | 'OUTCOME_IDLE_MINUTES'>,
  { store, clock, report }: Pick<Parts, 'clock' | 'report'> & { readonly store: Store },
): Counting {
  const idleMs = OUTCOME_IDLE_MINUTES * 60_000;
  const ledger: OutcomeLedger = outcomeLedger({ ...store, pepper: OTP_PEPPER, clock });
  const failed = (error: unknown): void => report('outcomes.failed', { error });
  let timer: NodeJS.Timeout | undefined;
  return {
    idle: ledger.idle,
    heard(desk, arrival, watched) {
      if (desk.conversation.startsWith('apart:')) return;
      const step = stepOf(desk, arrival, watched);
      if (step)
        void ledger.note({ conversation: desk.conversation, identity: identityOf(desk.record.session), step, why: desk.nps?.why }).catch(failed);
    },
    start: () => void (timer ??= setInterval(() => void ledger.close(clock() - idleMs).catch(failed), LOOK_MS).unref()),
    stop() {
      clearInterval(timer);
      timer = undefined;
    },
  };
}
