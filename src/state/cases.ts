import type { z } from 'zod';
import { afterBusinessDays, LEGAL_DAYS } from '../domain/cases/hours';
import { CaseAddition, type CaseRecord, type CaseOrigin, type CaseState } from '../domain/cases/record';
import { countryOf } from '../domain/countries';
import type { CountryCode } from '../domain/countries/codes';
import type { NewCase, OpenCase } from '../integrations/cases/port';
import { Kept, ownersOf, plain, State, stateOf } from './cases-kept';
import { caseQueue, DUE, type CaseQueue } from './cases-queue';
import { digest } from './keys';
import { lineName, referenceOf } from './ledger-keys';
import type { Store } from './redis-mailbox';

/** How long a case is kept, in ms. */
const KEEP_MS = 90 * 24 * 3_600_000;
/** Longer than the number of a ticket stays unknown once Zendesk can be read, in ms. */
const EARLY_MS = 24 * 3_600_000;
const INDEX = '{cases}:index';
const TICKETS = '{cases}:tickets';
const keyOf = (id: string): string => `{cases}:case:${id}`;
const stateKey = (id: string): string => `{cases}:state:${id}`;
const earlyKey = (ticket: string): string => `{cases}:early:${ticket}`;
const additionsKey = (id: string): string => `{cases}:added:${id}`;
const LEGAL_NUMBERS = '{cases}:legal';
/** Cases of one line, contract or conversation that are looked at. */
const MOST_OF_ONE = 50;

export type Case = CaseRecord & CaseState;

/** Cases in Redis, sealed, for people to take up. */
export interface CaseBook extends CaseQueue {
  /** The same `key` opens one case, however often it is asked. @throws while nothing can be remembered */
  open(key: string, what: NewCase, origin?: CaseOrigin): Promise<OpenCase & { readonly id: string }>;
  /** Undefined when there is none, or when it cannot be opened here. */
  read(id: string): Promise<Case | undefined>;
  /** Whether it is there, readable or not: sealed under a master secret, say, that only the next release knows. */
  isKept(id: string): Promise<boolean>;
  /** Remembers how far its ticket is; only what is given. */
  note(id: string, state: Partial<Pick<CaseState, 'tries' | 'bare' | 'ticket' | 'status' | 'told' | 'uploads'>>): Promise<void>;
  /** Id of the case of a ticket. */
  ofTicket(ticket: string): Promise<string | undefined>;
  /** Something happened to a ticket that is no case's yet: the answer that tells its number is still under way, or was lost. */
  early(ticket: string): Promise<void>;
  isEarly(ticket: string): Promise<boolean>;
  /** Newest first: of these lines (E.164), contracts and conversations. */
  of(who: {
    readonly lines?: readonly string[];
    readonly contracts?: readonly string[];
    readonly conversations?: readonly string[];
  }): Promise<Case[]>;
  /** Something more for the ticket. The same `key` adds once. */
  add(id: string, key: string, said: Pick<CaseAddition, 'text' | 'files'>): Promise<void>;
  /** What waits for the ticket, oldest first; `tried`: it was sent, and may be there. */
  additions(id: string): Promise<readonly (CaseAddition & { readonly tried: boolean })[]>;
  tried(id: string, addition: string): Promise<void>;
  added(id: string, addition: string): Promise<void>;
  /** Newest first. What cannot be opened any more is left out. */
  list(most: number): Promise<Case[]>;
  /** Forgets these. */
  drop(ids: readonly string[]): Promise<void>;
}

export interface CaseBookParts extends Store {
  /** Makes references, the same for the same key; names owners in keys. */
  readonly pepper: string;
  readonly clock: () => number;
  /** Whose law counts the days of a formal complaint. */
  readonly country?: CountryCode;
  /** Before the number of a formal complaint, as the authority gave it to the operator: `4433`. Unset: the operator numbers them. */
  readonly legalPrefix?: string | undefined;
}

const TRIED = 'tried:';

export function caseBook(parts: CaseBookParts): CaseBook {
  const { redis, vault, unreadable = () => {}, pepper, clock, country = 'GT', legalPrefix } = parts;
  const { client } = redis;
  const ownerKey = (owner: string): string => `{cases}:of:${lineName(pepper, `case ${owner}`)}`;
  const unsealed = <T>(id: string, sealed: string, schema: z.ZodType<T>, what: string): T[] => {
    try {
      return [schema.parse(JSON.parse(vault.open(sealed, [what, id])))];
    } catch (error) {
      unreadable('case', error);
      return [];
    }
  };
  const opened = (id: string, sealed: string | null): CaseRecord[] => (sealed === null ? [] : unsealed(id, sealed, Kept(id), 'case'));
  const read = async (id: string): Promise<Case | undefined> => {
    const [record] = opened(id, await client.get(keyOf(id)));
    return record && { ...record, ...stateOf(State.parse(await client.hgetall(stateKey(id)))) };
  };
  const readAll = async (ids: readonly string[]): Promise<Case[]> => (await Promise.all(ids.map(read))).flatMap((each) => each ?? []);
  const lawOf = async ({ legal }: NewCase, at: number): Promise<CaseRecord['law']> => {
    if (legal === undefined) return undefined;
    const due = afterBusinessDays(at, LEGAL_DAYS, countryOf(country));
    if (legalPrefix === undefined) return { due };
    const year = String(new Date(at).getUTCFullYear()).slice(2);
    return { due, number: `${legalPrefix}-${year}-${String(await client.hincrby(LEGAL_NUMBERS, year, 1)).padStart(7, '0')}` };
  };
  const keep = async (record: CaseRecord): Promise<void> => {
    const { id, at } = record;
    const sealed = vault.seal(JSON.stringify(record), ['case', id]);
    const all = client.multi().set(keyOf(id), sealed, 'PX', KEEP_MS, 'NX').zadd(INDEX, 'NX', at, id).pexpire(INDEX, KEEP_MS).zadd(DUE, 'NX', at, id);
    all.zremrangebyscore(INDEX, '-inf', at - KEEP_MS);
    for (const owner of ownersOf(record)) all.zadd(ownerKey(owner), 'NX', at, id).pexpire(ownerKey(owner), KEEP_MS);
    for (const [error] of (await all.exec()) ?? []) if (error) throw error;
  };

  return {
    ...caseQueue({ redis, clock }),
    read,
    isKept: async (id) => (await client.exists(keyOf(id))) > 0,
    async open(key, what, origin) {
      const id = digest(key);
      const answer = ({ reference, law, ticket }: Case, since?: number) => ({
        ...{ id, reference, ...(ticket !== undefined && { number: ticket }), ...(law && { legal: law }), ...(since !== undefined && { since }) },
      });
      const before = await read(id);
      if (before) return answer(before, before.at);
      const at = clock();
      const law = await lawOf(what, at);
      const record = { ...plain(what), id, at, reference: referenceOf(pepper, 'case', id), ...(law && { law }), ...(origin && { origin }) };
      await keep(record);
      const kept = (await read(id)) ?? { ...record, tries: 0, bare: false, told: false }; // another may have been first
      return answer(kept, kept.at === at ? undefined : kept.at);
    },
    async note(id, { uploads, ticket, ...state }) {
      const fields: Record<string, string> = {
        ...Object.fromEntries(Object.entries(state).flatMap(([name, value]) => (value === false ? [] : [[name, String(value)]]))),
        ...(uploads && { uploads: uploads.tokens.join(' '), uploadsAt: String(uploads.at) }),
        ...(ticket !== undefined && { ticket }),
      };
      const all = client.multi().hset(stateKey(id), fields).pexpire(stateKey(id), KEEP_MS);
      if (ticket !== undefined) all.hset(TICKETS, ticket, id).pexpire(TICKETS, KEEP_MS);
      for (const [error] of (await all.exec()) ?? []) if (error) throw error;
    },
    ofTicket: async (ticket) => (await client.hget(TICKETS, ticket)) ?? undefined,
    early: async (ticket) => void (await client.set(earlyKey(ticket), '1', 'PX', EARLY_MS)),
    isEarly: async (ticket) => (await client.exists(earlyKey(ticket))) > 0,
    async of({ lines = [], contracts = [], conversations = [] }) {
      const owners = ownersOf({ lines, contracts, conversations });
      const ids = await Promise.all(owners.map((owner) => client.zrevrange(ownerKey(owner), 0, MOST_OF_ONE - 1)));
      return (await readAll([...new Set(ids.flat())])).sort((a, b) => b.at - a.at);
    },
    async add(id, key, said) {
      const addition: CaseAddition = { id: digest(key), at: clock(), text: said.text, files: [...said.files] };
      const sealed = vault.seal(JSON.stringify(addition), ['addition', id]);
      const all = client.multi().hsetnx(additionsKey(id), addition.id, sealed).pexpire(additionsKey(id), KEEP_MS).zadd(DUE, addition.at, id);
      for (const [error] of (await all.exec()) ?? []) if (error) throw error;
    },
    async additions(id) {
      const all = Object.entries(await client.hgetall(additionsKey(id)));
      const tried = new Set(all.flatMap(([name]) => (name.startsWith(TRIED) ? [name.slice(TRIED.length)] : [])));
      const waiting = all.filter(([name, sealed]) => !name.startsWith(TRIED) && sealed !== '');
      const found = waiting.flatMap(([, sealed]) => unsealed(id, sealed, CaseAddition, 'addition'));
      return found.map((each) => ({ ...each, tried: tried.has(each.id) })).sort((a, b) => a.at - b.at);
    },
    tried: async (id, addition) => void (await client.hset(additionsKey(id), TRIED + addition, '1')),
    added: async (id, addition) => void (await client.hset(additionsKey(id), addition, '')), // its place stays: the same key adds nothing again
    list: async (most) => readAll(await client.zrevrange(INDEX, 0, most - 1)),
    async drop(ids) {
      for (const id of ids) {
        const kept = await read(id);
        if (kept) for (const owner of ownersOf(kept)) await client.zrem(ownerKey(owner), id);
        if (kept?.ticket !== undefined) await client.hdel(TICKETS, kept.ticket);
        await client.del(keyOf(id), stateKey(id), additionsKey(id));
        await client.zrem(DUE, id);
      }
      if (ids.length > 0) await client.zrem(INDEX, ...ids);
    },
  };
}
