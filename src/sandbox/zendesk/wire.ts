import { isoOf } from '../seed/time';
import type { ServiceDesk } from './desk';
import type { Comment, File, Setting, Ticket, User } from './rows';

/** Rows as the REST API writes them. `base`: `http://host` of the account. */
export const ticketJson = (ticket: Ticket, desk: ServiceDesk, base: string) => ({
  ...{
    id: ticket.id,
    url: `${base}/api/v2/tickets/${ticket.id}.json`,
    external_id: ticket.externalId,
    subject: ticket.subject,
    raw_subject: ticket.subject,
  },
  description: commentsOf(desk, ticket.id)[0]?.body ?? '',
  ...{
    status: ticket.status,
    priority: ticket.priority,
    type: ticket.type,
    tags: ticket.tags,
    via: { channel: 'api', source: { from: {}, to: {}, rel: null } },
  },
  ...{
    requester_id: ticket.requester,
    submitter_id: ticket.submitter,
    assignee_id: ticket.assignee,
    group_id: ticket.group,
    problem_id: ticket.problem,
  },
  ...{ has_incidents: desk.all('ticket').some(({ problem }) => problem === ticket.id), is_public: true, due_at: null },
  custom_fields: desk.settings('field').map(({ id }) => ({ id, value: ticket.fields[id] ?? null })),
  followup_ids: desk.all('ticket').flatMap(({ id, followupOf }) => (followupOf === ticket.id ? [id] : [])),
  ...{ created_at: isoOf(ticket.at), updated_at: isoOf(ticket.updatedAt), updated_stamp: isoOf(ticket.updatedAt) },
});

/** Oldest first. */
export const commentsOf = (desk: ServiceDesk, ticket: number): readonly Comment[] =>
  desk.all('comment').filter((comment) => comment.ticket === ticket);

export const commentJson = (comment: Comment, desk: ServiceDesk, base: string) => ({
  ...{ id: comment.id, type: 'Comment', author_id: comment.author, body: comment.body, plain_body: comment.body },
  html_body: comment.html ?? `<div class="zd-comment" dir="auto">${escaped(comment.body).replace(/\n/g, '<br>')}</div>`,
  ...{
    public: comment.isPublic,
    audit_id: comment.id + 1,
    created_at: isoOf(comment.at),
    via: { channel: comment.via, source: { from: {}, to: {}, rel: null } },
  },
  attachments: comment.files.flatMap((id) => {
    const file = desk.get('file', id);
    return file ? [fileJson(file, base)] : [];
  }),
  metadata: { system: {}, custom: {} },
});

export const fileJson = ({ id, name, contentType, size }: File, base: string) => ({
  ...{ id, file_name: name, content_type: contentType, size, inline: false, deleted: false, url: `${base}/api/v2/attachments/${id}.json` },
  content_url: `${base}/attachments/${id}/${encodeURIComponent(name)}`,
});

export const userJson = ({ id, name, email, phone, externalId, role, locale, at }: User, base: string) => ({
  ...{ id, url: `${base}/api/v2/users/${id}.json`, name, email: email ?? null, phone: phone ?? null, external_id: externalId ?? null, role },
  ...{ locale: locale ?? 'es-419', active: true, verified: true, suspended: false, tags: [], created_at: isoOf(at), updated_at: isoOf(at) },
});

export const settingJson = ({ id, at, updatedAt, values }: Setting) => ({ ...values, id, created_at: isoOf(at), updated_at: isoOf(updatedAt) });

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
