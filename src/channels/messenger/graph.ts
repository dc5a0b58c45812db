import { z } from 'zod';
import { BackendFailure } from '../../domain/failure';
import { direct, type Step } from '../../integrations/http/direct';
import { jsonOf } from '../../integrations/http/exchange';
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
  readonly step?: Step | undefined;
}

const Failed = z.object({ error: z.looseObject({ code: z.number().default(0), error_subcode: z.number().default(0) }) });

/** Meta's Graph API, as far as a page needs it. The token goes in a header, never in an address. A redirect is not followed: nobody knows what became of the call. */
export function graphApi({ url, version, appSecret, pages, step }: GraphParts): Graph {
  const { origin, pathname } = new URL(url);
  const ask = direct({ backend: 'messenger', origin, deadlineMs: DEADLINE_MS, step });
  const base = `${pathname.replace(/\/+$/, '')}/${version}/me/`;
  // What a page says of itself is always the same: its token, and the proof that goes with it.
  const known = new Map(Object.entries(pages).map(([page, token]) => [page, { authorization: `Bearer ${token}`, proof: proofOf(token, appSecret) }]));
  return {
    pages: Object.keys(pages),
    async call(page, name, body, method = 'POST') {
      const own = known.get(page);
      if (!own) return { ok: false, error: 'unsent' };
      const path = `${base}${name}?appsecret_proof=${own.proof}`;
      const headers = { accept: 'application/json', authorization: own.authorization };
      const asked = { ...headers, 'content-type': 'application/json' };
      try {
        const answer = await ask(method === 'GET' ? { method, path, headers } : { method, path, headers: asked, body: JSON.stringify(body) });
        const json = jsonOf(answer.body);
        if (answer.status >= 200 && answer.status < 300) return { ok: true, body: json };
        const { code = 0, error_subcode: subcode = 0 } = Failed.safeParse(json).data?.error ?? {};
        return { ok: false, error: { status: answer.status, code, subcode } };
      } catch (error) {
        return { ok: false, error: error instanceof BackendFailure && error.untouched ? 'unsent' : 'unsure' };
      }
    },
  };
}
