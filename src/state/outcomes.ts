import { z } from 'zod';
import { closing, Fact, Step } from '../domain/outcomes';
import { keepTickets, type OtherTicket } from './outcomes-elsewhere';
import { closedOf, FACTS, OPEN, outcomeNames, stepsOf } from './outcomes-keys';
import type { Store } from './redis-mailbox';
import { script } from './scripts';

const DAY_MS = 24 * 3_600_000;
/** Facts are kept for 13 months: a year beside the year before. In ms. */
const LIFE_MS = 400 * DAY_MS;
/** How long steps wait to be closed, and how long it is remembered up to where they were, ms. */
const OPEN_LIFE_MS = 7 * DAY_MS;
const AT_ONCE = 200;
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
  /** The same step twice is one step. Nobody should wait for it. */
  note(what: Noted): Promise<void>;
  /** Closes what has been quiet since `before`, epoch ms. @returns how many conversations */
  close(before: number): Promise<number>;
  /** Takes in tickets that were opened elsewhere, each of them once. @returns how many are new */
  takeIn(tickets: readonly OtherTicket[], country: string): Promise<number>;
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
  const [noting, ending] = [script(redis, 'outcomes-note'), script(redis, 'outcomes-close')];

  const closeOne = async (chat: string, score: string): Promise<number> => {
    const { id: sealed = '', ...fields } = await client.hgetall(stepsOf(chat));
    const kept = Object.values(fields)
      .map((json) => Kept.parse(JSON.parse(json)))
      .sort((one, other) => one.step.number - other.step.number);
    const last = kept.at(-1);
    if (!last) return client.zrem(OPEN, chat).then(() => 0); // its steps are gone: nobody closed it in a week
    const { person, verified } = kept.findLast((each) => each.verified) ?? last;
    const facts = closing(
      kept.map(({ step }) => step),
      { chat, person, verified },
    );
    const keys = [OPEN, stepsOf(chat), closedOf(chat), FACTS];
    const head = [chat, score, kept.length + 1, last.step.number, sealed, clock() - LIFE_MS, OPEN_LIFE_MS, LIFE_MS];
    return z.number().parse(await ending(keys, [...head, ...facts.map((fact) => JSON.stringify(fact))]));
  };

  return {
    async note({ conversation, identity, step: plain, why }) {
      const reason = why === undefined ? {} : { why: vault.seal(why, WHY_ABOUT) };
      const step = plain.survey ? { ...plain, survey: { ...plain.survey, ...reason } } : plain;
      const chat = names.chat(conversation);
      const kept: z.infer<typeof Kept> = { step, person: names.person(identity ?? conversation), verified: identity !== undefined };
      const sealed = vault.seal(conversation, SEALED_ABOUT);
      await noting([OPEN, stepsOf(chat), closedOf(chat)], [step.number, step.at, JSON.stringify(kept), sealed, OPEN_LIFE_MS, chat]);
    },
    async close(before) {
      const quiet = await client.zrangebyscore(OPEN, '-inf', before, 'WITHSCORES', 'LIMIT', 0, AT_ONCE);
      let closed = 0;
      for (let at = 0; at + 1 < quiet.length; at += 2) closed += await closeOne(quiet[at] ?? '', quiet[at + 1] ?? '');
      return closed;
    },
    takeIn: (tickets, country) => keepTickets({ redis }, tickets, { pepper, country }),
    read: () => factRows({ redis }),
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
