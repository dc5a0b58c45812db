import { z } from 'zod';
import type { Language } from '../domain/texts';
import { textsFor } from '../domain/texts';
import { Arrival, Message } from '../domain/message';
import { withoutSecrets } from '../domain/secrets';
import type { Outcome, Turn } from '../state/mailbox';
import { newlyProved, signedIn, touch } from '../state/session';
import { graveIn } from '../understanding/safety';
import { ASKS, awaited, HIDES } from './awaited';
import { commandIn } from './commands';
import type { Desk } from './engine/desk';
import { ConversationRecord, forgotten, newRecord } from './engine/record';
import { followed, withFiles } from './engine/trail';
import { isSent, maySend, stopsHere } from './stopping';
import { rootTexts } from './texts';
import { APART, turnDesk, type DeskParts } from './turn-desk';
import { MENU } from './voice';

/** How long a turn may take before the customer is shown that the bot is at work on it, in ms. Most are answered by then. */
const TYPING_MS = 150;
/** How long a turn may take before the conversation is freed and the rest comes by itself, in ms. */
const TURN_BUDGET_MS = 2_000;
/** When a slow turn whose process may have died is run again, in ms: longer than the deadlines of all its backend calls. */
const AGAIN_MS = 30_000;
const MOST_AGAIN = 3;
const LATE = 'late';
const AGAIN = 'again';

export interface ConversationParts extends DeskParts {
  /** Hears one arrival; what is said is on the desk afterwards. */
  readonly hear: (desk: Desk, arrival: Arrival) => Promise<void>;
  /** Work that goes on after its turn, and never fails: the process should not end before it. */
  readonly background: (work: Promise<void>) => void;
  /** Lines that have just been proved in a conversation: what is kept there is theirs. Throws while it cannot be kept. */
  readonly proved?: (conversation: string, lines: readonly string[]) => Promise<void>;
  /** A turn goes on that the customer waits for; `said` is the number of the last reply before it. */
  readonly typing: (conversation: string, said: number) => void;
  readonly clock: () => number;
  readonly language: Language;
  readonly budgetMs?: number;
  readonly report: (event: string, detail: object) => void;
}

const Ring = z.object({ id: z.string(), at: z.number(), message: z.string() });
/** What a finished turn leaves: what is remembered and what is said. */
const Done = z.object({ record: ConversationRecord, replies: z.array(Message), forgets: z.boolean().optional(), rings: z.array(Ring).optional() });
type Done = z.infer<typeof Done>;
/** A message that is being handled: `delivered` is whether it was written with the last reply in sight, `tries` how often it was begun anew. */
type Work = NonNullable<ConversationRecord['awaiting']>;
/** Reads what is remembered: every run changes what it was given. */
type Read = () => ConversationRecord;
const Late = z.object({ number: z.number(), done: Done.optional() });

/**
 * One turn of a conversation, pure in what it keeps: the same message on the same state gives the same outcome, and whatever it
 * did outside is recorded as an effect. So it may be run again after a crash, and it may be finished later than it was begun.
 */
export function conversation(parts: ConversationParts): (turn: Turn & { readonly message: string }) => Promise<Outcome> {
  const { clock, report, country, language } = parts;
  const budgetMs = parts.budgetMs ?? TURN_BUDGET_MS;

  /** What is remembered changes as the turn goes on: `record` is this run's own. */
  const run = async (turn: Turn, task: Work, record: ConversationRecord, goes?: DeskParts['goes']): Promise<Done> => {
    const { number, arrival, delivered, tries } = task;
    const before = { session: record.session, awaited: awaited(record) };
    const now = clock();
    delete record.awaiting;
    if (arrival.kind === 'event' && arrival.language) record.language = arrival.language;
    if (arrival.kind === 'said') {
      record.session = touch(record.session, now);
      // What was shown to somebody who was signed in is not said again to somebody who is not.
      if (signedIn(record.session) < signedIn(before.session)) record.last = [];
    }
    const heard = arrival.kind === 'said' ? { ...arrival, text: withoutSecrets(arrival.text, before.awaited) } : arrival;
    if (heard.kind === 'said' && heard.attachments) record.trail = withFiles(record.trail, heard, now);
    const own = goes ? { ...parts, goes } : parts;
    const desk = turnDesk(own, { conversation: turn.conversation, number, delivered, now, rerun: turn.tries + tries > 0 }, record, heard);
    const typing = arrival.kind === 'said' ? setTimeout(parts.typing, TYPING_MS, turn.conversation, turn.said) : undefined;
    await parts.hear(desk, heard).finally(() => clearTimeout(typing));
    if (heard.kind === 'said')
      record.trail = followed(record.trail, heard, {
        replies: desk.replies,
        hides: HIDES[before.awaited] !== undefined,
        at: now,
        done: desk.finished,
      });
    const proved = newlyProved(before.session, record.session);
    if (proved.length > 0) await parts.proved?.(turn.conversation, proved);
    return { record, replies: desk.replies, ...(desk.rings.length > 0 && { rings: desk.rings }), ...(desk.forgets && { forgets: true }) };
  };

  /** Runs within the budget; what takes longer is finished in the background and told by an event. */
  const timed = async (turn: Turn, task: Work, read: Read): Promise<Outcome> => {
    if (task.arrival.kind === 'event') return outcomeOf(turn, await run(turn, task, read())); // nobody waits, so nothing is said of waiting
    const { number, tries } = task;
    const begun = performance.now();
    const isSlow = (): boolean => performance.now() - begun > budgetMs / 2; // soon the customer may leave it
    const slow = { conversation: turn.conversation, number };
    const work = run(turn, task, read(), async (order) => !isSlow() || maySend(parts, slow, order));
    const first = await within(work, budgetMs);
    if (first) return outcomeOf(turn, first);
    const rest = work.then(
      (done) => tell(turn, task, done),
      (error: unknown) => {
        report('turn.slow-failed', { conversation: turn.conversation, number, error: String(error) });
        return tell(turn, task);
      },
    );
    parts.background(rest);
    const record = read();
    const event: Arrival = { kind: 'event', name: AGAIN, value: { number } };
    return {
      ...outcomeOf(turn, { record: { ...record, awaiting: task }, replies: tries > 0 ? [] : [spoken(record, 'working')] }),
      timers: [{ id: `${AGAIN}:${number}:${tries}`, at: clock() + AGAIN_MS, message: JSON.stringify(event) }],
    };
  };
  const tell = async ({ conversation: to }: Turn, { number, tries }: Work, done?: Done): Promise<void> => {
    const event: Arrival = { kind: 'event', name: LATE, value: { number, ...(done && { done }) } };
    await parts.post(to, `${LATE}:${number}:${tries}`, event).catch((error: unknown) => report('turn.late-untold', { error: String(error) }));
  };

  /** Something arrives while a slow turn is under way. */
  const whileWaiting = async (turn: Turn, read: Read, arrival: Arrival): Promise<Outcome> => {
    const record = read();
    const { awaiting, ...rest } = record;
    const bare = reader(rest, () => ({ ...read(), awaiting: undefined }));
    const task: Work = { number: turn.number, arrival, tries: 0, delivered: turn.seen >= record.shown };
    if (!awaiting) return timed(turn, task, bare);
    if (arrival.kind === 'event' && isAbout(arrival, awaiting.number)) {
      if (arrival.name === LATE) return late(turn, rest, arrival.value);
      if (awaiting.tries + 1 >= MOST_AGAIN) return lost(parts, turn, rest);
      return timed(turn, { ...awaiting, tries: awaiting.tries + 1 }, bare);
    }
    if (arrival.kind === 'said' && isCommand(arrival)) {
      if (await stopsHere(parts, { conversation: turn.conversation, number: awaiting.number }, rest)) return timed(turn, task, bare);
      if (leaves(arrival)) return timed(turn, task, () => ({ ...bare(), stack: [] })); // its end is told by itself
      return outcomeOf(turn, { record, replies: [spoken(record, 'onItsWay')] });
    }
    if (arrival.kind === 'said') return outcomeOf(turn, { record, replies: [spoken(record, arrival.cards ? 'cards' : 'stillWorking')] });
    if (arrival.kind === 'joined') return outcomeOf(turn, { record, replies: [spoken(record, 'stillWorking')] });
    const done = await run(turn, task, rest);
    return outcomeOf(turn, { ...done, record: { ...done.record, awaiting } });
  };

  const late = async (turn: Turn, now: ConversationRecord, value: unknown): Promise<Outcome> => {
    const { done } = Late.parse(value);
    if (!done) return lost(parts, turn, now);
    // Who attends may have changed meanwhile: those words came later.
    const attended = now.attended ?? done.record.attended;
    return outcomeOf(turn, { ...done, record: { ...done.record, language: now.language, form: now.form, ...(attended && { attended }) } });
  };

  const remembered = (turn: Turn): ConversationRecord => {
    if (turn.state === undefined) return newRecord(language, country.form);
    const read = ConversationRecord.safeParse(parsed(turn.state));
    if (read.success) return read.data;
    report('state.unreadable', {
      conversation: turn.conversation,
      why: read.error.issues.map(({ path, code }) => `${path.join('.')} ${code}`).slice(0, 5),
    });
    return newRecord(language, country.form);
  };

  return async (turn) => {
    const record = remembered(turn);
    const arrival = Arrival.parse(parsed(turn.message));
    if (arrival.kind === 'said' && arrival.since !== undefined) {
      const read = reader(forgotten(record), () => forgotten(remembered(turn)));
      return { ...(await whileWaiting(turn, read, arrival)), unsays: arrival.since };
    }
    const ours = arrival.kind === 'event' && (arrival.name === LATE || arrival.name === AGAIN);
    if (ours && !(record.awaiting && isAbout(arrival, record.awaiting.number))) return outcomeOf(turn, { record, replies: [] });
    return whileWaiting(
      turn,
      reader(record, () => remembered(turn)),
      arrival,
    );
  };
}

/** A slow turn came to no end. Where money was sent in it, the ledger tells how that went. */
async function lost(parts: ConversationParts, turn: Turn, record: ConversationRecord): Promise<Outcome> {
  const what = (await isSent(parts, record)) ? 'onItsWay' : 'down';
  return outcomeOf(turn, { record: { ...record, stack: [] }, replies: [spoken(record, what)] });
}

/** State, replies and whether a secret is awaited; the last reply of a turn is the one an answer must have seen. */
function outcomeOf(turn: Turn, { record, replies, forgets = false, rings }: Done): Outcome {
  if (turn.conversation.startsWith(APART)) return { state: undefined, replies: [] };
  const spoke = replies.length > 0;
  const kept = spoke ? { ...record, last: replies.filter(({ ends }) => !ends).slice(-3), shown: turn.said + replies.length } : record;
  const asked = awaited(kept);
  return {
    ...{ state: JSON.stringify(kept), replies: replies.map((reply) => JSON.stringify(reply)), forgets },
    ...{ secret: HIDES[asked], asked: ASKS[asked] },
    ...(rings && { timers: rings }),
  };
}

const spoken = (record: ConversationRecord, what: 'working' | 'stillWorking' | 'onItsWay' | 'cards' | 'down'): Message => ({
  text: textsFor(rootTexts, record.language, record.form)[what],
  language: record.language,
});

function isAbout(event: Extract<Arrival, { kind: 'event' }>, number: number): boolean {
  return z.object({ number: z.literal(number) }).safeParse(event.value).success;
}

function isCommand({ text, tap }: Extract<Arrival, { kind: 'said' }>): boolean {
  return tap?.choice === MENU || (!tap && (commandIn(text) !== undefined || graveIn(text) !== undefined));
}

/** Where nothing of what is under way is asked or shown again. */
function leaves({ text, tap }: Extract<Arrival, { kind: 'said' }>): boolean {
  return tap !== undefined || graveIn(text) !== undefined || LEAVING.has(commandIn(text));
}
const LEAVING: ReadonlySet<ReturnType<typeof commandIn>> = new Set(['menu', 'leave', 'person']);

/** Gives what was read already to the first who asks, and reads again for the next. */
function reader(first: ConversationRecord, again: Read): Read {
  let left: ConversationRecord | undefined = first;
  return () => {
    const record = left ?? again();
    left = undefined;
    return record;
  };
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

async function within<T>(work: Promise<T>, ms: number): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => (timer = setTimeout(resolve, ms, undefined)));
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
