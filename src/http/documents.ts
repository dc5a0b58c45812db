import type { Request } from 'restify';
import { BackendFailure } from '../domain/failure';
import { refuse } from './errors';
import { memoryLimits, senderOf, type Limits } from './limits';
import type { Answered } from './pages';
import { documentPage } from './pages/document-page';

/** What a link to a document leads to. */
export interface LinkedDocument {
  /** As the browser saves it: `factura-noviembre.pdf`. */
  readonly name: string;
  /** Whether this browser is the one it was made for. */
  readonly isFor: (request: Request) => boolean;
  /** Undefined when there is none. @throws BackendFailure */
  readonly read: () => Promise<Buffer | undefined>;
}

export interface DocumentParts {
  /** Undefined when the link's time is over, or it never was: nobody can tell which. */
  readonly find: (token: string) => Promise<LinkedDocument | undefined>;
  readonly proxies: number;
  readonly limits?: Limits;
}

/**
 * `GET /documents/:token`: a document, for the browser that asked for it in its chat and as long as its link is good. Whoever else opens it, a robot
 * that draws previews among them, gets a page that says what to do, and nothing is used up. HEAD reads nothing.
 */
export const documents = ({
  find,
  proxies,
  limits = memoryLimits(),
}: DocumentParts): Readonly<Record<string, (request: Request) => Promise<Answered>>> => ({
  '/documents/:token': async (request) => {
    const wait = limits.take('token', senderOf(request, proxies));
    if (wait > 0) throw refuse(429, 'TooManyRequests', 'Too many documents were asked for. Please wait a moment.', { 'Retry-After': String(wait) });
    const document = await find(tokenIn(request));
    if (!document) return documentPage('over');
    if (!document.isFor(request)) return documentPage('elsewhere');
    if (request.method === 'HEAD') return documentPage('here');
    const bytes = await document.read().catch((error: unknown) => {
      if (error instanceof BackendFailure) return undefined;
      throw error;
    });
    return bytes === undefined ? documentPage('away') : { bytes, type: 'application/pdf', name: document.name };
  },
});

const tokenIn = ({ url = '' }: Request): string => new URL(url, 'http://bot').pathname.split('/').at(-1) ?? '';
