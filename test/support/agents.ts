import { agentsInZendesk } from '../../src/integrations/agents/client';
import type { Agents, ToldBook } from '../../src/integrations/agents/port';
import { breaker } from '../../src/integrations/http/breaker';
import { zendesk } from '../../src/integrations/zendesk/client';
import { ZENDESK, type TestSandbox } from './sandbox';
import { until } from './until';

/** The agent desk of a sandbox as the bot reaches it, and as an agent works at it. */
export interface AgentDesk {
  readonly agents: Agents;
  /** A new ticket, as the bot makes it. @returns its number */
  open(reference: string): Promise<string>;
  /** The ticket on which this stands, once there is one: the newest may be somebody else's. @returns its number */
  ticketOf(words: string): Promise<string>;
  /** What a person does at the desk, by `POST /sandbox/tickets/:id`. */
  work(ticket: string, what: object): Promise<void>;
  /** Comments of a ticket: who wrote, whether the customer reads it, and what. */
  comments(ticket: string): Promise<readonly { readonly by: string; readonly isPublic: boolean; readonly body: string }[]>;
  status(ticket: string): Promise<string>;
  tags(ticket: string): Promise<readonly string[]>;
  /** Custom fields by their titles. */
  fields(ticket: string): Promise<Readonly<Record<string, string>>>;
  priority(ticket: string): Promise<string | null>;
}

export const MARTA = 7_200_000_000_002;
export const DIEGO = 7_200_000_000_003;

export function agentDesk(sandbox: TestSandbox): AgentDesk {
  const account = zendesk({
    ...{ backend: 'zendesk', baseUrl: sandbox.url, deadlineMs: 2_000, clock: Date.now, random: () => 0 },
    ...{ breaker: breaker(Date.now), observe: () => undefined },
    access: { user: ZENDESK.zendeskUser, token: ZENDESK.zendeskToken },
  });
  const authorization = `Basic ${Buffer.from(`${ZENDESK.zendeskUser}/token:${ZENDESK.zendeskToken}`).toString('base64')}`;
  const post = async (path: string, body: object, headers = {}): Promise<unknown> => {
    const answer = await fetch(sandbox.url + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return answer.json();
  };
  const read = async (ticket: string): Promise<Ticket> =>
    ((await (await fetch(`${sandbox.url}/sandbox/tickets/${ticket}`)).json()) as { ticket: Ticket }).ticket;
  return {
    agents: agentsInZendesk(account, Date.now),
    open: async (reference) => {
      const ticket = {
        subject: 'Sin internet',
        external_id: reference,
        comment: { body: 'QUÉ PASÓ…', public: false },
        requester: { name: 'Carlos', external_id: 'c1' },
        tags: ['bot'],
      };
      return String(((await post('/api/v2/tickets.json', { ticket }, { authorization })) as { ticket: { id: number } }).ticket.id);
    },
    ticketOf: (words) =>
      until(async () => {
        const { tickets } = (await (await fetch(`${sandbox.url}/sandbox/tickets`)).json()) as { tickets: (Ticket & { readonly id: number })[] };
        const found = tickets.find(({ comments }) => comments.some(({ body }) => body.includes(words)));
        return found && String(found.id);
      }, `a ticket with "${words}"`),
    work: async (ticket, what) => void (await post(`/sandbox/tickets/${ticket}`, what)),
    comments: async (ticket) => (await read(ticket)).comments.map(({ by, isPublic, body }) => ({ by, isPublic, body })),
    status: async (ticket) => (await read(ticket)).status,
    tags: async (ticket) => (await read(ticket)).tags,
    fields: async (ticket) => Object.fromEntries((await read(ticket)).fields.map(({ name, value }) => [name, value])),
    priority: async (ticket) => (await read(ticket)).priority,
  };
}

interface Ticket {
  readonly status: string;
  readonly tags: readonly string[];
  readonly priority: string | null;
  readonly fields: readonly { readonly name: string; readonly value: string }[];
  readonly comments: readonly { readonly by: string; readonly isPublic: boolean; readonly body: string }[];
}

/** {@link ToldBook} in memory. */
export function toldInMemory(): ToldBook {
  const all = new Map<string, string>();
  return {
    claim: async (ticket, ids, by) => {
      for (const id of ids) if (!all.has(`${ticket} ${id}`)) all.set(`${ticket} ${id}`, by);
      return ids.filter((id) => all.get(`${ticket} ${id}`) === by);
    },
    release: async (ticket, id) => void all.delete(`${ticket} ${id}`),
  };
}
