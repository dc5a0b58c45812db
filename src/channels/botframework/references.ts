import { z } from 'zod';
import type { Beside } from '../../state/beside';
import { progressIn, type Progress } from '../progress';
import type { Incoming } from './activity';
import type { Sender } from './token';

const Account = z.object({ id: z.string(), name: z.string() });

/** Where the replies of a conversation go. Nothing in it changes from one message to the next. */
const Reference = z.object({
  channelId: z.string(),
  serviceUrl: z.string(),
  conversation: z.object({
    id: z.string(),
    isGroup: z.boolean(),
    name: z.string(),
    conversationType: z.string(),
    tenantId: z.string().exactOptional(),
  }),
  user: Account,
  bot: Account,
  /** For whom our token must be made: the calling application; undefined for the Bot Connector. */
  audience: z.string().optional(),
});
export type Reference = z.infer<typeof Reference>;

export interface References extends Progress {
  /** Resolves once it is durable. Throws while Redis is away. */
  keep(conversation: string, reference: Reference): Promise<void>;
  of(conversation: string): Promise<Reference | undefined>;
  /** Whether the customer wrote within a day, to whichever process; to ten minutes, on the short side. */
  isRecent(conversation: string): Promise<boolean>;
}

/** With when the customer wrote, epoch ms; what a release before this one kept does not say. */
const Kept = Reference.extend({ at: z.number().optional() });
const DAY_MS = 24 * 3_600_000;
/** Longer than anything waits to be told. */
const LIFE_MS = 8 * DAY_MS;
/** A reference that was kept within this time is not written again, ms. */
const AGAIN_MS = 600_000;
/** References at hand; beyond, the one not used for longest is read again from Redis. */
const AT_HAND = 5_000;
const NAME = 'reference';

/** The sender's name is not kept: nothing needs it. */
export function referenceOf({ channelId, serviceUrl, conversation, from, recipient }: Incoming, { appId: audience }: Sender): Reference {
  const { id, tenantId, conversationType } = conversation;
  return {
    ...{ channelId, serviceUrl, user: { id: from.id, name: '' }, bot: { id: recipient.id, name: recipient.name ?? '' } },
    conversation: { id, isGroup: false, name: '', conversationType: conversationType ?? '', ...(tenantId && { tenantId }) },
    ...(audience !== undefined && { audience }),
  };
}

/** References beside their conversations; most turns need no word with Redis for it. */
export function references(store: Beside, clock: () => number): References {
  const atHand = new Map<string, { readonly text: string; readonly at: number }>();
  const remember = (conversation: string, text: string, at: number): void => {
    atHand.delete(conversation);
    atHand.set(conversation, { text, at });
    const [oldest] = atHand.keys();
    if (atHand.size > AT_HAND && oldest !== undefined) atHand.delete(oldest);
  };
  const read = async (conversation: string): Promise<string | undefined> => {
    const kept = await store.get(conversation, NAME);
    if (kept === undefined) return undefined;
    const { at = clock(), ...reference } = Kept.parse(JSON.parse(kept));
    const text = JSON.stringify(reference);
    remember(conversation, text, at);
    return text;
  };
  const isRecent = (conversation: string): boolean => clock() - (atHand.get(conversation)?.at ?? 0) < DAY_MS;
  return {
    ...progressIn(store),
    async keep(conversation, reference) {
      const text = JSON.stringify(reference);
      const known = atHand.get(conversation);
      if (known?.text === text && clock() - known.at < AGAIN_MS) return;
      await store.put(conversation, NAME, JSON.stringify({ ...reference, at: clock() }), LIFE_MS);
      remember(conversation, text, clock());
    },
    async of(conversation) {
      const text = atHand.get(conversation)?.text ?? (await read(conversation));
      return text === undefined ? undefined : Reference.parse(JSON.parse(text));
    },
    async isRecent(conversation) {
      if (!isRecent(conversation)) await read(conversation); // they may have written to another process since
      return isRecent(conversation);
    },
  };
}
