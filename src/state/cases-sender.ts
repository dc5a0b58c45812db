import { setTimeout as sleep } from 'node:timers/promises';
import type { CaseAddition, CaseOrigin } from '../domain/cases/record';
import { BackendFailure } from '../domain/failure';
import type { CaseFile } from '../integrations/cases/port';
import type { TicketDesk, TicketFile } from '../integrations/zendesk/port';
import { soon } from '../soon';
import type { Case, CaseBook } from './cases';
import type { CaseLease } from './cases-queue';

/** Longer than all that is asked of Zendesk for one case: three files, a look, a creation, each with its deadline. */
export const CASE_LEASE_MS = 90_000;
/** After a failure: longer than a request may be under way, so that a look finds what it made. Doubles up to the most. */
const AGAIN_MS = 30_000;
const AGAIN_MOST_MS = 15 * 60_000;
/** Refused even in its simplest form: somebody was alerted, and it is tried again in case that they mended it. */
const REFUSED_MS = 3_600_000;
/** An uploaded file waits three days for its ticket; after two it is uploaded again. */
const UPLOAD_MS = 2 * 24 * 3_600_000;
/** How long the turn that opened a case has to tell the number itself, before it is told by an event. */
const TELL_MS = 3_000;
/** Between two looks at a case that somebody else is filing. */
const LOOK_MS = 50;

export interface CaseSenderParts {
  readonly book: CaseBook;
  readonly desk: TicketDesk;
  readonly files: {
    get(conversation: string, id: string): Promise<TicketFile | undefined>;
    /** The ticket has it. */
    drop(conversation: string, id: string): Promise<void>;
  };
  /** The conversation so far, without secrets, as a file. */
  readonly transcript?: (origin: CaseOrigin) => Promise<TicketFile | undefined>;
  /** Tells the customer the number of a case; repeatable. */
  readonly tell: (conversation: string, what: { readonly reference: string; readonly number: string }) => Promise<void>;
  /** Looks at what happened to the ticket before its number was known here; repeatable. */
  readonly catchUp?: CaseSenderParts['tell'];
  /** Runs what is done for a case under the trace of the turn that opened it, where that is known. */
  readonly under?: <T>(trace: string | undefined, work: () => Promise<T>) => Promise<T>;
  readonly clock: () => number;
  readonly report: (event: string, detail: object) => void;
}

/** Makes tickets of cases, whichever process is asked, and whatever dies in between: one case, one ticket. */
export interface CaseSender {
  /** One round over what is due. */
  sweep(): Promise<void>;
  /** Does it now, if it can be done within `ms`. @returns the number, when it is known: then whoever asked tells it */
  hurry(id: string, ms: number): Promise<string | undefined>;
  start(everyMs: number): void;
  stop(): void;
}

export function caseSender(parts: CaseSenderParts): CaseSender {
  const { book, clock, report, under = (_, work) => work() } = parts;
  let timer: NodeJS.Timeout | undefined;
  let isRunning = false;

  const work = async (lease: CaseLease): Promise<void> => {
    const found = await book.read(lease.id);
    // What cannot be opened here is another process's to send: one that knows the secret it is sealed under.
    if (!found) return book.settle(lease, (await book.isKept(lease.id)) ? clock() + AGAIN_MS : undefined);
    try {
      await book.settle(lease, await under(found.origin?.trace, () => carriedOn(parts, found)));
    } catch (error) {
      if (!(error instanceof BackendFailure)) report('case.failed', { case: lease.id, error: String(error) });
      const { tries = 0 } = (await book.read(lease.id)) ?? {};
      await book.settle(lease, clock() + Math.min(AGAIN_MOST_MS, AGAIN_MS * 2 ** Math.max(0, tries - 1)));
    }
  };
  const safely = (lease: CaseLease): Promise<void> =>
    work(lease).catch(async (error: unknown) => {
      report('case.failed', { error: String(error) });
      await book.settle(lease, clock() + AGAIN_MS).catch(() => undefined); // else when the lease is over
    });
  const sweep = async (): Promise<void> => {
    for (const lease of await book.claim(CASE_LEASE_MS)) await safely(lease);
  };
  const tick = async (everyMs: number): Promise<void> => {
    await sweep().catch((error: unknown) => report('case.unswept', { error: String(error) }));
    if (isRunning) timer = setTimeout(() => void tick(everyMs), everyMs * (0.75 + Math.random() / 2)).unref();
  };
  return {
    sweep,
    async hurry(id, ms) {
      const lease = await book.claimOne(id, CASE_LEASE_MS);
      await (lease ? soon(safely(lease), ms) : filedByOthers(parts, id, ms));
      const { ticket } = (await book.read(id)) ?? {};
      if (ticket !== undefined) await book.note(id, { told: true });
      return ticket;
    },
    start(everyMs) {
      isRunning = true;
      void tick(everyMs);
    },
    stop() {
      isRunning = false;
      clearTimeout(timer);
    },
  };
}

/** Does what is next for a case. @returns when to look again, epoch ms; undefined when all is done */
async function carriedOn(parts: CaseSenderParts, found: Case): Promise<number | undefined> {
  const { book, clock } = parts;
  if (found.ticket === undefined) {
    const ticket = await ticketOf(parts, found);
    if (ticket === undefined) return clock() + REFUSED_MS;
    await book.note(found.id, { ticket });
    await forgetFiles(parts, found, found.attachments);
    return clock() + TELL_MS;
  }
  const { origin, reference, ticket } = found;
  if (!found.told) {
    if (origin) await parts.tell(origin.conversation, { reference, number: ticket });
    await book.note(found.id, { told: true });
  }
  if (origin) await parts.catchUp?.(origin.conversation, { reference, number: ticket });
  for (const addition of await book.additions(found.id)) await addTo(parts, { ...found, ticket }, addition);
  return undefined;
}

/** The ticket's number; undefined when Zendesk does not take the case in any form, which was reported. */
async function ticketOf({ book, desk, report, ...parts }: CaseSenderParts, found: Case): Promise<string | undefined> {
  const { id, tries } = found;
  const before = tries > 0 ? await desk.find(found) : undefined;
  if (before !== undefined) return before;
  const uploads = found.bare ? undefined : await uploaded({ book, desk, report, ...parts }, found);
  for (const bare of found.bare ? [true] : [false, true]) {
    await book.note(id, { tries: tries + 1, bare });
    const filed = await desk.file(found, { bare, ...(uploads && !bare && { uploads }) });
    if (filed.status === 'filed') return filed.ticket;
    report('case.refused', { case: id, bare, why: filed.why });
  }
  return undefined;
}

/** Files of the case and the conversation so far, as tokens. The same tokens at every try: another body would be another creation. */
async function uploaded({ book, desk, files, transcript, clock }: CaseSenderParts, found: Case): Promise<Case['uploads']> {
  const now = clock();
  if (found.uploads && now - found.uploads.at < UPLOAD_MS) return found.uploads;
  const { origin } = found;
  if (origin === undefined) return undefined;
  const kept = await Promise.all((found.attachments ?? []).map(({ id }) => files.get(origin.conversation, id)));
  const tokens: string[] = [];
  for (const file of [...kept, await transcript?.(origin)]) {
    const token = file && (await desk.upload(file));
    if (token !== undefined) tokens.push(token);
  }
  const uploads = { tokens, at: now };
  await book.note(found.id, { uploads });
  return uploads;
}

async function addTo(
  { book, desk, files, report, ...parts }: CaseSenderParts,
  found: Case & { readonly ticket: string },
  addition: CaseAddition & { readonly tried: boolean },
): Promise<void> {
  const { id, ticket, origin } = found;
  const done = async (): Promise<void> => {
    await book.added(id, addition.id);
    await forgetFiles({ book, desk, files, report, ...parts }, found, addition.files);
  };
  const [uploads, sizes, lost]: [string[], number[], string[]] = [[], [], []];
  for (const { id: file, name } of addition.files) {
    const kept = origin && (await files.get(origin.conversation, file));
    const token = kept && (await desk.upload(kept));
    if (token === undefined) lost.push(`(archivo ${name}: no se pudo adjuntar)`);
    else {
      uploads.push(token);
      sizes.push(kept?.bytes.length ?? 0);
    }
  }
  const text = [addition.text, ...lost].filter(Boolean).join('\n');
  // Looked for with what is sent now: whatever was refused then is refused again.
  if (addition.tried && (await desk.has(found, ticket, { text, files: sizes }, addition.at))) return done();
  await book.tried(id, addition.id);
  if ((await desk.comment(found, ticket, { text, uploads })) === 'refused') report('case.comment-refused', { case: id });
  return done();
}

async function forgetFiles({ files }: CaseSenderParts, { origin }: Case, all: readonly CaseFile[] = []): Promise<void> {
  if (origin) for (const { id } of all) await files.drop(origin.conversation, id);
}

/** A sweep, here or in another process, was a moment faster with a new case. What waits for longer waits for Zendesk. */
async function filedByOthers({ book, clock }: CaseSenderParts, id: string, ms: number): Promise<void> {
  for (let waited = 0; waited < ms; waited += LOOK_MS) {
    const found = await book.read(id);
    if (!found || found.ticket !== undefined || found.at + ms < clock()) return;
    await sleep(LOOK_MS);
  }
}
