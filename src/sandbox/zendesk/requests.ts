import { z } from 'zod';
import { FieldValue, PRIORITIES, STATUSES, TYPES } from './rows';

const Id = z.coerce.number().int().positive();
const Tag = z.string().regex(/^[^\s]{1,255}$/u, 'a tag has no spaces');

/** A comment: `body` or `html_body`, one of them. */
const NewComment = z
  .strictObject({
    ...{ body: z.string().max(65_536).optional(), html_body: z.string().max(65_536).optional(), public: z.boolean().default(true) },
    ...{ author_id: Id.optional(), uploads: z.array(z.string()).optional() },
  })
  .refine(({ body, html_body }) => (body ?? html_body ?? '').trim() !== '', 'cannot be blank');
export type NewComment = z.infer<typeof NewComment>;

const Requester = z.strictObject({
  ...{ name: z.string().min(1), email: z.email().optional(), phone: z.string().optional(), external_id: z.string().optional() },
  ...{ locale: z.string().optional(), locale_id: z.int().optional() },
});

const common = {
  ...{
    external_id: z.string().max(255).nullish(),
    status: z.enum(STATUSES).optional(),
    priority: z.enum(PRIORITIES).nullish(),
    type: z.enum(TYPES).nullish(),
  },
  ...{ tags: z.array(Tag).optional(), custom_fields: z.array(z.strictObject({ id: Id, value: FieldValue })).optional() },
  ...{
    group_id: Id.nullish(),
    assignee_id: Id.nullish(),
    problem_id: Id.nullish(),
    ticket_form_id: Id.nullish(),
    brand_id: Id.nullish(),
    due_at: z.string().nullish(),
  },
};

/** What `POST /tickets` takes. What is not here Zendesk would silently ignore: the stand-in says so instead. */
export const NewTicket = z.strictObject({
  ticket: z.strictObject({
    ...common,
    ...{ subject: z.string().min(1).max(150).optional(), comment: NewComment, requester: Requester.optional(), requester_id: Id.optional() },
    ...{ submitter_id: Id.optional(), via: z.looseObject({}).optional(), via_followup_source_id: Id.optional(), locale_id: z.int().optional() },
  }),
});
export type NewTicket = z.infer<typeof NewTicket>['ticket'];

export const TicketUpdate = z.strictObject({
  ticket: z.strictObject({
    ...common,
    ...{ subject: z.string().min(1).max(150).optional(), comment: NewComment.optional(), safe_update: z.boolean().optional() },
    ...{ updated_stamp: z.string().optional(), requester_id: Id.optional() },
  }),
});
export type TicketUpdate = z.infer<typeof TicketUpdate>['ticket'];

export const TagsBody = z.strictObject({ tags: z.array(Tag).min(1) });

export const NewUser = z.object({
  user: z.strictObject({
    ...{ name: z.string().min(1), email: z.email().optional(), phone: z.string().optional(), external_id: z.string().optional() },
    ...{
      role: z.literal('end-user').optional(),
      locale: z.string().optional(),
      verified: z.boolean().optional(),
      skip_verify_email: z.boolean().optional(),
    },
    ...{
      tags: z.array(Tag).optional(),
      notes: z.string().optional(),
      user_fields: z.record(z.string(), z.unknown()).optional(),
      time_zone: z.string().optional(),
    },
  }),
});
export type NewUser = z.infer<typeof NewUser>['user'];

/** What an administrator sets, with what must be there. */
export const SETTINGS = {
  field: z.looseObject({ title: z.string().min(1), type: z.string().min(1) }),
  macro: z.looseObject({ title: z.string().min(1), actions: z.array(z.looseObject({ field: z.string(), value: z.unknown() })).min(1) }),
  group: z.looseObject({ name: z.string().min(1) }),
  trigger: z.looseObject({
    title: z.string().min(1),
    conditions: z.object({
      all: z.array(z.looseObject({ field: z.string() })).optional(),
      any: z.array(z.looseObject({ field: z.string() })).optional(),
    }),
    actions: z.array(z.looseObject({ field: z.string(), value: z.unknown() })).min(1),
  }),
  webhook: z.looseObject({
    ...{
      name: z.string().min(1),
      endpoint: z.url(),
      http_method: z.enum(['POST', 'GET', 'PUT', 'PATCH', 'DELETE']),
      status: z.enum(['active', 'inactive']),
    },
    ...{ request_format: z.enum(['json', 'xml', 'form_encoded']), subscriptions: z.array(z.string()).optional() },
  }),
} as const;
