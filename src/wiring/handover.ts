import type { Config } from '../config';
import { attending, EVENTS, type Attending } from '../dialogs/attending';
import { isOpen } from '../domain/cases/hours';
import { countryOf } from '../domain/countries';
import type { Arrival } from '../domain/message';
import { zendeskWebhook } from '../http/zendesk';
import type { HttpServer } from '../http/server';
import { agentsInZendesk } from '../integrations/agents/client';
import type { Agents, CaseLinks } from '../integrations/agents/port';
import { reportedBreaker } from '../integrations/http/breaker';
import { zendesk } from '../integrations/zendesk/client';
import type { Case, CaseBook } from '../state/cases';
import { caseFiles } from '../state/cases-files';
import type { Accepted, Delivery } from '../state/mailbox';
import type { Store } from '../state/redis-mailbox';
import { toldBook } from '../state/told';
import { passesToInbox } from './messenger';
import type { Parts } from './parts';
import { passesControl } from './sunshine';
import type { Casework } from './zendesk';

/** For one look at a ticket, or one comment, ms. */
const ZENDESK_MS = 8_000;

/** People at the agent desk, as conversations and Zendesk's webhook reach them. */
export interface Handover {
  /** Undefined where no account is set: then nobody can be handed over. */
  readonly attending?: Attending;
  /** What customers see of their tickets. */
  readonly agents?: Agents;
  /** Mounts `POST /webhooks/zendesk`, where the account's secret is set. */
  mount(http: HttpServer, accept: (delivery: Delivery) => Promise<Pick<Accepted, 'status'>>): void;
}

export function handover(
  config: Config,
  { store, clock, report, tracer, casework: { book, hours } }: Parts & { readonly store: Store; readonly casework: Pick<Casework, 'book' | 'hours'> },
): Handover {
  const { ZENDESK_URL: baseUrl, ZENDESK_USER: user, ZENDESK_TOKEN: token } = config;
  if (baseUrl === undefined || user === undefined || token === undefined) return { mount: () => undefined };
  const country = countryOf(config.OPERATOR_COUNTRY);
  const links = linksOf(book);
  const files = caseFiles(store);
  const account = zendesk({
    ...{ backend: 'zendesk', baseUrl, deadlineMs: ZENDESK_MS, clock, random: Math.random, breaker: reportedBreaker('zendesk', { clock, report }) },
    ...{ access: { user, token }, fetch: tracer.fetch('zendesk'), observe: (observation: object) => report('backend', observation) },
  });
  const agents = noting(agentsInZendesk(account, clock), book);
  return {
    agents,
    attending: attending({
      ...{ agents, links, told: toldBook(store.redis), quietMs: config.HANDOVER_QUIET_MINUTES * 60_000, report },
      passes: (conversation) => passesControl(conversation) || passesToInbox(config, conversation),
      isOpen: (at) => isOpen(at, hours, country),
      bytesOf: (file, conversation) => files.get(conversation, file.id),
    }),
    mount(http, accept) {
      const secret = config.ZENDESK_WEBHOOK_SECRET;
      if (secret === undefined) return;
      // First noted, then looked for again: whoever learns the number meanwhile finds one or the other.
      const early = async (ticket: string) => (await book.early(ticket), links.byTicket(ticket));
      const changed = async (ticket: string, delivery: string): Promise<'kept' | 'unknown'> => {
        const link = (await links.byTicket(ticket)) ?? (await early(ticket));
        if (link?.conversation === undefined) return 'unknown';
        const event: Arrival = { kind: 'event', name: EVENTS.changed, value: { ticket, reference: link.reference } };
        await accept({ conversation: link.conversation, id: delivery, message: JSON.stringify(event) });
        return 'kept';
      };
      zendeskWebhook(http.server, { secret, changed, clock, proxies: config.TRUSTED_PROXIES });
    },
  };
}

/** What is read of a ticket is known of its case from then on. */
const noting = (agents: Agents, book: Pick<CaseBook, 'ofTicket' | 'note'>): Agents => ({
  ...agents,
  async read(ticket) {
    const now = await agents.read(ticket);
    const id = now && (await book.ofTicket(ticket));
    if (now && id !== undefined) await book.note(id, { status: now.status });
    return now;
  },
});

/** Which conversation a case came from is known by the case. */
function linksOf(book: Pick<CaseBook, 'ofTicket' | 'read' | 'of'>): CaseLinks {
  const linkOf = ({ reference, ticket, origin }: Case) => ({
    reference,
    ...(ticket !== undefined && { ticket }),
    ...(origin && { conversation: origin.conversation }),
  });
  return {
    async byTicket(ticket) {
      const id = await book.ofTicket(ticket);
      const found = id === undefined ? undefined : await book.read(id);
      return found && linkOf(found);
    },
    async ofOperation(operation, { conversation, line }) {
      const found = (await book.of({ conversations: [conversation], lines: [line] })).find(({ money }) => money?.reference === operation);
      return found && linkOf(found);
    },
    async byReference(reference, conversation) {
      const found = (await book.of({ conversations: [conversation] })).find((each) => each.reference === reference);
      return found && linkOf(found);
    },
  };
}
