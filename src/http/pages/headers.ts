import type { ServerResponse } from 'node:http';
import { randomBytes } from 'node:crypto';

/** sha256 of an empty text: Web Chat adds one empty style element without the nonce. */
const EMPTY_STYLE = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='";
const NONCE_BYTES = 16;

/** A fresh value for each answer: it is what lets our own style elements pass, and nobody else's. */
export const newNonce = (): string => randomBytes(NONCE_BYTES).toString('base64');

/**
 * The policy of every page. `blob:` in `connect-src` and `worker-src` is what Web Chat needs to send a file; nothing inline passes without the nonce.
 *
 * @param ancestors origins that may frame the page; none means our own pages only
 */
export const contentPolicy = (nonce: string, ancestors: readonly string[]): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}' ${EMPTY_STYLE}`,
    "font-src 'self'",
    "connect-src 'self' blob:",
    'worker-src blob:',
    "img-src 'self' data: blob:",
    "media-src 'self' blob:",
    "frame-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    `frame-ancestors ${["'self'", ...ancestors].join(' ')}`,
  ].join('; ');

const YEAR_S = 365 * 24 * 3600;

/** What every answer of this server carries: type sniffing off, no address leaks, plain HTTP refused by browsers once seen in production. */
export const commonHeaders = (production: boolean): Readonly<Record<string, string>> => ({
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'same-origin',
  ...(production && { 'Strict-Transport-Security': `max-age=${YEAR_S}; includeSubDomains` }),
});

/** Powers no page of ours uses, switched off for the page and for everything in it. Where somebody is the chat may ask, when its button is pressed. */
const PERMISSIONS = ['camera=()', 'microphone=()', 'geolocation=(self)', 'payment=()', 'usb=()', 'midi=()', 'display-capture=()'].join(', ');

/** Who may frame a page. `framed: true` marks the page made for frames, where an opener policy has no meaning. */
export interface PageHeaders {
  readonly production: boolean;
  readonly framed: boolean;
  readonly ancestors: readonly string[];
  /** HTTP status; 200 when not given. */
  readonly status?: number;
  /** When it is worth asking again, s. */
  readonly again?: number;
}

/** Sends one page with its policy. Never stored by caches: the nonce is for one answer. */
export const sendPage = (
  res: ServerResponse,
  markup: string,
  nonce: string,
  { production, framed, ancestors, status = 200, again }: PageHeaders,
): void => {
  const body = Buffer.from(`<!doctype html>\n${markup}`);
  res.writeHead(status, {
    ...commonHeaders(production),
    ...(again !== undefined && { 'Retry-After': String(again) }),
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Length': body.length,
    'Cache-Control': 'private, no-cache',
    Vary: 'Accept-Language, Cookie',
    'Content-Security-Policy': contentPolicy(nonce, framed ? ancestors : []),
    'Permissions-Policy': PERMISSIONS,
    ...(!framed && { 'Cross-Origin-Opener-Policy': 'same-origin' }),
  });
  res.end(res.req.method === 'HEAD' ? undefined : body);
};

/** A file that only the one who asked gets to see. */
export interface SentFile {
  readonly bytes: Buffer;
  readonly type: string;
  /** Letters, digits, dots and hyphens. */
  readonly name: string;
}

/** Sends one file to be looked at. No cache keeps it, and it can load and run nothing. */
export const sendFile = (res: ServerResponse, { bytes, type, name }: SentFile, production: boolean): void => {
  res.writeHead(200, {
    ...commonHeaders(production),
    'Content-Type': type,
    'Content-Length': bytes.length,
    'Content-Disposition': `inline; filename="${name.replace(/[^\w.-]/g, '-')}"`,
    'Cache-Control': 'private, no-store',
    'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
    'X-Robots-Tag': 'noindex',
  });
  res.end(res.req.method === 'HEAD' ? undefined : bytes);
};
