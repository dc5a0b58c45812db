import { z } from 'zod';
import { CaseRecord, type CaseState } from '../domain/cases/record';
import type { NewCase } from '../integrations/cases/port';

/** A ticket's state as Redis holds it: all is text. */
export const State = z.object({
  ...{ tries: z.coerce.number().default(0), bare: z.string().optional(), uploads: z.string().optional(), uploadsAt: z.coerce.number().optional() },
  ...{ ticket: z.string().optional(), told: z.string().optional(), status: z.string().optional() },
});

/** Older ones do not say their own id. */
export const Kept = (id: string) => z.preprocess((value) => ({ id, ...z.looseObject({}).parse(value) }), CaseRecord);

/** How far the ticket is, as it is read back. */
export function stateOf({ tries, bare, uploads, uploadsAt, ticket, told, status }: z.infer<typeof State>): CaseState {
  return {
    ...{ tries, bare: bare !== undefined, told: told !== undefined },
    ...(uploads !== undefined && uploadsAt !== undefined && { uploads: { tokens: uploads.split(' ').filter(Boolean), at: uploadsAt } }),
    ...(ticket !== undefined && { ticket }),
    ...(status !== undefined && { status }),
  };
}

/** By whom a case is found again: those who were proved, and the conversation it came from. */
export function ownersOf(who: { lines: readonly string[]; contracts: readonly string[]; conversations: readonly string[] } | CaseRecord): string[] {
  const { lines, contracts, conversations } =
    'reference' in who
      ? {
          lines: [...(who.line === undefined ? [] : [who.line]), ...(who.origin?.lines ?? [])],
          contracts: [...(who.contract === undefined ? [] : [who.contract]), ...(who.origin?.contracts ?? [])],
          conversations: who.origin ? [who.origin.conversation] : [],
        }
      : who;
  return [
    ...new Set([
      ...lines.map((each) => `line ${each}`),
      ...contracts.map((each) => `contract ${each}`),
      ...conversations.map((each) => `chat ${each}`),
    ]),
  ];
}

/** What is kept of what a skill says. */
export const plain = ({ facts, tags, attachments, articles, money, ...what }: NewCase): Omit<CaseRecord, 'reference' | 'at' | 'id'> => ({
  ...what,
  facts: { ...facts },
  ...(tags && { tags: [...tags] }),
  ...(articles && { articles: [...articles] }),
  ...(attachments && { attachments: attachments.map((each) => ({ ...each })) }),
  ...(money && { money: { ...money } }),
});
