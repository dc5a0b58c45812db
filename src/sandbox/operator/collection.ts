import { BadRequest, json, type Call, type Counterpart, type Reply, type Route } from '../http/reply';

/** A TM Forum resource as JSON. */
export interface Resource {
  readonly id: string;
  readonly href: string;
  readonly [attribute: string]: unknown;
}

/** A resource before it knows its address. */
export type Draft = { readonly id: string; readonly [attribute: string]: unknown };

/**
 * List and by-id routes of one TM Forum v4 resource: filters on attributes by dotted path (a comma means "or", a list matches
 * when one of its elements does), `fields`, `offset` and `limit`, `X-Total-Count` and `X-Result-Count`, 206 for a part of the list.
 */
export function collection(base: string, name: string, counterpart: Counterpart, all: (query: URLSearchParams) => readonly Draft[]): Route[] {
  const path = `${base}/${name}`;
  const items = (query: URLSearchParams): Resource[] => all(query).map((draft) => ({ ...draft, href: `${path}/${encodeURIComponent(draft.id)}` }));
  return [
    { method: 'GET', path, counterpart, handle: ({ query }) => list(items(query), query) },
    { method: 'GET', path: `${path}/:id`, counterpart, handle: (call) => one(items(call.query), call) },
  ];
}

/** An error in TM Forum's shape; the codes are those of TMF630's examples. */
export function tmfError(status: number, message: string, headers: Readonly<Record<string, string>> = {}): Reply {
  const [code, reason] = CODES[status] ?? ['1', status < 500 ? 'Invalid request' : 'Internal error'];
  return json(status, { code, reason, message, status: String(status), '@type': 'Error' }, headers);
}

const CODES: Readonly<Record<number, readonly [code: string, reason: string]>> = {
  400: ['21', 'Invalid request'],
  401: ['41', 'Missing or expired credentials'],
  403: ['50', 'Access denied'],
  404: ['60', 'Resource not found'],
  405: ['61', 'Method not allowed'],
  413: ['22', 'Request too large'],
  503: ['5', 'Service unavailable'],
};

const NOT_FILTERS = ['fields', 'offset', 'limit'];

function list(items: readonly Resource[], query: URLSearchParams): Reply {
  const filters = [...query].filter(([key]) => !NOT_FILTERS.includes(key));
  const found = items.filter((item) => filters.every(([path, wanted]) => has(item, path, wanted)));
  const offset = whole(query, 'offset') ?? 0;
  const page = found.slice(offset, offset + (whole(query, 'limit') ?? found.length));
  const partial = offset + page.length < found.length;
  return json(
    partial ? 206 : 200,
    page.map((item) => pick(item, query.get('fields'))),
    { 'x-total-count': String(found.length), 'x-result-count': String(page.length) },
  );
}

function one(items: readonly Resource[], { params, query }: Call): Reply {
  const item = items.find(({ id }) => id === params['id']);
  return item === undefined ? tmfError(404, 'There is no such resource.') : json(200, pick(item, query.get('fields')));
}

function whole(query: URLSearchParams, name: string): number | undefined {
  const value = query.get(name);
  if (value === null) return undefined;
  if (!/^\d{1,9}$/.test(value)) throw new BadRequest(`${name} must be a whole number, 0 or more.`);
  return Number(value);
}

/** TMF630's `date.gte`, `date.lt`: moments are compared as moments. */
const COMPARED = /^(.+)\.(gte|gt|lte|lt)$/;

/** Some clients put the value in double quotes. */
const has = (item: Resource, path: string, wanted: string): boolean => {
  const [, compared, how] = COMPARED.exec(path) ?? [];
  if (compared !== undefined && how !== undefined) return at(item, compared.split('.')).some((value) => isBeyond(String(value), how, wanted));
  const values = wanted.replace(/^"(.*)"$/, '$1').split(',');
  return at(item, path.split('.')).some((value) => values.includes(String(value)));
};

function isBeyond(value: string, how: string, wanted: string): boolean {
  const difference = Date.parse(value) - Date.parse(wanted);
  if (difference === 0) return how.endsWith('e');
  return how.startsWith('g') ? difference > 0 : difference < 0;
}

/** Every scalar at a path; lists on the way are walked through, and only an object's own attributes are seen. */
function at(value: unknown, path: readonly string[]): unknown[] {
  if (Array.isArray(value)) return value.flatMap((element) => at(element, path));
  const [key, ...rest] = path;
  if (key === undefined) return typeof value === 'object' ? [] : [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => (name === key ? at(inner, rest) : []));
}

function pick(item: Resource, fields: string | null): object {
  if (fields === null || fields === '') return item;
  const wanted = ['id', 'href', ...fields.split(',').map((field) => field.trim())];
  return Object.fromEntries(Object.entries(item).filter(([key]) => wanted.includes(key)));
}
