import { createHmac } from 'node:crypto';

/** All in one slot, so that a conversation is closed and its facts are written in one step. */
const TAG = '{outcomes}';
/** A stream: field `fact` is JSON, `id` the sealed id of its conversation. */
export const FACTS = `${TAG}:facts`;
/** Digests of the tickets from elsewhere that are among the facts. */
export const TICKETS = `${TAG}:tickets`;
/** Conversations that may still go on, by their last step. */
export const OPEN = `${TAG}:open`;
export const stepsOf = (chat: string): string => `${TAG}:steps:${chat}`;
/** Number of the last message that was closed. */
export const closedOf = (chat: string): string => `${TAG}:closed:${chat}`;

/** Names of people and conversations in facts: keyed digests, 132 bits. */
export interface OutcomeNames {
  /** @param identity a line (E.164 without `+`), `home:<contract>`, or a conversation's id */
  readonly person: (identity: string) => string;
  readonly chat: (conversation: string) => string;
}

export function outcomeNames(pepper: string): OutcomeNames {
  const mac = (kind: string, what: string): string =>
    createHmac('sha256', pepper).update(`outcomes|${kind}|${what}`).digest('base64url').slice(0, 22);
  return { person: (identity) => mac('person', identity), chat: (conversation) => mac('chat', conversation) };
}
