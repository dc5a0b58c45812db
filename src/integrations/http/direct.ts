import { Agent, request as plain, type ClientRequest, type IncomingMessage } from 'node:http';
import { Agent as SecureAgent, request as secure } from 'node:https';
import { BackendFailure } from '../../domain/failure';
import { ANSWER_BYTES, broken, failed, type Request } from './exchange';

/** Connections that nobody used for so long are let go of, ms: sooner than the other side would, for what is written to one that is being closed is lost. */
const IDLE_MS = 4_000;

/** What is asked of a server whose address is known. */
interface Ask {
  readonly method: Request['method'];
  /** With its query. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

interface Told {
  readonly status: number;
  readonly body: string;
}

/** Runs a call as a step of what is going on; `ask` is given the headers that say of what. */
export type Step = <T extends { readonly status: number }>(
  to: { readonly method: string; readonly host: string },
  ask: (headers: Readonly<Record<string, string>>) => Promise<T>,
) => Promise<T>;

export interface DirectParts {
  readonly backend: string;
  /** Scheme, host and port; what stands behind them is not read. */
  readonly origin: string;
  readonly deadlineMs: number;
  readonly step?: Step | undefined;
}

/**
 * What `exchange` is, for a server that is asked several times in every turn: Node's own client over connections that are kept, at a quarter of what `fetch` costs.
 * One request, one answer of any status but a redirect, without compression.
 *
 * @returns a call that throws BackendFailure as `exchange` does. `untouched`: there was no connection, whatever came before one.
 */
export function direct({ backend, origin, deadlineMs, step = (_, ask) => ask({}) }: DirectParts): (ask: Ask) => Promise<Told> {
  const url = new URL(origin);
  const isSecure = url.protocol === 'https:';
  const kept = { keepAlive: true, timeout: IDLE_MS };
  const server = {
    ...{ protocol: url.protocol, hostname: url.hostname.replace(/^\[|\]$/g, ''), port: url.port },
    agent: isSecure ? new SecureAgent(kept) : new Agent(kept),
  };
  const once = ({ method, path, headers, body }: Ask): Promise<Told> =>
    new Promise((resolve, reject) => {
      const request = (isSecure ? secure : plain)({ ...server, method, path, headers: { ...headers, ...lengthOf(body) } });
      const isConnected = connected(request, isSecure ? 'secureConnect' : 'connect');
      const late = setTimeout(() => {
        fail(failed(backend, 'timeout', 'no whole answer within the deadline', !isConnected())); // not every way that a connection ends is told
        request.destroy();
      }, deadlineMs).unref(); // a connection that waits keeps the process alive by itself
      const fail = (error: Error): void => {
        clearTimeout(late);
        reject(error instanceof BackendFailure ? error : broken(backend, error, !isConnected()));
      };
      request.on('error', fail);
      request.on('response', (response) => {
        whole(backend, response, (told) => {
          clearTimeout(late);
          resolve(told);
        }).on('error', fail);
      });
      request.end(body);
    });
  return (ask) => step({ method: ask.method, host: url.hostname }, (more) => once({ ...ask, headers: { ...ask.headers, ...more } }));
}

/** Node says it of some methods only; a body of any other one would be read as the beginning of the next request. */
const lengthOf = (body: string | undefined): { 'content-length'?: string } =>
  body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };

/** Whether there is a connection, and a byte of the request may have gone out. */
function connected(request: ClientRequest, event: 'connect' | 'secureConnect'): () => boolean {
  let is = false;
  request.once('socket', (socket) => {
    if (socket.connecting) socket.once(event, () => (is = true));
    else is = true;
  });
  return () => is;
}

/** Reads an answer, whole; one that redirects or is too long ends as an error of its own. */
function whole(backend: string, response: IncomingMessage, done: (told: Told) => void): IncomingMessage {
  const { statusCode: status = 0 } = response;
  const chunks: Buffer[] = [];
  let bytes = 0;
  response.on('data', (chunk: Buffer) => {
    bytes += chunk.length;
    chunks.push(chunk);
    if (bytes > ANSWER_BYTES) response.destroy(failed(backend, 'contract', `an answer longer than ${ANSWER_BYTES} bytes`));
  });
  response.on('end', () => done({ status, body: Buffer.concat(chunks, bytes).toString() }));
  if (status >= 300 && status < 400) response.destroy(failed(backend, 'contract', `redirected with status ${status}`));
  return response;
}
