import { z } from 'zod';

const Holder = z.object({ id: z.string().nullish(), name: z.string().nullish(), integrationId: z.string().nullish() });
const Conversation = z.object({ id: z.string().min(1).max(100), activeSwitchboardIntegration: Holder.nullish() });
export type Conversation = z.infer<typeof Conversation>;

/** A webhook's delivery. What an event holds is read one by one: one that we do not know must not cost the others. */
export const Delivery = z.object({
  app: z.object({ id: z.string() }),
  events: z.array(z.looseObject({ id: z.string().min(1).max(100), type: z.string() })).max(100),
});

const Author = z.object({ type: z.string(), user: z.object({ profile: z.object({ locale: z.string().nullish() }).nullish() }).nullish() });
const Content = z.object({
  ...{ type: z.string(), text: z.string().nullish(), payload: z.string().nullish(), mediaUrl: z.string().nullish(), mediaType: z.string().nullish() },
  ...{ altText: z.string().nullish(), mediaSize: z.number().nullish(), coordinates: z.object({ lat: z.number(), long: z.number() }).nullish() },
});

export const MessageEvent = z.object({ payload: z.object({ conversation: Conversation, message: z.object({ author: Author, content: Content }) }) });
export type MessageEvent = z.infer<typeof MessageEvent>;
export const PostbackEvent = z.object({ payload: z.object({ conversation: Conversation, postback: z.object({ payload: z.string() }) }) });
/** Control was given to somebody, or back. `reason`: `ticketClosed`, `transferToEmail`. */
export const ControlEvent = z.object({ payload: z.object({ conversation: Conversation, reason: z.string().nullish() }) });
