import { z } from 'zod';
import { refusal } from '../control/guard';
import { json, type Call, type Family, type Reply } from '../http/reply';
import { isoOf } from '../seed/time';
import { addComment } from './comments';
import type { ServiceDesk } from './desk';
import { PRIORITIES, STATUSES, type Setting, type Ticket } from './rows';
import { AGENTS, API_USER } from './seed';
import { commentsOf } from './wire';

/** What a person at the agent desk does to a ticket, in one stroke. */
const Work = z.strictObject({
  agent: z.number().optional(),
  text: z.string().max(65_536).optional(),
  public: z.boolean().default(true),
  status: z.enum(STATUSES).optional(),
  macro: z.number().optional(),
  tags: z.array(z.string().regex(/^\S+$/)).optional(),
});
type Work = z.infer<typeof Work>;

const Actions = z.array(z.looseObject({ field: z.string(), value: z.unknown() }));

/** The agent desk's own interface: what the page, and a test, see of tickets and do with them as an agent would. */
export function agentDesk(desk: ServiceDesk, guard: NonNullable<Family['guard']>): Family {
  const one = (call: Call, tell: (ticket: Ticket) => Reply): Reply => {
    const ticket = desk.get('ticket', Number(call.params['id']));
    return ticket ? tell(ticket) : refusal(404, 'There is no such ticket.');
  };
  const work = (call: Call): Reply =>
    one(call, (ticket) => {
      const read = Work.safeParse(parsed(call.body));
      if (!read.success)
        return refusal(
          400,
          'The request is not what this route takes.',
          read.error.issues.map(({ path, message }) => ({ path: path.join('.'), message })),
        );
      if (ticket.status === 'closed') return refusal(409, 'A closed ticket is not changed any more.');
      return json(200, { ticket: whole(desk, worked(desk, ticket, read.data)) });
    });
  const newest = (): Ticket[] => [...desk.all('ticket')].sort((one, other) => other.updatedAt - one.updatedAt || other.id - one.id);
  return {
    prefix: '/sandbox/tickets',
    guard,
    failure: refusal,
    routes: [
      {
        method: 'GET',
        path: '/sandbox/tickets',
        handle: () =>
          json(200, { tickets: newest().map((ticket) => whole(desk, ticket)), agents: AGENTS, macros: desk.settings('macro').map(macroJson) }),
      },
      { method: 'GET', path: '/sandbox/tickets/:id', handle: (call) => one(call, (ticket) => json(200, { ticket: whole(desk, ticket) })) },
      { method: 'POST', path: '/sandbox/tickets/:id', handle: work },
    ],
  };
}

const macroJson = (macro: Setting) => ({ id: macro.id, title: macro.values['title'], text: textOf(macro) ?? '' });

function textOf({ values }: Setting): string | undefined {
  const value = Actions.safeParse(values['actions']).data?.find(({ field }) => field === 'comment_value')?.value;
  return typeof value === 'string' ? value : z.array(z.string()).safeParse(value).data?.at(-1);
}

function whole(desk: ServiceDesk, ticket: Ticket) {
  const { requester, assignee, group, fields, at, updatedAt, ...rest } = ticket;
  const named = (id: number | null): string | null => (id === null ? null : (desk.get('user', id)?.name ?? null));
  const titled = desk.settings('field').flatMap(({ id, values }) => {
    const value = fields[id];
    return value === undefined || value === null || value === '' ? [] : [{ name: String(values['title']), value: String(value) }];
  });
  return {
    ...rest,
    ...{
      requester: { id: requester, name: named(requester) },
      assignee: named(assignee),
      group: group === null ? null : desk.setting('group', group)?.values['name'],
    },
    ...{ fields: titled, at: isoOf(at), updatedAt: isoOf(updatedAt) },
    comments: commentsOf(desk, ticket.id).map((comment) => ({
      ...{ id: comment.id, body: comment.body, isPublic: comment.isPublic, at: isoOf(comment.at), author: named(comment.author) },
      by: comment.author === requester ? 'customer' : comment.author === API_USER ? 'bot' : 'agent',
      files: comment.files.flatMap((id) => {
        const file = desk.get('file', id);
        return file ? [{ name: file.name, url: `/attachments/${id}/${encodeURIComponent(file.name)}` }] : [];
      }),
    })),
  };
}

/** A macro's text is what an agent would have typed, unless the agent typed something else; its tags, status and priority apply. */
function worked(desk: ServiceDesk, ticket: Ticket, { agent = AGENTS[0].id, text, public: isPublic, status, macro: id, tags = [] }: Work): Ticket {
  const macro = id === undefined ? undefined : desk.setting('macro', id);
  const actions = Actions.safeParse(macro?.values['actions']).data ?? [];
  const valueOf = (field: string): string | undefined => z.string().safeParse(actions.find((action) => action.field === field)?.value).data;
  const body = text?.trim() || (macro && textOf(macro));
  const added = [...(valueOf('current_tags')?.split(/\s+/) ?? []), ...tags];
  const next = desk.put({
    ...ticket,
    status: status ?? z.enum(STATUSES).safeParse(valueOf('status')).data ?? (ticket.status === 'new' ? 'open' : ticket.status),
    tags: [...new Set([...ticket.tags, ...added])],
    priority: z.enum(PRIORITIES).safeParse(valueOf('priority')).data ?? ticket.priority,
    ...{ assignee: agent, updatedAt: desk.now() },
  });
  if (body) addComment(desk, ticket.id, { body, public: isPublic }, { author: agent, via: 'web', files: [] });
  desk.changed({ ticket: ticket.id, by: agent, isNew: false, ...(body && { comment: { isPublic } }) });
  return next;
}

function parsed(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
}
