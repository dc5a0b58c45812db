import { AsyncLocalStorage } from 'node:async_hooks';
import { createClient, type ZendeskClient } from 'node-zendesk';
import { z } from 'zod';
import { BackendFailure } from '../../domain/failure';
import { exchange, failed, jsonOf, type Answer, type Fetch, type Request } from '../http/exchange';
import { guard, type Reach } from '../http/guard';
import { retried } from '../http/retry';

export interface ZendeskParts extends Reach {
  /** Of the account: `https://operator.zendesk.com`. */
  readonly baseUrl: string;
  /** An API user and its token; without them only what everybody may read is read. */
  readonly access?: { readonly user: string; readonly token: string };
  readonly fetch?: Fetch;
  /** 0 to 1, for the pauses between retries. */
  readonly random: () => number;
}

/** Zendesk heard, and said no: a 4xx that is about what was asked. `fields`: what it finds wrong, by name. */
export interface Refusal {
  readonly ok: false;
  readonly status: number;
  readonly fields: readonly string[];
}
export type Answered<T> = { readonly ok: true; readonly value: T } | Refusal;

export interface Asking<T> {
  /** A fixed word, for metrics. */
  readonly operation: string;
  /** Of one answer, as Zendesk writes it: `{ ticket: { id } }`. */
  readonly schema: z.ZodType<T>;
  /** Builds the request with node-zendesk. What it makes of the answer is of no interest. */
  readonly call: (client: ZendeskClient) => Promise<unknown>;
  /** The same for the same creation, however often it is sent. */
  readonly idempotencyKey?: string;
}

/**
 * A Zendesk account through node-zendesk. The library builds the requests; sending them and judging the answers is ours, because it resolves where it
 * failed (a 429 or anything with `Retry-After`, 502, 504, a body that is no JSON) and knows no deadline. Every failure is a BackendFailure.
 */
export interface Zendesk {
  ask<T>(asking: Asking<T>): Promise<Answered<T>>;
  /** A list in pages, all of them. A refusal is a failure here: what we list is there. */
  pages<T>(asking: Asking<T>): Promise<readonly T[]>;
  /** A file, with its own content type, which the library cannot send. @returns the token by which a comment takes it */
  upload(file: { readonly name: string; readonly contentType: string; readonly bytes: Uint8Array }): Promise<Answered<string>>;
}

/** 3,000 articles at 30 a page. A list that goes on is cut, and that is a failure: half a list would look like a whole one. */
const MOST_PAGES = 100;
/** About us and about now, not about what was asked. */
const NO_REFUSAL: readonly number[] = [401, 403, 408, 429];
/** Any account: only path and query of what the library builds are used. */
const NOWHERE = 'account';

/** One call, from the request that the library builds to the answers that it must not judge. */
interface Exchange {
  readonly signal: AbortSignal;
  readonly endsAt: number;
  readonly idempotencyKey?: string | undefined;
  readonly bodies: unknown[];
  failure?: BackendFailure;
  refusal?: Refusal;
}

const Details = z.object({ details: z.record(z.string(), z.unknown()) });
const Uploaded = z.object({ upload: z.object({ token: z.string().min(1) }) });

export function zendesk(parts: ZendeskParts): Zendesk {
  const guarded = guard(parts);
  const going = new AsyncLocalStorage<Exchange>();
  const client = clientFor(parts, (request) => {
    const here = going.getStore();
    if (!here) throw new TypeError('a request of node-zendesk outside a call');
    return answered(parts, here, request);
  });
  const run = (asking: Asking<unknown>): Promise<Exchange> =>
    guarded(asking.operation, async (signal, endsAt) => {
      const here: Exchange = { signal, endsAt, idempotencyKey: asking.idempotencyKey, bodies: [] };
      const said = await going
        .run(here, () => asking.call(client))
        .then(
          () => undefined,
          (error: unknown) => error,
        );
      if (here.failure) throw here.failure;
      if (said instanceof Error && here.bodies.length === 0 && !here.refusal) throw failed(parts.backend, 'contract', 'node-zendesk sent nothing');
      return here;
    });
  return {
    async ask(asking) {
      const { refusal, bodies } = await run(asking);
      return refusal ?? { ok: true, value: understood(parts.backend, asking.schema, bodies.at(-1)) };
    },
    async pages(asking) {
      const { refusal, bodies } = await run(asking);
      if (refusal) throw failed(parts.backend, 'contract', `status ${refusal.status}`);
      return bodies.map((body) => understood(parts.backend, asking.schema, body));
    },
    upload: (file) =>
      guarded('upload', async (signal) => {
        const url = new URL(`${parts.baseUrl.replace(/\/+$/, '')}/api/v2/uploads.json`);
        url.searchParams.set('filename', endingRight(file));
        const headers = { ...authorization(parts), accept: 'application/json', 'content-type': file.contentType };
        const answer = await exchange(parts.backend, { method: 'POST', url, headers, body: new Uint8Array(file.bytes) }, signal, parts.fetch);
        const judged = judge(parts.backend, answer);
        return judged ?? { ok: true, value: understood(parts.backend, Uploaded, jsonOf(answer.body)).upload.token };
      }),
  };
}

/** Sends one request of the library's to our account, whatever host it names: its token goes nowhere else. */
async function answered(parts: ZendeskParts, here: Exchange, { uri, method, body }: Built): Promise<Answer> {
  const { pathname, search } = new URL(uri);
  const url = new URL(parts.baseUrl.replace(/\/+$/, '') + pathname + search);
  const headers = {
    ...authorization(parts),
    accept: 'application/json',
    ...(body !== undefined && { 'content-type': 'application/json' }),
    ...(here.idempotencyKey !== undefined && { 'idempotency-key': here.idempotencyKey }),
  };
  const request: Request = { method, url, headers, ...(body !== undefined && { body }) };
  try {
    if (here.bodies.length >= MOST_PAGES) throw failed(parts.backend, 'contract', `a list that does not end within ${MOST_PAGES} pages`);
    const send = (): Promise<Answer> => exchange(parts.backend, request, here.signal, parts.fetch);
    const answer = method === 'GET' ? await retried(send, { ...parts, signal: here.signal, endsAt: here.endsAt }) : await send();
    const refusal = judge(parts.backend, answer);
    if (refusal) here.refusal = refusal;
    else here.bodies.push(jsonOf(answer.body));
    return answer;
  } catch (error) {
    here.failure = error instanceof BackendFailure ? error : failed(parts.backend, 'unavailable', 'no connection');
    throw error;
  }
}

/** Whether Zendesk said no; undefined when it did what was asked. @throws BackendFailure for all that says nothing about it */
function judge(backend: string, { status, body }: Answer): Refusal | undefined {
  if (status >= 200 && status < 300) return undefined;
  if (status === 408 || status === 429 || status >= 500) throw failed(backend, 'unavailable', `status ${status}`);
  if (status < 400 || NO_REFUSAL.includes(status)) throw failed(backend, 'contract', `status ${status}`);
  const said = Details.safeParse(jsonOf(body));
  return { ok: false, status, fields: said.success ? Object.keys(said.data.details).slice(0, 10) : [] };
}

function understood<T>(backend: string, schema: z.ZodType<T>, body: unknown): T {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  const issues = parsed.error.issues.slice(0, 5).map(({ path, code }) => `${path.join('.') || 'body'} (${code})`);
  throw failed(backend, 'contract', `wrong at ${issues.join(', ')}`);
}

/** Zendesk refuses a file whose name does not end as its type does: pictures are saved as `.jfif`, or without an ending. */
const ENDINGS: Readonly<Record<string, readonly [RegExp, string]>> = {
  'image/jpeg': [/\.jpe?g$/i, '.jpg'],
  'image/png': [/\.png$/i, '.png'],
  'application/pdf': [/\.pdf$/i, '.pdf'],
};
function endingRight({ name, contentType }: { readonly name: string; readonly contentType: string }): string {
  const [fits, ending] = ENDINGS[contentType] ?? [];
  return ending === undefined || fits?.test(name) !== false ? name : name + ending;
}

const authorization = ({ access }: ZendeskParts): Readonly<Record<string, string>> =>
  access ? { authorization: `Basic ${Buffer.from(`${access.user}/token:${access.token}`).toString('base64')}` } : {};

interface Built {
  readonly uri: string;
  readonly method: Request['method'];
  readonly body?: string;
}
const Options = z.object({ method: z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']), body: z.string().optional() });

const Onward = z.looseObject({ next_page: z.url() });
/** The next page as the library follows it: by https only. Where it really is, {@link answered} knows. */
function onward(body: unknown): unknown {
  const read = Onward.safeParse(body);
  if (!read.success) return body ?? {};
  const { pathname, search } = new URL(read.data.next_page);
  return { ...read.data, next_page: `https://${NOWHERE}.zendesk.com${pathname}${search}` };
}

/** The library with a transport of ours. It is told that every answer is JSON and none says `Retry-After`: it would take both for a result. */
function clientFor({ access }: ZendeskParts, send: (built: Built) => Promise<Answer>): ZendeskClient {
  return createClient({
    ...{ subdomain: NOWHERE, username: access?.user ?? 'nobody', token: access?.token ?? 'none', throwOriginalException: true },
    transportConfig: {
      transportFn: (uri: string, options: unknown) => {
        const { method, body } = Options.parse(options);
        return send({ uri, method, ...(body !== undefined && { body }) });
      },
      responseAdapter: ({ status, body }: Answer) => ({
        ...{ status, statusText: '', json: async () => onward(jsonOf(body)), text: async () => body },
        headers: { get: (name: string) => (name.toLowerCase() === 'content-type' ? 'application/json' : null) },
      }),
    },
  });
}
