import { z } from 'zod';
import { digest } from '../../state/keys';
import type { Sender } from './token';

const Account = z.object({ id: z.string().min(1).max(500), name: z.string().max(500).nullish(), role: z.string().max(50).nullish() });

/** What callers send, as far as we read it. Tolerant of all else: the protocol has some forty fields more. */
export const Incoming = z.object({
  type: z.string().min(1).max(64),
  id: z.string().min(1).max(500).nullish(),
  channelId: z.string().regex(/^[a-z\d][\w.-]{0,39}$/i),
  serviceUrl: z.string().min(1).max(500),
  conversation: z.object({
    id: z.string().min(1).max(1_000),
    isGroup: z.boolean().nullish(),
    conversationType: z.string().max(50).nullish(),
    tenantId: z.string().max(100).nullish(),
  }),
  from: Account,
  recipient: Account,
  locale: z.string().max(50).nullish(),
  deliveryMode: z.string().max(50).nullish(),
  text: z.string().nullish(),
  name: z.string().max(200).nullish(),
  value: z.unknown().optional(),
  entities: z.unknown().optional(),
  /** The channel's own event, as it came to Azure. */
  channelData: z.unknown().optional(),
  membersAdded: z.array(z.object({ id: z.string() })).nullish(),
  attachments: z.array(z.object({ name: z.string().nullish(), contentType: z.string().nullish() })).nullish(),
});
export type Incoming = z.infer<typeof Incoming>;

/** How the mailbox's names of these conversations begin. */
export const PREFIX = 'bf:';

/**
 * How the mailbox calls a conversation. A caller's are its own: one that names a conversation of a channel, or of another caller, gets
 * neither its state nor its replies.
 */
export const mailboxId = ({ channelId, conversation: { id } }: Incoming, { appId = '' }: Sender): string =>
  `${PREFIX}${channelId}:${digest(JSON.stringify([appId, id]))}`;
