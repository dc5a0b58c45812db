import type { IncomingHttpHeaders, ServerResponse } from 'node:http';

/** A request, read whole. */
export interface Call {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
  /** Address of the other end of the socket. */
  readonly remote: string;
  /** Values of the `:name` parts of the route's path, decoded. */
  readonly params: Readonly<Record<string, string>>;
}

export interface Reply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
  /** Takes over the open response: for what is written bit by bit. */
  readonly stream?: (response: ServerResponse) => void;
}

/** Systems of an operator that can fail on their own. */
export const COUNTERPARTS = [
  'prepaid',
  'inventory',
  'catalogue',
  'payments',
  'orders',
  'lending',
  'accounts',
  'bills',
  'reconnection',
  'messages',
  'wallet',
  'gateway',
  'gateway-notes',
  'sim-swap',
  'sms',
  'oauth',
  'help',
  'zendesk',
  'zendesk-hooks',
  'sunshine',
  'stores',
  'usage',
  'messenger',
  'home-network',
  'outages',
] as const;
export type Counterpart = (typeof COUNTERPARTS)[number];

export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** `/a/:name/b`; a last part `*` takes the rest. */
  readonly path: string;
  /** Whose faults hit this route; none for the sandbox's own pages and controls. */
  readonly counterpart?: Counterpart;
  readonly handle: (call: Call) => Reply | Promise<Reply>;
}

/** Routes that speak one protocol: they share who may call and how an error looks. */
export interface Family {
  readonly prefix: string;
  readonly routes: readonly Route[];
  /** A reply for who may not call; undefined for who may. */
  readonly guard?: (call: Call) => Reply | undefined;
  /** An error in this protocol's own shape. `status` is an HTTP status. */
  readonly failure: (status: number, message: string) => Reply;
  /** Largest body, in bytes, where it is another one than everybody's. */
  readonly bodyLimitBytes?: number;
}

/** Makes a guard that refuses in a family's own shape. */
export type Guarded = (failure: Family['failure']) => NonNullable<Family['guard']>;

export function json(status: number, value: unknown, headers: Readonly<Record<string, string>> = {}): Reply {
  return { status, headers: { 'content-type': 'application/json; charset=utf-8', ...headers }, body: JSON.stringify(value) };
}

export function plain(status: number, text: string, type = 'text/plain; charset=utf-8'): Reply {
  return { status, headers: { 'content-type': type }, body: text };
}

/** Thrown by a handler for a request it cannot take; answered in the family's shape. */
export class BadRequest extends Error {
  override readonly name = 'BadRequest';
}
