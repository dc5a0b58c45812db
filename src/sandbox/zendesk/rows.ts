import { z } from 'zod';

export const STATUSES = ['new', 'open', 'pending', 'hold', 'solved', 'closed'] as const;
export const PRIORITIES = ['low', 'normal', 'high', 'urgent'] as const;
export const TYPES = ['problem', 'incident', 'question', 'task'] as const;

const Id = z.int().positive();
const common = { id: Id, at: z.number() };
export const FieldValue = z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())]);

const User = z.object({
  ...{ kind: z.literal('user'), ...common, name: z.string(), role: z.enum(['end-user', 'agent', 'admin']) },
  ...{ email: z.string().optional(), phone: z.string().optional(), externalId: z.string().optional(), locale: z.string().optional() },
});
const Ticket = z.object({
  ...{ kind: z.literal('ticket'), ...common, updatedAt: z.number(), subject: z.string(), status: z.enum(STATUSES), requester: Id, submitter: Id },
  ...{ externalId: z.string().nullable(), priority: z.enum(PRIORITIES).nullable(), type: z.enum(TYPES).nullable(), assignee: Id.nullable() },
  ...{ group: Id.nullable(), problem: Id.nullable(), followupOf: Id.nullable(), tags: z.array(z.string()), fields: z.record(z.string(), FieldValue) },
});
/** `via`: `web` from the agent desk, `api` from a program. */
const Comment = z.object({
  ...{ kind: z.literal('comment'), ...common, ticket: Id, author: Id, body: z.string(), html: z.string().optional(), isPublic: z.boolean() },
  ...{ via: z.enum(['web', 'api']), files: z.array(Id) },
});
const File = z.object({
  ...{ kind: z.literal('file'), ...common, name: z.string(), contentType: z.string(), size: z.int(), base64: z.string() },
});
/** A token stands for the files uploaded under it until it is used, three days at most. */
const Upload = z.object({ kind: z.literal('upload'), ...common, token: z.string(), files: z.array(Id) });
const Used = z.object({ kind: z.literal('key'), ...common, key: z.string(), print: z.string(), ticket: Id });
/** What an administrator sets, as it was sent: fields, macros, triggers, webhooks, groups. */
/** A conversation of Zendesk messaging, and who holds it: the bot, or people, who work on `ticket`. */
const Chat = z.object({
  ...{ kind: z.literal('chat'), ...common, cid: z.string(), name: z.string(), locale: z.string(), holder: z.enum(['bot', 'agents']) },
  ...{ ticket: Id.optional(), metadata: z.record(z.string(), z.unknown()).optional() },
});
const ChatLine = z.object({
  ...{ kind: z.literal('chat-line'), ...common, cid: z.string(), by: z.enum(['user', 'bot', 'agent', 'typing']), name: z.string() },
  content: z.record(z.string(), z.unknown()),
});
const Setting = z.object({
  ...{ kind: z.enum(['field', 'macro', 'trigger', 'webhook', 'group']), ...common, updatedAt: z.number() },
  ...{ values: z.record(z.string(), z.unknown()), secret: z.string().optional(), gone: z.boolean().optional() },
});

/** Everything that the stand-in's Zendesk remembers. Each change of a row replaces it. */
export const DeskRow = z.discriminatedUnion('kind', [User, Ticket, Comment, File, Upload, Used, Chat, ChatLine, Setting]);
export type DeskRow = z.infer<typeof DeskRow>;
export type RowOf<K extends DeskRow['kind']> = Extract<DeskRow, { kind: K }>;
export type User = z.infer<typeof User>;
export type Ticket = z.infer<typeof Ticket>;
export type Comment = z.infer<typeof Comment>;
export type File = z.infer<typeof File>;
export type Chat = z.infer<typeof Chat>;
export type ChatLine = z.infer<typeof ChatLine>;
export type Setting = z.infer<typeof Setting>;
export type SettingKind = Setting['kind'];
