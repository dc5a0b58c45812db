import { createHash } from 'node:crypto';
import { json, type Call, type Reply, type Route } from '../http/reply';
import { isoOf } from '../seed/time';
import { failure, invalid, notFound } from './access';
import type { ServiceDesk } from './desk';
import type { RateLimits } from './limits';
import { addComment, filesOf } from './comments';
import { find, upsert } from './people';
import { NewTicket, TagsBody, TicketUpdate, type NewTicket as Fresh, type TicketUpdate as Update } from './requests';
import { baseOf, idOf, paged, reading, rest } from './rest';
import type { Ticket } from './rows';
import { API_USER } from './seed';
import { commentJson, commentsOf, ticketJson } from './wire';

/** How long a key names the ticket that was made with it. */
const KEY_MS = 2 * 3_600_000;

export function ticketRoutes(desk: ServiceDesk, limits: RateLimits): Route[] {
  const shown = (call: Call, ticket: Ticket) => ticketJson(ticket, desk, baseOf(call));
  const one = (call: Call, tell: (ticket: Ticket) => Reply): Reply => {
    const ticket = desk.get('ticket', idOf(call));
    return ticket ? tell(ticket) : notFound();
  };
  const listed = (call: Call, tickets: readonly Ticket[]): Reply => {
    const externalId = call.query.get('external_id');
    const found = tickets.filter((ticket) => externalId === null || ticket.externalId === externalId);
    return paged(
      call,
      'tickets',
      found.map((ticket) => shown(call, ticket)),
    );
  };
  const update = (call: Call, body: Update): Reply =>
    one(call, (ticket) => limits.refuseUpdate(ticket.id) ?? updated(desk, ticket, body, (next) => json(200, { ticket: shown(call, next) })));
  return [
    ...rest('GET', '/tickets', (call) => listed(call, desk.all('ticket'))),
    ...rest('GET', '/users/:id/tickets/requested', (call) =>
      listed(
        call,
        desk.all('ticket').filter(({ requester }) => requester === idOf(call)),
      ),
    ),
    ...rest('GET', '/tickets/:id', (call) => one(call, (ticket) => json(200, { ticket: shown(call, ticket) }))),
    ...rest('GET', '/tickets/:id/comments', (call) =>
      one(call, (ticket) => {
        const comments = commentsOf(desk, ticket.id);
        const ordered = call.query.get('sort_order') === 'desc' || call.query.get('sort') === '-created_at' ? [...comments].reverse() : comments;
        return paged(
          call,
          'comments',
          ordered.map((comment) => commentJson(comment, desk, baseOf(call))),
        );
      }),
    ),
    ...rest('GET', '/search', (call) => searched(call, desk, shown)),
    ...rest(
      'POST',
      '/tickets',
      reading(NewTicket, ({ ticket }, call) => create(desk, ticket, call)),
    ),
    ...rest(
      'PUT',
      '/tickets/:id',
      reading(TicketUpdate, ({ ticket }, call) => update(call, ticket)),
    ),
    ...(['PUT', 'POST', 'DELETE'] as const).flatMap((method) =>
      rest(
        method,
        '/tickets/:id/tags',
        reading(TagsBody, ({ tags }, call) => one(call, (ticket) => tagged(desk, ticket, method, tags))),
      ),
    ),
  ];
}

/** `type:ticket external_id:… requester:… tags:…`, as much of the search language as a program needs. */
function searched(call: Call, desk: ServiceDesk, shown: (call: Call, ticket: Ticket) => object): Reply {
  const words = (call.query.get('query') ?? '').match(/[\w]+[:<>]"[^"]*"|\S+/g) ?? [];
  const value = (name: string): string | undefined =>
    words
      .find((word) => word.startsWith(`${name}:`))
      ?.slice(name.length + 1)
      .replace(/^"|"$/g, '');
  if (words.length === 0) return failure(400, 'A query is needed.');
  const [externalId, requester, tag, status] = [value('external_id'), value('requester'), value('tags'), value('status')];
  const results = desk
    .all('ticket')
    .filter((ticket) => externalId === undefined || ticket.externalId === externalId)
    .filter((ticket) => requester === undefined || String(ticket.requester) === requester || desk.get('user', ticket.requester)?.email === requester)
    .filter((ticket) => tag === undefined || ticket.tags.includes(tag))
    .filter((ticket) => status === undefined || ticket.status === status);
  return paged(
    call,
    'results',
    results.map((ticket) => ({ ...shown(call, ticket), result_type: 'ticket' })),
  );
}

function create(desk: ServiceDesk, fresh: Fresh, call: Call): Reply {
  const key = call.headers['idempotency-key'];
  const print = createHash('sha256').update(call.body).digest('base64url');
  const known = typeof key === 'string' ? desk.all('key').find((used) => used.key === key && used.at > desk.now() - KEY_MS) : undefined;
  if (known && known.print !== print) return failure(400, 'Idempotency key was used with other parameters.');
  const before = known && desk.get('ticket', known.ticket);
  if (before) return made(desk, before, call, 'hit');
  const ticket = opened(desk, fresh);
  if ('status' in ticket && typeof ticket.status === 'number') return ticket;
  if (typeof key === 'string') desk.put({ kind: 'key', id: desk.nextId('key'), at: desk.now(), key, print, ticket: ticket.id });
  desk.changed({ ticket: ticket.id, by: API_USER, isNew: true, comment: { isPublic: fresh.comment.public } });
  return made(desk, ticket, call, 'miss');
}

function made(desk: ServiceDesk, ticket: Ticket, call: Call, lookup: 'hit' | 'miss'): Reply {
  const body = {
    ticket: ticketJson(ticket, desk, baseOf(call)),
    audit: { id: ticket.id * 10, ticket_id: ticket.id, created_at: isoOf(ticket.at), events: [] },
  };
  const location = `${baseOf(call)}/api/v2/tickets/${ticket.id}.json`;
  return json(201, body, { location, ...(call.headers['idempotency-key'] !== undefined && { 'x-idempotency-lookup': lookup }) });
}

type Opened = Ticket | (Reply & { readonly status: number });

function opened(desk: ServiceDesk, fresh: Fresh): Opened {
  const requester = fresh.requester ? upsert(desk, fresh.requester).user : desk.get('user', fresh.requester_id ?? API_USER);
  if (!requester) return invalid('requester', 'is not known');
  const source = fresh.via_followup_source_id;
  if (source !== undefined && desk.get('ticket', source)?.status !== 'closed') return invalid('via_followup_source_id', 'must be a closed ticket');
  const files = filesOf(desk, fresh.comment);
  if (files === undefined) return invalid('uploads', 'is not a valid upload token');
  const at = desk.now();
  const ticket = desk.put({
    ...{ kind: 'ticket', id: desk.nextId('ticket'), at, updatedAt: at, requester: requester.id, submitter: fresh.submitter_id ?? API_USER },
    subject: fresh.subject ?? (fresh.comment.body ?? fresh.comment.html_body ?? '').slice(0, 150),
    ...{ externalId: null, status: 'new', priority: null, type: null, assignee: null, group: null, problem: null, tags: [], fields: {} },
    ...{ followupOf: source ?? null, ...changesOf(desk, fresh) },
  });
  addComment(desk, ticket.id, fresh.comment, { author: fresh.comment.author_id ?? requester.id, via: 'api', files });
  return ticket;
}

/** What of a request changes a ticket's row. Values of fields that do not exist are dropped, as Zendesk drops them. */
function changesOf(desk: ServiceDesk, given: Update | Fresh): Partial<Ticket> {
  const fields = (given.custom_fields ?? []).filter(({ id }) => desk.setting('field', id) !== undefined);
  return {
    ...(given.subject !== undefined && { subject: given.subject }),
    ...(given.external_id !== undefined && { externalId: given.external_id }),
    ...(given.status !== undefined && { status: given.status }),
    ...(given.priority !== undefined && { priority: given.priority }),
    ...(given.type !== undefined && { type: given.type }),
    ...(given.group_id !== undefined && { group: given.group_id }),
    ...(given.assignee_id !== undefined && { assignee: given.assignee_id }),
    ...(given.problem_id !== undefined && { problem: given.problem_id }),
    ...(given.tags !== undefined && { tags: [...new Set(given.tags.map((tag) => tag.toLowerCase()))] }),
    ...(fields.length > 0 && { fields: Object.fromEntries(fields.map(({ id, value }) => [id, value])) }),
  };
}

function updated(desk: ServiceDesk, ticket: Ticket, body: Update, tell: (ticket: Ticket) => Reply): Reply {
  if (ticket.status === 'closed') return invalid('status', 'closed prevents ticket update');
  if (body.safe_update === true && body.updated_stamp !== isoOf(ticket.updatedAt)) return failure(409, 'Safe Update prevented the update.');
  const files = body.comment ? filesOf(desk, body.comment) : [];
  if (files === undefined) return invalid('uploads', 'is not a valid upload token');
  const changes = changesOf(desk, body);
  const next = desk.put({ ...ticket, ...changes, fields: { ...ticket.fields, ...changes.fields }, updatedAt: desk.now() });
  const author = body.comment?.author_id ?? API_USER;
  if (body.comment && !find(desk, author)) return invalid('author', 'is not known');
  if (body.comment) addComment(desk, ticket.id, body.comment, { author, via: 'api', files });
  desk.changed({ ticket: ticket.id, by: API_USER, isNew: false, ...(body.comment && { comment: { isPublic: body.comment.public } }) });
  return tell(next);
}

function tagged(desk: ServiceDesk, ticket: Ticket, method: 'PUT' | 'POST' | 'DELETE', tags: readonly string[]): Reply {
  if (ticket.status === 'closed') return invalid('status', 'closed prevents ticket update');
  const lower = tags.map((tag) => tag.toLowerCase());
  const kept = method === 'POST' ? [] : ticket.tags.filter((tag) => !lower.includes(tag));
  const next = desk.put({ ...ticket, tags: method === 'DELETE' ? kept : [...kept, ...lower], updatedAt: desk.now() });
  desk.changed({ ticket: ticket.id, by: API_USER, isNew: false });
  return json(method === 'POST' ? 201 : 200, { tags: next.tags });
}
