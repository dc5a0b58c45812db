import { z } from 'zod';
import { TICKET_STATUSES } from '../../domain/cases/status';
import { failed } from '../http/exchange';
import type { Answered, Zendesk } from '../zendesk/client';
import { ourselves } from '../zendesk/ourselves';
import type { Agents, OutgoingFile, TicketNow } from './port';

const BACKEND = 'zendesk';
/** Zendesk's answer to an update that was made on an old state. */
const CONFLICT = 409;
const NOT_FOUND = 404;
const OPEN_AGAIN: readonly string[] = ['pending', 'solved'];

const Moment = z.iso.datetime({ offset: true }).transform((at) => Date.parse(at));
const Ticket = z.object({
  ...{ id: z.number(), status: z.enum(TICKET_STATUSES), tags: z.array(z.string()), subject: z.string().nullish(), requester_id: z.number() },
  updated_at: z.string(),
  assignee_id: z.number().nullish(),
});
const One = z.object({ ticket: Ticket });
const Comments = z.object({
  comments: z.array(
    z.object({
      ...{ id: z.number(), author_id: z.number(), public: z.boolean(), created_at: Moment, via: z.object({ channel: z.string() }) },
      ...{ plain_body: z.string().nullish(), body: z.string() },
      attachments: z.array(z.object({ file_name: z.string(), content_url: z.string() })).default([]),
    }),
  ),
});
const Users = z.object({ users: z.array(z.object({ id: z.number(), name: z.string(), role: z.string() })) });

/** The agent desk in Zendesk Support: every failure is found by the wrapper of node-zendesk below it. */
export function agentsInZendesk(zendesk: Zendesk): Agents {
  const me = ourselves(zendesk);
  const show = async (id: number): Promise<z.infer<typeof Ticket> | undefined> => {
    const answer = await zendesk.ask({ operation: 'ticket', schema: One, call: (client) => client.tickets.show(id) });
    if (answer.ok) return answer.value.ticket;
    if (answer.status === NOT_FOUND) return undefined;
    throw failed(BACKEND, 'contract', `status ${answer.status}`);
  };
  const change = (id: number, ticket: object) =>
    zendesk.ask({ operation: 'ticket-update', schema: One, call: (client) => client.tickets.update(id, { ticket }) });
  const uploaded = async (files: readonly OutgoingFile[]): Promise<string[]> => {
    const tokens = [];
    for (const file of files) tokens.push(await asked(zendesk.upload(file)));
    return tokens;
  };
  return {
    async read(ticket) {
      const id = Number(ticket);
      const now = await show(id);
      if (!now) return undefined;
      const pages = await zendesk.pages({ operation: 'comments', schema: Comments, call: (client) => client.tickets.getComments(id) });
      const comments = pages.flatMap((page) => page.comments);
      const bot = await me();
      const others = [...new Set([...comments.map(({ author_id: author }) => author), ...(now.assignee_id ? [now.assignee_id] : [])])].filter(
        (author) => author !== now.requester_id,
      );
      const people = await namesOf(zendesk, others);
      return told(now, comments, { bot, people });
    },
    async write(ticket, { text, as, files = [], status }) {
      const id = Number(ticket);
      const now = await show(id);
      if (!now || now.status === 'closed') return 'refused';
      const uploads = await uploaded(files);
      const isCustomer = as === 'customer';
      const next = status ?? (isCustomer && OPEN_AGAIN.includes(now.status) ? 'open' : undefined);
      const comment = { body: text, public: isCustomer, ...(isCustomer && { author_id: now.requester_id }), ...(uploads.length > 0 && { uploads }) };
      const answer = await change(id, { comment, ...(next && { status: next }) });
      if (!answer.ok && answer.status === CONFLICT) throw failed(BACKEND, 'unavailable', 'a conflict');
      return answer.ok ? 'done' : 'refused';
    },
    async untag(ticket, tags) {
      const now = await show(Number(ticket));
      if (!now || now.status === 'closed' || !tags.some((tag) => now.tags.includes(tag))) return true;
      const left = now.tags.filter((tag) => !tags.includes(tag));
      return (await change(now.id, { tags: left, safe_update: true, updated_stamp: now.updated_at })).ok;
    },
  };
}

async function namesOf(zendesk: Zendesk, ids: readonly number[]): Promise<ReadonlyMap<number, { name: string; role: string }>> {
  if (ids.length === 0) return new Map();
  const { users } = await asked(zendesk.ask({ operation: 'users', schema: Users, call: (client) => client.users.showMany([...ids]) }));
  return new Map(users.map((user) => [user.id, user]));
}

type Written = z.infer<typeof Comments>['comments'][number];

/** The requester's comments and those of our own user through the API are ours; what agents wrote in public is for the customer. */
function told(
  ticket: z.infer<typeof Ticket>,
  comments: readonly Written[],
  { bot, people }: { readonly bot: number; readonly people: ReadonlyMap<number, { name: string; role: string }> },
): TicketNow {
  const isOurs = ({ author_id: author, via }: Written): boolean => author === ticket.requester_id || (author === bot && via.channel === 'api');
  const isAgent = ({ author_id: author }: Written): boolean => (people.get(author)?.role ?? 'end-user') !== 'end-user';
  const assignee = people.get(ticket.assignee_id ?? 0)?.name;
  const textOf = ({ plain_body: plain, body }: Written): string => (plain ?? body).replaceAll('&nbsp;', ' ').trim();
  return {
    ...{ status: ticket.status, tags: ticket.tags, subject: ticket.subject ?? '', updatedAt: Date.parse(ticket.updated_at) },
    ...(assignee !== undefined && { assignee }),
    replies: comments
      .filter((comment) => comment.public && !isOurs(comment) && isAgent(comment))
      .map((comment) => ({
        ...{ id: String(comment.id), at: comment.created_at, text: textOf(comment), name: people.get(comment.author_id)?.name ?? '' },
        files: comment.attachments.map(({ file_name: name, content_url: url }) => ({ name, url })),
      }))
      .sort((one, other) => one.at - other.at || Number(one.id) - Number(other.id)),
    ours: comments.filter(isOurs).map((comment) => ({ at: comment.created_at, text: textOf(comment) })),
  };
}

/** What must not be refused. */
async function asked<T>(answer: Promise<Answered<T>>): Promise<T> {
  const given = await answer;
  if (given.ok) return given.value;
  throw failed(BACKEND, 'contract', `status ${given.status}`);
}
