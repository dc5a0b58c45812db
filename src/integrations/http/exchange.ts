import { BackendFailure } from '../../domain/failure';

/** Longest answer that is read, bytes after decompression. */
export const ANSWER_BYTES = 1_048_576;

/** Errors of a connection that was never made: no byte of the request went out. */
const NEVER_CONNECTED = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT']);

/** The built-in `fetch`, or a stand-in of the same shape. */
export type Fetch = (url: URL, init: RequestInit) => Promise<Response>;

export interface Request {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  readonly url: URL;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array<ArrayBuffer>;
  /** The answer is no text: up to so many bytes of it are read, and `body` has one character for each (latin1). */
  readonly bytes?: number;
}

/** An HTTP answer, read whole. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: string;
}

/** Looked up at the time of the call: tests replace it. */
const builtIn: Fetch = (url, init) => globalThis.fetch(url, init);

/**
 * One request, one answer of any status but a redirect: those are never followed, because credentials would go with them.
 * What an error says is ours, word for word: a URL may carry credentials and a number, a body may carry a customer's data.
 *
 * @throws BackendFailure `timeout` when `signal` fires, `unavailable` when the connection fails or breaks, `contract` for a
 * redirect and for an answer longer than `ANSWER_BYTES`.
 */
export async function exchange(backend: string, request: Request, signal: AbortSignal, fetch: Fetch = builtIn): Promise<Answer> {
  const { method, url, headers = {}, body, bytes } = request;
  try {
    const response = await fetch(url, { method, headers, redirect: 'manual', signal, ...(body !== undefined && { body }) });
    if (response.status >= 300 && response.status < 400) {
      await response.body?.cancel();
      throw failed(backend, 'contract', `redirected with status ${response.status}`);
    }
    return { status: response.status, headers: response.headers, body: await textOf(backend, response, bytes) };
  } catch (error) {
    if (error instanceof BackendFailure) throw error;
    if (signal.aborted) throw failed(backend, 'timeout', 'no whole answer within the deadline');
    throw broken(backend, error);
  }
}

/** The whole body, or a failure as soon as it is too long. */
async function textOf(backend: string, { body }: Response, binary?: number): Promise<string> {
  const most = binary ?? ANSWER_BYTES;
  if (body === null) return '';
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  const reader = body.getReader();
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    bytes += read.value.byteLength;
    if (bytes > most) {
      await reader.cancel();
      throw failed(backend, 'contract', `an answer longer than ${most} bytes`);
    }
    chunks.push(read.value);
  }
  return Buffer.concat(chunks).toString(binary === undefined ? 'utf8' : 'latin1');
}

/** A failure with a reason in plain words: no URL, no header, no body. `untouched`: certainly nothing was asked. */
export function failed(backend: string, kind: BackendFailure['kind'], reason: string, untouched = false): BackendFailure {
  return new BackendFailure(backend, kind, { cause: new Error(reason), untouched });
}

/** A connection that failed, or broke. `untouched`: it is known that there was none yet. */
export function broken(backend: string, error: unknown, untouched = false): BackendFailure {
  const code = codeOf(error);
  return failed(backend, 'unavailable', `network: ${code}`, untouched || NEVER_CONNECTED.has(code));
}

/** `ECONNREFUSED`, `UND_ERR_SOCKET`: the code of a network error. Its message may name addresses, so it is left behind. */
function codeOf(error: unknown): string {
  for (let each = error; typeof each === 'object' && each !== null; each = 'cause' in each ? each.cause : undefined) {
    if ('code' in each && typeof each.code === 'string' && /^\w{1,60}$/.test(each.code)) return each.code;
  }
  return 'no connection';
}

/** Parsed JSON, or undefined. A parser's own message quotes the text, so it goes no further. */
export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
