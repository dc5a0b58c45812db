import { z } from 'zod';
import { TICKET_STATUSES } from '../../domain/cases/status';
import { failed } from '../http/exchange';
import type { Answered, Zendesk } from '../zendesk/client';
import { ourselves } from '../zendesk/ourselves';
import { ticketFields } from '../zendesk/settings';
import type { Agents, OutgoingFile, TicketNow } from './port';

const BACKEND = 'zendesk';
/** Zendesk's answer to an update that was made on an old state. */
const CONFLICT = 409;
const NOT_FOUND = 404;
/** Title of the field that says by when. */
const PROMISE = 'promised_by';
const OPEN_AGAIN: readonly string[] = ['pending', 'solved'];

const Moment = z.iso.datetime({ offset: true }).transform((at) => Date.parse(at));
const Ticket = z.object({
  ...{ id: z.number(), status: z.enum(TICKET_STATUSES), tags: z.array(z.string()), subject: z.string().nullish(), requester_id: z.number() },
  updated_at: z.string(),
  priority: z.string().nullish(),
  assignee_id: z.number().nullish(),
  custom_fields: z.array(z.object({ id: z.number(), value: z.unknown() })).default([]),
});
const One = z.object({ ticket: Ticket });
const Comments = z.object({
  comments: z.array(
    z.object({
      ...{ id: z.number(), author_id: z.number(), public: z.boolean(), created_at: Moment, via: z.object({ channel: z.string() }) },
      ...{ plain_body: z.string().nullish(), body: z.string() },
      attachments: z.array(z.object({ file_name: z.string(), content_url: z.string(), size: z.number().nullish() })).default([]),
    }),
  ),
});
const Users = z.object({ users: z.array(z.object({ id: z.number(), name: z.string(), role: z.string() })) });

/** The agent desk in Zendesk Support: every failure is found by the wrapper of node-zendesk below it. */
export function agentsInZendesk(zendesk: Zendesk, clock: () => number): Agents {
  const me = ourselves(zendesk);
  const fieldsOf = ticketFields(zendesk, clock);
  const promised = async ({ custom_fields: fields }: z.infer<typeof Ticket>, at: number | undefined): Promise<object> => {
    const id = at === undefined ? undefined : (await fieldsOf()).get(PROMISE);
    if (at === undefined || id === undefined) return {};
    const before = Date.parse(String(fields.find((field) => field.id === id)?.value));
    return before > clock() && before <= at ? {} : { custom_fields: [{ id, value: new Date(at).toISOString() }] };
  };
  const show = async (id: number): Promise<z.infer<typeof Ticket> | undefined> => {
    const answer = await zendesk.ask({ operation: 'ticket', schema: One, call: (client) => client.tickets.show(id) });
    if (answer.ok) return answer.value.ticket;
    if (answer.status === NOT_FOUND) return undefined;
    throw failed(BACKEND, 'contract', `status ${answer.status}`);
  };
  const change = (id: number, ticket: object) =>
    zendesk.ask({ operation: 'ticket-update', schema: One, call: (client) => client.tickets.update(id, { ticket }) });
  /** Tokens of files; in words which were refused: they would be refused again, and hold up what was written with them. */
  const uploaded = async (files: readonly OutgoingFile[]): Promise<{ tokens: string[]; lost: string[] }> => {
    const [tokens, lost]: [string[], string[]] = [[], []];
    for (const file of files) {
      const answer = await zendesk.upload(file);
      if (answer.ok) tokens.push(answer.value);
      else lost.push(`(archivo ${file.name}: no se pudo adjuntar)`);
    }
    return { tokens, lost };
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
    async write(ticket, { text, as, files = [], status, tags = [], atLeast, promisedBy }) {
      const id = Number(ticket);
      const now = await show(id);
      if (!now || now.status === 'closed') return 'refused';
      const { tokens: uploads, lost } = await uploaded(files);
      const isCustomer = as === 'customer';
      const next = status ?? (isCustomer && OPEN_AGAIN.includes(now.status) ? 'open' : undefined);
      const comment = {
        body: [text, ...lost].join('\n'),
        public: isCustomer,
        ...(isCustomer && { author_id: now.requester_id }),
        ...(uploads.length > 0 && { uploads }),
      };
      const marks = {
        ...(tags.length > 0 && { tags: [...new Set([...now.tags, ...tags])] }),
        ...raised(now, atLeast),
        ...(await promised(now, promisedBy)),
      };
      // Tags are written as a whole: what somebody else set meanwhile must not be lost.
      const safely = tags.length > 0 && { safe_update: true, updated_stamp: now.updated_at };
      const answer = await change(id, { comment, ...(next && { status: next }), ...marks, ...safely });
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

const raised = ({ priority }: z.infer<typeof Ticket>, atLeast: 'high' | undefined): object =>
  atLeast === undefined || priority === 'urgent' || priority === atLeast ? {} : { priority: atLeast };

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
    ours: comments
      .filter(isOurs)
      .map((comment) => ({ at: comment.created_at, text: textOf(comment), files: comment.attachments.map(({ size }) => size ?? 0) })),
  };
}

/** What must not be refused. */
async function asked<T>(answer: Promise<Answered<T>>): Promise<T> {
  const given = await answer;
  if (given.ok) return given.value;
  throw failed(BACKEND, 'contract', `status ${given.status}`);
}
