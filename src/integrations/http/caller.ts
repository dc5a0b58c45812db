import type { z } from 'zod';
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
  post<T>(question: Question<T> & { readonly body: unknown; readonly headers?: Readonly<Record<string, string>> }): Promise<T>;
}

/** Items asked for at once, and the most pages that are followed. */
const PAGE_ITEMS = 100;
const MOST_PAGES = 5;
const CORRELATION = /^[\w.:-]{1,128}$/;

export function caller(parts: CallerParts): Caller {
  const guarded = guard(parts);
  const read = async (path: string, query: Readonly<Record<string, string>>, signal: AbortSignal, endsAt: number): Promise<Answer> =>
    retried(() => authorized(parts, { method: 'GET', url: urlOf(parts, path, query) }, signal), { ...parts, signal, endsAt });
  return {
    get: ({ operation, path, query = {}, schema }) =>
      guarded(operation, async (signal, endsAt) => understood(parts, await read(path, query, signal, endsAt), schema)),
    list: ({ operation, path, query = {}, schema }) =>
      guarded(operation, (signal, endsAt) => pages(parts, (page) => read(path, { ...query, ...page }, signal, endsAt), schema.array())),
    post: ({ operation, path, query = {}, schema, body, headers = {} }) =>
      guarded(operation, async (signal) => {
        const request = {
          url: urlOf(parts, path, query),
          headers: { 'content-type': 'application/json', ...headers },
          body: JSON.stringify(body),
        };
        return understood(parts, await authorized(parts, { method: 'POST', ...request }, signal), schema);
      }),
  };
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
  const authorization = await authorize.header(signal);
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
