import type { Arrival } from '../../domain/message';
import type { Turns } from '../../state/turns';
import { RETURNED } from '../sunshine/receive';
import type { Control } from './control';
import type { FileLink } from './files';
import type { Received } from './receive';
import { isHeld, threadOf, type Kept, type Threads } from './threads';

export interface TakeParts {
  readonly turns: Pick<Turns, 'accept'>;
  readonly threads: Threads;
  readonly control: Control;
  /** The app that the page's inbox is, where customers are given to its people; else nobody gets a thread who asks for it. */
  readonly people: string | undefined;
  readonly clock: () => number;
  readonly report: (event: string, detail: object) => void;
  /** Fetches a file and keeps it with its conversation. Never throws. */
  readonly keepFile: (conversation: string, file: FileLink) => Promise<void>;
}

/** Clocks differ, and what was written before a thread was passed may come after, ms. */
const PASSING_MS = 10_000;

type Arrived = Extract<Received, { kind: 'arrived' }>;

/** One event of a conversation: the thread changes hands, or the bot hears something. Throws while Redis is away. */
export async function take(parts: TakeParts, conversation: string, event: Received): Promise<void> {
  const { threads, clock } = parts;
  const now = clock();
  const known = await threads.of(conversation);
  const before = known ? asOf(known, now) : threadOf(event.thread, 0); // only the customer's own words open the window
  const keep = (kept: Kept): Promise<void> => threads.keep(conversation, kept, known);
  switch (event.kind) {
    case 'person':
      return keep({ ...before, person: sinceOf(event, known, now), ...(event.controls && { passed: true }) });
    case 'ours':
      if (known?.person === undefined) return keep(threadOf(event.thread, before.at));
      return givenBack(parts, conversation, { thread: threadOf(event.thread, before.at), known, id: event.delivery });
    case 'asked':
      return (await isPassed(parts, event)) ? keep({ ...before, person: now, passed: true }) : undefined;
    case 'aside':
      return keep({ ...before, at: wroteAt(event, before, now), person: sinceOf(event, known, now), passed: true });
    case 'arrived':
      return hear(parts, conversation, event, known);
  }
}

/** Whoever has left the thread is not who was asked for it. */
const asOf = (known: Kept, now: number): Kept => {
  const { asked = false, ...rest } = known;
  return asked && isHeld(known, now) ? known : rest;
};

/** The moment of an event is Meta's: it is not believed beyond now. */
const wroteAt = ({ at }: Received, before: Pick<Kept, 'at'>, now: number): number => Math.max(before.at, Math.min(at, now));

/** When a person had the thread last. What Meta sends again hours later, after they gave it back, silences nobody anew. */
const sinceOf = ({ at }: Received, known: Kept | undefined, now: number): number => Math.max(known?.person ?? 0, Math.min(at, now));

/** Whoever is handed back is told so by the dialogs. Where these could not hear it the thread stays as it was: only so it is told when Meta sends it again. */
async function givenBack(
  { turns, threads }: TakeParts,
  conversation: string,
  { thread, known, id }: { readonly thread: Kept; readonly known: Kept; readonly id: string },
): Promise<void> {
  const back: Arrival = { kind: 'event', name: RETURNED, value: { open: true } };
  const accepting = turns.accept({ conversation, id, message: JSON.stringify(back) });
  try {
    await Promise.all([accepting, threads.keep(conversation, thread, known)]); // side by side: what is said to it must find the thread ours
  } catch (error) {
    await threads.keep(conversation, known, undefined).catch(() => undefined);
    throw error;
  }
}

async function isPassed({ people, control, report }: TakeParts, { thread, by }: Extract<Received, { kind: 'asked' }>): Promise<boolean> {
  const passed = people !== undefined && by === people ? await control.pass(thread, 'asked for') : { refused: 'another app' };
  if (passed !== 'done') report('messenger.not-passed', { why: passed === 'later' ? passed : passed.refused });
  return passed === 'done';
}

async function hear(parts: TakeParts, conversation: string, event: Arrived, known: Kept | undefined): Promise<void> {
  const { threads, turns, report } = parts;
  const now = parts.clock();
  const here = threadOf(event.thread, wroteAt(event, known ?? { at: 0 }, now));
  if (isTheirs(event, known, now)) {
    const passed = known?.passed === true || event.standby === true;
    const theirs = { ...here, person: known && isHeld(known, now) ? known.person : now, ...(passed && { passed }) };
    const wantsBot = asksForBot(event.arrival);
    const isGiven = wantsBot && (await parts.control.take(event.thread));
    if (!isGiven && (passed || !wantsBot)) {
      await keepTheirs(parts, conversation, { theirs, known, asks: wantsBot });
      return report('messenger.person-answers', { conversation });
    }
  }
  // Side by side: both are durable before Meta is told 200, and what was kept of a message that is sent again does no harm.
  const accepting = turns.accept({ conversation, id: event.delivery, message: JSON.stringify(event.arrival) }).then(({ status }) => {
    if (status === 'full') report('messenger.full', { conversation }); // a flood of one customer: sent again it would only grow
    if (status === 'full' || status === 'duplicate') return;
    for (const file of event.files) void parts.keepFile(conversation, file); // now, whatever becomes of the thread: sent again it is a duplicate
  });
  await Promise.all([accepting, threads.keep(conversation, here, known)]);
}

/**
 * The thread stays with whoever has it. They are asked for it once, however often the customer presses, or Meta sends a press again: it is kept before it is
 * done, and undone where it certainly was not.
 */
async function keepTheirs(
  { threads, control, clock }: TakeParts,
  conversation: string,
  { theirs, known, asks }: { readonly theirs: Kept; readonly known: Kept | undefined; readonly asks: boolean },
): Promise<void> {
  const latest = asks ? await threads.of(conversation) : known; // Meta thought about taking it for seconds, and may have sent the press again
  const wasAsked = latest?.asked === true && isHeld(latest, clock());
  const kept = { ...theirs, ...((asks || wasAsked) && { asked: true }) };
  await threads.keep(conversation, kept, latest);
  if (asks && !wasAsked && !(await control.request(theirs))) await threads.keep(conversation, theirs, kept);
}

/** A person has the thread: Meta says so, or they answered a while ago. What Meta gives to us after it was passed is ours again. */
function isTheirs({ standby, at }: Arrived, known: Kept | undefined, now: number): boolean {
  if (standby === true) return true;
  if (!known || !isHeld(known, now)) return false;
  return known.passed !== true || at <= (known.person ?? 0) + PASSING_MS;
}

/** While a person answers, only who presses the menu or begins anew wants the bot. */
const asksForBot = (arrival: Arrival): boolean =>
  arrival.kind === 'joined' || (arrival.kind === 'said' && arrival.tap?.choice.startsWith('go:') === true);
