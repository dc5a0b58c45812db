import { reportedBreaker } from '../../integrations/http/breaker';
import { exchange, failed, type Answer, type Fetch } from '../../integrations/http/exchange';
import { guard, type Observation } from '../../integrations/http/guard';
import { retried } from '../../integrations/http/retry';

/** Names the pages whose part of a delivery is meant. Who is told takes those and hands nothing on: no delivery goes in circles. */
export const MEANT = 'x-messenger-pages';
/** The webhook's answer to what is durable. */
export const RECEIVED = 'EVENT_RECEIVED';
export const PATH = '/webhooks/messenger';

/** For one neighbour, tries included, ms: Meta may wait no longer than 5 s. */
const DEADLINE_MS = 4_500;
const BACKEND = 'neighbour';

/** A delivery as Meta made it. */
interface Delivered {
  readonly body: Uint8Array<ArrayBuffer>;
  readonly signature: string;
}

/** Bots of other countries, whose pages belong to the same app at Meta: an app has one webhook for all of its pages. */
export interface Neighbours {
  readonly has: (page: string) => boolean;
  /**
   * Hands a delivery on, byte by byte with its signature, to each of them that a page belongs to.
   *
   * @param pages theirs, each once
   * @throws BackendFailure unless all of them keep it. Handed on again, it is dropped by those that did.
   */
  readonly handOn: (delivered: Delivered, pages: readonly string[]) => Promise<void>;
}

export interface NeighbourParts {
  /** Where the bot of each page is reached, as its `PUBLIC_URL` says. */
  readonly pages: Readonly<Record<string, string>>;
  /** Epoch ms. */
  readonly clock: () => number;
  readonly report: (event: string, detail: object) => void;
  /** 0 to 1, for the pauses between tries. */
  readonly random: () => number;
  readonly fetch?: Fetch | undefined;
}

export function neighbours({ pages, ...parts }: NeighbourParts): Neighbours {
  const owner = new Map(Object.entries(pages));
  const givers = new Map([...new Set(owner.values())].map((base) => [base, giving(base, parts)]));
  return {
    has: (page) => owner.has(page),
    async handOn(delivered, meant) {
      await Promise.all([...givers].map(([base, give]) => give(delivered, meant.filter((page) => owner.get(page) === base)))); // prettier-ignore
    },
  };
}

/** The way to one neighbour. The same message is heard once however often it comes, so what failed is sent again. */
function giving(base: string, { clock, report, random, fetch }: Omit<NeighbourParts, 'pages'>) {
  const observe = (seen: Observation): void => report('backend', seen);
  const guarded = guard({ backend: BACKEND, deadlineMs: DEADLINE_MS, breaker: reportedBreaker(BACKEND, { clock, report }), clock, observe });
  const url = new URL(base.replace(/\/+$/, '') + PATH);
  return async ({ body, signature }: Delivered, meant: readonly string[]): Promise<void> => {
    if (meant.length === 0) return;
    const headers = { 'content-type': 'application/json', 'x-hub-signature-256': signature, [MEANT]: meant.join(',') };
    try {
      await guarded('hand-on', async (signal, endsAt) => {
        demandKept(await retried(() => exchange(BACKEND, { method: 'POST', url, headers, body }, signal, fetch), { random, clock, endsAt, signal }));
      });
    } catch (error) {
      report('messenger.not-handed-on', { url: url.origin, error });
      throw error;
    }
  };
}

/** Any website would say 200. @throws BackendFailure */
function demandKept({ status, body }: Answer): void {
  if (status === 200 && body === RECEIVED) return;
  throw failed(BACKEND, status === 429 || status >= 500 ? 'unavailable' : 'contract', `status ${status}`);
}
