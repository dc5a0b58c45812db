/** How a ticket stands, in Zendesk's words. A solved one opens again when the customer writes; a closed one never does. */
export const TICKET_STATUSES = ['new', 'open', 'pending', 'hold', 'solved', 'closed'] as const;
export type TicketStatus = (typeof TICKET_STATUSES)[number];
