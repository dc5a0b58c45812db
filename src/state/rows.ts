import { z } from 'zod';
import type { About } from './seal';

/** What the scripts answer. Numbers are Redis integers; Lua's `false` arrives as null. */
const TurnRow = z.tuple([
  z.number(), // fence
  z.number(), // number
  z.number(), // tries
  z.number(), // throws
  z.number(), // suspect
  z.string(), // mail
  z.number(), // said
  z.number(), // version of the state
  z.string().nullable(), // state
]);
const PenRow = z.tuple([
  z.number(), // pen
  z.number(), // number of the first row
  z.number(), // tries
  z.array(z.string()),
]);
export type TurnRow = z.infer<typeof TurnRow>;
export type PenRow = z.infer<typeof PenRow>;

export const AcceptAnswer = z.union([
  z.tuple([z.enum(['queued', 'granted', 'duplicate', 'full']), z.number().nullable(), TurnRow.nullable()]),
  z.tuple([z.literal('look'), z.string()]), // parts that are there, sealed
  z.tuple([z.literal('hide')]), // the log may not show the words as they are, and has no others
]);
export const CommitAnswer = z.union([z.literal('stale'), z.tuple([TurnRow.nullable(), PenRow.nullable()])]);
export const ClaimAnswer = z.tuple([TurnRow.nullable(), PenRow.nullable()]);
export const SettleAnswer = PenRow.nullable();

/** A message in the mail list: `delivery seen waitUntil sealed`. */
export interface MailRow {
  readonly delivery: string;
  readonly seen: number;
  /** Unix time (ms) until when somebody waits for the answer; 0: nobody does. */
  readonly waitUntil: number;
  readonly sealed: string;
}
export function mailRow(row: string): MailRow {
  const [delivery = '', seen, waitUntil, sealed = ''] = row.split(' ');
  return { delivery, seen: Number(seen), waitUntil: Number(waitUntil), sealed };
}

/** What every sealed text of a conversation is bound to. A message is bound to its delivery: its number comes later. */
export const about = {
  mail: (conversation: string, delivery: string): About => [conversation, 'mail', delivery],
  echo: (conversation: string, delivery: string): About => [conversation, 'echo', delivery],
  state: (conversation: string, number: number): About => [conversation, 'state', number],
  reply: (conversation: string, number: number): About => [conversation, 'reply', number],
  parts: (conversation: string): About => [conversation, 'parts'],
  answer: (conversation: string, delivery: string): About => [conversation, 'answer', delivery],
};
