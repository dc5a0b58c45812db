import { z } from 'zod';
import { BackendFailure } from '../../domain/failure';
import { soon } from '../../soon';
import type { Caller } from '../http/caller';
import { instant, listed, optionalText } from '../tmf';
import type { Outage, OUTAGE_CAUSES, Outages } from './port';

const PATH = '/tmf-api/serviceProblemManagement/v4/serviceProblem';
/** Who asked about something else waits no longer than this for a word on outages, ms. */
const ASIDE_MS = 2_500;
/** Outages that are kept in mind. */
const REMEMBERED = 200;

const Problem = z.object({
  ...{ id: z.string(), status: z.string(), reason: optionalText },
  ...{ creationDate: instant, statusChangeDate: instant.nullish(), resolutionDate: instant.nullish() },
  affectedLocation: listed(z.object({ id: optionalText, name: optionalText })).nullish(),
  affectedNumberOfServices: z.number().nullish(),
  characteristic: listed(z.object({ name: z.string(), value: z.unknown() })).nullish(),
  troubleTicket: listed(z.object({ id: z.string() })).nullish(),
});
type Problem = z.infer<typeof Problem>;

interface OutageParts {
  readonly caller: Caller;
  readonly clock: () => number;
  /** For so long nobody is asked about the same outage again, ms: a thousand customers may wait for one. */
  readonly freshMs: number;
  /** Where a contract hangs on the network; see `HomeService.area`. */
  readonly areaOf: (contract: string) => Promise<string | undefined>;
}

/** Known failures by TMF656 v4. TMF656 has no hour at which one is expected to be over: it is read from the characteristic `expectedResolutionDate`. */
export function outagesClient({ caller, clock, freshMs, areaOf }: OutageParts): Outages {
  const looked = new Map<string, { readonly at: number; readonly found: Promise<Outage | undefined> }>();
  const inArea = async (area: string): Promise<Outage | undefined> => {
    const query = { 'affectedLocation.id': area };
    const all = await caller.list({ operation: 'outages', path: PATH, query, schema: Problem });
    const here = all.filter(({ affectedLocation }) => affectedLocation?.some(({ id }) => id === area));
    return here.map((problem) => drawn(problem, area)).findLast(({ state }) => state === 'open');
  };
  const one = (id: string): Promise<Outage | undefined> => {
    const known = looked.get(id);
    if (known && clock() - known.at < freshMs) return known.found;
    const path = `${PATH}/${encodeURIComponent(id)}`;
    const found = caller.find({ operation: 'outage', path, schema: Problem }).then((problem) => problem && drawn(problem));
    looked.delete(id);
    looked.set(id, { at: clock(), found });
    for (const oldest of looked.keys()) if (looked.size > REMEMBERED) looked.delete(oldest);
    found.catch(() => looked.delete(id));
    return found;
  };
  const at = async (contract: string): Promise<Outage | undefined> => {
    const area = await areaOf(contract);
    return area === undefined ? undefined : inArea(area);
  };
  return {
    at,
    perhapsAt: (contract) => soon(at(contract).catch(unknownAs(undefined)), ASIDE_MS),
    look: (id) => one(id).catch(unknownAs('unknown' as const)),
  };
}

const unknownAs =
  <T>(value: T) =>
  (error: unknown): T => {
    if (error instanceof BackendFailure) return value;
    throw error;
  };

const OVER = ['resolved', 'closed'];
const NEVER_WAS = ['cancelled', 'rejected'];

function drawn(problem: Problem, area?: string): Outage {
  const { id, creationDate: since, reason, affectedNumberOfServices: homes, troubleTicket } = problem;
  const status = problem.status.trim().toLowerCase();
  const state = OVER.includes(status) ? 'over' : NEVER_WAS.includes(status) ? 'cancelled' : 'open';
  const place = problem.affectedLocation?.find((each) => area === undefined || each.id === area)?.name;
  const expected = instant.safeParse(problem.characteristic?.find(({ name }) => name === 'expectedResolutionDate')?.value);
  const ended = state === 'over' ? (problem.resolutionDate ?? problem.statusChangeDate ?? undefined) : undefined;
  const [ticket] = troubleTicket ?? [];
  return {
    ...{ id, state, since, area: place ?? '', cause: causeOf(reason) },
    ...(expected.success && { expected: expected.data }),
    ...(ended !== undefined && { ended }),
    ...(typeof homes === 'number' && { homes }),
    ...(ticket && { ticket: ticket.id }),
  };
}

function causeOf(reason = ''): (typeof OUTAGE_CAUSES)[number] {
  if (/fib(?:re|er)|cut|corte/i.test(reason)) return 'fibre-cut';
  if (/power|energ|electric/i.test(reason)) return 'power';
  return /maint|mantenimiento|works?\b|planned/i.test(reason) ? 'works' : 'unknown';
}
