import type { z } from 'zod';
import { json, type Call, type Reply, type Route } from '../http/reply';
import { failure } from './access';

const PER_PAGE = 100;
const REST = '/api/v2';

/** A route of the REST API, with and without `.json` at its end. `:id` may end so too: read it with {@link idOf}. */
export function rest(method: Route['method'], path: string, handle: Route['handle']): Route[] {
  const plain: Route = { method, path: `${REST}${path}`, counterpart: 'zendesk', handle };
  return path.endsWith('/:id') ? [plain] : [plain, { ...plain, path: `${plain.path}.json` }];
}

/** The number in the path, or NaN, which nothing is called. */
export const idOf = ({ params }: Call, name = 'id'): number => Number((params[name] ?? '').replace(/\.json$/, ''));

export const baseOf = ({ headers }: Call): string => `http://${headers.host ?? 'localhost'}`;

/** Hands the JSON body to `handle` once it is what `schema` says, else 422 with what is not. */
export function reading<T>(schema: z.ZodType<T>, handle: (body: T, call: Call) => Reply | Promise<Reply>): Route['handle'] {
  return (call) => {
    const read = schema.safeParse(parsed(call.body));
    if (read.success) return handle(read.data, call);
    const details: Record<string, { description: string }[]> = {};
    for (const { path, message } of read.error.issues.slice(0, 10)) (details[path.join('.') || 'body'] ??= []).push({ description: message });
    return json(422, { error: 'RecordInvalid', description: 'Record validation errors', details });
  };
}

function parsed(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
}

/** A list by pages, as by `page` and `per_page`, or by cursor when `page[size]` is given. */
export function paged(call: Call, name: string, all: readonly object[]): Reply {
  const { query, path } = call;
  const link = (changes: Record<string, string>): string => {
    const next = new URLSearchParams(query);
    for (const [key, value] of Object.entries(changes)) next.set(key, value);
    return `${baseOf(call)}${path}?${next.toString()}`;
  };
  const cursor = query.get('page[size]');
  const size = Math.min(Math.max(Number(cursor ?? query.get('per_page') ?? PER_PAGE) || PER_PAGE, 1), PER_PAGE);
  if (cursor !== null) {
    const from = Number(query.get('page[after]') ?? 0);
    if (!Number.isInteger(from) || from < 0) return failure(400, 'The cursor cannot be read.');
    const hasMore = from + size < all.length;
    const after = String(from + size);
    const meta = { has_more: hasMore, after_cursor: hasMore ? after : null, before_cursor: null };
    return json(200, { [name]: all.slice(from, from + size), meta, links: { next: hasMore ? link({ 'page[after]': after }) : null, prev: null } });
  }
  const page = Math.max(Number(query.get('page') ?? 1) || 1, 1);
  const next = page * size < all.length ? link({ page: String(page + 1) }) : null;
  return json(200, { [name]: all.slice((page - 1) * size, page * size), count: all.length, next_page: next, previous_page: null });
}
