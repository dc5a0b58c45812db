import type { ServiceDesk } from './desk';
import { added, webhookId } from './settings';

/** Where the bot hears of tickets, and what its webhook is signed with. */
export interface Installed {
  readonly url: string;
  readonly secret: string;
}

const NAME = 'Bot: ticket changed';
/** Titles of the bot's ticket fields. */
const FIELDS = [
  ...[
    'bot_reference',
    'bot_topic',
    'bot_reason',
    'id_level',
    'line_last4',
    'contract_last4',
    'country',
    'product',
    'money_state',
    'money_amount_minor',
  ],
  ...[
    'money_currency',
    'backend_ref',
    'promised_by',
    'mood',
    'contact_mode',
    'channel',
    'conversation_id',
    'legal_kind',
    'legal_number',
    'legal_due',
  ],
  ...['parent_incident', 'articles_shown', 'bot_attempts'],
];

/** What an account's setup makes, once; a demo has it from the start. A later start may have another address. */
export function install(desk: ServiceDesk, { url, secret }: Installed): void {
  const titles = new Set(desk.settings('field').map(({ values }) => values['title']));
  for (const title of FIELDS) if (!titles.has(title)) added(desk, 'field', { title, type: 'text', tag: null });
  const values = {
    name: NAME,
    status: 'active',
    endpoint: url,
    http_method: 'POST',
    request_format: 'json',
    subscriptions: ['conditional_ticket_events'],
  };
  const before = desk.settings('webhook').find((row) => row.values['name'] === NAME);
  const webhook = before ? desk.put({ ...before, values, secret }) : added(desk, 'webhook', values, secret);
  if (desk.settings('trigger').some((row) => row.values['title'] === NAME)) return;
  const body = '{"ticket_id":"{{ticket.id}}","external_id":"{{ticket.external_id}}","status":"{{ticket.status}}"}';
  added(desk, 'trigger', {
    title: NAME,
    conditions: {
      all: [
        { field: 'update_type', operator: 'is', value: 'Change' },
        { field: 'current_tags', operator: 'includes', value: 'bot' },
        { field: 'role', operator: 'is', value: 'agent' },
      ],
      any: [],
    },
    actions: [{ field: 'notification_webhook', value: [webhookId(webhook.id), body] }],
  });
}
