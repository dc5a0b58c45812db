import { z } from 'zod';
import { closing, Fact, Step } from '../domain/outcomes';
import { keepTickets, type OtherTicket } from './outcomes-elsewhere';
import { gathering } from './gathering';
import { closedOf, FACTS, OPEN, outcomeNames, stepsOf, type OutcomeNames } from './outcomes-keys';
import type { Store } from './redis-mailbox';
import { script } from './scripts';

const DAY_MS = 24 * 3_600_000;
/** Facts are kept for 13 months: a year beside the year before. In ms. */
const LIFE_MS = 400 * DAY_MS;
/** How long steps wait to be closed, and how long it is remembered up to where they were, ms. */
const OPEN_LIFE_MS = 7 * DAY_MS;
const AT_ONCE = 200;
/** Steps that are written at once. */
const GATHER_MOST = 100;
/** Conversations whose names are kept at hand: a name is a keyed digest, and the id beside it is sealed. */
const NAMES_AT_HAND = 5_000;
const PAGE = 1_000;
/** About what a conversation's id is sealed. */
export const SEALED_ABOUT = ['outcomes'] as const;
export const WHY_ABOUT = ['outcomes', 'why'] as const;

/** One step, and whom it is about. */
export interface Noted {
  readonly conversation: string;
  /** A line or `home:<contract>` that is proved; undefined: nobody is. */
  readonly identity: string | undefined;
  readonly step: Step;
  /** Why somebody gave their score, masked; it is sealed here. */
  readonly why?: string | undefined;
}

/** A fact, and its conversation, sealed. */
export interface KeptFact {
  readonly fact: Fact;
  readonly sealed: string;
}

/** How conversations went, as facts with a life of their own. No personal data but the sealed id of the conversation. */
export interface OutcomeLedger {
  /** The same step twice is one step. Nobody should wait for it: it is written a moment later, with those of others. */
  note(what: Noted): Promise<void>;
  /** Resolves when all that was noted is written, or could not be. */
  idle(): Promise<void>;
  /** Closes what has been quiet since `before`, epoch ms. @returns how many conversations */
  close(before: number): Promise<number>;
  /** Takes in tickets that were opened elsewhere, each of them once. @returns how many are new */
  takeIn(tickets: readonly OtherTicket[], country: string): Promise<number>;
  /** The facts that conversations would leave that may still go on, if nothing more were said. Nothing is written. */
  soFar(): AsyncGenerator<KeptFact>;
  /** Every fact, the oldest first. */
  read(): AsyncGenerator<KeptFact>;
}

const Kept = z.object({ step: Step, person: z.string(), verified: z.boolean() });

export function outcomeLedger({
  redis,
  vault,
  pepper,
  clock,
}: Pick<Store, 'redis' | 'vault'> & { readonly pepper: string; readonly clock: () => number }): OutcomeLedger {
  const { client } = redis;
  const names = outcomeNames(pepper);
  const known = namesAtHand(names, (conversation) => vault.seal(conversation, SEALED_ABOUT));
  const [noting, ending] = [script(redis, 'outcomes-note'), script(redis, 'outcomes-close')];

  /** What is known of a conversation that has not been closed, and the facts that it leaves; undefined when its steps are gone. */
  const openOne = async (chat: string) => {
    const { id: sealed = '', ...fields } = await client.hgetall(stepsOf(chat));
    const kept = Object.values(fields)
      .map((json) => Kept.parse(JSON.parse(json)))
      .sort((one, other) => one.step.number - other.step.number);
    const last = kept.at(-1);
    if (!last) return undefined;
    const { person, verified } = kept.findLast((each) => each.verified) ?? last;
    const steps = kept.map(({ step }) => step);
    return { sealed, last: last.step.number, count: kept.length, facts: closing(steps, { chat, person, verified }) };
  };
  const closeOne = async (chat: string, score: string): Promise<number> => {
    const open = await openOne(chat);
    if (!open) return client.zrem(OPEN, chat).then(() => 0); // nobody closed it in a week
    const { sealed, last, count, facts } = open;
    const keys = [OPEN, stepsOf(chat), closedOf(chat), FACTS];
    const head = [chat, score, count + 1, last, sealed, clock() - LIFE_MS, OPEN_LIFE_MS, LIFE_MS];
    return z.number().parse(await ending(keys, [...head, ...facts.map((fact) => JSON.stringify(fact))]));
  };

  const rowOf = ({ conversation, identity, step: plain, why }: Noted) => {
    const reason = why === undefined ? {} : { why: vault.seal(why, WHY_ABOUT) };
    const step = plain.survey ? { ...plain, survey: { ...plain.survey, ...reason } } : plain;
    const { chat, nobody, sealed } = known(conversation);
    const kept: z.infer<typeof Kept> = { step, person: identity === undefined ? nobody : names.person(identity), verified: identity !== undefined };
    return { keys: [stepsOf(chat), closedOf(chat)], args: [step.number, step.at, JSON.stringify(kept), sealed, chat] };
  };
  const { add, idle } = gathering<ReturnType<typeof rowOf>>(
    async (rows) => void (await noting([OPEN, ...rows.flatMap(({ keys }) => keys)], [OPEN_LIFE_MS, ...rows.flatMap(({ args }) => args)])),
    GATHER_MOST,
  );

  return {
    note: async (what) => add(rowOf(what)),
    idle,
    async close(before) {
      const quiet = await client.zrangebyscore(OPEN, '-inf', before, 'WITHSCORES', 'LIMIT', 0, AT_ONCE);
      let closed = 0;
      for (let at = 0; at + 1 < quiet.length; at += 2) closed += await closeOne(quiet[at] ?? '', quiet[at + 1] ?? '');
      return closed;
    },
    async *soFar() {
      for (const chat of await client.zrangebyscore(OPEN, '-inf', '+inf')) {
        const { sealed = '', facts = [] } = (await openOne(chat)) ?? {};
        for (const fact of facts) yield { fact, sealed };
      }
    },
    takeIn: (tickets, country) => keepTickets({ redis }, tickets, { pepper, country }),
    read: () => factRows({ redis }),
  };
}

/** What a conversation is called among outcomes: the same at every turn. `nobody`: the person it is, as long as nobody is proved. */
function namesAtHand({ chat, person }: OutcomeNames, seal: (conversation: string) => string) {
  const known = new Map<string, { readonly chat: string; readonly nobody: string; readonly sealed: string }>();
  return (conversation: string) => {
    const found = known.get(conversation);
    if (found) return found;
    if (known.size >= NAMES_AT_HAND) known.clear();
    const made = { chat: chat(conversation), nobody: person(conversation), sealed: seal(conversation) };
    known.set(conversation, made);
    return made;
  };
}

/** Some rows of the stream: those that can be read, how many there were, and the last one's name. */
export interface FactPage {
  readonly rows: readonly (KeptFact & { readonly row: string })[];
  readonly count: number;
  readonly last: string;
}

/** Rows of the stream, page by page. What an older release wrote and this one cannot read is counted and left out. @param from a row's name; `(` before it: the one after */
export async function* factPages({ redis: { client } }: Pick<Store, 'redis'>, from = '-'): AsyncGenerator<FactPage> {
  for (let next = from; ;) {
    const page = await client.xrange(FACTS, next, '+', 'COUNT', PAGE);
    const last = page.at(-1)?.[0];
    if (last === undefined) return;
    const rows = page.flatMap(([row, fields]) => {
      const fact = Fact.safeParse(parsed(fields[1]));
      return fact.success ? [{ row, fact: fact.data, sealed: fields[3] ?? '' }] : [];
    });
    yield { rows, count: page.length, last };
    if (page.length < PAGE) return;
    next = `(${last}`;
  }
}

/** All rows that can be read. */
export async function* factRows(store: Pick<Store, 'redis'>): AsyncGenerator<FactPage['rows'][number]> {
  for await (const { rows } of factPages(store)) yield* rows;
}

function parsed(json: string | undefined): unknown {
  try {
    return JSON.parse(json ?? 'null');
  } catch {
    return undefined;
  }
}
