import { z } from 'zod';
import type { Language } from '../domain/texts';
import { Arrival } from '../domain/message';
import { soon } from '../soon';
import type { Outcome, Turn } from '../state/mailbox';
import { newlyProved, signedIn, touch } from '../state/session';
import { unasked } from './attending/shielded';
import { awaited, isHidden } from './awaited';
import type { Desk } from './engine/desk';
import { ConversationRecord, forgotten, newRecord } from './engine/record';
import { followed, withFiles } from './engine/trail';
import { isAbout, isCommand, leaves } from './meanwhile';
import { maySend, stopsHere } from './stopping';
import { turnDesk, type DeskParts } from './turn-desk';
import { Done, lost, outcomeOf, paid, spoken } from './turn-end';

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

/** A message that is being handled: `delivered` is whether it was written with the last reply in sight, `tries` how often it was begun anew. */
type Work = NonNullable<ConversationRecord['awaiting']>;
/** Reads what is remembered: every run changes what it was given. */
type Read = () => ConversationRecord;
/** A slow turn is under way: what is remembered with it and without, and how to read the latter. */
interface Waiting {
  readonly record: ConversationRecord;
  readonly rest: ConversationRecord;
  readonly awaiting: Work;
  readonly bare: Read;
}
const Late = z.object({ number: z.number(), done: Done.optional() });

/**
 * One turn of a conversation, pure in what it keeps: the same message on the same state gives the same outcome, and whatever it
 * did outside is recorded as an effect. So it may be run again after a crash, and it may be finished later than it was begun.
 */
export function conversation(parts: ConversationParts): (turn: Turn & { readonly message: string }) => Promise<Outcome> {
  const { clock, report, country, language, budgetMs = TURN_BUDGET_MS } = parts;

  /** What is remembered changes as the turn goes on: `record` is this run's own. */
  const run = async (turn: Turn, task: Work, record: ConversationRecord, goes?: DeskParts['goes']): Promise<Done> => {
    const { number, arrival, delivered, tries } = task;
    const before = { session: record.session, awaited: awaited(record), hides: arrival.kind === 'said' && isHidden(record, arrival.text) };
    const now = clock();
    delete record.awaiting;
    if (arrival.kind === 'event' && arrival.language) record.language = arrival.language;
    if (arrival.kind === 'said') {
      record.session = touch(record.session, now);
      // What was shown to somebody who was signed in is not said again to somebody who is not.
      if (signedIn(record.session) < signedIn(before.session)) record.last = [];
    }
    const heard = arrival.kind === 'said' ? { ...arrival, text: unasked({ record, now }, arrival.text, before.awaited) } : arrival;
    if (heard.kind === 'said' && heard.attachments) record.trail = withFiles(record.trail, heard, now);
    const own = goes ? { ...parts, goes } : parts;
    const desk = turnDesk(own, { conversation: turn.conversation, number, delivered, now, rerun: turn.tries + tries > 0 }, record, heard);
    const typing = heard.kind === 'said' ? setTimeout(parts.typing, TYPING_MS, turn.conversation, turn.said) : undefined;
    try {
      await parts.hear(desk, heard);
    } finally {
      clearTimeout(typing);
    }
    if (heard.kind === 'said') record.trail = followed(record.trail, heard, desk, before.hides);
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
    const first = await soon(work, budgetMs);
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
    const said = (await paid(parts, record)) ? 'workingPaid' : 'working';
    const event: Arrival = { kind: 'event', name: AGAIN, value: { number } };
    return {
      ...outcomeOf(turn, { record: { ...record, awaiting: task }, replies: tries > 0 ? [] : [spoken(record, said)] }),
      timers: [{ id: `${AGAIN}:${number}:${tries}`, at: clock() + AGAIN_MS, message: JSON.stringify(event) }],
    };
  };
  const tell = async ({ conversation: to }: Turn, { number, tries }: Work, done?: Done): Promise<void> => {
    const event: Arrival = { kind: 'event', name: LATE, value: { number, ...(done && { done }) } };
    await parts.post(to, `${LATE}:${number}:${tries}`, event).catch((error: unknown) => report('turn.late-untold', { error: String(error) }));
  };

  const heardIn = (turn: Turn, read: Read, arrival: Arrival): Promise<Outcome> => {
    const record = read();
    const { awaiting, ...rest } = record;
    const bare = reader(rest, () => ({ ...read(), awaiting: undefined }));
    const task: Work = { number: turn.number, arrival, tries: 0, delivered: turn.seen >= record.shown };
    return awaiting ? whileWaiting(turn, task, { record, rest, awaiting, bare }) : timed(turn, task, bare);
  };

  /** Something arrives while a slow turn is under way. */
  const whileWaiting = async (turn: Turn, task: Work, { record, rest, awaiting, bare }: Waiting): Promise<Outcome> => {
    const { arrival } = task;
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
    if (arrival.kind === 'said' && arrival.cards) return outcomeOf(turn, { record, replies: [spoken(record, 'cards')] });
    if (arrival.kind === 'said' || arrival.kind === 'joined')
      return outcomeOf(turn, { record, replies: [spoken(record, (await paid(parts, rest)) ? 'stillPaid' : 'stillWorking')] });
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
      return { ...(await heardIn(turn, read, arrival)), unsays: arrival.since };
    }
    const ours = arrival.kind === 'event' && (arrival.name === LATE || arrival.name === AGAIN);
    if (ours && !(record.awaiting && isAbout(arrival, record.awaiting.number))) return outcomeOf(turn, { record, replies: [] });
    return heardIn(
      turn,
      reader(record, () => remembered(turn)),
      arrival,
    );
  };
}

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
