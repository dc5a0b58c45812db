import { createHmac } from 'node:crypto';
import type { Config } from '../config';
import { EVENTS } from '../dialogs/attending';
import type { Desk } from '../dialogs/engine/desk';
import { originOf } from '../dialogs/origin';
import type { Ports } from '../dialogs/skills';
import type { CaseOrigin } from '../domain/cases/record';
import { countryOf } from '../domain/countries';
import { readServiceHours, type ServiceHours } from '../domain/cases/hours';
import type { Arrival } from '../domain/message';
import type { CaseDesk, CaseFile, Cases, NewCase } from '../integrations/cases/port';
import type { Reach } from '../integrations/http/guard';
import type { Fetch } from '../integrations/http/exchange';
import { zendesk, type Zendesk } from '../integrations/zendesk/client';
import { ticketDesk } from '../integrations/zendesk/tickets';
import { alongside, currentTrace, traced, traceOfRequest, traceparentOf } from '../observability/trace';
import type { ActivityLog } from '../state/activity-log';
import { caseBook, type CaseBook } from '../state/cases';
import { caseFiles } from '../state/cases-files';
import { caseSender, type CaseSender, type CaseSenderParts } from '../state/cases-sender';
import type { Accepted, Delivery } from '../state/mailbox';
import type { Store } from '../state/redis-mailbox';
import { accountReader, operationsOf } from './account-now';
import { caseDeskOf, openedIn, spokenOf, tagsFor } from './case-desk';
import type { Parts } from './parts';
import { transcriptFile } from './transcript';

/** For one request to Zendesk, ms: a turn never waits for it, whoever files tickets does. */
const ZENDESK_MS = 10_000;
const SWEEP_MS = 2_000;
/** So much of a turn's budget is waited for the number of its ticket; later it is told by itself. */
const NUMBER_SHARE = 0.45;
/** What the operator says of itself when it says nothing, as its help texts do. */
const USUAL_HOURS = 'mo-su 07:00-22:00';

/** How conversations are reached: to tell something, and to read what was said. */
interface Ways {
  readonly accept: (delivery: Delivery) => Promise<Pick<Accepted, 'status'>>;
  readonly log: Pick<ActivityLog, 'read'>;
}

/** Cases, and what becomes of them. */
export interface Casework {
  readonly cases: Cases;
  readonly caseDesk: CaseDesk;
  readonly book: CaseBook;
  readonly hours: ServiceHours;
  /** Cases become tickets, and people answer them. */
  readonly staffed: boolean;
  /** Runs a turn: what it opens is known to come from it. */
  during<T>(desk: Desk, turn: () => Promise<T>): Promise<T>;
  /** Makes tickets of cases, from now on. */
  start(ways: Ways): void;
  stop(): void;
}

/** How Zendesk is reached, where an account is set: by default for tickets. */
export function zendeskOf(
  { ZENDESK_URL: baseUrl, ZENDESK_USER: user, ZENDESK_TOKEN: token }: Config,
  reach: (backend: string, deadlineMs: number) => Reach & { readonly fetch: Fetch },
  [backend, deadlineMs]: readonly [backend: string, deadlineMs: number] = ['zendesk', ZENDESK_MS],
): Zendesk | undefined {
  if (baseUrl === undefined) return undefined;
  return zendesk({ ...reach(backend, deadlineMs), baseUrl, random: Math.random, ...(user && token && { access: { user, token } }) });
}

interface CaseworkParts extends Parts {
  readonly store: Store;
  readonly account: Zendesk | undefined;
  /** Whose state is read when a case is opened. */
  readonly reads: () => Pick<Ports, 'lines' | 'prepaid' | 'accounts' | 'outages' | 'lending' | 'simSwap'>;
}

export function casework(config: Config, { store, account, reads, ...parts }: CaseworkParts): Casework {
  const { clock } = parts;
  const { OTP_PEPPER: pepper, OPERATOR_COUNTRY: country, LEGAL_NUMBER_PREFIX: legalPrefix } = config;
  const book = caseBook({ ...store, pepper, clock, country, legalPrefix });
  const turns = alongside<Desk>();
  const staffed = account !== undefined && config.ZENDESK_TOKEN !== undefined;
  let sender: CaseSender | undefined;

  const origin = originReader(() => turns.current(), accountReader(reads, config, clock), config);
  const hours = readServiceHours(config.CARE_HOURS ?? USUAL_HOURS) ?? { days: [], holiday: undefined };
  const tagsOf = tagsFor({ book, hours, country: countryOf(country), clock });
  return {
    ...{ book, staffed, hours },
    cases: {
      async open(key, what) {
        const from = await origin(what);
        const turn = turns.current();
        const files = what.attachments ?? waitingIn(turn);
        const whole = { ...what, tags: await tagsOf(what, from), ...(files.length > 0 && { attachments: files }) };
        const { id, since, ...opened } = await book.open(key, spokenOf(whole, from), from);
        if (since !== undefined) await addMissing(book, id, files);
        const isBefore = since !== undefined && !openedIn(turn, await book.read(id));
        const number = opened.number ?? (await sender?.hurry(id, NUMBER_SHARE * config.TURN_BUDGET_MS).catch(() => undefined));
        const named = { reference: opened.reference, ...(number !== undefined && { number }) };
        turn?.tried({ opened: named, about: what.topic }); // whichever skill it was: a person who is wanted next takes up this case
        return { ...opened, ...named, ...(isBefore && { since }) };
      },
    },
    caseDesk: caseDeskOf({
      ...{ book, outages: reads, desk: () => turns.current() },
      hurry: (id) => void sender?.hurry(id, 0).catch(() => undefined), // it goes by itself soon
    }),
    during: (desk, turn) => turns.run(desk, turn),
    start(ways) {
      if (!staffed) return;
      sender = senderTo(account, config, { ...parts, book, store }, ways);
      sender.start(SWEEP_MS);
    },
    stop: () => sender?.stop(),
  };
}

/** What the customer sent and no case has yet. */
const waitingIn = (turn: Desk | undefined): readonly CaseFile[] =>
  (turn?.record.trail?.files ?? []).map(({ id, name, contentType, bytes }) => ({ id, name, contentType, bytes }));

/** Files for a case that was there before they came. Each goes once. */
async function addMissing(book: Pick<CaseBook, 'read' | 'add'>, id: string, files: readonly CaseFile[]): Promise<void> {
  const { attachments = [] } = (await book.read(id)) ?? {};
  for (const file of files)
    if (!attachments.some((each) => each.id === file.id)) await book.add(id, `file:${file.id}`, { text: '', files: [{ ...file }] });
}

type Sending = Parts & Pick<CaseSenderParts, 'book'> & { readonly store: Store };

/** Makes tickets in this account. */
function senderTo(
  account: Zendesk,
  { BRAND_NAME, OTP_PEPPER, ZENDESK_GROUPS: groups }: Config,
  { store, tracer, ...parts }: Sending,
  ways: Ways,
): CaseSender {
  const nameOf = (conversation: string): string => named(OTP_PEPPER, conversation);
  return caseSender({
    ...{
      ...parts,
      files: caseFiles(store),
      transcript: transcriptFile(ways.log, BRAND_NAME),
      tell: teller(ways),
      catchUp: catchingUp(ways, parts.book),
      under: underTrace({ tracer, ...parts }),
    },
    desk: ticketDesk({ zendesk: account, groups, nameOf, clock: parts.clock }),
  });
}

/** What is done for a case after its turn is one more step of that turn's trace. */
const underTrace =
  ({ tracer, clock }: Pick<Parts, 'tracer' | 'clock'>): NonNullable<CaseSenderParts['under']> =>
  async (traceparent, work) => {
    const trace = traceOfRequest({ traceparent, correlation: undefined }, clock());
    if (trace.parentId === undefined || trace.traceId === currentTrace()?.traceId) return work();
    let failed = true;
    try {
      const done = await traced(trace, work);
      failed = false;
      return done;
    } finally {
      tracer.ended(trace, { name: 'case', kind: 'internal', began: trace.at, failed, attributes: {} });
    }
  };

/** Tells the customer the number of a case; the same however often it is told. */
const teller =
  ({ accept }: Ways): CaseSenderParts['tell'] =>
  async (conversation, value) => {
    const event: Arrival = { kind: 'event', name: 'ticket:numbered', value };
    await accept({ conversation, id: `numbered:${value.reference}`, message: JSON.stringify(event) });
  };

/** Zendesk may call about a ticket before its number is known here: then an agent's answer was not heard. */
const catchingUp =
  ({ accept }: Ways, book: Pick<CaseBook, 'isEarly'>): NonNullable<CaseSenderParts['catchUp']> =>
  async (conversation, { reference, number: ticket }) => {
    if (!(await book.isEarly(ticket))) return;
    const event: Arrival = { kind: 'event', name: EVENTS.changed, value: { ticket, reference } };
    await accept({ conversation, id: `early:${reference}`, message: JSON.stringify(event) });
  };

/** Where a case comes from, with the account as it stands at this moment; undefined outside a turn. */
const originReader =
  (desk: () => Desk | undefined, readAccount: ReturnType<typeof accountReader>, config: Config) =>
  async ({ line: about, contract }: NewCase): Promise<CaseOrigin | undefined> => {
    const now = desk();
    if (!now) return undefined;
    const known = originOf(now);
    const line = about ?? (contract === undefined ? known.lines[0] : undefined);
    const [account, operations] = await Promise.all([
      readAccount({ line, contract: contract ?? known.contracts[0] }),
      operationsOf(now, line, config),
    ]);
    const trace = currentTrace();
    return { ...known, turn: now.number, account, operations, ...(trace && { trace: traceparentOf(trace, true) }) };
  };

/** Names a conversation to others: nothing can be made of it. */
const named = (pepper: string, conversation: string): string =>
  createHmac('sha256', pepper).update(`zendesk ${conversation}`).digest('base64url').slice(0, 22);
