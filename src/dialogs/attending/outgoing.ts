import { z } from 'zod';
import { areIn } from '../../domain/cases/attached';
import { BackendFailure } from '../../domain/failure';
import type { OutgoingFile, TicketNow } from '../../integrations/agents/port';
import type { Attended, Unsent } from '../engine/attended';
import type { Desk } from '../engine/desk';
import { caseOf, EVENTS, wordsFor, type AttendingParts } from './parts';

/** What is written within this time goes as one comment, ms. */
const BATCH_MS = 3_000;
/** Between two comments on a ticket, ms: Zendesk takes 30 updates of one ticket in ten minutes, and agents need some of them. */
const SPACING_MS = 25_000;
/** While Zendesk is away, ms. */
const PAUSES_MS = [10_000, 30_000, 60_000, 120_000, 300_000];
/** After so many tries the customer is told that nobody has read it yet. */
const TELL_AFTER = 3;
/** A flush that was planned and is so much overdue did not ring, ms. */
const OVERDUE_MS = 60_000;
/** How far Zendesk's clock may be behind ours, ms. */
const SKEW_MS = 120_000;

/** Puts something on its way to the ticket. It goes in a moment, with what else is written until then. */
export function queue(desk: Pick<Desk, 'now' | 'ring'>, attended: Attended, unsent: Omit<Unsent, 'at'>): void {
  attended.unsent.push({ ...unsent, at: desk.now });
  plan(desk, attended, BATCH_MS);
}

function plan(desk: Pick<Desk, 'now' | 'ring'>, attended: Attended, afterMs: number): void {
  const { dueAt, sentAt = 0 } = attended;
  if (dueAt !== undefined && dueAt > desk.now - OVERDUE_MS) return;
  attended.dueAt = Math.max(desk.now + afterMs, sentAt + SPACING_MS);
  desk.ring('flush', attended.dueAt, { name: EVENTS.flush, value: { reference: attended.reference } });
}

/** Writes what waits on the ticket: as one comment, once, however often this runs. */
export async function flush(desk: Desk, parts: AttendingParts): Promise<void> {
  const { attended } = desk.record;
  if (!attended) return;
  delete attended.dueAt;
  const batch = nextBatch(attended);
  if (batch.length === 0) return;
  try {
    const ticket = await ticketOf(desk, parts, attended, batch[0]?.on);
    if (ticket === undefined) return plan(desk, attended, PAUSES_MS[0] ?? 0); // it is being made
    const written = await write(desk, parts, ticket, batch, attended.failures > 0 || desk.rerun);
    done(desk, attended, batch.length, written);
  } catch (error) {
    if (!(error instanceof BackendFailure)) throw error;
    attended.failures += 1;
    attended.trying = batch.length;
    parts.report('attended.undelivered', { conversation: desk.conversation, failures: attended.failures, kind: error.kind });
    if (attended.failures === TELL_AFTER && attended.unsent.some(({ as }) => as === 'customer')) desk.say(wordsFor(desk).undelivered);
    plan(desk, attended, PAUSES_MS[Math.min(attended.failures, PAUSES_MS.length) - 1] ?? 0);
  }
}

async function ticketOf(desk: Desk, { links }: AttendingParts, attended: Attended, other: Unsent['on']): Promise<string | undefined> {
  const of = other ?? attended;
  const ticket = of.ticket ?? (await links.byReference(of.reference, desk.conversation))?.ticket;
  if (!other && ticket !== undefined) attended.ticket = ticket;
  return ticket;
}

/** The first ones of a kind and a case: a note is no part of what the customer said. What failed is tried as it was: it may be there already. */
function nextBatch({ unsent, trying }: Attended): readonly Unsent[] {
  const end = unsent.findIndex(({ as, on }) => as !== unsent[0]?.as || on?.reference !== unsent[0].on?.reference);
  return unsent.slice(0, trying ?? (end < 0 ? unsent.length : end));
}

async function write(desk: Desk, parts: AttendingParts, ticket: string, batch: readonly Unsent[], again: boolean): Promise<'done' | 'refused'> {
  const [first] = batch;
  if (!first) return 'done';
  const { files, lost } = await filesOf(parts, batch, desk.conversation);
  const text =
    [...batch.map((each) => each.text).filter(Boolean), ...lost.map((name) => `(archivo ${name}: ya no está)`)].join('\n') ||
    files.map(({ name }) => name).join('\n');
  const act = async (): Promise<'done' | 'refused'> => {
    const now = again ? await parts.agents.read(ticket) : undefined;
    const sizes = files.map(({ bytes }) => bytes.length);
    const isThere = now?.ours.some((ours) => ours.at > first.at - SKEW_MS && isThis(ours, text.trim(), sizes)) ?? false;
    return isThere ? 'done' : parts.agents.write(ticket, { text, as: first.as, ...(files.length > 0 && { files }), ...marksOf(batch) });
  };
  const written = await desk.effect(`comment-${first.as}`, z.enum(['done', 'refused']), act, 'repeat');
  return written.status === 'done' ? written.value : 'done';
}

/** Our comment: with its files, or with what it says of those that were refused. */
const isThis = (ours: TicketNow['ours'][number], text: string, sizes: readonly number[]): boolean =>
  areIn(ours.files, sizes) ? ours.text === text : ours.text.startsWith(`${text}\n(archivo `);

function marksOf(batch: readonly Unsent[]): { tags?: readonly string[]; atLeast?: 'high'; promisedBy?: number } {
  const tags = [...new Set(batch.flatMap((each) => each.tags ?? []))];
  const promises = batch.flatMap(({ promisedBy }) => promisedBy ?? []);
  return {
    ...(tags.length > 0 && { tags }),
    ...(batch.some(({ atLeast }) => atLeast === 'high') && { atLeast: 'high' as const }),
    ...(promises.length > 0 && { promisedBy: Math.min(...promises) }),
  };
}

async function filesOf(
  { bytesOf }: AttendingParts,
  batch: readonly Unsent[],
  conversation: string,
): Promise<{ files: readonly OutgoingFile[]; lost: readonly string[] }> {
  const files: OutgoingFile[] = [];
  const lost: string[] = [];
  for (const file of batch.flatMap((each) => each.files ?? [])) {
    const found = await bytesOf?.(file, conversation);
    if (found) files.push(found);
    else lost.push(file.name);
  }
  return { files, lost };
}

function done(desk: Desk, attended: Attended, count: number, written: 'done' | 'refused'): void {
  const isCustomers = attended.unsent[0]?.as === 'customer';
  const isOther = attended.unsent[0]?.on !== undefined;
  attended.unsent.splice(0, count);
  if (isCustomers) attended.sentAt = desk.now; // notes are few: they hold nobody's words up
  attended.failures = 0;
  delete attended.trying;
  if (written === 'refused' && !isOther) {
    delete desk.record.attended;
    const t = wordsFor(desk);
    const choices = [
      { id: 'go:ticket', label: t.open },
      { id: 'go:menu', label: t.menu },
    ];
    if (isCustomers) desk.say({ text: t.refused({ case: caseOf(attended) }), choices });
  } else if (attended.unsent.length > 0) plan(desk, attended, BATCH_MS);
  else if (attended.leaves === true && attended.pushed === undefined) delete desk.record.attended;
}
