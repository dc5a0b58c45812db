import { hash } from 'node:crypto';
import { crc32 } from 'node:zlib';

/** Hash tags, and so Redis Cluster slots, that conversations are spread over. Fixed for the life of the data. */
export const SHARDS = 256;

export const shardOf = (conversation: string): number => crc32(conversation) % SHARDS;

/** The tag belongs to a shard, not to a conversation: so a shard's index is in the same slot as all it lists. */
export const tagOf = (shard: number): string => `{m${shard}}`;

/** Keys that belong to one conversation; `part` says which. */
export const keyOf = (conversation: string, part: string): string => `${tagOf(shardOf(conversation))}:${conversation}:${part}`;

/** The KEYS of every script of a conversation, in the order in which `lua/common.lua` unpacks them. */
export function keysOf(conversation: string): string[] {
  const tag = tagOf(shardOf(conversation));
  return [...PARTS.map((part) => `${tag}:${conversation}:${part}`), `${tag}:due`, `${tag}:asides`];
}
const PARTS = ['turn', 'seen', 'mail', 'out', 'state', 'aside', 'timers', 'log'];

/** Where the replies to one delivery are kept for whoever waits. */
export const answerKey = (conversation: string, delivery: string): string => keyOf(conversation, `answer:${delivery}`);

/** Where a shard's events are published. */
export const channelOf = (conversation: string): string => `log:${shardOf(conversation)}`;

/** Some channels' ids are long, or say something about a person: Redis sees 132 bits of their digest. */
export const digest = (id: string): string => hash('sha256', id, 'base64url').slice(0, 22);
