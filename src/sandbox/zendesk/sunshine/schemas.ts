import { z } from 'zod';

const link = z.strictObject({ type: z.literal('link'), text: z.string().min(1), uri: z.url(), default: z.boolean().optional() });
const postback = z.strictObject({ type: z.literal('postback'), text: z.string().min(1), payload: z.string() });
const reply = z.strictObject({ type: z.literal('reply'), text: z.string().min(1), payload: z.string(), iconUrl: z.url().optional() });

/** Replies stand alone: they cannot be mixed with other actions. */
const actions = z
  .array(z.discriminatedUnion('type', [link, postback, reply]))
  .max(13)
  .refine(
    (all) => all.every(({ type }) => type === 'reply') || all.every(({ type }) => type !== 'reply'),
    'replies cannot be mixed with other actions',
  );

const Text = z.strictObject({
  type: z.literal('text'),
  text: z.string().min(1).max(4_096),
  actions: actions.optional(),
  blockChatInput: z.boolean().optional(),
});
const Item = z.strictObject({
  ...{ title: z.string().min(1).max(128), description: z.string().max(128).optional(), mediaUrl: z.url().optional() },
  actions: z
    .array(z.discriminatedUnion('type', [link, postback]))
    .min(1)
    .max(3),
});
const Carousel = z.strictObject({ type: z.literal('carousel'), items: z.array(Item).min(1).max(10) });

const Author = z.strictObject({ type: z.literal('business'), displayName: z.string().optional(), avatarUrl: z.url().optional() });
/** Flat, and no more than 4 KB. */
const Metadata = z
  .record(z.string(), z.union([z.string(), z.number(), z.boolean()]))
  .refine((metadata) => JSON.stringify(metadata).length <= 4_096, 'metadata has 4 KB at most');

/** What a bot may post; more of what Sunshine takes is not played here. */
export const MessagePost = z.strictObject({ author: Author, content: z.discriminatedUnion('type', [Text, Carousel]), metadata: Metadata.optional() });
export const ActivityPost = z.strictObject({ author: Author, type: z.enum(['typing:start', 'typing:stop', 'conversation:read']) });
export const ControlPost = z.strictObject({ switchboardIntegration: z.string().min(1), metadata: Metadata.optional() });
export const ReleasePost = z.strictObject({ metadata: Metadata.optional() });
