import { z } from 'zod';
import { BackendFailure } from '../../domain/failure';
import { TICKET_STATUSES } from '../../domain/cases/status';
import type { AgentReply } from '../../integrations/agents/port';
import { kept, type Attended } from '../engine/attended';
import type { Desk } from '../engine/desk';
import { answered } from '../engine/trail';
import type { Round } from '../round';
import { BACK, caseOf, EVENTS, leave, wordsFor, type AttendingParts } from './parts';
import { begun, HAND_BACK, pushesIn, untagged } from './pushes';

/** What a webhook says: it is a signal, nothing of it is believed but that the ticket is worth a look. `tries`: looks that found Zendesk away. */
export const Changed = z.object({ ticket: z.string(), reference: z.string().optional(), tries: z.number().int().default(0) });
type Changed = z.infer<typeof Changed>;

/** Until Zendesk can be read again, ms. */
const PAUSES_MS = [5_000, 15_000, 60_000, 300_000];
const MOST_TRIES = 100;
/** In the book of what was told: that the ticket is over. */
const OVER = 'over';

const Reply = z.object({
  id: z.string(),
  at: z.number(),
  text: z.string(),
  name: z.string(),
  files: z.array(z.object({ name: z.string(), url: z.string() })),
});
const News = z.object({
  ...{ status: z.enum(TICKET_STATUSES), replies: z.array(Reply), isOver: z.boolean(), pushes: z.array(z.string()) },
  /** Who has the ticket. */
  assignee: z.string().optional(),
});
type News = z.infer<typeof News>;

/** Reads the ticket again and tells what is new on it. @returns the skill that an agent wants to begin here, if any */
export async function changed(round: Round, parts: AttendingParts, value: unknown): Promise<string | undefined> {
  const { desk } = round;
  const what = Changed.parse(value);
  const news = await unlessAway(round, parts, what, () => newsOf(desk, parts, what.ticket));
  if (!news) return undefined;
  // What this turn claimed no other turn tells: it is told, whatever becomes of the tags.
  const isFree = news.pushes.length === 0 || (await unlessAway(round, parts, what, () => untagged(desk, parts, what.ticket, news.pushes)));
  return tell(round, what, isFree === true ? news : { ...news, pushes: [] });
}

/** Undefined while Zendesk is away: then it is looked at again later. */
async function unlessAway<T>({ desk }: Round, parts: AttendingParts, what: Changed, act: () => Promise<T>): Promise<T | undefined> {
  try {
    return await act();
  } catch (error) {
    if (!(error instanceof BackendFailure)) throw error;
    const tries = what.tries + 1;
    parts.report('attended.unread', { conversation: desk.conversation, tries, kind: error.kind });
    const pause = PAUSES_MS[Math.min(tries, PAUSES_MS.length) - 1] ?? 0;
    if (tries < MOST_TRIES) desk.ring('changed', desk.now + pause, { name: EVENTS.changed, value: { ...what, tries } });
    return undefined;
  }
}

/** What nobody told the customer yet. Remembered, so that a turn that runs again finds the same news. */
async function newsOf(desk: Desk, { agents, told }: AttendingParts, ticket: string): Promise<News | undefined> {
  const by = `${desk.conversation} ${desk.number}`;
  const read = async (): Promise<News | null> => {
    const now = await agents.read(ticket);
    if (!now) return null;
    const isOver = now.status === 'solved' || now.status === 'closed';
    if (!isOver) await told.release(ticket, OVER);
    const mine = await told.claim(ticket, [...now.replies.map(({ id }) => id), ...(isOver ? [OVER] : [])], by);
    return {
      status: now.status,
      replies: now.replies.filter(({ id }) => mine.includes(id)).map(plainReply),
      isOver: mine.includes(OVER),
      pushes: pushesIn(now),
      ...(now.assignee !== undefined && { assignee: now.assignee }),
    };
  };
  const found = await desk.effect('news', News.nullable(), read, 'repeat');
  return found.status === 'done' ? (found.value ?? undefined) : undefined;
}

const plainReply = ({ files, ...reply }: AgentReply): z.infer<typeof Reply> => ({ ...reply, files: files.map((file) => ({ ...file })) });

function tell(round: Round, { ticket, reference = ticket }: Changed, { replies, isOver, pushes, assignee }: News): string | undefined {
  const { desk } = round;
  const { record, now } = desk;
  const held = record.attended;
  const before = held?.ticket === ticket || held?.reference === reference ? held : undefined;
  const last = replies.at(-1);
  const attended: Attended = before ?? { reference, since: now, told: 0, unsent: held ? kept(held) : [], failures: 0 };
  attended.ticket = ticket;
  replies.forEach((reply, at) => sayReply(desk, reply, { isFirst: !before && at === replies.length - 1 && !isOver, on: attended }));
  if (last) answeredBy(attended, last.name);
  const [push] = pushes;
  if (last || push !== undefined) attended.assured = true;
  const asks = last ? undefined : (attended.name ?? assignee ?? wordsFor(desk).somebody);
  if (isOver && !attended.unsent.some(({ as, on }) => as === 'customer' && on === undefined)) {
    over(desk, attended, before);
    return push === undefined || push === HAND_BACK ? undefined : begun(round, { ...attended, leaves: true }, push, asks);
  }
  if (push === HAND_BACK) return before && handedBack(desk, before);
  if (last) record.attended = attended;
  return push === undefined ? undefined : begun(round, { ...attended, ...(!last && !before && { leaves: true }) }, push, asks);
}

function answeredBy(attended: Attended, name: string): void {
  if (name) attended.name = name;
  attended.told = 0;
  delete attended.waits;
  delete attended.leaves;
}

/** The ticket is over: the bot is back, unless it is another ticket's conversation. */
function over(desk: Desk, attended: Attended, before: Attended | undefined): void {
  const t = wordsFor(desk);
  if (desk.record.attended === before) leave(desk, attended);
  const { name } = attended;
  const named = { case: caseOf(attended) };
  desk.say({ text: name === undefined ? t.solved(named) : t.solvedBy({ name, ...named }), choices: [{ id: 'go:menu', label: t.menu }] });
  desk.finished = 'handover';
}

function handedBack(desk: Desk, attended: Attended): undefined {
  const t = wordsFor(desk);
  leave(desk, attended);
  desk.say({ text: t.handedBack({ name: attended.name ?? t.somebody, case: caseOf(attended) }), choices: [{ id: 'go:menu', label: t.menu }] });
  return undefined;
}

/** A person's words, with the person's name; the first time with the way back. */
function sayReply(desk: Desk, { text, name, files }: AgentReply, { isFirst, on }: { readonly isFirst: boolean; readonly on: Attended }): void {
  const t = wordsFor(desk);
  const [file] = files;
  const words = [text, ...files.map((each) => t.file({ name: each.name }))].filter(Boolean).join('\n');
  if (isOpenHere(desk, on)) desk.record.trail = answered(desk.record.trail, `${name || t.somebody}: ${words}`, desk);
  desk.say({
    text: words,
    speaker: name || t.somebody,
    ...(file && isLink(file.url) && { link: { label: t.see, url: file.url } }),
    ...(isFirst && { choices: [{ id: BACK, label: t.back }] }),
  });
}

/** Not the case of somebody who left with "salir": what is answered on that is no part of what the next one said. */
const isOpenHere = ({ record: { trail } }: Desk, { reference, ticket }: Attended): boolean =>
  trail?.opened !== undefined && (trail.opened.reference === reference || trail.opened.number === ticket);

const isLink = (url: string): boolean => URL.canParse(url) && /^https?:$/.test(new URL(url).protocol);
