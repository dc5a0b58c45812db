import { z } from 'zod';
import { BackendFailure } from '../../domain/failure';
import { exchange, failed, jsonOf, type Answer, type Fetch, type Request } from './exchange';
import { guard, type Reach } from './guard';
import type { Authorization } from './oauth';
import { retried } from './retry';

export interface CallerParts extends Reach {
  /** `https://operator.example`, with or without a path; paths of calls are added to it. */
  readonly baseUrl: string;
  readonly authorize?: Authorization;
  readonly fetch?: Fetch;
  /** 0 to 1, for the pauses between retries. */
  readonly random: () => number;
  /** Id of the turn, sent as `x-correlation-id`. */
  readonly correlation?: () => string | undefined;
}

/** What is asked. `operation` is a fixed word for metrics; `path` and `operation` never carry a number of somebody's. */
interface Question<T> {
  readonly operation: string;
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  /** What the answer must be; transforms that cannot be done are issues. */
  readonly schema: z.ZodType<T>;
}

/** JSON over HTTP with one backend. Every failure is a BackendFailure; see {@link Reach} for deadline and breaker. */
export interface Caller {
  /** A read: tried again when that may help, within the same deadline. */
  get<T>(question: Question<T>): Promise<T>;
  /** A read of a whole list in TM Forum's pages (`offset`, `limit`, `X-Total-Count`, 206). `schema` is of one item. */
  list<T>(question: Question<T>): Promise<T[]>;
  /** A write: sent once. Only a 401, which refuses before anything is done, sends it again with a new token. */
  post<T>(question: Question<T> & { readonly body: unknown }): Promise<T>;
  /** A write that may be refused: then a 4xx is a value. Sent once, as `post`. */
  write<T>(question: Question<T> & Write): Promise<Written<T>>;
  /** A read of something that may not be there: a 404 is undefined. */
  find<T>(question: Question<T>): Promise<T | undefined>;
  /**
   * A read of a file at `address`, absolute or from the base URL on. Only of the same server: our token goes with the question. A 404 is undefined.
   */
  file(question: { readonly operation: string; readonly address: string; readonly accept: string }): Promise<Buffer | undefined>;
}

export interface Write {
  readonly method?: 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  readonly body?: unknown;
}
/** `code` and `reason` as the other side words them in TM Forum's, CAMARA's or GSMA's error body; empty when it does not say. */
export type Written<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly status: number; readonly code: string; readonly reason: string };

/** Items asked for at once, and the most pages that are followed. */
const PAGE_ITEMS = 100;
const MOST_PAGES = 5;
/** Longest file that is read, bytes. */
const FILE_BYTES = 8 * 1_048_576;
const NO_REFUSAL: readonly number[] = [401, 408, 429];
const Word = z.coerce.string().max(200).optional();
const Refusal = z.object({ code: Word, reason: Word, message: Word, errorCode: Word, errorDescription: Word });
const CORRELATION = /^[\w.:-]{1,128}$/;

export function caller(parts: CallerParts): Caller {
  const guarded = guard(parts);
  const read = async (
    { path, query = {}, headers = {} }: Pick<Question<unknown>, 'path' | 'query' | 'headers'>,
    signal: AbortSignal,
    endsAt: number,
  ): Promise<Answer> =>
    retried(() => authorized(parts, { method: 'GET', url: urlOf(parts, path, query), headers }, signal), { ...parts, signal, endsAt });
  return {
    get: ({ operation, schema, ...question }) =>
      guarded(operation, async (signal, endsAt) => understood(parts, await read(question, signal, endsAt), schema)),
    list: ({ operation, schema, ...question }) =>
      guarded(operation, (signal, endsAt) =>
        pages(parts, (page) => read({ ...question, query: { ...question.query, ...page } }, signal, endsAt), schema.array()),
      ),
    post: ({ operation, schema, ...question }) =>
      guarded(operation, async (signal) => understood(parts, await authorized(parts, writing(parts, question), signal), schema)),
    write: ({ operation, schema, ...question }) =>
      guarded(operation, async (signal) => {
        const answer = await authorized(parts, writing(parts, question), signal);
        return refusalIn(answer) ?? { ok: true, value: understood(parts, answer, schema) };
      }),
    find: ({ operation, schema, ...question }) =>
      guarded(operation, async (signal, endsAt) => {
        const answer = await read(question, signal, endsAt);
        return answer.status === 404 ? undefined : understood(parts, answer, schema);
      }),
    file: ({ operation, address, accept }) =>
      guarded(operation, async (signal, endsAt) => {
        const request: Request = { method: 'GET', url: fileAt(parts, address), headers: { accept }, bytes: FILE_BYTES };
        const answer = await retried(() => authorized(parts, request, signal), { ...parts, signal, endsAt });
        return answer.status === 404 ? undefined : bytesOf(parts, answer);
      }),
  };
}

/** @throws BackendFailure for another server's file */
function fileAt({ backend, baseUrl }: CallerParts, address: string): URL {
  const base = new URL(baseUrl);
  const url = URL.canParse(address) ? new URL(address) : new URL(baseUrl.replace(/\/+$/, '') + address);
  if (url.origin !== base.origin || url.username !== '') throw failed(backend, 'contract', 'a file of another server');
  return url;
}

function bytesOf({ backend }: CallerParts, { status, body }: Answer): Buffer {
  if (status >= 200 && status < 300) return Buffer.from(body, 'latin1');
  throw failed(backend, status === 408 || status === 429 || status >= 500 ? 'unavailable' : 'contract', `status ${status}`);
}

function writing(
  parts: CallerParts,
  { path, query = {}, method = 'POST', body, headers = {} }: Pick<Question<unknown>, 'path' | 'query' | 'headers'> & Write,
): Request {
  const url = urlOf(parts, path, query);
  if (body === undefined) return { method, url, headers };
  return { method, url, headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) };
}

/** The other side heard, and said no. A 401 is about us, not about what was asked; 408 and 429 say "not now". */
function refusalIn({ status, body }: Answer): Extract<Written<never>, { ok: false }> | undefined {
  if (status < 400 || status >= 500 || NO_REFUSAL.includes(status)) return undefined;
  const said = Refusal.safeParse(jsonOf(body)).data ?? {};
  return { ok: false, status, code: said.errorCode ?? said.code ?? '', reason: said.reason ?? said.errorDescription ?? said.message ?? '' };
}

function urlOf({ baseUrl }: CallerParts, path: string, query: Readonly<Record<string, string>>): URL {
  const url = new URL(baseUrl.replace(/\/+$/, '') + path);
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  return url;
}

/** One request under the token. A refused token is dropped, and one more try is made with the next. */
async function authorized({ backend, authorize, correlation, fetch }: CallerParts, request: Request, signal: AbortSignal): Promise<Answer> {
  const id = correlation?.();
  const plain = {
    accept: 'application/json',
    ...(id !== undefined && CORRELATION.test(id) && { 'x-correlation-id': id }),
    ...request.headers,
  };
  const send = (headers: Readonly<Record<string, string>>): Promise<Answer> => exchange(backend, { ...request, headers }, signal, fetch);
  if (authorize === undefined) return send(plain);
  const authorization = await authorize.header(signal).catch((error: unknown) => {
    throw error instanceof BackendFailure ? new BackendFailure(error.backend, error.kind, { cause: error, untouched: true }) : error;
  });
  const answer = await send({ ...plain, authorization });
  if (answer.status !== 401) return answer;
  authorize.drop(authorization);
  return send({ ...plain, authorization: await authorize.header(signal) });
}

function understood<T>({ backend }: CallerParts, { status, body }: Answer, schema: z.ZodType<T>): T {
  if (status === 408 || status === 429 || status >= 500) throw failed(backend, 'unavailable', `status ${status}`);
  if (status < 200 || status >= 300) throw failed(backend, 'contract', `status ${status}`);
  const parsed = schema.safeParse(jsonOf(body));
  if (parsed.success) return parsed.data;
  // Where it is wrong and how, never what was there.
  const issues = parsed.error.issues.slice(0, 5).map(({ path, code }) => `${path.join('.') || 'body'} (${code})`);
  throw failed(backend, 'contract', `status ${status}, wrong at ${issues.join(', ')}`);
}

/** The whole list, or a failure: half of somebody's balances would be a lie. */
async function pages<T>(parts: CallerParts, read: (page: Record<string, string>) => Promise<Answer>, schema: z.ZodType<T[]>): Promise<T[]> {
  const items: T[] = [];
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const answer = await read({ limit: String(PAGE_ITEMS), ...(items.length > 0 && { offset: String(items.length) }) });
    const got = understood(parts, answer, schema);
    items.push(...got);
    if (!hasMore(answer, items.length)) return items;
    if (got.length === 0) break;
  }
  throw failed(parts.backend, 'contract', `a list that does not end within ${MOST_PAGES} pages`);
}

function hasMore({ status, headers }: Answer, got: number): boolean {
  const total = headers.get('x-total-count')?.trim() ?? '';
  return /^\d{1,9}$/.test(total) ? got < Number(total) : status === 206;
}
