import { z } from 'zod';
import { BackendFailure } from '../../domain/failure';
import { exchange, jsonOf, type Fetch } from '../../integrations/http/exchange';
import { proofOf } from './signature';

/** For one call, ms. Two of them end within the lease of the right to send. */
const DEADLINE_MS = 4_500;

/** What Meta says of a call that it does not carry out. `subcode` 0: none. */
export interface GraphError {
  readonly status: number;
  readonly code: number;
  readonly subcode: number;
}

/** What became of a call. `unsure`: it was written, and nobody knows whether it was carried out. `unsent`: certainly not. */
export type Called = { readonly ok: true; readonly body: unknown } | { readonly ok: false; readonly error: GraphError | 'unsure' | 'unsent' };

export interface Graph {
  /** `path` of a page's own node: `messages`, `personas`. Never throws. */
  call(page: string, path: string, body: object, method?: 'POST' | 'GET' | 'DELETE'): Promise<Called>;
  readonly pages: readonly string[];
}

export interface GraphParts {
  /** `https://graph.facebook.com`. */
  readonly url: string;
  readonly version: string;
  readonly appSecret: string;
  /** Tokens by page. */
  readonly pages: Readonly<Record<string, string>>;
  readonly fetch?: Fetch | undefined;
}

const Failed = z.object({ error: z.looseObject({ code: z.number().default(0), error_subcode: z.number().default(0) }) });

/**
 * The same, as a call that never goes elsewhere and belongs to no window. Only so `fetch` keeps no second copy of the request and its body, which is a quarter of
 * what a call costs. A redirect ends as a broken connection: nobody knows whether it was carried out.
 */
const straight = (fetch: Fetch): Fetch => {
  return (url, init) => fetch(url, { ...init, redirect: 'error', window: null });
};

/** Meta's Graph API, as far as a page needs it. The token goes in a header, never in an address. */
export function graphApi({ url, version, appSecret, pages, fetch = (to, init) => globalThis.fetch(to, init) }: GraphParts): Graph {
  const fetching = straight(fetch);
  const base = `${url.replace(/\/+$/, '')}/${version}/me/`;
  // A token's proof is always the same, and so are the few addresses that a page is asked at.
  const addresses = new Map<string, URL>();
  const proofs = new Map(Object.entries(pages).map(([page, token]) => [page, proofOf(token, appSecret)]));
  const addressOf = (page: string, path: string): URL => {
    const name = `${page} ${path}`;
    const known = addresses.get(name);
    if (known) return known;
    const made = new URL(`${base}${path}?appsecret_proof=${proofs.get(page) ?? ''}`);
    addresses.set(name, made);
    return made;
  };
  const request = (page: string, path: string, body: object, method: 'POST' | 'GET' | 'DELETE') => {
    const authorization = `Bearer ${pages[page] ?? ''}`;
    if (method === 'GET') return { method, url: addressOf(page, path), headers: { accept: 'application/json', authorization } };
    const headers = { accept: 'application/json', authorization, 'content-type': 'application/json' };
    return { method, url: addressOf(page, path), headers, body: JSON.stringify(body) };
  };
  return {
    pages: Object.keys(pages),
    async call(page, path, body, method = 'POST') {
      if (pages[page] === undefined) return { ok: false, error: 'unsent' };
      const late = new AbortController();
      const timer = setTimeout(() => late.abort(), DEADLINE_MS).unref(); // ends with the call: a signal of its own would wait on, thousands of them
      try {
        const answer = await exchange('messenger', request(page, path, body, method), late.signal, fetching);
        const json = jsonOf(answer.body);
        if (answer.status >= 200 && answer.status < 300) return { ok: true, body: json };
        const { code = 0, error_subcode: subcode = 0 } = Failed.safeParse(json).data?.error ?? {};
        return { ok: false, error: { status: answer.status, code, subcode } };
      } catch (error) {
        return { ok: false, error: error instanceof BackendFailure && error.untouched ? 'unsent' : 'unsure' };
      } finally {
        clearTimeout(timer);
      }
    },
  };
}
