import { z } from 'zod';
import type { ServiceDesk, TicketChange } from './desk';
import type { Setting, Ticket, User } from './rows';
import { webhookId } from './settings';
import { commentsOf } from './wire';

const Condition = z.looseObject({ field: z.string(), operator: z.string().optional(), value: z.unknown().optional() });
const Trigger = z.looseObject({
  active: z.boolean().default(true),
  conditions: z.object({ all: z.array(Condition).default([]), any: z.array(Condition).default([]) }),
  actions: z.array(z.looseObject({ field: z.string(), value: z.unknown() })),
});
const Notify = z.tuple([z.string(), z.string()]);

/** A call that a trigger makes. */
export interface Notification {
  readonly webhook: Setting;
  readonly body: string;
}

/** What the triggers of the account do about a change of a ticket: webhooks only, nothing else is played. */
export function notificationsOf(desk: ServiceDesk, change: TicketChange): Notification[] {
  const ticket = desk.get('ticket', change.ticket);
  const by = desk.get('user', change.by);
  if (!ticket || !by) return [];
  return desk.settings('trigger').flatMap(({ values }) => {
    const trigger = Trigger.safeParse(values).data;
    if (!trigger?.active || !holds(trigger.conditions, ticket, change, by)) return [];
    return trigger.actions.flatMap(({ field, value }) => {
      const [id, template] = (field === 'notification_webhook' && Notify.safeParse(value).data) || [];
      const webhook = desk.settings('webhook').find((row) => webhookId(row.id) === id);
      if (!webhook || webhook.values['status'] !== 'active' || template === undefined) return [];
      return [{ webhook, body: filled(template, desk, ticket) }];
    });
  });
}

type Conditions = z.infer<typeof Trigger>['conditions'];

function holds({ all, any }: Conditions, ticket: Ticket, change: TicketChange, by: User): boolean {
  const isMet = (condition: z.infer<typeof Condition>): boolean => met(condition, ticket, change, by);
  return all.every(isMet) && (any.length === 0 || any.some(isMet));
}

/** Conditions that a bot's trigger is made of; of others the stand-in says that they hold. */
function met({ field, operator = 'is', value }: z.infer<typeof Condition>, ticket: Ticket, change: TicketChange, by: User): boolean {
  const negated = operator.startsWith('not') || operator === 'is_not';
  const words = typeof value === 'string' ? value : JSON.stringify(value ?? '');
  const is = (actual: boolean): boolean => actual !== negated;
  switch (field) {
    case 'update_type':
      return is((words.toLowerCase() === 'create') === change.isNew);
    case 'status':
      return operator === 'changed' || is(ticket.status === words);
    case 'comment_is_public':
      return change.comment !== undefined && (words === 'not_relevant' || change.comment.isPublic === (words === 'true'));
    case 'current_tags':
      return is(words.split(/\s+/).some((tag) => ticket.tags.includes(tag)));
    case 'role':
      return is(words === 'agent' ? by.role !== 'end-user' : words === 'end_user' ? by.role === 'end-user' : by.role === words);
    case 'requester_id':
      return is(String(ticket.requester) === words);
    default:
      return true;
  }
}

/** Placeholders are not escaped for JSON: a quotation mark in a comment breaks the body, as with the real one. */
function filled(template: string, desk: ServiceDesk, ticket: Ticket): string {
  const latest = commentsOf(desk, ticket.id).findLast(({ isPublic }) => isPublic);
  const values: Readonly<Record<string, string>> = {
    ...{
      'ticket.id': String(ticket.id),
      'ticket.external_id': ticket.externalId ?? '',
      'ticket.status': ticket.status,
      'ticket.title': ticket.subject,
    },
    ...{
      'ticket.latest_public_comment': latest?.body ?? '',
      'ticket.tags': ticket.tags.join(' '),
      'ticket.updated_at_with_timestamp': new Date(ticket.updatedAt).toISOString(),
    },
  };
  return template.replace(/\{\{\s*([\w.]+)\s*\}\}/g, (_, name: string) => values[name] ?? '');
}
