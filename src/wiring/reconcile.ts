import type { Config } from '../config';
import type { Settled } from '../domain/spending';
import type { Book } from '../domain/spending/book';
import { operatorBook } from '../integrations/books/client';
import { breaker } from '../integrations/http/breaker';
import { caller } from '../integrations/http/caller';
import { clientCredentials } from '../integrations/http/oauth';
import { ledger, type Entry } from '../state/ledger';
import { ordersIn } from '../state/ledger-scan';
import { reconcile, type Reconciliation } from '../state/reconcile';
import type { RedisConnection } from '../state/redis';
import { vault } from '../state/seal';
import { moneyBackends } from './spending';

/** A report has time: ms for one question. */
const DEADLINE_MS = 30_000;
/** A settled order is told by the bot's settler at once. */
const TELL_MS = 1;

/** Compares the three books, and lets a person end what no machine could. */
export interface Reconciler {
  /** @param period epoch ms */
  compare(period: { readonly from: number; readonly to: number }): Promise<Reconciliation>;
  /** An order in doubt, by its id or reference; undefined when there is none, or several. */
  find(name: string): Promise<Entry | undefined>;
  /**
   * Writes what a person found out about an order that is `unknown`; the bot then tells the customer. The note is kept with the order.
   * @returns what stands now: somebody may have been faster
   */
  settle(entry: Entry, how: 'done' | 'refused', note: string): Promise<Entry>;
}

/**
 * @param redis where the ledger is
 * @param more books of other parties that can be listed
 */
export function reconciler(config: Config, redis: RedisConnection, more: readonly Book[] = []): Reconciler {
  const masters = config.STATE_SECRET.split(',').map((secret) => Buffer.from(secret, 'base64url'));
  const clock = Date.now;
  const journal = ledger({ redis, vault: vault(masters, clock), pepper: config.OTP_PEPPER });
  const reach = (backend: string) => ({ backend, deadlineMs: DEADLINE_MS, clock, breaker: breaker(clock) });
  const authorize = clientCredentials({
    ...reach('oauth'),
    ...{ tokenUrl: config.OAUTH_TOKEN_URL, clientId: config.OAUTH_CLIENT_ID, clientSecret: config.OAUTH_CLIENT_SECRET },
  });
  const { kinds, witnesses } = moneyBackends(config, { reach: (backend) => ({ ...reach(backend), authorize }), clock });
  const asked = caller({ ...reach('books'), baseUrl: config.TMF_BASE_URL, authorize, random: Math.random });
  const books = [operatorBook({ caller: asked, path: config.PAYMENT_PATH }), ...more];
  const always = { from: 0, to: Infinity, unreadable: () => undefined };
  return {
    async compare(period) {
      const unreadable: string[] = [];
      const orders = ordersIn(redis, journal, { ...always, unreadable: (member) => void unreadable.push(member) });
      return reconcile({ orders, unreadable: () => unreadable, ledger: journal, kinds, books, witnesses, period, now: clock() });
    },
    async find(name) {
      const found: Entry[] = [];
      for await (const entry of ordersIn(redis, journal, always))
        if (entry.operation.order === name || entry.operation.reference === name.toUpperCase()) found.push(entry);
      return found.length === 1 ? found[0] : undefined;
    },
    settle: (entry, how, note) => journal.record(entry, ending(how, note), TELL_MS),
  };
}

const ending = (how: 'done' | 'refused', note: string): Settled =>
  how === 'done'
    ? { status: 'done', facts: { settledBy: 'person', note } }
    : { status: 'refused', reason: 'other', facts: { settledBy: 'person', note } };
