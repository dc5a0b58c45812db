import { createHmac } from 'node:crypto';
import { shardOf } from './keys';

/** Letters and digits that nobody mistakes for each other, read aloud or written by hand. */
const READABLE = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const REFERENCE_LENGTH = 5;
/** First letter of a reference, by the word of its kind: `R-` a top-up, `S-` a subscription. */
const FIRST: Readonly<Record<string, string>> = {
  ...{ 'top-up': 'R', voucher: 'R', pack: 'K', advance: 'A', repay: 'A' },
  ...{ subscribe: 'S', unsubscribe: 'S', invoice: 'P', case: 'C', 'save-card': 'T', autopay: 'T' },
};

/** A line in the names of keys: an HMAC, 132 bits. */
export const lineName = (pepper: string, line: string): string => mac(pepper, 'line', line).toString('base64url').slice(0, 22);

const mac = (pepper: string, ...parts: readonly string[]): Buffer => createHmac('sha256', pepper).update(parts.join('|')).digest();

/** How replies and the index of due work name an order: no number of anybody's in it. */
export const memberOf = (pepper: string, line: string, order: string): string => `${lineName(pepper, line)}:${order}`;

/** `line:order`, as the index of due work and replies name an order. */
export function splitMember(member: string): { readonly line: string; readonly order: string } {
  const [line = '', order = ''] = member.split(':');
  return { line, order };
}

const tagOf = (line: string): string => `{l${shardOf(line)}}`;

/** The first three KEYS of every script of the ledger, in the order in which `lua/ledger-common.lua` unpacks them. */
export function ledgerKeys(member: string): [order: string, orders: string, due: string] {
  const { line, order } = splitMember(member);
  const tag = tagOf(line);
  return [`${tag}:${line}:order:${order}`, `${tag}:${line}:orders`, `${tag}:due`];
}
export const dueKey = (shard: number): string => `{l${shard}}:due`;
/** What a line spent on one day. */
export function limitKey(member: string, day: string): string {
  const { line } = splitMember(member);
  return `${tagOf(line)}:${line}:day:${day}`;
}

/** `R-7K2M9`: what customer and agent call an order. 28 million of them, so an alias: it finds an order among those of one line. */
export function referenceOf(pepper: string, kind: string, order: string): string {
  const bytes = mac(pepper, 'reference', order);
  const letters = Array.from({ length: REFERENCE_LENGTH }, (_, index) => READABLE[bytes.readUInt16BE(index * 2) % READABLE.length]);
  return `${FIRST[kind] ?? 'X'}-${letters.join('')}`;
}
