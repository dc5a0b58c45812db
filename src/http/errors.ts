import { STATUS_CODES } from 'node:http';

/** A request that is answered with an error: what the client did wrong, or what we cannot do now. Thrown by handlers, written by the server. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  constructor(
    /** HTTP status, 400 to 599. */
    readonly status: number,
    /** A stable word for programs: `BadArgument`, `TokenExpired`… */
    readonly code: string,
    /** One sentence for people. It quotes nothing of the request. */
    message: string,
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(message);
  }
}

/** Short for `new Refusal`: `throw refuse(400, 'BadArgument', 'The text is too long.')`. */
export const refuse = (status: number, code: string, message: string, headers?: Readonly<Record<string, string>>): Refusal =>
  new Refusal(status, code, message, headers);

/** Routes whose clients read errors as Direct Line writes them. */
const DIRECT_LINE = /^\/(v3\/directline|webchat)(\/|$|\?)/;

/** The body of an error, in the shape that clients of this address understand. */
export function errorBody(url: string, { code, message }: Pick<Refusal, 'code' | 'message'>): string {
  return JSON.stringify(DIRECT_LINE.test(url) ? { error: { code, message } } : { code, message });
}

/** What restify's router and Node's parser say, in our words; anything else is our own fault and is not explained to the outside. */
const KNOWN: Readonly<Record<number, readonly [code: string, message: string]>> = {
  400: ['BadArgument', 'The request is malformed.'],
  404: ['NotFound', 'There is nothing at this address.'],
  405: ['MethodNotAllowed', 'This address does not know that method.'],
  408: ['RequestTimeout', 'The request took too long.'],
  431: ['HeadersTooLarge', 'The headers are too large.'],
};

/** Any error as a refusal. What is not known is a 500 without details: those belong into the log. */
export function refusalOf(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  const status = error instanceof Error && 'statusCode' in error && typeof error.statusCode === 'number' ? error.statusCode : 500;
  return knownRefusal(status);
}

export function knownRefusal(status: number): Refusal {
  const [code, message] = KNOWN[status] ?? ['InternalError', 'Something went wrong on our side.'];
  return refuse(KNOWN[status] ? status : 500, code, message);
}

/** A whole HTTP answer as text, for sockets that no response object stands for: failed upgrades, requests that cannot be parsed. */
export function rawAnswer(url: string, refusal: Refusal): string {
  const body = errorBody(url, refusal);
  const head = [
    `HTTP/1.1 ${refusal.status} ${STATUS_CODES[refusal.status] ?? 'Error'}`,
    'Content-Type: application/json; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Cache-Control: no-store',
    'Connection: close',
  ];
  return `${head.join('\r\n')}\r\n\r\n${body}`;
}
